"""
Automatic replies that were made for the purpose, by language, system and header left, and people's mail like them.

Knows how what was read is held against the truth; what is made is the tests' own business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.table import Cell, Report, Table, share
from crickets.domain.message import Kind
from crickets.reading.whole import Reading, reading_of
from tests.reading.automatic_mail import Specimen, automatic_replies, decoys

_DECOYS_IN = 4
"""One decoy to so many automatic replies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A mail with its truth, and what was read."""

    specimen: Specimen
    reading: Reading

    @property
    def kind_is_right(self) -> bool:
        """Whether it was taken for what it is."""
        return self.reading.kind is self.specimen.kind

    @property
    def day_is_right(self) -> bool:
        """Whether the day of return is right, or rightly unknown."""
        return self.reading.remarks.away_until == self.specimen.away_until

    @property
    def day_is_wrong(self) -> bool:
        """Whether a day was named that isn't the one; that none was named is no wrong day."""
        return self.reading.remarks.away_until is not None and not self.day_is_right

    @property
    def others_are_right(self) -> bool:
        """Whether exactly those were found whom to write to instead."""
        found = {other.key for other in self.reading.remarks.write_instead}
        return found == {other.casefold() for other in self.specimen.write_instead}

    def __str__(self) -> str:
        one, remarks = self.specimen, self.reading.remarks
        truth = f"{one.kind.value} in {one.language}, {one.wording}, {one.system or 'a person'}, {one.shape.value}"
        ours = f"{self.reading.kind.value}, back {remarks.away_until} (is: {one.away_until})"
        others = ", ".join(other.email for other in remarks.write_instead)
        left = f"left: {remarks.has_left} (is: {one.has_left})"
        text = " / ".join(filter(None, self.reading.letter.whole.split("\n")))[:300]
        return f"{truth}: {ours}, {left}, instead [{others}] (is: {list(one.write_instead)}): {text}"


def measured(count: int, *, seed: int) -> Report:
    """Recall, days and people by language, system, header left and wording; and the decoys."""
    replies = judged(automatic_replies(count, seed=seed))
    people = judged(decoys(count // _DECOYS_IN, seed=seed))
    return Report(
        tables=(
            _table("by header left", replies, lambda one: one.shape.value),
            _table("by language", replies, lambda one: one.language),
            _table("by system", replies, lambda one: one.system),
            _table("by wording", replies, lambda one: one.wording),
            _decoys(people),
        ),
        misses=[str(one) for one in (*replies, *people) if _is_missed(one)],
    )


def judged(specimens: Iterable[Specimen]) -> tuple[Judged, ...]:
    """Each mail with what is read of it."""
    return tuple(Judged(specimen=one, reading=reading_of(one.raw)) for one in specimens)


def _is_missed(one: Judged) -> bool:
    if one.specimen.kind is not Kind.AUTO_REPLY:
        return not one.kind_is_right
    return not (one.kind_is_right and one.day_is_right and one.others_are_right)


def _table(by: str, replies: Sequence[Judged], group: Callable[[Specimen], str]) -> Table:
    names = tuple(dict.fromkeys(group(one.specimen) for one in replies))
    groups = {name: [one for one in replies if group(one.specimen) == name] for name in names}
    return Table(
        title=f"Automatic replies made for this, {by}",
        columns=[
            by,
            "mails",
            "recall",
            "name a day",
            "right",
            "wrong day",
            "name others",
            "others right",
            "left right",
        ],
        rows=[_row(name, some) for name, some in {**groups, "all": replies}.items()],
    )


def _row(name: str, some: Sequence[Judged]) -> list[Cell]:
    dated = [one for one in some if one.specimen.away_until]
    naming = [one for one in some if one.specimen.write_instead]
    left = [one for one in some if one.specimen.has_left is not None]
    return [
        name,
        len(some),
        share(sum(one.kind_is_right for one in some), len(some)),
        len(dated),
        share(sum(one.day_is_right for one in dated), len(dated)),
        sum(one.day_is_wrong for one in some),
        len(naming),
        share(sum(one.others_are_right for one in naming), len(naming)),
        share(sum(one.reading.remarks.has_left is one.specimen.has_left for one in left), len(left)),
    ]


def _decoys(people: Sequence[Judged]) -> Table:
    names = tuple(dict.fromkeys(one.specimen.wording for one in people))
    rows: list[list[Cell]] = []
    for name in (*names, "all"):
        some = [one for one in people if name in (one.specimen.wording, "all")]
        right = sum(one.kind_is_right for one in some)
        rows.append([name, len(some), share(right, len(some)), len(some) - right])
    return Table(title="People's mail like it", columns=["a person", "mails", "person", "taken for else"], rows=rows)

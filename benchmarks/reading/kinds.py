"""
Which kind of mail each one is taken for, against what its label says.

Reads every labelled mail as it is, and the automatic replies and people's mail once more with hardly a header left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.reading.corpus import Corpus, Specimen
from benchmarks.reading.scores import Score, score_of
from benchmarks.reading.stripping import bare, stripped
from benchmarks.table import Cell, Report, Table, share
from crickets.domain.message import Kind
from crickets.reading.whole import reading_of

_KINDS = tuple(kind.value for kind in Kind)
_LEFT = {
    "header whole": lambda raw: raw,
    "From, To, Date, Subject and MIME": stripped,
    "From, To, Date, Subject alone": bare,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A mail and the kind that it was taken for, by which signals."""

    specimen: Specimen
    ours: str
    signals: tuple[str, ...]

    @property
    def pair(self) -> tuple[str, str]:
        """Truth, then ours."""
        return self.specimen.label, self.ours

    def __str__(self) -> str:
        truth = f"{self.specimen.label} ({self.specimen.detail})" if self.specimen.detail else self.specimen.label
        return f"{self.specimen.file}: {truth} taken for {self.ours}, by {'; '.join(self.signals) or 'nothing'}"


def measured(corpus: Corpus) -> Report:
    """Confusion, precision and recall of each kind, and the automatic replies with their header stripped."""
    judged = _judged(corpus, corpus.scored, lambda raw: raw)
    return Report(
        tables=(_confusion(judged), _per_kind(judged), _stripped(corpus)),
        misses=[str(one) for one in judged if one.specimen.label != one.ours],
    )


def _judged(corpus: Corpus, specimens: Sequence[Specimen], change: Callable[[bytes], bytes]) -> list[Judged]:
    found = ((one, reading_of(change(corpus.raw(one)))) for one in specimens)
    return [Judged(specimen=one, ours=reading.kind.value, signals=reading.signals) for one, reading in found]


def _confusion(judged: Sequence[Judged]) -> Table:
    counts = Counter(one.pair for one in judged)
    rows: list[list[Cell]] = [[truth, *(counts[truth, ours] for ours in _KINDS)] for truth in _KINDS]
    return Table(title="Kinds: label (rows) and ours (columns)", columns=["", *_KINDS], rows=rows)


def _per_kind(judged: Sequence[Judged]) -> Table:
    rows: list[list[Cell]] = [[kind, *_figures(score_of(kind, (one.pair for one in judged)))] for kind in _KINDS]
    rows += [[name, *_figures(score)] for name, score in _apart(judged)]
    return Table(
        title="Kinds: precision and recall",
        columns=["kind", "mails", "taken for it", "right", "precision", "recall"],
        rows=rows,
    )


def _apart(judged: Sequence[Judged]) -> Iterator[tuple[str, Score]]:
    """List posts apart from what came directly; bounces and delays as far as they are told from each other."""
    for name, via_list in (("person, directly", False), ("person, through a list", True)):
        yield name, score_of("person", (one.pair for one in judged if one.specimen.via_list is via_list))
    both = {"bounce", "delay"}
    told = [one.pair for one in judged if one.specimen.label in both and one.ours in both]
    for kind in ("bounce", "delay"):
        yield f"{kind}, not {(both - {kind}).pop()}", score_of(kind, told)


def _figures(score: Score) -> list[int | float | None]:
    return [score.wanted, score.named, score.right, score.precision, score.recall]


def _stripped(corpus: Corpus) -> Table:
    """Automatic replies found, and people taken for one, at each state of the header."""
    replies = [one for one in corpus.specimens if one.label == "auto-reply"]
    people = [one for one in corpus.specimens if one.label == "person"]
    rows: list[list[Cell]] = []
    for left, change in _LEFT.items():
        found = sum(one.ours == "auto-reply" for one in _judged(corpus, replies, change))
        wrong = sum(one.ours == "auto-reply" for one in _judged(corpus, people, change))
        rows.append([left, len(replies), found, share(found, len(replies)), len(people), wrong])
    return Table(
        title="Automatic replies with their header stripped",
        columns=["what is left", "mails", "found", "recall", "people", "taken for one"],
        rows=rows,
    )

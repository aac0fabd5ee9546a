"""
The whole reading, held against automatic replies that were made without a look at its rules.

The thresholds are the project's promise; `make bench-reading` shows the same figures by language and system.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from crickets.domain.message import Kind
from crickets.reading.whole import Reading, reading_of
from tests.reading.automatic_mail import Shape, Specimen, automatic_replies, decoys

SEED = 2026


def test_with_a_header() -> None:
    """Of automatic replies with what their system writes into the header, 95 in 100 are known."""
    replies = [one for one in made() if one.shape is Shape.WHOLE]

    missed = [told(one) for one in replies if read(one).kind is not Kind.AUTO_REPLY]

    assert len(missed) <= 0.05 * len(replies), listed(missed)


def test_without_a_header() -> None:
    """Of those that kept From, To, Date and Subject, 85 in 100."""
    replies = [one for one in made() if one.shape in {Shape.STRIPPED, Shape.BARE}]

    missed = [told(one) for one in replies if read(one).kind is not Kind.AUTO_REPLY]

    assert len(missed) <= 0.15 * len(replies), listed(missed)


def test_every_language() -> None:
    """No language is left out: in each most are known."""
    for language in {one.language for one in made()}:
        replies = [one for one in made() if one.language == language]

        missed = [told(one) for one in replies if read(one).kind is not Kind.AUTO_REPLY]

        assert len(missed) <= 0.25 * len(replies), listed(missed)


def test_a_day_of_return() -> None:
    """Where a reply says until when, the first day back is found in 95 of 100."""
    replies = [one for one in made() if one.away_until]

    missed = [told(one) for one in replies if read(one).remarks.away_until != one.away_until]

    assert len(missed) <= 0.05 * len(replies), listed(missed)


def test_no_day_of_return() -> None:
    """Where none is said, or may be read in two ways, none is named: not once."""
    replies = [one for one in made() if one.away_until is None]

    assert [told(one) for one in replies if read(one).remarks.away_until] == []


def test_who_has_left() -> None:
    """Of those that say so, 9 in 10 are understood, and of the others none is taken for one."""
    gone = [one for one in made() if one.has_left]
    there = [one for one in made() if one.has_left is False]

    missed = [told(one) for one in gone if not read(one).remarks.has_left]

    assert len(missed) <= 0.1 * len(gone), listed(missed)
    assert [told(one) for one in there if read(one).remarks.has_left] == []


def test_whom_to_write_to_instead() -> None:
    """Somebody else's address is found in 9 of 10, and the author's own signature is nobody else."""
    naming = [one for one in made() if one.write_instead]
    others = [one for one in made() if not one.write_instead]

    missed = [told(one) for one in naming if instead(one) != set(one.write_instead)]

    assert len(missed) <= 0.1 * len(naming), listed(missed)
    assert [told(one) for one in others if instead(one)] == []


def test_people_who_speak_of_an_absence() -> None:
    """Who mentions, quotes, answers or forwards an absence is a person: 98 in 100."""
    people = decoys(200, seed=SEED)

    taken = [told(one) for one in people if read(one).kind is not Kind.PERSON]

    assert len(taken) <= 0.02 * len(people), listed(taken)


def test_the_same_seed() -> None:
    """What is made is the same again, so that a failure can be looked into."""
    assert automatic_replies(50, seed=7) == automatic_replies(50, seed=7)
    assert automatic_replies(50, seed=7) != automatic_replies(50, seed=8)


@cache
def made() -> tuple[Specimen, ...]:
    """Automatic replies in every language, of every system."""
    return automatic_replies(600, seed=SEED)


@cache
def read(specimen: Specimen) -> Reading:
    """What is read of a mail."""
    return reading_of(specimen.raw)


def instead(specimen: Specimen) -> set[str]:
    """Whose addresses are found to write to instead."""
    return {other.key for other in read(specimen).remarks.write_instead}


def told(specimen: Specimen) -> str:
    """A mail in one line: what is true, what was read, and its words."""
    reading = read(specimen)
    remarks = reading.remarks
    return (
        f"{specimen.language}, {specimen.wording}, {specimen.system}, {specimen.shape.value}: {reading.kind.value}"
        f" back {remarks.away_until} (is {specimen.away_until}), left {remarks.has_left},"
        f" instead {sorted(instead(specimen))} (is {specimen.write_instead}): "
        + " / ".join(filter(None, reading.letter.whole.split("\n")))[:200]
    )


def listed(missed: Iterable[str]) -> str:
    """The misses, a line each."""
    return "\n".join(("", *missed))

"""
The calendar days that a text names, whatever for.

Knows how spelled dates and nearby days come together, and ranges; must not know what happens on a day: `absence`
and others say that.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from crickets.reading.moments.names import names_of, plain
from crickets.reading.moments.nearby import near
from crickets.reading.moments.order import Settled, settled
from crickets.reading.moments.patterns import EAST_ASIAN_BETWEEN, Patterns, patterns_of
from crickets.reading.moments.spellings import spelled
from crickets.reading.moments.weeks import Weeks, weeks_in

LANGUAGES = "en de it fr es pl pt nl sv is da no fi cs sk hu ro tr ru uk el ja zh ko ar he ca hr sl bg et lv lt".split()
"""The languages whose dates are read, the most frequent first."""

_LONGEST = 20_000
"""Letters of a text that are read; nobody names a day behind so many."""

_YEARS = range(1970, 9_900)
"""In which a mail was written whose days are read: before there was none, and a clock behind is a broken one."""

_COMMA = re.compile(r"\s{0,2}[,&/+]?\s{0,2}")
_GAP = 60
"""Letters that may stand between the two dates of a range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """
    A day that a text names, at `begin` to `end` in it; for a range `first` is its first day and `day` its last.

    `certain` is False where the words could mean another day as well: a weekday that contradicts the date, an
    ambiguous order of day and month, a pair of numbers that may be a price, "next Friday" on a Monday. `weeks` says
    that it's whole weeks by their number: `first` is a Monday then and `day` a Friday.
    """

    begin: int
    end: int
    day: date
    first: date | None = None
    certain: bool = True
    weeks: bool = False


def days_named(text: str, *, language: str, written: date) -> tuple[NamedDay, ...]:
    """
    Every calendar day that a text names, in its order, none overlapping.

    `language` is an ISO 639-1 code, or empty: then the one whose names the text has. `written` is the day on which
    the author wrote it, in their zone. What can be read in two ways, 05/06 in English, is not certain.
    """
    if written.year not in _YEARS:
        return ()
    letters = plain(text[:_LONGEST])
    if language:
        return _days(letters, language, written=written)
    readings = [_days(letters, one, written=written) for one in spoken_in(letters)]
    if not readings:
        return _days(letters, "", written=written)
    return max(readings, key=len)  # the first, and most frequent, of those that find as many


def spoken_in(letters: str) -> tuple[str, ...]:
    """The languages whose months or weekdays a plain text has."""
    words = frozenset(letters.replace(",", " ").replace(".", " ").split())
    return tuple(
        one
        for one in LANGUAGES
        if any(name in words or (not name.isascii() and name in letters) for name in _full_names(one))
    )


def _full_names(language: str) -> Iterator[str]:
    names = names_of(language)
    return (name for name in (*names.months, *names.weekdays) if len(name) > 2)


def _days(letters: str, language: str, *, written: date) -> tuple[NamedDay, ...]:
    """The days that a plain text names in a language."""
    spellings = spelled(letters, language)
    dates = settled(spellings, language=language, written=written)
    named = list(_joined(letters, dates, language))
    taken = bytearray(len(letters))
    for begin, end in [(one.begin, one.end) for one in spellings] + [(one.begin, one.end) for one in named]:
        taken[begin:end] = b"\1" * (end - begin)  # what is spelled and no day of the calendar is no other day either
    for weeks in weeks_in(letters, language=language, written=written):
        if not any(taken[weeks.begin : weeks.end]):
            taken[weeks.begin : weeks.end] = b"\1" * (weeks.end - weeks.begin)
            named.append(_of_weeks(weeks))
    for one in near(letters, language=language, written=written):
        if any(taken[one.begin : one.end]):
            continue
        taken[one.begin : one.end] = b"\1" * (one.end - one.begin)
        named.append(NamedDay(begin=one.begin, end=one.end, day=one.day, first=one.first, certain=one.certain))
    return tuple(_unlisted(sorted(named, key=lambda one: one.begin), letters, patterns_of(language)))


def _of_weeks(weeks: Weeks) -> NamedDay:
    """Weeks as a range, or the day of one."""
    is_day = weeks.first == weeks.last
    first = None if is_day else weeks.first
    return NamedDay(begin=weeks.begin, end=weeks.end, first=first, day=weeks.last, weeks=not is_day)


def _unlisted(named: Sequence[NamedDay], letters: str, patterns: Patterns) -> Iterator[NamedDay]:
    """The days; those that stand in a row of weekdays ("Monday to Friday") may be a habit, and aren't certain."""
    in_row = set[int]()
    for at, (one, other) in enumerate(pairwise(named)):
        if _are_words(letters, one, other) and _is_row(letters[one.end : other.begin], patterns):
            in_row |= {at, at + 1}
    for at, one in enumerate(named):
        yield replace(one, certain=False) if at in in_row else one


def _are_words(letters: str, *named: NamedDay) -> bool:
    """Whether days are named without a number."""
    return not any(letter.isdigit() for one in named for letter in letters[one.begin : one.end])


def _is_row(gap: str, patterns: Patterns) -> bool:
    """Whether what stands between two days joins them."""
    return len(gap) <= _GAP and any(
        pattern.fullmatch(gap) for pattern in (_COMMA, patterns.between, patterns.joined, EAST_ASIAN_BETWEEN)
    )


def _joined(letters: str, dates: Sequence[Settled], language: str) -> Iterator[NamedDay]:
    """The dates, two with nothing but "to" between them as one range."""
    patterns = patterns_of(language)
    rest = deque(dates)
    while rest:
        one = rest.popleft()
        if rest and _are_range(one, rest[0], letters, patterns):
            yield _range(one, rest.popleft())
        else:
            yield _named(one)


def _are_range(one: Settled, other: Settled, letters: str, patterns: Patterns) -> bool:
    """Whether two dates are the ends of one range."""
    begin, gap = one.spelled.begin, letters[one.spelled.end : other.spelled.begin]
    if one.first or other.first or len(gap) > _GAP:
        return False
    if patterns.joined.fullmatch(gap):
        return bool(patterns.begun.search(letters[max(0, begin - _GAP) : begin]))
    return bool(patterns.between.fullmatch(gap) or EAST_ASIAN_BETWEEN.fullmatch(gap))


def _range(one: Settled, other: Settled) -> NamedDay:
    """Two dates as a range; a year that one lacks is the other's, or the one beside it."""
    first, last = one.day, other.day
    if one.spelled.year is None:
        first = _in_year(first, last.year if _in_year(first, last.year) <= last else last.year - 1)
    elif other.spelled.year is None:
        last = _in_year(last, first.year if _in_year(last, first.year) >= first else first.year + 1)
    return NamedDay(
        begin=one.spelled.begin,
        end=other.spelled.end,
        first=first,
        day=last,
        certain=(one.certain or one.spelled.doubtful) and (other.certain or other.spelled.doubtful) and first <= last,
    )


def _in_year(day: date, year: int) -> date:
    """The same day of another year, 28 February for a 29th that it lacks."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _named(one: Settled) -> NamedDay:
    return NamedDay(begin=one.spelled.begin, end=one.spelled.end, day=one.day, first=one.first, certain=one.certain)

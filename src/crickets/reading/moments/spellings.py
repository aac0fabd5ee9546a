"""
The dates that are spelled out in a text, as they stand there: numbers and names, no calendar yet.

Knows the patterns; must not know which year a date without one is in, nor which of two numbers is the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from crickets.reading.moments.names import Names, names_of
from crickets.reading.moments.patterns import (
    EAST_ASIAN,
    EAST_ASIAN_HALF,
    NO_DATE_BEFORE,
    NO_DATE_BEHIND,
    NUMBERS,
    SHORT_YEAR_FIRST,
    TWO_NUMBERS,
    YEAR_FIRST,
    Patterns,
    patterns_of,
)

YEAR_LEADS = frozenset({"ko", "ja", "zh", "hu"})
"""Languages that begin a date with its year, be it of two digits."""

SLASHED = frozenset({"sv", "da", "no", "is", "nl", "it", "fr", "es", "pt", "ca", "el"})
"""Languages in which 14/5 is a day, and hardly anything else."""

PADDED = frozenset({"pl", "cs", "sk", "de", "hr", "sl", "ro", "tr", "et"})
"""Languages that write 14.05 for a day, without a dot behind, and a comma in numbers."""

_TWO_DIGIT_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))

_WORD = re.compile(r"[^\W\d_]{3,}\s$")
"""A whole word before a number: short ones ("um", "o", "v") may tell the hour."""

_FRACTIONS = frozenset({"12", "13", "14", "15", "23", "34", "18", "11", "247"})
"""The digits of a half, a third, and of 24/7."""

_BESIDE = 48
"""How far, in letters, what belongs to a date may stand from it."""

_CENTURY = 2000
_LAST_CENTURY_FROM = 70
"""Two digits of a year from here on are of the 1900s (POSIX says 69)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """
    A date as it is written: `begin` to `end` in the text, weekday included.

    `year` is None where it is left out. `short_year` says that it may be another number, `day_leads` that
    the day stands before the month. `open_order` says that
    day and month are two numbers that could be swapped, `dotted` that dots are between them. `doubtful` is a pair of
    numbers with nothing beside it that makes it a date. `from_day` and `from_weekday` are the first day of a range that
    shares month and year with its last.
    """

    begin: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    day_leads: bool = True
    short_year: bool = False
    open_order: bool = False
    dotted: bool = False
    doubtful: bool = False
    from_day: int | None = None
    from_weekday: int | None = None

    @property
    def swapped(self) -> Spelled:
        """The same with the two numbers read the other way round."""
        return replace(self, day=self.month, month=self.day)


def spelled(text: str, language: str) -> tuple[Spelled, ...]:
    """The dates of a plain text in a language, in its order, none overlapping."""
    found: list[Spelled] = []
    taken = bytearray(len(text))
    for one in _all_forms(text, language):
        if any(taken[one.begin : one.end]):
            continue
        taken[one.begin : one.end] = b"\1" * (one.end - one.begin)
        found.append(one)
    return tuple(sorted(found, key=lambda one: one.begin))


def _all_forms(text: str, language: str) -> Iterator[Spelled]:
    """Every form in turn, the surest first."""
    patterns, names = patterns_of(language), names_of(language)
    beside = _Beside(text=text, patterns=patterns, names=names)
    yield from map(beside.completed, _with_year_first(text, YEAR_FIRST))
    yield from map(beside.completed, _named(text, patterns, names))
    yield from map(beside.completed, _east_asian(text))
    if language in YEAR_LEADS:
        yield from map(beside.completed, _with_year_first(text, SHORT_YEAR_FIRST))
    for pattern in (NUMBERS, TWO_NUMBERS):
        for one in map(beside.completed, _in_numbers(text, pattern, language)):
            yield from beside.if_date(one)


def _with_year_first(text: str, pattern: re.Pattern[str]) -> Iterator[Spelled]:
    """Dates of ISO 8601's order, whatever stands between, the year of four digits or two."""
    for match in pattern.finditer(text):
        day, month, year = int(match["day"]), int(match["month"]), _year(match)
        yield Spelled(begin=match.start(), end=match.end(), day=day, month=month, year=year, day_leads=False)


def _named(text: str, patterns: Patterns, names: Names) -> Iterator[Spelled]:
    """Dates whose month is named."""
    for pattern in (patterns.day_month, patterns.month_day):
        for match in pattern.finditer(text):
            month = next(number for name, number in names.months.items() if _same(name, match["month"]))
            yield Spelled(
                begin=match.start(),
                end=match.end(),
                day=int(match["day"]),
                month=month,
                year=_year(match),
                short_year=bool(match.groupdict().get("short")),
                day_leads=pattern is patterns.day_month,
            )


def _same(name: str, found: str) -> bool:
    """Whether a name of the tables is the one found, blanks apart."""
    return name == found or re.sub(r"[\s-]+", "", name) == re.sub(r"[\s-]+", "", found)


def _east_asian(text: str) -> Iterator[Spelled]:
    """Dates whose numbers are followed by the words for month and day; the second of a range may lack its month."""
    for match in EAST_ASIAN.finditer(text):
        year = int(match["year"]) if match["year"] else None
        day, month = int(match["day"]), int(match["month"])
        one = Spelled(begin=match.start(), end=match.end(), day=day, month=month, year=year, day_leads=False)
        half = EAST_ASIAN_HALF.match(text, one.end)
        yield replace(one, end=half.end(), day=int(half["day"]), from_day=one.day) if half else one


def _in_numbers(text: str, pattern: re.Pattern[str], language: str) -> Iterator[Spelled]:
    """Dates of two or three numbers, day and month as they stand; dots are the mark of day before month."""
    for match in pattern.finditer(text):
        named = match.groupdict()
        one = Spelled(
            begin=match.start(),
            end=match.end(),
            day=int(match["one"]),
            month=int(match["two"]),
            year=_year(match) if "year" in named else None,
            open_order=True,
            dotted=match["mark"] == ".",
            doubtful="dot" in named and not _is_plainly_date(match, language),
        )
        yield one


def _is_plainly_date(match: re.Match[str], language: str) -> bool:
    """Whether two numbers are a date by themselves: by dots, or by a slash where days are written so."""
    if match["mark"] == ".":
        return bool(match["dot"]) or (
            language in PADDED and match["two"] in _TWO_DIGIT_MONTHS and _is_behind_word(match)
        )
    return language in SLASHED and match["one"] + match["two"] not in _FRACTIONS


def _is_behind_word(match: re.Match[str]) -> bool:
    return bool(_WORD.search(match.string, max(0, match.start() - _BESIDE), match.start()))


def _year(match: re.Match[str]) -> int | None:
    """The year of a match, two digits made four."""
    numbers = match.groupdict()
    if numbers.get("year"):
        return int(numbers["year"])
    if not numbers.get("short"):
        return None
    short = int(numbers["short"])
    return short + (_CENTURY if short < _LAST_CENTURY_FROM else _CENTURY - 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What stands beside a date: its weekday, its year, the first day of its range, the words that make it one."""

    text: str
    patterns: Patterns
    names: Names

    def completed(self, one: Spelled) -> Spelled:
        """A date with what belongs to it on both sides."""
        return self._with_weekday(self._with_half(self._with_year(self._with_weekday(one))))

    def if_date(self, one: Spelled) -> Iterable[Spelled]:
        """A pair of numbers unless it's an hour or a price; doubtful where nothing shows that it's a date."""
        if NO_DATE_BEFORE.search(self._left(one)) or NO_DATE_BEHIND.match(self.text, one.end):
            return ()
        shown = (
            not one.doubtful
            or one.weekday is not None
            or one.from_day is not None
            or self.patterns.cue.search(self._left(one))
            or self.patterns.cue_behind.match(self.text, one.end)
        )
        return (replace(one, doubtful=False) if shown else one,)

    def _left(self, one: Spelled) -> str:
        return self.text[max(0, one.begin - _BESIDE) : one.begin]

    def _with_year(self, one: Spelled) -> Spelled:
        match = None if one.year else self.patterns.year_before.search(self._left(one))
        return replace(one, year=int(match["year"]), begin=one.begin - len(match[0])) if match else one

    def _with_weekday(self, one: Spelled) -> Spelled:
        if one.weekday is not None or one.from_day is not None:
            return self._with_first_weekday(one)
        if match := self.patterns.weekday_before.search(self._left(one)):
            return replace(one, weekday=self._number(match["weekday"]), begin=one.begin - len(match[0]))
        if match := self.patterns.weekday_behind.match(self.text, one.end):
            return replace(one, weekday=self._number(match["bracketed"] or match["weekday"]), end=match.end())
        return one

    def _with_first_weekday(self, one: Spelled) -> Spelled:
        match = self.patterns.weekday_before.search(self._left(one)) if one.from_day is not None else None
        if not match:
            return one
        return replace(one, from_weekday=self._number(match["weekday"]), begin=one.begin - len(match[0]))

    def _number(self, name: str) -> int:
        both = {**self.names.short_weekdays, **self.names.weekdays}
        return next(number for known, number in both.items() if _same(known, name))

    def _with_half(self, one: Spelled) -> Spelled:
        if one.from_day is not None:
            return one
        if one.day_leads and (match := self.patterns.half_before.search(self._left(one))):
            return replace(one, from_day=int(match["between"] or match["day"]), begin=one.begin - len(match[0]))
        if one.open_order or not (match := self.patterns.half_behind.match(self.text, one.end)):
            return one
        return replace(
            one,
            from_day=one.day,
            from_weekday=one.weekday,
            weekday=None,
            day=int(match["day"]),
            end=match.end(),
            year=one.year or _year(match),
        )

"""
The weeks that a text names by their number, and days of them: "v. 33", "KW 30-32", "måndag v. 33".

Knows the words before such a number, where people count weeks (ISO 8601), and which year's week is meant. Must not know
what happens in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from crickets.made_once import made_once
from crickets.reading.moments.names import names_of
from crickets.reading.moments.patterns import DASH, NEVER, one_of
from crickets.reading.moments.words import BETWEEN_AND, OF_WEEK, UP_TO
from crickets.reading.words import any_of

_WORDS = {
    "sv": r"veckorna|veckor|veckan|vecka|vv?\.|v(?=\s?\d\d)",
    "da": r"ugerne|uger|ugen|uge",
    "no": r"ukene|uker|uken|uke",
    "de": r"kalenderwochen?|kw\.?",
    "nl": r"weken|week",
    "is": r"vikum|viku",
}
"""What stands before a week's number; a bare "v" only before two digits, as "v2" is a version."""

_FRIDAY, _SUNDAY, _WEEK = timedelta(days=4), timedelta(days=6), timedelta(days=7)
_FAR = timedelta(weeks=30)
"""A week farther off is a number of something else, or a year's whose that nobody told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """Weeks from the Monday `first` to the Friday `last`, where they are named; or one day, which is both."""

    begin: int
    end: int
    first: date
    last: date


def weeks_in(text: str, *, language: str, written: date) -> Iterator[Weeks]:
    """The weeks with a number of a plain text; each is the one that runs, or the next of its number."""
    for match in _pattern(language).finditer(text):
        last = _monday(int(match["last"] or match["first"]), written)
        first = last and _monday_before(int(match["first"]), last)
        if first is None or last is None or (match["weekday"] and match["last"]):
            continue
        if match["and"] and last - first > _WEEK:
            continue  # two weeks apart from each other
        last += _FRIDAY
        if match["weekday"]:
            first = last = first + timedelta(days=names_of(language).weekdays[match["weekday"]])
        yield Weeks(begin=match.start(), end=match.end(), first=first, last=last)


@made_once
def _pattern(language: str) -> re.Pattern[str]:
    if language not in _WORDS:
        return re.compile(NEVER)
    words, weekday = _WORDS[language], any_of(names_of(language).weekdays) or NEVER
    up_to, and_ = (rf"(?<!\w)(?:{one_of(one, language)})(?!\w)" for one in (UP_TO, BETWEEN_AND))
    between = rf"{DASH}|/|{up_to}|(?P<and>{and_})"
    to_last = rf"\s{{0,2}}(?:{between})\s{{0,2}}(?:(?:{words})\s{{0,2}})?(?P<last>\d{{1,2}})"
    return re.compile(
        rf"(?<![\w.])(?:(?P<weekday>{weekday})(?!\w)\s{{1,2}}(?:(?:{one_of(OF_WEEK, language)})\s{{1,2}})?)?"
        rf"(?:{words})\s{{0,2}}(?P<first>\d{{1,2}})(?:{to_last})?(?![\w%:]|[.,/-]\d)"
    )


def _monday(week: int, written: date) -> date | None:
    """The Monday of the week that runs, or of the next one of a number; None if there's none, or only far off."""
    mondays = _mondays(week, written.year)
    return next((one for one in mondays if written - _SUNDAY <= one <= written + _FAR), None)


def _monday_before(week: int, last: date) -> date | None:
    """The Monday of the week of a number with which a range of weeks begins."""
    mondays = _mondays(week, last.year)
    return next((one for one in mondays if last - _FAR <= one <= last), None)


def _mondays(week: int, year: int) -> Iterator[date]:
    """The Mondays of the weeks of a number, of a year and the ones beside it; not every year has a 53rd."""
    for one in (year - 1, year, year + 1):
        with suppress(ValueError):
            yield date.fromisocalendar(one, week, 1)

"""
Which calendar day a spelled date is.

Knows who writes the month first, and that a mail speaks of days near its own: must not know how dates are spelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crickets.reading.moments.spellings import Spelled

MONTH_BEFORE_DAY = frozenset({"ja", "zh", "ko", "hu", "lt"})
"""Languages whose pairs of numbers begin with the month."""

EITHER_ORDER = frozenset({"en", ""})
"""Where it can't be told by the language: the United States write the month first, the others the day."""

LONG_PAST = timedelta(days=60)
"""A date without a year this far before the mail is one to come; a stale notice is hardly older."""

FAR = timedelta(days=300)
"""Beyond which one reading of an ambiguous date is less likely than one that is near."""

_YEARS = range(1900, 2200)

_A_PAIR = 2
_CLOSE = timedelta(days=30)
"""Between the end of an absence and the return there's a weekend, or some holidays."""

_NEAR_YEARS = 3
"""A number of two digits behind a date is its year only if that is near: "14 May 10 people" is not of 2010."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A day, the first day of its range if it's one, and whether another reading would be as good."""

    spelled: Spelled
    day: date
    first: date | None = None
    certain: bool = True


def settled(spellings: Sequence[Spelled], *, language: str, written: date) -> tuple[Settled, ...]:
    """Each possible date as a day; what is no day of the calendar is left out."""
    one_way, other_way = _read(spellings, written, swap=False), _read(spellings, written, swap=True)
    if language in MONTH_BEFORE_DAY:
        one_way, other_way = other_way, one_way
    if not any(one.open_order for one in spellings):
        return _days(one_way)
    if language not in EITHER_ORDER and None not in one_way:
        return _days(one_way)
    return _chosen(one_way, other_way, written=written, language=language)


def _chosen(
    one_way: Sequence[Settled | None],
    other_way: Sequence[Settled | None],
    *,
    written: date,
    language: str,
) -> tuple[Settled, ...]:
    """
    The way of reading that all the dates of a text allow: by the calendar, the weekdays, and nearness to the mail.

    Where a rule leaves both or none, the next is asked; where all do, the dates are told as uncertain.
    """
    if language not in EITHER_ORDER:
        return _days(one_way) if _impossible(one_way) <= _impossible(other_way) else _either(one_way, other_way)
    if not _impossible(one_way) and all(one.dotted for one in _spelled(one_way) if one.open_order):
        return _days(one_way)
    for fault in (_impossible, _contradicted, lambda way: _unlikely(way, written), _scattered):
        mine, others = fault(one_way), fault(other_way)
        if mine != others:
            return _days(one_way if mine < others else other_way)
    return _either(one_way, other_way)


def _either(one_way: Sequence[Settled | None], other_way: Sequence[Settled | None]) -> tuple[Settled, ...]:
    """The dates, certain only where they can be read but one way."""
    return tuple(
        replace(found, certain=found.certain and (not one or not other or _same_days(one, other)))
        for one, other in zip(one_way, other_way, strict=True)
        if (found := one or other)
    )


def _same_days(one: Settled, other: Settled) -> bool:
    """Whether two readings come to the same."""
    return (one.day, one.first) == (other.day, other.first)


def _spelled(way: Sequence[Settled | None]) -> tuple[Spelled, ...]:
    """How the dates that are days are written."""
    return tuple(one.spelled for one in way if one)


def _days(way: Sequence[Settled | None]) -> tuple[Settled, ...]:
    """The dates that are days."""
    return tuple(one for one in way if one)


def _impossible(way: Sequence[Settled | None]) -> int:
    """How many dates are no day of the calendar, read this way."""
    return sum(one is None for one in way)


def _contradicted(way: Sequence[Settled | None]) -> int:
    """How many fall on another weekday than the text says."""
    return sum(one is not None and _other_weekday(one.day, one.spelled.weekday) for one in way)


def _unlikely(way: Sequence[Settled | None], written: date) -> bool:
    """Whether the dates, read this way, are far from the mail, all of them past, or out of order."""
    days = [one.day for one in way if one and one.spelled.open_order]
    if not days:
        return False
    return min(days) < written - LONG_PAST or max(days) > written + FAR or max(days) < written or days != sorted(days)


def _scattered(way: Sequence[Settled | None]) -> bool:
    """Whether of three dates or more the last two, an end and a return, lie far apart."""
    days = [one.day for one in way if one and one.spelled.open_order]
    firsts = sum(one is not None and one.first is not None for one in way)
    return len(days) + firsts > _A_PAIR and len(days) > 1 and days[-1] - days[-2] > _CLOSE


def _read(spellings: Sequence[Spelled], written: date, *, swap: bool) -> tuple[Settled | None, ...]:
    """The dates read one way or the other; None where that is no day."""
    return tuple(_settled(one.swapped if swap and one.open_order else one, written) for one in spellings)


def _settled(one: Spelled, written: date) -> Settled | None:
    """A date as a day, in the year that it says or the one that is meant."""
    far = one.year is not None and abs(one.year - written.year) > _NEAR_YEARS
    day = day_of(None if far and one.short_year else one.year, one.month, one.day, written)
    if not day:
        return None
    first = _first(one, day)
    if one.from_day is not None and not first:
        return None
    wrong = _other_weekday(day, one.weekday) or (first is not None and _other_weekday(first, one.from_weekday))
    return Settled(spelled=one, day=day, first=first, certain=not (wrong or one.doubtful))


def _first(one: Spelled, last: date) -> date | None:
    """The first day of a range that shares the month of its last, or lies in the month before."""
    if one.from_day is None:
        return None
    month_before = last.replace(day=1) - timedelta(days=1)
    month = last if one.from_day < last.day else month_before
    return calendar_day(month.year, month.month, one.from_day)


def day_of(year: int | None, month: int, day: int, written: date) -> date | None:
    """The day of a year, or without one the next such day from a little before the mail on."""
    if year is not None:
        return calendar_day(year, month, day)
    years = range(written.year - 1, written.year + 9)  # 29 February may be eight years off
    days = (calendar_day(one, month, day) for one in years)
    return next((one for one in days if one and one >= written - LONG_PAST), None)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, or None for the 31st of June, or for a year of which no mail speaks."""
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _other_weekday(day: date, weekday: int | None) -> bool:
    """Whether a day is not the weekday that stands beside it."""
    return weekday is not None and day.weekday() != weekday

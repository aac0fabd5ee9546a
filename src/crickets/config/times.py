"""
Times of the config: zones, durations, a step's timing, the hours of the calendar.

Every parser gives the value, or raises `ValueError` with the words that tell what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from crickets.config.problems import hint, nearest
from crickets.domain.calendar import WEEKDAYS
from crickets.domain.plans import After, OnWeekday, Overdue, Unit

_SHORT_WEEKDAYS = tuple(day[:3].casefold() for day in WEEKDAYS)
_LONG_WEEKDAYS = tuple(day.casefold() for day in WEEKDAYS)
_TEN_YEARS = timedelta(days=3650)
_A_DAY = timedelta(days=1)
_COUNT = re.compile(r"\s*([0-9]{1,6})\s*([a-z]+(?: [a-z]+)?)\s*", re.IGNORECASE)
_NEXT_WEEK = re.compile(r"\s*([a-z]+)\s+of\s+next\s+week\s*", re.IGNORECASE)
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")

_LENGTHS: Mapping[str, timedelta] = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
_UNITS: Mapping[str, tuple[Unit, timedelta]] = {
    "hour": (Unit.HOURS, timedelta(hours=1)),
    "day": (Unit.DAYS, timedelta(days=1)),
    "working day": (Unit.WORKING_DAYS, timedelta(days=1)),
    "week": (Unit.WEEKS, timedelta(weeks=1)),
}


def zone(text: str) -> ZoneInfo:
    """A time zone by its IANA name."""
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A name may also be a folder (`Europe`) or no path at all: each interpreter has its own error for that.
        near = nearest(text, sorted(available_timezones()))
        better = f"; did you mean {near}?" if near else ", such as Europe/Rome"
        raise ValueError(f"is not a time zone of the IANA list{better}") from None


def duration(text: str) -> timedelta:
    """So many minutes, hours, days or weeks."""
    count, unit = _counted(text)
    length = _LENGTHS.get(unit)
    if length is None:
        raise ValueError('must be a number and a unit, such as "10 minutes", "36 hours", "30 days" or "2 weeks"')
    return _bounded(count, length, _TEN_YEARS, "ten years")


def interval(text: str) -> timedelta:
    """How often to look: at least once a day, as only a recent look proves a silence."""
    return _bounded(1, duration(text), _A_DAY, "a day")


def after(text: str) -> After:
    """So much silence, in the units that a step is counted in."""
    count, name = _counted(text)
    if count and name == "minute":
        raise ValueError('counts minutes, and no step comes within the hour: say it in "36 hours" or "5 days"')
    if name not in _UNITS:
        raise ValueError('must be a number and a unit, such as "5 days", "5 working days", "2 weeks" or "36 hours"')
    unit, length = _UNITS[name]
    _bounded(count, length, _TEN_YEARS, "ten years")
    return After(count=count, unit=unit)


def overdue(text: str) -> Overdue:
    """So long past the day on which an invoice falls due; that is a day, and has no hour to count from."""
    count, name = _counted(text)
    if name not in _UNITS or name == "hour":
        raise ValueError('must be a number and a unit of days, such as "30 days", "10 working days" or "2 weeks"')
    unit, length = _UNITS[name]
    _bounded(count, length, _TEN_YEARS, "ten years")
    return Overdue(count=count, unit=unit)


def _counted(text: str) -> tuple[int, str]:
    """A number and its unit in the singular; nothing of nothing where it's not so written."""
    found = _COUNT.fullmatch(text)
    return (int(found[1]), found[2].casefold().removesuffix("s")) if found else (0, "")


def _bounded(count: int, length: timedelta, most: timedelta, most_in_words: str) -> timedelta:
    if not count:
        raise ValueError("must be more than nothing")
    if count > most / length:
        raise ValueError(f"must be at most {most_in_words}")
    return count * length


def on(text: str) -> OnWeekday:
    """A weekday of the week after the anchor's."""
    found = _NEXT_WEEK.fullmatch(text)
    day = found[1].casefold() if found else ""
    if day not in _LONG_WEEKDAYS:
        better = hint(day, _LONG_WEEKDAYS) if day else ""
        raise ValueError(f'must be a weekday of next week, such as "tuesday of next week"{better}')
    return OnWeekday(weekday=_LONG_WEEKDAYS.index(day))


def weekday(text: str) -> int:
    """A weekday by its first three letters; Monday is 0."""
    if text not in _SHORT_WEEKDAYS:
        raise ValueError(f"is not a weekday{hint(text, _SHORT_WEEKDAYS)}")
    return _SHORT_WEEKDAYS.index(text)


def clock(value: object) -> time:
    """A time of day, as a string or as TOML's own local time."""
    if isinstance(value, time):
        return value
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError('must be a time of day, such as "08:30"')
    return time(int(found[1]), int(found[2]))

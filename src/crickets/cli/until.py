"""
The day until which a thread rests, from how its owner puts it.

Pure: the present day is an argument.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_SPAN = re.compile(r"(?:for |in )?(a|one|\d{1,4}) (day|week|month)s?")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"(?:on |next )?([a-z]{3,9})")
_LENGTHS = {"day": 1, "week": 7}
_LONGEST = 3660


class NoSuchDay(ValueError):
    """What was typed names no day, or one that is not to come."""


def day_named(text: str, today: date) -> date:
    """
    The day of "2026-12-01", "3 days", "2 weeks", "1 month", "tomorrow", "friday" or "next monday".

    A weekday is the first one after today. Raises `NoSuchDay` for anything else, and for a day that is not to come.
    """
    words = " ".join(text.casefold().split())
    day = _dated(words) or _counted(words, today) or _weekday(words, today)
    if day is None:
        raise NoSuchDay(f'"{text}" names no day; say it as 2026-12-01, "3 days", "2 weeks", "friday" or "next monday"')
    if not today < day <= today + timedelta(days=_LONGEST):
        raise NoSuchDay(f"{day} is {'too far away' if day > today else 'not to come'}; today is {today}")
    return day


def _dated(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _counted(words: str, today: date) -> date | None:
    if words == "tomorrow":
        return today + timedelta(days=1)
    found = _SPAN.fullmatch(words)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else 1
    if found[2] == "month":
        return _months_later(today, number)
    return today + timedelta(days=number * _LENGTHS[found[2]])


def _months_later(today: date, number: int) -> date | None:
    """The same day of a later month, or that month's last."""
    years, month = divmod(today.month - 1 + number, 12)
    if today.year + years > 9999:
        return None
    first = date(today.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return last.replace(day=min(today.day, last.day))


def _weekday(words: str, today: date) -> date | None:
    found = _WEEKDAY.fullmatch(words)
    numbers = [n for n, name in enumerate(_DAYS) if found is not None and name.startswith(found[1])]
    if len(numbers) != 1:
        return None
    return today + timedelta(days=(numbers[0] - today.weekday() - 1) % 7 + 1)

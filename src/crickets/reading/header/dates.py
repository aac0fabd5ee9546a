"""
The moment a Date field tells.

Knows RFC 5322 §3.3, the obsolete zones of §4.3, and dates that are none; must not know what time it is. Never
raises.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz
from functools import lru_cache

EARLIEST_YEAR, LATEST_YEAR = 1982, 2199
"""RFC 822 is of 1982: no earlier mail has such a field, and clocks that were never set say 1970 or 1980."""

_DAY = 24 * 60

_MONTHS = {
    name: number
    for number, name in enumerate(
        (b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"),
        start=1,
    )
}
_DATE = re.compile(
    rb"(?:[A-Za-z]{3},?)?\s*(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4})"
    rb"\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(?:([+-])(\d\d)(\d\d)|GMT|UTC|Z)\b"
)
"""The date that nearly every mail carries."""


def date_of(raw: bytes) -> datetime | None:
    """When a mail was written by its author's clock, aware, in UTC; None if the field tells no possible moment."""
    found = _DATE.match(raw)
    try:
        moment = _usual(found) if found else _unusual(raw)
    except (ValueError, OverflowError, TypeError, IndexError, KeyError):
        return None
    return moment if moment and EARLIEST_YEAR <= moment.year <= LATEST_YEAR else None


def _usual(found: re.Match[bytes]) -> datetime:
    day, month, year, hour, minute, second, sign, ahead, minutes = found.groups()
    moment = datetime(
        int(year),
        _MONTHS[month.lower()],
        int(day),
        int(hour),
        int(minute),
        min(int(second or 0), 59),  # 60 is a leap second
        tzinfo=UTC,
    )
    offset = int(ahead or 0) * 60 + int(minutes or 0)
    return moment - _ahead(-offset if sign == b"-" else offset) if offset else moment


def _unusual(raw: bytes) -> datetime | None:
    """The standard library's reading: two-digit years, names of zones, seconds left out, odd orders."""
    parts = parsedate_tz(raw[:200].decode("latin-1"))
    if parts is None:
        return None
    year, month, day, hour, minute, second = parts[:6]
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC) - _ahead((parts[9] or 0) // 60)


@lru_cache(maxsize=128)
def _ahead(minutes: int) -> timedelta:
    """How far a zone is ahead of UTC; a whole day or more is no zone and raises `ValueError`."""
    if abs(minutes) >= _DAY:
        raise ValueError(minutes)
    return timedelta(minutes=minutes)

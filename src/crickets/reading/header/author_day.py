"""
What a mail's Date field tells of its author's own calendar: the day it was there.

Knows the zones of RFC 5322 §3.3 and §4.3; must not know the moment in UTC (`dates` does) nor any language. Never
raises.
"""

from __future__ import annotations

from datetime import date, timedelta
from email.utils import parsedate_tz

from crickets.reading.header.dates import date_of

_LONGEST = 200
"""Bytes of a field that are read."""

_HOUR = 3_600


def local_day(date_field: bytes) -> date | None:
    """
    The day on which the author wrote, by their own calendar; None if the field tells no possible moment.

    "Tomorrow" and "on Monday" are relative to it, and not to the day that it was in UTC.
    """
    moment, ahead = date_of(date_field), _ahead_of_utc(date_field)
    return None if moment is None else (moment + timedelta(seconds=ahead or 0)).date()


def _ahead_of_utc(date_field: bytes) -> int | None:
    """How many seconds the author's clock is ahead of UTC; None where no zone is said."""
    try:
        parts = parsedate_tz(date_field[:_LONGEST].decode("latin-1"))
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    ahead = parts[9] if parts else None
    return ahead if ahead is not None and abs(ahead) < 24 * _HOUR else None

"""
When an absent author is back, as their notice says.

Knows which of the days of an absence counts; which they are is for `absence_roles`. A day is told only where the
words leave no other: what is about something else, ambiguous or long past gives nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from unicodedata import normalize

from crickets.reading.moments.absence_patterns import tongues
from crickets.reading.moments.absence_roles import AbsenceDay, DayRole, said_in
from crickets.reading.moments.moments import days_named
from crickets.reading.moments.names import plain

_LONGEST = 20_000
"""Letters of a notice that are read."""

_STALE = timedelta(days=1)
_FAR = timedelta(days=1_100)
"""No leave is longer: three years is the longest for parents in the languages read (Germany, Spain, Poland)."""


def back_on(text: str, *, language: str, written: date) -> date | None:
    """
    The first day on which the absent author is back, or None where their notice names none that is certain.

    "Back on the 17th" and "until the 17th" are both the 17th, "through the 16th" too. Of several absences, the one
    that lasts or comes next counts; an end and a return named together are the return. `text` is the subject, a line
    break, and the author's words.
    """
    whole = normalize("NFC", text[:_LONGEST])
    for tongue in tongues(plain(whole), language):
        named = days_named(whole, language=tongue, written=written)
        if said := tuple(said_in(whole, named, tongue)):
            return _answer(said, written)
    return None


def _answer(said: Sequence[AbsenceDay], written: date) -> date | None:
    """The return that the days of one notice amount to."""
    sure = [one for one in said if one.certain and written - _STALE <= one.back <= written + _FAR]
    returns = [one.back for one in sure if one.role is DayRole.BACK]
    ends = [one for one in sure if one.role is not DayRole.BACK]
    end = _soonest([one for one in ends if one.direct], written) or _soonest(ends, written)
    if not end:
        return next((day for day in returns if day >= written), returns[0] if returns else None)
    if not returns and any(one.role is DayRole.BACK and not one.certain for one in said):
        return None  # the return was named, and can't be read
    return _after(end, returns, ends)


def _soonest(ends: Sequence[AbsenceDay], written: date) -> AbsenceDay | None:
    """The end of the absence that lasts, or comes next."""
    to_come = [one for one in ends if one.back >= written]
    return min(to_come or ends, key=lambda one: one.back, default=None)


def _after(end: AbsenceDay, returns: Sequence[date], ends: Sequence[AbsenceDay]) -> date | None:
    """The return that belongs to an absence's end, or that end; one before that absence begins ends another."""
    sooner = next((day for day in returns if day < end.back), None)
    if sooner:
        return sooner if end.first and sooner < end.first else None if sooner < end.day else end.back
    next_one = min((one.first or one.day for one in ends if one.day > end.day), default=date.max)
    return next((day for day in returns if day <= next_one), end.back)

"""
The day for which a reply promises the real answer.

Knows what a holding reply is; the words are in `promise_phrases`, the days are read by `promise_days`. Must not know
what the clock of silence makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from crickets.reading.hearing import Heard, Sign, heard_in
from crickets.reading.moments import NamedDay
from crickets.reading.phrasebook import readable
from crickets.reading.promise_days import days_meant

_LONGEST_WAIT = timedelta(days=200)
_LAST_YEAR = 9000
"""A Date header may say anything; behind it the calendar ends."""

_LONGEST_REPLY = 150
"""Words; who writes more has answered, whatever else is promised."""

_ASKING = frozenset({Sign.WISH, Sign.REQUEST})
_OR = re.compile(
    r"\W{1,3}(?:or|o|oppure|lub|albo|eða|oder|ou|u|of|eller|bzw\.?)\s(?:on|am|le|el|op|på|w|á|na)?\s?", re.IGNORECASE
)
_THEN = frozenset("then allora poi wtedy tha dann alors entonces dan entao da".split())
"""Words, without accents, that point to the day named before."""


def promise_of(text: str, *, language: str, written: date) -> date | None:
    """
    The last day on which the promised answer is not yet late; None unless a reply promises one, and for a day.

    A week promised lasts to its Friday, a month to its last day, "after the 15th" to the 16th. A reply that asks
    something back is an answer like any other, and one that names no day promises none.
    """
    heard = heard_in(text)
    promises = [at for at, one in enumerate(heard) if one.has(Sign.OWN_ANSWER)]
    if not promises or _is_an_answer(heard) or written.year > _LAST_YEAR:
        return None
    words = readable(text)
    days = days_meant(words, language=language, written=written)
    found = (_day_of(at, heard, days, words) for at in promises)
    return next((day for day in found if day and written <= day <= written + _LONGEST_WAIT), None)


def _is_an_answer(heard: Sequence[Heard]) -> bool:
    """Whether a reply is more than a promise: it asks something back, or it goes on at length."""
    if sum(len(one.sentence.words) for one in heard) > _LONGEST_REPLY:
        return True
    return any(one.sentence.asks or _asks_back(one) for one in heard)


def _asks_back(heard: Heard) -> bool:
    """Whether a sentence asks for something in words that are not the promise's own ("wir geben Bescheid")."""
    promised = frozenset(at for find in heard.finds if find.sign is Sign.OWN_ANSWER for at in find.own)
    return any(find.sign in _ASKING and not find.own & promised for find in heard.finds)


def _day_of(at: int, heard: Sequence[Heard], days: Sequence[NamedDay], text: str) -> date | None:
    """The day that the sentence with a promise names, behind its words or else before, or points back to."""
    here = heard[at]
    begin = min(here.sentence.begins[find.begin] for find in here.finds if find.sign is Sign.OWN_ANSWER)
    named = _within(here, days)
    behind = [one for one in named if one.begin >= begin]
    if behind:
        return _first_or_its_other(behind, text)
    if not named and at and _THEN.intersection(here.sentence.words):
        named = _within(heard[at - 1], days)
    return named[-1].day if named else None


def _within(heard: Heard, days: Sequence[NamedDay]) -> list[NamedDay]:
    """The days that a sentence names."""
    begins, ends = heard.sentence.begins, heard.sentence.ends
    return [one for one in days if begins and begins[0] <= one.begin < ends[-1]]


def _first_or_its_other(days: Sequence[NamedDay], text: str) -> date:
    """The first of some days, or the later one of "Thursday or Friday"."""
    first = days[0]
    if len(days) > 1 and _OR.fullmatch(text[first.end : days[1].begin]):
        return max(first.day, days[1].day)
    return first.day

"""
The day for which a reply promises the real answer.

Knows what a holding reply is; the words are in `promise_phrases` and `putting_off_phrases`, the days are read by
`promise_days`. Must not know what the clock of silence makes of it. Where a reply may have answered it counts as an
answer: an owner who waits for a client that waits for them loses both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import takewhile

from crickets.made_once import made_once
from crickets.reading.asking.excuses import excused
from crickets.reading.asking.hearing import Heard, Sign, heard_in, is_small
from crickets.reading.asking.phrasebook import TEXT_LIMIT, Find, Phrasebook, plain, readable
from crickets.reading.asking.promise_days import days_meant
from crickets.reading.asking.putting_off_phrases import (
    DECISIONS,
    IF_IT_CHANGES,
    REASONS,
    RECEIPTS,
    REGRETS,
    TURNS,
    YES_OR_NO,
)
from crickets.reading.moments.moments import NamedDay
from crickets.reading.voice.greeting import frame_of, unframed

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

_BESIDE = frozenset({Sign.THANKS, Sign.FAREWELL, Sign.SEASON, Sign.COURTESY, Sign.OWN_ANSWER, Sign.OWN_DEED})
"""What may stand beside a promise in a holding reply, with the asides below."""
_NAMED = frozenset({Sign.OF_MONEY})
"""What says nothing by itself: "the invoice" is any clause's, "the invoice is unclear" decides."""

_LOOSE_WORDS = 2
"""How many words of a clause may be anything: a name, an adverb."""
_REASON_WORDS = 10
"""How many words a clause with a reason in it may have, small ones not counted."""


class _Aside(Enum):
    """What is said beside a promise."""

    DECISION = DECISIONS
    CHANGE = IF_IT_CHANGES
    REASON = REASONS
    RECEIPT = RECEIPTS
    REGRET = REGRETS


_REASONS = (_Aside.REASON, _Aside.RECEIPT, _Aside.REGRET)


@made_once
def _asides() -> Phrasebook[_Aside]:
    return Phrasebook({one: one.value for one in _Aside})


def promise_of(text: str, *, language: str, written: date) -> date | None:
    """
    The last day on which the promised answer is not yet late; None unless a reply promises one, and for a day.

    A week promised lasts to its Friday, a month to its last day, "after the 15th" to the 16th. A reply that asks
    something back is an answer like any other, and one that names no day promises none.
    """
    return day_promised(heard_in, text, language=language, written=written)


def day_promised(
    hear: Callable[[str], Sequence[Heard]],
    text: str,
    *,
    language: str,
    written: date,
    longest_name: int = _LONGEST_REPLY,
) -> date | None:
    """
    The same of whatever is heard as a promise (`Sign.OWN_ANSWER`).

    `longest_name` is how many words a clause may have that says nothing of what is known ("as for the quote"), and one
    more in a line below.
    """
    if written.year > _LAST_YEAR:
        return None
    frame = frame_of(text[:TEXT_LIMIT])
    text = unframed(text[:TEXT_LIMIT], frame.greeting, frame.sign_off)
    heard = hear(text)
    promises = [at for at, one in enumerate(heard) if one.has(Sign.OWN_ANSWER)]
    if not promises or _is_an_answer(heard):
        return None
    words = readable(text)
    days = days_meant(words, language=language, written=written)
    if not _puts_off(heard, days, words, longest_name):
        return None
    found = (_day_of(at, heard, days, words) for at in promises)
    return next((day for day in found if day and written <= day <= written + _LONGEST_WAIT), None)


def _is_an_answer(heard: Sequence[Heard]) -> bool:
    """Whether a reply is more than a promise: it asks something back, or it goes on at length."""
    if sum(len(one.sentence.words) for one in heard) > _LONGEST_REPLY:
        return True
    return any(one.is_question() or _asks_back(one) for one in heard)


def _puts_off(heard: Sequence[Heard], days: Sequence[NamedDay], text: str, longest_name: int) -> bool:
    """Whether nothing stands beside the promises but thanks, a receipt, regret, a courtesy, or why it must wait."""
    last = max(at for at, one in enumerate(heard) if one.has(Sign.OWN_ANSWER))
    return all(
        _is_aside(one, days, longest_name, is_below=at > last and _opens_line(one, text))
        for at, one in enumerate(heard)
    )


def _opens_line(heard: Heard, text: str) -> bool:
    """Whether a sentence is its line's first, as who signs is; a single word ("Anna") may stand behind the promise."""
    begins = heard.sentence.begins
    return len(begins) < 2 or text[: begins[0]].rstrip(" ")[-1:] in {"", "\n"}


def _is_aside(heard: Heard, days: Sequence[NamedDay], longest_name: int, *, is_below: bool) -> bool:
    """Whether a sentence decides nothing and says nothing of its own; a name may stand below."""
    clauses = _clauses(heard, days)
    if any(clause.decides for clause in clauses):
        return False
    is_one = is_below or any(clause.is_explained for clause in clauses)
    longest = longest_name + is_below if is_one else int(bool(excused(heard.sentence)))  # "Oops, it slipped through"
    return all(one.is_explained or not one.loose or one.is_name(longest) for one in clauses)


@dataclass(frozen=True, slots=True)
class _Clause:
    """Whether a clause decides something, whether it is thanks, regret, a reason or the like, and its other words."""

    decides: bool
    is_explained: bool
    loose: int
    words: int

    def is_name(self, longest: int) -> bool:
        """Whether it's no more than a name, an adverb, or what else is as short."""
        return self.loose <= _LOOSE_WORDS and self.words <= longest


def _clauses(heard: Heard, days: Sequence[NamedDay]) -> list[_Clause]:
    """The clauses of a sentence but excuses, without what a promise covers: what it says of the answer to come."""
    sentence = heard.sentence
    asides = _asides().finds_in(sentence)
    promised, beside = _places(heard, frozenset({Sign.OWN_ANSWER})), _places(heard, _BESIDE)
    set_words = promised | _places(heard, frozenset({Sign.COURTESY}))
    decided = _own_of(asides, _Aside.DECISION) - set_words | _own_of(asides, _Aside.CHANGE)
    reasons = _own_of(asides, *_REASONS) - promised
    excuses = excused(sentence)
    own = [(at, of) for at, of in enumerate(sentence.clause) if at not in excuses]
    return [
        _clause([at for at, of in own if of == clause], heard, days, decided, reasons, beside)
        for clause in dict.fromkeys(of for _, of in own)
    ]


def _own_of(asides: Iterable[Find[_Aside]], *kinds: _Aside) -> set[int]:
    """Where the own words of some asides are."""
    return {at for find in asides if find.sign in kinds for at in find.own}


def _places(heard: Heard, signs: frozenset[Sign]) -> set[int]:
    """Which words of a sentence some signs reach over."""
    return {at for find in heard.finds if find.sign in signs for at in _reached(find, heard.sentence.words)}


def _reached(find: Find[Sign], words: Sequence[str]) -> Iterator[int]:
    """Where the words are that a phrase reaches over, up to a "but" behind it."""
    return takewhile(lambda at: at < find.end or words[at] not in TURNS, range(find.begin, find.reach))


def _clause(
    here: Sequence[int], heard: Heard, days: Sequence[NamedDay], decided: set[int], reasons: set[int], beside: set[int]
) -> _Clause:
    sentence, named = heard.sentence, _places(heard, _NAMED)
    free = [at for at in here if at not in beside | named and not is_small(sentence.words[at])]
    loose = sum(not any(day.begin <= sentence.begins[at] < day.end for day in days) for at in free)
    has_reason = not reasons.isdisjoint(here)
    is_word_of_decision = len(here) == 1 and sentence.words[here[0]] in _yes_or_no()
    return _Clause(
        decides=is_word_of_decision or not decided.isdisjoint(here),
        is_explained=(has_reason and loose <= _REASON_WORDS) or (not beside.isdisjoint(here) and loose <= _LOOSE_WORDS),
        loose=loose,
        words=len(here),
    )


@made_once
def _yes_or_no() -> frozenset[str]:
    return frozenset(map(plain, YES_OR_NO))


def _asks_back(heard: Heard) -> bool:
    """Whether a sentence asks for something in words that are not the promise's own ("wir geben Bescheid")."""
    promised = frozenset(at for find in heard.finds if find.sign is Sign.OWN_ANSWER for at in find.own)
    return any(_asks(find, heard) and not find.own & promised for find in heard.finds)


def _asks(find: Find[Sign], heard: Heard) -> bool:
    """
    Whether a phrase asks for something; one of a question does where it opens a clause ("could you check").

    A single word inside of a sentence may be a "whether" ("wir prüfen, ob es geht").
    """
    opens = find.begin == 0 or (len(find.own) > 1 and heard.sentence.opens_clause(find.begin))
    return find.sign in _ASKING or (find.sign is Sign.QUESTION and opens)


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

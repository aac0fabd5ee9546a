"""
The day by which a reply promises to pay.

Read by the rules by which a holding reply is, with words of its own: who asks something back, decides something or
says more has answered. What a promise hangs on makes it none, and so does a fault found with the invoice. Must not know
what it's promised for: of a mail that answers no invoice it says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import Enum

from crickets.made_once import made_once
from crickets.reading.asking.excuses import excused
from crickets.reading.asking.hearing import Heard, Sign, heard_in
from crickets.reading.asking.payment_phrases import CONDITIONS, DENIALS, FAULTS, IN_HAND, PAYS, PRONOUNS, WHAT_IS_PAID
from crickets.reading.asking.phrasebook import Find, Phrasebook
from crickets.reading.asking.promises import day_promised
from crickets.reading.words import together

_LONGEST_NAME = 2
"""Words; "you forgot it" beside a promise of money, or "the logo is missing", says more than that."""


class _Word(Enum):
    PAYS = Sign.OWN_ANSWER
    OF_MONEY = Sign.OF_MONEY


@made_once
def _words() -> Phrasebook[_Word]:
    return Phrasebook({_Word.PAYS: PAYS, _Word.OF_MONEY: together(WHAT_IS_PAID, IN_HAND)})


def payment_of(text: str, *, language: str, written: date) -> date | None:
    """The last day on which the money promised is not yet late; None unless a reply promises it, and for a day."""
    return day_promised(_heard_in, text, language=language, written=written, longest_name=_LONGEST_NAME)


def _heard_in(text: str) -> tuple[Heard, ...]:
    """A text's sentences; where one says that its author pays, that's heard as what it promises."""
    return tuple(map(_with_payments, heard_in(text)))


def _with_payments(heard: Heard) -> Heard:
    """
    What a sentence says, with the payments in it in the place of answers promised; none that hang on something.

    Who finds fault asks for it to be put right, whatever they promise, and so does who speaks of a credit note. How
    they excuse themselves does neither.
    """
    excuses = excused(heard.sentence)
    words = [(at, word) for at, word in enumerate(heard.sentence.words) if at not in excuses]
    corrected = [find.begin for find in heard.finds if find.sign is Sign.CREDIT_NOTE]
    faults = [_request(at) for at in (*corrected, *(at for at, word in words if word in FAULTS))]
    others = (*faults, *(find for find in heard.finds if find.sign is not Sign.OWN_ANSWER))
    said = _words().finds_in(heard.sentence)
    own = frozenset(at for find in said if find.sign is _Word.PAYS for at in find.own)
    hangs = any(word in CONDITIONS and at not in own for at, word in words)
    if hangs or heard.turns_round(beside=excuses) or _is_denied(heard.sentence.words, own):
        return replace(heard, finds=others)
    return replace(heard, finds=(*others, *map(_as_heard, said)))


def _is_denied(words: Sequence[str], own: frozenset[int]) -> bool:
    """Whether a Spanish "no" stands right before what is said, but for pronouns: elsewhere it's "in the", or "well"."""
    return any(_before_pronouns(words, at) in DENIALS for at in own)


def _before_pronouns(words: Sequence[str], at: int) -> str:
    while at and words[at - 1] in PRONOUNS:
        at -= 1
    return words[at - 1] if at else ""


def _request(at: int) -> Find[Sign]:
    return Find(sign=Sign.REQUEST, begin=at, end=at + 1, own=frozenset({at}), reach=at + 1)


def _as_heard(find: Find[_Word]) -> Find[Sign]:
    return Find(sign=find.sign.value, begin=find.begin, end=find.end, own=find.own, reach=find.reach)

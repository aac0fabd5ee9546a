"""
Whether a letter decides something beside all else that it says ("We accept. I'm out of the office until Monday").

Knows the words of decisions, those that make no holding reply either; must not know headers. A responder decides
nothing: such a letter is a person's, however much the rest of it sounds like a machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from crickets.domain.message import Kind
from crickets.made_once import made_once
from crickets.reading.asking.phrasebook import Phrasebook, Sentence, plain, readable, sentences_of
from crickets.reading.asking.putting_off_phrases import DECISIONS, YES_OR_NO
from crickets.reading.automatic.moves import moves_in
from crickets.reading.kinds.clues import ENOUGH, Clue

_TEXT_LIMIT = 1_500
_WORDS = 9
"""How many words a sentence has at most that does no more than decide."""


class _Said(Enum):
    DECISION = DECISIONS


@made_once
def _decisions() -> Phrasebook[_Said]:
    return Phrasebook({one: one.value for one in _Said})


def clues_of_a_decision(text: str) -> Iterator[Clue]:
    """What takes back an automatic reply's words, if one of the letter's sentences decides and makes no such move."""
    if any(map(_decides, sentences_of(readable(text[:_TEXT_LIMIT])))):
        yield Clue(kind=Kind.AUTO_REPLY, weight=-ENOUGH, shown="words: decides something")


def _decides(sentence: Sentence) -> bool:
    if not 0 < len(sentence.words) <= _WORDS:
        return False
    is_word = len(sentence.words) == 1 and sentence.words[0] in _yes_or_no()
    if not is_word and not _decisions().finds_in(sentence):
        return False
    return not moves_in(" ".join(sentence.words))


@made_once
def _yes_or_no() -> frozenset[str]:
    return frozenset(map(plain, YES_OR_NO))

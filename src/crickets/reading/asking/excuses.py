"""
Excuses: clauses that say how something was forgotten or got lost, and nothing besides.

Knows how narrow an excuse is; the words are in `excuse_phrases`. "I forgot to say that the total is wrong" is none, nor
are "you forgot it" and "an oversight in our invoice", and what is taken for none may still be read as anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from crickets.made_once import made_once
from crickets.reading.asking.excuse_phrases import EXCUSES, NOT_THEIR_OWN, SAID_OF_IT, THE_OTHERS
from crickets.reading.asking.hearing import is_small
from crickets.reading.asking.phrasebook import Find, Phrasebook, Sentence
from crickets.reading.asking.putting_off_phrases import REGRETS


class _Part(Enum):
    EXCUSE = EXCUSES
    REGRET = REGRETS
    SAID_OF_IT = SAID_OF_IT
    NOT_THEIR_OWN = NOT_THEIR_OWN


@made_once
def _parts() -> Phrasebook[_Part]:
    return Phrasebook({one: one.value for one in _Part})


def excused(sentence: Sentence) -> frozenset[int]:
    """Which words of a sentence are in clauses that are an excuse and say nothing else."""
    finds = _parts().finds_in(sentence)
    excuses = _own(finds, _Part.EXCUSE)
    if not excuses:
        return frozenset()
    theirs = _own(finds, _Part.NOT_THEIR_OWN) | _places(sentence, THE_OTHERS.__contains__)
    of_it = _own(finds, _Part.SAID_OF_IT)
    known = {at for find in finds for at in find.own} | _numbers_behind(of_it, sentence) | _places(sentence, is_small)
    clauses = ({at for at, of in enumerate(sentence.clause) if of == clause} for clause in set(sentence.clause))
    return frozenset(at for here in clauses if here & excuses and not here & theirs and here <= known for at in here)


def _own(finds: Iterable[Find[_Part]], part: _Part) -> set[int]:
    return {at for find in finds if find.sign is part for at in find.own}


def _places(sentence: Sentence, is_one: Callable[[str], bool]) -> set[int]:
    return {at for at, word in enumerate(sentence.words) if is_one(word)}


def _numbers_behind(places: set[int], sentence: Sentence) -> set[int]:
    """The numbers that stand right behind some words ("invoice 2026-014")."""
    found: set[int] = set()
    for at, word in enumerate(sentence.words):
        if word[0].isdigit() and at - 1 in places | found:
            found.add(at)
    return found

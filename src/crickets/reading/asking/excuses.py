"""
Excuses: clauses that say how something was forgotten or got lost, and nothing besides.

Knows how narrow an excuse is; the words are in `excuse_phrases`. "I forgot to say that the total is wrong" is none,
nor is "you forgot it", and what is taken for none may still be read as anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from crickets.made_once import made_once
from crickets.reading.asking.excuse_phrases import EXCUSES, SAID_OF_IT, THE_OTHERS
from crickets.reading.asking.hearing import is_small
from crickets.reading.asking.phrasebook import Phrasebook, Sentence
from crickets.reading.asking.putting_off_phrases import REGRETS


class _Part(Enum):
    EXCUSE = EXCUSES
    REGRET = REGRETS
    SAID_OF_IT = SAID_OF_IT


@made_once
def _parts() -> Phrasebook[_Part]:
    return Phrasebook({one: one.value for one in _Part})


def excused(sentence: Sentence) -> frozenset[int]:
    """Which words of a sentence are in clauses that are an excuse and say nothing else."""
    finds = _parts().finds_in(sentence)
    excuses = {at for find in finds if find.sign is _Part.EXCUSE for at in find.own}
    if not excuses:
        return frozenset()
    of_it = {at for find in finds if find.sign is _Part.SAID_OF_IT for at in find.own}
    known = {at for find in finds for at in find.own} | _numbers_behind(of_it, sentence)
    clauses = ([at for at, of in enumerate(sentence.clause) if of == clause] for clause in set(sentence.clause))
    return frozenset(at for here in clauses if _is_excuse(here, sentence, excuses, known) for at in here)


def _is_excuse(here: Sequence[int], sentence: Sentence, excuses: set[int], known: set[int]) -> bool:
    """Whether a clause has the words of an excuse, none that speaks to the other, and none that nobody knows."""
    words = [sentence.words[at] for at in here]
    if excuses.isdisjoint(here) or not THE_OTHERS.isdisjoint(words):
        return False
    return all(at in known or is_small(word) for at, word in zip(here, words, strict=True))


def _numbers_behind(places: set[int], sentence: Sentence) -> set[int]:
    """The numbers that stand right behind some words ("invoice 2026-014")."""
    found: set[int] = set()
    for at, word in enumerate(sentence.words):
        if word[0].isdigit() and at - 1 in places | found:
            found.add(at)
    return found

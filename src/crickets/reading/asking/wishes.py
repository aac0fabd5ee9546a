"""
Wishes: lines that say goodbye, or greet for a season, and nothing of their author.

Knows which are true for some days alone; must not know what is made of a letter that closes with one.
"""

from __future__ import annotations

from itertools import pairwise

from crickets.reading.asking.closings import OF_A_SEASON
from crickets.reading.asking.hearing import Sign, heard_in

_WISHES = frozenset({Sign.SEASON, Sign.FAREWELL})


def is_wish(line: str) -> bool:
    """Whether all that a line says is a wish, or a goodbye ("Happy Easter!")."""
    heard = heard_in(line)
    return any(one.has(*_WISHES) for one in heard) and all(one.is_explained(_WISHES) for one in heard)


def is_of_a_season(closing: str) -> bool:
    """Whether closing words have a wish in them for a feast, for holidays, a week or its end, or for the evening."""
    heard = heard_in(closing)
    wishes = (
        one.sentence.words[find.begin : find.reach] for one in heard for find in one.finds if find.sign in _WISHES
    )
    return any(not OF_A_SEASON.isdisjoint({*words, *map(" ".join, pairwise(words))}) for words in wishes)

"""
The language a text is written in.

Knows how sure the model must be, which is loaded when it is first asked: that takes half a second. Empty when
unsure: a letter in the wrong language is worse than one in the owner's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from crickets.made_once import made_once
from crickets.reading.voice.greeting import frame_of, language_votes
from crickets.reading.voice.language_marks import script_language, telling_of

LANGUAGES = tuple(
    """
    en it pl is de fr es nl pt sv da no fi cs sk hu ro ru uk bg sr hr sl tr et lv lt ca gl
    """.split()
)
"""The templates' languages and their neighbours: what isn't among them must not be taken for one that is."""

_TEXT_LIMIT = 4_000
_LETTERS_LEAST = 12
_SURE = 0.90
_SURE_WITH_GREETING = 0.30
_POSSIBLE = 0.20
"""How probable a language must be: by itself, where the greeting or the sign-off is in it, where its words tell."""
_NEAR = 5
"""Among how many of the model's guesses the language of the greeting must be."""
_MANY = 3
"""So many telling words need no model."""

_RARE_TWINS = {"gl": "pt"}
"""A language that a short text can hardly be told from, and the one that a hundred times as many people write."""

_NOT_WORDS = re.compile(r"https?://\S+|\S+@\S+|www\.\S+|\d+")


class _Model(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


@made_once
def _model() -> _Model:
    """The model; nobody changes it."""
    from crickets.reading.voice.language_model import model_of  # noqa: PLC0415 - see above

    model: _Model = model_of(LANGUAGES)
    return model


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language, or nothing if it's too short or too mixed to tell."""
    words = _NOT_WORDS.sub(" ", text[:_TEXT_LIMIT])
    letters = sum(char.isalpha() for char in words)
    if not letters:
        return ""
    script = script_language(words, letters)
    if script:
        return script
    votes = language_votes(frame_of(text[:_TEXT_LIMIT]))
    if letters < _LETTERS_LEAST:
        return _sole(votes)
    telling = telling_of(words)
    return _weighed(_ranked(words, telling), votes, telling)


def _ranked(words: str, telling: Mapping[str, int]) -> list[tuple[str, float]]:
    """Languages by probability; what is more like the one of two twins, and has no word of the other's, is the one."""
    found = dict(_model().rank(words))
    for rare, frequent in _RARE_TWINS.items():
        if not telling.get(rare) and found[rare] < found[frequent]:
            found[frequent] += found.pop(rare)
    return sorted(found.items(), key=lambda one: -one[1])


def _weighed(ranked: list[tuple[str, float]], votes: Mapping[str, int], telling: Mapping[str, int]) -> str:
    """The language that the model is sure of and the words don't deny, or that words and model agree on."""
    best, probability = ranked[0]
    told = _first_by_far(telling)
    most = max(telling.values(), default=0)
    denied = bool(told) and told != best and telling.get(best, 0) + 1 < most
    doubted = bool(votes) and best not in votes and not telling.get(best)
    agreed = told == best or 0 < most == telling.get(best, 0)
    if not (denied or doubted) and (
        probability >= _SURE or (probability >= _SURE_WITH_GREETING and (best in votes or agreed))
    ):
        return best
    if told and (told in votes or dict(ranked)[told] * most >= _POSSIBLE or (most >= _MANY and not votes)):
        return told
    return _sole(votes) if dict(ranked[:_NEAR]).keys() & votes.keys() and not denied else ""


def _first_by_far(telling: Mapping[str, int]) -> str:
    """The language that more words tell of than of any other, or nothing."""
    most = max(telling.values(), default=0)
    first = [language for language, count in telling.items() if count == most]
    return first[0] if len(first) == 1 else ""


def _sole(votes: Mapping[str, int]) -> str:
    """The one language that the greeting and the sign-off are words of, or nothing."""
    return _first_by_far(votes)

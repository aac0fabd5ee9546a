"""
How many phrases of a table stand in a text.

Knows how words are compared for that: whole words, whatever their case and what is between them. Must not know what the
phrases mean. Made to be cheap for a thousand phrases, most of which begin with a word that the text doesn't have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crickets.reading.words import Words, spoken

_NO_WORD = re.compile(r"[^\w$%]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts in which no blank need stand around a word."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text as small words with one blank before and behind each, and which words these are."""

    text: str
    words: frozenset[str]


def told(text: str) -> Told:
    """A text as it is searched."""
    plain = _plain(text)
    return Told(plain, frozenset(plain.split()))


@dataclass(frozen=True, slots=True)
class CountedPhrases:
    """The phrases of a table, by their first words; those of scripts without blanks apart."""

    by_first: Mapping[str, tuple[str, ...]]
    unspaced: tuple[str, ...]

    def count(self, text: Told) -> int:
        """How many of them stand in a text."""
        spaced = (phrase for first in self.by_first.keys() & text.words for phrase in self.by_first[first])
        return sum(phrase in text.text for phrase in spaced) + sum(phrase in text.text for phrase in self.unspaced)


def counted(table: Words) -> CountedPhrases:
    """A table made ready to be counted."""
    phrases = spoken(table)
    unspaced = tuple(phrase for phrase in phrases if _UNSPACED.search(phrase))
    spaced = dict.fromkeys(_plain(phrase) for phrase in phrases if phrase not in unspaced)
    return CountedPhrases(_by_first(spaced), unspaced)


def _by_first(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.split()[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


def _plain(text: str) -> str:
    return f" {_NO_WORD.sub(' ', text.casefold()).strip()} "

"""
Tables of words by language, and patterns made of them.

Knows how such a table is written; must not know what the words are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import combining, normalize

Words = Mapping[str, tuple[str, ...]]
"""Words or phrases by language (ISO 639-1)."""

_ROW = re.compile(r"\s*([a-z]{2}): (.*)", re.DOTALL)
_NEXT_ROW = re.compile(r"\n(?=\s*[a-z]{2}: )")


def table(text: str) -> Words:
    """A table of phrases, written a language a paragraph: its code, a colon, phrases between bars."""
    rows = (_ROW.match(row) for row in _NEXT_ROW.split(text))
    return {row[1]: tuple(" ".join(phrase.split()) for phrase in row[2].split("|")) for row in rows if row}


def together(*tables: Words) -> Words:
    """The phrases of some tables in one."""
    return {language: tuple(p for one in tables for p in one.get(language, ())) for language in tables[0]}


def also_bare(words: Words) -> Words:
    """A table with each phrase as it is typed without accents, too ("Buen dia", "Bonne journee")."""
    return {
        language: tuple(dict.fromkeys(way for phrase in phrases for way in (phrase, _bare(phrase))))
        for language, phrases in words.items()
    }


def _bare(phrase: str) -> str:
    letters = (char for char in normalize("NFD", phrase) if not combining(char))
    return normalize("NFC", "".join(letters))


def spoken(*tables: Words) -> tuple[str, ...]:
    """The phrases of some tables, whatever their language, each once."""
    return tuple(dict.fromkeys(phrase for one in tables for phrases in one.values() for phrase in phrases))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern, ungrouped, for one of some phrases, the longest first; blanks vary, ``…`` is any word."""
    longest_first = sorted(set(map(_varied, phrases)), key=len, reverse=True)
    return "|".join(longest_first)


def _varied(phrase: str) -> str:
    """A phrase as a pattern: blanks and hyphens are one, and so are the apostrophes."""
    words = (
        re.escape(word).replace("\u2026", r"\S{1,30}").replace("'", "['\u2019\u00b4`]")
        for word in re.split(r"[ -]", phrase)
    )
    return r"[\s-]*".join(words) if phrase.isascii() else r"\s*".join(words)

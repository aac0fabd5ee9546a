"""
Where phrases of many languages stand in a text, in one walk over its words.

Knows how phrases are written in a table and how words are compared; must not know what the phrases mean. In a table's
phrase ``(a/b)`` is either and ``(a/)`` is optional, ``…`` is up to three words of the same sentence, ``……`` up to
ten, ``#`` a number, ``absen*`` any word that begins so. Accents, case and the ways to write an umlaut don't count.
A script without blanks (Chinese, Japanese, Thai) is read by its letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Generic, TypeVar

from crickets.reading.words import Words

TEXT_LIMIT = 4_000
BREAK = "."
"""Stands between sentences in a text's words."""

_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(
    rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+|(?<!\d)\.(?=\s+[^\s\d])|[!?;:\u3002\uff01\uff1f\uff1b\u2022]|\n\s*\n"
)
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]+"
)
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "æ": "a", "œ": "o", "đ": "d", "ð": "d", "ı": "i", "ی": "ي", "ک": "ك"})
_SPELLINGS = (("e-mail", "email"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
"""An umlaut may be written with an e, a ring as a double a; both sides are folded alike, so nothing is lost."""

_ALTERNATIVES = re.compile(r"\(([^()]*)\)")
_ITEM = re.compile(rf"…+|#|[{_UNSPACED}]|[^\W_{_UNSPACED}]+\*?")
_GAPS = {"…": 3, "……": 10}
_NUMBER = "#"
_WORDS_KNOWN = 1 << 14
"""For how many words it is remembered whether a phrase begins with them; people use the same few."""

Move = TypeVar("Move")
_Key = TypeVar("_Key", str, int)


@dataclass(slots=True)
class _Node(Generic[Move]):
    """What may follow after the words so far, and which moves are complete here."""

    words: dict[str, _Node[Move]] = field(default_factory=dict)
    stems: dict[str, _Node[Move]] = field(default_factory=dict)
    gaps: dict[int, _Node[Move]] = field(default_factory=dict)
    number: _Node[Move] | None = None
    moves: tuple[Move, ...] = ()

    def behind(self, item: str) -> _Node[Move]:
        """The node behind one more item of a phrase, made if need be."""
        if item in _GAPS:
            return _opened(self.gaps, _GAPS[item])
        if item == _NUMBER:
            self.number = self.number or _Node()
            return self.number
        if item.endswith("*"):
            return _opened(self.stems, item[:-1])
        return _opened(self.words, item)


def _opened(nodes: dict[_Key, _Node[Move]], key: _Key) -> _Node[Move]:
    """The node of that name; made only where it's missing, for there are a hundred thousand steps and few new ones."""
    node = nodes.get(key)
    if node is None:
        node = nodes[key] = _Node()
    return node


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Generic[Move]):
    """A phrase found: what it means, and from which word up to which (not included) it stands."""

    move: Move
    start: int
    end: int


class Spotter(Generic[Move]):
    """Tables of phrases, ready to be sought together."""

    def __init__(self, tables: Mapping[Move, Words]) -> None:
        self._root: _Node[Move] = _Node()
        for move, table in tables.items():
            for phrase in {phrase for phrases in table.values() for phrase in phrases}:
                self._add(phrase, move)
        self._behind = lru_cache(maxsize=_WORDS_KNOWN)(self._sought)

    def spots(self, words: Sequence[str]) -> list[Spot[Move]]:
        """Every phrase among some words, in the order of their first words."""
        found: list[Spot[Move]] = []
        behind = self._behind
        for at, word in enumerate(words):
            for node in behind(word):
                _follow(node, words, at, at + 1, found)
        return found

    def _sought(self, word: str) -> tuple[_Node[Move], ...]:
        """Where in the tables a phrase goes on that begins with a word; most words begin none."""
        root, stems = self._root, self._root.stems
        exact = (root.words.get(word), root.number if word[0].isdigit() else None)
        begun = (stems.get(word[:length]) for length in range(1, len(word) + 1))
        return tuple(node for node in (*exact, *begun) if node is not None)

    def _add(self, phrase: str, move: Move) -> None:
        for items in _readings(phrase):
            node = self._root
            for item in items:
                node = node.behind(item)
            if move not in node.moves:
                node.moves = (*node.moves, move)


def words_of(text: str) -> list[str]:
    """A text's words as they are compared, with `BREAK` between sentences; of a long text its first part."""
    return [word if word.isalnum() else BREAK for word in _WORD.findall(folded(text[:TEXT_LIMIT]))]


def folded(text: str) -> str:
    """A text without case, accents and the choice of how to write an umlaut."""
    text = text.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
        text = text.translate(_LETTERS)
    for written, read in _SPELLINGS:
        text = text.replace(written, read)
    return text


def _readings(phrase: str) -> Iterator[list[str]]:
    """Each way to read a phrase of a table, as items."""
    phrase = folded(phrase.replace("…", "\ue000")).replace("\ue000", "…")
    if "(" not in phrase:
        yield _items(phrase)
        return
    pieces = _ALTERNATIVES.split(phrase)
    choices = [piece.split("/") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield _items("".join(chosen))


def _items(phrase: str) -> list[str]:
    items = _ITEM.findall(phrase)
    while items and items[-1] in _GAPS:
        items.pop()  # what may follow or not says nothing
    return items


def _follow(node: _Node[Move], words: Sequence[str], start: int, at: int, found: list[Spot[Move]]) -> None:
    """Adds what is complete at a node, and what can still be completed with the words from `at` on."""
    found.extend(Spot(move=move, start=start, end=at) for move in node.moves)
    if at >= len(words):
        return
    _step(node, words, start, at, found)
    for length, behind in node.gaps.items():
        for place in range(at, min(at + length + 1, len(words))):
            _step(behind, words, start, place, found)
            if words[place] == BREAK:  # no gap reaches over a sentence's end
                break


def _step(node: _Node[Move], words: Sequence[str], start: int, at: int, found: list[Spot[Move]]) -> None:
    """Follows a phrase over the word at `at`, where it may go on with that one."""
    word = words[at]
    following = node.words.get(word)
    if following is not None:
        _follow(following, words, start, at + 1, found)
    if node.number is not None and word[0].isdigit():
        _follow(node.number, words, start, at + 1, found)
    for stem, behind in node.stems.items():
        if word.startswith(stem):
            _follow(behind, words, start, at + 1, found)

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from sys import intern
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
_STEM = "*"
_SPECIAL = frozenset("…#*")
"""With which an item ends that is no word."""
_WORDS_KNOWN = 1 << 14
"""For how many words it is remembered whether a phrase begins with them; people use the same few."""

Move = TypeVar("Move")


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Move]):
    """One way to read a phrase of a table, as items, and the move that it makes."""

    items: tuple[str, ...]
    move: Move


class _Node(Generic[Move]):
    """
    Where the words so far lead, by the phrases that begin with them.

    These are told apart by what follows only when a text first comes here, which it hardly ever does: of a hundred
    thousand steps a mailbox goes a few hundred. Two threads that come at once find out the same.
    """

    __slots__ = ("_known", "_phrases", "_read")

    def __init__(self, phrases: list[_Phrase[Move]], read: int) -> None:
        self._phrases = phrases
        self._read = read
        self._known: _Steps[Move] | None = None

    @property
    def steps(self) -> _Steps[Move]:
        """What may follow here."""
        known = self._known
        if known is None:
            known = self._known = _steps_of(self._phrases, self._read)
        return known


@dataclass(frozen=True, slots=True, kw_only=True)
class _Steps(Generic[Move]):
    """What may follow after the words so far, and which moves are complete here."""

    words: Mapping[str, _Node[Move]]
    stems: Mapping[str, _Node[Move]]
    gaps: Mapping[int, _Node[Move]]
    number: _Node[Move] | None
    moves: tuple[Move, ...]


def _steps_of(phrases: Iterable[_Phrase[Move]], read: int) -> _Steps[Move]:
    """The steps that phrases have in common up to an item, told apart by that one."""
    following: dict[str, list[_Phrase[Move]]] = {}
    complete: dict[Move, None] = {}
    for phrase in phrases:
        if len(phrase.items) == read:
            complete[phrase.move] = None
        else:
            following.setdefault(phrase.items[read], []).append(phrase)
    nodes = {item: _Node(these, read + 1) for item, these in following.items()}
    return _Steps(
        words={item: node for item, node in nodes.items() if item[-1] not in _SPECIAL},
        stems={item[:-1]: node for item, node in nodes.items() if item[-1] == _STEM},
        gaps={_GAPS[item]: node for item, node in nodes.items() if item in _GAPS},
        number=nodes.get(_NUMBER),
        moves=tuple(complete),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Generic[Move]):
    """A phrase found: what it means, and from which word up to which (not included) it stands."""

    move: Move
    start: int
    end: int


class Spotter(Generic[Move]):
    """Tables of phrases, ready to be sought together."""

    def __init__(self, tables: Mapping[Move, Words]) -> None:
        phrases = [_Phrase(items, move) for move, table in tables.items() for items in _readings_of(table)]
        self._first = _Node(phrases, 0).steps
        self._behind = lru_cache(maxsize=_WORDS_KNOWN)(self._sought)

    def spots(self, words: Sequence[str]) -> list[Spot[Move]]:
        """Every phrase among some words, in the order of their first words."""
        found: list[Spot[Move]] = []
        behind = self._behind
        for at, word in enumerate(words):
            for node in behind(word):
                _follow(node.steps, words, at, at + 1, found)
        return found

    def _sought(self, word: str) -> tuple[_Node[Move], ...]:
        """Where in the tables a phrase goes on that begins with a word; most words begin none."""
        first, stems = self._first, self._first.stems
        exact = (first.words.get(word), first.number if word[0].isdigit() else None)
        begun = (stems.get(word[:length]) for length in range(1, len(word) + 1))
        return tuple(node for node in (*exact, *begun) if node is not None)


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


def _readings_of(table: Words) -> Iterator[tuple[str, ...]]:
    """Each way to read each phrase of a table, as items."""
    return (
        items for phrase in {phrase for phrases in table.values() for phrase in phrases} for items in _readings(phrase)
    )


def _readings(phrase: str) -> Iterator[tuple[str, ...]]:
    """Each way to read a phrase, as items."""
    phrase = folded(phrase.replace("…", "\ue000")).replace("\ue000", "…")
    if "(" not in phrase:
        yield _items(phrase)
        return
    pieces = _ALTERNATIVES.split(phrase)
    choices = [piece.split("/") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield _items("".join(chosen))


def _items(phrase: str) -> tuple[str, ...]:
    items = _ITEM.findall(phrase)
    while items and items[-1] in _GAPS:
        items.pop()  # what may follow or not says nothing
    return tuple(map(intern, items))  # the tables say much in the same few words


def _follow(steps: _Steps[Move], words: Sequence[str], start: int, at: int, found: list[Spot[Move]]) -> None:
    """Adds what is complete at a node, and what can still be completed with the words from `at` on."""
    found.extend(Spot(move=move, start=start, end=at) for move in steps.moves)
    if at >= len(words):
        return
    _step(steps, words, start, at, found)
    for length, behind in steps.gaps.items():
        for place in range(at, min(at + length + 1, len(words))):
            _step(behind.steps, words, start, place, found)
            if words[place] == BREAK:  # no gap reaches over a sentence's end
                break


def _step(steps: _Steps[Move], words: Sequence[str], start: int, at: int, found: list[Spot[Move]]) -> None:
    """Follows a phrase over the word at `at`, where it may go on with that one."""
    word = words[at]
    following = steps.words.get(word)
    if following is not None:
        _follow(following.steps, words, start, at + 1, found)
    if steps.number is not None and word[0].isdigit():
        _follow(steps.number.steps, words, start, at + 1, found)
    for stem, behind in steps.stems.items():
        if word.startswith(stem):
            _follow(behind.steps, words, start, at + 1, found)

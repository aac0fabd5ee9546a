"""
Phrases in many languages, found in a text by their words.

Knows how a text falls into sentences and words, and the notation in which phrases are written; must not know what a
phrase says. Words are compared without case and accents: people write "dziekuje", "perche", "Rueckmeldung".

The notation: ``let me/us know`` has a choice of words, ``invoice*`` a stem, ``(very)`` a word that may be missing,
``…`` stands for up to three words, a ``<`` before a phrase holds it to the beginning of a clause, and a ``>`` behind
lets it go on to the clause's end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from crickets.reading.words import Words, spoken

TEXT_LIMIT = 12_000
_GAP = 3
_LONGEST_SENTENCE = 150
"""Words; more than that is a list or a machine's text, and is read in pieces."""

_STEM_LEAST = 3
_WRAPPED_LEAST = 45
"""A line as long as this may go on in the next: mail is wrapped at 60 to 78 columns (RFC 5322 §2.1.1, RFC 3676)."""

_ADDRESS = re.compile(r"https?://\S{1,2000}|www\.\S{1,2000}|\S{1,200}@\S{1,200}", re.IGNORECASE)
_NO_NUMBER = r"(?!(?:(?<=\b[^\W\d]\.)|(?<=\b[^\W\d]{2}\.))\s\d)"
"""Behind a dot that ends a sentence: "v. 33" and "kl. 12" go on."""
_PIECE = re.compile(
    r"(?P<word>[^\W_]+)|(?P<asks>[?\u00bf\uff1f\u061f])"
    rf"|(?P<ends>(?<!\d)\.(?!\w){_NO_NUMBER}|[!\u2026]|\n)|(?P<parts>[,;:()\u2013\u2014]|\s-)"
)
_SOFT_BREAK = re.compile(r"(?<=\S)\n(?=[^\n\s>*\u2022-])")
_PART = re.compile(r"\([^()]*\)|\u2026|[^\s()\u2026]+")
_SPLIT_CHOICE = re.compile(r"/\s+")
_APOSTROPHE = re.compile(r"['\u2019]")
_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})

SignT = TypeVar("SignT")


def plain(word: str) -> str:
    """A word as it is compared: no case, no accents."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFKD", folded.translate(_SPECIAL))
    return "".join(char for char in apart if not unicodedata.combining(char))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """
    The words of a sentence, as they are compared; `begins` and `ends` are each word's offsets in the text.

    `clause` numbers the clause each word is in; `asks` tells a question mark.
    """

    words: tuple[str, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    clause: tuple[int, ...]
    asks: bool = False

    def opens_clause(self, at: int) -> bool:
        """Whether a word is its clause's first."""
        return at == 0 or self.clause[at - 1] != self.clause[at]

    def clause_end(self, at: int) -> int:
        """Where the clause ends that the word before `at` is in."""
        here = self.clause[at - 1]
        while at < len(self.words) and self.clause[at] == here:
            at += 1
        return at


def readable(text: str) -> str:
    """A text with addresses blanked and wrapped lines joined, its length unchanged; composed (NFC) before."""
    composed = unicodedata.normalize("NFC", text[:TEXT_LIMIT])
    blanked = _ADDRESS.sub(lambda found: " " * len(found[0]), composed)
    return _SOFT_BREAK.sub(lambda found: _joint(blanked, found.start()), blanked)


def _joint(text: str, at: int) -> str:
    """A blank in the place of a line break where the line was long enough to have been wrapped."""
    return " " if at - (text.rfind("\n", 0, at) + 1) >= _WRAPPED_LEAST else "\n"


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a `readable` text; a mark of its own (a lone "?") is a sentence without words."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    words: list[tuple[str, int, int, int]] = []
    clause, asks = 0, False
    for piece in _PIECE.finditer(text):
        if piece["word"] and len(words) < _LONGEST_SENTENCE:
            words.append((plain(piece["word"]), piece.start(), piece.end(), clause))
        elif piece["word"]:
            yield _sentence(words, asks=asks)
            words, asks = [(plain(piece["word"]), piece.start(), piece.end(), clause)], False
        elif piece["parts"]:
            clause += 1
        elif piece[0] == "\u00bf":
            asks = True
        elif words or piece["asks"]:
            yield _sentence(words, asks=asks or bool(piece["asks"]))
            words, asks, clause = [], False, clause + 1
    if words or asks:
        yield _sentence(words, asks=asks)


def _sentence(words: list[tuple[str, int, int, int]], *, asks: bool) -> Sentence:
    columns = tuple(zip(*words, strict=True)) or ((), (), (), ())
    return Sentence(words=columns[0], begins=columns[1], ends=columns[2], clause=columns[3], asks=asks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Find(Generic[SignT]):
    """
    A phrase found in a sentence, and of which sign it is.

    It goes from the word `begin` up to before `end`; `own` are its own words among them, without those of its gaps.
    `reach` is how far it goes on.
    """

    sign: SignT
    begin: int
    end: int
    own: frozenset[int]
    reach: int

    def is_within(self, other: Find[SignT]) -> bool:
        """Whether it is only a part of a longer phrase ("let me know" in "let me know if you have questions")."""
        return self.own < other.own


@dataclass(frozen=True, slots=True)
class _Word:
    """One place of a phrase: whole words, and stems."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def is_met_by(self, word: str) -> bool:
        return word in self.whole or (bool(self.stems) and word.startswith(self.stems))


_ANY = _Word(frozenset(), ())
"""The place of a gap."""


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[SignT]):
    sign: SignT
    places: tuple[_Word, ...]
    goes_on: bool
    has_gap: bool
    opens: bool

    def words_in(self, words: tuple[str, ...], at: int) -> tuple[int, ...] | None:
        """Which words are the phrase's if it begins at one, the shortest way; that one is met already."""
        if self.has_gap:
            return self._words_around_gaps(words, at)
        end = at + len(self.places)
        if end > len(words) or not all(map(_Word.is_met_by, self.places[1:], words[at + 1 : end])):
            return None
        return tuple(range(at, end))

    def _words_around_gaps(self, words: tuple[str, ...], at: int) -> tuple[int, ...] | None:
        """The same where up to three words may stand between: each end reached, with the words that led there."""
        ways: dict[int, tuple[int, ...]] = {at + 1: (at,)}
        for place in self.places[1:]:
            if not ways:
                return None
            ways = _after_gap(ways) if place is _ANY else _after_word(ways, place, words)
        return ways[min(ways)] if ways else None


def _after_gap(ways: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """Where a phrase may go on, and which words were its own till there, behind a gap."""
    return {end + more: ways[end] for end in sorted(ways, reverse=True) for more in range(_GAP, -1, -1)}


def _after_word(
    ways: Mapping[int, tuple[int, ...]], place: _Word, words: tuple[str, ...]
) -> dict[int, tuple[int, ...]]:
    return {end + 1: (*own, end) for end, own in ways.items() if end < len(words) and place.is_met_by(words[end])}


class Phrasebook(Generic[SignT]):
    """Phrases by what they are a sign of, found by the first of their words."""

    def __init__(self, tables: Mapping[SignT, Words]) -> None:
        """All languages of the tables together: short mail is often in two, and its language is a guess."""
        self._by_words: dict[str, list[_Phrase[SignT]]] = {}
        for sign, words in tables.items():
            for phrase in _phrases(sign, spoken(words)):
                self._enter(phrase)

    def _enter(self, phrase: _Phrase[SignT]) -> None:
        """By its first two words where it can be, else by the first, or by the beginning of its stem."""
        first, second = phrase.places[0], phrase.places[1] if len(phrase.places) > 1 else _ANY
        pairs = second.whole if second.whole and not second.stems else ("",)
        for key in (*first.whole, *(f"{stem[:_STEM_LEAST]}*" for stem in first.stems)):
            for behind in pairs:
                self._by_words.setdefault(f"{key} {behind}", []).append(phrase)

    def finds_in(self, sentence: Sentence) -> tuple[Find[SignT], ...]:
        """The phrases of a sentence, without those that are but a part of a longer one."""
        found = [find for at in range(len(sentence.words)) for find in self._at(sentence, at)]
        return tuple(one for one in found if not any(one.is_within(other) for other in found))

    def _at(self, sentence: Sentence, at: int) -> Iterator[Find[SignT]]:
        words = sentence.words
        word, stem = words[at], f"{words[at][:_STEM_LEAST]}*"
        behind = words[at + 1] if at + 1 < len(words) else ""
        for key in (
            (f"{word} ", f"{word} {behind}", f"{stem} ", f"{stem} {behind}") if behind else (f"{word} ", f"{stem} ")
        ):
            for phrase in self._by_words.get(key, ()):
                if phrase.opens and not sentence.opens_clause(at):
                    continue
                if phrase.places[0].is_met_by(word) and (own := phrase.words_in(words, at)):
                    end = own[-1] + 1
                    reach = sentence.clause_end(end) if phrase.goes_on else end
                    yield Find(sign=phrase.sign, begin=at, end=end, own=frozenset(own), reach=reach)


def _phrases(sign: SignT, written: Iterable[str]) -> Iterator[_Phrase[SignT]]:
    """The phrases that some in the notation stand for, each with and without the words that may be missing."""
    for text in written:
        choices = [_choices(part) for part in _PART.findall(_SPLIT_CHOICE.sub("/", text.strip("<>")))]
        for chosen in product(*choices):
            places = tuple(_ANY if part == "\u2026" else _place(part) for parts in chosen for part in parts)
            yield _Phrase(sign, places, text.endswith(">"), _ANY in places, text.startswith("<"))


def _choices(part: str) -> Sequence[tuple[str, ...]]:
    """By which words a part of a phrase may be met: by one of a choice, or, in brackets, by several or by none."""
    if not part.startswith("("):
        return [tuple(_APOSTROPHE.split(part))]
    options = part.strip("()").split("/")
    single = "/".join(option for option in options if " " not in option)
    return [(), *([(single,)] if single else []), *(tuple(option.split()) for option in options if " " in option)]


def _place(part: str) -> _Word:
    options = [plain(option) for option in part.split("/")]
    return _Word(
        frozenset(option for option in options if not option.endswith("*")),
        tuple(option[:-1] for option in options if option.endswith("*")),
    )

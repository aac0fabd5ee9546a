"""
Marks of what a text says, by which it is found again in a quote: in other lines, behind other signs, cut short.

Knows what quoting does to a text; must not know mails. Runs of words are marked, not lines or sentences: a quote
wraps the lines anew, and may break off anywhere. Of all marks the smallest are kept, so that two texts that share
words keep the same ones of them (A. Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from heapq import nsmallest

from crickets.domain.kinship import SKETCH

_READ = 6_000
"""How much of a text is looked at, in characters."""

_WORDS = 200
"""
How many of its first words are marked: what a reply answers is quoted before what that quoted in turn.

The more words share the few marks that are kept, the fewer are left for a short mail above a long history.
"""

_SIGNIFICANT = 30
"""How many letters and digits a run of words has at least: shorter ones are phrases that everybody writes."""

_FEWEST = 3
"""How many words a run has at least: a file's name or a key says nothing by itself."""

_QUOTE_MARKS = re.compile(r"^[ \t>|\u00a0\u2502\u2503]++", re.MULTILINE)
_NO_WORDS = re.compile(r"<?\b(?:https?://|mailto:|www\.)[^\s<>]++>?|(?<![^\s<])[^\s<>@]{1,100}@[^\s<>@]{1,200}>?")
"""Links and addresses: a program that makes text of HTML may show them behind their words, or not."""

_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W_]+"
)
"""A word; or a letter of a script that puts no blanks between words."""


def prints_of(text: str) -> tuple[int, ...]:
    """The marks of a text, in order of their size, at most 40; none for one that says too little."""
    return tuple(nsmallest(SKETCH, set(map(_mark, _runs(_words(text[:_READ]))))))


def _words(text: str) -> list[str]:
    """The first words of a text in one case, whatever its lines, quote marks and punctuation."""
    bare = _NO_WORDS.sub(" ", _QUOTE_MARKS.sub("", text))
    found = _WORD.finditer(unicodedata.normalize("NFKC", bare).casefold())
    return [word[0] for word, _ in zip(found, range(_WORDS), strict=False)]


def _runs(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """From each word on, as many as together say enough to be told from others."""
    begin = length = 0
    for end, word in enumerate(words, start=1):
        length += _weight(word)
        while length >= _SIGNIFICANT and end - begin >= _FEWEST:
            yield words[begin:end]
            length -= _weight(words[begin])
            begin += 1


def _weight(word: str) -> int:
    """How much a word says, in letters: an ideograph as much as two."""
    return 2 if len(word) == 1 and not word.isascii() and unicodedata.east_asian_width(word) in "WF" else len(word)


def _mark(words: Sequence[str]) -> int:
    """64 bits, the same on every machine."""
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)

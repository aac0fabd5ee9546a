"""
Who is gone for good, and whom to write to instead.

Knows what automatic replies say of both, by tables of phrases; must not know whether a mail is one. An address is one
to write to instead when it is named where the letter says so; never the author's own, never one that nobody reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import takewhile

from crickets.domain.message import Address
from crickets.domain.robots import is_robot
from crickets.made_once import made_once
from crickets.reading.automatic.absence_phrases import AWAY
from crickets.reading.automatic.departure_phrases import CLOSED, GONE, MOVED
from crickets.reading.automatic.meanwhile_phrases import INSTEAD
from crickets.reading.automatic.personal_phrases import ABOUT, SMALL_PRINT
from crickets.reading.automatic.spotting import TEXT_LIMIT, Spotter, words_of

ADDRESSES_LIMIT = 5

_ADDRESS = re.compile(
    r"(?:\"?(?P<name>[^\W\d_][\w'\u2019.-]{1,30}(?: [^\W\d_][\w'\u2019.-]{1,30}){0,3})\"? ?"
    r"(?:[<(\[\uff08]|, )(?:mailto:)?|"
    r"(?<![\w.+%-]))(?P<email>[A-Za-z0-9_.+%-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})"
)
"""An address in running text, with the name in front of its bracket."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[^\W\d_a-z])")


class _Said(Enum):
    GONE = "gone"
    CLOSED = "closed"
    MOVED = "moved"
    INSTEAD = "instead"
    AWAY = "away"
    ABOUT = "about"
    SMALL_PRINT = "small print"


@made_once
def _book() -> Spotter[_Said]:
    tables = (GONE, CLOSED, MOVED, INSTEAD, AWAY, ABOUT, SMALL_PRINT)
    return Spotter(dict(zip(_Said, tables, strict=True)))


def has_left(text: str) -> bool:
    """
    Whether a letter says that nobody will ever read this address again: its owner has left, or it's given up.

    A leave from which its author returns (maternity, sabbatical) is none of that.
    """
    said = _said(text[:TEXT_LIMIT])
    return bool({_Said.GONE, _Said.CLOSED} & said) and _Said.ABOUT not in said


def write_instead(text: str, author: str) -> tuple[Address, ...]:
    """Whom a letter names to write to instead of its author (`author`, an address), in its order, each once."""
    found: dict[str, Address] = {}
    for paragraph in _telling(text[:TEXT_LIMIT]):
        for address in _addresses(paragraph):
            if address.key != author.casefold() and not is_robot(address):
                found.setdefault(address.key, address)
    return tuple(found.values())[:ADDRESSES_LIMIT]


def _telling(text: str) -> Iterator[str]:
    """
    The paragraphs that say whom to write to; an address below one that names none belongs to it as well.

    One that says somebody is gone or away names whom to turn to, if it names anybody.
    """
    goes_on = False
    for paragraph in _PARAGRAPH.split(text):
        said = _said(paragraph)
        if _Said.SMALL_PRINT in said:
            yield _above_small_print(paragraph)
            return
        if said - {_Said.ABOUT}:
            yield paragraph
            goes_on = "@" not in paragraph
        elif goes_on and "@" in paragraph:
            yield paragraph


def _above_small_print(paragraph: str) -> str:
    """The sentences of a paragraph up to its small print, if they say whom to write to."""
    sentences = takewhile(lambda one: _Said.SMALL_PRINT not in _said(one), _SENTENCE.split(paragraph))
    above = " ".join(sentences)
    return above if _said(above) - {_Said.ABOUT} else ""


def _said(text: str) -> frozenset[_Said]:
    words: Sequence[str] = words_of(text)
    return frozenset(spot.move for spot in _book().spots(words))


def _addresses(text: str) -> Iterator[Address]:
    for match in _ADDRESS.finditer(text):
        yield Address(name=_named(match["name"] or ""), email=match["email"])


def _named(words: str) -> str:
    """The words in front of an address as a name: those at its end that begin with a capital."""
    name: list[str] = []
    for word in reversed(words.split()):
        if not word[:1].isupper():
            break
        name.insert(0, word)
    return " ".join(name)

"""
An HTML letter with how it looks.

Knows that the author's own words show it, not what is quoted or written by programs; must not know what follows.
Bounded in time and size. Never raises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crickets.domain.letter import Letter
from crickets.domain.look import Font, Look, Paragraphs, Quotes
from crickets.reading.body.markup import page_of
from crickets.reading.body.mime import parts_of
from crickets.reading.look.lines import Line, lines_of_page
from crickets.reading.look.signature import signature_markup, signed_by_page
from crickets.reading.quotes.letter import letter_of_parts
from crickets.reading.voice.signature_habit import ended_by

_OWN_WORDS = 20_000
_OWN_LINES = 500
_BLANKS = re.compile(r"\s+")
_GMAIL = re.compile(r"""\bclass=["']?(?:[\w -]{0,60} )?gmail_""", re.IGNORECASE)


def letter_with_look(raw: bytes, *, signature: str = "") -> Letter:
    """
    What a mail says, taken apart, and how it looks if it has HTML; any bytes are a letter, if an empty one.

    `signature` is the one that its author is known by, where letters bear it below no separator.
    """
    parts = tuple(parts_of(raw))
    letter = ended_by(letter_of_parts(parts), signature)
    page = page_of(parts) if letter.html else ""
    if not page:
        return letter
    letter, lines = signed_by_page(letter, page), lines_of_page(page)
    return replace(
        letter,
        look=_look(page, _own(lines, letter)),
        signature_markup=signature_markup(letter.signature, page, lines),
    )


def _own(lines: Sequence[Line], letter: Letter) -> Sequence[Line]:
    """The lines that are the author's words; all of them if the plain text says none of them."""
    text = _BLANKS.sub("", letter.text[:_OWN_WORDS])
    own = [line for line in lines[:_OWN_LINES] if _BLANKS.sub("", line.text) in text]
    return own or lines[:1]


def _look(page: str, own: Sequence[Line]) -> Look:
    weights = [(line, len(line.text)) for line in own]
    return Look(
        font=Font(
            family=_most((line.font.family, weight) for line, weight in weights),
            size=_most((line.font.size, weight) for line, weight in weights),
            colour=_most((line.font.colour, weight) for line, weight in weights),
        ),
        paragraphs=_manner(weights),
        quotes=Quotes.GMAIL if _GMAIL.search(page) else Quotes.CITED,
    )


def _most(said: Iterable[tuple[str, int]]) -> str:
    """What most of the words are set in."""
    counted: Counter[str] = Counter()
    for value, weight in said:
        counted[value] += weight
    return counted.most_common(1)[0][0] if counted else ""


def _manner(weights: Iterable[tuple[Line, int]]) -> Paragraphs:
    counted: Counter[Paragraphs] = Counter()
    for line, weight in weights:
        counted[line.paragraphs] += weight
    return counted.most_common(1)[0][0] if counted else Paragraphs.SPACED

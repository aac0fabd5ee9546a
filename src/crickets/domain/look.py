"""
How a letter looks, as far as the next one should look like it.

Knows type and paragraphs; must not know how a page is made. Values come out of mail: the reading has let through
nothing but what is harmless on any page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NewType

CleanMarkup = NewType("CleanMarkup", str)
"""HTML that can do nothing but be read: no picture, no script, nothing fetched. Only the reading makes it."""

NO_MARKUP = CleanMarkup("")


class Paragraphs(Enum):
    """How a program sets paragraphs apart."""

    SPACED = "spaced"
    """With the space that the reader's program gives them: Thunderbird, the new Outlook."""
    TIGHT = "tight"
    """With no space of their own and an empty one between: Outlook."""
    LINES = "lines"
    """Each line by itself and an empty one between: Gmail, Apple Mail."""


class Quotes(Enum):
    """How a program marks the mail that it quotes."""

    CITED = "cited"
    GMAIL = "gmail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """Family, size (both as in CSS) and colour (``#rrggbb``); each empty where the program's own is meant."""

    family: str = ""
    size: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What most of a letter is set in, and how its parts are set apart."""

    font: Font = Font()
    paragraphs: Paragraphs = Paragraphs.SPACED
    quotes: Quotes = Quotes.CITED


NO_LOOK = Look()
"""The look of a letter of which nothing is known: every program its own."""

r"""
Characters that nobody sees, written so that everybody does.

Pure. An escape sequence, an override of the reading order, a blank without width is read, not obeyed: ``\x1b``,
``\u202e``, ``\u200b``. The notation is ASCII: each terminal has it, it takes the columns that it's counted as, and a
page says it as the log and JSON do.
"""

from __future__ import annotations

import re
import unicodedata

MARKS = r"\u061c\u200e\u200f"
"""Marks of direction (UAX #9 §2.6): letters without a shape."""

HARMFUL = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but for tab and line feed, DEL, C1
    r"\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # what turns the text behind it (UAX #9 §2)
    r"\u2028\u2029"  # line breaks that few know as such
    r"\xad\u034f\u180e\u200b\u2060-\u2065\ufeff"  # no width, or only at a line's end
    r"\u115f\u1160\u3164\uffa0"  # letters that are blank
    r"\ufff9-\ufffb\U000e0000-\U000e007f"  # interlinear marks and tags: text that nobody sees
    r"\ud800-\udfff"  # half characters, which no stream can write
)
"""The inside of a character class: what's never let through."""

_UNSEEN = re.compile(
    "\U0001f3f4[\U000e0061-\U000e007a]{5}\U000e007f"  # a flag spelled in tags: England, Scotland, Wales
    rf"|[{HARMFUL}{MARKS}\u200c\u200d]"
)
_JOINED = frozenset({"Lo", "Lm", "Mn", "Mc", "So", "Sk"})
"""What a joiner may follow: letters of scripts without capitals, what's put on them, emoji and their colours."""


def visible(text: str) -> str:
    """
    The text, each character that can't be seen as its number; tabs and line feeds stay, for the caller's layout.

    What right-to-left text, Indic scripts and emoji are written with stays where it belongs: a mark of direction in a
    text that has a letter written from right to left, a joiner behind what it joins.
    """
    if not _UNSEEN.search(text):
        return text
    leftwards = any(unicodedata.bidirectional(c) in {"R", "AL"} and c.isalpha() for c in text)

    def shown(found: re.Match[str]) -> str:
        return found[0] if _belongs(found, leftwards=leftwards) else _escape(found[0])

    return _UNSEEN.sub(shown, text)


def _escape(character: str) -> str:
    r"""A character as its number: ``\x1b``, ``\u202e``, ``\U000e0041``."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _belongs(found: re.Match[str], *, leftwards: bool) -> bool:
    if found[0] in "\u061c\u200e\u200f":
        return leftwards
    if found[0] in "\u200c\u200d":
        return unicodedata.category(found.string[found.start() - 1 : found.start()] or " ") in _JOINED
    return len(found[0]) > 1

r"""
Characters that nobody sees, written so that everybody does.

Pure. An escape sequence, an override of the reading order, a blank without width is read, not obeyed: ``\x1b``,
``\u202e``, ``\u200b``. The notation is ASCII: each terminal has it, it takes the columns that it's counted as, and a
page says it as the log and JSON do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

MARKS = r"\u061c\u200e\u200f"
"""Marks of direction (UAX #9 §2.6): letters without a shape."""

SELECTORS = r"\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""They choose among the shapes of what they stand behind; elsewhere they're nothing, and may spell any text."""

HARMFUL = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but for tab and line feed, DEL, C1
    r"\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # what turns the text behind it (UAX #9 §2)
    r"\u2028\u2029"  # line breaks that few know as such
    r"\xad\u034f\u17b4\u17b5\u180e\u200b\u2060-\u2065\ufeff"  # no width, or only at a line's end
    r"\u115f\u1160\u3164\uffa0"  # letters that are blank
    r"\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # marks between lines, of shorthand and of music
    r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags, and what's kept for their like: text that nobody sees
    r"\ud800-\udfff"  # half characters, which no stream can write
)
"""The inside of a character class: what's never let through."""

_DOTLESS = "\u2800"
"""Braille's blank."""

_UNSEEN = re.compile(
    "\U0001f3f4[\U000e0061-\U000e007a]{5}\U000e007f"  # a flag spelled in tags: England, Scotland, Wales
    rf"|[{HARMFUL}{MARKS}{SELECTORS}{_DOTLESS}\u200c\u200d]"
)
_SELECTOR = re.compile(f"[{SELECTORS}]")
_JOINED = frozenset({"Lo", "Lm", "Mn", "Mc", "So", "Sk"})
"""What a joiner may follow: letters of scripts without capitals, what's put on them, emoji and their colours."""

_EMOJI = re.compile("[\u203c\u2049\u2139\u3030]|[0-9#*](?=\ufe0f\u20e3)")
"""What's shown as an emoji and no symbol by itself: ‼ ⁉ ℹ 〰, and what stands on a key."""


def visible(text: str, spelled: Callable[[str], str] | None = None) -> str:
    r"""
    The text, each character that can't be seen as its number; tabs and line feeds stay, for the caller's layout.

    What right-to-left text, Indic scripts, emoji and names in Han are written with stays where it belongs: a mark of
    direction in a text that has a letter written from right to left, a joiner or a selector behind what it's for.
    `spelled` is another notation than ``\u202e``, or tells what stands in its place.
    """
    if not _UNSEEN.search(text):
        return text
    leftwards = any(unicodedata.bidirectional(c) in {"R", "AL"} and c.isalpha() for c in text)
    written = spelled or _escape

    def shown(found: re.Match[str]) -> str:
        belongs = len(found[0]) > 1 or _belongs(text, found.start(), leftwards=leftwards)
        return found[0] if belongs else written(found[0])

    return _UNSEEN.sub(shown, text)


def _escape(character: str) -> str:
    r"""A character as its number: ``\x1b``, ``\u202e``, ``\U000e0041``."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _belongs(text: str, at: int, *, leftwards: bool) -> bool:
    """Whether an unseen character is where people's writing has it."""
    character = text[at]
    if character in "\u061c\u200e\u200f":
        return leftwards
    if at == 0:
        return False
    if character in "\u200c\u200d":
        return _is_joined(text, at - 1)
    if character == _DOTLESS:
        return "\u2800" < text[at - 1] <= "\u28ff"
    return bool(_SELECTOR.match(character)) and _is_chosen(text, at - 1, character)


def _is_joined(text: str, at: int) -> bool:
    """Whether a joiner may follow what stands there, which may have its own shape chosen."""
    if _SELECTOR.match(text, at):
        return _belongs(text, at, leftwards=False)
    return unicodedata.category(text[at]) in _JOINED and not _UNSEEN.match(text, at) and not text[at].isascii()


def _is_chosen(text: str, at: int, selector: str) -> bool:
    """Whether what stands there has shapes that this selector chooses among: an emoji, a Han character, a letter."""
    category = unicodedata.category(text[at])
    if _UNSEEN.match(text, at):
        return False
    if selector >= "\U000e0100":
        return category == "Lo" and unicodedata.name(text[at], "").startswith("CJK ")
    if selector < "\ufe00":
        return category in {"Lo", "Lm"} and unicodedata.name(text[at], "").startswith("MONGOLIAN ")
    is_symbol = category in {"So", "Sm", "Sk"} and not text[at].isascii()
    return is_symbol or bool(_EMOJI.match(text, at)) or (selector < "\ufe0e" and category == "Lo")

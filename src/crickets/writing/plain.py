"""
Text that came out of mail, made fit to stand in ours.

Knows which characters break a line, a header or the reading order; must not know what the text says.
"""

from __future__ import annotations

import re
import unicodedata

_TURNERS = frozenset({*range(0x202A, 0x202F), *range(0x2066, 0x206A)})
"""What turns the reading order of all that follows in a line (UAX #9 §2.1 to §2.5)."""
_DECEIVERS = _TURNERS | {0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF}
"""These, marks of direction, and characters without width: they make a name look like another one."""

_LINE_ENDS = re.compile(r"\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")


def one_line(text: str, *, limit: int = 1000) -> str:
    """The text on a single line: no controls, nothing that turns the reading order, no lone surrogate."""
    kept = "".join(_in_a_line(c) for c in text if ord(c) not in _DECEIVERS)
    return kept.strip()[:limit].rstrip()


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, without controls but tabs, without what turns the order, or empty lines at its ends."""
    lines = [_body_line(line) for line in _LINE_ENDS.split(text)]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return tuple(lines)


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis where it is longer than `limit` characters."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _in_a_line(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "\ufffd" if category == "Cs" else char


def _body_line(line: str) -> str:
    """A line that can be encoded in UTF-8 and that no server refuses (a NUL is refused by Cyrus 3.6)."""
    return "".join(c if c == "\t" else _in_a_line(c) for c in line if ord(c) not in _TURNERS).rstrip(" \t")

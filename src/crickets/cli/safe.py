r"""
Text from outside, made harmless for a terminal.

Pure. Names and words come from strangers: an escape sequence in one may rewrite what the terminal shows, a
bidirectional control may show it in another order than it is. Nothing of either is obeyed: it's shown, as ``\x1b[2J``.
"""

from __future__ import annotations

import re

from crickets.visible import HARMFUL, MARKS, SELECTORS, visible

_LINE_BREAK = re.compile(r"\r\n|[\n\u2028\u2029]")
_BLANK = re.compile(rf"(?:\t|{_LINE_BREAK.pattern})+")
_IN_JSON = re.compile(f"[{HARMFUL}{MARKS}{SELECTORS}]")


def plain(text: str) -> str:
    """One line that shows what it says: line breaks and tabs as a blank, no sequence and no control obeyed."""
    return visible(_BLANK.sub(" ", text)).strip()


def plain_lines(text: str) -> str:
    """The same for a text of many lines, which stay apart; a tab is up to four blanks."""
    return "\n".join(visible(line).expandtabs(4).rstrip() for line in _LINE_BREAK.split(text))


def escaped_json(document: str) -> str:
    """The same JSON, its harmful characters written as escapes: they can stand in its strings alone."""
    return _IN_JSON.sub(_escape, document)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))

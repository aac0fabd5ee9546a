"""
Text from outside, made harmless for a terminal.

Pure. Subjects and names come from strangers: an escape sequence in one may rewrite what the terminal shows, a
bidirectional control may show it in another order than it is. Nothing of either is ever printed.
"""

from __future__ import annotations

import re

_SEQUENCES = re.compile(
    r"""
    \x1b\[ [0-?]* [\ -/]* [@-~]?                 # CSI: colours, cursor, window (ECMA-48 §5.4)
    | \x9b [0-?]* [\ -/]* [@-~]?                 # the same in one character
    | (?:\x1b[\]PX^_] | [\x9d\x90\x98\x9e\x9f])  # OSC, DCS, SOS, PM, APC (ECMA-48 §5.6) …
      [^\x07\x1b\x9c]* (?:\x07 | \x1b\\ | \x9c)? # … up to their end
    | \x1b [\ -/]* [0-~]?                        # all other escapes
    """,
    re.VERBOSE,
)
_BLANK = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_HARMFUL = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 but for what parts lines and columns, DEL, C1
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls (UAX #9 §2)
    r"\ufff9-\ufffb\U000e0000-\U000e007f"  # interlinear marks and tags: text that nobody sees
    r"\ud800-\udfff"  # half characters, which no stream can write
)
_INVISIBLE = re.compile(f"[{_HARMFUL}\t\n\r]")
_IN_JSON = re.compile(
    f"[{_HARMFUL}\u2028\u2029]"
)  # tabs and line breaks are of the document: in strings they're escaped


def plain(text: str) -> str:
    """One line that shows what it says: no escape sequence, no control, no line break."""
    return _INVISIBLE.sub("", _BLANK.sub(" ", _SEQUENCES.sub("", text))).strip()


def plain_lines(text: str) -> str:
    """The same for a text of many lines, which stay apart; a tab is four blanks."""
    lines = text.replace("\r\n", "\n").expandtabs(4).split("\n")
    return "\n".join(_INVISIBLE.sub("", _SEQUENCES.sub("", line)).rstrip() for line in lines)


def escaped_json(document: str) -> str:
    """The same JSON, its harmful characters written as escapes: they can stand in its strings alone."""
    return _IN_JSON.sub(_escape, document)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))

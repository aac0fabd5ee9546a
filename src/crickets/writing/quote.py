"""
The mail that is being followed up, quoted below the new one.

Knows RFC 3676 §4.5's quote marks; must not know who wrote the mail or when.
"""

from __future__ import annotations

import re

from crickets.domain.letter import Letter
from crickets.writing.plain import lines_of

_LINES = 200
_OCTETS = 20_000
_CUT = "> […]"
_PICTURE = re.compile(r"[> ]*\[(?:cid|image):[^\[\]]{1,200}\]\s*")
"""What Outlook and Gmail write into the plain text for a picture: in a quote it's nowhere to be seen."""
_MARKS = re.compile(r"(?:> ?)+")


def quoted(anchor: Letter) -> str:
    """The anchor's whole text behind ``>``, at most 200 lines and 20 kB of it; nothing if it has no text."""
    lines = [_marked(line) for line in lines_of(anchor.whole or anchor.text) if not _PICTURE.fullmatch(line)]
    kept = _bounded(lines)
    return "\n".join(kept if kept == lines else [*kept, _CUT])


def _marked(line: str) -> str:
    """One mark more: no blank between marks, one before words (RFC 3676 §4.5), none where there are none."""
    marks = _MARKS.match(line)
    words = line[marks.end() :] if marks else line
    depth = 1 + (marks[0].count(">") if marks else 0)
    return f"{'>' * depth} {words}".rstrip()


def _bounded(lines: list[str]) -> list[str]:
    kept: list[str] = []
    left = _OCTETS
    for line in lines[:_LINES]:
        octets = line.encode()
        if len(octets) > left:
            return [*kept, octets[:left].decode("utf-8", "ignore")] if left > len(_CUT) else kept
        kept.append(line)
        left -= len(octets) + 1
    return kept

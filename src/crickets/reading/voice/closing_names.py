"""
The name below a letter's closing words.

Knows how people sign: with a name, with what they are called elsewhere behind it ("Dana (Studio Levi)"), with a
flower. Must not know closing words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LENGTH = 40
_LINES = 2

NAME = re.compile(r"[\W_]{0,3}[^\W\d_][\w'\u2019.-]*(?:[ /&]+[^\W\d_(][\w'\u2019.)-]*){0,3}[\s,.!\u263a-\u263b]*\Z")
_ASIDE = re.compile(r"\([^()]+\)\Z")
"""Where somebody works, on a line of its own: "(Atelier)"."""
CONTACT = re.compile(r"@|www\.|https?:|\+?\d[\d ()/.-]{6,}|^\W*(?:tel|phone|mob|fax|cell|handy)\b", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}\Z")
_INITIAL = re.compile(r"[-\u2013\u2014~/ ]{0,3}[^\W\d_]\.?\Z")
POSTSCRIPT = re.compile(r"\W{0,2}p\.? ?s\b", re.IGNORECASE)


def name_end(lines: Sequence[str], start: int) -> int:
    """Behind the name below closing words: a line or two that look like names, one blank line between allowed."""
    end, at = start, start
    while at < len(lines) and at - start < _LINES + 2:
        line = lines[at].strip()
        if line:
            is_last_of_all = at == start and not any(below.strip() for below in lines[at + 1 :])
            if not (_is_name(line) or (is_last_of_all and _may_be_called(line)) or _ASIDE.match(line)):
                break
            end = at + 1
            if sum(bool(other.strip()) for other in lines[start:end]) >= _LINES:
                break
        elif end > start:
            break
        at += 1
    return end


def is_signed(line: str) -> bool:
    """Whether a line is a name or initials, and nothing else."""
    is_name = 2 <= sum(map(str.isalpha, line)) <= 30 and len(line.split()) <= 3 and bool(NAME.match(line))
    ends_sentence = line.endswith((".", "!")) and not _INITIALS.match(line)
    return is_name and line[0].isupper() and not ends_sentence


def is_initial(line: str) -> bool:
    """Whether a line is one initial: "D.", "/ D."."""
    return bool(_INITIAL.match(line)) and not line.islower()


def _is_name(line: str) -> bool:
    return len(line) <= _LENGTH and bool(NAME.match(line)) and not CONTACT.search(line)


def _may_be_called(line: str) -> bool:
    """Whether whatever stands right below closing words may be what its writer is called: short, and no sentence."""
    is_text = line.endswith((".", "?", ":", ";")) or bool(POSTSCRIPT.match(line) or CONTACT.search(line))
    begins = line.lstrip("-\u2013\u2014~/*_ ")[:1]
    return len(line) <= _LENGTH and begins.isupper() and not is_text

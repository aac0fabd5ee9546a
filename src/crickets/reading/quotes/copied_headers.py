"""
What a mail client copies above a quote: a dashed title, header fields in its language, or both.

Knows their shape; the words are in `quoting` and `labels`. Must not know where the quote ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from crickets.reading.quotes.labels import FROM, SENT, SUBJECT, labels_of
from crickets.reading.quotes.quoting import ORIGINAL, ORIGINAL_BARE

_LINE_LIMIT = 1_000
_HEADER_LINES = 14
_TITLE_LENGTH = 160
_MAILBOX = re.compile(r"[^\s<>()\[\]@]{1,100}@[^\s<>()\[\]@]{1,200}")
_MOMENT = re.compile(r"\d{1,2}[:.h]\d\d|\b(?:19|20)\d\d\b")
RULE = re.compile(r"\s*[_\-\u2014\u2500=*~]{5,}\s*\Z")
"""The rule that a client draws above the header it copies."""


def header_at(lines: Sequence[str], at: int) -> int:
    """Over how many lines such a header reaches that begins here; 0 if none does."""
    line = lines[at][:_LINE_LIMIT]
    title = 1 if len(line) <= _TITLE_LENGTH and (ORIGINAL.match(line) or _is_title(lines, at)) else 0
    if not title and not labels_of(line):
        return 0
    first = at + title
    while title and first < len(lines) and first < at + 3 and not lines[first].strip():
        first += 1
    block = [below[:_LINE_LIMIT] for below in _block(lines[first : first + _HEADER_LINES])]
    if not block or not labels_of(block[0]):
        return title
    is_header = any(map(_is_from, block)) if title else _is_header(block, above=_above(lines, at))
    if not is_header:
        return title
    return first - at + len(list(takewhile(_is_of_header, block)))


def _is_of_header(line: str) -> bool:
    """Whether a line goes on with the header: up to a blank one, or the first that is marked as quoted."""
    return bool(line.strip()) and not line.startswith(">")


def _is_title(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a title without its dashes (BlackBerry's), as what follows shows."""
    if not ORIGINAL_BARE.match(lines[at]):
        return False
    below = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    return _is_from(below[:_LINE_LIMIT])


def _is_from(line: str) -> bool:
    return bool(labels_of(line) & FROM)


def _is_header(block: Sequence[str], *, above: str) -> bool:
    """
    Whether lines hold the author's field and enough others, `above` being the line that stands over them.

    A list of a person's own ("From: Rome, to: Milan") has no address and no moment in its fields.
    """
    named = [(line, labels) for line in block if (labels := labels_of(line))]
    found = 0
    for _, labels in named:
        found |= labels
    if not found & FROM or found.bit_count() < 2:
        return False
    has_mailbox = any(_MAILBOX.search(line) for line in block)
    has_moment = any(labels & SENT and _MOMENT.search(line) for line, labels in named)
    if found.bit_count() == 2:
        return not above.strip() and has_mailbox and has_moment
    return has_mailbox or has_moment or (bool(found & SENT) and (bool(found & SUBJECT) or bool(RULE.match(above))))


def _above(lines: Sequence[str], at: int) -> str:
    """The nearest line above one, blank if that is blank."""
    return lines[at - 1][:_LINE_LIMIT] if at else ""


def _block(lines: Sequence[str]) -> Iterable[str]:
    """Lines up to the second blank one in a row: some clients double the line ends of the header they copy."""
    for number, line in enumerate(lines):
        if not line.strip() and number + 1 < len(lines) and not lines[number + 1].strip():
            return
        yield line

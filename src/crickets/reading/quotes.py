"""
A plain text taken apart: what its author wrote, what was quoted, what is signature.

Knows the conventions (RFC 3676 §4.3 and §4.5, Usenet's attribution, Outlook's copied header); the words are
in `quoting` and `signatures`. Must not know MIME. Each line is looked at a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from crickets.reading.quoting import BEGINS, LABELS, ORIGINAL, WROTE
from crickets.reading.signatures import begins_signature

_LINES_LIMIT = 20_000
_LINE_LIMIT = 1_000
_ATTRIBUTION_LINES = 4
_ATTRIBUTION_LENGTH = 500
_HEADER_LINES = 9

_QUOTED = re.compile(r"[ \t]{0,3}(?:>|\|[ \t]?>)")
_RULE = re.compile(r"\s*[_\-\u2500=*]{5,}\s*\Z")
_LIST_FOOTER = re.compile(r"\s*_{20,}\s*\Z")
_MAILBOX = re.compile(r"[^\s<>()\[\]@]{1,100}@[^\s<>()\[\]@]{1,200}")
_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d|\b(?:19|20)\d\d\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


class _Use(Enum):
    OWN = "own"
    QUOTE = "quote"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a text, each without trailing blank lines."""

    text: str = ""
    quoted: str = ""
    signature: str = ""


def parts_of_text(whole: str) -> Parts:
    """A text's own words apart from quotes and signature; words between quotes are its own."""
    lines = whole.split("\n")[:_LINES_LIMIT]
    uses = _signed(lines, _quoted(lines))
    return Parts(
        text=_gathered(lines, uses, _Use.OWN),
        quoted=_gathered(lines, uses, _Use.QUOTE),
        signature=_gathered(lines, uses, _Use.SIGNATURE),
    )


def _quoted(lines: Sequence[str]) -> list[_Use]:
    """
    Which lines are quoted: those behind ``>``, and what introduces them.

    Below an attribution or a copied header all is quoted, unless marks show where the quote ends. An
    attribution at the very top introduces what its author then answers between the lines.
    """
    uses: list[_Use] = []
    written = False  # whether any own words stand above
    while len(uses) < len(lines):
        at = len(uses)
        if _QUOTED.match(lines[at]):
            uses.append(_Use.QUOTE)
        elif length := _header(lines, at):
            uses = _unruled(lines, uses)
            if not _is_marked_below(lines, at + length):
                return [*uses, *[_Use.QUOTE] * (len(lines) - at)]
            uses.extend([_Use.QUOTE] * length)
        elif length := _attribution(lines, at):
            if written and not _is_marked_below(lines, at + length):
                return [*uses, *[_Use.QUOTE] * (len(lines) - at)]
            uses.extend([_Use.QUOTE] * length)
        else:
            uses.append(_Use.OWN)
            written = written or bool(lines[at].strip())
    return uses


def _unruled(lines: Sequence[str], uses: list[_Use]) -> list[_Use]:
    """The uses so far, with the rule that a client draws above the header it copies counted to the quote."""
    at = len(uses) - 1
    while at >= 0 and not lines[at].strip():
        at -= 1
    if at >= 0 and _RULE.match(lines[at][:_LINE_LIMIT]):
        uses[at] = _Use.QUOTE
    return uses


def _header(lines: Sequence[str], at: int) -> int:
    """Over how many lines reaches what a client copies above a quote: a dashed title, header fields, or both."""
    title = 1 if ORIGINAL.match(lines[at][:_LINE_LIMIT]) else 0
    first = at + title
    while title and first < len(lines) and first < at + 3 and not lines[first].strip():
        first += 1
    block = [line[:_LINE_LIMIT] for line in _block(lines[first : first + _HEADER_LINES])]
    if not block or not any(label.match(block[0]) for label in LABELS):
        return title
    seen = [any(label.match(line) for line in block) for label in LABELS]
    is_header = seen[0] and sum(seen) >= (1 if title else 3)
    return first - at + len(list(takewhile(str.strip, block))) if is_header else title


def _block(lines: Sequence[str]) -> Iterable[str]:
    """Lines up to the second blank one in a row: some clients double the line ends of the header they copy."""
    for number, line in enumerate(lines):
        if not line.strip() and number + 1 < len(lines) and not lines[number + 1].strip():
            return
        yield line


def _attribution(lines: Sequence[str], at: int) -> int:
    """
    Over how many lines an attribution reaches that begins here ("On … Anna wrote:"); 0 if none does.

    One of several lines must begin as attributions do, or the line above it would be taken along.
    """
    if not lines[at].strip() or len(lines[at]) > _ATTRIBUTION_LENGTH:
        return 0
    joined = ""
    for length in range(1, _ATTRIBUTION_LINES + 1):
        line = lines[at + length - 1].strip() if at + length <= len(lines) else ""
        joined = f"{joined} {line}".strip()
        if not line or len(joined) > _ATTRIBUTION_LENGTH or (length == 2 and not _may_go_on(lines[at])):
            return 0
        if _attributes(joined, followed=_is_marked_below(lines, at + length)):
            return length
    return 0


def _may_go_on(line: str) -> bool:
    """Whether a line may be the first of an attribution: by its first word or date, or as it names who wrote."""
    return bool(BEGINS.match(line) or (_MAILBOX.search(line) and WROTE.search(line)))


def _attributes(text: str, *, followed: bool) -> bool:
    """Whether a text says who wrote what follows, and does so as a program would: with a date or an address."""
    text = text.strip("- ")
    wrote, has_address, has_moment = WROTE.search(text), _MAILBOX.search(text), _CLOCK.search(text)
    if text.endswith((":", "\uff1a")) or (wrote and wrote.end() == len(text)):
        by_program = has_address or (has_moment and BEGINS.match(text))
        return bool(wrote and (by_program or followed)) or bool(has_address and has_moment)
    # Gmail's of the years around 2010: a date, a name, an address.
    return bool(has_address and text.endswith(">") and _CLOCK.match(text))


def _is_marked_below(lines: Sequence[str], at: int) -> bool:
    """Whether the next words are quoted with a mark."""
    below = next((line for line in lines[at : at + 4] if line.strip()), "")
    return bool(_QUOTED.match(below))


def _signed(lines: Sequence[str], uses: list[_Use]) -> list[_Use]:
    """The uses with signatures told from own words: from where one begins to the next quote, or the end."""
    signing = False
    last = _Use.QUOTE
    for at, use in enumerate(uses):
        if use is not _Use.OWN:
            signing = signing and last is not _Use.OWN
        elif not signing:
            signing = bool(_LIST_FOOTER.match(lines[at])) or begins_signature(lines, uses_own=_run(uses, at), at=at)
        last = use
        if use is _Use.OWN and signing:
            uses[at] = _Use.SIGNATURE
        elif use is _Use.QUOTE:
            signing = False
    return uses


def _run(uses: Sequence[_Use], at: int) -> int:
    """How many own lines stand together from here on."""
    end = at
    while end < len(uses) and end < at + 60 and uses[end] is _Use.OWN:
        end += 1
    return end - at


def _gathered(lines: Sequence[str], uses: Sequence[_Use], wanted: _Use) -> str:
    text = "\n".join(line.rstrip() for line, use in zip(lines, uses, strict=True) if use is wanted)
    if wanted is _Use.SIGNATURE:
        text = "\n".join(line for line in text.split("\n") if line.strip() not in {"--", "\u2014"})
    return text.strip("\n").rstrip()

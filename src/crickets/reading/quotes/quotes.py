"""
A plain text taken apart: what its author wrote, what was quoted, what is signature.

Knows the conventions (RFC 3676 §4.3 and §4.5, Usenet's attribution, Outlook's copied header) and how the parts
follow each other; how each begins is told by `attributions`, `copied_headers` and `signatures`. Must not know MIME.
A forwarded mail is a quote: its words are another's. Each line is looked at a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from crickets.reading.quotes.attributions import LINES, attribution_at, may_end
from crickets.reading.quotes.copied_headers import RULE, header_at
from crickets.reading.quotes.quote_markup import HEADED, LINE, MARKS, REST
from crickets.reading.quotes.signatures import begins_signature, is_ornament

_LINES_LIMIT = 20_000
_LINE_LIMIT = 1_000
_TRIES_LIMIT = 2_000
"""At how many lines of a text an attribution is looked for: a try may cost a tenth of a millisecond."""

_QUOTED = re.compile(r"[ \t]{0,3}(?:>|\|[ \t]?>)|[ \t]{1,4}\|[ \t](?!.{0,900}\|\s*\Z)")
_INITIALS = re.compile(r"[ \t]{0,4}([^\W\d_]{1,15}>|\|(?!.{0,900}\|\s*\Z))(?:[ \t>\[]|\Z)")
"""Marks that name who is quoted (Supercite), and the bar of old Unix mailers, which a table's row has twice."""
_FIELD = re.compile(r"[^\s:\uff1a][^:\uff1a]{0,40}[:\uff1a]")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")


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
    marks = {at: line[0] for at, line in enumerate(lines) if line[:1] in MARKS}
    lines = [line[1:] if at in marks else line for at, line in enumerate(lines)] if marks else lines
    uses = _trimmed(lines, _signed(lines, _joined(lines, _quoted(lines, marks))))
    return Parts(
        text=_gathered(lines, uses, _Use.OWN),
        quoted=_gathered(lines, uses, _Use.QUOTE),
        signature=_gathered(lines, uses, _Use.SIGNATURE),
    )


def _quoted(lines: Sequence[str], marks: Mapping[int, str]) -> list[_Use]:
    """
    Which lines are quoted: those behind ``>``, and what introduces them.

    Below an attribution or a copied header all is quoted, unless marks show where the quote ends. An
    attribution at the very top introduces what its author then answers between the lines.
    """
    uses: list[_Use] = []
    written = False  # whether any own words stand above
    begins = _may_begin(lines)
    while len(uses) < len(lines):
        at = len(uses)
        if marks.get(at) == REST or (marks.get(at) == HEADED and _is_headed(lines, at)):
            return [*_unruled(lines, uses), *[_Use.QUOTE] * (len(lines) - at)]
        if marks.get(at) == LINE or _is_marked(lines, at):
            uses.append(_Use.QUOTE)
        elif length := header_at(lines, at):
            uses = _unruled(lines, uses)
            if not _is_marked_below(lines, at + length):
                return [*uses, *[_Use.QUOTE] * (len(lines) - at)]
            uses.extend([_Use.QUOTE] * length)
        elif at in begins and (length := _attribution(lines, at)):
            if written and not _is_marked_below(lines, at + length):
                return [*uses, *[_Use.QUOTE] * (len(lines) - at)]
            uses.extend([_Use.QUOTE] * length)
        else:
            uses.append(_Use.OWN)
            written = written or bool(lines[at].strip())
    return uses


def _may_begin(lines: Sequence[str]) -> frozenset[int]:
    """Where it's worth to look for an attribution: a line that may end one is near. A bounded number of places."""
    ends = [may_end(line) for line in lines]
    places = (
        at for at, line in enumerate(lines) if line.strip() and not line.startswith(">") and any(ends[at : at + LINES])
    )
    return frozenset(islice(places, _TRIES_LIMIT))


def _is_headed(lines: Sequence[str], at: int) -> bool:
    """Whether the lines from one on look like header fields, in whatever language."""
    fields = [bool(_FIELD.match(line)) for line in lines[at : at + 6] if line.strip()][:3]
    return len(fields) == 3 and all(fields)


def _is_marked(lines: Sequence[str], at: int) -> bool:
    """Whether a line is marked as quoted; a name as the mark counts where a line beside has it too."""
    if _QUOTED.match(lines[at]):
        return True
    named = _INITIALS.match(lines[at][:_LINE_LIMIT])
    if not named:
        return False
    beside = (_INITIALS.match(line[:_LINE_LIMIT]) for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))
    return any(other and other[1] == named[1] for other in beside)


def _attribution(lines: Sequence[str], at: int) -> int:
    """Over how many lines an attribution reaches that begins here: by itself, or as marked lines follow."""
    length = attribution_at(lines, at, followed=False)
    if length or not any(_is_marked(lines, below) for below in range(at + 1, min(at + 2 * LINES, len(lines)))):
        return length
    length = attribution_at(lines, at, followed=True)
    return length if length and _is_marked_below(lines, at + length) else 0


def _unruled(lines: Sequence[str], uses: list[_Use]) -> list[_Use]:
    """The uses so far, with the rule that a client draws above the header it copies counted to the quote."""
    at = len(uses) - 1
    while at >= 0 and not lines[at].strip():
        at -= 1
    if at >= 0 and RULE.match(lines[at][:_LINE_LIMIT]):
        uses[at] = _Use.QUOTE
    return uses


def _is_marked_below(lines: Sequence[str], at: int) -> bool:
    """Whether the next words are quoted with a mark."""
    below = next((number for number in range(at, min(at + 4, len(lines))) if lines[number].strip()), -1)
    return below >= 0 and _is_marked(lines, below)


def _joined(lines: Sequence[str], uses: list[_Use]) -> list[_Use]:
    """The uses, with blank lines between quoted ones counted to the quote."""
    last = -1
    for at, line in enumerate(lines):
        if uses[at] is _Use.QUOTE:
            if last >= 0 and at - last <= 4:
                uses[last:at] = [_Use.QUOTE] * (at - last)
            last = at
        elif line.strip():
            last = -1
    return uses


def _signed(lines: Sequence[str], uses: list[_Use]) -> list[_Use]:
    """The uses with signatures told from own words: from where one begins to the next quote, or the end."""
    signing = fenced = False
    runs = _runs(uses)
    for at, use in enumerate(uses):
        if use is not _Use.OWN:
            signing = signing and use is _Use.SIGNATURE
            continue
        fenced ^= bool(_FENCE.match(lines[at]))
        if not signing and not fenced:
            signing = begins_signature(lines, run=runs[at], at=at)
        if signing:
            uses[at] = _Use.SIGNATURE
    return uses


def _runs(uses: Sequence[_Use]) -> list[int]:
    """How many own lines stand together from each line on."""
    runs = [0] * (len(uses) + 1)
    for at in range(len(uses) - 1, -1, -1):
        runs[at] = runs[at + 1] + 1 if uses[at] is _Use.OWN else 0
    return runs


def _trimmed(lines: Sequence[str], uses: list[_Use]) -> list[_Use]:
    """The uses with rules and other ornaments at the end of the own words told from them."""
    for at in range(len(lines) - 1, -1, -1):
        if uses[at] is _Use.OWN and lines[at].strip():
            if not is_ornament(lines[at][:_LINE_LIMIT]):
                break
            uses[at] = _Use.SIGNATURE
    return uses


def _gathered(lines: Sequence[str], uses: Sequence[_Use], wanted: _Use) -> str:
    text = "\n".join(line.rstrip() for line, use in zip(lines, uses, strict=True) if use is wanted)
    if wanted is _Use.SIGNATURE:
        text = "\n".join(line for line in text.split("\n") if line.strip() not in {"--", "\u2014"})
    return text.strip("\n").rstrip()

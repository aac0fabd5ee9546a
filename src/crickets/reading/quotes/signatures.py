"""
Where a signature begins.

Knows RFC 3676 §4.3 and the shapes of what programs, firms and lists put below a mail; their words are in `footers`.
Must not know quotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from crickets.reading.quotes.footers import is_note, is_seal, may_be_footer, opens_disclaimer

_SIGNATURE_LINES = 30
_NOTE_LINES = 8
_RULE_LINES = 15
_SEAL_LINES = 6
_LINES_LIMIT = 120
_LINE_LENGTH = 200
_LAW_LENGTH = 1_500
_DRAWN = " -_\u2014\u2013"

_SEPARATOR = re.compile(r"\s?(?:--|\u2014|\u2013\u2013|__)\s*\Z")
_DASHED_NAME = re.compile(r"--\s?(?:[^\W\d_a-z][\w'\u2019.-]*\s?){1,4}\Z")
"""The separator and the name on one line ("-- Anna Rossi")."""
_RULE = re.compile(r"\s*_{10,}\s*\Z")
_ORNAMENT = re.compile(r"\s*(?:([-_=*#~+\u2014\u2500\u2501.])\1{2,}|--|\u1427|\ufffc|\*|[\u200b-\u200f\ufeff]+)\s*\Z")
_PICTURE = re.compile(r"\s*(?:\[[^\[\]\n]{1,200}\]\s*(?:<[^<>\s]{1,2000}>)?\s*)+\Z")
"""What stands in the plain text for a picture: ``[image: Logo]``, ``[cid:image001.png@…]``."""
_ELLIPSIS = re.compile(r"\s*\.+\s*\Z")
_SENTENCE = re.compile(r"[.?!]\s*\Z")
_WORDS_OF_LAW = re.compile(
    r"confiden|vertraulich|riserva|poufn|trúnað|confidencia|vertrouwelijk|fortrolig|luottamuks|důvěrn|bizalmas|"
    r"privileg|intended|recipient|empfänger|destinat|adresat|viðtakand|geadresseerde|mottagar|modtager|virus|"
    r"unsubscribe|subscribed|environment|umwelt|ambient|ambiente|milieu|miljö|środowisk|liab|haft|print|drucken|"
    r"stampa|imprim|privacy|datenschutz|disclaimer|registered|конфиденц|konfidencia",
    re.IGNORECASE,
)


def is_phone_note(text: str) -> bool:
    """Whether a signature is only what a program wrote below the mail."""
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(is_note(line) or is_seal(line) for line in lines)


def without_pictures(signature: str) -> str:
    """A signature without the lines that only stand for pictures."""
    return "\n".join(line for line in signature.split("\n") if not _PICTURE.match(line[:_LAW_LENGTH])).strip("\n")


def bare_signature(signature: str) -> str:
    """A signature without pictures, and without what programs wrote among it: a phone's note, a scanner's seal."""
    lines = without_pictures(signature).split("\n")
    return "\n".join(line for line in lines if not (may_be_footer(line) and (is_note(line) or is_seal(line)))).strip()


def without_law(signature: str) -> str:
    """A signature without the disclaimer below it: a server may add one to all that it sends."""
    lines = signature.split("\n")
    return "\n".join(takewhile(lambda line: not opens_disclaimer(line), lines)).rstrip("\n")


def is_ornament(line: str) -> bool:
    """Whether a line is drawn, not written: a rule, a tracker's mark, the place of a picture."""
    return bool(_ORNAMENT.match(line)) and not _ELLIPSIS.match(line)


def begins_signature(lines: Sequence[str], *, run: int, at: int) -> bool:
    """Whether a signature begins at a line, where `run` own lines from it on stand together."""
    line = lines[at]
    if line[:1] in _DRAWN and len(line) < _LINE_LENGTH and _SEPARATOR.match(line):
        return run <= _SIGNATURE_LINES or line == "-- "
    if line.startswith("____") and _RULE.match(line[:_LINE_LENGTH]):
        return len(_filled(lines, at, run)) <= _RULE_LINES
    is_name = line.startswith("--") and bool(_DASHED_NAME.match(line[:_LINE_LENGTH]))
    return (is_name or may_be_footer(line)) and _is_footer(lines, run=run, at=at, is_name=is_name)


def _is_footer(lines: Sequence[str], *, run: int, at: int, is_name: bool) -> bool:
    """Whether a line is a name behind dashes or what a program wrote, and what stands below agrees."""
    line = lines[at]
    if not any(above.strip() for above in islice(lines, at)):
        return is_note(line) and all(is_note(below) for below in _filled(lines, at, run))
    if is_name or is_note(line):
        return _may_follow(_filled(lines, at, run))
    if is_seal(line):
        return len(_filled(lines, at, run)) <= _SEAL_LINES
    return opens_disclaimer(line) and _is_law(lines, at, run)


def _filled(lines: Sequence[str], at: int, run: int) -> list[str]:
    """The lines below one that say anything, as far as it matters how many they are."""
    return [line for line in lines[at + 1 : at + min(run, _LINES_LIMIT)] if line.strip()]


def _may_follow(below: Sequence[str]) -> bool:
    """Whether lines below a phone's note belong to it: more such notes, a block of contacts, no letter."""
    others = 0
    for line in below:
        if may_be_footer(line) and (is_note(line) or is_seal(line)):
            continue
        others += 1
        is_sentence = bool(_SENTENCE.search(line[-_LINE_LENGTH:])) and not opens_disclaimer(line)
        if others > _NOTE_LINES or is_sentence:
            return False
    return True


def _is_law(lines: Sequence[str], at: int, run: int) -> bool:
    """Whether a paragraph that begins as a disclaimer is one: set apart, and with the words of one."""
    if at and lines[at - 1].strip() and not is_ornament(lines[at - 1][:200]):
        return False
    paragraph = " ".join(line[:_LAW_LENGTH] for line in lines[at : at + min(run, 12)])[:_LAW_LENGTH]
    return len({found.casefold() for found in _WORDS_OF_LAW.findall(paragraph)}) >= 2

"""
The line that says who wrote what is quoted below it ("On … Anna wrote:"), often broken over several.

Knows Gmail's, Apple's, Thunderbird's, Yahoo's and Usenet's forms as their common shape: a moment, a name or an
address, a verb, a colon, in any order. Must not know where the quote ends. Each line is looked at a bounded number
of times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crickets.reading.quotes.quoting import BEGINS, WROTE
from crickets.reading.voice.salutations import BETWEEN_NAMES

LINES = 6
"""Over how many lines one may reach, blank ones included."""
_FILLED_LINES = 4
_LENGTH = 500
_NAME_LENGTH = 60
_VERB_LENGTH = 30

_MAILBOX = re.compile(r"[^\s<>()\[\]@]{1,100}@[^\s<>()\[\]@]{1,200}")
_BRACKETED = re.compile(r"[<(\[]\s?(?:mailto:)?[^<>()]{0,80}[^\s<>()\[\]@]{1,100}@[^\s<>()\[\]@]{1,200}")
_BY = re.compile(r"[^\W\d]{1,5} [^\s<>()\[\]@]{1,100}@[^\s<>()\[\]@:]{1,200}\s?:\Z")
"""Tutanota's: "2 Mar 2026, 10:15 by anna@client.example:"."""
_DATE = re.compile(
    r"\d{1,4}\s?[./-]\s?\d{1,2}[./-]\s?\d{1,4}|\d{1,2}[.º]?(?:st|nd|rd|th)?,? (?:de |d['\u2019])?[^\W\d]{2,12}\.?,?\s"
    r"(?:de |del )?\d{4}|[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}\s?[年년.]|\d{4}\. ?[^\W\d]{3,12}\.? \d"
    r"|\d{4}\. g(?:\.|ada)|\d{1,2} thg \d"
)
_TIME = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d(?!\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE_FIRST = re.compile(
    r"(?:[^\W\d]{1,12}\.?,? )?(?:\d{1,4}\s?[./-]\s?\d|\d{4}\s?[年년]|\d{1,2}\.? [^\W\d]{3}"
    r"|[^\W\d]{3,12}\.? \d{1,2},? \d{4})"
)
_NAMED = re.compile(r"[^\W\d_a-z][\w.'\u2019-]{0,20}(?: [^\W\d_a-z][\w.'\u2019-]{0,20}){1,3}(?: [a-z]{3,12})?\s?:\Z")
"""A name of two words or more, and perhaps a verb."""
_SMALL_WORD = re.compile(r"(?<![\w'\u2019.-])[a-z][a-z]+(?![\w'\u2019])")
_SMALL_WORDS = 5
"""So many words in small letters are a sentence."""
_ISO_AND_NAME = re.compile(r"\d{4}[-/]\d\d?[-/]\d\d? \d\d?:\d\d (?:GMT|UTC)(?:[+-]\d\d?:?\d\d)? [^\W\d_a-z].{0,100}\Z")
"""Gmail's about 2016, where the way lost the address: "2016-03-03 17:21 GMT+01:00 Some One"."""


def may_end(line: str) -> bool:
    """Whether the last line of an attribution may look so: with a colon, an address or its verb; a quick look."""
    line = line.rstrip("-*_ \t\u200e\u200f\u202b\u202c")
    if line.endswith((":", "\uff1a", ">")) or _ISO_AND_NAME.match(line):
        return True
    if not line or line.startswith(">") or len(line) > _LENGTH:
        return False
    return bool(WROTE.search(line, max(0, len(line) - _VERB_LENGTH)))


def attribution_at(lines: Sequence[str], at: int, *, followed: bool) -> int:
    """
    Over how many lines an attribution reaches that begins here; 0 if none does.

    `followed` says whether marked lines come next, where that is known: then less is enough of it.
    """
    if not lines[at].strip() or len(lines[at]) > _LENGTH:
        return 0
    pieces: list[str] = []
    for length in range(1, LINES + 1):
        line = lines[at + length - 1].strip() if at + length <= len(lines) else ""
        if not line and not _is_torn(pieces, lines[at + length : at + length + 2]):
            return 0
        pieces.extend([line] if line else [])
        joined = " ".join(pieces)
        if len(joined) > _LENGTH or len(pieces) > _FILLED_LINES or (len(pieces) == 2 and not _may_go_on(*pieces)):
            return 0
        if line and may_end(line) and _attributes(joined, followed=followed) and not _begins_later(pieces):
            return length
    return 0


def _is_torn(pieces: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a blank line stands inside of it: HTML made text puts the address on a line of its own."""
    so_far = " ".join(pieces)
    goes_on = next((line.strip() for line in below if line.strip()), "").startswith(("<", "mailto:"))
    return goes_on and bool(_DATE.search(so_far) and _TIME.search(so_far))


def _may_go_on(line: str, after: str) -> bool:
    """Whether a line may be the first of several: by its first words, or as it names who wrote."""
    if BEGINS.match(line) or _DATE_FIRST.match(line) or line.endswith(("<", "(", "(<")):
        return True
    names = len(line) <= _NAME_LENGTH and not line.endswith((".", "!", "?", ":", ",")) and after.startswith(("<", "(<"))
    return names or bool(_BRACKETED.search(line)) or bool(_MAILBOX.search(line) and WROTE.search(line))


def _begins_later(pieces: Sequence[str]) -> bool:
    """Whether the lines below the first are one by themselves, and the first is the author's own."""
    if len(pieces) < 2 or BEGINS.match(pieces[0]) or not pieces[0][:1].isalpha():
        return False
    return any(BEGINS.match(pieces[at]) and _attributes(" ".join(pieces[at:])) for at in range(1, len(pieces)))


def _attributes(text: str, *, followed: bool = False) -> bool:
    """Whether a text says who wrote what follows, and does so as a program would: with a moment or an address."""
    text = text.strip("-*_ \u200e\u200f\u202b\u202c")
    wrote = WROTE.search(text)
    ends = text.endswith((":", "\uff1a", ": >")) or bool(wrote and text[wrote.end() :].strip("> -") == "")
    if not ends:
        return _is_bare(text)
    if followed and (wrote or _is_free(text)):
        return True
    if not wrote:
        has_moment = _DATE.search(text) or _TIME.search(text) or _YEAR.search(text)
        return bool(has_moment and (_BRACKETED.search(text) or (_DATE_FIRST.match(text) and _BY.search(text))))
    by_rule = bool(BEGINS.match(text) or _DATE_FIRST.match(text))
    mailbox = _MAILBOX.search(text)
    if "@..." in text or (mailbox and (by_rule or _is_named(text[: mailbox.start()]))):
        return True
    date, time = _DATE.search(text), _TIME.search(text)
    if by_rule:
        return bool(date or time or _YEAR.search(text))
    return bool(date and time) and len(_SMALL_WORD.findall(text)) <= _SMALL_WORDS


def _is_free(text: str) -> bool:
    """Whether a text above marked lines names who or when, in words that people put there for fun ("Anna joked:")."""
    by_rule = BEGINS.match(text) or _DATE_FIRST.match(text)
    moment = bool(by_rule) and bool(_DATE.search(text) or _TIME.search(text))
    return moment or bool(_BRACKETED.search(text)) or bool(_NAMED.match(text))


def _is_named(before: str) -> bool:
    """Whether the words before an address are a name, and no sentence that happens to hold one."""
    small = [word for word in _SMALL_WORD.findall(WROTE.sub(" ", before)) if word not in BETWEEN_NAMES]
    return len(small) <= 1 or len(small) == len(before.split())


def _is_bare(text: str) -> bool:
    """Gmail's of the years around 2010: a date, a name, an address, and no word besides."""
    by_address = text.endswith(">") and _MAILBOX.search(text) and _DATE_FIRST.match(text)
    return bool(by_address or _ISO_AND_NAME.match(text))

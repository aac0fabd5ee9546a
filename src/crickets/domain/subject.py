"""
What a subject is about, once the marks that mail programs put around it are taken off.

Knows RFC 5256 §2.1, and where mail programs put their marks, which are a table; must not know messages or threads.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from crickets.domain.subject_marks import BY_HAND, FORWARDS, IN_CAPITALS, MARKS, NOTES
from crickets.visible import visible

_COLON = re.compile("[:\uff1a\ufe55\u2236]")  # CJK programs write a full-width one
_MARK_ENDS = ":\uff1a\ufe55\u2236>"
_MAY_BEAR_A_MARK = re.compile("[:\uff1a\ufe55\u2236>([{<*]")
"""Whatever is taken off has one of these at its end or its beginning; most subjects have none left at once."""

_COUNT = re.compile(r"\s*(?:[\[(^*-]\s*)?\d{1,3}\s*[\])]?\s*\Z")  # Re[2]: Re^2: Re(2): Re*2: Re-2: Re2:
_LONGEST_PREFIX = 50
_ARROW = re.compile(r"\s*(?:re|fwd?)>{1,2}(?=\s*\w)", re.IGNORECASE)  # of the Macintosh
_TAG = re.compile(r"\s*\[[^\[\]]*\]\s*")
_MAY_WARN = re.compile(r"\s*[*({<]")
_NOTE = re.compile(
    r"\s*(?:\*{1,6}\s*([^*]{1,30}?)\s*\*{1,6}|\(([^()]{1,30})\)|\{([^{}]{1,30})\}|<([^<>]{1,30})>"
    r"|([^\W\d][^\W\d_ -]{2,10}(?:[ -][^\W\d]{1,10}){0,2}):)\s*"
)
_TRAILER = re.compile(r"(?i:\s*\((?:fwd?|fw)\)\s*$)")
_WRAPPED = re.compile(r"(?i:^\s*\[fwd?:(.*)\]\s*$)", re.DOTALL)
_LONGEST = 1000
"""No subject is worth more: RFC 5322 §2.1.1 allows 998 characters a line."""

_JOINERS = "\u200c\u200d"
"""Without them a Persian or Hindi word falls apart, and a woman at a computer into two signs."""

_CACHED = 1024
"""How many are kept: one is asked for several times a mail, and again with each answer."""


@lru_cache(maxsize=_CACHED)
def base_subject(subject: str) -> str:
    """
    The subject as two mails of one conversation share it: without prefixes, ``[tags]`` and ``(fwd)``.

    RFC 5256 §2.1, with the prefixes of other languages and of machines. A subject that is nothing but a tag is kept.
    What joins letters is a blank: the ledger keeps what is compared, and has kept it so.
    """
    return _bare(_spaced(subject), tags=True)


def base_as_written(subject: str) -> str:
    """The base subject as a person reads it: its words and emoji whole, and nothing in it that nobody sees."""
    return _bare(_legible(subject), tags=True)


def unprefixed(subject: str) -> str:
    """
    The subject as a reply repeats it behind its own ``Re:``: without prefixes, its ``[tags]`` kept.

    Gmail opens a new conversation when a reply changes the subject, so all that its author wrote stays, but
    for what nobody sees.
    """
    return _bare(_legible(subject), tags=False)


def is_reply(subject: str) -> bool:
    """Whether a subject bears the mark of a reply or a forward."""
    return base_subject(subject) != _without_tags(_spaced(subject))


def is_reply_by_hand(subject: str) -> bool:
    """Whether the outermost mark is that of a reply or a forward by a person's program, and not of a machine."""
    return _is_marked(subject, BY_HAND)


def is_forward(subject: str) -> bool:
    """Whether the outermost mark is that of a forward; one that means a reply in another language ("VS:") counts."""
    return _is_marked(subject, FORWARDS)


def _is_marked(subject: str, marks: frozenset[str]) -> bool:
    """Whether the outermost mark is one of some, or what only forwards bear: a trailer or brackets round it all."""
    text = _without_tags(_spaced(subject))
    end = _end_of_prefix(text)
    mark = _mark_of(text[:end].rstrip(_MARK_ENDS))
    is_one = mark in marks or mark.casefold() in marks
    return is_one if end else bool(_WRAPPED.match(text) or _TRAILER.search(text))


def width(subject: str) -> int:
    """How much a subject says, in columns: an ideograph says as much as two letters (UAX #11)."""
    if subject.isascii():
        return len(subject)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in subject)


def _bare(spaced: str, *, tags: bool) -> str:
    text = _without_marks(spaced, tags=tags)
    while wrapped := _WRAPPED.match(text):
        text = _without_marks(wrapped[1].strip(), tags=tags)
    return text


def _spaced(subject: str, *, keeping: str = "") -> str:
    """White space as single blanks, controls gone: step 1 of RFC 5256 §2.1."""
    text = subject[:_LONGEST]
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char in keeping else " " for char in text)
    return " ".join(text.split())


def _legible(subject: str) -> str:
    """The same without what nobody sees; what joins letters stays where they need it."""
    return _spaced(visible(subject[:_LONGEST], lambda _: " "), keeping=_JOINERS)


def _without_marks(text: str, *, tags: bool) -> str:
    """Steps 2 to 5: trailers and leaders, over and over."""
    while _MAY_BEAR_A_MARK.search(text):
        shorter = _without_leader(_TRAILER.sub("", text), tags=tags)
        if shorter == text:
            break
        text = shorter
    return text


def _without_leader(text: str, *, tags: bool) -> str:
    """One prefix less, or one tag less if something is left behind it."""
    if end := _end_of_prefix(text):
        return text[end:].strip()
    return _without_tag(text) if tags else text


def _end_of_prefix(text: str) -> int:
    """Where the mark of a reply, forward or machine ends that a subject begins with; 0 if there is none."""
    if arrow := _ARROW.match(text):
        return arrow.end()
    colon = _COLON.search(text, 0, _LONGEST_PREFIX)
    return colon.end() if colon and _is_mark(text[: colon.start()]) else 0


def _is_mark(text: str) -> bool:
    """Whether it is what programs put before a subject; French ones put a space before the colon."""
    mark = _mark_of(text)
    return mark.casefold() in MARKS or mark in IN_CAPITALS


def _mark_of(text: str) -> str:
    """A mark by itself, without how often it was put there."""
    return unicodedata.normalize("NFKC", _COUNT.sub("", text)).strip()


def _without_tags(text: str) -> str:
    while (shorter := _without_tag(text)) != text:
        text = shorter
    return text


def _without_tag(text: str) -> str:
    tag = _TAG.match(text) or _note(text)
    return text[tag.end() :] if tag and tag.end() < len(text) else text


def _note(text: str) -> re.Match[str] | None:
    """The warning of a server that a subject begins with."""
    note = _NOTE.match(text) if _MAY_WARN.match(text) or _COLON.search(text, 0, _LONGEST_PREFIX) else None
    return note if note and next(filter(None, note.groups()), "").strip().casefold() in NOTES else None

"""
What a report's text says of a mail: given up, still being tried, arrived, opened.

Knows where its own words end and the mail that it gives back begins; the sentences are the tables of
`phrases`. Must not know headers, nor how much a sentence proves: `reports` says that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crickets.reading.reports import phrases
from crickets.reading.words import spoken

_TEXT_LIMIT = 8_000
"""How far into a report its own words are sought."""
_LINES_LIMIT = 400
_OPENING_LIMIT = 100
"""Longer than any opening of the tables."""

_OPENING = spoken(phrases.OPENING)
_FINAL = spoken(phrases.FINAL)
_WARNING = spoken(phrases.WARNING)
_TRYING = spoken(phrases.TRYING)
_FAILED = spoken(phrases.FAILED)
_ARRIVED = spoken(phrases.ARRIVED)
_REFUSED = spoken(phrases.REFUSED)
_CHALLENGE = spoken(phrases.CHALLENGE)

_TRANSCRIPT = re.compile(
    r"(?<![\w.])(?:(?:4[25]|5[0-5])\d[ -](?:[ -]?\(?#?[45]\.\d{1,2}\.\d{1,3}\b|[ -]{0,3}<?[a-z])|#?5\.\d\.\d{1,3}\b)"
    r"|\brcpt to: ?<|\bdiagnostic-code:|\bfinal-recipient:|\bremote host said:|\breporting-mta:",
)
"""The words of SMTP (RFC 5321 §4.2, RFC 3463), or the fields of RFC 3464 in a text."""

_COPY_BEGINS = re.compile(
    r"^[\s>|-]{0,40}(?:below this line is a copy|this is a copy of (?:the|your) message|original message follows"
    r"|unsent message follows|undelivered message follows|the (?:header|body) of the original message"
    r"|message headers? follows?|returned message follows|original message headers|message header follows"
    r"|included is a copy of the message|(?:a )?copy of (?:the|your) (?:original )?message)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_LINE = re.compile(r"[ \t>|]{0,12}([A-Za-z][\w-]{1,40}):[ \t]")
_COPIED = frozenset({"received", "return-path", "mime-version", "content-type", "dkim-signature", "delivered-to"})
"""A field among lines like fields that shows them to be a mail's header, not a report's own."""

_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryWords:
    """What a text says of a mail's delivery: each the phrase found, or nothing; `opens_at` is where a report begins."""

    opening: str = ""
    opens_at: int = -1
    final: str = ""
    warning: str = ""
    trying: str = ""
    failed: str = ""
    arrived: str = ""
    challenge: str = ""
    transcript: str = ""


def said_in(text: str) -> DeliveryWords:
    """What a text says of a mail's delivery, in its own words; the mail that it may give back is left out."""
    words = _small(_QUOTED.sub("", own_words(text)))
    opening = min(((words.find(one), one) for one in _OPENING if one in words), default=(-1, ""))
    transcript = _TRANSCRIPT.search(words)
    return DeliveryWords(
        opening=opening[1],
        opens_at=opening[0],
        final=_one_of(_FINAL, words),
        warning=_one_of(_WARNING, words),
        trying=_one_of(_TRYING, words),
        failed=_one_of(_FAILED, words),
        arrived=_one_of(_ARRIVED, words),
        challenge=_one_of(_CHALLENGE, words),
        transcript=transcript[0] if transcript else "",
    )


def opens_as_report(text: str, reach: int) -> bool:
    """Whether a report's opening stands within the first `reach` characters."""
    head = _small(text[: 10 * reach + 500])[: reach + _OPENING_LIMIT]
    return any(0 <= head.find(one) <= reach for one in _OPENING)


def refusal_in(*texts: str) -> str:
    """The phrase by which a filter refuses a mail, or nothing."""
    return next(filter(None, (_one_of(_REFUSED, _small(text[:_TEXT_LIMIT])) for text in texts)), "")


def own_words(text: str) -> str:
    """A report's text up to where it begins to give the mail back: at a title for it, or at what reads as a header."""
    return _parted(text)[0]


def copy_in(text: str) -> str:
    """What a report's text gives back of the mail: from the first line on that reads as one of a header, or nothing."""
    lines = _parted(text)[1].split("\n")
    start = next((number for number, line in enumerate(lines) if _HEADER_LINE.match(line)), len(lines))
    return "\n".join(line.strip() if line[:1] in " \t" and _HEADER_LINE.match(line) else line for line in lines[start:])


def _parted(text: str) -> tuple[str, str]:
    """A report's own words, and what follows them."""
    text = text[:_TEXT_LIMIT]
    title = _COPY_BEGINS.search(text)
    end = title.start() if title else len(text)
    lines = text[:end].split("\n")[:_LINES_LIMIT]
    start = next((number for number in range(len(lines)) if _is_header(lines[number : number + 12])), len(lines))
    own = "\n".join(lines[:start])
    return own, text[len(own) :]


def _is_header(lines: list[str]) -> bool:
    """Whether a mail's header begins here: a field, more fields or folded lines behind it, one of a mail's own."""
    first = _HEADER_LINE.match(lines[0])
    if not first or first[1].lower() not in _COPIED:
        return False
    fields = [_HEADER_LINE.match(line) for line in lines]
    return sum(bool(field) for field in fields) >= 2


def _small(text: str) -> str:
    """A text in small letters, its blanks single, its apostrophes plain."""
    return " ".join(text.casefold().replace("\u2019", "'").replace("\u00b4", "'").split())


def _one_of(phrases_sought: tuple[str, ...], text: str) -> str:
    return next((one for one in phrases_sought if one in text), "")

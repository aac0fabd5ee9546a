"""
Whom a report says that a mail did not reach.

Knows how addresses stand in reports: in the fields of RFC 3464 and 6533, in those of Exim and Gmail, and in the
words of systems that write neither. Must not know whether the mail was given up. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crickets.reading.body.charsets import text_of
from crickets.reading.header.addresses import addresses_of
from crickets.reading.header.fields import Fields

_NAMED_LIMIT = 50
_LINES_LIMIT = 300
_LINE_LIMIT = 500
_GUESSES_LIMIT = 3
"""More addresses than this in words that single none out tell nothing."""

_WRITTEN = re.compile(
    r"(?:\"[^\"\s]{1,62}\"|(?<![\w.+/=-])[\w!#$%&'*+/=?^`{|}~-][\w.!#$%&'*+/=?^`{|}~-]{0,63})"
    r"@(?:[^\W_][\w-]{0,62}\.){1,8}(?:[^\W\d_]{2,24}|xn--[\w-]{1,59})(?![\w@-])"
)
"""An address in a field, of RFC 6532 as well."""
_IN_TEXT = re.compile(
    r"(?<![A-Za-z0-9_.+/=&-])[A-Za-z0-9_](?:[A-Za-z0-9_.+~'-]{0,62}[A-Za-z0-9_+-])?"
    r"@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{1,59})(?![A-Za-z0-9@-])"
)
"""An address among words: plainer, for what stands around it is no grammar; CJK text follows it without a blank."""
_TYPED = re.compile(r"\s*+[\w-]{1,20}+\s*+;\s*+(.*)", re.DOTALL)
_IN_X400 = re.compile(r"rfc-?822=([^;/\s]{1,64})\((?:a|at)\)([^;/\s]{1,190})", re.IGNORECASE)
_ENCAPSULATED = re.compile(r"IMCEASMTP-([\w+.-]{3,200})@", re.IGNORECASE)
_HEX = re.compile(r"\+([0-9A-F]{2})", re.IGNORECASE)

_NOBODY = re.compile(
    r"(?:mailer-?daemon|post-?master|abuse|no-?reply|do-?not-?reply|support|help(?:-?desk)?|admin(?:istrator)?"
    r"|hostmaster|root|webmaster|info-?mail|mail-?admin)\d*@",
    re.IGNORECASE,
)
"""Who reports, and whom to ask about it: named in the words of many reports, and seldom the one not reached."""

_OF_ANOTHER = re.compile(
    r"(?:mail ?from|from|sender|reply-?to|return-?path|message-?id|references|in-reply-to|subject|x-[\w-]+|received"
    r"|reporting-mta|contact|questions?|de|von|da|od|от|差出人|送信者|発信者)\b[^@]{0,60}$",
    re.IGNORECASE,
)
"""What in front of an address, on its line, says that it's not the one sought."""

_POINTING = re.compile(
    r"(?:\b(?:to|rcpt to|recipients?|user(?:name)?|unknown|mailbox|address(?:es|ee)?|account|an|für|à|a|al|para|per|do"
    r"|dla|aan|voor|till|til|for|кому|получател[юья]|адресату?)|55\d(?:[ -]5\.\d{1,2}\.\d{1,3})?|[:;\uff1a])"
    r"[\s<\"'(\[]{0,6}$",
    re.IGNORECASE,
)
"""What right in front of an address says that it's the one that was tried."""
_HEADING, _POINTED_AT, _PASSING = "heading", "pointed at", "passing"
"""How an address stands in its line: at its head, behind a word that points at it, or anywhere."""
_LINE_STARTS = re.compile(r"[\s<>\"'(\[*•|\-]{0,12}$")


def recipients_of(
    written: Iterable[str],
    *,
    fields: Fields,
    words: str,
    returned: Fields | None,
) -> tuple[str, ...]:
    """
    The addresses that were not reached, each once, their domains in small letters; never the report's own.

    `written` are those in a report's fields, which decide; then come the header's, then the words', and last
    the only recipient of the mail given back.
    """
    own = _in_fields(fields, "from", "sender")
    formal = _checked((_bare(one) for one in written), but=own)
    failed = formal or _checked(map(text_of, fields.every("x-failed-recipients")), but=own)
    return failed or _named(words, fields=fields, sent_to=_sent_to(returned))


def _checked(values: Iterable[str], *, but: frozenset[str] = frozenset()) -> tuple[str, ...]:
    found = (
        _lowered(match[0])
        for value in values
        if "=?" not in value
        for match in _WRITTEN.finditer(value[: _LINE_LIMIT * 4])
    )
    return tuple(dict.fromkeys(one for one in found if one.casefold() not in but))[:_NAMED_LIMIT]


def _bare(written: str) -> str:
    """An address out of a field of RFC 3464 §2.3.1, its type taken off; X.400's and Exchange's forms undone."""
    typed = _TYPED.match(written)
    inner = typed[1] if typed else written
    hidden = _IN_X400.search(inner)
    if hidden:
        return f"{hidden[1]}@{hidden[2]}"
    encapsulated = _ENCAPSULATED.search(inner)
    return _HEX.sub(lambda pair: chr(int(pair[1], 16)), encapsulated[1]) if encapsulated else inner


def _lowered(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"


def _in_fields(fields: Fields, *names: str) -> frozenset[str]:
    """Who is named in some fields of the report, which are those it's from or to."""
    return frozenset(address.key for name in names for value in fields.every(name) for address in addresses_of(value))


def _sent_to(returned: Fields | None) -> tuple[str, ...]:
    """To whom the mail went that the report gives back."""
    if returned is None:
        return ()
    values = (value for name in ("to", "cc", "x-original-to") for value in returned.every(name))
    return _checked(address.email for value in values for address in addresses_of(value))


def _named(words: str, *, fields: Fields, sent_to: tuple[str, ...]) -> tuple[str, ...]:
    """
    The addresses in words: those that head a line, else those that the mail went to, are pointed at, or are few.

    Where the mail went to one only, that is among them if it's named at all: an alias may have led elsewhere. The
    reader's own is one of them only if there is no other, as when somebody writes to themselves.
    """
    reporters = _in_fields(fields, "from", "sender", "reply-to", "return-path")
    readers = _in_fields(fields, "to", "cc", "delivered-to")
    named = [one for one in _in_words(words) if one[0].casefold() not in reporters and not _NOBODY.match(one[0])]
    found = [one for one in named if one[0].casefold() not in readers] or [
        one for one in named if one[1] is not _PASSING
    ]
    written_to = {address.casefold() for address in sent_to}
    everyone = _each(found, _HEADING, _POINTED_AT, _PASSING)
    expected = tuple(address for address in everyone if address.casefold() in written_to)
    heading = tuple(dict.fromkeys((*_each(found, _HEADING), *(expected if len(sent_to) == 1 else ()))))
    guessed = everyone if len(everyone) <= _GUESSES_LIMIT else ()
    alone = sent_to if len(sent_to) == 1 and not reporters & written_to else ()
    chosen = (heading, expected, _each(found, _POINTED_AT), guessed, alone)
    return next(filter(None, chosen), ())[:_NAMED_LIMIT]


def _each(found: Iterable[tuple[str, str]], *places: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for address, place in found if place in places))


def _in_words(words: str) -> Iterator[tuple[str, str]]:
    """The addresses in a text, line by line, and how each stands in its line."""
    for line in words.split("\n", _LINES_LIMIT)[:_LINES_LIMIT]:
        if "@" not in line:
            continue
        for match in _IN_TEXT.finditer(line[:_LINE_LIMIT]):
            before = line[: match.start()]
            if _LINE_STARTS.match(before):
                yield _lowered(match[0]), _HEADING
            elif not _OF_ANOTHER.search(before[-100:]):
                yield _lowered(match[0]), _POINTED_AT if _POINTING.search(before[-60:]) else _PASSING

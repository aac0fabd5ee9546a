"""
The mailboxes of an address field.

Knows RFC 5322 §3.4 with its groups, comments, obsolete routes (§4.4), and what mailers write instead; must
not know whose address it is. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from crickets.domain.message import Address
from crickets.reading.body.charsets import printable, text_of
from crickets.reading.header.encoded_words import ENCODED_WORD, unworded

ADDRESSES_LIMIT = 200
NAME_LIMIT = 200
ADDRESS_LIMIT = 320
"""64 octets, ``@``, 255 octets (RFC 5321 §4.5.3.1)."""
_FIELD_LIMIT = 64 * 1024
_CACHED_LENGTH = 1_000

_PLAIN = re.compile(
    r"""\s*+(?:(?:"(?P<quoted>[^"\\=]*+)"|(?P<name>[^"<>,;:()@=\[\]\\]*+))\s*+
        <(?P<angle>[^<>@\s"(),:;\\]++@[^<>@\s"(),:;\\]++)>
        |(?P<bare>[^<>@\s"(),:;\\\[\]=]++@[^<>@\s"(),:;\\\[\]]++))\s*+(?P<end>,|\Z)""",
    re.VERBOSE,
)
"""What nearly every mailbox looks like: a name that needs no decoding, an address in brackets, or one alone."""

_TOKEN = re.compile(
    rf"""(?P<word>{ENCODED_WORD})
       | "(?P<quoted>(?:[^"\\]|\\.)*+)"
       | <(?P<angle>[^<>]*+)>
       | (?P<open>\() | (?P<close>\))
       | (?P<comma>[,;]) | (?P<colon>:)
       | (?P<blank>\s++)
       | (?P<atom>(?:\\.|(?!=\?)[^\s,;:()"<>\\])++)
       | (?P<stray>.)""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT = re.compile(r"\([^()]*+\)")
_DOTTED = re.compile(r"\s*+([.@])\s*+")
"""Blanks around the dots and the ``@`` of an address without brackets are obsolete syntax (§4.4)."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_WITHIN = re.compile(r"[^\s<>\"(),:;@]+@[^\s<>\"(),:;@]+")
_LOCAL = re.compile(r"[A-Za-z0-9._+-]{1,64}\Z")
_SHAPE = re.compile(r"(?:\"[^\"]*\"|[^\s<>\",;:()]+)@[^\s<>\",;()@\\]+\Z")


@dataclass(slots=True)
class _Mailbox:
    """What has been read of one mailbox so far."""

    phrase: list[str] = field(default_factory=list)
    comment: list[str] = field(default_factory=list)
    angle: str | None = None


def addresses_of(raw: bytes) -> tuple[Address, ...]:
    """The mailboxes of an address field in their order, at most 200, each with an ``@``; groups are opened up."""
    if not raw:
        return ()
    return _cached(raw) if len(raw) <= _CACHED_LENGTH else _read(raw)


def sender_of(raw: bytes) -> Address | None:
    """The first mailbox of a From field, or None; a local name (``MAILER-DAEMON``) is one too, or a mere name."""
    found = addresses_of(raw)
    if found or not raw:
        return found[0] if found else None
    mailbox = next(_mailboxes(text_of(raw[:1000])))
    phrase = _clean(unworded("".join(mailbox.phrase)))
    local = mailbox.angle.strip() if mailbox.angle else phrase
    return Address(name=phrase, email=local if _LOCAL.match(local) else "") if phrase or local else None


def _read(raw: bytes) -> tuple[Address, ...]:
    text = text_of(raw[:_FIELD_LIMIT])
    simple = _simple(text)
    if simple is not None:
        return simple
    found: list[Address] = []
    for mailbox in _mailboxes(text):
        address = _address(mailbox)
        if address:
            found.append(address)
        if len(found) >= ADDRESSES_LIMIT:
            break
    return tuple(found)


_cached = lru_cache(maxsize=8192)(_read)
"""People write to the same few people: nineteen fields of twenty have been seen before."""


def _simple(text: str) -> tuple[Address, ...] | None:
    """The mailboxes of a field without any trap in it, or None."""
    found: list[Address] = []
    plain, more = _PLAIN.match(text), True
    while plain and more and len(found) < ADDRESSES_LIMIT:
        address = _plain(plain)
        if address is None:
            return None
        found.append(address)
        more = bool(plain["end"])
        plain = _PLAIN.match(text, plain.end()) if more else None
    return None if more else tuple(found)


def _plain(found: re.Match[str]) -> Address | None:
    quoted, name, angle, bare, _ = found.groups()
    if angle:
        return Address(name=_clean(quoted or name or ""), email=angle) if len(angle) <= ADDRESS_LIMIT else None
    return Address(email=bare) if len(bare) <= ADDRESS_LIMIT and bare.isprintable() else None


def _mailboxes(text: str) -> Iterator[_Mailbox]:
    """The mailboxes of any text: split at commas and semicolons that stand outside quotes, comments, brackets."""
    mailbox, depth = _Mailbox(), 0
    for token in _TOKEN.finditer(text):
        kind, piece = token.lastgroup, token[0]
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif depth:
            mailbox.comment.append(piece)
        elif kind == "comma":
            yield mailbox
            mailbox = _Mailbox()
        else:
            mailbox = _with(mailbox, kind or "", token)
    yield mailbox


def _with(mailbox: _Mailbox, kind: str, token: re.Match[str]) -> _Mailbox:
    """A mailbox with one more token; a colon ends the name of a group, which is nobody's."""
    if kind == "colon" and not "".join(mailbox.phrase).rstrip().endswith(("mailto", "MAILTO")):
        return _Mailbox()
    if kind == "angle":
        mailbox.angle = token["angle"] if mailbox.angle is None or "@" not in mailbox.angle else mailbox.angle
    elif kind == "quoted":
        mailbox.phrase.append(f'"{_ESCAPED.sub(lambda pair: pair[1], token["quoted"])}"')
    elif kind != "stray":
        mailbox.phrase.append(" " if kind == "blank" else token[0])
    return mailbox


def _address(mailbox: _Mailbox) -> Address | None:
    """The address of what was read, or None if there is none in it."""
    phrase, comment = "".join(mailbox.phrase).strip(), "".join(mailbox.comment).strip()
    email = _email(mailbox.angle or "")
    if email:
        return Address(name=_clean(unworded(phrase or comment)), email=email)
    name, _, last = _DOTTED.sub(r"\1", phrase).rpartition(" ")
    name, last = ("", phrase) if _email(phrase).startswith('"') else (name, last)
    email = _email(last)
    if email:
        return Address(name=_clean(unworded(name or comment)), email=email)
    return _hidden(unworded(f"{phrase} {mailbox.angle or ''}"))


def _email(written: str) -> str:
    """The addr-spec in what stood in brackets or alone; empty if that is none. A route in front is dropped."""
    bare = _COMMENT.sub("", written).strip()
    bare = bare if bare.startswith('"') else "".join(bare.split())
    bare = bare[7:] if bare[:7].casefold() == "mailto:" else bare
    bare = bare.rpartition(":")[2] if bare.startswith("@") else bare
    bare = printable(bare.strip("'").rstrip(".,"))
    return bare if len(bare) <= ADDRESS_LIMIT and _SHAPE.match(bare) and "=?" not in bare else ""


def _hidden(text: str) -> Address | None:
    """An address inside an encoded word, or among words that broke the grammar."""
    inside = _WITHIN.search(text[:2000])
    if not inside or len(inside[0]) > ADDRESS_LIMIT:
        return None
    return Address(name=_clean(text[: inside.start()].rstrip("<( ")), email=printable(inside[0]).strip("'"))


def _clean(name: str) -> str:
    """A display name as a person reads it: quotes off, blanks single, bounded."""
    bare = printable(" ".join(name.replace('"', " ").split())) if '"' in name else printable(" ".join(name.split()))
    return bare.strip("'\u2018\u2019 ")[:NAME_LIMIT] if bare[:1] == "'" else bare[:NAME_LIMIT].strip()

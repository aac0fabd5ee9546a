"""
The ids by which mails name themselves and each other.

Knows RFC 5322 §3.6.4 and what stands in its fields in earnest; must not know which mails exist. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from crickets.domain.message import INVENTED_DOMAIN, MessageId
from crickets.reading.body.charsets import printable, text_of
from crickets.reading.header.encoded_words import unworded

IDS_LIMIT = 200
ID_LIMIT = 4_000
"""How long an id may be: four lines of RFC 5322 §2.1.1, for Exchange writes some beyond one."""
_FIELD_LIMIT = 64 * 1024

_PLAIN_IDS = re.compile(rb"(?:\s*+<[!-;=?-~]++>,?)++\s*+\Z")
_PLAIN_ID = re.compile(r"<([^>]++)>")
_IN_BRACKETS = re.compile(r"<([^<>]++)(?:>|\Z|(?=<))")
_COMMENT = re.compile(r"\([^()<>]*+\)")
_SEPARATOR = re.compile(r"[\s,;]+")
_NAME = re.compile(r"\b(?:from|by)\b[^\d<>]{0,200}\Z", re.IGNORECASE)
"""Behind which, without a date, an address comes and no id: "Message from Anna <anna@…>"."""
_CALLED_ID = re.compile(r"\bid:?\Z", re.IGNORECASE)


def ids_of(raw: bytes) -> tuple[MessageId, ...]:
    """The ids in a References field, oldest first, without doubles; of more than 200 the root and the newest."""
    return _bounded(_read(raw))


def parents_of(references: bytes, in_reply_to: bytes, *, posted: bool = False) -> tuple[MessageId, ...]:
    """
    All ids that a mail names as its ancestors: References, then In-Reply-To, oldest first, without doubles.

    Of a mail `posted` to a list it's what archives thread by: the first in brackets of In-Reply-To, whatever it is
    (RFC 5256 §3, THREAD=REFERENCES). In an owner's own mail an address taken for an id would join strangers.
    """
    replied_to = _read(in_reply_to)[:1] if posted and b"<" in in_reply_to else _replied_to(in_reply_to)
    return _bounded([*_read(references), *replied_to])


def id_of(raw: bytes) -> MessageId | None:
    """The id in a Message-ID field, or None; one without brackets or without ``@`` is an id as well."""
    found = ids_of(raw)
    if found:
        return found[0]
    alone = _COMMENT.sub("", _text(raw)).strip().strip("<>")
    return _checked(alone) if alone and not any(char.isspace() for char in alone) else None


def invented_id(parts: Iterable[bytes]) -> MessageId:
    """A stable id for a mail that has none, made of what tells it from others, blanks apart."""
    digest = sha256(b"\0".join(b" ".join(part.split()) for part in parts))
    return MessageId(f"{digest.hexdigest()[:40]}@{INVENTED_DOMAIN}")


def _replied_to(raw: bytes) -> list[MessageId]:
    """
    The ids in an In-Reply-To field.

    RFC 822 let it hold phrases, and what stands in brackets among words is an address as often as an id ("Message from
    Anna <anna@…> of Monday <id>"): two mails that answer one person would share a parent. Ids stand before all words
    (mutt) or behind them (MH); a phrase without brackets holds none ("anna@client.example's message of Monday", Gnus).
    """
    if not raw:
        return []
    if _PLAIN_IDS.match(raw):
        return _read(raw)
    between, bracketed = _taken_apart(_COMMENT.sub(" ", _text(raw)))
    if not bracketed:
        return _read(raw) if all("@" in token for token in _SEPARATOR.split(between[0])) else []
    return [one for one in map(_checked, _beside_words(between, bracketed)) if one]


def _taken_apart(text: str) -> tuple[list[str], list[str]]:
    """What stands outside of brackets, before, between and behind them; and what is in them."""
    pieces = _IN_BRACKETS.split(text)
    return [piece.strip(" ,;\t\r\n") for piece in pieces[::2]], pieces[1::2]


def _beside_words(between: list[str], bracketed: list[str]) -> list[str]:
    """Those in brackets that are ids: before all words, or behind them, or called so."""
    words = [number for number, part in enumerate(between) if part]
    if not words or words[0]:
        return bracketed[: words[0]] if words else bracketed
    behind = bracketed[words[-1] :]
    if behind and not _NAME.search(between[words[-1]]):
        return behind
    return [one for one, before in zip(bracketed, between, strict=False) if _CALLED_ID.search(before)]


def _read(raw: bytes) -> list[MessageId]:
    if not raw:
        return []
    if _PLAIN_IDS.match(raw) and len(raw) <= ID_LIMIT:
        return _PLAIN_ID.findall(raw.decode("ascii"))
    text = _text(raw)
    written = _IN_BRACKETS.findall(text) or [
        token for token in _SEPARATOR.split(_COMMENT.sub(" ", text)) if "@" in token
    ]
    return [one for one in map(_checked, written) if one]


def _text(raw: bytes) -> str:
    """What is written in a field of ids: some mailers wrap long ids in encoded words (python/cpython#79986)."""
    return unworded(text_of(raw if len(raw) <= _FIELD_LIMIT else raw[:1000] + b" " + raw[-_FIELD_LIMIT:]))


def _checked(written: str) -> MessageId | None:
    """An id without the blanks that folding left in it; None if nothing remains or it is beyond all bounds."""
    bare = printable("".join(written.split()))
    return MessageId(bare) if 0 < len(bare) <= ID_LIMIT else None


def _bounded(ids: list[MessageId]) -> tuple[MessageId, ...]:
    unique = tuple(dict.fromkeys(ids))
    return unique if len(unique) <= IDS_LIMIT else (unique[0], *unique[1 - IDS_LIMIT :])

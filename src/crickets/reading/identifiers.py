"""
The ids by which mails name themselves and each other.

Knows RFC 5322 §3.6.4 and what stands in its fields in earnest; must not know which mails exist. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from crickets.domain.message import INVENTED_DOMAIN, MessageId
from crickets.reading.charsets import printable, text_of
from crickets.reading.encoded_words import unworded

IDS_LIMIT = 200
ID_LIMIT = 4_000
"""How long an id may be: four lines of RFC 5322 §2.1.1, for Exchange writes some beyond one."""
_FIELD_LIMIT = 64 * 1024

_PLAIN_IDS = re.compile(rb"(?:\s*+<[!-;=?-~]++>,?)++\s*+\Z")
_PLAIN_ID = re.compile(rb"<([^>]++)>")
_IN_BRACKETS = re.compile(r"<([^<>]++)(?:>|\Z|(?=<))")
_COMMENT = re.compile(r"\([^()<>]*+\)")
_SEPARATOR = re.compile(r"[\s,;]+")


def ids_of(raw: bytes) -> tuple[MessageId, ...]:
    """The ids in a References field, oldest first, without doubles; of more than 200 the root and the newest."""
    return _bounded(_read(raw))


def parents_of(references: bytes, in_reply_to: bytes) -> tuple[MessageId, ...]:
    """All ids that a mail names as its ancestors: References, then In-Reply-To, oldest first, without doubles."""
    return _bounded([*_read(references), *_replied_to(in_reply_to)])


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

    RFC 822 let it hold a phrase ("Message from Anna <anna@…> of Monday <id>"): beside words only the last
    bracket is an id, or two mails from one person would share a parent that is an address.
    """
    found = _read(raw)
    if len(found) < 2 or not _IN_BRACKETS.sub("", _COMMENT.sub("", _text(raw))).strip(" ,;\t"):
        return found
    return found[-1:]


def _read(raw: bytes) -> list[MessageId]:
    if not raw:
        return []
    if _PLAIN_IDS.match(raw) and len(raw) <= ID_LIMIT:
        return [MessageId(one.decode("ascii")) for one in _PLAIN_ID.findall(raw)]
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

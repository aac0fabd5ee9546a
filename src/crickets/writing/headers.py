"""
The header fields of a draft, as they go over the wire.

Our own writer because the library's two break what the field lives from: `email.policy.default` of Python
3.11 encodes long ids (python/cpython#100991), and Outlook drops such a References; `compat32` encodes a name
together with its address. Knows RFC 5322 §2.2, §3.4, §3.6 and RFC 2047; must not know why a field says what
it says.

Every field is pure ASCII and ends with CRLF. Lines have at most 76 characters (RFC 2047 §2) where the text
can be broken, and never more than 998 octets (RFC 5322 §2.1.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime

from crickets.domain.message import Address, MessageId
from crickets.writing.addr_spec import addr_spec
from crickets.writing.encoded_words import encoded_words
from crickets.writing.plain import one_line

_WIDTH = 76
_NAME_LIMIT = 200
_SUBJECT_LIMIT = 1000
_NEWEST_IDS = 20
_LONGEST_WORD = 900

_ID = re.compile(r"[!-;=?-~]{1,900}")
"""What can stand in angle brackets on a line of its own; more lenient than §3.6.4, as the ids in use are."""

_PRINTABLE = re.compile(r"[ -~]*")
_PHRASE = re.compile(r"[\w!#$%&'*+/=?^`{|}~ -]*", re.ASCII)


def unstructured(name: str, text: str) -> str:
    """A field of free text (§3.6.5), encoded only where it must be; a leading ``Re:`` stays readable."""
    text = one_line(text, limit=_SUBJECT_LIMIT)
    if _is_safe(text):
        return _field(name, text.split(" "))
    if text.startswith("Re: "):
        return _field(name, ("Re:", *encoded_words(text.removeprefix("Re: "))))
    return _field(name, encoded_words(text))


def mailboxes(name: str, addresses: Iterable[Address]) -> str:
    """An address field (§3.4), or nothing without addresses. Raises `ValueError` as `addr_spec` does."""
    boxes = [_together(_mailbox(address)) for address in addresses]
    tokens = [token for box in boxes[:-1] for token in (*box[:-1], f"{box[-1]},")]
    return _field(name, (*tokens, *boxes[-1])) if boxes else ""


def message_ids(name: str, ids: Iterable[MessageId]) -> str:
    """
    A field of ids (§3.6.4), one a line, never encoded; of a long chain the first and the newest 20.

    The last id stays last. An id that can't stand in a header is left out; without any, there is no field.
    """
    newest_first = dict.fromkeys(i for i in reversed(tuple(ids)) if is_writable(i))
    chain = list(newest_first)[::-1]
    kept = chain if len(chain) <= _NEWEST_IDS + 1 else [chain[0], *chain[-_NEWEST_IDS:]]
    return f"{name}: {_FOLD.join(f'<{i}>' for i in kept)}\r\n" if kept else ""


def is_writable(message_id: MessageId) -> bool:
    """Whether an id can stand in a header: printable ASCII without blanks, and not longer than a line."""
    return _ID.fullmatch(message_id) is not None


def moment(name: str, at: datetime) -> str:
    """A date field (§3.3) with the offset that `at` has. Raises `ValueError` for a naive one."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no zone")
    return f"{name}: {format_datetime(at)}\r\n"


_FOLD = "\r\n "


def _field(name: str, tokens: Iterable[str]) -> str:
    """The field with its tokens a space apart, broken between them; the first stays beside the name."""
    lines = [f"{name}:"]
    for position, token in enumerate(tokens):
        if position == 0 or len(lines[-1]) + 1 + len(token) <= _WIDTH:
            lines[-1] += f" {token}"
        else:
            lines.append(f" {token}")
    return "".join(f"{line}\r\n" for line in lines)


def _mailbox(address: Address) -> tuple[str, ...]:
    """The tokens of one mailbox; the addr-spec stays bare whatever the name needs."""
    spec = addr_spec(address.email)
    name = re.sub(" +", " ", one_line(address.name, limit=_NAME_LIMIT))
    if not name or name.casefold() == address.email.strip().casefold():
        return (spec,)
    return (*_phrase(name), f"<{spec}>")


def _together(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens as one where they fit into a line with a comma: a name is best read beside its address."""
    whole = " ".join(tokens)
    return (whole,) if len(whole) + len(" ,") <= _WIDTH else tokens


def _phrase(name: str) -> tuple[str, ...]:
    """A display name: bare words, a quoted string, or encoded words, the plainest that can hold it."""
    if not _is_safe(name) or len(name) > _WIDTH - len("From: "):
        return encoded_words(name)
    if _PHRASE.fullmatch(name):
        return tuple(name.split(" "))
    return ('"' + re.sub(r'[\\"]', r"\\\g<0>", name) + '"',)


def _is_safe(text: str) -> bool:
    """
    Whether ASCII text reads the same after folding and in every client.

    Runs of blanks do not (some readers join them), nor does what would pass for an encoded word, nor a word
    that fills a line.
    """
    if not _PRINTABLE.fullmatch(text) or "=?" in text or "  " in text:
        return False
    return all(len(word) <= _LONGEST_WORD for word in text.split(" "))

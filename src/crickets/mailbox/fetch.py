"""
What a FETCH response tells of one message.

Knows the items of RFC 9051 §7.5.2, RFC 7162, RFC 8474 and Gmail's; must not know why anybody asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from crickets.domain.mailbox import Uid
from crickets.errors import Surprise
from crickets.mailbox.translate import REPORT
from crickets.mailbox.wire import Parts, Value, values

_FETCH = re.compile(rb"\* (\d{1,10}) FETCH (?=\()", re.IGNORECASE)
_EXPUNGED = re.compile(rb"\* \d{1,10} EXPUNGE\b", re.IGNORECASE)
_INTERNAL_DATE = re.compile(rb"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\s*")
_EARLIEST_YEAR, _LATEST_YEAR = 1970, 2199  # a message that was appended with year 9999 must not stop our counting
_NUMBER = re.compile(rb"\d{1,19}")  # 63 bits at most (RFC 7162 §7)
_MONTHS = (b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What was told of one message; None, or empty, is what was not told."""

    uid: Uid
    flags: frozenset[str] | None = None
    internal_date: datetime | None = None
    body: bytes | None = None
    conversation: str = ""
    labels: frozenset[str] | None = None
    mod_sequence: int | None = None


def fetched(responses: Iterable[Parts]) -> dict[Uid, Fetched]:
    """
    What the responses tell, by UID.

    Items may come in any order, and in more than one response for a message. What has no UID was not asked for:
    a change by somebody else, told in passing.
    """
    items: dict[Uid, dict[bytes, Value]] = {}
    for parts in responses:
        told = _items(parts)
        if (number := _number(told.get(b"UID"))) is not None:
            items.setdefault(Uid(number), {}).update(told)
    return {uid: _message(uid, told) for uid, told in items.items()}


def numbered(responses: Iterable[Parts]) -> dict[Uid, int]:
    """The sequence number of each message whose UID was told, by UID (RFC 9051 §2.3.1.2: without gaps from 1)."""
    numbers: dict[Uid, int] = {}
    for parts in responses:
        number = _FETCH.match(parts[0])
        uid = _number(_items(parts).get(b"UID")) if number else None
        if number and uid is not None:
            numbers[Uid(uid)] = int(number[1])
    return numbers


def expunged(responses: Iterable[Parts]) -> int:
    """How many messages somebody removed while the server answered (RFC 9051 §7.5.1)."""
    return sum(1 for parts in responses if _EXPUNGED.match(parts[0]))


def _items(parts: Parts) -> dict[bytes, Value]:
    """The items by name; of ``BODY[…]`` the bare name, for servers write its section as they like."""
    begin = _FETCH.match(parts[0])
    if not begin:
        return {}
    told = values([parts[0][begin.end() :], *parts[1:]])
    if len(told) != 1 or not isinstance(told[0], list) or len(told[0]) % 2:
        raise Surprise("a message's items could not be read", wire=b" ".join(parts), remedy=REPORT)
    pairs = told[0]
    return {_name(name): value for name, value in zip(pairs[::2], pairs[1::2], strict=True)}


def _name(name: Value) -> bytes:
    return name.partition(b"[")[0].upper() if isinstance(name, bytes) else b""


def _message(uid: Uid, told: Mapping[bytes, Value]) -> Fetched:
    flags = told.get(b"FLAGS")
    body = told.get(b"BODY")
    labels = told.get(b"X-GM-LABELS")
    return Fetched(
        uid=uid,
        flags=_words(flags) - {"\\Recent"} if isinstance(flags, list) else None,
        internal_date=internal_date(told.get(b"INTERNALDATE")),
        body=body if isinstance(body, bytes) else None,
        conversation=_conversation(told),
        labels=_words(labels) if isinstance(labels, list) else None,
        mod_sequence=_number(told.get(b"MODSEQ")),
    )


def _words(value: Value) -> frozenset[str]:
    atoms: Sequence[Value] = value if isinstance(value, list) else ()
    return frozenset(atom.decode("utf-8", "replace") for atom in atoms if isinstance(atom, bytes))


def _conversation(told: Mapping[bytes, Value]) -> str:
    """X-GM-THRID, or THREADID, which stands in parentheses, or is NIL (RFC 8474 §5.2)."""
    value = told.get(b"X-GM-THRID") or told.get(b"THREADID")
    first = value[0] if isinstance(value, list) and value else value
    return first.decode("ascii", "replace") if isinstance(first, bytes) else ""


def _number(value: Value) -> int | None:
    """A number, in parentheses or not."""
    first = value[0] if isinstance(value, list) and value else value
    return int(first) if isinstance(first, bytes) and _NUMBER.fullmatch(first) else None


def internal_date(value: Value) -> datetime | None:
    """An INTERNALDATE in UTC, the year brought to where one can reckon with it; None for what is none."""
    date = _INTERNAL_DATE.fullmatch(value) if isinstance(value, bytes) else None
    if not date or date[2].lower() not in _MONTHS:
        return None
    offset = timedelta(hours=int(date[8]), minutes=int(date[9]))
    month = _MONTHS.index(date[2].lower()) + 1
    try:
        zone = timezone(-offset if date[7] == b"-" else offset)
        year = min(max(int(date[3]), _EARLIEST_YEAR), _LATEST_YEAR)
        local = datetime(year, month, int(date[1]), int(date[4]), int(date[5]), int(date[6]), tzinfo=zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None

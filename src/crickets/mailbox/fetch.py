"""
What a FETCH response tells of one message.

Knows the items of RFC 9051 §7.5.2, RFC 7162, RFC 8474 and Gmail's; must not know why anybody asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from crickets.domain.mailbox import Uid
from crickets.errors import Surprise
from crickets.mailbox.translate import REPORT
from crickets.mailbox.wire import Parts, Value, number, values

_FETCH = re.compile(rb"\* (\d{1,10}) FETCH (?=\()", re.IGNORECASE)
_EXPUNGED = re.compile(rb"\* \d{1,10} EXPUNGE\b", re.IGNORECASE)
_INTERNAL_DATE = re.compile(rb"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-]\d{4})\s*")
_DAY = timedelta(days=1)
_EARLIEST_YEAR, _LATEST_YEAR = 1970, 2199  # a message that was appended with year 9999 must not stop our counting
_MONTHS = (b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """
    What was told of one message; None, or empty, is what was not told.

    `number` is its place in the folder (RFC 9051 §2.3.1.2: without gaps from 1).
    """

    uid: Uid
    number: int = field(default=0, compare=False)
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
    told: dict[Uid, Fetched] = {}
    for each in filter(None, map(fetched_in, responses)):
        told[each.uid] = together(told.get(each.uid), each)
    return told


def fetched_in(response: Parts) -> Fetched | None:
    """What one response tells of a message, if it's one that names its UID."""
    begin = _FETCH.match(response[0])
    items = _items(response, begin.end()) if begin else {}
    uid = _number(items.get(b"UID"))
    return None if begin is None or uid is None else _message(Uid(uid), int(begin[1]), items)


def together(before: Fetched | None, now: Fetched) -> Fetched:
    """What two responses tell of one message, the later in front of the earlier."""
    if before is None:
        return now
    told = {each.name: getattr(now, each.name) for each in fields(now)}
    told["conversation"] = now.conversation or None
    return replace(before, **{name: value for name, value in told.items() if value is not None})


def expunged(responses: Iterable[Parts]) -> int:
    """How many messages somebody removed while the server answered (RFC 9051 §7.5.1)."""
    return sum(1 for parts in responses if _EXPUNGED.match(parts[0]))


def _items(parts: Parts, at: int) -> dict[bytes, Value]:
    """The items by name; of ``BODY[…]`` the bare name, for servers write its section as they like."""
    told = values([parts[0][at:], *parts[1:]])
    if len(told) != 1 or not isinstance(told[0], list) or len(told[0]) % 2:
        raise Surprise("a message's items could not be read", wire=b" ".join(parts), remedy=REPORT)
    pairs = told[0]
    return {_name(name): value for name, value in zip(pairs[::2], pairs[1::2], strict=True)}


def _name(name: Value) -> bytes:
    return name.partition(b"[")[0].upper() if isinstance(name, bytes) else b""


def _message(uid: Uid, number: int, told: Mapping[bytes, Value]) -> Fetched:
    flags = told.get(b"FLAGS")
    body = told.get(b"BODY")
    labels = told.get(b"X-GM-LABELS")
    return Fetched(
        uid=uid,
        number=number,
        flags=words_of(flags) - {"\\Recent"} if isinstance(flags, list) else None,
        internal_date=internal_date(told.get(b"INTERNALDATE")),
        body=body if isinstance(body, bytes) else None,
        conversation=_conversation(told),
        labels=words_of(labels) if isinstance(labels, list) else None,
        mod_sequence=_number(told.get(b"MODSEQ")),
    )


def words_of(value: Value) -> frozenset[str]:
    """The atoms and strings of a list, flags or labels."""
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
    return number(first) if isinstance(first, bytes) else None


def internal_date(value: Value) -> datetime | None:
    """An INTERNALDATE in UTC, the year brought to where one can reckon with it; None for what is none."""
    date = _INTERNAL_DATE.fullmatch(value) if isinstance(value, bytes) else None
    if not date:
        return None
    day, month, year, hour, minute, second, zone = date.groups()
    try:
        within = min(max(int(year), _EARLIEST_YEAR), _LATEST_YEAR)
        local = datetime(within, _month(month), int(day), int(hour), int(minute), int(second), tzinfo=UTC)
        return local - _ahead(zone)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=64)
def _month(name: bytes) -> int:
    """The number of a month; `ValueError` for what is none."""
    return _MONTHS.index(name.lower()) + 1


@lru_cache(maxsize=128)
def _ahead(zone: bytes) -> timedelta:
    """How far a zone is ahead of UTC; a whole day or more is no zone and raises `ValueError`."""
    ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    if ahead >= _DAY:
        raise ValueError(zone)
    return -ahead if zone.startswith(b"-") else ahead

"""
A mail as a row, and a row as a mail again.

Knows the columns of the table of messages; must not know any question asked of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from crickets.domain.message import Kind, Message, MessageId, Role
from crickets.domain.threading import kept_parents, written_at
from crickets.ledger.packing import Values, clean, packed, packed_addresses, unpacked, unpacked_addresses, unpacked_ids
from crickets.ledger.remarks import packed_remarks, unpacked_remarks
from crickets.ledger.tables import MESSAGES

LOOKED_INTO, TOO_LARGE = 1, 2
"""How a mail was opened, that may bring files along; 0 where it wasn't yet."""


def message_values(message: Message) -> Values:
    """The columns of a message, but for its numbers."""
    return {
        "id": message.id,
        "parents": packed(kept_parents(message.parents)),
        "also_known_as": packed(message.also_known_as),
        "conversation": clean(message.conversation),
        "thread_index": message.thread_index,
        "subject": clean(message.subject),
        "sender": packed_addresses((message.sender,)),
        "reply_to": packed_addresses(message.reply_to),
        "to": packed_addresses(message.to),
        "cc": packed_addresses(message.cc),
        "date": message.date,
        "received": message.received,
        "written_at": written_at(message),
        "kind": message.kind.value,
        "signals": packed(message.signals),
        "to_list": int(message.to_list),
        "subaddresses": packed_addresses(message.subaddresses),
        "places": packed_places(message.places),
        "encloses": int(message.encloses),
        "files": packed(tuple(map(clean, message.files))),
        "remarks": None if message.remarks is None else packed_remarks(message.remarks),
    }


MESSAGE = (
    MESSAGES.c.id,
    MESSAGES.c.parents,
    MESSAGES.c.also_known_as,
    MESSAGES.c.conversation,
    MESSAGES.c.thread_index,
    MESSAGES.c.subject,
    MESSAGES.c.sender,
    MESSAGES.c.reply_to,
    MESSAGES.c.to,
    MESSAGES.c.cc,
    MESSAGES.c.date,
    MESSAGES.c.received,
    MESSAGES.c.kind,
    MESSAGES.c.signals,
    MESSAGES.c.to_list,
    MESSAGES.c.subaddresses,
    MESSAGES.c.places,
    MESSAGES.c.encloses,
    MESSAGES.c.files,
    MESSAGES.c.opened,
    MESSAGES.c.remarks,
)
"""What must be selected for `message_of`, in its order."""


def message_of(row: Sequence[Any]) -> Message:
    """The message of a row that ends with the columns `MESSAGE`."""
    own_id, parents, aliases, conversation, thread_index, subject, *rest = row[-len(MESSAGE) :]
    sender, reply_to, to, cc, date, received, kind, signals, to_list, subaddresses, *last = rest
    places, encloses, files, opened, remarks = last
    return Message(
        id=MessageId(own_id),
        parents=unpacked_ids(parents),
        also_known_as=unpacked_ids(aliases),
        conversation=conversation,
        thread_index=thread_index,
        subject=subject,
        sender=unpacked_addresses(sender)[0],
        reply_to=unpacked_addresses(reply_to),
        to=unpacked_addresses(to),
        cc=unpacked_addresses(cc),
        date=date,
        received=received,
        kind=_KINDS[kind],
        signals=unpacked(signals),
        to_list=bool(to_list),
        subaddresses=unpacked_addresses(subaddresses),
        places=unpacked_places(places),
        encloses=bool(encloses),
        files=unpacked(files),
        too_large=opened == TOO_LARGE,
        remarks=None if remarks is None else unpacked_remarks(remarks),
    )


_KINDS = {kind.value: kind for kind in Kind}


def packed_places(places: Iterable[Role]) -> str:
    """Roles as one text."""
    return " ".join(sorted(role.value for role in places))


@lru_cache(maxsize=512)
def unpacked_places(packed: str) -> frozenset[Role]:
    """The roles again."""
    return frozenset(Role(value) for value in packed.split())


def with_clean_ids(message: Message) -> Message:
    """The message under ids that can be sought again."""
    ids = (*message.ids, *message.parents)
    if all(each.isascii() and "\0" not in each for each in ids):
        return message
    return replace(
        message,
        id=MessageId(clean(message.id)),
        also_known_as=tuple(MessageId(clean(each)) for each in message.also_known_as),
        parents=tuple(MessageId(clean(each)) for each in message.parents),
    )

"""
A mail as a row, and a row as a mail again.

Knows the columns of the table of messages; must not know any question asked of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from crickets.domain.message import Kind, Message, MessageId, Role
from crickets.domain.threading import kept_parents, written_at
from crickets.ledger.columns import as_number
from crickets.ledger.packing import (
    Values,
    clean,
    packed_addresses,
    packed_texts,
    unpacked,
    unpacked_addresses,
    unpacked_ids,
)
from crickets.ledger.remarks import packed_remarks, unpacked_remarks
from crickets.ledger.tables import MESSAGES

LOOKED_INTO, TOO_LARGE = 1, 2
"""How a mail was opened, that may bring files along; 0 where it wasn't yet."""


COLUMNS = """
    id parents also_known_as conversation subject sender reply_to to cc date received written_at kind signals to_list
    places thread_index remarks subaddresses encloses files
"""
"""The columns of a message but for its numbers, in the table's order."""


def message_row(message: Message) -> tuple[object, ...]:
    """A message as its `COLUMNS` hold it, ready for SQLite: moments are numbers already."""
    return (
        message.id,
        packed_texts(kept_parents(message.parents)),
        packed_texts(message.also_known_as),
        clean(message.conversation),
        clean(message.subject),
        packed_addresses((message.sender,)),
        packed_addresses(message.reply_to),
        packed_addresses(message.to),
        packed_addresses(message.cc),
        None if message.date is None else as_number(message.date),
        as_number(message.received),
        as_number(written_at(message)),
        message.kind.value,
        packed_texts(message.signals),
        int(message.to_list),
        packed_places(message.places),
        message.thread_index,
        None if message.remarks is None else packed_remarks(message.remarks),
        packed_addresses(message.subaddresses),
        int(message.encloses),
        packed_texts(tuple(map(clean, message.files))),
    )


def message_columns(message: Message, columns: Collection[str]) -> Values:
    """Some of its columns, by name."""
    row = zip(COLUMNS.split(), message_row(message), strict=True)
    return {name: value for name, value in row if name in columns}


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
    MESSAGES.c.refused,
    MESSAGES.c.remarks,
)
"""What must be selected for `message_of`, in its order."""


def message_of(row: Sequence[Any]) -> Message:
    """The message of a row that ends with the columns `MESSAGE`."""
    own_id, parents, aliases, conversation, thread_index, subject, *rest = row[-len(MESSAGE) :]
    sender, reply_to, to, cc, date, received, kind, signals, to_list, subaddresses, *last = rest
    places, encloses, files, opened, refused, remarks = last
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
        refused=unpacked(refused),
        remarks=None if remarks is None else unpacked_remarks(remarks),
    )


_KINDS = {kind.value: kind for kind in Kind}


@lru_cache(maxsize=512)
def packed_places(places: frozenset[Role]) -> str:
    """Roles as one text."""
    return " ".join(sorted(role.value for role in places))


@lru_cache(maxsize=512)
def unpacked_places(packed: str) -> frozenset[Role]:
    """The roles again."""
    return frozenset(Role(value) for value in packed.split())


def with_clean_ids(message: Message) -> Message:
    """The message under ids that can be sought again."""
    ids = "".join((*message.ids, *message.parents))
    if ids.isascii() and "\0" not in ids:
        return message
    return replace(
        message,
        id=MessageId(clean(message.id)),
        also_known_as=tuple(MessageId(clean(each)) for each in message.also_known_as),
        parents=tuple(MessageId(clean(each)) for each in message.parents),
    )

"""
Finding newcomers their threads by the keys they share.

Knows the tables of keys and threads; the rule of what makes a key is the domain's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.message import Message, MessageId
from crickets.domain.threading import conversation_keys, id_key, own_keys, parent_keys, written_at
from crickets.ledger.bulk import in_bulk, tuples_in_bulk
from crickets.ledger.columns import as_number
from crickets.ledger.grouping import Group, grouped
from crickets.ledger.merging import merged
from crickets.ledger.names import full_name, name_threads
from crickets.ledger.packing import Values, among, hashed, packed
from crickets.ledger.tables import ACCOUNTS, KEYS, MESSAGES, THREADS


class Newcomer(NamedTuple):
    """
    A message that was not in the ledger, with the number it is given, and its keys, hashed.

    `own` and `parents` are those of its own and of its parents, which are among them; `written_at` is when it was
    written, as SQLite has it.
    """

    n: int
    message: Message
    keys: tuple[int, ...]
    own: tuple[int, ...]
    parents: tuple[int, ...]
    written_at: int


def newcomer(n: int, message: Message, borne: MessageId) -> Newcomer:
    """
    A message with its number and its keys.

    The id that it bears keeps it in the thread of the mail to which that belongs. It's no parent of that mail, nor the
    other way round: which of the two came first, their times must tell.
    """
    own, parents = _hashed(own_keys(message)), _hashed(parent_keys(message))
    others = conversation_keys(message) if borne == message.id else (*conversation_keys(message), id_key(borne))
    keys = (*own, *parents, *_hashed(others))
    return Newcomer(n, message, tuple(dict.fromkeys(keys)), own, parents, as_number(written_at(message)))


class KnownKey(NamedTuple):
    """A key that the ledger has: its thread, and whether the mail it names is there."""

    thread: int
    held: bool


KnownKeys = Mapping[int, KnownKey]

_KNOWN = (
    select(KEYS.c.key, MESSAGES.c.thread, KEYS.c.held)
    .join(MESSAGES, MESSAGES.c.n == KEYS.c.message)
    .where(KEYS.c.account == bindparam("account"), KEYS.c.key.in_(among("keys")))
)
_NAMED = insert(KEYS)
_NAMED_BY_US = upsert(KEYS).on_conflict_do_nothing()
_NOW_HELD = update(KEYS).where(KEYS.c.account == bindparam("for_account"), KEYS.c.key.in_(among("keys"))).values(held=1)
_NEWEST_OF = select(func.max(MESSAGES.c.n)).where(
    MESSAGES.c.account == bindparam("account"), MESSAGES.c.thread == bindparam("thread")
)
_ACCOUNT = select(ACCOUNTS.c.name).where(ACCOUNTS.c.n == bindparam("account"))
_LAST_THREAD = select(func.max(THREADS.c.n))
_BEGUN = insert(THREADS)
_GROWTH = text("UPDATE threads SET size = size + :more WHERE n = :thread")


def known_keys(connection: Connection, account: int, newcomers: Sequence[Newcomer]) -> KnownKeys:
    """Those of the newcomers' keys that the ledger has."""
    return look_up(connection, account, {key for new in newcomers for key in new.keys})


def look_up(connection: Connection, account: int, keys: set[int]) -> KnownKeys:
    """Those of these keys that the ledger has."""
    rows = connection.execute(_KNOWN, {"account": account, "keys": packed(keys)})
    return {key: KnownKey(thread, bool(held)) for key, thread, held in rows}


def placed_in_threads(
    connection: Connection, account: int, newcomers: Sequence[Newcomer], known: KnownKeys
) -> tuple[int, ...]:
    """The thread of each newcomer, in their order: made, found, or merged of several."""
    groups = grouped([new.keys for new in newcomers], {key: each.thread for key, each in known.items()})
    fresh = [group for group in groups if not group.threads]
    threads = _new_threads(connection, account, [(newcomers[g.members[0]].message.id, g) for g in fresh])
    found = [group for group in groups if group.threads]
    threads |= zip(found, merged(connection, [group.threads for group in found]), strict=True)
    _grow(connection, [(threads[group], len(group.members)) for group in found])
    by_member = {member: thread for group, thread in threads.items() for member in group.members}
    return tuple(by_member[position] for position in range(len(newcomers)))


def keep_keys(connection: Connection, account: int, newcomers: Sequence[Newcomer], known: KnownKeys) -> None:
    """Write down the newcomers' keys, what of them is new, and that the mail they name is here now."""
    held = {key: new.n for new in newcomers for key in new.own}
    named = {key: new.n for new in newcomers for key in new.keys}
    fresh = [(account, key, n, int(key in held)) for key, n in (named | held).items() if key not in known]
    tuples_in_bulk(connection, _NAMED, "account key message held", fresh)
    turned_up = [key for key in held if key in known and not known[key].held]
    if turned_up:
        connection.execute(_NOW_HELD, {"for_account": account, "keys": packed(turned_up)})


def keep_draft_key(connection: Connection, account: int, thread: int, draft: MessageId) -> None:
    """Let a draft's id lead to its thread: some programs send it under that id with all references lost."""
    newest = connection.execute(_NEWEST_OF, {"account": account, "thread": thread}).scalar_one()
    named = {"account": account, "key": hashed(id_key(draft)), "message": newest, "held": 0}
    connection.execute(_NAMED_BY_US, named)


def _hashed(keys: Iterable[str]) -> tuple[int, ...]:
    return tuple(map(hashed, keys))


def _new_threads(connection: Connection, account: int, groups: Sequence[tuple[MessageId, Group]]) -> dict[Group, int]:
    """The numbers of new threads, one for each group, named after its first message."""
    if not groups:
        return {}
    of = connection.execute(_ACCOUNT, {"account": account}).scalar_one()
    names = name_threads(connection, [full_name(of, first) for first, _ in groups])
    last = connection.execute(_LAST_THREAD).scalar() or 0
    numbers = {group: n for n, (_, group) in enumerate(groups, start=last + 1)}
    rows = [(n, account, name, n, len(group.members)) for (group, n), name in zip(numbers.items(), names, strict=True)]
    tuples_in_bulk(connection, _BEGUN, "n account name born size", rows)
    return numbers


def _grow(connection: Connection, grown: Sequence[tuple[int, int]]) -> None:
    rows: list[Values] = [{"thread": thread, "more": more} for thread, more in grown]
    in_bulk(connection, _GROWTH, rows)

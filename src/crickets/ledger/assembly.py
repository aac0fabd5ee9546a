"""
Threads, put together from what the tables hold: a fixed number of questions for any number of threads.

Knows where everything that belongs to a thread lies; must not know what is decided from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection, bindparam, exists, func, select

from crickets.domain.filing import FolderName
from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import Message
from crickets.domain.thread import Draft, DraftState, Thread, ThreadId
from crickets.domain.threading import in_order, keys_of_draft
from crickets.ledger.draft_rows import DRAFT, draft_of
from crickets.ledger.drafts import listing_of
from crickets.ledger.invoices import invoices_in
from crickets.ledger.linking import look_up
from crickets.ledger.message_rows import MESSAGE, message_of
from crickets.ledger.order_rows import ORDER, order_of
from crickets.ledger.packing import among, clean, hashed, packed, unpacked
from crickets.ledger.tables import (
    ACCOUNTS,
    ACQUAINTANCES,
    DRAFTS,
    FOLDERS,
    IS_LIVING,
    MESSAGES,
    ORDERS,
    PLACEMENTS,
    THREADS,
    UNSEEN,
)

_Fact = TypeVar("_Fact")

_ACCOUNT = select(ACCOUNTS.c.name).where(ACCOUNTS.c.n == bindparam("account"))
_BY_AGE = (
    select(MESSAGES.c.thread)
    .where(MESSAGES.c.account == bindparam("account"))
    .group_by(MESSAGES.c.thread)
    .order_by(func.min(MESSAGES.c.written_at), MESSAGES.c.thread)
)
_THESE_BY_AGE = _BY_AGE.where(MESSAGES.c.thread.in_(among("threads")))
# The few drafts are gone through, to whichever account they belong, and not the account's many threads.
_WITH_DRAFTS = (
    select(DRAFTS.c.thread)
    .where(exists().where(THREADS.c.n == DRAFTS.c.thread, THREADS.c.account == bindparam("account")))
    .distinct()
)
_WITH_LIVING_DRAFTS = _WITH_DRAFTS.where(IS_LIVING)
_WITH_UNSEEN_DRAFTS = _WITH_LIVING_DRAFTS.where(DRAFTS.c.state.in_(UNSEEN))
_WITH_NOTICES = _WITH_DRAFTS.where(DRAFTS.c.state == DraftState.SENT.value, DRAFTS.c.asks != packed(()))
# A number may have been freed by a merger and taken by another account since it was read.
# The sum keeps SQLite from going through all of the account's threads by an index, for a few whose numbers are known.
_NAMES = select(THREADS.c.n, THREADS.c.name).where(
    THREADS.c.account + 0 == bindparam("account"), THREADS.c.n.in_(among("threads"))
)
_MESSAGES = (
    select(MESSAGES.c.thread, *MESSAGE)
    .where(MESSAGES.c.account == bindparam("account"), MESSAGES.c.thread.in_(among("threads")))
    .order_by(MESSAGES.c.n)
)
_DRAFTS = (
    select(DRAFTS.c.thread, *DRAFT).where(DRAFTS.c.thread.in_(among("threads"))).order_by(DRAFTS.c.laid_at, DRAFTS.c.n)
)
_ORDERS = select(ORDERS.c.thread, *ORDER).where(ORDERS.c.thread.in_(among("threads"))).order_by(ORDERS.c.at, ORDERS.c.n)
_PLACED = (
    select(MESSAGES.c.thread, PLACEMENTS.c.folder)
    .join(PLACEMENTS, PLACEMENTS.c.message == MESSAGES.c.n)
    .where(MESSAGES.c.account == bindparam("account"), MESSAGES.c.thread.in_(among("threads")))
    .distinct()
)
_FOLDERS = select(FOLDERS.c.n, FOLDERS.c.name, FOLDERS.c.levels).where(FOLDERS.c.account == bindparam("account"))
_ACQUAINTED = select(ACQUAINTANCES.c.address).where(
    ACQUAINTANCES.c.account == bindparam("account"), ACQUAINTANCES.c.address.in_(among("addresses"))
)


def threads_by_age(connection: Connection, account: int) -> tuple[int, ...]:
    """The numbers of an account's threads, the one whose mail begins first in front."""
    return tuple(connection.execute(_BY_AGE, {"account": account}).scalars())


def by_age(connection: Connection, account: int, threads: Sequence[int]) -> tuple[int, ...]:
    """Those threads of an account, in the same order."""
    return tuple(connection.execute(_THESE_BY_AGE, {"account": account, "threads": packed(threads)}).scalars())


def threads_with_living_drafts(connection: Connection, account: int) -> tuple[int, ...]:
    """The numbers of an account's threads in which a draft lies, or may."""
    return tuple(connection.execute(_WITH_LIVING_DRAFTS, {"account": account}).scalars())


def threads_with_unseen_drafts(connection: Connection, account: int) -> tuple[int, ...]:
    """The numbers of the threads with a living draft of ours that was not seen lying when it was last looked for."""
    return tuple(connection.execute(_WITH_UNSEEN_DRAFTS, {"account": account}).scalars())


def threads_with_notices(connection: Connection, account: int) -> tuple[int, ...]:
    """The numbers of an account's threads in which a notice about invoices was sent."""
    return tuple(connection.execute(_WITH_NOTICES, {"account": account}).scalars())


def assembled(connection: Connection, account: int, threads: Sequence[int]) -> tuple[Thread, ...]:
    """The account's threads of these numbers, in their order; one that has been merged away is left out."""
    of = connection.execute(_ACCOUNT, {"account": account}).scalar_one()
    these = {"account": account, "threads": packed(threads)}
    names = {n: ThreadId(name) for n, name in connection.execute(_NAMES, these)}
    messages = _by_thread((row[0], message_of(row)) for row in connection.execute(_MESSAGES, these).all())
    people = {n: _people(own) for n, own in messages.items()}
    orders = _by_thread((row[0], order_of(row)) for row in connection.execute(_ORDERS, these))
    drafts = _drafts(connection, names)
    lying = _lying(connection, account)
    folders = _folders(connection, account, threads)
    invoices = invoices_in(connection, threads)
    acquainted = _acquainted(connection, account, frozenset().union(*people.values()))
    return tuple(
        Thread(
            id=names[n],
            account=of,
            messages=in_order(messages[n]),
            drafts=drafts.get(n, ()),
            lying=lying.get(n, ()),
            orders=orders.get(n, ()),
            acquainted=people[n] & acquainted,
            invoices=invoices.get(names[n], ()),
            folders=folders.get(n, ()),
        )
        for n in threads
        if n in names and n in messages
    )


def _drafts(connection: Connection, names: Mapping[int, ThreadId]) -> Mapping[int, tuple[Draft, ...]]:
    rows = connection.execute(_DRAFTS, {"threads": packed(names)})
    return _by_thread((row[0], draft_of(row, names[row[0]])) for row in rows)


def _folders(connection: Connection, account: int, threads: Sequence[int]) -> Mapping[int, tuple[FolderName, ...]]:
    """In which folders their mail lies, by the threads."""
    rows = connection.execute(_FOLDERS, {"account": account})
    names = {n: FolderName(whole=name, levels=unpacked(levels)) for n, name, levels in rows}
    placed = connection.execute(_PLACED, {"account": account, "threads": packed(threads)}).all()
    return _by_thread((thread, names[folder]) for thread, folder in placed)


def _lying(connection: Connection, account: int) -> Mapping[int, tuple[ListedDraft, ...]]:
    """What lies in Drafts, or waits to be sent elsewhere, by the threads that have one of its keys."""
    listing = listing_of(connection, account)
    if listing is None:
        return {}
    keys = [(draft, {hashed(key) for key in keys_of_draft(draft)}) for draft in listing.everywhere]
    known = look_up(connection, account, set().union(*(own for _, own in keys)))
    return _by_thread(
        (thread, draft) for draft, own in keys for thread in {known[key].thread for key in own if key in known}
    )


def _acquainted(connection: Connection, account: int, people: frozenset[str]) -> frozenset[str]:
    these = {"account": account, "addresses": packed(clean(person) for person in people)}
    return frozenset(connection.execute(_ACQUAINTED, these).scalars())


def _people(messages: Iterable[Message]) -> frozenset[str]:
    return frozenset(
        person.key for message in messages for person in (message.sender, *message.reply_to, *message.recipients)
    )


def _by_thread(facts: Iterable[tuple[int, _Fact]]) -> dict[int, tuple[_Fact, ...]]:
    gathered: defaultdict[int, list[_Fact]] = defaultdict(list)
    for thread, fact in facts:
        gathered[thread].append(fact)
    return {thread: tuple(own) for thread, own in gathered.items()}

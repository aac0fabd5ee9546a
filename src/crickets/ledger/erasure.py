"""
Taking somebody out of every table.

Knows which tables hold what of a person; whose a row is, `survey` says. What others wrote in the same threads stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.forgotten import Forgotten
from crickets.domain.kinship import bonds
from crickets.domain.message import Address, Message
from crickets.ledger.bulk import tuples_in_bulk
from crickets.ledger.draft_rows import LISTED, listed_of, listed_values
from crickets.ledger.drafts import count_on
from crickets.ledger.forgotten import living_drafts, stop
from crickets.ledger.linking import newcomer
from crickets.ledger.message_rows import MESSAGE, message_of
from crickets.ledger.packing import among, clean, hashed, hashed_bonds, packed, unpacked
from crickets.ledger.remarks import packed_remarks
from crickets.ledger.resting import wake
from crickets.ledger.survey import Survey
from crickets.ledger.tables import (
    ACQUAINTANCES,
    DRAFTS,
    FORGETTING,
    FORMER_NAMES,
    HEARD,
    INVOICES,
    KEYS,
    KIN,
    LINKS_OFFERED,
    LINKS_SOUGHT,
    LISTED_DRAFTS,
    LISTENERS,
    MESSAGES,
    ORDERS,
    PEOPLE,
    PLACEMENTS,
    RECEIPTS,
    THREADS,
)

_OF_MESSAGES = tuple(
    delete(table).where(table.c.message.in_(among("messages")))
    for table in (HEARD, KEYS, LINKS_OFFERED, LINKS_SOUGHT, PEOPLE)
)
_PLACES_STAY = update(PLACEMENTS).where(PLACEMENTS.c.message.in_(among("messages"))).values(message=None)
_MESSAGES_GO = delete(MESSAGES).where(MESSAGES.c.n.in_(among("messages")))
_RECEIPTS_GO = delete(RECEIPTS).where(RECEIPTS.c.invoice.in_(among("invoices")))
_INVOICES_GO = delete(INVOICES).where(INVOICES.c.n.in_(among("invoices")))
_SOLD = select(INVOICES.c.n, INVOICES.c.seller, INVOICES.c.noted_at).where(INVOICES.c.seller != "")
_SOLD_BY_NOBODY = update(INVOICES).where(INVOICES.c.n.in_(among("invoices"))).values(seller="")
_OF_THREADS = tuple(
    delete(table).where(table.c.thread.in_(among("threads"))) for table in (ORDERS, DRAFTS, LISTENERS, FORMER_NAMES)
)
_THREADS_GO = delete(THREADS).where(THREADS.c.n.in_(among("threads")))
_LEFT = select(MESSAGES.c.n, MESSAGES.c.account, *MESSAGE).where(MESSAGES.c.thread.in_(among("threads")))
_KEY = upsert(KEYS).on_conflict_do_nothing()
_SIZES = text(
    "UPDATE threads SET size = (SELECT count(*) FROM messages WHERE thread = threads.n)"
    " WHERE n IN (SELECT value FROM json_each(:threads))"
)
_DRAFTS_LEFT = select(DRAFTS.c.n, DRAFTS.c.to, DRAFTS.c.parent, DRAFTS.c.sent_as, DRAFTS.c.since).where(
    DRAFTS.c.thread.in_(among("threads"))
)
_WORD_OF_NO_MAIL = (
    update(ORDERS).where(ORDERS.c.thread.in_(among("threads")), ORDERS.c.source.in_(among("ids"))).values(source=None)
)
_NO_ACQUAINTANCES = delete(ACQUAINTANCES).where(ACQUAINTANCES.c.address.in_(among("addresses")))
_NO_KIN = delete(KIN).where(KIN.c.address.in_(among("hashes")))
_LISTENING = select(LISTENERS.c.thread).where(LISTENERS.c.bond.in_(among("bonds"))).distinct()
_LISTEN_NO_MORE = delete(LISTENERS).where(LISTENERS.c.bond.in_(among("bonds")))
_WAITING = select(FORGETTING.c.thread)
_WAIT_NO_MORE = delete(FORGETTING).where(FORGETTING.c.thread.not_in(among("threads")))
# The next message will have a number that one of these had: it must not pass for linked already.
_LINK_AGAIN = text("UPDATE accounts SET linked_up_to = min(linked_up_to, (SELECT ifnull(max(n), 0) FROM messages))")


def erase(connection: Connection, survey: Survey, those: Forgotten, at: datetime) -> None:
    """Take out all that was found of them, but for what waits."""
    _let_wait(connection, survey.waiting, at)
    connection.execute(_WAIT_NO_MORE, {"threads": packed(survey.waiting)})
    _erase_messages(connection, survey.messages)
    _erase_invoices(connection, survey, those)
    _clear(connection, survey.shared, those, survey.ids, at)
    for thread in survey.shared:
        stop(connection, thread, at)
    _erase_threads(connection, survey.threads, at)
    _erase_people(connection, survey.people)
    _leave_unnamed(connection, survey.named, those)
    _blank_listed(connection, those, at)
    connection.execute(_LINK_AGAIN)


def _let_wait(connection: Connection, threads: Iterable[int], at: datetime) -> None:
    """Have the drafts that lie there taken back by the next pass, and the rest erased after it."""
    waiting = set(connection.execute(_WAITING).scalars())
    for thread in threads:
        if thread not in waiting:
            connection.execute(insert(FORGETTING).values(thread=thread))
            stop(connection, thread, at)


def _erase_messages(connection: Connection, messages: Sequence[int]) -> None:
    these = {"messages": packed(messages)}
    for statement in (*_OF_MESSAGES, _PLACES_STAY, _MESSAGES_GO):
        connection.execute(statement, these)


def _erase_invoices(connection: Connection, survey: Survey, those: Forgotten) -> None:
    """Take out what they owe, and that another's invoice is made out by one of them."""
    for statement in (_RECEIPTS_GO, _INVOICES_GO):
        connection.execute(statement, {"invoices": packed(survey.invoices)})
    names = {person.name.strip().casefold() for person in survey.people}
    sold = (
        row.n
        for row in connection.execute(_SOLD).all()
        if row.seller.strip().casefold() in names or those.has(Address(email=row.seller.strip()), row.noted_at)
    )
    connection.execute(_SOLD_BY_NOBODY, {"invoices": packed(sold)})


def _erase_threads(connection: Connection, threads: Sequence[int], at: datetime) -> None:
    count_on(connection, DRAFTS.c.thread, threads, at)
    these = {"threads": packed(threads)}
    for statement in (*_OF_THREADS, _THREADS_GO):
        connection.execute(statement, these)


def _clear(
    connection: Connection, threads: Sequence[int], those: Forgotten, gone: frozenset[str], at: datetime
) -> None:
    """Take them out of threads with others too: what was done about their mail, and that others name it."""
    these = {"threads": packed(threads), "ids": packed(gone)}
    connection.execute(_WORD_OF_NO_MAIL, these)
    drafts = [row.n for row in connection.execute(_DRAFTS_LEFT, these) if _is_theirs(row, those, gone)]
    count_on(connection, DRAFTS.c.n, drafts, at)
    connection.execute(delete(DRAFTS).where(DRAFTS.c.n.in_(among("these"))), {"these": packed(drafts)})
    connection.execute(_SIZES, these)
    for number, account, *row in connection.execute(_LEFT, these).all():
        _name_no_more(connection, account, number, message_of(row), gone)


def _is_theirs(row: Any, those: Forgotten, gone: frozenset[str]) -> bool:  # noqa: ANN401 - a row has no type of its own
    """Whether a draft was to one of them, or answered mail that is gone, or became such."""
    to = (Address(email=each) for each in unpacked(row.to))
    return any(those.has(each, row.since) for each in to) or not gone.isdisjoint({row.parent, row.sent_as})


def _name_no_more(connection: Connection, account: int, number: int, message: Message, gone: frozenset[str]) -> None:
    """Keep of somebody else's mail only the parents that are still there; and let it be found by what it bears."""
    parents = tuple(parent for parent in message.parents if parent not in gone)
    connection.execute(update(MESSAGES).where(MESSAGES.c.n == number).values(parents=packed(parents)))
    borne = newcomer(number, replace(message, parents=parents), message.id)
    rows = [(account, key, number, int(key in borne.own)) for key in borne.keys]
    tuples_in_bulk(connection, _KEY, "account key message held", rows)


def _erase_people(connection: Connection, people: Sequence[Address]) -> None:
    """Take out who they are beside the mail: acquaintances, whose kin, and for whom other threads listen."""
    connection.execute(_NO_ACQUAINTANCES, {"addresses": packed(clean(person.key) for person in people)})
    connection.execute(_NO_KIN, {"hashes": packed(hashed(person.key) for person in people)})
    those = {"bonds": packed({bond for person in people for bond in hashed_bonds(bonds(person))})}
    wake(connection, connection.execute(_LISTENING, those).scalars())
    connection.execute(_LISTEN_NO_MORE, those)


def _leave_unnamed(connection: Connection, messages: Sequence[int], those: Forgotten) -> None:
    """Take them out of what others' words say."""
    named = select(MESSAGES.c.n, *MESSAGE).where(MESSAGES.c.n.in_(among("messages")))
    for number, *row in connection.execute(named, {"messages": packed(messages)}).all():
        remarks = those.untold(message_of(row)).remarks
        assert remarks is not None
        told = update(MESSAGES).where(MESSAGES.c.n == number).values(remarks=packed_remarks(remarks))
        connection.execute(told)


def _blank_listed(connection: Connection, those: Forgotten, at: datetime) -> None:
    """Keep of what lies in Drafts for them no more than that it lies there; of a draft of ours, until it's gone."""
    ours = living_drafts(connection)
    for number, *row in connection.execute(select(LISTED_DRAFTS.c.n, *LISTED)).all():
        draft = those.seen(listed_of(row), at, ours)
        connection.execute(update(LISTED_DRAFTS).where(LISTED_DRAFTS.c.n == number).values(**listed_values(draft)))

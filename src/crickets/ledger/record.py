"""
Keeping what was read of a folder: each message once, and where its copies lie.

Knows what is to be written for a message; which thread it goes to is `linking`'s, and what is a copy `namesakes`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.mailbox import Uid, UidValidity
from crickets.domain.message import WRITTEN, Address, Kind, Message, MessageId, Role
from crickets.domain.threading import people_of, written_at
from crickets.ledger.bulk import in_bulk, tuples_in_bulk
from crickets.ledger.columns import as_number
from crickets.ledger.kin import keep_kin
from crickets.ledger.linking import Newcomer, keep_keys, known_keys, newcomer, placed_in_threads
from crickets.ledger.message_rows import (
    COLUMNS,
    MESSAGE,
    message_columns,
    message_of,
    message_row,
    packed_places,
    with_clean_ids,
)
from crickets.ledger.namesakes import Known, told_apart
from crickets.ledger.packing import Values, among, clean, hashed, packed, packed_addresses
from crickets.ledger.people import keep_people, move_people
from crickets.ledger.resting import any_rests, wake_acquainted, wake_listeners
from crickets.ledger.subjects import keep_links, move_links
from crickets.ledger.tables import ACQUAINTANCES, MESSAGES, PEOPLE, PLACEMENTS

_UNSEEN = WRITTEN | {Role.JUNK, Role.TRASH}
"""Where lies mail that the owner wants nothing of, or hasn't sent: its author is no acquaintance for it."""

_UNSENT = WRITTEN | {Role.TRASH}
"""Where a former version of a mail that was sent since may lie, under its very id."""

_NEWEST = select(func.max(MESSAGES.c.n))
_ENTERED = insert(MESSAGES)
_ACQUAINTED = upsert(ACQUAINTANCES).on_conflict_do_nothing()
_ACQUAINTANCES = select(ACQUAINTANCES.c.address).where(
    ACQUAINTANCES.c.account == bindparam("account"), ACQUAINTANCES.c.address.in_(among("addresses"))
)
_PLACE = upsert(PLACEMENTS)
_PLACED = _PLACE.on_conflict_do_update(
    index_elements=["folder", "uid_validity", "uid"], set_={"message": _PLACE.excluded.message}
)


def keep_messages(
    connection: Connection, account: int, messages: Sequence[tuple[Uid, Message]]
) -> tuple[tuple[Uid, int], ...]:
    """Write down what is new of the messages of a folder; the number of each with its UID."""
    arrivals, known = told_apart(connection, account, [with_clean_ids(message) for _, message in messages])
    arrived = _once_each(arrival.message for arrival in arrivals)
    _grow(connection, account, [(known[own_id], message) for own_id, message in arrived.items() if own_id in known])
    borne = {arrival.message.id: arrival.borne for arrival in arrivals}
    unknown = [(message, borne[own_id]) for own_id, message in arrived.items() if own_id not in known]
    newcomers = _numbered(connection, unknown)
    _enter(connection, account, newcomers)
    keep_kin(connection, account, (message.sender for message in arrived.values()))
    _acquaint(connection, account, arrived.values())
    _wake(connection, account, arrived.values())
    numbers = {own_id: each.n for own_id, each in known.items()} | {new.message.id: new.n for new in newcomers}
    return tuple((uid, numbers[arrival.message.id]) for (uid, _), arrival in zip(messages, arrivals, strict=True))


def keep_placements(
    connection: Connection, folder: int, uid_validity: UidValidity, numbers: Sequence[tuple[Uid, int | None]]
) -> None:
    """Write down where messages lie; without a number, that one lies there of which nothing else is kept."""
    rows = [(folder, uid_validity, uid, number) for uid, number in numbers]
    tuples_in_bulk(connection, _PLACED, "folder uid_validity uid message", rows)


def _once_each(messages: Iterable[Message]) -> dict[MessageId, Message]:
    """The messages by id, the copies of one made one."""
    once: dict[MessageId, Message] = {}
    for message in messages:
        first = once.get(message.id)
        once[message.id] = message if first is None else _united(first, message)
    return once


def _united(first: Message, copy: Message) -> Message:
    earliest = min(first.received, copy.received)
    return replace(first, received=earliest, places=first.places | copy.places, subaddresses=_subaddresses(first, copy))


def _subaddresses(known: Message, copy: Message) -> tuple[Address, ...]:
    """Where the copies of a mail went to, each address once."""
    return tuple({address.key: address for address in (*copy.subaddresses, *known.subaddresses)}.values())


def _grow(connection: Connection, account: int, copies: Sequence[tuple[Known, Message]]) -> None:
    """Give what is known already the places and the subaddresses of its copies, and the arrival that follows."""
    grown = [(n, known, copy, after) for (n, known), copy in copies if (after := _with_copy(known, copy)) != known]
    in_bulk(connection, _GROWTH, [_growth(n, after) for n, _, _, after in grown])
    for n, known, copy, after in grown:
        sent = replace(copy, received=after.received, places=after.places)
        if _is_what_was_sent(copy, known):
            _rewrite(connection, n, sent)
            _find_anew(connection, account, n, known, sent)
        elif _is_found_otherwise(known, after):
            _find_anew(connection, account, n, known, after)


def _with_copy(known: Message, copy: Message) -> Message:
    """What is known, lying where its copy does too."""
    return replace(
        known,
        received=_arrival(known, copy),
        places=known.places | copy.places,
        subaddresses=_subaddresses(known, copy) if copy.subaddresses else known.subaddresses,
    )


def _growth(number: int, after: Message) -> Values:
    return {
        "number": number,
        "arrival": as_number(after.received),
        "written": as_number(written_at(after)),
        "everywhere": packed_places(after.places),
        "subaddresses": packed_addresses(after.subaddresses),
    }


def _is_found_otherwise(known: Message, after: Message) -> bool:
    """Whether it was written at another time than was known, or by the owner: by these others find it."""
    is_sent = Role.SENT in after.places - known.places
    return is_sent or written_at(known) != written_at(after)


def _find_anew(connection: Connection, account: int, number: int, before: Message, after: Message) -> None:
    move_people(connection, account, number, before, after)
    move_links(connection, account, number, before, after)


def _arrival(known: Message, copy: Message) -> datetime:
    """
    When the server had a mail first: what lies in Sent wasn't sent yet where a former version of it lies.

    In Gmail's All Mail draft and sent mail are seen, in whatever order, under one id.
    """
    if Role.SENT in known.places and copy.places <= _UNSENT:
        return known.received
    if Role.SENT in copy.places - known.places and known.places & _UNSENT:
        return copy.received
    return min(known.received, copy.received)


def _is_what_was_sent(copy: Message, known: Message) -> bool:
    """Whether a copy shows what the owner sent, and what is known a former version, or what a list made of it."""
    if known.places <= _UNSENT:
        return not copy.places <= _UNSENT
    return Role.SENT in copy.places - known.places and copy.sender.key != known.sender.key


def _rewrite(connection: Connection, number: int, copy: Message) -> None:
    """Keep a mail as it was sent: a client may keep a draft's id and change all that its writer can see."""
    in_bulk(connection, _REWRITTEN, [{"number": number, **message_columns(copy, _AS_SENT)}])


def keep_remarks(connection: Connection, account: int, message: Message) -> None:
    """Write down what a mail's words say, and what it is by them."""
    told = message_columns(message, _TOLD_BY_WORDS)
    this = MESSAGES.c.account == account, MESSAGES.c.id == clean(message.id)
    if connection.execute(update(MESSAGES).where(*this).values(told)).rowcount:
        _acquaint_anew(connection, account, message)
        _wake(connection, account, (message,))


_AS_SENT = ("subject", "sender", "to", "cc", "date", "written_at", "encloses")
_TOLD_BY_WORDS = ("kind", "signals", "to_list", "remarks")
_REWRITTEN = text(
    'UPDATE messages SET subject = :subject, sender = :sender, "to" = :to, cc = :cc, date = :date,'
    " written_at = :written_at, encloses = :encloses WHERE n = :number"
)
_GROWTH = text(
    "UPDATE messages SET received = :arrival, written_at = :written, places = :everywhere,"
    " subaddresses = :subaddresses"
    " WHERE n = :number"
)


def _numbered(connection: Connection, messages: Sequence[tuple[Message, MessageId]]) -> tuple[Newcomer, ...]:
    """The messages, and the ids they bear, with the numbers that come next; nobody else writes meanwhile."""
    last = connection.execute(_NEWEST).scalar() or 0
    return tuple(newcomer(n, message, borne) for n, (message, borne) in enumerate(messages, start=last + 1))


def _enter(connection: Connection, account: int, newcomers: Sequence[Newcomer]) -> None:
    """Write down messages that are new, and all by which they will be found."""
    known = known_keys(connection, account, newcomers)
    threads = placed_in_threads(connection, account, newcomers, known)
    rows = [(new.n, account, thread, *message_row(new.message)) for new, thread in zip(newcomers, threads, strict=True)]
    tuples_in_bulk(connection, _ENTERED, f"n account thread {COLUMNS}", rows)
    keep_keys(connection, account, newcomers, known)
    keep_links(connection, account, newcomers, known)
    keep_people(connection, account, newcomers)


def _acquaint_anew(connection: Connection, account: int, message: Message) -> None:
    """
    Keep whether the author of a mail whose words are known now is an acquaintance.

    Many a machine's mail shows only in its words that nobody wrote it: by its header it had passed for a person's.
    """
    _acquaint(connection, account, (message,))
    if message.kind is Kind.PERSON:
        return
    theirs = (
        select(*MESSAGE)
        .join(PEOPLE, PEOPLE.c.message == MESSAGES.c.n)
        .where(PEOPLE.c.account == account, PEOPLE.c.address == hashed(message.sender.key))
        .where(MESSAGES.c.kind == Kind.PERSON.value)
    )
    written = (message_of(row) for row in connection.execute(theirs))
    if not any(_is_an_acquaintances(each) and each.sender.key == message.sender.key for each in written):
        this = ACQUAINTANCES.c.account == account, ACQUAINTANCES.c.address == clean(message.sender.key)
        connection.execute(delete(ACQUAINTANCES).where(*this))
        wake_acquainted(connection, account, (clean(message.sender.key),))


def _is_an_acquaintances(copy: Message) -> bool:
    """Whether its author is an acquaintance for it: a person, in mail that lies where mail is read."""
    return copy.kind is Kind.PERSON and Role.SENT not in copy.places and bool(copy.places - _UNSEEN)


def _wake(connection: Connection, account: int, copies: Iterable[Message]) -> None:
    """Wake the threads that listen for those who wrote, or were written to."""
    if any_rests(connection, account):
        wake_listeners(connection, account, (person for copy in copies for person in people_of(copy)))


def _acquaint(connection: Connection, account: int, copies: Iterable[Message]) -> None:
    """Keep who has written to the owner."""
    writers = {clean(copy.sender.key) for copy in copies if _is_an_acquaintances(copy)}
    if any_rests(connection, account):
        known = connection.execute(_ACQUAINTANCES, {"account": account, "addresses": packed(writers)}).scalars()
        wake_acquainted(connection, account, writers.difference(known))
    rows = [{"account": account, "address": writer} for writer in sorted(writers)]
    in_bulk(connection, _ACQUAINTED, rows)

"""
Who is forgotten, and what is kept of their mail when it's read: that something lies there, and no more.

Knows the table of marks; who a mark is of, and whose a mail is, is the domain's to say.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from crickets.domain.forgotten import BY, Forgotten, Mark, mark_of
from crickets.domain.mailbox import DraftsListing, Uid
from crickets.domain.message import Address, Message
from crickets.domain.thread import DraftState, Order, OrderKind
from crickets.domain.threading import keys_of
from crickets.ledger.linking import look_up
from crickets.ledger.order_rows import order_values
from crickets.ledger.packing import hashed
from crickets.ledger.tables import DRAFTS, FORGETTING, FORGOTTEN, IS_LIVING, ORDERS

_KEY_SIZE = 16
_AN_INSTANT = timedelta(microseconds=1)

_ALL = select(FORGOTTEN.c.key, FORGOTTEN.c.digest, FORGOTTEN.c.until)
_NO_LONGER = update(FORGOTTEN).where(FORGOTTEN.c.digest == bindparam("of"))
_GONE = delete(FORGOTTEN).where(FORGOTTEN.c.digest == bindparam("of"))
_LIVING = select(DRAFTS.c.id).where(IS_LIVING)
_FREE = select(
    exists().where(
        FORGETTING.c.thread.not_in(select(DRAFTS.c.thread).where(IS_LIVING, DRAFTS.c.state != DraftState.EDITED.value))
    )
)
_LAST_WORD = select(func.max(ORDERS.c.at)).where(ORDERS.c.thread == bindparam("thread"))


def forgotten(connection: Connection) -> Forgotten:
    """All who are forgotten, or were."""
    rows = connection.execute(_ALL)
    return Forgotten(marks=tuple(Mark(key=row.key, digest=row.digest, until=row.until) for row in rows))


def keep_marks(connection: Connection, who: Iterable[str], at: datetime) -> None:
    """Write down that these are forgotten from now on, by addresses and whole domains."""
    for each in who:
        for known in _marks_of(connection, each):
            connection.execute(_GONE, {"of": known.digest})
        mark = mark_of(each, secrets.token_bytes(_KEY_SIZE))
        connection.execute(insert(FORGOTTEN).values(digest=mark.digest, key=mark.key, at=at))


def forget_no_longer(connection: Connection, who: str, until: datetime) -> bool:
    """Write down that one is forgotten until a moment, and no longer; whether they were."""
    found = [mark for mark in _marks_of(connection, who) if mark.until is None]
    for mark in found:
        connection.execute(_NO_LONGER, {"of": mark.digest, "until": until})
    return bool(found)


def _marks_of(connection: Connection, who: str) -> Iterator[Mark]:
    """The marks that were made of this address, or of this domain."""
    known = forgotten(connection).marks
    yield from (mark for mark in known if mark_of(who, mark.key).digest == mark.digest)


def told_apart(
    connection: Connection, messages: Sequence[tuple[Uid, Message]]
) -> tuple[tuple[tuple[Uid, Message], ...], tuple[tuple[Uid, Message], ...]]:
    """The mail of a folder that is kept, and that of which nothing is but where it lies."""
    those = forgotten(connection)
    if not those.marks:
        return tuple(messages), ()
    passed = {uid for uid, message in messages if those.takes_part_in(message)}
    kept = ((uid, those.untold(message)) for uid, message in messages if uid not in passed)
    return tuple(kept), tuple(each for each in messages if each[0] in passed)


def stop_where_they_write(connection: Connection, account: int, mails: Collection[Message], at: datetime) -> None:
    """
    Stop the threads to which mail belongs that isn't kept, unless the owner has said otherwise since it came.

    It may be an answer, and nobody can see that any more.
    """
    for mail in mails:
        known = look_up(connection, account, {hashed(key) for key in keys_of(mail)})
        for thread in {each.thread for each in known.values()}:
            stop(connection, thread, at, unless_after=mail.received)


def stop(connection: Connection, thread: int, at: datetime, *, unless_after: datetime | None = None) -> None:
    """Write down that a thread is followed up no more; not, if the last word on it came after a moment."""
    last = connection.execute(_LAST_WORD, {"thread": thread}).scalar()
    if last is not None and unless_after is not None and last >= unless_after:
        return
    given = at if last is None else max(at, last + _AN_INSTANT)
    order = Order(kind=OrderKind.STOP, at=given, by=BY)
    connection.execute(insert(ORDERS).values(thread=thread, **order_values(order)))


def is_of_somebody_forgotten(connection: Connection, people: Iterable[Address], at: datetime) -> bool:
    """Whether any of them is forgotten, as to what was done at a moment: a pass may have begun before they were."""
    those = forgotten(connection)
    return any(those.has(person, at) for person in people)


def untold(connection: Connection, message: Message) -> Message:
    """A mail without what its words tell of somebody who is forgotten."""
    return forgotten(connection).untold(message)


def with_blanks(connection: Connection, listing: DraftsListing) -> DraftsListing:
    """What lies in Drafts, without whatever is to somebody who is forgotten, but that it lies there."""
    those = forgotten(connection)
    if not those.marks:
        return listing
    ours = living_drafts(connection)
    return replace(
        listing,
        drafts=tuple(those.seen(draft, listing.at, ours) for draft in listing.drafts),
        elsewhere=tuple(those.seen(draft, listing.at, ours) for draft in listing.elsewhere),
    )


def living_drafts(connection: Connection) -> frozenset[str]:
    """The ids of the drafts of ours that lie in Drafts, or may: of these it's still to be seen what becomes of them."""
    return frozenset(connection.execute(_LIVING).scalars())


def is_any_free(connection: Connection) -> bool:
    """Whether a thread waits to be erased in which no draft lies any more but what its owner has touched."""
    return bool(connection.execute(_FREE).scalar())

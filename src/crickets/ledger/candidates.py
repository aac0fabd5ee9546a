"""
The few mails that a reply of unknown parents may answer, and the few replies that may wait for a mail.

Knows how to look them up by index, whatever their number; whether one will do is not said here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Executable, Integer, bindparam, select, tuple_, type_coerce

from crickets.domain.message import Message
from crickets.domain.resemblance import SKEW, Links, links_offered
from crickets.domain.threading import written_at
from crickets.ledger.columns import MICROSECOND, as_number
from crickets.ledger.message_rows import MESSAGE, message_of
from crickets.ledger.packing import Values, among, hashed, packed
from crickets.ledger.tables import LINKS_OFFERED, LINKS_SOUGHT, MESSAGES

_CHUNK = 1000
"""How many messages are in memory at a time."""

_NEAREST = 20
"""How many mails of one subject between two people are looked at, from a moment on: the others are of their threads."""


class Mail(NamedTuple):
    """A message in the ledger, with its number and its thread's."""

    n: int
    thread: int
    message: Message


def mail_where(*where: ColumnElement[bool]) -> Executable:
    """The question for the messages of which this holds, for `mail_of`."""
    behind = MESSAGES.c.n > bindparam("after")
    return select(MESSAGES.c.n, MESSAGES.c.thread, *MESSAGE).where(*where, behind).order_by(MESSAGES.c.n).limit(_CHUNK)


def _near(side: ColumnElement[bool], *order: ColumnElement[Any]) -> Executable:
    """The question for the mails nearest to a reply on one side of it that offer a link."""
    return (
        select(LINKS_OFFERED.c.written_at, LINKS_OFFERED.c.message, MESSAGES.c.thread)
        .join(MESSAGES, MESSAGES.c.n == LINKS_OFFERED.c.message)
        .where(LINKS_OFFERED.c.account == bindparam("account"), LINKS_OFFERED.c.link == bindparam("link"), side)
        .order_by(*order)
        .limit(_NEAREST)
    )


_OFFERED = tuple_(LINKS_OFFERED.c.written_at, LINKS_OFFERED.c.message)
_REPLY = tuple_(bindparam("at", type_=LINKS_OFFERED.c.written_at.type), bindparam("n", type_=Integer))
_OLDER = _near(_OFFERED < _REPLY, LINKS_OFFERED.c.written_at.desc(), LINKS_OFFERED.c.message.desc())
_NEWER = _near(_OFFERED > _REPLY, LINKS_OFFERED.c.written_at, LINKS_OFFERED.c.message)
_WAITING = (
    select(LINKS_SOUGHT.c.message, MESSAGES.c.thread)
    .join(MESSAGES, MESSAGES.c.n == LINKS_SOUGHT.c.message)
    .where(LINKS_SOUGHT.c.account == bindparam("account"), LINKS_SOUGHT.c.link == bindparam("link"))
    .where(type_coerce(LINKS_SOUGHT.c.written_at, Integer) >= bindparam("begin"))
    .order_by(LINKS_SOUGHT.c.written_at)
    .limit(_NEAREST)
)
_NUMBERED = mail_where(MESSAGES.c.n.in_(among("numbers")))


def mail_of(connection: Connection, question: Executable, given: Values) -> Iterator[tuple[Mail, ...]]:
    """The messages that a question of `mail_where` is for, in order of their numbers, by and by."""
    after, more = 0, True
    while more and (rows := connection.execute(question, {**given, "after": after}).all()):
        yield tuple(Mail(row[0], row[1], message_of(row)) for row in rows)
        after, more = rows[-1][0], len(rows) == _CHUNK


def mail_before(connection: Connection, account: int, reply: Mail, links: Links) -> Mail | None:
    """The newest mail of another thread that is older than a reply and offers a link by which the reply looks."""
    found = _elsewhere(connection, _OLDER, account, reply, links)
    return _mail(connection, max(found)) if found else None


def mail_after(connection: Connection, account: int, reply: Mail, links: Links) -> Mail | None:
    """The oldest mail of another thread that is newer than a reply and offers a link by which the reply looks."""
    found = _elsewhere(connection, _NEWER, account, reply, links)
    return _mail(connection, min(found)) if found else None


def replies_to(connection: Connection, account: int, mail: Mail, wanted: Collection[int]) -> tuple[Mail, ...]:
    """The replies in other threads that seek a link which a mail offers (of those `wanted`), the soonest after it."""
    begin = as_number(written_at(mail.message)) - SKEW // MICROSECOND  # a number: no moment is before the year 1
    links = {hashed(link) for link in links_offered(mail.message)}.intersection(wanted)
    given = ({"account": account, "link": link, "begin": begin} for link in links)
    rows = (row for each in given for row in connection.execute(_WAITING, each))
    found = {n for n, thread in rows if thread != mail.thread}
    if not found:
        return ()
    return tuple(reply for chunk in mail_of(connection, _NUMBERED, {"numbers": packed(found)}) for reply in chunk)


def _elsewhere(
    connection: Connection, near: Executable, account: int, reply: Mail, wanted: Links
) -> list[tuple[datetime, int]]:
    """For each link that is wanted, the nearest mail on one side of a reply that is not of its own thread."""
    this = {"account": account, "at": written_at(reply.message), "n": reply.n}
    lists = (connection.execute(near, {**this, "link": link}) for link in {hashed(link) for link in wanted})
    firsts = (next(((at, n) for at, n, thread in each if thread != reply.thread), None) for each in lists)
    return [first for first in firsts if first is not None]


def _mail(connection: Connection, nearest: tuple[datetime, int]) -> Mail:
    [[mail]] = mail_of(connection, _NUMBERED, {"numbers": packed([nearest[1]])})
    return mail

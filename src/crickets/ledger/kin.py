"""
Whose mail it is by what people have in common: a client's other addresses and colleagues, found without a walk.

Knows the tables that say who has written from where; which bonds there are is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.kinship import bonds
from crickets.domain.message import Address, Message
from crickets.ledger.bulk import tuples_in_bulk
from crickets.ledger.message_rows import MESSAGE, message_of
from crickets.ledger.packing import among, hashed, hashed_bonds, packed
from crickets.ledger.tables import KIN, MESSAGES, PEOPLE

_KNOWN = upsert(KIN).on_conflict_do_nothing()
_SINCE = PEOPLE.c.account == bindparam("account"), PEOPLE.c.written_at >= bindparam("since")
_ADDRESSES = select(KIN.c.address).where(KIN.c.account == bindparam("account"), KIN.c.bond.in_(among("bonds")))
_OF_KIN = (
    select(*MESSAGE)
    .where(MESSAGES.c.n.in_(select(PEOPLE.c.message).where(*_SINCE, PEOPLE.c.address.in_(_ADDRESSES))))
    .where(MESSAGES.c.received >= bindparam("received"))
    .order_by(MESSAGES.c.written_at.desc(), MESSAGES.c.n.desc())
)
_NEWEST = (
    select(PEOPLE.c.written_at)
    .where(PEOPLE.c.account == bindparam("account"), PEOPLE.c.address == bindparam("address"))
    .order_by(PEOPLE.c.written_at.desc())
    .limit(1)
    .offset(bindparam("before"))
)


def keep_kin(connection: Connection, account: int, authors: Iterable[Address]) -> None:
    """Write down that these have written, by all that others may have in common with them."""
    rows = {(account, bond, hashed(a.key)) for a in set(authors) for bond in hashed_bonds(bonds(a))}
    tuples_in_bulk(connection, _KNOWN, "account bond address", sorted(rows))


def mail_of_kin(
    connection: Connection, account: int, those: Iterable[tuple[str, ...]], *, written: datetime, received: datetime
) -> tuple[Message, ...]:
    """The mails since two moments, newest first, from or to addresses from which anybody of these bonds has written."""
    these = {"account": account, "bonds": packed(hashed_bonds(those)), "since": written, "received": received}
    return tuple(message_of(row) for row in connection.execute(_OF_KIN, these))


def newest_begin(connection: Connection, account: int, address: str, number: int) -> datetime | None:
    """When the first of the newest so many mails from or to an address was written; None if there are fewer."""
    this = {"account": account, "address": hashed(address.casefold()), "before": number - 1}
    return connection.execute(_NEWEST, this).scalar()

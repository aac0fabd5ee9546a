"""
Moments that were written down by a clock that was ahead, and what is made of them once the clock is right again.

Knows the tables that hold moments of our own; must not know what follows from them. What the server or a mail's
author said is never touched.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import BindParameter, Connection, bindparam, exists, or_, select, update

from crickets.ledger.resting import wake_all
from crickets.ledger.tables import ACCOUNTS, DRAFTS, MESSAGES, ORDERS, THREADS

_IN_LIVING_MEMORY = timedelta(days=366)
"""How far ahead of the present a mail's INTERNALDATE is believed: mailboxes that were moved hold mail of 2038."""


_OF_ACCOUNT = select(THREADS.c.n).where(THREADS.c.account == bindparam("account"))
_NOW: BindParameter[datetime] = bindparam("now")
# Few drafts and orders are looked at, to whichever account they belong, and not its many threads.
_OF_THIS_ACCOUNT = THREADS.c.account == bindparam("account")
_ANY_AHEAD = select(
    or_(
        exists().where(ACCOUNTS.c.n == bindparam("account"), ACCOUNTS.c.first_read_at > _NOW),
        exists()
        .where(or_(DRAFTS.c.laid_at > _NOW, DRAFTS.c.since > _NOW))
        .where(exists().where(THREADS.c.n == DRAFTS.c.thread, _OF_THIS_ACCOUNT)),
        exists().where(ORDERS.c.at > _NOW, exists().where(THREADS.c.n == ORDERS.c.thread, _OF_THIS_ACCOUNT)),
    )
)


def any_ahead(connection: Connection, account: int, now: datetime) -> bool:
    """Whether anything of ours in the account is later than now; asked at each pass, so it's put together once."""
    return bool(connection.execute(_ANY_AHEAD, {"account": account, "now": now}).scalar())


def is_behind(connection: Connection, account: int, now: datetime) -> bool:
    """Whether the server has had mail since: then it's the present clock that is wrong, and proves nothing."""
    since = MESSAGES.c.received > now, MESSAGES.c.received <= now + _IN_LIVING_MEMORY
    return bool(connection.execute(select(exists().where(MESSAGES.c.account == account, *since))).scalar())


def bring_back(connection: Connection, account: int, now: datetime) -> None:
    """Write down all that is later than now as of now, which is the latest that it can have been."""
    of_account = ACCOUNTS.c.n == account, ACCOUNTS.c.first_read_at > now
    connection.execute(update(ACCOUNTS).where(*of_account).values(first_read_at=now))
    drafts = update(DRAFTS).where(DRAFTS.c.thread.in_(_OF_ACCOUNT))
    connection.execute(drafts.where(DRAFTS.c.laid_at > now).values(laid_at=now), {"account": account})
    connection.execute(drafts.where(DRAFTS.c.since > now).values(since=now), {"account": account})
    orders = update(ORDERS).where(ORDERS.c.thread.in_(_OF_ACCOUNT), ORDERS.c.at > now)
    connection.execute(orders.values(at=now), {"account": account})
    wake_all(connection, account)

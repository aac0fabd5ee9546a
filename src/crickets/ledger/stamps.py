"""
Moments that were written down by a clock that was ahead, and what is made of them once the clock is right again.

Knows the tables that hold moments of our own; must not know what follows from them. What the server or a mail's
author said is never touched.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import BindParameter, Connection, bindparam, exists, or_, select, update

from crickets.ledger.resting import wake_all
from crickets.ledger.tables import Account, DraftRow, MessageRow, OrderRow, ThreadRow

_IN_LIVING_MEMORY = timedelta(days=366)
"""How far ahead of the present a mail's INTERNALDATE is believed: mailboxes that were moved hold mail of 2038."""


_OF_ACCOUNT = select(ThreadRow.n).where(ThreadRow.account == bindparam("account"))
_NOW: BindParameter[datetime] = bindparam("now")
# Few drafts and orders are looked at, to whichever account they belong, and not its many threads.
_OF_THIS_ACCOUNT = ThreadRow.account == bindparam("account")
_ANY_AHEAD = select(
    or_(
        exists().where(Account.n == bindparam("account"), Account.first_read_at > _NOW),
        exists()
        .where(or_(DraftRow.laid_at > _NOW, DraftRow.since > _NOW))
        .where(exists().where(ThreadRow.n == DraftRow.thread, _OF_THIS_ACCOUNT)),
        exists().where(OrderRow.at > _NOW, exists().where(ThreadRow.n == OrderRow.thread, _OF_THIS_ACCOUNT)),
    )
)


def any_ahead(connection: Connection, account: int, now: datetime) -> bool:
    """Whether anything of ours in the account is later than now; asked at each pass, so it's put together once."""
    return bool(connection.execute(_ANY_AHEAD, {"account": account, "now": now}).scalar())


def is_behind(connection: Connection, account: int, now: datetime) -> bool:
    """Whether the server has had mail since: then it's the present clock that is wrong, and proves nothing."""
    since = MessageRow.received > now, MessageRow.received <= now + _IN_LIVING_MEMORY
    return bool(connection.execute(select(exists().where(MessageRow.account == account, *since))).scalar())


def bring_back(connection: Connection, account: int, now: datetime) -> None:
    """Write down all that is later than now as of now, which is the latest that it can have been."""
    of_account = Account.n == account, Account.first_read_at > now
    connection.execute(update(Account).where(*of_account).values(first_read_at=now))
    drafts = update(DraftRow).where(DraftRow.thread.in_(_OF_ACCOUNT))
    connection.execute(drafts.where(DraftRow.laid_at > now).values(laid_at=now), {"account": account})
    connection.execute(drafts.where(DraftRow.since > now).values(since=now), {"account": account})
    orders = update(OrderRow).where(OrderRow.thread.in_(_OF_ACCOUNT), OrderRow.at > now)
    connection.execute(orders.values(at=now), {"account": account})
    wake_all(connection, account)

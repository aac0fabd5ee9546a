"""
What was put into the control folders, and what of it has been heard.

Knows the tables; what a folder orders is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, insert, literal, or_, select, true
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.control import Put
from crickets.domain.thread import Order, ThreadId
from crickets.ledger.names import number_of
from crickets.ledger.rows import MESSAGE, clean, message_of, order_values
from crickets.ledger.tables import FolderRow, Heard, HeededFolder, MessageRow, OrderRow, Placement, ThreadRow

_HEEDED = select(HeededFolder.title).where(HeededFolder.account == bindparam("account"))
_ANY_HEEDED = select(exists().where(HeededFolder.account == bindparam("account")))
_HEARD_BEFORE = and_(
    Heard.account == FolderRow.account, Heard.title == bindparam("title"), Heard.message == Placement.message
)
_UNHEARD = (
    select(Heard.message.is_not(None), Heard.uid_validity != Placement.uid_validity, ThreadRow.name, *MESSAGE)
    .select_from(Placement)
    .join(FolderRow, FolderRow.n == Placement.folder)
    .join(MessageRow, MessageRow.n == Placement.message)
    .join(ThreadRow, ThreadRow.n == MessageRow.thread)
    .outerjoin(Heard, _HEARD_BEFORE)
    .where(FolderRow.account == bindparam("account"), FolderRow.name == bindparam("folder"))
    .where(or_(Heard.message.is_(None), Heard.uid_validity != Placement.uid_validity, Heard.uid < Placement.uid))
    .order_by(Placement.uid)
)


def titles_heeded(connection: Connection, account: int) -> frozenset[str]:
    """The control folders that were made, or listened to, by their titles."""
    return frozenset(connection.execute(_HEEDED, {"account": account}).scalars())


def any_heeded(connection: Connection, account: int) -> bool:
    """Whether there are any."""
    return bool(connection.execute(_ANY_HEEDED, {"account": account}).scalar())


def heed_none(connection: Connection, account: int) -> None:
    """Listen to none any more; what was heard stays heard."""
    connection.execute(delete(HeededFolder).where(HeededFolder.account == account))


def puts_unheard(connection: Connection, account: int, title: str, folder: str) -> tuple[Put, ...]:
    """What lies in a folder and hasn't been heard as it lies there now, in the order of its coming."""
    these = {"account": account, "title": clean(title), "folder": folder}
    return tuple(
        Put(thread=ThreadId(thread), message=message_of(rest), again=bool(known and renumbered))
        for known, renumbered, thread, *rest in connection.execute(_UNHEARD, these)
    )


def keep_heard(
    connection: Connection, account: int, title: str, folder: str | None, orders: Sequence[tuple[ThreadId, Order]]
) -> None:
    """Write down that a folder is listened to, that all is heard that lies in it, and what was ordered by that."""
    title = clean(title)
    connection.execute(upsert(HeededFolder).on_conflict_do_nothing(), {"account": account, "title": title})
    for thread, order in orders:
        connection.execute(insert(OrderRow).values(thread=number_of(connection, thread), **order_values(order)))
    if folder is not None:
        _keep_all_that_lies(connection, account, title, folder)


def _keep_all_that_lies(connection: Connection, account: int, title: str, folder: str) -> None:
    lying = (
        select(literal(account), literal(title), Placement.message, Placement.uid_validity, func.max(Placement.uid))
        .join(FolderRow, FolderRow.n == Placement.folder)
        .where(FolderRow.account == account, FolderRow.name == folder, true())
        .group_by(Placement.message)
    )
    heard = upsert(Heard).from_select(["account", "title", "message", "uid_validity", "uid"], lying)
    newest = {"uid_validity": heard.excluded.uid_validity, "uid": heard.excluded.uid}
    connection.execute(heard.on_conflict_do_update(index_elements=["account", "title", "message"], set_=newest))

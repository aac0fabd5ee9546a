"""
What was put into the control folders, and what of it has been heard.

Knows the tables; what a folder orders is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, insert, literal, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.control import Put
from crickets.domain.thread import Order, ThreadId
from crickets.ledger.message_rows import MESSAGE, message_of
from crickets.ledger.names import number_of
from crickets.ledger.order_rows import order_values
from crickets.ledger.packing import clean
from crickets.ledger.tables import ACCOUNTS, FOLDERS, HEARD, HEEDED_FOLDERS, MESSAGES, ORDERS, PLACEMENTS, THREADS

_HEEDED = select(HEEDED_FOLDERS.c.title).where(HEEDED_FOLDERS.c.account == bindparam("account"))
_ANYTHING = select(
    or_(
        exists().where(HEEDED_FOLDERS.c.account == bindparam("account")),
        exists().where(ACCOUNTS.c.n == bindparam("account"), ACCOUNTS.c.control_trouble != ""),
    )
)
_HEARD_BEFORE = and_(
    HEARD.c.account == FOLDERS.c.account, HEARD.c.title == bindparam("title"), HEARD.c.message == PLACEMENTS.c.message
)
_UNHEARD = (
    select(HEARD.c.message.is_not(None), HEARD.c.uid_validity != PLACEMENTS.c.uid_validity, THREADS.c.name, *MESSAGE)
    .select_from(PLACEMENTS)
    .join(FOLDERS, FOLDERS.c.n == PLACEMENTS.c.folder)
    .join(MESSAGES, MESSAGES.c.n == PLACEMENTS.c.message)
    .join(THREADS, THREADS.c.n == MESSAGES.c.thread)
    .outerjoin(HEARD, _HEARD_BEFORE)
    .where(FOLDERS.c.account == bindparam("account"), FOLDERS.c.name == bindparam("folder"))
    .where(
        or_(
            HEARD.c.message.is_(None), HEARD.c.uid_validity != PLACEMENTS.c.uid_validity, HEARD.c.uid < PLACEMENTS.c.uid
        )
    )
    .order_by(PLACEMENTS.c.uid)
)


def titles_heeded(connection: Connection, account: int) -> frozenset[str]:
    """The control folders that were made, or listened to, by their titles."""
    return frozenset(connection.execute(_HEEDED, {"account": account}).scalars())


def is_anything_heeded(connection: Connection, account: int) -> bool:
    """Whether there are any, or trouble with one that was to be made."""
    return bool(connection.execute(_ANYTHING, {"account": account}).scalar())


def heed_none(connection: Connection, account: int) -> None:
    """Listen to none any more; what was heard stays heard."""
    connection.execute(delete(HEEDED_FOLDERS).where(HEEDED_FOLDERS.c.account == account))


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
    connection.execute(upsert(HEEDED_FOLDERS).on_conflict_do_nothing(), {"account": account, "title": title})
    for thread, order in orders:
        number = number_of(connection, thread)
        if number is not None:  # who was forgotten since
            connection.execute(insert(ORDERS).values(thread=number, **order_values(order)))
    if folder is not None:
        _keep_all_that_lies(connection, account, title, folder)


def _keep_all_that_lies(connection: Connection, account: int, title: str, folder: str) -> None:
    lying = (
        select(
            literal(account),
            literal(title),
            PLACEMENTS.c.message,
            PLACEMENTS.c.uid_validity,
            func.max(PLACEMENTS.c.uid),
        )
        .join(FOLDERS, FOLDERS.c.n == PLACEMENTS.c.folder)
        .where(FOLDERS.c.account == account, FOLDERS.c.name == folder, PLACEMENTS.c.message.is_not(None))
        .group_by(PLACEMENTS.c.message)
    )
    heard = upsert(HEARD).from_select(["account", "title", "message", "uid_validity", "uid"], lying)
    newest = {"uid_validity": heard.excluded.uid_validity, "uid": heard.excluded.uid}
    connection.execute(heard.on_conflict_do_update(index_elements=["account", "title", "message"], set_=newest))

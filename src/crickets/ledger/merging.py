"""
Making one thread of several.

Knows every table that hangs on a thread: what is added there must be moved here.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, insert, select, update

from crickets.ledger.tables import LIVING, DraftRow, FormerName, InvoiceRow, MessageRow, OrderRow, ThreadRow


def merged(connection: Connection, account: int, threads: Sequence[int]) -> int:
    """
    The number of the thread that holds all of these threads' mail, drafts and orders.

    The largest is kept and the others' mail moves, so that no chain of mergers is worse than n log n; the oldest
    thread's name is kept, and the others go on leading here.
    """
    if len(threads) == 1:
        return threads[0]
    rows = connection.execute(select(ThreadRow).where(ThreadRow.n.in_(threads)).order_by(ThreadRow.born)).all()
    largest = max(rows, key=lambda row: row.size)
    for other in rows:
        if other.n != largest.n:
            _move(connection, account, other.n, largest.n)
    oldest, *younger = rows
    kept = {"name": oldest.name, "born": oldest.born, "size": sum(row.size for row in rows)}
    connection.execute(update(ThreadRow).where(ThreadRow.n == largest.n).values(kept))
    former = [{"name": row.name, "thread": largest.n} for row in younger]
    connection.execute(insert(FormerName), former)
    return int(largest.n)


def _move(connection: Connection, account: int, source: int, target: int) -> None:
    """Move all that hangs on a thread to another, and the thread itself away."""
    messages = update(MessageRow).where(MessageRow.account == account, MessageRow.thread == source)
    connection.execute(messages.values(thread=target))
    _make_twins(connection, source, target)
    for table in (DraftRow, OrderRow, InvoiceRow, FormerName):
        connection.execute(update(table).where(table.thread == source).values(thread=target))
    connection.execute(delete(ThreadRow).where(ThreadRow.n == source))


def _make_twins(connection: Connection, source: int, target: int) -> None:
    """Mark the living drafts that come into a thread which has one: the merger is a fact, and both drafts lie."""
    living = DraftRow.state.in_(LIVING)
    if connection.execute(select(exists().where(DraftRow.thread == target, living))).scalar():
        twins = update(DraftRow).where(DraftRow.thread == source, living)
        connection.execute(twins.values(twin=DraftRow.n))

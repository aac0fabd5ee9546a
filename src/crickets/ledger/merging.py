"""
Making one thread of several.

Knows every table that hangs on a thread: what is added there must be moved here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from crickets.ledger.bulk import in_bulk
from crickets.ledger.packing import Values, among, packed
from crickets.ledger.tables import DRAFTS, FORGETTING, FORMER_NAMES, INVOICES, IS_LIVING, MESSAGES, ORDERS, THREADS

_THESE = select(THREADS.c.n, THREADS.c.name, THREADS.c.born, THREADS.c.size).where(THREADS.c.n.in_(among("threads")))
_OCCUPIED = select(DRAFTS.c.thread).where(IS_LIVING, DRAFTS.c.thread.in_(among("threads"))).distinct()
_MADE_TWINS = update(DRAFTS).where(DRAFTS.c.thread == bindparam("source"), IS_LIVING).values(twin=DRAFTS.c.n)
_MOVED = tuple(
    update(table).where(table.c.thread == bindparam("source")).values(thread=bindparam("target"))
    for table in (MESSAGES, DRAFTS, ORDERS, INVOICES, FORMER_NAMES)
)
_WAITS = (
    update(FORGETTING)
    .prefix_with("OR IGNORE")
    .where(FORGETTING.c.thread == bindparam("source"))
    .values(thread=bindparam("target"))
)
_GONE = delete(THREADS).where(THREADS.c.n == bindparam("source"))
_KEPT = (
    update(THREADS)
    .where(THREADS.c.n == bindparam("target"))
    .values(name=bindparam("oldest"), born=bindparam("first_born"), size=bindparam("together"))
)
_NAMED_BEFORE = insert(FORMER_NAMES)


class _Merger(NamedTuple):
    """Threads that become one, as their rows, and the number of the one that stays; the oldest is the first."""

    threads: tuple[Row[int, str, int, int], ...]
    stays: int

    @property
    def going(self) -> tuple[int, ...]:
        """The numbers of the others."""
        return tuple(row.n for row in self.threads if row.n != self.stays)


def merged(connection: Connection, groups: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """
    For each of some groups of threads, the number of the one that holds all of their mail, drafts and orders.

    The largest is kept and the others' mail moves, so that no chain of mergers is worse than n log n; the oldest
    thread's name is kept, and the others go on leading here. However many mergers there are, the statements are few.
    """
    mergers = _mergers(connection, [group for group in groups if len(group) > 1])
    _make_twins(connection, mergers)
    moves: list[Values] = [{"source": n, "target": merger.stays} for merger in mergers for n in merger.going]
    for move in (*_MOVED, _WAITS):
        in_bulk(connection, move, moves)
    in_bulk(connection, _GONE, [{"source": move["source"]} for move in moves])
    in_bulk(connection, _KEPT, [_kept(merger) for merger in mergers])
    in_bulk(connection, _NAMED_BEFORE, [former for merger in mergers for former in _former_names(merger)])
    stays = {row.n: merger.stays for merger in mergers for row in merger.threads}
    return tuple(stays.get(group[0], group[0]) for group in groups)


def _mergers(connection: Connection, groups: Sequence[Sequence[int]]) -> tuple[_Merger, ...]:
    if not groups:
        return ()
    rows = {row.n: row for row in connection.execute(_THESE, {"threads": packed(chain.from_iterable(groups))})}
    by_age = (tuple(sorted((rows[n] for n in group), key=lambda row: row.born)) for group in groups)
    return tuple(_Merger(group, max(group, key=lambda row: row.size).n) for group in by_age)


def _kept(merger: _Merger) -> Values:
    oldest, size = merger.threads[0], sum(row.size for row in merger.threads)
    return {"target": merger.stays, "oldest": oldest.name, "first_born": oldest.born, "together": size}


def _former_names(merger: _Merger) -> list[Values]:
    return [{"name": row.name, "thread": merger.stays} for row in merger.threads[1:]]


def _make_twins(connection: Connection, mergers: Sequence[_Merger]) -> None:
    """Mark the living drafts that come into a thread which has one: the merger is a fact, and both drafts lie."""
    these = packed(row.n for merger in mergers for row in merger.threads)
    occupied = set(connection.execute(_OCCUPIED, {"threads": these}).scalars()) if mergers else set()
    coming: list[Values] = [
        {"source": n} for merger in mergers for n in [n for n in (merger.stays, *merger.going) if n in occupied][1:]
    ]
    in_bulk(connection, _MADE_TWINS, coming)

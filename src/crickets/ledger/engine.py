"""
Connections to one SQLite file, and transactions on them.

Knows SQLite's pragmas and what its refusals mean; must not know any table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from enum import Enum
from pathlib import Path
from threading import RLock
from types import MappingProxyType

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import ConnectionPoolEntry

from crickets.errors import CricketsError, LedgerBusy, LedgerHasNoRoom, LedgerUnusable

_PATIENCE = 30_000
"""Milliseconds for which a statement waits for another connection's write (`busy_timeout`)."""

_CACHE = -16_000
"""
The page cache of a connection, in KiB: the indexes of a large mailbox outgrow SQLite's 2 MB.

Four times as much is filled by 100,000 messages, and makes a first reading no more than 3 % faster.
"""

_KEPT = 2
"""How many connections are kept for the next question, each with its page cache: one that writes, one that reads."""


_OWED = "user_version"
"""A number that SQLite keeps in the file for whoever uses it: 1 says that the file owes a wiping (`Store.wipe`)."""

_END_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"


class Mode(Enum):
    """What a transaction is for: the statements that begin it."""

    READ = ("BEGIN",)
    # A write transaction takes its lock at once: one that reads first could not be granted it later (SQLITE_BUSY).
    WRITE = ("PRAGMA synchronous=NORMAL", "BEGIN IMMEDIATE")
    # In WAL mode NORMAL may lose the last commits when the power goes; an intention to lay a draft must not be lost.
    DURABLE = ("PRAGMA synchronous=FULL", "BEGIN IMMEDIATE")
    # What goes is overwritten with zeros, and what refers to it is looked at in the end (`Store.erasing`).
    ERASE = ("PRAGMA foreign_keys=OFF", "PRAGMA secure_delete=ON", "PRAGMA synchronous=FULL", "BEGIN IMMEDIATE")
    # The journal's mode changes outside of any transaction, or not at all.
    OUTSIDE = ("PRAGMA journal_mode=WAL",)


class Store:
    """One SQLite file, or one in memory (`path` is None), for all threads of a process."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._engine = _engine_at(path)
        self._write = RLock()
        # In memory there is one connection, and so one transaction at a time.
        self._read = nullcontext() if path else self._write

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection within a transaction that sees one state of the ledger."""
        with self._read, self._transaction(Mode.READ) as connection:
            yield connection

    @contextmanager
    def writing(self, mode: Mode = Mode.WRITE) -> Iterator[Connection]:
        """A connection within the one transaction that may write; nothing of it is kept if it raises."""
        with self._write, self._transaction(mode) as connection:
            yield connection

    def use_write_ahead_log(self) -> None:
        """Let others read while one writes, from now on for good: the file itself keeps the mode."""
        with self._write, self._transaction(Mode.OUTSIDE):
            pass

    @contextmanager
    def erasing(self) -> Iterator[Connection]:
        """
        A connection within the one transaction that may write, for what is taken out of many tables at once.

        What goes is overwritten, and from then on the file owes a wiping. SQLite looks for what may refer to a row at
        each that goes, in whole tables: that's looked at once in the end.
        """
        with self._write, self._connected() as connection:
            try:
                with connection.begin():
                    _begin(connection, Mode.ERASE)
                    connection.exec_driver_sql(f"PRAGMA {_OWED}=1")
                    yield connection
                    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                    assert dangling is None, f"left behind: {dangling}"
            finally:
                with closing(connection.connection.cursor()) as cursor:
                    cursor.execute("PRAGMA foreign_keys=ON")

    def wipe(self, *, patience: int = _PATIENCE) -> None:
        """
        Leave nothing in the file, nor in its log, of what was erased: SQLite keeps old pages until it needs them.

        `LedgerBusy` if another process uses the file for longer than `patience`, in milliseconds, `LedgerHasNoRoom` if
        there's none to write all of it anew; it's owed then.
        """
        if self.path is None:
            return
        try:
            with self._write, self._connected() as connection:
                is_done = _is_wiped(connection, patience)
        except LedgerBusy:
            is_done = False
        except LedgerHasNoRoom as err:
            raise LedgerHasNoRoom(
                f"It's erased, but its bytes still stand in {self.path}: there's no room to write that file anew.",
                remedy="Free twice the room that the file takes; they go with the next pass.",
            ) from err
        if not is_done:
            raise LedgerBusy(
                f"It's erased, but its bytes still stand in {self.path} or its -wal, which another process uses.",
                remedy="They go with the next pass for which nobody does: the daemon's, or `crickets once`.",
            )

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, mode: Mode) -> Iterator[Connection]:
        with self._connected() as connection, connection.begin():
            _begin(connection, mode)
            yield connection

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """A connection; what SQLite refuses on it is told as our own errors."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except IntegrityError:
            raise
        except (DBAPIError, sqlite3.Error) as err:  # the driver's own, while a connection is made or begins
            told = _told(err, self.path)
            if told is None:
                raise
            raise told from err


def owes_wiping(connection: Connection) -> bool:
    """Whether something was erased since the file was last wiped."""
    return bool(connection.exec_driver_sql(f"PRAGMA {_OWED}").scalar())


def _is_wiped(connection: Connection, patience: int) -> bool:
    """Write the file anew and end its log, unless somebody who reads keeps that from being ended."""
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(f"PRAGMA busy_timeout={patience}")
        try:
            # The log first: to write all of it anew would be for nothing, again and again, while somebody reads.
            for statement in (_END_LOG, "VACUUM", _END_LOG):
                [busy, *_] = cursor.execute(statement).fetchone() or (0,)
                if busy:
                    return False
            cursor.execute(f"PRAGMA {_OWED}=0")
        except sqlite3.Error:
            cursor.execute(_END_LOG)  # it holds as much of the file as there was room for, which others may need
            raise
        finally:
            cursor.execute(f"PRAGMA busy_timeout={_PATIENCE}")
    return True


def _engine_at(path: Path | None) -> Engine:
    url = URL.create("sqlite", database=str(path) if path else None)
    arguments = {"timeout": _PATIENCE / 1000, "check_same_thread": False}
    if path:
        # However many ask at once, nobody waits for a connection: SQLAlchemy's own pool gives up after 30 seconds.
        engine = create_engine(url, connect_args=arguments, pool_size=_KEPT, max_overflow=-1, pool_use_lifo=True)
    else:
        engine = create_engine(url, connect_args=arguments, poolclass=StaticPool)
    event.listen(engine, "connect", _on_connect)
    return engine


def _on_connect(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver begins no transactions behind our back
    for pragma in (f"busy_timeout={_PATIENCE}", "foreign_keys=ON", f"cache_size={_CACHE}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection, mode: Mode) -> None:
    """Begin what SQLAlchemy takes for begun; by the driver, as most transactions are a single question."""
    with closing(connection.connection.cursor()) as cursor:
        for statement in mode.value:
            cursor.execute(statement)


ELSEWHERE = "name another folder by XDG_STATE_HOME"
"""The end of a sentence for who would rather keep the ledger in another place."""

_FULL = (
    "there is no room left for it",
    "Free some space on that disk and try again; nothing recorded is lost.",
)
_READ_ONLY = (
    "it can't be written",
    "Give your user the right to write this file and its folder, and try again.",
)
_CLOSED = ("it can't be opened", "Check that its folder exists and that your user may read and write there.")
_FOREIGN = ("it is no ledger of Crickets", f"Move that file away, or {ELSEWHERE}.")
_BROKEN = (
    "it is damaged",
    "Move it away, with its -wal and -shm, and restore a copy; or start anew without it.",
)
_SICK = ("its disk refuses", "Check the disk's room, your quota on it and its health, then try again.")

_MEANINGS = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: _FULL,
        sqlite3.SQLITE_READONLY: _READ_ONLY,
        sqlite3.SQLITE_PERM: _READ_ONLY,
        sqlite3.SQLITE_CANTOPEN: _CLOSED,
        sqlite3.SQLITE_NOTADB: _FOREIGN,
        sqlite3.SQLITE_CORRUPT: _BROKEN,
        sqlite3.SQLITE_IOERR: _SICK,
    }
)
"""What SQLite's primary result codes mean for the owner, and what they can do."""

_WANT_ROOM = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
"""A quota, or a bound on the size of a file, is an error of the disk's to SQLite."""


def _told(err: DBAPIError | sqlite3.Error, path: Path | None) -> CricketsError | None:
    """The refusal as one of our errors; None if it is a mistake of our own."""
    refusal = err.orig if isinstance(err, DBAPIError) else err
    # Extended codes refine the primary one in the low byte: https://www.sqlite.org/rescode.html. A misuse of the
    # driver has none.
    primary = getattr(refusal, "sqlite_errorcode", 0) & 0xFF
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LedgerBusy(f"The ledger {path} is being written by another process.", remedy="Try again later.")
    if primary not in _MEANINGS:
        return None
    meaning, remedy = _MEANINGS[primary]
    kind = LedgerHasNoRoom if primary in _WANT_ROOM else LedgerUnusable
    return kind(f"The ledger {path} can't be used: {meaning} ({refusal}).", remedy=remedy)

"""
The ledger's shape, brought up to date.

Knows how to tell our file from any other, and its revision; must not know what the tables mean.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from crickets.errors import LedgerUnusable
from crickets.ledger.engine import ELSEWHERE, Store
from crickets.ledger.tables import METADATA
from crickets.ledger.triggers import triggers

HEAD = "0022"
"""The revision that this version of Crickets reads and writes; a test compares it with the migrations' own head."""

APPLICATION_ID = 0x43524B54
"""What SQLite's header says of a file of ours: "CRKT" (PRAGMA application_id)."""


_VERSION = (
    "CREATE TABLE alembic_version ("
    "version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def is_current(store: Store) -> bool:
    """Whether the file is a ledger of this version; `LedgerUnusable` if it's not ours or of a newer version."""
    with store.reading() as connection:
        _refuse_foreign(connection, store.path)
        return _revision(connection) == HEAD


def migrate(store: Store) -> None:
    """Make the file a ledger of this version, or leave it as it was and raise."""
    if is_current(store):
        return
    store.use_write_ahead_log()
    with store.writing() as connection:
        revision = _revision(connection)
        if revision:
            # Alembic takes longer to import than all of Crickets, and is wanted once in the life of a version.
            from crickets.ledger.upgrade import upgrade  # noqa: PLC0415

            upgrade(connection, revision, store.path)
        else:
            _make(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def _make(connection: Connection) -> None:
    """Make in an empty file what all the migrations would, and mark it as Alembic does; a test compares the two."""
    METADATA.create_all(connection, checkfirst=False)
    for trigger in triggers():
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(_VERSION)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def _refuse_foreign(connection: Connection, path: Path | None) -> None:
    """Raise unless the file is ours, or empty and so nobody's."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark == APPLICATION_ID:
        return
    if mark or inspect(connection).get_table_names():
        raise LedgerUnusable(
            f"The file {path} is no ledger of Crickets, but another program's database.",
            remedy=f"Move it away, or {ELSEWHERE}.",
        )


def _revision(connection: Connection) -> str:
    """The revision of the file, or nothing if there is nothing in it yet."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none() or "")

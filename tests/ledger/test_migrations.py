"""The migrations, against the tables that the code speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, StaticPool, create_engine

from crickets.ledger.engine import Store
from crickets.ledger.migrate import APPLICATION_ID, HEAD, is_current, migrate
from crickets.ledger.tables import Base
from crickets.ledger.upgrade import revisions


@pytest.fixture
def connection() -> Iterator[Connection]:
    """On a ledger that the migrations have made."""
    with closing(Store(None)) as store:
        migrate(store)
        with store.reading() as connection:
            yield connection


def test_the_tables(connection: Connection) -> None:
    """What the migrations make is what the code speaks of."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})

    assert compare_metadata(context, Base.metadata) == []


def test_the_statements(connection: Connection) -> None:
    """… down to what the comparison doesn't see: STRICT, WITHOUT ROWID, the conditions of indexes."""
    statements = "SELECT name, sql FROM sqlite_master WHERE tbl_name != 'alembic_version' ORDER BY name"
    migrated = {row.name: row.sql for row in connection.exec_driver_sql(statements)}
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as fresh:
        Base.metadata.create_all(fresh)
        made = {row.name: row.sql for row in fresh.exec_driver_sql(statements)}
    engine.dispose()

    assert migrated == made


def test_the_newest_revision() -> None:
    """The code knows it without asking Alembic."""
    assert revisions()[0] == HEAD


def test_the_mark_in_the_file(connection: Connection) -> None:
    """A ledger says that it's one."""
    assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID


def test_a_ledger_that_is_up_to_date() -> None:
    """It's so after the migrations, and not before."""
    with closing(Store(None)) as store:
        before = is_current(store)
        migrate(store)

        assert (before, is_current(store)) == (False, True)

"""The migrations, against the tables that the code speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from crickets.domain.kinship import bonds
from crickets.domain.message import Address
from crickets.domain.remarks import Remarks
from crickets.ledger.engine import Store
from crickets.ledger.kin import mail_of_kin
from crickets.ledger.migrate import APPLICATION_ID, HEAD, is_current, migrate
from crickets.ledger.packing import hashed
from crickets.ledger.remarks import packed_remarks, unpacked_remarks
from crickets.ledger.tables import METADATA
from crickets.ledger.upgrade import _config, revisions, upgrade

EVER = datetime.min.replace(tzinfo=UTC)


@pytest.fixture
def connection() -> Iterator[Connection]:
    """On a ledger that the migrations have made."""
    with closing(Store(None)) as store:
        with store.writing() as connection:
            upgrade(connection, "", None)
        with store.reading() as connection:
            yield connection


def test_the_tables(connection: Connection) -> None:
    """What the migrations make is what the code speaks of."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})

    assert compare_metadata(context, METADATA) == []


def test_a_new_ledger(connection: Connection) -> None:
    """It's made at once, and is the same down to what the comparison doesn't see: STRICT, indexes' WHERE, triggers."""
    with closing(Store(None)) as store:
        migrate(store)
        with store.reading() as new:
            assert _seen_by_sqlite(connection) == _seen_by_sqlite(new)


def _seen_by_sqlite(connection: Connection) -> dict[str, object]:
    """Each table and index as SQLite sees it: a column that was added later stands elsewhere in the statement."""
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY name").all()
    others: dict[str, object] = {row.name: _spelled(row.sql) for row in rows if row.type != "table"}
    return others | {row.name: _table(connection, row.name) for row in rows if row.type == "table"}


def _spelled(statement: str | None) -> str:
    """A statement without what it may be written with or not: blanks, and capitals."""
    return " ".join((statement or "").lower().split())


def _table(connection: Connection, name: str) -> object:
    columns = connection.exec_driver_sql("SELECT * FROM pragma_table_xinfo(?)", (name,)).all()
    foreign = connection.exec_driver_sql("SELECT * FROM pragma_foreign_key_list(?)", (name,)).all()
    strict = connection.exec_driver_sql("SELECT wr, strict FROM pragma_table_list WHERE name = ?", (name,)).all()
    return sorted(map(tuple, columns)), sorted(map(tuple, foreign), key=str), strict


def test_a_ledger_of_the_first_version() -> None:
    """Its mail stays, unread as to its words."""
    with closing(Store(None)) as store:
        with store.writing() as connection:
            command.upgrade(_config(connection), "0001")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql("INSERT INTO accounts (n, name) VALUES (1, 'work')")
            connection.exec_driver_sql("INSERT INTO threads (n, account, name, born, size) VALUES (1, 1, 'k3f9', 1, 1)")
            connection.exec_driver_sql(
                "INSERT INTO messages VALUES (1, 1, 1, 'a@b', '[]', '[]', '', 'Hello', '[[\"\",\"a@b\"]]', '[]',"
                " '[]', '[]', NULL, 0, 0, 'person', '[]', 0, 'inbox')"
            )
        migrate(store)

        with store.reading() as connection:
            rows = connection.exec_driver_sql("SELECT id, thread_index, remarks FROM messages").all()
        assert [tuple(row) for row in rows] == [("a@b", "", None)]


def test_a_ledger_of_the_second_version() -> None:
    """Its drafts stay, their words unknown and what was told of them told as sure."""
    with closing(Store(None)) as store:
        with store.writing() as connection:
            command.upgrade(_config(connection), "0002")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql("INSERT INTO accounts (n, name) VALUES (1, 'work')")
            connection.exec_driver_sql("INSERT INTO threads (n, account, name, born, size) VALUES (1, 1, 'k3f9', 1, 1)")
            connection.exec_driver_sql(
                "INSERT INTO drafts VALUES (1, 1, 0, 'd@b', '2026-06-17', 'negotiation', 0, 0, 'a@b', '[]', 'Hello', 0,"
                " 'laid', 0, NULL, 'abc', NULL, 'found by its id')"
            )
            connection.exec_driver_sql("INSERT INTO folders VALUES (1, 1, 'Sent', 'sent', 7, 9, 1, 0, '', '')")
        migrate(store)

        with store.reading() as connection:
            drafts = connection.exec_driver_sql("SELECT id, how, wording, sure FROM drafts").all()
            folders = connection.exec_driver_sql("SELECT name, held FROM folders").all()
        assert [tuple(row) for row in (*drafts, *folders)] == [("d@b", "found by its id", "", 1), ("Sent", 0)]


def test_a_ledger_of_the_third_version() -> None:
    """Its orders stay, as given by commands, and nothing was ordered by the addresses of its mail."""
    with closing(Store(None)) as store:
        with store.writing() as connection:
            command.upgrade(_config(connection), "0003")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql("INSERT INTO accounts (n, name) VALUES (1, 'work')")
            connection.exec_driver_sql("INSERT INTO threads (n, account, name, born, size) VALUES (1, 1, 'k3f9', 1, 1)")
            connection.exec_driver_sql("INSERT INTO orders VALUES (1, 1, 'stop', 0, NULL, '', NULL)")
            connection.exec_driver_sql(
                "INSERT INTO messages (n, account, thread, id, parents, also_known_as, conversation, subject, sender,"
                " reply_to, \"to\", cc, received, written_at, kind, signals, to_list, places) VALUES (1, 1, 1, 'a@b',"
                " '[]', '[]', '', 'Hello', '[[\"\",\"a@b\"]]', '[]', '[]', '[]', 0, 0, 'person', '[]', 0, 'inbox')"
            )
        migrate(store)

        with store.reading() as connection:
            orders = connection.exec_driver_sql('SELECT kind, "by", source FROM orders').all()
            messages = connection.exec_driver_sql("SELECT id, subaddresses FROM messages").all()
        assert [tuple(row) for row in (*orders, *messages)] == [("stop", "", None), ("a@b", "[]")]


def test_a_ledger_of_the_sixth_version() -> None:
    """Its folders stay, what they are called level by level not known before they are read again."""
    with closing(Store(None)) as store:
        with store.writing() as connection:
            command.upgrade(_config(connection), "0006")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql("INSERT INTO accounts (n, name) VALUES (1, 'work')")
            connection.exec_driver_sql("INSERT INTO folders VALUES (1, 1, 'Sent', 'sent', 7, 9, 1, 0, '', '', 9)")
        migrate(store)

        with store.reading() as connection:
            folders = connection.exec_driver_sql("SELECT name, held, levels FROM folders").all()
        assert [tuple(row) for row in folders] == [("Sent", 9, "[]")]


def test_a_ledger_of_the_tenth_version() -> None:
    """The numbers in its mail are forgotten, as some may be another country's; whatever else was read stays."""
    told = Remarks(language="de", promised=date(2026, 6, 3), phones=("+3903012345",))
    kept = (told, replace(told, phones=()), None)
    with closing(Store(None)) as store:
        with store.writing() as connection:
            command.upgrade(_config(connection), "0010")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql("INSERT INTO accounts (n, name) VALUES (1, 'work')")
            connection.exec_driver_sql("INSERT INTO threads (n, account, name, born, size) VALUES (1, 1, 'k3f9', 1, 3)")
            for n, remarks in enumerate(kept, 1):
                connection.exec_driver_sql(
                    "INSERT INTO messages (n, account, thread, id, parents, also_known_as, conversation, subject,"
                    ' sender, reply_to, "to", cc, received, written_at, kind, signals, to_list, places, remarks) VALUES'
                    " (?, 1, 1, ?, '[]', '[]', '', 'Hello', '[]', '[]', '[]', '[]', 0, 0, 'person', '[]', 0, '', ?)",
                    (n, f"{n}@b", None if remarks is None else packed_remarks(remarks)),
                )
        migrate(store)

        with store.reading() as connection:
            found = [row[0] for row in connection.exec_driver_sql("SELECT remarks FROM messages ORDER BY n")]
    forgotten = replace(told, phones=None)
    assert [each and unpacked_remarks(each) for each in found] == [forgotten, kept[1], None]
    assert unpacked_remarks(packed_remarks(forgotten)) == forgotten


def test_the_folders_of_a_ledger_of_the_tenth_version() -> None:
    """What lies in its folders is counted once."""
    with closing(Store(None)) as store:
        with store.writing() as connection:
            command.upgrade(_config(connection), "0010")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql("INSERT INTO accounts (n, name) VALUES (1, 'work')")
            connection.exec_driver_sql("INSERT INTO threads (n, account, name, born, size) VALUES (1, 1, 'k3f9', 1, 1)")
            connection.exec_driver_sql(
                "INSERT INTO messages (n, account, thread, id, parents, also_known_as, conversation, subject, sender,"
                " reply_to, \"to\", cc, received, written_at, kind, signals, to_list, places) VALUES (1, 1, 1, 'a@b',"
                " '[]', '[]', '', 'Hello', '[[\"\",\"a@b\"]]', '[]', '[]', '[]', 0, 0, 'person', '[]', 0, 'inbox')"
            )
            for number, name in ((1, "Inbox"), (2, "Sent")):
                row = "INSERT INTO folders VALUES (?, 1, ?, 'inbox', 7, 9, 1, 0, '', '', 9, '[]', NULL)"
                connection.exec_driver_sql(row, (number, name))
            connection.exec_driver_sql("INSERT INTO placements VALUES (1, 7, 1, 1), (1, 7, 2, 1)")
        migrate(store)

        with store.reading() as connection:
            folders = connection.exec_driver_sql("SELECT name, placed FROM folders").all()
        assert [tuple(row) for row in folders] == [("Inbox", 2), ("Sent", 0)]


def test_a_ledger_of_the_fourteenth_version() -> None:
    """Whoever has written is found by what they have in common with others."""
    with closing(Store(None)) as store:
        with store.writing() as connection:
            command.upgrade(_config(connection), "0014")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql("INSERT INTO accounts (n, name) VALUES (1, 'work')")
            connection.exec_driver_sql("INSERT INTO threads (n, account, name, born, size) VALUES (1, 1, 'k3f9', 1, 1)")
            connection.exec_driver_sql(
                "INSERT INTO messages (n, account, thread, id, parents, also_known_as, conversation, subject, sender,"
                " reply_to, \"to\", cc, received, written_at, kind, signals, to_list, places) VALUES (1, 1, 1, 'a@b',"
                " '[]', '[]', '', 'Hello', '[[\"Ben Blu\",\"ben@client.example\"]]', '[]', '[]', '[]', 0, 0, 'person',"
                " '[]', 0, 'inbox')"
            )
            row = (hashed("ben@client.example"),)
            connection.exec_driver_sql("INSERT INTO people VALUES (1, ?, 0, 1)", row)
        migrate(store)

        with store.reading() as connection:
            [found] = mail_of_kin(
                connection, 1, bonds(Address(email="anna@client.example")), written=EVER, received=EVER
            )
    assert found.id == "a@b"


def test_the_newest_revision() -> None:
    """The code knows it without asking Alembic."""
    assert revisions()[0] == HEAD


def test_the_mark_in_the_file() -> None:
    """A ledger says that it's one."""
    with closing(Store(None)) as store:
        migrate(store)
        with store.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID


def test_a_ledger_that_is_up_to_date() -> None:
    """It's so after the migrations, and not before."""
    with closing(Store(None)) as store:
        before = is_current(store)
        migrate(store)

        assert (before, is_current(store)) == (False, True)

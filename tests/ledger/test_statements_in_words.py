"""Statements of SQL in what strangers write: they're words, kept and told as they came."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from crickets.domain.mailbox import Uid
from crickets.domain.message import Address, MessageId
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Order, OrderKind, ThreadId
from crickets.ledger import open_ledger
from tests.builders import ANNA, NOW, a_folder_read, a_reply, a_sent, ago, an_id, an_invoice

CALM = a_reply(ago(days=9), id=an_id("calm"), subject="The calm one")

STATEMENTS = (
    "'; DROP TABLE messages; --",
    '"; DELETE FROM messages; --',
    "x'); INSERT INTO messages DEFAULT VALUES; --",
    "' OR '1'='1",
    '" OR ""="',
    "%",
    "_",
    "a%' ESCAPE '\\",
    ":account",
    "?1",
    "$name",
    "NULL",
    "1; PRAGMA writable_schema=ON",
    "' UNION SELECT * FROM sqlite_master --",
    "\\'; ATTACH 'x' AS y; --",
    '{"$ref": "[]"}]',
    '\',["x"])--',
)


Shape = list[tuple[str, ...]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger lies that has one ordinary thread."""
    path = tmp_path / "ledger.sqlite3"
    with open_ledger(path, exclusive=True) as ledger:
        ledger.record("work", a_folder_read(NOW), [(Uid(1), CALM)])
    return path


def shape_of(path: Path) -> Shape:
    """All that was ever made in a database, once it has looked itself through."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return database.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


@pytest.mark.parametrize("statement", STATEMENTS)
def test_in_mail(path: Path, statement: str) -> None:
    """Subject, name, address, ids, clues, files, an invoice's number and what the mail says are told as they came."""
    before, anyone = shape_of(path), Address(name=statement, email=f"{statement}@client.example")
    asked = a_reply(ago(days=8), id=MessageId(statement), subject=statement, sender=anyone, signals=(statement,))
    sent = replace(
        a_sent(ago(days=6), answering=asked, subject=statement, to=(anyone,), cc=(ANNA,)),
        also_known_as=(MessageId(f"also {statement}"),), conversation=statement, encloses=True,
    )  # fmt: skip
    said = replace(asked, remarks=Remarks(language=statement, phones=(statement,), bounced=(statement,)))
    opened = replace(sent, files=(statement,))
    with open_ledger(path, exclusive=True) as ledger:
        ledger.record("work", a_folder_read(NOW), [(Uid(2), asked), (Uid(3), sent)])
        ledger.remark("work", said)
        [thread] = [each for each in ledger.threads("work") if len(each.messages) == 2]
        bill = an_invoice(
            None, thread=thread.id, number=statement, currency=statement, mail=sent.id, files=(statement,)
        )
        ledger.note_opened("work", opened, (bill,))

        kept = ledger.thread(thread.id)
        assert kept is not None
        assert kept.messages == (said, opened)
        assert [invoice.number for invoice in ledger.invoices("work")] == [statement]
        assert {m.id for m in ledger.correspondence("work", anyone.email, 9)} == {asked.id, sent.id}
        assert [each.messages for each in ledger.threads("work") if each.id != thread.id] == [(CALM,)]
    assert shape_of(path) == before


@pytest.mark.parametrize("statement", STATEMENTS)
def test_in_names(path: Path, statement: str) -> None:
    """An account, a folder, a plan, a problem may be called so."""
    before, folder = shape_of(path), replace(a_folder_read(NOW, problem=statement), folder=statement)
    with open_ledger(path, exclusive=True) as ledger:
        ledger.record(statement, folder, [(Uid(1), a_reply(ago(days=3)))])
        ledger.note_problem(statement, statement, NOW)
        [thread] = ledger.threads(statement)
        ledger.order(thread.id, Order(kind=OrderKind.PLAN, at=NOW, plan=statement))

        assert set(ledger.accounts()) == {"work", statement}
        assert ledger.evidence(statement) == (folder,)
        assert ledger.problem(statement) == statement
        assert [order.plan for thread in ledger.threads(statement) for order in thread.orders] == [statement]
        ledger.forget_folder(statement, statement)
        assert ledger.evidence(statement) == ()
        assert [thread.messages for thread in ledger.threads("work")] == [(CALM,)]
    assert shape_of(path) == before


@pytest.mark.parametrize("statement", STATEMENTS)
def test_in_questions(path: Path, statement: str) -> None:
    """It finds nothing: there's nothing that is called so, and it stands for nothing else."""
    with open_ledger(path, exclusive=False) as ledger:
        assert ledger.find(statement) == ()
        assert ledger.thread(ThreadId(statement)) is None
        assert ledger.correspondence("work", statement, 9) == ()
        assert ledger.places_of("work", MessageId(statement)) == ()
        assert tuple(ledger.threads(statement)) == ()
        assert ledger.invoices(statement) == ()

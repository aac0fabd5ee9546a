"""What SQLite looks through: never a table that grows with the mailbox, but for what it was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, event

from crickets.domain.calendar import Day
from crickets.domain.mailbox import Uid
from crickets.ledger import SqlLedger, ledger_in_memory
from crickets.ledger.tables import METADATA
from tests.builders import NOW, a_folder_read, a_reply, ago, an_id

GROWING = frozenset(
    "messages threads former_names placements keys links_offered links_sought people acquaintances".split()
)

NOTHING_NEW: dict[str, Callable[[SqlLedger], object]] = {
    "how far it was read": lambda ledger: ledger.evidence("work"),
    "how well it is known": lambda ledger: ledger.standing("work"),
    "when it was first read": lambda ledger: ledger.first_read_at("work"),
    "a folder read on": lambda ledger: ledger.record("work", a_folder_read(NOW), ()),
    "folders that weren't opened": lambda ledger: ledger.note_unmoved("work", ledger.evidence("work"), NOW),
    "how many were read": lambda ledger: ledger.number_read("work", "Sent"),
    "all folders read": lambda ledger: ledger.complete("work", NOW),
    "a problem": lambda ledger: ledger.note_problem("work", "", NOW),
    "which problem": lambda ledger: ledger.problem("work"),
    "clocks": lambda ledger: ledger.mend_stamps("work", NOW),
    "drafts under way": lambda ledger: tuple(ledger.unsettled("work")),
    "drafts that aren't seen": lambda ledger: tuple(ledger.unsettled("work", unseen=True)),
    "notices sent": lambda ledger: tuple(ledger.asking("work")),
    "what lies in Drafts": lambda ledger: ledger.drafts_listing("work"),
    "what was laid": lambda ledger: ledger.laid_on(Day(date=NOW.date(), begins=NOW)),
    "files": lambda ledger: ledger.unopened("work", NOW),
    "invoices": lambda ledger: ledger.invoices("work"),
    "orders": lambda ledger: ledger.orders_given(),
    "control folders": lambda ledger: ledger.heeded("work"),
    "a control folder": lambda ledger: ledger.unheeded("work", "Stop", "Crickets/Stop"),
}
"""What a pass asks of the ledger where nothing is new."""


def a_later_mail(ledger: SqlLedger) -> None:
    """One that answers a known mail, one of unknown parents, and one that joins two threads."""
    answer = a_reply(NOW, id=an_id("x"), subject="Else", parents=(an_id("1"),))
    orphan = a_reply(NOW, id=an_id("y"), subject="Re: Subject 3", parents=(an_id("unknown"),))
    joining = a_reply(NOW, id=an_id("z"), subject="Else", parents=(an_id("4"), an_id("5")))
    ledger.record("work", a_folder_read(NOW), [(Uid(n), m) for n, m in enumerate((answer, orphan, joining), start=90)])


@pytest.fixture
def ledger() -> Iterator[SqlLedger]:
    """One that has read an account through."""
    with closing(ledger_in_memory()) as ledger:
        mails = [a_reply(ago(days=9, minutes=n), id=an_id(str(n)), subject=f"Subject {n}") for n in range(9)]
        ledger.record("work", a_folder_read(NOW), [(Uid(n), mail) for n, mail in enumerate(mails, start=1)])
        ledger.complete("work", NOW)
        yield ledger


@pytest.mark.parametrize("question", [*NOTHING_NEW.values(), a_later_mail], ids=[*NOTHING_NEW, "later mail"])
def test_a_pass(ledger: SqlLedger, question: Callable[[SqlLedger], object]) -> None:
    """It costs the same in a mailbox of any size."""
    with plans_of_sqlite() as plans:
        question(ledger)

    assert plans
    assert [step for plan in plans for step in plan if step.startswith("SCAN") and step.split()[1] in GROWING] == []


def test_what_belongs_to_a_row_that_goes() -> None:
    """An index begins with what names it: SQLite looks for it, as the row goes, to keep what is named from going."""
    going = {"threads", "folders", "listings"}
    found = {
        (table.name, key.parent.name): key.parent.name in _begin_of_indexes(table)
        for table in METADATA.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in going
    }

    assert ("messages", "thread") in found
    assert [each for each, is_found in found.items() if not is_found] == []


def _begin_of_indexes(table: Table) -> set[str]:
    return {table.primary_key.columns[0].name, *(index.columns[0].name for index in table.indexes)}


@contextmanager
def plans_of_sqlite() -> Iterator[list[tuple[str, ...]]]:
    """How each statement is carried out meanwhile, in SQLite's words."""
    plans: list[tuple[str, ...]] = []

    def explain(conn: Connection, statement: str, parameters: Sequence[Any], executemany: object, **_: object) -> None:
        driver = conn.connection.driver_connection
        assert driver is not None
        steps = driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters[0] if executemany else parameters)
        plans.append(tuple(step[3] for step in steps))

    event.listen(Engine, "before_cursor_execute", explain, named=True)
    try:
        yield plans
    finally:
        event.remove(Engine, "before_cursor_execute", explain)

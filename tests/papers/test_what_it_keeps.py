"""The page on what is kept, against the ledger's own tables and the files that there are."""

from __future__ import annotations

import re
from contextlib import closing

import pytest

from crickets.ledger.engine import Store
from crickets.ledger.migrate import migrate
from tests.papers.pages import page

PAGE = page("docs/what-it-keeps.md")
_, _, TABLES = PAGE.partition("\n## The ledger, table by table\n")
TOLD = dict(re.findall(r"(?ms)^### `(\w+)`$(.*?)(?=^### |\Z)", TABLES))


def _columns() -> dict[str, set[str]]:
    """Each table of a new ledger with its columns, as SQLite has them."""
    with closing(Store(None)) as store:
        migrate(store)
        with store.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'"
            ).all()
    columns: dict[str, set[str]] = {}
    for table, column in rows:
        columns.setdefault(table, set()).add(column)
    return columns


COLUMNS = _columns()


def test_the_tables() -> None:
    """Every one has its words, and none is told that isn't there."""
    assert TOLD.keys() == COLUMNS.keys()


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_the_columns(table: str) -> None:
    """Every one of a table is named under it, and none that isn't its own."""
    named = set(re.findall(r"`(\w+)`", TOLD[table]))

    assert named == COLUMNS[table]

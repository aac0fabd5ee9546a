"""
Writing many rows by one statement.

Knows how SQLAlchemy would put it to the driver, and puts it so: the statement is worded once, and each row goes down as
a tuple. SQLAlchemy's own way takes more time over a row of five numbers than SQLite does to keep it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ClauseElement, Connection, Dialect, Insert
from sqlalchemy.sql.compiler import SQLCompiler

from crickets.ledger.packing import Values

_CACHED = 64
"""How many statements are kept worded: there are a dozen, made once each."""


_Tuple = tuple[Any, ...]


class _Worded(NamedTuple):
    """A statement in SQLite's words, the names that go into its places, and what makes of a value what SQLite holds."""

    sql: str
    columns: tuple[str, ...]
    made: tuple[tuple[int, Callable[[Any], Any]], ...]


def in_bulk(connection: Connection, statement: ClauseElement, rows: Sequence[Values]) -> None:
    """Carry a statement out for each row, in one call; for none, not at all. All rows name the same columns."""
    if rows:
        worded = _worded(statement, frozenset(rows[0]), connection.dialect)
        connection.exec_driver_sql(worded.sql, [_tuple(row, worded) for row in rows])


def tuples_in_bulk(connection: Connection, statement: ClauseElement, columns: str, rows: Sequence[_Tuple]) -> None:
    """
    The same for rows that hold these columns, the table's order kept, just as SQLite does.

    They go in by their keys: what is hashed would else lead to and fro between pages that no cache holds together.
    """
    if rows:
        named = tuple(columns.split())
        worded = _worded(statement, frozenset(named), connection.dialect)
        assert worded.columns == named
        connection.exec_driver_sql(worded.sql, sorted(rows))


def _tuple(row: Values, worded: _Worded) -> _Tuple:
    values = [row[name] for name in worded.columns]
    for position, make in worded.made:
        values[position] = make(values[position])
    return tuple(values)


@lru_cache(maxsize=_CACHED)
def _worded(statement: ClauseElement, columns: frozenset[str], dialect: Dialect) -> _Worded:
    named = sorted(columns) if isinstance(statement, Insert) else None  # any other says itself what it sets
    compiled = statement.compile(dialect=dialect, column_keys=named)
    assert isinstance(compiled, SQLCompiler)
    assert compiled.positiontup is not None
    types = (compiled.binds[name].type.dialect_impl(dialect) for name in compiled.positiontup)
    makers = ((n, each.bind_processor(dialect)) for n, each in enumerate(types))
    return _Worded(
        sql=str(compiled),
        columns=tuple(compiled.positiontup),
        made=tuple((n, make) for n, make in makers if make is not None),
    )

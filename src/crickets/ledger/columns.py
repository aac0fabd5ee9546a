"""
How the ledger's columns hold what SQLite has no type for.

Knows SQLAlchemy's types; must not know any table.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class UtcDateTime(TypeDecorator[datetime]):
    """
    A moment, in microseconds since 1970: aware going in, aware and in UTC coming out.

    SQLAlchemy's own DateTime drops the offset on SQLite without a word. A naive moment is a mistake of ours, and
    told as a `ValueError`.
    """

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """The moment as a number."""
        return None if value is None else as_number(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """The moment again."""
        return None if value is None else as_moment(value)


class Day(TypeDecorator[date]):
    """A calendar day as ISO 8601 text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """The day as text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """The day again."""
        return None if value is None else date.fromisoformat(value)


def as_number(moment: datetime) -> int:
    """An aware moment in microseconds since 1970; exact, where a timestamp's float is not."""
    if moment.utcoffset() is None:
        raise ValueError(f"a moment without a zone: {moment!r}")
    return (moment - _EPOCH) // MICROSECOND


def as_moment(number: int) -> datetime:
    """The moment again, in UTC."""
    return _EPOCH + timedelta(microseconds=number)

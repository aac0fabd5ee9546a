"""Moments in and out of a column."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, StaticPool, Table, create_engine, insert, select
from sqlalchemy.exc import StatementError

from crickets.ledger.columns import UtcDateTime

TABLE = Table("moments", MetaData(), Column("at", UtcDateTime))


def through(*moments: datetime | None) -> list[datetime | None]:
    """The moments as SQLite gives them back, in its order."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        TABLE.create(connection)
        connection.execute(insert(TABLE), [{"at": moment} for moment in moments])
        found = list(connection.execute(select(TABLE.c.at).order_by(TABLE.c.at)).scalars())
    engine.dispose()
    return found


@given(st.datetimes(timezones=st.just(UTC)))
def test_any_moment(moment: datetime) -> None:
    """It comes back to the microsecond, in UTC."""
    [found] = through(moment)

    assert (found, found and found.tzinfo) == (moment, UTC)


def test_moments_in_several_zones() -> None:
    """They're sorted by time, not by the clock on the wall, and come back in UTC."""
    noon = datetime(2026, 6, 17, 12, tzinfo=UTC)
    in_rome = datetime(2026, 6, 17, 13, tzinfo=timezone(timedelta(hours=2)))

    assert [str(moment) for moment in through(noon, in_rome)] == [
        "2026-06-17 11:00:00+00:00",
        "2026-06-17 12:00:00+00:00",
    ]


def test_no_moment() -> None:
    """Nothing stays nothing."""
    assert through(None) == [None]


def test_a_moment_without_a_zone() -> None:
    """It's refused: whose clock would it be?"""
    with pytest.raises(StatementError, match="a moment without a zone"):
        through(datetime(2026, 6, 17, 12))  # noqa: DTZ001

"""How long a thread is to rest, as its owner puts it."""

from __future__ import annotations

from datetime import date

import pytest

from crickets.cli.until import NoSuchDay, day_named

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("tomorrow", date(2026, 11, 22)),
        ("1 day", date(2026, 11, 22)),
        ("3 days", date(2026, 11, 24)),
        ("  2  Weeks ", date(2026, 12, 5)),
        ("a week", date(2026, 11, 28)),
        ("in 2 weeks", date(2026, 12, 5)),
        ("1 month", date(2026, 12, 21)),
        ("friday", date(2026, 11, 27)),
        ("fri", date(2026, 11, 27)),
        ("next monday", date(2026, 11, 23)),
        ("saturday", date(2026, 11, 28)),
    ],
)
def test_a_day_to_come(said: str, meant: date) -> None:
    """Dates, spans and weekdays are understood; a weekday is the first one after today."""
    assert day_named(said, SATURDAY) == meant


def test_a_month_that_is_shorter() -> None:
    """A month after the 31st is the last day of the next month."""
    assert day_named("1 month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "said",
    [
        "2026-11-21",
        "2020-01-01",
        "0 days",
        "yesterday",
        "",
        "t",
        "soon",
        "2026-13-01",
        "9999 weeks",
        "9999 months",
        "-3 days",
    ],
)
def test_a_day_that_is_none(said: str) -> None:
    """What is past, today, endless or no day at all is refused."""
    with pytest.raises(NoSuchDay):
        day_named(said, SATURDAY)

"""A hundred years in every run, some more on the wire, and proof that who watches them can tell what is wrong."""

from __future__ import annotations

import pytest

from tests.simulation.__main__ import a_year, main, table
from tests.simulation.year import Tally, Year

DECADES = range(10)
ON_THE_WIRE = range(6)


@pytest.mark.parametrize("decade", DECADES)
@pytest.mark.timeout(600)
def test_a_hundred_years(decade: int) -> None:
    """Ten times ten years full of faults break no promise, lose no step and miscount no day."""
    told = [a_year(f"ci.{decade * 10 + year}") for year in range(10)]

    assert [story for story in told if isinstance(story, str)] == []
    tally = sum((t for t in told if isinstance(t, Tally)), Tally(years=0))
    assert tally.laid > 0
    assert tally.faults.total() >= 85 * tally.years


@pytest.mark.parametrize("year", ON_THE_WIRE)
@pytest.mark.timeout(300)
def test_a_year_on_the_wire(year: int) -> None:
    """With the real adapter, command by command, as little is broken."""
    told = a_year(f"wire.{year}", wire=True)

    assert isinstance(told, Tally), told
    assert told.faults.total() > 0


def test_the_same_seed() -> None:
    """A year is lived again just as it was."""
    once, again = Year("again.1", days=120), Year("again.1", days=120)

    assert (once.live(), once.story.lines) == (again.live(), again.story.lines)


def test_without_faults() -> None:
    """In a year in which nothing goes wrong, every pass can be compared."""
    tally = Year("calm.1", faults=False).live()

    assert tally.faults.total() == 0
    assert tally.good == tally.passes


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """It prints its table."""
    assert main(["--years", "2", "--seed", "command"]) == 0
    assert "| mailbox-years | 2 |" in capsys.readouterr().out


def test_the_table() -> None:
    """Figures are read at a glance."""
    assert "| mailbox-years | 1,000 |" in table(Tally(years=1000), 60.0)

"""The part of `make bench` that runs a daemon, with few accounts: it runs, and its rows are full."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.speed.agency import Agency
from benchmarks.speed.rows import agency_rows, agency_table
from tests.servers import home as homes
from tests.servers.server import Unavailable


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a server may look into who has given root up."""
    home = homes.new_home("bench")
    yield home
    homes.remove(home)


def test_three_accounts(folder: Path) -> None:
    """Each figure is there; a line that is watched takes one thread, mail is decided on and a draft goes."""
    try:
        found = Agency(folder=folder, accounts=3, idle=0.1, mails=2).measured()
    except Unavailable as why:
        pytest.skip(str(why))

    assert (found.alone.threads, found.many.threads) == (3, 5)
    assert [len(told.waits) for told in (found.decided, found.gone)] == [2, 2]
    assert 0 < found.decided.median < found.gone.median
    rows = agency_rows(found, 3)
    assert [row[1] for row in rows][:3] == [
        "a daemon of 1 account",
        "a daemon of 3 accounts, begun",
        "a daemon of 3 accounts, idle",
    ]
    assert "5 threads" in str(agency_table("three", rows))


def test_one_that_did_not_come_to_an_end() -> None:
    """Its row says why."""
    [row] = agency_rows("no watch.began", 200)

    assert row[1] == "a daemon of 200 accounts"
    assert row[-1] == "no watch.began"

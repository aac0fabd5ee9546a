"""What is counted of the daemon's life."""

from __future__ import annotations

from contextlib import suppress

import pytest

from crickets.errors import Transient
from crickets.service.clock import system_clock
from crickets.service.outcome import Deed, Outcome
from crickets.service.tally import Counted, Line, Result, Tally
from tests.service.fakes import FakeSession
from tests.service.test_worker import a_deed


def fail() -> None:
    """A pass that comes to nothing."""
    raise Transient("the connection broke", remedy="Later.")


def test_passes() -> None:
    """Each is counted by how it ended; the last good one by when."""
    tally, session = Tally(system_clock), FakeSession()
    counted = Counted(session, tally)

    counted.look()
    first = tally.of("work")
    session.act = fail
    with pytest.raises(Transient):
        counted.look()

    assert (first.last, tally.of("work").last) == (Result.GOOD, Result.FAILED)
    assert tally.of("work").passes == {Result.GOOD: 1, Result.FAILED: 1}
    assert tally.of("work").last_good_at == first.last_good_at
    assert tally.of("work").seconds >= first.seconds >= 0
    assert tally.of("home").passes == {}


def test_a_pass_in_doubt() -> None:
    """One that came to its end, and can't be relied on, is no good one."""

    class Doubtful(FakeSession):
        def look(self) -> Outcome:
            return Outcome(account=self.account, at=system_clock(), doubts=("INBOX: not yet read to its end",))

    tally = Tally(system_clock)
    Counted(Doubtful(), tally).look()

    assert tally.of("work").last is Result.DOUBTFUL
    assert tally.of("work").last_good_at is None


def test_told_to_end() -> None:
    """A pass that is cut short by the daemon's end, or a reload, is no failure."""
    tally, session = Tally(system_clock), FakeSession(act=fail)
    counted = Counted(session, tally)
    counted.interrupt()
    with suppress(Transient):
        counted.look()

    assert tally.of("work").passes == {}
    assert session.interrupted.is_set()


def test_deeds() -> None:
    """Each counts once, whether the pass went well or not: by the one way by which all come."""
    tally = Tally(system_clock)
    counted = Counted(FakeSession(done=(a_deed(Deed.LAID), a_deed(Deed.SENT), a_deed(Deed.LAID))), tally)

    counted.look()
    counted.hand_over()
    counted.close()

    assert tally.of("work").drafts == {Deed.LAID: 2, Deed.SENT: 1}


def test_connections() -> None:
    """One that could be opened counts; none that couldn't, or wasn't wanted."""
    tally = Tally(system_clock)

    tally.counted("work", Line.MAIL, object)()
    tally.counted("work", Line.WATCH, lambda: None)()
    with pytest.raises(Transient):
        tally.counted("work", Line.MAIL, fail)()

    assert tally.of("work").connections == {Line.MAIL: 1, Line.WATCH: 0}


def test_a_record_is_a_copy() -> None:
    """Who has asked for one keeps it as it was."""
    tally = Tally(system_clock)
    before = tally.of("work")
    tally.passed("work", Result.GOOD, 1.0)

    assert (before.passes, before.seconds) == ({}, 0.0)

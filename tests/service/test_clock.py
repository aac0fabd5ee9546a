"""Time that passes, and clocks that are set: what falls due is laid when it's due, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.servers.recorder import Recorder
from tests.servers.server import ImapServer
from tests.service.running import Running, running
from tests.service.stage import Stage, a_silence

SOON = 12.0
"""Seconds: twice the time within which the daemon looks at the clock, and a pass."""

DAY = 86_400.0
A_MOMENT = 12.0
"""Seconds before a step falls due; by then the jump that brought us there must have been seen."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Of the daemon's clock."""

    file: Path

    def set_ahead(self, seconds: float) -> None:
        """Let it be so many seconds ahead of the machine's, from one moment to the next."""
        new = self.file.with_suffix(".new")
        new.write_text(str(seconds), encoding="ascii")
        new.replace(self.file)


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    """A clock that shows the machine's time."""
    made = Hands(tmp_path / "ahead")
    made.set_ahead(0)
    return made


@contextmanager
def a_daemon(stage: Stage, hands: Hands) -> Iterator[Running]:
    """The daemon that goes by these hands."""
    config = stage.write_config()
    with running("-m", "tests.service.with_a_clock", config, hands.file, environment=stage.environment) as daemon:
        yield daemon
    assert daemon.traces() == ()


def at_rest(daemon: Running) -> int:
    """How many passes there were once it watches and waits."""
    daemon.hear("watch.began")
    daemon.hear("pass.ended")
    return len(daemon.heard("pass.ended"))


def test_a_step_falls_due(stage: Stage, dovecot_sdbox: ImapServer, hands: Hands) -> None:
    """The daemon looks at that moment, though nothing moves and no poll is near."""
    box = stage.add(dovecot_sdbox, poll_every="10 hours")
    a_silence(box, days=3)
    with a_daemon(stage, hands) as daemon:
        at_rest(daemon)
        due = dt.datetime.fromisoformat(daemon.heard("pass.ended")[-1].fields["next_at"])
        hands.set_ahead((due - dt.datetime.now(dt.UTC)).total_seconds() - A_MOMENT)
        daemon.hear("pass.ended", within=SOON)
        assert box.drafts == ()
        daemon.hear("draft.appended", within=A_MOMENT + SOON)
        daemon.end()

    assert len(box.drafts) == 1


@pytest.mark.parametrize("poll_every", ["10 hours", "1 hour"], ids=["no poll missed", "many polls missed"])
def test_the_machine_has_slept(stage: Stage, dovecot_sdbox: ImapServer, hands: Hands, poll_every: str) -> None:
    """What fell due meanwhile is laid soon after; all that was missed is one reason to look, no more."""
    box = stage.add(dovecot_sdbox, poll_every=poll_every)
    a_silence(box, days=3)
    with a_daemon(stage, hands) as daemon:
        before = at_rest(daemon)
        hands.set_ahead(3 * DAY)
        daemon.hear("clock.jumped", within=SOON)
        daemon.hear("draft.appended", within=SOON)
        daemon.hear("pass.ended", within=SOON)
        daemon.end()

    assert len(daemon.heard("pass.ended")) == before + 1
    assert len(box.drafts) == 1


def test_a_week_asleep(stage: Stage, recorder: Recorder, dovecot_sdbox: ImapServer, hands: Hands) -> None:
    """
    Twenty clients fell due, and the lines have died: one look, and a day's fill of drafts; the rest on the next day.

    The watch has its new line before that look, which is so the one for the sleep, the polls and the line.
    """
    stage.cap = 5
    box = stage.add(dovecot_sdbox, via=recorder, poll_every="1 hour")
    for n in range(20):
        a_silence(box, days=3, client=f"Client {n} <c{n}@client.example>", subject=f"Offer {n}")
    with a_daemon(stage, hands) as daemon:
        before = at_rest(daemon)
        for woken in (1, 2):
            recorder.drop()
            hands.set_ahead((6 + woken) * DAY)
            for event in ("clock.jumped", "watch.began", "pass.ended"):
                daemon.hear(event, within=SOON)
            assert len(daemon.heard("pass.ended")) == before + woken
            assert len(box.drafts) == 5 * woken
        daemon.end()

    assert len({draft.mail.subject for draft in box.drafts}) == 10


def test_the_clock_is_set_back(stage: Stage, dovecot_sdbox: ImapServer, hands: Hands) -> None:
    """The daemon goes on looking; polls and signs of life count real time."""
    box = stage.add(dovecot_sdbox, poll_every="2 seconds")
    a_silence(box, days=3)
    with a_daemon(stage, hands) as daemon:
        at_rest(daemon)
        hands.set_ahead(-2 * DAY)
        daemon.hear("clock.jumped", within=SOON)
        for _ in range(3):
            daemon.hear("pass.ended", within=SOON)
        daemon.end()

    assert len(box.drafts) == 0

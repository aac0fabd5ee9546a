"""
A whole day of the daemon's life, by a clock that goes from hour to hour: what goes wrong in it, and what comes of it.

Real Dovecot, real SMTP, a process for the daemon; whoever puts mail into the mailbox does so behind its back.
"""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.notify.sockets import Ear, an_ear_in_a_file
from tests.servers.dovecot import Dovecot
from tests.servers.faults import SOUND, Fault
from tests.servers.mail import Mail, a_message, a_reply
from tests.servers.mailbox import OwnersMailbox
from tests.servers.recorder import Recorder
from tests.servers.server import PASSWORD, Unavailable
from tests.servers.smtp import Smtp
from tests.service.running import Event, Running, running
from tests.service.stage import ME, Stage

SOON = 15.0
"""Seconds: some pulses, and a pass."""

ONCE_MORE = 120.0
"""Seconds: the pauses after the first failures in a row, and a pass."""

ANNA, BRUNO, CARLA = (f"{name} <{name.lower()}@client.example>" for name in ("Anna", "Bruno", "Carla"))
_WRONG = '\n[trak]\nsince = "1 day"\n'


@dataclass(slots=True)
class Day:
    """A day that is yet to come, in the owner's zone, and the clock that shows it."""

    file: Path
    midnight: dt.datetime = field(init=False)

    def __post_init__(self) -> None:
        in_two_days = dt.datetime.now(ZoneInfo("Europe/Rome")) + dt.timedelta(days=2)
        self.midnight = in_two_days.replace(hour=0, minute=0, second=0, microsecond=0)

    def at(self, clock: str, *, days: int = 0) -> dt.datetime:
        """A time of this day, or of one so many days later."""
        hour, minute = map(int, clock.split(":"))
        return (self.midnight + dt.timedelta(days=days)).replace(hour=hour, minute=minute)

    def set_to(self, clock: str, *, days: int = 0) -> None:
        """Let the daemon's clock show that."""
        new = self.file.with_suffix(".new")
        new.write_text(str((self.at(clock, days=days) - dt.datetime.now(dt.UTC)).total_seconds()), encoding="ascii")
        new.replace(self.file)


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """The day."""
    return Day(tmp_path / "ahead")


@pytest.fixture
def server() -> Iterator[Dovecot]:
    """A Dovecot that may be started anew."""
    try:
        made = Dovecot()
    except Unavailable as missing:
        pytest.skip(str(missing))
    yield made
    made.stop()


def offered(box: OwnersMailbox, day: Day, client: str, *, days: int) -> Mail:
    """Dana wrote to a client so many days before this one, who has been quiet since."""
    about = f"The offer for {client.split(maxsplit=1)[0]}"
    asked = a_message(sender=client, to=ME, at=day.at("10:00", days=-days - 1), subject=about)
    offer = a_message(sender=ME, to=client, at=day.at("10:00", days=-days), reply_to=asked)
    box.put("INBOX", asked, flags=["\\Seen"])
    box.put("Sent", offer, flags=["\\Seen"])
    return offer


def a_digest(smtp: Smtp) -> str:
    """The config's word on it."""
    return (
        f'\n[digest]\nby = "smtp"\nat = "09:00"\n[smtp]\nhost = "localhost"\nport = {smtp.port}\n'
        f'username = "dana@studio.example"\npassword_env = "SMTP_PASSWORD"\ntls_ca_file = "{smtp.ca_file}"\n'
    )


@dataclass(slots=True, kw_only=True)
class Life:
    """Of a daemon in the middle of this."""

    stage: Stage
    server: Dovecot
    recorder: Recorder
    box: OwnersMailbox
    day: Day
    ear: Ear
    daemon: Running

    def comes_to(self, clock: str, *, days: int = 0) -> None:
        """Set the clock, and return once the daemon has seen it, has a new line (as after a sleep), and has looked."""
        with self.hearing("clock.jumped", "watch.began", "pass.ended", within=ONCE_MORE):
            self.day.set_to(clock, days=days)

    @contextmanager
    def hearing(self, *events: str, within: float = SOON) -> Iterator[None]:
        """Leave once the daemon has told of these, one after the other, since it was entered."""
        before = len(self.daemon.log)
        yield
        self.daemon.wait_for(lambda: _told(self.daemon.log[before:], events), within)

    def has_drafts_for(self, *clients: str, within: float = SOON) -> None:
        """Return once there lie drafts for these clients, and for nobody else."""
        wanted = sorted(client.split(maxsplit=1)[0] for client in clients)
        self.daemon.wait_for(lambda: self._drafts == wanted, within)

    @property
    def _drafts(self) -> list[str]:
        return sorted(draft.mail.header("To").split(maxsplit=1)[0] for draft in self.box.drafts)

    @property
    def open_files(self) -> int:
        """How many the process has."""
        return sum(1 for _ in Path(f"/proc/{self.daemon.process.pid}/fd").iterdir())


def _told(log: Sequence[Event], names: Sequence[str]) -> bool:
    """Whether there are such events, one after the other."""
    told = iter(log)
    return all(any(event.matches(name, {}) for event in told) for name in names)


@contextmanager
def a_life(stage: Stage, server: Dovecot, recorder: Recorder, box: OwnersMailbox, day: Day) -> Iterator[Life]:
    """The daemon that goes by this day's clock, under a service manager that wants a sign of life each second."""
    with an_ear_in_a_file() as ear:
        told = {"NOTIFY_SOCKET": ear.address, "WATCHDOG_USEC": "2000000", "SMTP_PASSWORD": PASSWORD}
        program = ("-m", "tests.service.with_a_clock", stage.write_config(), day.file)
        with running(*program, environment={**stage.environment, **told}) as daemon:
            daemon.hear("watch.began")
            daemon.hear("pass.ended")
            yield Life(stage=stage, server=server, recorder=recorder, box=box, day=day, ear=ear, daemon=daemon)
    assert daemon.traces() == (), daemon.text


@pytest.mark.timeout(400)
def test_a_day(stage: Stage, server: Dovecot, day: Day) -> None:
    """A dropped line, a restart, six hours without a network, a wrong config, an end amid a pass: nothing is lost."""
    recorder, stage.draft_at = Recorder(server), "08:30"
    box = stage.add(server, via=recorder)
    offered(box, day, ANNA, days=5)
    to_bruno = offered(box, day, BRUNO, days=5)
    offered(box, day, CARLA, days=4)
    with Smtp() as smtp:
        stage.extra = a_digest(smtp)
        day.set_to("00:10")
        with a_life(stage, server, recorder, box, day) as life:
            the_night(life)
            the_hour_for_drafts(life)
            the_server_is_started_anew(life)
            six_hours_without_a_network(life, a_reply(to_bruno, at=day.at("15:10")))
            a_config_that_has_become_wrong(life)
            the_end_in_the_middle_of_a_pass(life)
        assert len(smtp.taken) == 1

        day.set_to("21:00")
        with a_life(stage, server, recorder, box, day) as life:
            life.has_drafts_for(ANNA)
            the_next_morning(life)
        assert len(smtp.taken) == 2
    recorder.stop()
    assert stage.problems() == {"work": ""}
    stage.assert_ledger_is_sound()


def the_night(life: Life) -> None:
    """An IDLE breaks, and is begun anew; it is no hour for drafts."""
    life.comes_to("03:00")
    with life.hearing("watch.broke", "watch.began", within=ONCE_MORE):
        life.recorder.drop()
    life.has_drafts_for()


def the_hour_for_drafts(life: Life) -> None:
    """Two fall due; and half an hour later there is something to tell."""
    life.comes_to("08:31")
    life.has_drafts_for(ANNA, BRUNO)
    with life.hearing("digest.sent"):
        life.comes_to("09:01")


def the_server_is_started_anew(life: Life) -> None:
    """All lines break, and there is nobody for a moment."""
    with life.hearing("watch.broke", "watch.began", "pass.ended", within=ONCE_MORE):
        life.server.restart()


def six_hours_without_a_network(life: Life, answer: Mail) -> None:
    """An answer comes meanwhile, and its draft goes once it can be seen; the service manager needn't step in."""
    life.comes_to("12:00")
    before = life.open_files
    with life.hearing("watch.broke"):
        life.recorder.fault = Fault(after_server_bytes=0, lasting=True)
        life.recorder.drop()
    with life.hearing("clock.jumped"):
        life.day.set_to("15:00")
    life.box.put("INBOX", answer)
    with life.hearing("clock.jumped"), life.hearing("pass.failed", within=ONCE_MORE):
        life.day.set_to("18:00")
    life.ear.hear_for(0.05)
    assert "WATCHDOG=1" in life.ear.hear_for(3)
    with life.hearing("watch.began", within=120):
        life.recorder.fault = SOUND
        life.has_drafts_for(ANNA, within=120)
    life.daemon.wait_for(lambda: life.open_files <= before)


def a_config_that_has_become_wrong(life: Life) -> None:
    """The old one goes on."""
    life.comes_to("19:00")
    life.stage.write_config(life.stage.extra + _WRONG)
    with life.hearing("config.refused"):
        life.daemon.send(signal.SIGHUP)
    assert "trak" in life.daemon.heard("config.refused")[0].line
    life.stage.write_config()


def the_end_in_the_middle_of_a_pass(life: Life) -> None:
    """It's in time, and in peace."""
    life.comes_to("20:00")
    life.recorder.forget()
    life.recorder.fault = Fault(delay=0.4)
    life.box.put("INBOX", a_message(sender="Emil <emil@elsewhere.example>", at=life.day.at("20:01")))
    life.daemon.wait_for(lambda: {verb for verb, _ in life.recorder.commands} & {"STATUS", "EXAMINE", "LIST"}, SOON)
    ended_well(life)
    life.recorder.fault = SOUND


def the_next_morning(life: Life) -> None:
    """What fell due is laid, and there is another digest; the draft of the day before was no reason for a second."""
    life.comes_to("08:31", days=1)
    life.has_drafts_for(ANNA, CARLA)
    with life.hearing("digest.sent"):
        life.comes_to("09:01", days=1)
    ended_well(life)


def ended_well(life: Life) -> None:
    """It ended in time, with success."""
    assert life.daemon.end() < 5
    assert life.daemon.code() == 0

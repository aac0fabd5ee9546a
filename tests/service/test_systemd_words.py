"""What systemd hears from the daemon, on a real NOTIFY_SOCKET."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from time import monotonic

import pytest

from tests.notify.sockets import Ear, an_ear_in_a_file, an_ear_without_a_file
from tests.servers.faults import Fault
from tests.servers.mail import a_message
from tests.servers.recorder import Recorder
from tests.servers.server import ImapServer
from tests.service.stage import CLIENT, ME, Stage, a_silence, ago

PATIENCE = 30.0
A_LIFE_SIGN = "WATCHDOG=1"

AnEar = Callable[[], AbstractContextManager[Ear]]


@pytest.mark.parametrize("an_ear", [an_ear_in_a_file, an_ear_without_a_file], ids=["in a file", "abstract"])
def test_a_whole_life(stage: Stage, dovecot_sdbox: ImapServer, an_ear: AnEar) -> None:
    """READY after the first look, then what it found, and STOPPING when it's told to end."""
    a_silence(stage.add(dovecot_sdbox))
    with an_ear() as ear, stage.daemon(ear) as daemon:
        heard = ear.hear_until("READY=1", PATIENCE)
        daemon.hear("pass.ended")
        assert [word for word in heard if word.startswith("STATUS=")][-1].startswith("STATUS=work: 1 thread, read at ")
        daemon.hear("watch.began")
        daemon.end()
        assert ear.hear_until("STOPPING=1", 1)
        assert ear.hear_for(0.1) == ()


def test_a_server_that_says_nothing(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """READY comes all the same, after twenty seconds; until then there are signs of life."""
    stage.add(dovecot_sdbox, via=recorder)
    recorder.fault = Fault(black_hole=True, lasting=True)
    with an_ear_in_a_file() as ear, stage.daemon(ear, WATCHDOG_USEC="2000000") as daemon:
        ear.hear_until(A_LIFE_SIGN, PATIENCE)
        began = monotonic()
        heard = ear.hear_until("READY=1", PATIENCE)
        assert monotonic() - began > 19
        assert len([word for word in heard if word == A_LIFE_SIGN]) >= 15
        assert daemon.heard("pass.ended") == ()
        daemon.end()


def test_a_long_first_reading(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """There are signs of life all through it, and READY comes after it."""
    box = stage.add(dovecot_sdbox, via=recorder)
    for day in range(30):
        box.put("INBOX", a_message(sender=CLIENT, to=ME, at=ago(day + 1)))
    recorder.fault = Fault(delay=0.05, lasting=True)
    with an_ear_in_a_file() as ear, stage.daemon(ear, WATCHDOG_USEC="400000") as daemon:
        heard = ear.hear_until("READY=1", PATIENCE)
        daemon.hear("pass.ended", within=1)  # it has been written, if not yet been read
        assert len([word for word in heard if word == A_LIFE_SIGN]) >= 5
        daemon.end()


def test_a_reload(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """RELOADING with the moment, then READY again; so with a config that is refused, as the status goes on telling."""
    box = stage.add(dovecot_sdbox)
    with an_ear_in_a_file() as ear, stage.daemon(ear) as daemon:
        heard = ear.hear_until("READY=1", PATIENCE)
        for extra in ("", "[nonsense]\n"):
            stage.write_config(extra)
            before = monotonic()
            daemon.send(signal.SIGHUP)
            heard = ear.hear_until("READY=1", PATIENCE)
            [reloading] = [word for word in heard if word.startswith("RELOADING=1\nMONOTONIC_USEC=")]
            assert before <= int(reloading.rpartition("=")[2]) / 1e6 <= monotonic()
        assert heard[-2].startswith("STATUS=config refused, the old config goes on: ")
        assert "nonsense" in heard[-2]
        a_silence(box)
        while "work: 1 thread, read at " not in (status := ear.hear(PATIENCE)):
            pass
        assert status.startswith("STATUS=config refused, the old config goes on: ")
        stage.write_config("")
        daemon.send(signal.SIGHUP)
        heard = ear.hear_until("READY=1", PATIENCE)
        assert [word for word in heard if word.startswith("STATUS=")][-1].startswith("STATUS=work: ")
        daemon.end()


def test_a_config_that_is_wrong(stage: Stage) -> None:
    """READY never comes; the exit code keeps systemd from trying again."""
    with an_ear_in_a_file() as ear:
        stage.extra = "[nonsense]\n"
        with stage.daemon(ear) as daemon:
            assert daemon.code() == 78
        assert ear.hear_for(0.1) == ()
    assert "nonsense" in daemon.text

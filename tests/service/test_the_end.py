"""The daemon ends within seconds, in peace, whatever it is about when it's told to."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crickets.ledger import open_ledger
from tests.servers.faults import Fault
from tests.servers.mail import a_message
from tests.servers.process import closed_port
from tests.servers.recorder import Recorder
from tests.servers.server import LOOPBACK, ImapServer
from tests.service.running import Running, running
from tests.service.stage import CLIENT, ME, Account, Stage, a_silence, ago

AT_ONCE = 5.0
SIGNALS = [signal.SIGTERM, signal.SIGINT]


def ended_well(daemon: Running, number: signal.Signals = signal.SIGTERM) -> None:
    """It ended in time, with success, and said so."""
    assert daemon.end(number) < AT_ONCE
    assert daemon.code() == 0
    assert len(daemon.heard("daemon.stopping")) == 1


@contextmanager
def a_silent_host() -> Iterator[int]:
    """A port on which connections are neither accepted nor refused: its queue of the waiting is full."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen(0)
        port: int = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.settimeout(0)
            each.connect_ex((LOOPBACK, port))
        yield port
        for each in waiting:
            each.close()


def being_connected_to(port: int) -> int:
    """How many connections to a port of this machine wait for its answer (proc(5), /proc/net/tcp)."""
    rows = (line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:])
    return sum(remote.endswith(f":{port:04X}") and state == "02" for _, _, remote, state, *_ in rows)


def away(port: int) -> Account:
    """An account whose server is at a port where there is none."""
    return Account(name="work", host=LOOPBACK, port=port, user="dana", password="nobody asks")


@pytest.mark.parametrize("number", SIGNALS)
def test_idle(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder, number: signal.Signals) -> None:
    """It logs out of both its lines."""
    a_silence(stage.add(dovecot_sdbox, via=recorder))
    with stage.daemon() as daemon:
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        daemon.wait_for(lambda: "IDLE" in {verb for verb, _ in recorder.commands})
        ended_well(daemon, number)

    assert [session[-1][0] for session in recorder.sessions if session] == ["LOGOUT", "LOGOUT"]
    stage.assert_ledger_is_sound()


@pytest.mark.parametrize("number", SIGNALS)
def test_in_the_middle_of_a_pass(
    stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder, number: signal.Signals
) -> None:
    """The pass is cut short, which is no problem of the account's."""
    a_silence(stage.add(dovecot_sdbox, via=recorder))
    recorder.fault = Fault(delay=0.4)
    with stage.daemon() as daemon:
        daemon.wait_for(lambda: "EXAMINE" in {verb for verb, _ in recorder.commands})
        ended_well(daemon, number)

    assert daemon.heard("pass.ended") == ()
    assert stage.problems().get("work", "") == ""
    stage.assert_ledger_is_sound()


@pytest.mark.parametrize("number", SIGNALS)
def test_a_server_that_accepts_and_says_nothing(
    stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder, number: signal.Signals
) -> None:
    """No greeting is waited for."""
    stage.add(dovecot_sdbox, via=recorder)
    recorder.fault = Fault(black_hole=True)
    with stage.daemon() as daemon:
        daemon.wait_for(lambda: recorder.sessions)
        ended_well(daemon, number)
    stage.assert_ledger_is_sound()


def test_a_host_that_swallows_packets(stage: Stage) -> None:
    """No connection is waited for."""
    with a_silent_host() as port:
        stage.accounts.append(away(port))
        with stage.daemon() as daemon:
            before = being_connected_to(port)
            daemon.wait_for(lambda: being_connected_to(port) > before)
            ended_well(daemon)
    stage.assert_ledger_is_sound()


@pytest.mark.parametrize("number", SIGNALS)
def test_after_a_failure(stage: Stage, number: signal.Signals) -> None:
    """The pause before the next try is not waited for."""
    with closed_port() as port:
        stage.accounts.append(away(port))
        with stage.daemon() as daemon:
            daemon.hear("pass.failed", level="warning")
            ended_well(daemon, number)

    assert "could not be reached" in stage.problems()["work"]
    stage.assert_ledger_is_sound()


def test_a_server_that_has_gone(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """Its line is dead, and nobody answers a new one."""
    box = stage.add(dovecot_sdbox, via=recorder)
    with stage.daemon() as daemon:
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        recorder.fault = Fault(after_server_bytes=0, lasting=True)
        box.put("INBOX", a_message(sender=CLIENT, to=ME, at=ago(0)))
        daemon.hear("watch.broke", kind="Transient")
        ended_well(daemon)
    stage.assert_ledger_is_sound()


def test_a_server_that_fell_silent(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """No goodbye is waited for."""
    stage.add(dovecot_sdbox, via=recorder)
    with stage.daemon() as daemon:
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        daemon.wait_for(lambda: "IDLE" in {verb for verb, _ in recorder.commands})
        recorder.fault = Fault(black_hole=True, lasting=True)
        ended_well(daemon)
    stage.assert_ledger_is_sound()


def test_while_another_has_the_ledger(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """The lock is not waited for."""
    stage.add(dovecot_sdbox)
    with open_ledger(stage.ledger, exclusive=True), stage.daemon() as daemon:
        daemon.hear("daemon.starting")
        ended_well(daemon)


def test_told_twice(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """Once is enough; the second signal disturbs nothing."""
    stage.add(dovecot_sdbox)
    with stage.daemon() as daemon:
        daemon.hear("watch.began")
        daemon.send(signal.SIGTERM)
        ended_well(daemon)


@pytest.mark.parametrize("number", SIGNALS)
def test_told_when_all_is_over(stage: Stage, dovecot_sdbox: ImapServer, number: signal.Signals) -> None:
    """The process has only to go: it ends as well as if nothing more had come."""
    stage.add(dovecot_sdbox)
    config = stage.write_config()
    with running("-m", "tests.service.told_once_more", config, environment=stage.environment) as daemon:
        daemon.hear("watch.began")
        ended_well(daemon, number)
    assert daemon.traces() == (), daemon.text


def test_many_accounts(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """They end all at once, not one after the other."""
    for number in range(4):
        stage.add(dovecot_sdbox, f"account{number}", via=recorder)
    recorder.fault = Fault(black_hole=True)
    with stage.daemon() as daemon:
        daemon.wait_for(lambda: len(recorder.sessions) == 4)
        ended_well(daemon)
    stage.assert_ledger_is_sound()

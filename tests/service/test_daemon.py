"""The daemon's start and its reload, where what makes its crew takes long, or fails."""

from __future__ import annotations

import asyncio
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from crickets.domain.words_given import WordsGiven
from crickets.errors import LedgerBusy
from crickets.notify.service_manager import ServiceManager
from crickets.service import log
from crickets.service.clock import system_clock
from crickets.service.crew import Crew
from crickets.service.daemon import Daemon
from tests.notify.sockets import Ear, an_ear_in_a_file

PATIENCE = 10.0


@pytest.fixture
def ear() -> Iterator[Ear]:
    """The service manager's."""
    with an_ear_in_a_file() as ear:
        yield ear


def a_crew(manager: ServiceManager) -> Crew:
    """One that has nothing to do."""
    return Crew(accounts=(), manager=manager, clock=system_clock, orders_given=WordsGiven)


def live(manager: ServiceManager, muster: Callable[[], Crew], story: Callable[[], None]) -> None:
    """A daemon's life, ended when the story, told in a thread beside it, is over."""

    async def both() -> None:
        daemon = Daemon(muster=muster, manager=manager, patience=timedelta(milliseconds=10))
        life = asyncio.create_task(daemon.run())
        try:
            await asyncio.to_thread(story)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            await life

    asyncio.run(both())


def test_a_start_that_takes_long(ear: Ear) -> None:
    """A large ledger is brought up to date: the manager is asked for time until it's done, and no more from then on."""
    manager, done = ServiceManager(address=ear.address), threading.Event()

    def muster() -> Crew:
        assert done.wait(PATIENCE)
        return a_crew(manager)

    def story() -> None:
        try:
            assert ear.hear(PATIENCE) == ear.hear(PATIENCE) == "EXTEND_TIMEOUT_USEC=30000"
        finally:
            done.set()
        ear.hear_until("READY=1", PATIENCE)
        assert ear.hear_for(0.1) == ()

    live(manager, muster, story)


def test_a_ledger_that_can_not_be_asked_on_a_reload(ear: Ear, capsys: pytest.CaptureFixture[str]) -> None:
    """The config isn't called wrong; all goes on as before, and the status says so until a reload succeeds."""
    log.set_up(verbose=False, colours=False)
    manager = ServiceManager(address=ear.address)
    ways = [a_crew, busy, a_crew]

    def story() -> None:
        ear.hear_until("READY=1", PATIENCE)
        os.kill(os.getpid(), signal.SIGHUP)
        assert ear.hear_until("READY=1", PATIENCE)[-2] == (
            "STATUS=reload failed, the old config goes on: The ledger is in use."
        )
        os.kill(os.getpid(), signal.SIGHUP)
        assert ear.hear_until("READY=1", PATIENCE)[-2] == "STATUS=reading the mail"

    live(manager, lambda: ways.pop(0)(manager), story)

    told = [line for line in capsys.readouterr().err.splitlines() if "level=error" in line]
    assert told == ['level=error event=reload.failed problem="The ledger is in use."']


def busy(manager: ServiceManager) -> Crew:
    """Another process has it for now."""
    raise LedgerBusy("The ledger is in use.", remedy="Try again.")


def test_a_terminal_that_is_closed() -> None:
    """SIGHUP reads the config anew as long as it's there; a closed one sends it too, and the daemon ends."""
    ours, theirs = os.openpty()
    crews: queue.Queue[None] = queue.Queue()

    def muster() -> Crew:
        crews.put(None)
        return a_crew(ServiceManager())

    def story() -> None:
        crews.get(timeout=PATIENCE)
        os.kill(os.getpid(), signal.SIGHUP)
        crews.get(timeout=PATIENCE)
        os.close(ours)
        os.kill(os.getpid(), signal.SIGHUP)

    async def both() -> None:
        daemon = Daemon(muster=muster, manager=ServiceManager(), on_terminal=lambda: os.isatty(theirs))
        life = asyncio.create_task(daemon.run())
        await asyncio.to_thread(story)
        async with asyncio.timeout(PATIENCE):
            await life

    asyncio.run(both())
    os.close(theirs)
    assert crews.empty()

"""When an account is looked at."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from crickets.domain.verdict import Reason, State, Verdict, Why
from crickets.domain.words_given import WordsGiven
from crickets.errors import LoginRefused, Transient
from crickets.notify.service_manager import ServiceManager
from crickets.service.clock import system_clock
from crickets.service.crew import Crew, Watched
from crickets.service.heartbeat import Heartbeat
from crickets.service.outcome import Deed, Done, Outcome
from crickets.service.threads import in_a_thread
from crickets.service.worker import STUCK_AFTER, Worker
from tests.builders import THREAD
from tests.notify.sockets import Ear, an_ear_in_a_file
from tests.service.fakes import PATIENCE, FakeSession, FakeWatch


class Told:
    """What the worker told of."""

    def __init__(self) -> None:
        self.learnt: asyncio.Queue[Outcome] = asyncio.Queue()
        self.failed: asyncio.Queue[timedelta] = asyncio.Queue()
        self.did: list[Done] = []


def a_deed(deed: Deed) -> Done:
    """Something done in a thread."""
    reason = Why(reason=Reason.DUE)
    return Done(deed=deed, verdict=Verdict(thread=THREAD, account="work", state=State.WAITING, reason=reason))


def living(
    session: FakeSession,
    story: Callable[[Worker, Told], Awaitable[None]],
    *,
    poll_every: timedelta = timedelta(hours=1),
    stuck_after: timedelta = STUCK_AFTER,
) -> None:
    """Let a worker live through a story, and then end."""

    async def main() -> None:
        told = Told()
        worker = Worker(
            session=session,
            heartbeat=Heartbeat(),
            poll_every=poll_every,
            learnt=told.learnt.put_nowait,
            did=told.did.extend,
            failed=told.failed.put_nowait,
            stuck_after=stuck_after,
        )
        life = asyncio.create_task(worker.run())
        async with asyncio.timeout(PATIENCE):
            await story(worker, told)
            life.cancel()
            await asyncio.wait((life,))

    asyncio.run(main())


def test_the_first_look() -> None:
    """It comes without being asked for; in the end it's logged out."""
    session = FakeSession()

    async def story(worker: Worker, told: Told) -> None:
        await told.learnt.get()
        await worker.well.wait()
        assert worker.looked.is_set()

    living(session, story)

    assert session.passes == 1
    assert session.closed.is_set()


def test_many_nudges() -> None:
    """All that came while it looked is one reason to look once more."""
    gate = threading.Event()
    session = FakeSession(act=lambda: gate.wait(PATIENCE))

    async def story(worker: Worker, told: Told) -> None:
        await in_a_thread(session.begun.get, name="ear")
        for _ in range(5):
            worker.nudge()
        gate.set()
        await told.learnt.get()
        await told.learnt.get()
        await in_a_thread(lambda: None, name="a moment")
        assert told.learnt.empty()

    living(session, story)

    assert session.passes == 2


def test_nothing_moves() -> None:
    """It's polled."""
    session = FakeSession()

    async def story(worker: Worker, told: Told) -> None:
        for _ in range(3):
            await told.learnt.get()

    living(session, story, poll_every=timedelta(seconds=0.05))


@pytest.mark.parametrize("error", [Transient("away", remedy="Later."), KeyError("nothing")])
def test_a_pass_that_fails(error: Exception) -> None:
    """It's not well until the next one succeeds, and nudges don't make that come sooner."""

    def fail() -> None:
        raise error

    session = FakeSession(act=fail)

    async def story(worker: Worker, told: Told) -> None:
        assert await told.failed.get() >= timedelta(seconds=7)
        await worker.looked.wait()
        worker.nudge()
        await in_a_thread(lambda: None, name="a moment")
        assert not worker.well.is_set()

    living(session, story)

    assert session.passes == 1


def test_deeds_of_a_pass_that_fails() -> None:
    """They're told of."""
    laid = a_deed(Deed.LAID)

    def fail() -> None:
        raise Transient("away", remedy="Later.")

    session = FakeSession(act=fail, done=(laid,))

    async def story(worker: Worker, told: Told) -> None:
        await told.failed.get()
        assert told.did == [laid]

    living(session, story)


def test_deeds_of_a_pass_that_is_cut_short() -> None:
    """They're told of though nobody waits for the pass any more."""
    laid, heard = a_deed(Deed.LAID), list[Done]()
    session = FakeSession(done=(laid,))
    session.act = session.until_interrupted

    async def story(worker: Worker, told: Told) -> None:
        await in_a_thread(session.begun.get, name="ear")
        worker.did = heard.extend

    living(session, story)

    assert heard == [laid]


def test_an_end_in_the_middle_of_a_pass() -> None:
    """The pass is interrupted, and has ended when the worker has."""
    session = FakeSession()
    session.act = session.until_interrupted

    async def story(worker: Worker, told: Told) -> None:
        await in_a_thread(session.begun.get, name="ear")

    living(session, story)

    assert session.interrupted.is_set()
    assert session.closed.is_set()


@dataclass(slots=True)
class Clock:
    """Goes as the machine's does, `ahead` of it."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self.ahead


@pytest.mark.parametrize(
    ("jump", "dead", "lines"),
    [
        (timedelta(days=7), True, 2),
        (timedelta(days=7), False, 2),  # as far as anybody has noticed
        (timedelta(days=-7), False, 1),
    ],
    ids=["asleep, the line broken", "asleep", "set back"],
)
def test_a_clock_that_jumps(jump: timedelta, lines: int, *, dead: bool) -> None:
    """It's one reason to look; after a sleep the watch has a new line by then, and what that tells is no second one."""
    session, clock, watches = FakeSession(), Clock(), list[FakeWatch]()

    def watch() -> FakeWatch:
        watches.append(FakeWatch())
        return watches[-1]

    crew = Crew(
        accounts=(Watched(session=lambda _: session, poll_every=timedelta(hours=1), watch=watch),),
        manager=ServiceManager(),
        clock=clock,
        orders_given=WordsGiven,
    )

    async def main() -> None:
        work = asyncio.create_task(crew.work())
        for _ in ("the first", "for the line"):
            await in_a_thread(session.begun.get, name="ear")
        clock.ahead = jump
        if dead:
            watches[0].news.put(Transient("the server hung up", remedy="Later."))
        async with asyncio.timeout(PATIENCE):
            await in_a_thread(session.begun.get, name="ear")
        assert len(watches) == lines
        work.cancel()
        await asyncio.wait((work,))

    asyncio.run(main())

    assert session.passes == 3


def test_a_pass_that_is_stuck() -> None:
    """The watchdog hears no more of us, until the pass gets on after all."""
    gate = threading.Event()
    session = FakeSession(act=lambda: gate.wait(PATIENCE))

    async def main(ear: Ear) -> None:
        crew = Crew(
            accounts=(
                Watched(session=lambda _: session, poll_every=timedelta(hours=1), watch=lambda: None),
                Watched(
                    session=lambda _: FakeSession(account="other"), poll_every=timedelta(hours=1), watch=lambda: None
                ),
            ),
            manager=ServiceManager(address=ear.address, watchdog_every=timedelta(seconds=0.05)),
            clock=system_clock,
            orders_given=WordsGiven,
            stuck_after=timedelta(seconds=0.3),
        )
        work = asyncio.create_task(crew.work())
        await in_a_thread(lambda: ear.hear_until("WATCHDOG=1", PATIENCE), name="ear")
        heard = await in_a_thread(lambda: ear.hear_for(1.0), name="ear")
        assert "WATCHDOG=1" in heard
        assert await in_a_thread(lambda: ear.hear_for(0.5), name="ear") == ()
        gate.set()
        await in_a_thread(lambda: ear.hear_until("WATCHDOG=1", PATIENCE), name="ear")
        work.cancel()
        await asyncio.wait((work,))

    with an_ear_in_a_file() as ear:
        asyncio.run(main(ear))


def test_a_pass_whose_server_does_not_let_it_get_on() -> None:
    """It's given up, and the account left alone for a while, before the watchdog ends the passes of all."""
    session = FakeSession()
    session.act = session.until_interrupted

    async def story(worker: Worker, told: Told) -> None:
        assert await told.failed.get() >= timedelta(seconds=7)
        assert worker.alive

    living(session, story, stuck_after=timedelta(milliseconds=50))

    assert session.given_up == [timedelta(milliseconds=40)]


def test_an_account_that_is_woken() -> None:
    """It's looked at again at once, and left alone again if that was in vain."""
    session = FakeSession(act=_refuse)

    async def story(worker: Worker, told: Told) -> None:
        for _ in range(3):
            assert await told.failed.get() >= timedelta(minutes=30)
            worker.nudge()
            worker.wake()

    living(session, story)

    assert session.passes >= 3


def _refuse() -> None:
    raise LoginRefused("no", remedy="Sign in.")

"""How many log in at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from crickets.errors import Transient
from crickets.service.heartbeat import Heartbeat
from crickets.service.threads import in_a_thread
from crickets.service.turnstile import Place, Turnstile
from crickets.service.watcher import Watcher
from crickets.service.worker import Worker
from tests.service.fakes import PATIENCE, FakeSession, FakeWatch

LONG = timedelta(hours=1)
BROKEN = Transient("the server hung up", remedy="Later.")


def living(story: Callable[[], Awaitable[None]]) -> None:
    """Let a story happen, on a loop."""

    async def main() -> None:
        async with asyncio.timeout(PATIENCE):
            await story()

    asyncio.run(main())


async def a_turn() -> None:
    """All others on the loop have had theirs."""
    await in_a_thread(lambda: None, name="a moment")


def a_worker(session: FakeSession, turnstile: Turnstile, *, failed: Callable[[timedelta], None]) -> Worker:
    """A worker that goes through a turnstile and tells nobody what it has learnt."""
    return Worker(
        session=session,
        heartbeat=Heartbeat(),
        poll_every=LONG,
        learnt=lambda _outcome: None,
        did=lambda _done: None,
        failed=failed,
        turnstile=turnstile,
    )


def test_a_crowd() -> None:
    """No more are let in than there are places, in the order they came; who leaves twice lets in one."""

    async def story() -> None:
        turnstile, inside = Turnstile(at_once=2, held=LONG), list[int]()
        places: dict[int, Place] = {}

        async def come(number: int) -> None:
            places[number] = await turnstile.enter()
            inside.append(number)

        async with asyncio.TaskGroup() as crowd:
            for number in range(4):
                crowd.create_task(come(number))
            await a_turn()
            assert inside == [0, 1]
            places[1].leave()
            places[1].leave()
            await a_turn()
            assert inside == [0, 1, 2]
            places[0].leave()

    living(story)


def test_somebody_who_stays_for_long() -> None:
    """They hold up the next for a while, and no longer."""

    async def story() -> None:
        turnstile = Turnstile(at_once=1, held=timedelta(milliseconds=10))
        for _ in range(3):
            await turnstile.enter()

    living(story)


def test_somebody_who_goes_away_while_they_wait() -> None:
    """They take no place from anybody."""

    async def story() -> None:
        turnstile = Turnstile(at_once=1, held=LONG)
        with await turnstile.enter():
            waiting = asyncio.create_task(turnstile.enter())
            await a_turn()
            waiting.cancel()
            await asyncio.wait((waiting,))
        (await turnstile.enter()).leave()

    living(story)


def test_an_account_that_is_looked_at_for_the_first_time() -> None:
    """It waits for a place, and leaves it as soon as it has been looked at; from then on it needs none."""

    async def story() -> None:
        turnstile, session = Turnstile(at_once=1, held=LONG), FakeSession()
        worker = a_worker(session, turnstile, failed=lambda _pause: None)
        place = await turnstile.enter()
        life = asyncio.create_task(worker.run())
        await a_turn()
        assert session.passes == 0

        place.leave()
        await worker.looked.wait()
        with await turnstile.enter():
            worker.nudge()
            await asyncio.to_thread(lambda: [session.begun.get(timeout=PATIENCE) for _ in range(2)])
        life.cancel()
        await asyncio.wait((life,))

    living(story)


def test_an_account_that_failed() -> None:
    """It leaves its place, too."""

    async def story() -> None:
        turnstile, failed = Turnstile(at_once=1, held=LONG), asyncio.Queue[timedelta]()

        def fail() -> None:
            raise BROKEN

        life = asyncio.create_task(a_worker(FakeSession(act=fail), turnstile, failed=failed.put_nowait).run())
        await failed.get()
        (await turnstile.enter()).leave()
        life.cancel()
        await asyncio.wait((life,))

    living(story)


@pytest.mark.parametrize("breaks", [False, True])
def test_a_line_that_is_watched(*, breaks: bool) -> None:
    """It's opened behind the turnstile, which is left once it's there, or can't be."""

    async def story() -> None:
        turnstile, well, moved = Turnstile(at_once=1, held=LONG), asyncio.Event(), asyncio.Event()
        opened = threading.Event()

        def connect() -> FakeWatch:
            opened.set()
            if breaks:
                raise BROKEN
            return FakeWatch()

        place = await turnstile.enter()
        watcher = Watcher(account="work", connect=connect, well=well, moved=moved.set, turnstile=turnstile)
        life = asyncio.create_task(watcher.run())
        well.set()
        await a_turn()
        assert not opened.is_set()

        place.leave()
        (await turnstile.enter()).leave()
        assert opened.is_set()
        assert breaks or moved.is_set()
        life.cancel()
        await asyncio.wait((life,))

    living(story)

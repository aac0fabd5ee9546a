"""When something moves in a mailbox, and when nobody can tell."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from structlog.testing import capture_logs

from crickets.errors import Transient
from crickets.service.threads import in_a_thread
from crickets.service.watcher import Watcher
from tests.service.fakes import MOVED, PATIENCE, QUIET, FakeWatch

BROKEN = Transient("the server hung up", remedy="Later.")


class Moves:
    """Counts what the watcher tells."""

    def __init__(self) -> None:
        self._told: asyncio.Queue[None] = asyncio.Queue()

    def tell(self) -> None:
        self._told.put_nowait(None)

    async def next(self) -> None:
        await self._told.get()

    @property
    def none(self) -> bool:
        return self._told.empty()


def living(
    connect: Callable[[], FakeWatch | None],
    story: Callable[[asyncio.Task[None], asyncio.Event, Moves], Awaitable[None]],
) -> None:
    """Let a watcher live through a story, and then end."""

    async def main() -> None:
        well, moves = asyncio.Event(), Moves()
        life = asyncio.create_task(Watcher(account="work", connect=connect, well=well, moved=moves.tell).run())
        async with asyncio.timeout(PATIENCE):
            await story(life, well, moves)
            life.cancel()
            await asyncio.wait((life,))

    asyncio.run(main())


def test_mail_comes() -> None:
    """It's told at the beginning, for what nobody told before, and then each time; in the end it's logged out."""
    watch = FakeWatch()

    async def story(_: asyncio.Task[None], well: asyncio.Event, moves: Moves) -> None:
        well.set()
        await moves.next()
        watch.news.put(MOVED)
        await moves.next()
        watch.news.put(QUIET)
        watch.news.put(MOVED)
        await moves.next()
        assert moves.none

    living(lambda: watch, story)

    assert watch.closed.is_set()


def test_an_account_that_is_not_well() -> None:
    """No line is opened: its server, or the owner's password, is in trouble already."""
    opened: list[FakeWatch] = []

    def connect() -> FakeWatch:
        opened.append(FakeWatch())
        return opened[-1]

    async def story(_: asyncio.Task[None], well: asyncio.Event, moves: Moves) -> None:
        await in_a_thread(lambda: None, name="a moment")
        assert opened == []
        well.set()
        await moves.next()

    living(connect, story)

    assert len(opened) == 1


def test_nothing_to_watch_by() -> None:
    """It ends, and leaves the account to the poll."""

    async def story(life: asyncio.Task[None], well: asyncio.Event, moves: Moves) -> None:
        well.set()
        await asyncio.wait((life,))
        assert life.exception() is None
        assert moves.none

    living(lambda: None, story)


def test_a_line_that_breaks() -> None:
    """It's closed and told of quietly; the next is opened after a pause."""
    watch = FakeWatch()

    async def story(_: asyncio.Task[None], well: asyncio.Event, moves: Moves) -> None:
        well.set()
        await moves.next()
        watch.news.put(BROKEN)
        await in_a_thread(lambda: watch.closed.wait(PATIENCE), name="ear")

    with capture_logs() as logs:
        living(lambda: watch, story)

    [broke] = [log for log in logs if log["event"] == "watch.broke"]
    assert (broke["log_level"], broke["kind"]) == ("info", "Transient")


def renewing(connect: Callable[[], FakeWatch | None], story: Callable[[Watcher, Moves], Awaitable[None]]) -> None:
    """Let the watcher of an account that is well live through a story with its owner, and then end."""

    async def main() -> None:
        well, moves = asyncio.Event(), Moves()
        watcher = Watcher(account="work", connect=connect, well=well, moved=moves.tell)
        assert not watcher.renew()  # there's no line yet
        life = asyncio.create_task(watcher.run())
        well.set()
        async with asyncio.timeout(PATIENCE):
            await moves.next()
            await story(watcher, moves)
            life.cancel()
            await asyncio.wait((life,))

    asyncio.run(main())


@pytest.mark.parametrize("broken", [False, True], ids=["seems well", "has broken"])
def test_a_line_that_is_renewed(*, broken: bool) -> None:
    """Another is opened in its place without a pause, and told of once."""
    watches = [FakeWatch(), FakeWatch()]
    lines = iter(watches)

    async def story(watcher: Watcher, moves: Moves) -> None:
        if broken:
            watches[0].news.put(BROKEN)
            await in_a_thread(lambda: watches[0].closed.wait(PATIENCE), name="ear")
        assert watcher.renew()
        await moves.next()
        await in_a_thread(lambda: None, name="a moment")
        assert moves.none

    renewing(lambda: next(lines), story)

    assert all(watch.closed.is_set() for watch in watches)


@pytest.mark.parametrize("ends", [BROKEN, None], ids=["can't be opened", "isn't wanted"])
def test_a_line_that_cannot_be_renewed(ends: Exception | None) -> None:
    """It's told all the same: somebody waits for the word."""
    tries = []

    def connect() -> FakeWatch | None:
        tries.append(FakeWatch())
        if len(tries) == 1:
            return tries[0]
        if ends is not None:
            raise ends
        return None

    async def story(watcher: Watcher, moves: Moves) -> None:
        assert watcher.renew()
        await moves.next()
        await in_a_thread(lambda: None, name="a moment")
        assert moves.none

    renewing(connect, story)

    assert len(tries) == 2


def test_a_mistake_of_our_own() -> None:
    """It's told with its traceback, and the watcher lives on."""

    def connect() -> FakeWatch:
        raise KeyError("nothing")

    async def story(life: asyncio.Task[None], well: asyncio.Event, moves: Moves) -> None:
        well.set()
        await asyncio.wait((life,), timeout=0.2)
        assert not life.done()

    with capture_logs() as logs:
        living(connect, story)

    assert [log["log_level"] for log in logs] == ["error"]

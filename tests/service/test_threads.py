"""Blocking work beside the loop."""

from __future__ import annotations

import asyncio
import threading

import pytest

from crickets.service.threads import call_in, in_a_thread, run_to_its_end

PATIENCE = 10.0


def test_work_that_returns() -> None:
    """Its value, None included, done elsewhere than in the loop's thread."""
    names: list[str] = []

    async def main() -> None:
        await in_a_thread(lambda: names.append(threading.current_thread().name), name="aside")

    asyncio.run(main())

    assert names == ["crickets aside"]


def test_work_that_fails() -> None:
    """Its error comes out where it's waited for."""

    def work() -> None:
        raise LookupError("no such thing")

    with pytest.raises(LookupError, match="no such thing"):
        asyncio.run(in_a_thread(work, name="aside"))


class Long:
    """Something that it would take long to write down; it counts how often it was."""

    written = 0

    def __repr__(self) -> str:
        self.written += 1
        return "…"


def test_a_result_of_any_size() -> None:
    """It's handed over as it is; nothing of asyncio's writes it down on the way."""
    long = Long()

    async def work() -> tuple[Long, ...]:
        return (long,)

    assert run_to_its_end(work())[0] is long
    assert long.written == 0


def test_cancelled_with_a_way_to_interrupt() -> None:
    """The work is told to end, and has ended when the waiting does."""
    begun, told, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        assert told.wait(PATIENCE)
        ended.set()

    async def main() -> None:
        waiting = asyncio.create_task(in_a_thread(work, name="aside", interrupt=told.set))
        await in_a_thread(begun.wait, name="watch")
        waiting.cancel()
        await asyncio.wait((waiting,))
        assert waiting.cancelled()

    asyncio.run(main())

    assert ended.is_set()


def test_cancelled_with_none() -> None:
    """The work is left behind at once; its late result disturbs nobody, not even a loop that is gone."""
    begun, released, over = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        assert released.wait(PATIENCE)
        over.set()

    async def main() -> None:
        waiting = asyncio.create_task(in_a_thread(work, name="aside"))
        await in_a_thread(begun.wait, name="watch")
        waiting.cancel()
        await asyncio.wait((waiting,))

    asyncio.run(main())
    [thread] = [thread for thread in threading.enumerate() if thread.name == "crickets aside"]
    assert thread.daemon
    released.set()
    thread.join(PATIENCE)

    assert over.is_set()
    assert not thread.is_alive()


def test_a_call_in_a_loop_that_has_ended() -> None:
    """Nothing happens."""
    loop = asyncio.new_event_loop()
    loop.close()

    call_in(loop, lambda: pytest.fail("called"))

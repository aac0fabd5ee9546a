"""
Blocking work beside an asyncio loop, in threads that never keep the process from ending.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any, TypeVar

_T = TypeVar("_T")

GRACE = timedelta(seconds=2.5)
"""How long work that was interrupted is waited for; then it's left behind, and the process may end without it."""


_OURS = "crickets "


def left_behind() -> bool:
    """Whether work that nobody waits for any more is still under way in a thread of ours."""
    return any(thread.name.startswith(_OURS) for thread in threading.enumerate())


async def in_a_thread(work: Callable[[], _T], *, name: str, interrupt: Callable[[], None] | None = None) -> _T:
    """
    What `work` returns or raises, done in a thread of its own.

    An executor's threads are waited for when the interpreter ends, however long a silent server makes that; these
    are daemon threads. Where the waiting is cancelled, `interrupt` is to make the work end, which is waited for
    within `GRACE`; without it the work is left behind at once.
    """
    result: asyncio.Future[_T] = asyncio.get_running_loop().create_future()
    threading.Thread(target=_settling(result, work), name=f"{_OURS}{name}", daemon=True).start()
    try:
        await asyncio.wait((result,))
    except asyncio.CancelledError:
        if interrupt is not None:
            interrupt()
            await asyncio.wait((result,), timeout=GRACE.total_seconds())
        _forget(result)
        raise
    return result.result()


def run_to_its_end(work: Coroutine[Any, Any, _T]) -> _T:
    """
    What a coroutine gives, in a loop of its own.

    Not by `asyncio.run` alone: as that puts Ctrl-C's handler back, Python 3.11 writes down what the task gave, twice at
    least, and throws it away. Of what a pass over a large mailbox gives, that's many megabytes.
    """
    given: list[_T] = []

    async def kept() -> None:
        given.append(await work)

    asyncio.run(kept())
    return given[0]


def call_in(loop: asyncio.AbstractEventLoop, call: Callable[[], object]) -> None:
    """Have the loop make a call soon; from any thread, and of no effect once the loop has ended."""
    with suppress(RuntimeError):  # the only word asyncio has for "Event loop is closed"
        loop.call_soon_threadsafe(call)


def _settling(result: asyncio.Future[_T], work: Callable[[], _T]) -> Callable[[], None]:
    loop = result.get_loop()

    def run() -> None:
        try:
            value = work()
        except BaseException as error:  # noqa: BLE001 - handed on to whoever waits, never swallowed
            raised = error  # the name in `except` is gone when the loop comes to it
            call_in(loop, lambda: None if result.done() else result.set_exception(raised))
        else:
            call_in(loop, lambda: None if result.done() else result.set_result(value))

    return run


def _forget(result: asyncio.Future[_T]) -> None:
    """Nobody will ask for it any more."""
    if not result.cancel():
        result.exception()  # else asyncio complains that nobody has looked at it

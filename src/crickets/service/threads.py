"""
Blocking work beside an asyncio loop, in threads that never keep the process from ending.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


async def in_a_thread(work: Callable[[], _T], *, name: str) -> _T:
    """
    What `work` returns or raises, done in a thread of its own.

    An executor's threads are waited for when the interpreter ends, however long a silent server makes that; these
    are daemon threads. Whoever cancels the waiting must see to it that the work ends.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[_T] = loop.create_future()

    def settle(value: _T | None, error: BaseException | None) -> None:
        if result.done():
            return
        if error is not None:
            result.set_exception(error)
        else:
            result.set_result(value)  # type: ignore[arg-type]  # no error: it's the value, None included

    def run() -> None:
        value: _T | None = None
        error: BaseException | None = None
        try:
            value = work()
        except BaseException as raised:  # noqa: BLE001 - handed on to whoever waits, never swallowed
            error = raised
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, value, error)

    threading.Thread(target=run, name=name, daemon=True).start()
    return await result

"""An asyncio loop in a thread of its own, for servers that run inside the tests' process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import TypeVar

T = TypeVar("T")
_WITHIN = 30.0


class LoopThread:
    """A running loop; what is started on it runs beside the test."""

    def __init__(self, name: str) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name=name, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[object, object, T]) -> T:
        """What `work` returns, done on the loop while we wait."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(_WITHIN)

    def stop(self) -> None:
        """Cancel whatever still runs there, and end the thread."""
        self.run(_cancel_all())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(_WITHIN)
        self.loop.close()


async def _cancel_all() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)

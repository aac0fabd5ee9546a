"""
The moments of the wall clock at which an account must be looked at, though nothing moves.

The only home of APScheduler, in memory: it says when to look, and nothing is lost with it, for what is due is the
domain's to say, from the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from crickets.service.clock import system_clock
from crickets.service.ports import Clock

_DEFAULTS = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
"""An alarm that rings late (a machine that slept) is still one reason to look, and only one."""


class Alarms:
    """One alarm an account, on the running loop."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=_DEFAULTS)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Inside, alarms ring."""
        self._scheduler.start()
        try:
            yield
        finally:
            self._scheduler.shutdown(wait=False)

    def set(self, name: str, at: datetime | None, ring: Callable[[], None]) -> None:
        """Have this alarm, and no former one of its name, ring at a moment, or not at all."""
        if self._scheduler.get_job(name) is not None:
            self._scheduler.remove_job(name)
        if at is not None:
            # APScheduler goes by the machine's clock, which need not be ours.
            moment = system_clock() + (at - self._clock())
            self._scheduler.add_job(_rung, "date", args=(ring,), run_date=moment, id=name)


async def _rung(ring: Callable[[], None]) -> None:
    """A coroutine: APScheduler would call a plain function in another thread than the loop's."""
    ring()

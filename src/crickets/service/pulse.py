"""
What is looked at every few seconds, by a clock that nobody sets.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import NoReturn

from crickets.service.ports import Clock

PULSE = timedelta(seconds=5)
"""How often: an order of the owner's is obeyed soon, and a sleeping processor is not woken for nothing."""

_A_JUMP = timedelta(seconds=30)


async def every(pause: timedelta, act: Callable[[], object]) -> NoReturn:
    """Do something now and after every pause, for ever."""
    while True:
        act()
        await asyncio.sleep(pause.total_seconds())


@dataclass(slots=True)
class Jumps:
    """Of the wall clock against time that really went by: it was set, or the machine has slept."""

    clock: Clock
    _seen: tuple[datetime, float] = field(init=False)

    def __post_init__(self) -> None:
        self._seen = self.clock(), monotonic()

    def since_last(self) -> timedelta:
        """How far the clock has jumped since it was last looked at, forward or back; nothing, if it only drifts."""
        (wall, real), self._seen = self._seen, (self.clock(), monotonic())
        jump = (self._seen[0] - wall) - timedelta(seconds=self._seen[1] - real)
        return jump if abs(jump) > _A_JUMP else timedelta()

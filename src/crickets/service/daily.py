"""
What is seen to once a day at its hour, beside the passes and whether or not any of them goes well.

Looked at with every pulse, by the clock as it then is: so neither a sleep nor a clock that's set can lose the hour.
Knows asyncio; what is seen to is another's business.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NoReturn, Protocol

from crickets.service.pulse import PULSE
from crickets.service.threads import in_a_thread


class SeesToTheDay(Protocol):
    """Somebody who does something once a day."""

    def is_due(self) -> bool:
        """Whether it may be due by now; quick."""

    def see_to(self) -> None:
        """Do it, if it is; blocks, and never raises."""

    def interrupt(self) -> None:
        """End what is under way in another thread, and let nothing else begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """Sees to it when it's due, once everybody has `looked` anew: what is told is then as it is."""

    by: SeesToTheDay

    async def run(self, looked: Callable[[], Awaitable[None]]) -> NoReturn:
        """See to it day after day; ends only by being cancelled."""
        while True:
            await asyncio.sleep(PULSE.total_seconds())
            if self.by.is_due():
                await looked()
                await in_a_thread(self.by.see_to, name="digest", interrupt=self.by.interrupt)

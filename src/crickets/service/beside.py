"""
What is seen to beside the passes of a daemon, one after the other: no pass waits for it.

Knows asyncio; what is seen to is another's business.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from crickets.service.outcome import Outcome
from crickets.service.threads import in_a_thread


class SeesTo(Protocol):
    """Somebody who does something about what a pass has found."""

    def see_to(self, outcome: Outcome) -> None:
        """Do it; blocks, and never raises."""

    def interrupt(self) -> None:
        """End what is under way in another thread, and let nothing else begin."""


@dataclass(slots=True, kw_only=True, eq=False)
class Beside:
    """Hands on what passes have found: of each account the last, when there is time."""

    to: SeesTo
    _waiting: dict[str, Outcome] = field(default_factory=dict, init=False)
    _reason: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    def learnt(self, outcome: Outcome) -> None:
        """A pass is over."""
        self._waiting[outcome.account] = outcome
        self._reason.set()

    async def run(self) -> None:
        """Hand on whatever comes; ends only by being cancelled."""
        while True:
            await self._reason.wait()
            self._reason.clear()
            while self._waiting:
                outcome = self._waiting.pop(next(iter(self._waiting)))
                await in_a_thread(partial(self.to.see_to, outcome), name="tasks", interrupt=self.to.interrupt)

"""
One account in the daemon: passes in a thread of its own, one after the other, whenever there is reason to look.

What happens to one account is of no consequence to another. Knows asyncio; must not know servers or decisions.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from crickets.errors import CricketsError
from crickets.service.log import logger
from crickets.service.outcome import Outcome
from crickets.service.patience import pause_after
from crickets.service.threads import in_a_thread

STUCK_AFTER = timedelta(minutes=10)
"""How long a pass may go without any progress before the watchdog is left to bite."""


@dataclass(slots=True, kw_only=True)
class Worker:
    """
    Looks at one account for as long as the daemon lives.

    `look` is a whole pass, blocking; it calls `beat` as it gets on. `plan_next` is told when the account must be
    looked at again even if nothing moves.
    """

    account: str
    look: Callable[[], Outcome]
    plan_next: Callable[[datetime | None], None]
    _reason: asyncio.Event = field(default_factory=asyncio.Event)
    _looking_since: float | None = None
    _failures: int = 0
    looked: asyncio.Event = field(default_factory=asyncio.Event)

    def nudge(self) -> None:
        """There is reason to look."""
        self._reason.set()

    def beat(self) -> None:
        """The pass that is under way has got on; called from its thread."""
        if self._looking_since is not None:
            self._looking_since = monotonic()

    @property
    def alive(self) -> bool:
        """Whether the account waits in peace or its pass gets on; an unreachable server is no fault of ours."""
        since = self._looking_since
        return since is None or monotonic() - since < STUCK_AFTER.total_seconds()

    async def run(self) -> None:
        """Look, then wait for a reason to look again; ends only by being cancelled."""
        while True:
            self._reason.clear()
            pause = await self._look_once()
            self.looked.set()
            if pause is None:
                await self._reason.wait()
            else:
                await asyncio.sleep(pause.total_seconds())

    async def _look_once(self) -> timedelta | None:
        """How long to wait before another try, or None if all went well."""
        self._looking_since = monotonic()
        try:
            outcome = await in_a_thread(self.look, name=f"pass-{self.account}")
        except CricketsError as error:
            return self._failed(error)
        finally:
            self._looking_since = None
        self._failures = 0
        self.plan_next(outcome.next_at)
        return None

    def _failed(self, error: CricketsError) -> timedelta:
        self._failures += 1
        pause = pause_after(error, self._failures, random.random())  # noqa: S311 - jitter, no secret
        logger(account=self.account).warning(
            "pass.failed", error=error.what, try_again_in=f"{pause.total_seconds():.0f} s"
        )
        return pause

"""
How many may log in, and read for the first time, at once: a daemon of many accounts must not fall upon its servers.

Knows asyncio; must not know what is done behind it.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self

AT_ONCE = 8
"""How many: more make nothing faster, for they share one interpreter, and each takes its memory."""

HELD = timedelta(seconds=5)
"""How long somebody holds up the next at most; a pass takes far less, but on a server that is silent, or never read."""


@dataclass(slots=True)
class Turnstile:
    """Lets in a few at a time, in the order they came; whoever stays for long is no longer counted."""

    at_once: int = AT_ONCE
    held: timedelta = HELD
    _free: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self._free = asyncio.Semaphore(self.at_once)

    async def enter(self) -> Place:
        """A place, as soon as there is one."""
        await self._free.acquire()
        return Place(self._free, self.held)


class Place:
    """A place behind the turnstile, given up once: by who has it, or for them when they've held it for long."""

    def __init__(self, free: asyncio.Semaphore, held: timedelta) -> None:
        self._free = free
        self._over = asyncio.get_running_loop().call_later(held.total_seconds(), self.leave)
        self._left = False

    def leave(self) -> None:
        """Let the next in; of no effect a second time."""
        if not self._left:
            self._left = True
            self._over.cancel()
            self._free.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

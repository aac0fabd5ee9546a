"""
The daemon: lives from its start to SIGTERM, reads its config anew on SIGHUP.

Knows signals and the service manager's words; the accounts are the crew's.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from crickets.errors import ConfigError
from crickets.notify.service_manager import ServiceManager
from crickets.service.crew import Crew, Watched
from crickets.service.log import logger

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


@dataclass(slots=True, kw_only=True)
class Daemon:
    """
    Lives until SIGTERM or SIGINT.

    `accounts` makes everything anew from the config, at the start and on SIGHUP; a config that has become wrong is
    told in the log, and the old one goes on.
    """

    accounts: Callable[[], tuple[Watched, ...]]
    manager: ServiceManager
    _stop: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _reload: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    async def run(self) -> None:
        """Watch every account until told to stop."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._reload.set)
        accounts: tuple[Watched, ...] | None = self.accounts()
        while accounts is not None:
            async with Crew(accounts, self.manager) as crew:
                await crew.first_look()
                self.manager.ready()
                accounts = await self._until_told(crew)
        self.manager.stopping()

    async def _until_told(self, crew: Crew) -> tuple[Watched, ...] | None:
        """The accounts of a new config, or None when it's time to end."""
        while True:
            told = [asyncio.ensure_future(event.wait()) for event in (self._stop, self._reload)]
            await asyncio.wait(told, return_when=asyncio.FIRST_COMPLETED)
            for waiting in told:
                waiting.cancel()
            if self._stop.is_set():
                self.manager.stopping()
                return None
            self._reload.clear()
            anew = self._reloaded()
            if anew is not None:
                return anew

    def _reloaded(self) -> tuple[Watched, ...] | None:
        self.manager.reloading(monotonic())
        try:
            return self.accounts()
        except ConfigError as error:
            logger().error("config.refused", problems=list(error.problems))
            self.manager.ready()
            return None

"""
The daemon: lives from its start to SIGTERM, or until its terminal is closed, reads its config anew on SIGHUP.

Knows signals and the service manager's words; the accounts are the crew's.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

from crickets import __version__
from crickets.errors import ConfigError, CricketsError
from crickets.notify.service_manager import ServiceManager
from crickets.service.crew import Crew
from crickets.service.log import logger
from crickets.service.threads import in_a_thread

_A_WHILE = timedelta(seconds=30)
_LONGEST = 200
_MOST = 120
"""How often more time is asked for to start with: an hour, after which it's hung after all."""


_STDERR = 2


def hear_no_more() -> None:
    """
    Let no signal disturb how the process ends, from the loop's last step on.

    asyncio lets go of its handlers as it ends; by itself a second SIGTERM would then end the process by force, and it
    would count as failed.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.remove_signal_handler(number)
        signal.signal(number, signal.SIG_IGN)


def _on_terminal() -> bool:
    """Whether somebody may read what is logged as it comes; of a terminal that was closed it's no longer so."""
    return os.isatty(_STDERR)


@dataclass(slots=True, kw_only=True)
class Daemon:
    """
    Lives until SIGTERM or SIGINT, or until SIGHUP comes because the terminal that it was `on_terminal` is closed.

    `muster` makes a crew of the config as it is then, at the start and on SIGHUP; it may block, at the start for long,
    where a large ledger is brought up to date: each time that this tries `patience`, the service manager is asked for
    more. A config that has become wrong is told in the log and in its status, and the old crew goes on.
    """

    muster: Callable[[], Crew]
    manager: ServiceManager
    patience: timedelta = _A_WHILE
    on_terminal: Callable[[], bool] = _on_terminal
    _reload: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    async def run(self) -> None:
        """Watch every account until told to stop; wherever it is by then, it ends by being cancelled."""
        loop, life = asyncio.get_running_loop(), asyncio.create_task(self._live())
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop, life)
        loop.add_signal_handler(signal.SIGHUP, self._hung_up, life, self.on_terminal())
        logger().info("daemon.starting", version=__version__)
        with suppress(asyncio.CancelledError):
            await life

    def _hung_up(self, life: asyncio.Task[None], was_on_terminal: bool) -> None:  # noqa: FBT001 - asyncio hands it on
        """A closed terminal sends what asks for a reload too; without it the daemon would go on unseen."""
        if was_on_terminal and not self.on_terminal():
            self._stop(life)
        else:
            self._reload.set()

    def _stop(self, life: asyncio.Task[None]) -> None:
        if not life.cancelling():  # once is enough: a second would cut short what ends in peace
            logger().info("daemon.stopping")
            self.manager.stopping()
            life.cancel()

    async def _live(self) -> None:
        crew = await self._first_crew()
        while True:
            crew = await self._until_reload(crew)

    async def _first_crew(self) -> Crew:
        asking = asyncio.create_task(self._ask_for_time())
        try:
            return await in_a_thread(self.muster, name="start")
        finally:
            asking.cancel()

    async def _ask_for_time(self) -> None:
        for _ in range(_MOST):
            await asyncio.sleep(self.patience.total_seconds())
            self.manager.starting_still(3 * self.patience)

    async def _until_reload(self, crew: Crew) -> Crew:
        """The crew that comes after this one, which works until then."""
        async with asyncio.TaskGroup() as group:
            work = group.create_task(crew.work())
            readiness = group.create_task(self._ready_after_first_look(crew))
            following = await self._following(crew)
            readiness.cancel()
            work.cancel()
        return following

    async def _ready_after_first_look(self, crew: Crew) -> None:
        self.manager.status("reading the mail")
        await crew.first_look()
        self.manager.ready()
        logger().info("daemon.ready", accounts=len(crew.accounts))

    async def _following(self, crew: Crew) -> Crew:
        """Wait for a reload that succeeds."""
        while True:
            await self._reload.wait()
            self._reload.clear()
            self.manager.reloading(monotonic())
            try:
                return await in_a_thread(self.muster, name="reload")
            except CricketsError as error:
                self._refuse(error, crew)

    def _refuse(self, error: CricketsError, crew: Crew) -> None:
        """Tell why, and that all goes on as before; where the ledger couldn't be asked, the config isn't to blame."""
        if isinstance(error, ConfigError):
            event, what, problems = "config.refused", "config refused", error.problems
        else:
            event, what, problems = "reload.failed", "reload failed", (error.what,)
        for problem in problems:
            logger().error(event, problem=problem)
        crew.remark(f"{what}, the old config goes on: {problems[0][:_LONGEST]}")
        self.manager.ready()

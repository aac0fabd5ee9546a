"""
All accounts of a daemon under one config: a worker and a watcher each, and the ticks that make them look.

APScheduler only says when to look, in memory; what is due is the domain's to say, from the ledger.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic
from types import TracebackType
from typing import Self

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from crickets.notify.service_manager import ServiceManager
from crickets.service.log import logger
from crickets.service.outcome import Deed, Outcome
from crickets.service.ports import Progress
from crickets.service.session import Session
from crickets.service.threads import in_a_thread
from crickets.service.watcher import Watch, Watcher
from crickets.service.worker import Worker

FIRST_LOOK = timedelta(seconds=20)
"""How long the first passes are waited for before the service manager is told that the daemon is ready anyhow."""

_STOP_WITHIN = timedelta(seconds=3)
_JITTER_SHARE = 0.1
_DEFAULTS = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
"""A tick that comes late (a machine that slept) is still one reason to look, and only one."""

_EVENTS = {
    Deed.LAID: "draft.appended",
    Deed.OVERTAKEN: "draft.overtaken",
    Deed.TAKEN_BACK: "draft.taken_back",
    Deed.LEFT: "draft.left",
    Deed.UNWRITABLE: "draft.unwritable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One account as the daemon needs it; `watch` gives no watch where the owner or the server wants a poll."""

    session: Session
    poll_every: timedelta
    watch: Callable[[], Watch | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beating:
    """A progress that also tells the worker that its pass gets on."""

    inner: Progress
    beat: Callable[[], None]

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a folder, and beat with every batch."""
        return self._folder(account, folder, total)

    @contextmanager
    def _folder(self, account: str, folder: str, total: int) -> Iterator[Callable[[int], None]]:
        with self.inner.folder(account, folder, total) as advance:

            def advanced(count: int) -> None:
                self.beat()
                advance(count)

            self.beat()
            yield advanced


@dataclass(slots=True, eq=False)
class Crew:
    """The accounts at work; an async context that ends within seconds whatever a server does."""

    accounts: tuple[Watched, ...]
    manager: ServiceManager
    _scheduler: AsyncIOScheduler = field(init=False)
    _workers: list[Worker] = field(default_factory=list, init=False)
    _watchers: list[Watcher] = field(default_factory=list, init=False)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list, init=False)

    async def __aenter__(self) -> Self:
        """Begin to work."""
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=_DEFAULTS)
        for watched in self.accounts:
            self._employ(watched)
        if self.manager.watchdog_every is not None:
            seconds = self.manager.watchdog_every.total_seconds()
            self._scheduler.add_job(self._report, "interval", seconds=seconds)
        self._scheduler.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End: what is under way is interrupted, every line is closed."""
        self._scheduler.shutdown(wait=False)
        for watcher in self._watchers:
            watcher.stop()
        for watched in self.accounts:
            watched.session.interrupt()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await in_a_thread(self._join, name="crew-end")

    async def first_look(self) -> None:
        """Return when every account has been looked at once, well or not, or when it takes too long to wait for."""
        looked = [asyncio.ensure_future(worker.looked.wait()) for worker in self._workers]
        _, late = await asyncio.wait(looked, timeout=FIRST_LOOK.total_seconds())
        for waiting in late:
            waiting.cancel()

    def _employ(self, watched: Watched) -> None:
        session, loop = watched.session, asyncio.get_running_loop()
        worker = Worker(
            account=session.account,
            look=lambda: self._looked(session),
            plan_next=lambda at: self._plan(worker, at),
        )
        session.progress = Beating(inner=session.progress, beat=worker.beat)
        watcher = Watcher(
            account=session.account,
            connect=watched.watch,
            moved=lambda: _unless_closed(loop, worker.nudge),
        )
        poll = watched.poll_every.total_seconds()
        self._scheduler.add_job(worker.nudge, "interval", seconds=poll, jitter=int(poll * _JITTER_SHARE))
        self._workers.append(worker)
        self._watchers.append(watcher)
        self._tasks.append(asyncio.ensure_future(worker.run()))
        watcher.start()

    def _looked(self, session: Session) -> Outcome:
        outcome = session.look()
        log = logger(account=outcome.account)
        for done in outcome.done:
            log.info(_EVENTS[done.deed], thread=done.thread, step=done.verdict.step + 1)
        log.info("pass.ended", threads=len(outcome.verdicts), done=len(outcome.done))
        self.manager.status(f"{outcome.account}: {len(outcome.verdicts)} threads, read at {outcome.at:%H:%M} UTC")
        return outcome

    def _plan(self, worker: Worker, at: datetime | None) -> None:
        """Look when the next step falls due, even if nothing moves; the poll finds what a set clock loses."""
        if at is not None:
            self._scheduler.add_job(
                worker.nudge, "date", run_date=at, id=f"due-{worker.account}", replace_existing=True
            )

    def _report(self) -> None:
        if all(worker.alive for worker in self._workers):
            self.manager.alive()

    def _join(self) -> None:
        deadline = monotonic() + _STOP_WITHIN.total_seconds()
        for watcher in self._watchers:
            watcher.join(max(deadline - monotonic(), 0))
        for watched in self.accounts:
            watched.session.close()


def _unless_closed(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(call)

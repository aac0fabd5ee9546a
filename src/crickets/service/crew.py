"""
All accounts of a daemon under one config: a worker and a watcher each, and what makes them look.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NoReturn

from crickets.domain.words_given import WordsGiven
from crickets.errors import CricketsError
from crickets.notify.service_manager import ServiceManager
from crickets.service import journal
from crickets.service.alarms import Alarms
from crickets.service.beside import Beside
from crickets.service.daily import Daily
from crickets.service.heartbeat import Heartbeat
from crickets.service.log import logger
from crickets.service.outcome import Done, Outcome
from crickets.service.ports import Clock, Progress
from crickets.service.pulse import PULSE, Jumps, every
from crickets.service.threads import in_a_thread
from crickets.service.turnstile import Turnstile
from crickets.service.watcher import Watch, Watcher
from crickets.service.worker import STUCK_AFTER, Looking, Worker

FIRST_LOOK = timedelta(seconds=20)
"""How long the first passes are waited for before the service manager is told that the daemon is ready anyhow."""


ANEW = timedelta(seconds=60)
"""How long a further look is waited for; an account that can't be read is not looked at before its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """
    One account as the daemon needs it.

    `watch` gives no watch where the owner or the server wants a poll. `signed_in_at` changes when somebody signs in,
    and is None where nobody does.
    """

    session: Callable[[Progress], Looking]
    poll_every: timedelta
    watch: Callable[[], Watch | None]
    signed_in_at: Callable[[], datetime | None] | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Crew:
    """
    The accounts at work.

    `orders_given` counts the owner's orders in the ledger: another process may have given one. It's asked first when
    the crew is made, so that no order falls between two crews. `beside` is told what each pass has found, and what is
    to be done `daily` is begun after a look at every account. What is `besides` goes on for as long as the crew works.
    """

    accounts: tuple[Watched, ...]
    manager: ServiceManager
    clock: Clock
    orders_given: Callable[[], WordsGiven]
    beside: Beside | None = None
    daily: Daily | None = None
    besides: tuple[Callable[[], Coroutine[Any, Any, object]], ...] = ()
    stuck_after: timedelta = STUCK_AFTER
    _turnstile: Turnstile = field(default_factory=Turnstile, init=False)
    _alarms: Alarms = field(init=False)
    _orders: WordsGiven = field(init=False)
    _workers: tuple[Worker, ...] = field(init=False)
    _watchers: tuple[Watcher, ...] = field(init=False)
    _standing: dict[str, str] = field(default_factory=dict, init=False)
    _remark: str = field(default="", init=False)
    _troubles: dict[str, journal.Troubles] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._alarms = Alarms(self.clock)
        self._orders = self.orders_given()
        self._workers = tuple(self._worker(watched) for watched in self.accounts)
        self._watchers = tuple(map(self._watcher, self._workers, self.accounts))

    async def work(self) -> None:
        """Look after all accounts; ends by being cancelled, within seconds whatever a server does."""
        with self._alarms.running():
            async with asyncio.TaskGroup() as group:
                for worker, watcher in zip(self._workers, self._watchers, strict=True):
                    group.create_task(worker.run())
                    group.create_task(watcher.run())
                group.create_task(every(PULSE, self._clock_watch()))
                group.create_task(self._heed_orders())
                for worker, watcher, watched in zip(self._workers, self._watchers, self.accounts, strict=True):
                    if watched.signed_in_at is not None:
                        group.create_task(heed_sign_ins(worker, watcher, watched.signed_in_at))
                if self.beside is not None:
                    group.create_task(self.beside.run())
                if self.daily is not None:
                    group.create_task(self.daily.run(self._looked_anew))
                for goes_on in self.besides:
                    group.create_task(goes_on())
                if self.manager.watchdog_every is not None:
                    group.create_task(every(self.manager.watchdog_every, self._report))

    def remark(self, words: str) -> None:
        """Have the service manager's status begin with this, as long as this crew works."""
        self._remark = words
        self._tell_all()

    async def first_look(self) -> None:
        """Return when every account has been looked at once, well or not, or when it takes too long to wait for."""
        with suppress(TimeoutError):
            async with asyncio.timeout(FIRST_LOOK.total_seconds()):
                for worker in self._workers:
                    await worker.looked.wait()

    def _worker(self, watched: Watched) -> Worker:
        heartbeat = Heartbeat()
        worker = Worker(
            session=watched.session(heartbeat),
            heartbeat=heartbeat,
            poll_every=watched.poll_every,
            learnt=lambda outcome: self._learnt(worker, outcome),
            did=lambda done: self._did(worker, done),
            failed=lambda pause: self._failed(worker, pause),
            stuck_after=self.stuck_after,
            turnstile=self._turnstile,
        )
        return worker

    def _watcher(self, worker: Worker, watched: Watched) -> Watcher:
        return Watcher(
            account=worker.account,
            connect=watched.watch,
            well=worker.well,
            moved=worker.nudge,
            turnstile=self._turnstile,
        )

    def _learnt(self, worker: Worker, outcome: Outcome) -> None:
        self._alarms.set(worker.account, outcome.look_at, worker.nudge)
        threads = outcome.threads
        self._tell(worker, f"{threads} {'thread' if threads == 1 else 'threads'}, read at {outcome.at:%H:%M} UTC")
        self._troubles[worker.account] = journal.keep(outcome, self._known_troubles(worker))
        if self.beside is not None:
            self.beside.learnt(outcome)

    def _did(self, worker: Worker, done: tuple[Done, ...]) -> None:
        known = self._known_troubles(worker)
        self._troubles[worker.account] = known | journal.keep_deeds(worker.account, done, known)

    def _known_troubles(self, worker: Worker) -> journal.Troubles:
        return self._troubles.get(worker.account, frozenset())

    def _failed(self, worker: Worker, pause: timedelta) -> None:
        at = self.clock() + pause
        self._tell(worker, f"can't be read, tried again at {at:%H:%M} UTC")

    def _tell(self, worker: Worker, standing: str) -> None:
        self._standing[worker.account] = standing
        self._tell_all()

    def _tell_all(self) -> None:
        accounts = (f"{account}: {words}" for account, words in sorted(self._standing.items()))
        self.manager.status("; ".join((*filter(None, (self._remark,)), *accounts)))

    def _report(self) -> None:
        if all(worker.alive for worker in self._workers):
            self.manager.alive()

    def _nudge(self) -> None:
        for worker in self._workers:
            worker.nudge()

    def _clock_watch(self) -> Callable[[], None]:
        jumps = Jumps(self.clock)

        def look() -> None:
            if jump := jumps.since_last():
                logger().info("clock.jumped", by=str(jump))
                self._look_anew(slept=jump > timedelta())  # each pass sets its alarm anew

        return look

    def _look_anew(self, *, slept: bool) -> None:
        """
        Have every account looked at, once.

        After a sleep the lines of the watches are dead, and whoever opens a new one looks; so it's opened first, for
        else there would be a look now and another then.
        """
        for worker, watcher in zip(self._workers, self._watchers, strict=True):
            if not (slept and watcher.renew()):
                worker.nudge()

    async def _looked_anew(self) -> None:
        """Return when every account has been looked at once more, well or not, or when it takes too long to wait."""
        for worker in self._workers:
            worker.looked_anew.clear()
            worker.nudge()
        with suppress(TimeoutError):
            async with asyncio.timeout(ANEW.total_seconds()):
                for worker in self._workers:
                    await worker.looked_anew.wait()

    async def _heed_orders(self) -> None:
        """Look when an order was given from outside; in each account, for a count doesn't say whose thread it is."""
        while True:
            await asyncio.sleep(PULSE.total_seconds())
            with suppress(CricketsError):  # a ledger that can't be read is told of by the passes
                self._heed(await in_a_thread(self.orders_given, name="orders"))

    def _heed(self, given: WordsGiven) -> None:
        if count := given.since(self._orders):
            logger().info("orders.given", count=count)
            self._orders = given
            self._nudge()


async def heed_sign_ins(
    worker: Worker, watcher: Watcher, signed_in_at: Callable[[], datetime | None], pulse: timedelta = PULSE
) -> NoReturn:
    """Wake an account that is left alone, once its owner has signed in anew."""

    def found() -> datetime | None:
        with suppress(CricketsError):  # a file that can't be used is told of by the passes
            return signed_in_at()
        return None

    known = await in_a_thread(found, name="sign-in")
    while True:
        await asyncio.sleep(pulse.total_seconds())
        if worker.well.is_set():
            continue
        former, known = known, await in_a_thread(found, name="sign-in")
        if known not in {None, former}:  # who signs out opens nothing
            logger(account=worker.account).info("sign_in.found")
            worker.wake()
            watcher.renew()

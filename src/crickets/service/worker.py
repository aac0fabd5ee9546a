"""
One account in the daemon: passes in a thread, one after the other, whenever there is reason to look.

What happens to one account is of no consequence to another. Knows asyncio; must not know servers or decisions.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from crickets.service.heartbeat import Heartbeat
from crickets.service.outcome import Done, Outcome
from crickets.service.patience import Patience
from crickets.service.threads import GRACE, in_a_thread
from crickets.service.turnstile import Turnstile

STUCK_AFTER = timedelta(minutes=10)
"""How long a pass may go without any progress before the watchdog is left to bite."""

_GIVEN_UP_BEFORE = 0.8
"""Of that time: then the pass is ended, for what its server does must not end those of all other accounts."""

_JITTER = 0.1


class Looking(Protocol):
    """What a worker asks of a session."""

    account: str

    def look(self) -> Outcome:
        """A whole pass; blocks, and raises as a pass does."""

    def hand_over(self) -> tuple[Done, ...]:
        """What was done since this was last asked, by passes that failed too."""

    def give_up(self, after: timedelta) -> None:
        """Make a pass that is under way in another thread fail at once: so long it hasn't got on."""

    def interrupt(self) -> None:
        """Make a pass that is under way in another thread end at once, and let no other begin."""

    def close(self) -> None:
        """Log out."""


@dataclass(slots=True, kw_only=True)
class Worker:
    """
    Looks at one account for as long as the daemon lives.

    There is reason to look when it's nudged, and when nobody has nudged it for `poll_every`; after a failure it
    waits with `Patience`. `heartbeat` is the session's progress. `learnt` is told what each pass found and did, `did`
    what one did that was cut short, `failed` how long the account is left alone after that. `looked` is set once there
    has been a pass, good or not, and `looked_anew` with each; `well` while the last one was good. Who isn't well has
    yet to log in, and goes through the `turnstile` that all accounts share.
    """

    session: Looking
    heartbeat: Heartbeat
    poll_every: timedelta
    learnt: Callable[[Outcome], None]
    did: Callable[[tuple[Done, ...]], None]
    failed: Callable[[timedelta], None]
    stuck_after: timedelta = STUCK_AFTER
    turnstile: Turnstile = field(default_factory=Turnstile)
    looked: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    looked_anew: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    well: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _patience: Patience = field(init=False)
    _reason: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _reprieve: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _looking: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._patience = Patience(account=self.account, event="pass.failed")

    @property
    def account(self) -> str:
        """The account's name."""
        return self.session.account

    @property
    def alive(self) -> bool:
        """Whether the account waits in peace or its pass gets on; an unreachable server is no fault of ours."""
        return not self._looking or self.heartbeat.silent_for < self.stuck_after

    def nudge(self) -> None:
        """There is reason to look."""
        self._reason.set()

    def wake(self) -> None:
        """What kept the account from being looked at may be mended: it's left alone no longer."""
        self._reprieve.set()

    async def run(self) -> None:
        """Look, and look again; ends only by being cancelled, logged out."""
        try:
            while True:
                pause = await self._look()
                self.looked.set()
                self.looked_anew.set()
                await (self._reason_to_look() if pause is None else self._left_alone(pause))
        finally:
            await self._log_out()

    async def _look(self) -> timedelta | None:
        """How long the account is to be left alone, or None if all went well."""
        if self.well.is_set():
            return await self._looked_at()
        with await self.turnstile.enter():
            return await self._looked_at()

    async def _looked_at(self) -> timedelta | None:
        self._reason.clear()
        self._reprieve.clear()
        try:
            self.learnt(await self._outcome())
        except Exception as error:  # noqa: BLE001 - the account's boundary: not even our own mistake crosses it
            return self._left_alone_after(error)
        self._patience.renewed()
        self.well.set()
        return None

    async def _outcome(self) -> Outcome:
        """What a pass comes to; what was done is told even of one that fails, or that the daemon's end cuts short."""
        self.heartbeat.beat()
        self._looking = True
        giving_up = asyncio.create_task(self._give_up_once_stuck())
        try:
            outcome = await in_a_thread(
                self.session.look, name=f"pass-{self.account}", interrupt=self.session.interrupt
            )
        except BaseException:
            self.did(self.session.hand_over())
            raise
        finally:
            giving_up.cancel()
            self._looking = False
        self.session.hand_over()  # all of it is in the outcome
        return outcome

    async def _give_up_once_stuck(self) -> None:
        """
        End a pass that doesn't get on, which it meets when next it asks the server.

        Whatever it waits for may be to blame, this machine too. One that never asks again is left to the watchdog.
        """
        patience = self.stuck_after * _GIVEN_UP_BEFORE
        while (left := patience - self.heartbeat.silent_for) > timedelta():  # noqa: ASYNC110 - a beat is of another thread
            await asyncio.sleep(left.total_seconds())
        self.session.give_up(patience)

    def _left_alone_after(self, error: Exception) -> timedelta:
        self.well.clear()
        pause = self._patience.after(error)
        self.failed(pause)
        return pause

    async def _left_alone(self, pause: timedelta) -> None:
        """Return after a pause, or when woken."""
        with suppress(TimeoutError):
            async with asyncio.timeout(pause.total_seconds()):
                await self._reprieve.wait()

    async def _reason_to_look(self) -> None:
        """Return when there is one; a poll counts real time, so that no clock that is set can put it off."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.poll_every.total_seconds() * random.uniform(1 - _JITTER, 1)):  # noqa: S311
                await self._reason.wait()

    async def _log_out(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(GRACE.total_seconds()):
                await in_a_thread(self.session.close, name=f"end-{self.account}")

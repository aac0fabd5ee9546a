"""
Waits on a connection of its own for something to move in one account, and says so.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic
from typing import Protocol

from crickets.service.log import logger
from crickets.service.patience import Patience
from crickets.service.threads import call_in, in_a_thread
from crickets.service.turnstile import Place, Turnstile

REISSUE = timedelta(minutes=9)
"""How long one wait lasts: servers end an IDLE after 29 minutes (RFC 2177 §3), middle boxes forget it far earlier."""


class Watch(Protocol):
    """Something that waits for a mailbox to move."""

    def wait(self, timeout_seconds: float) -> bool:
        """Whether something moved before the time was up; `Transient` if the line broke."""

    def stop(self) -> None:
        """Make a wait under way end at once; from any thread."""

    def close(self) -> None:
        """Log out; never raises."""


@dataclass(slots=True, kw_only=True)
class Watcher:
    """
    Watches one account for as long as the daemon lives.

    `connect` gives a watch, or None where the server can't tell, or the owner doesn't want it: then the poll alone
    looks. No line is opened but while the account is `well`, so that a server in trouble is asked by one alone; and
    none but through the `turnstile` that all accounts share.
    """

    account: str
    connect: Callable[[], Watch | None]
    well: asyncio.Event
    moved: Callable[[], None]
    turnstile: Turnstile = field(default_factory=Turnstile)
    _patience: Patience = field(init=False)
    _turn: asyncio.Task[bool] | None = field(default=None, init=False)
    _owes_a_word: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._patience = Patience(account=self.account, event="watch.broke", loud=False)

    async def run(self) -> None:
        """Watch; ends by being cancelled, or when there is nothing to watch by."""
        keeps_watch = True
        while keeps_watch:
            await self.well.wait()
            self._turn = asyncio.create_task(self._keeps_watch())
            try:
                await asyncio.wait((self._turn,))
            finally:
                self._turn.cancel()
                await asyncio.wait((self._turn,))
            keeps_watch = self._turn.cancelled() or self._turn.result()

    def renew(self) -> bool:
        """
        Have a new line opened in place of one that may have died unnoticed, and have it told as any is that begins.

        It's told even if none can be opened. False if there is none to renew: then nothing will be told.
        """
        if self._turn is None or not self._turn.cancel():
            return False
        self._owes_a_word = True
        return True

    async def _keeps_watch(self) -> bool:
        """Watch until the line breaks, and wait then; False if there is none."""
        place = await self.turnstile.enter()
        vigil, began = self._vigil(place), monotonic()
        try:
            with place:
                kept = await in_a_thread(vigil.keep, name=f"watch-{self.account}", interrupt=vigil.end)
        except Exception as error:  # noqa: BLE001 - the account's boundary, as in the worker
            self._keep_word()
            held = timedelta(seconds=monotonic() - began)
            await asyncio.sleep(self._patience.after(error, held=held).total_seconds())
            return True
        self._keep_word()
        return kept

    def _vigil(self, place: Place) -> Vigil:
        loop = asyncio.get_running_loop()

        def moved() -> None:
            place.leave()  # the first time it says that there is a line
            self._tell()

        return Vigil(account=self.account, connect=self.connect, moved=lambda: call_in(loop, moved))

    def _tell(self) -> None:
        self._owes_a_word = False
        self.moved()

    def _keep_word(self) -> None:
        """Tell, if that was promised."""
        if self._owes_a_word:
            self._tell()


@dataclass(slots=True, kw_only=True)
class Vigil:
    """One line, watched in a thread until it breaks or is told to end."""

    account: str
    connect: Callable[[], Watch | None]
    moved: Callable[[], None]
    _ended: threading.Event = field(default_factory=threading.Event, init=False)
    _watch: Watch | None = field(default=None, init=False)

    def keep(self) -> bool:
        """True when told to end, False if there is nothing to watch by; a line that breaks raises."""
        watch = self._watch = self.connect()
        if watch is None:
            logger(account=self.account).info("watch.by_poll_alone")
            return False
        with closing(watch):
            if not self._ended.is_set():
                logger(account=self.account).info("watch.began")
                self.moved()  # what came between the last pass and this line is told by nobody
            while not self._ended.is_set():
                if watch.wait(REISSUE.total_seconds()):
                    self.moved()
        return True

    def end(self) -> None:
        """Make `keep` end; from another thread."""
        self._ended.set()
        if (watch := self._watch) is not None:
            watch.stop()

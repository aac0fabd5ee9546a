"""
Waits on a connection of its own for something to move in one account, and says so.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from crickets.errors import CricketsError
from crickets.service.log import logger
from crickets.service.patience import pause_after

REISSUE = timedelta(minutes=9)
"""How long one IDLE lasts: servers end it after 29 minutes (RFC 2177 §3), middle boxes forget it far earlier."""


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
    Watches one account in a thread of its own until it's told to stop.

    `connect` gives a watch, or None where the server can't tell (no IDLE): then the poll alone looks.
    """

    account: str
    connect: Callable[[], Watch | None]
    moved: Callable[[], None]
    _stopping: threading.Event = field(default_factory=threading.Event, init=False)
    _watch: Watch | None = field(default=None, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)

    def start(self) -> None:
        """Begin to watch."""
        self._thread = threading.Thread(target=self._run, name=f"watch-{self.account}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within a second or so; the connection is closed by the thread itself."""
        self._stopping.set()
        if self._watch is not None:
            self._watch.stop()

    def join(self, seconds: float) -> None:
        """Wait for the thread to have ended, for so long at most."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            try:
                if not self._watched():
                    return
                failures = 0
            except CricketsError as error:
                failures += 1
                pause = pause_after(error, failures, random.random())  # noqa: S311 - jitter, no secret
                logger(account=self.account).info("watch.interrupted", error=error.what)
                self._stopping.wait(pause.total_seconds())

    def _watched(self) -> bool:
        """Watch until told to stop; False if the server can't tell. A line that breaks raises."""
        watch = self._watch = self.connect()
        if watch is None:
            return False
        try:
            # What came between the last pass and this IDLE is told by nobody.
            self.moved()
            while not self._stopping.is_set():
                if watch.wait(REISSUE.total_seconds()):
                    self.moved()
        finally:
            watch.close()
        return True

"""A session and a watch that do what a test says, in the threads of the daemon's parts."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from crickets.errors import Transient
from crickets.service.clock import system_clock
from crickets.service.outcome import Done, Outcome

PATIENCE = 10.0
MOVED, QUIET = True, False


@dataclass(slots=True)
class FakeSession:
    """Counts its passes; each does what `act` says, and ends as a real one would when it's interrupted."""

    act: Callable[[], object] = lambda: None
    account: str = "work"
    begun: queue.SimpleQueue[int] = field(default_factory=queue.SimpleQueue)
    interrupted: threading.Event = field(default_factory=threading.Event)
    closed: threading.Event = field(default_factory=threading.Event)
    given_up: list[timedelta] = field(default_factory=list)
    passes: int = 0
    done: tuple[Done, ...] = ()

    def look(self) -> Outcome:
        self.passes += 1
        self.begun.put(self.passes)
        self.act()
        return Outcome(account=self.account, at=system_clock(), done=self.done)

    def hand_over(self) -> tuple[Done, ...]:
        return self.done

    def give_up(self, after: timedelta) -> None:
        self.given_up.append(after)
        self.interrupted.set()

    def interrupt(self) -> None:
        self.interrupted.set()

    def close(self) -> None:
        self.closed.set()

    def until_interrupted(self) -> None:
        """A pass that would take for ever."""
        assert self.interrupted.wait(PATIENCE)
        raise Transient("the connection broke", remedy="Later.")


@dataclass(slots=True)
class FakeWatch:
    """Tells what the test puts in: that something moved, or how the line broke."""

    news: queue.SimpleQueue[bool | Exception] = field(default_factory=queue.SimpleQueue)
    closed: threading.Event = field(default_factory=threading.Event)

    def wait(self, timeout_seconds: float) -> bool:
        told = self.news.get(timeout=PATIENCE)
        if isinstance(told, Exception):
            raise told
        return told

    def stop(self) -> None:
        self.news.put(QUIET)

    def close(self) -> None:
        self.closed.set()

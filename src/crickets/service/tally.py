"""
What has been counted since the daemon began: passes, what they did, and the connections that they needed.

Counts on through a reload; for any thread. Numbers alone: no thread, no client.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from threading import Lock
from time import monotonic
from typing import TypeVar

from crickets.service.outcome import Deed, Done, Outcome
from crickets.service.ports import Clock
from crickets.service.worker import Looking

_Open = TypeVar("_Open")


class Result(Enum):
    """How a pass ended."""

    GOOD = "good"
    DOUBTFUL = "doubtful"  # to its end, but what was read can't be relied on
    FAILED = "failed"


class Line(Enum):
    """What a connection is for."""

    MAIL = "mail"
    WATCH = "watch"


@dataclass(slots=True)
class Record:
    """What was counted of one account."""

    passes: Counter[Result] = field(default_factory=Counter)
    seconds: float = 0.0
    last: Result | None = None
    last_good_at: datetime | None = None
    drafts: Counter[Deed] = field(default_factory=Counter)
    connections: Counter[Line] = field(default_factory=Counter)


@dataclass(slots=True)
class Tally:
    """The records of all accounts."""

    clock: Clock
    _records: dict[str, Record] = field(default_factory=dict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def of(self, account: str) -> Record:
        """What was counted of an account by now; a copy."""
        with self._lock:
            return deepcopy(self._of(account))

    def passed(self, account: str, result: Result, seconds: float) -> None:
        """A pass is over."""
        with self._lock:
            record = self._of(account)
            record.passes[result] += 1
            record.seconds += seconds
            record.last = result
            if result is Result.GOOD:
                record.last_good_at = self.clock()

    def did(self, account: str, deeds: Iterable[Done]) -> None:
        """Something was done with drafts."""
        with self._lock:
            self._of(account).drafts.update(done.deed for done in deeds)

    def counted(self, account: str, line: Line, connect: Callable[[], _Open]) -> Callable[[], _Open]:
        """The same way to connect; that it was gone is counted."""

        def connected() -> _Open:
            opened = connect()
            with self._lock:
                self._of(account).connections[line] += int(opened is not None)
            return opened

        return connected

    def _of(self, account: str) -> Record:
        return self._records.setdefault(account, Record())


@dataclass(slots=True)
class Counted:
    """A session whose passes are counted."""

    session: Looking
    tally: Tally
    account: str = field(init=False)
    _ended: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.account = self.session.account

    def look(self) -> Outcome:
        """A pass; one that was told to end has no result."""
        began, result = monotonic(), Result.FAILED
        try:
            outcome = self.session.look()
            result = Result.DOUBTFUL if outcome.doubts else Result.GOOD
        finally:
            if not self._ended:
                self.tally.passed(self.account, result, monotonic() - began)
        return outcome

    def hand_over(self) -> tuple[Done, ...]:
        """What was done since this was last asked: the one way by which each deed comes once."""
        done = self.session.hand_over()
        self.tally.did(self.account, done)
        return done

    def give_up(self, after: timedelta) -> None:
        """Let a pass fail."""
        self.session.give_up(after)

    def interrupt(self) -> None:
        """End a pass."""
        self._ended = True
        self.session.interrupt()

    def close(self) -> None:
        """Log out."""
        self.session.close()

"""
What a pass did and saw, for whoever called it to show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from crickets.domain.mailbox import Retirement
from crickets.domain.thread import Draft, ThreadId
from crickets.domain.verdict import Verdict


class Deed(Enum):
    """One thing that a pass did, or on a dry run would do; or found to have been done by the owner."""

    LAID = "laid"
    OVERTAKEN = "overtaken"  # written, but no longer due when it was to be laid: an answer came, or the day was full
    TAKEN_BACK = "taken back"
    LEFT = "left"
    UNWRITABLE = "could not be written"
    REFUSED = "refused"  # by the server; tried again with the next pass
    SENT = "sent"  # by the owner, as each after it
    THROWN_AWAY = "thrown away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """
    A deed on a thread.

    `message` are the bytes of a draft that was laid (empty if that came to light only later), `how` what became of one
    taken back, `trouble` why something was not done: why a draft could not be written, by what it was overtaken, what
    the server said.
    """

    deed: Deed
    verdict: Verdict
    draft: Draft | None = None
    message: bytes = b""
    how: Retirement | None = None
    trouble: str = ""

    @property
    def thread(self) -> ThreadId:
        """The thread it was done on."""
        return self.verdict.thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """
    The result of a pass over one account; `done` counts what earlier tries did that came to nothing.

    `verdicts` are those on the threads that were judged, or are told of; of all `threads` most rest, and the first of
    these is to be looked at again at `due_at`. `too_long` are silent too long to be followed up by themselves. `doubts`
    tell why the account can't be relied on by now, if so: nothing more is laid until it can.
    """

    account: str
    at: datetime
    verdicts: tuple[Verdict, ...] = ()
    done: tuple[Done, ...] = ()
    doubts: tuple[str, ...] = ()
    threads: int = 0
    too_long: int = 0
    due_at: datetime | None = None

    @property
    def next_at(self) -> datetime | None:
        """When the next of the threads that are told of moves on by itself."""
        return min((v.next_at for v in self.verdicts if v.next_at is not None and v.next_at > self.at), default=None)

    @property
    def look_at(self) -> datetime | None:
        """When the account must be looked at again, even if nothing moves."""
        return min((at for at in (self.next_at, self.due_at) if at is not None), default=None)

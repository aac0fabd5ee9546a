"""
What a question about a thread answers, for those of all kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crickets.domain.calendar import DayOff
from crickets.domain.message import Message
from crickets.domain.thread import ThreadId
from crickets.domain.verdict import State, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """
    What one question answered; `retire` says that an untouched draft has no more reason to lie there.

    `spare` leaves what lies there of another plan, as no draft takes its place now. `passed_over` are the days off
    before `next_at`, beside those of the count.
    """

    state: State
    reason: Why
    retire: bool = True
    spare: bool = False
    next_at: datetime | None = None
    passed_over: tuple[DayOff, ...] = ()
    lay: bool = False


def who_of(message: Message) -> str:
    """Its author as a sentence names them."""
    return message.sender.name or message.sender.email


def in_answer_to(thread: ThreadId | None) -> str:
    """What a promise of another thread answers, as a sentence goes on; nothing where it's of the thread itself."""
    return "" if thread is None else f", in answer to the notice of {thread}"

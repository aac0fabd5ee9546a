"""
A call or a task as it stands on the owner's task list: by which name it's known there, and what is to become of it.

Nothing is kept of what was put there: its name says which step it is, and the list itself says what became of it.
Must not know words, iCalendar, nor how a list is reached.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256

from crickets.domain.digest import ToDo
from crickets.domain.errand import Errand
from crickets.domain.policy import Policy
from crickets.domain.thread import RESTARTING, OrderKind, Thread, ThreadId
from crickets.domain.verdict import State, Verdict

_OURS = re.compile(r"crickets-(?P<mailbox>[0-9a-f]{8})-(?P<thread>[0-9a-z]{1,60})-[0-9a-f]{16}")
_RESTING = frozenset({State.SNOOZED, State.HELD, State.WAITING})
"""States in which the very same call may fall due again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """
    A call or a task that is due, before it has words; `uid` names one step of one count, and no other.

    `silent_days` is how long nobody has answered.
    """

    uid: str
    due: date
    told: ToDo
    silent_days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """The same as it's put on the list."""

    uid: str
    summary: str
    description: str
    due: date


class Mark(Enum):
    """How one of ours stands on the list."""

    OPEN = "open"
    DONE = "done"  # ticked off by the owner
    CLOSED = "closed"  # ended in another way or by us, or of a kind that we don't understand


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One of ours as it's on the list; `touched` says that it isn't as it was put there."""

    uid: str
    mark: Mark
    touched: bool


class Ending(Enum):
    """What is done with one of ours that is no longer due."""

    TICK = "tick"
    REMOVE = "remove"


def chore_of(thread: Thread, verdict: Verdict, errand: Errand, policy: Policy, mailbox: str) -> Chore | None:
    """The call or task that is due in a thread; `mailbox` is what tells one from another."""
    step, uid = verdict.planned, _uid_of(thread, verdict, verdict.step, mailbox)
    if step is None or verdict.client is None or verdict.due is None or not uid:
        return None
    told = ToDo(
        thread=thread.id,
        client=verdict.client,
        subject=verdict.subject,
        do=step.do,
        phone=errand.phone,
        note=step.note,
        concerns=errand.concerns,
        last=errand.last,
    )
    silent = None if verdict.silence is None else verdict.silence.days
    return Chore(uid=uid, due=policy.calendar.day_of(verdict.due.at), told=told, silent_days=silent)


def uids_done(thread: Thread, verdict: Verdict, mailbox: str) -> frozenset[str]:
    """The names of the thread's calls and tasks that the owner has said to be done, as far as they count now."""
    steps = {order.step for order in thread.orders if order.kind is OrderKind.DONE and order.step is not None}
    return frozenset(_uid_of(thread, verdict, step, mailbox) for step in steps)


def thread_of(uid: str, mailbox: str) -> ThreadId | None:
    """The thread that one of ours belongs to; None if it's none of ours, or another mailbox's."""
    found = _OURS.fullmatch(uid)
    return None if found is None or found["mailbox"] != _digest(mailbox)[:8] else ThreadId(found["thread"])


def ending_of(listed: Listed, state: State | None, *, done: bool) -> Ending | None:
    """
    What is done with one of ours that is no longer due, by the state that its thread is in by now; None for nothing.

    What the owner has put anything into is theirs: it's left while the thread only rests, and then ticked off rather
    than removed, as many programs show what is marked as cancelled as if it were still open.
    """
    if listed.mark is not Mark.OPEN:
        return None
    if done:
        return Ending.TICK
    if listed.touched:
        return None if state in _RESTING else Ending.TICK
    return Ending.REMOVE


def _uid_of(thread: Thread, verdict: Verdict, step: int, mailbox: str) -> str:
    """
    The name of a step: another for each count, as an order begins a new one with the same mail.

    Whatever it's called in a program, one name is one step: a tick of an earlier count must not end a later call.
    """
    if verdict.anchor is None:
        return ""
    order = thread.last_order(*RESTARTING)
    begun = "" if order is None else order.at.isoformat()
    which = "\0".join((mailbox, verdict.plan, str(step), verdict.anchor.id, begun))
    return f"crickets-{_digest(mailbox)[:8]}-{thread.id}-{_digest(which)[:16]}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

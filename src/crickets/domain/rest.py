"""
How long the verdict on a thread can't change, but by something that is learnt: so long nobody need look at it.

Errs towards looking too often. Knows nothing of how a thread is woken (docs/decisions/0014).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from crickets.domain.calendar import ONE_DAY, Calendar
from crickets.domain.cases import SKEW
from crickets.domain.kinship import bonds
from crickets.domain.message import Address
from crickets.domain.news import news_in
from crickets.domain.thread import Thread
from crickets.domain.verdict import Reason, State, Verdict

_WITH_A_DRAFT = timedelta(hours=1)
"""How long a thread rests at most in which a draft lies, or that stands in line for one."""

_IN_DOUBT = frozenset({Reason.NOT_FULLY_READ, Reason.STALE})
"""What the next reading may put right, whatever it brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """
    A thread left alone `until` a moment; None for as long as nothing is learnt that concerns it.

    `due_at` is when it's to be looked at even if nobody looks at the mailbox for anything else. Meanwhile it's listed
    as `state`, silent `since` then, or as the owner's turn since `turn_since`; as nothing where it has no verdict.
    `listens_for` are the bonds of whoever's mail may change its verdict, wherever that comes in. One that is due rests
    only `in_line`, as long as the day or its client has no room for a draft: until a day is over, or anything becomes
    of a draft, whichever it is. When it's looked at again for that, whoever knows the line says.
    """

    until: datetime | None = None
    due_at: datetime | None = None
    state: State | None = None
    is_old: bool = False
    since: datetime | None = None
    turn_since: datetime | None = None
    in_line: bool = False
    listens_for: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """
    How many threads rest, by what they're listed as, and how many are `awake`.

    Of those that rest, `turns` are the owner's turn too, and `old` silent too long to be followed up by themselves.
    """

    states: Mapping[State, int]
    turns: int = 0
    old: int = 0
    awake: int = 0


def rest_of(
    thread: Thread,
    verdict: Verdict | None,
    calendar: Calendar,
    now: datetime,
    *,
    turn_at: datetime | None,
    people: Iterable[Address] = (),
) -> Rest | None:
    """
    How a thread may rest after this verdict, or None if it's to be looked at again at once.

    `thread` is as the verdict was made on it, with what was looked up elsewhere of these `people`; `turn_at` is when a
    mail in it becomes the owner's turn, or did. One that is due may rest if it's to stand in line.
    """
    if any(message.sent_at > now + SKEW for message in thread.messages):
        return None
    listens_for = frozenset(bond for person in people for bond in bonds(person))
    if verdict is None:
        return Rest(until=_first((turn_at,), now), listens_for=listens_for)
    if not _may_rest(thread, verdict, now):
        return None
    return Rest(
        until=_first((turn_at, *_moments(thread, verdict, calendar, now)), now),
        due_at=verdict.next_at,
        state=State.HELD if verdict.lay is not None else verdict.state,
        is_old=verdict.is_old,
        since=None if verdict.anchor is None else verdict.anchor.sent_at,
        turn_since=verdict.your_turn_since,
        in_line=verdict.lay is not None,
        listens_for=listens_for,
    )


def _may_rest(thread: Thread, verdict: Verdict, now: datetime) -> bool:
    """Whether nothing is to be told, nor to be done but to lay a draft, and nothing in doubt."""
    is_busy = bool(verdict.take_back) or verdict.reason.reason in _IN_DOUBT
    is_due = verdict.lay is None and verdict.next_at is not None and verdict.next_at <= now
    is_told = any(news_in(thread, verdict, now))  # of the many that rest, `status` looks at some
    return not (is_busy or is_due or is_told or (_has_a_draft(thread) and not verdict.is_silent))


def _moments(thread: Thread, verdict: Verdict, calendar: Calendar, now: datetime) -> Iterator[datetime]:
    """When time alone may change the verdict."""
    if verdict.next_at is not None:
        yield verdict.next_at
        yield calendar.beginning(calendar.day_of(verdict.next_at))
    if verdict.is_silent:
        yield calendar.beginning(calendar.day_of(now) + ONE_DAY)
    if _has_a_draft(thread) or verdict.lay is not None:
        yield now + _WITH_A_DRAFT


def _has_a_draft(thread: Thread) -> bool:
    return any(draft.state.lives for draft in thread.drafts)


def _first(moments: tuple[datetime | None, ...], now: datetime) -> datetime | None:
    return min((moment for moment in moments if moment is not None and moment > now), default=None)

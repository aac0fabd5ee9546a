"""
How fast a client has answered so far, by the mail exchanged with them in any thread.

Knows an answer by the mail that it names; what only came later may be about something else. Must not know how the
mail was looked up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from crickets.domain.kinship import same_person
from crickets.domain.message import Address, Kind, Message
from crickets.domain.owner import Owner
from crickets.domain.people import names, own_mail

HABIT = 5
"""How many answers make a habit: fewer say nothing of the next one."""

SLOW = timedelta(days=5)
"""Who mostly takes longer than a follow-up waits is habitually slow."""

_PERSONS = frozenset({Kind.PERSON, Kind.CALENDAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long each answer of a client's took, shortest first; at least `HABIT` of them."""

    took: tuple[timedelta, ...]

    @property
    def median(self) -> timedelta:
        """Within this time half of the answers came; of an even number, the later of the middle two."""
        return self.took[len(self.took) // 2]

    @property
    def ninetieth(self) -> timedelta:
        """Within this time nine in ten answers came (nearest rank)."""
        return self.took[ceil(len(self.took) * 0.9) - 1]

    @property
    def slow(self) -> bool:
        """Whether the client is habitually slow."""
        return self.median >= SLOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A mail of the owner's, and the first answer to it by the client."""

    own: Message
    answer: Message

    @property
    def took(self) -> timedelta:
        """How long they took; nothing at all where a clock says that the answer was there first."""
        return max(self.answer.received - self.own.sent_at, timedelta(0))


def answered_by(client: Address, mails: Iterable[Message], owner: Owner) -> tuple[Answered, ...]:
    """Which of the owner's mails that wanted an answer, among these, a client has answered; the oldest first."""
    mails = tuple(mails)
    theirs = sorted(
        (m for m in mails if m.kind in _PERSONS and same_person(m.sender, client)), key=lambda m: m.received
    )
    asking = (own for own in own_mail(mails, owner) if not _needs_none(own))
    first = ((own, next((m for m in theirs if names(m, own)), None)) for own in asking)
    return tuple(Answered(own=own, answer=answer) for own, answer in first if answer is not None)


def _needs_none(own: Message) -> bool:
    """Whether a mail plainly needs no answer: what comes in its thread, if ever, is about something new."""
    return own.remarks is not None and own.remarks.expectation.answer is False


def habit_in(answered: Iterable[Answered]) -> Pace | None:
    """The pace that these answers show; None as long as there's no habit."""
    took = sorted(each.took for each in answered)
    return Pace(took=tuple(took)) if len(took) >= HABIT else None


def pace_of(client: Address, mails: Iterable[Message], owner: Owner) -> Pace | None:
    """The pace of a client by the mail exchanged with them; None as long as there's no habit."""
    return habit_in(answered_by(client, mails, owner))


def in_days(span: timedelta) -> str:
    """A time in words, in hours or in days, rounded up: within so long it came."""
    hours = ceil(span / timedelta(hours=1)) or 1
    days = ceil(hours / 24)
    return f"{days} days" if days > 2 else f"{hours} hours" if hours > 1 else "an hour"

"""
The digest: what the owner is told in the morning, whether that's worth a mail, and on which days there is one.

Knows what a digest holds, in parts that can be said in any language; must not know words, mail or servers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import Enum
from hashlib import sha256

from crickets.domain.calendar import Calendar
from crickets.domain.errand import Concern, Word
from crickets.domain.message import Address, Kind, Message, MessageId
from crickets.domain.owner import Owner
from crickets.domain.plans import Do
from crickets.domain.problem import Problem
from crickets.domain.thread import ThreadId


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thread that is told of: its name, and with whom it is on what."""

    thread: ThreadId
    client: Address | None
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWaits(Entry):
    """
    A draft that lies in Drafts to be read and sent.

    `template`, `step` (from 1) of `steps` and `plan` say which of ours it is; the owner's own has no step. `since` is
    the day on which it was laid, where that is told; `yours` says that the owner has touched or written it, `answered`
    on which day the client wrote before it went.
    """

    plan: str = ""
    template: str = ""
    step: int = 0
    steps: int = 0
    since: date | None = None
    yours: bool = False
    answered: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo(Entry):
    """
    A call or a task that is due: the number as it's dialled, the step's own note, the last exchange, and what to check.

    `phone_told` is the number as people read it, where that's otherwise.
    """

    do: Do
    phone: str = ""
    phone_told: str = ""
    note: str = ""
    concerns: tuple[Concern, ...] = ()
    last: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YourTurn(Entry):
    """A client who has waited for the owner since a day."""

    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Entry):
    """An answer that came on a day, and that the owner hasn't answered; `junk` says that it lies in Junk."""

    on: date
    junk: bool = False


class Matter(Enum):
    """Why a thread is held, as far as its owner can do something about it or will wonder."""

    BOUNCED = "bounced"
    AWAY = "away"
    AWAY_FOR_A_WHILE = "away for a while"
    HAS_LEFT = "has left"
    PROMISED = "promised"
    PROMISED_MONEY = "promised money"
    PERHAPS_ANSWERED = "perhaps answered"
    LIKE_A_MACHINE = "like a machine"
    PAUSED = "paused"
    INVOICE_UNKNOWN = "invoice unknown"
    INVOICE_UNREADABLE = "invoice unreadable"
    INVOICE_PROPOSED = "invoice proposed"
    INVOICE_OLD = "invoice old"
    INVOICE_NOT_YOURS = "invoice not yours"
    INVOICE_CREDITED = "invoice credited"
    INVOICE_TOLD_ELSEWHERE = "invoice told elsewhere"
    INVOICE_OF_ANOTHER = "invoice of another"
    INVOICE_OF_TWO = "invoice of two"
    INVOICE_FILE = "invoice file"
    INVOICE_ANSWERED = "invoice answered"
    DAILY_CAP = "daily cap"
    IN_LINE = "in line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Entry):
    """
    A thread that waits, why, and until which day, or which day it's about, where one is.

    `phone` is the number to call where mail comes back, as it's dialled, `phone_told` as people read it. `invoice` is
    the number of the invoice that it's about, where that is known, `missing` what it can't be confirmed, or told of,
    without, as the command asks for it.
    """

    matter: Matter
    day: date | None = None
    invoice: str = ""
    missing: str = ""
    phone: str = ""
    phone_told: str = ""

    @property
    def mark(self) -> str:
        """The same as long as the same thread waits for the same reason, and says nothing of either."""
        return sha256(f"{self.thread}\0{self.matter.value}\0{self.day}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """
    What is told on a day, each list the most pressing first.

    `problems` are those that `status` has, beside what is told thread by thread. `more_turns` and `more_holds` count
    those that aren't listed, `old_turns` those that have waited for so long that none is.
    """

    day: date
    drafts: tuple[DraftWaits, ...] = ()
    todos: tuple[ToDo, ...] = ()
    turns: tuple[YourTurn, ...] = ()
    answers: tuple[Answer, ...] = ()
    holds: tuple[Hold, ...] = ()
    troubles: tuple[Hold | Answer, ...] = ()
    problems: tuple[Problem, ...] = ()
    more_turns: int = 0
    old_turns: int = 0
    more_holds: int = 0

    @property
    def marks(self) -> frozenset[str]:
        """By which the holds that it tells of are known again."""
        return frozenset(hold.mark for hold in self.holds)

    @property
    def is_empty(self) -> bool:
        """Whether it tells of nothing at all."""
        return not self.is_worth_a_mail(told=())

    def is_worth_a_mail(self, told: Collection[str]) -> bool:
        """
        Whether there is anything to be done, or anything new.

        What is held waits by itself: of holds alone that were all `told` by the last digest there is none.
        """
        to_do = self.drafts or self.todos or self.turns or self.troubles or self.problems
        return bool(to_do or self.answers) or not self.marks <= frozenset(told)


class Fate(Enum):
    """What became of a day's digest."""

    INTENDED = "intended"  # about to be handed over: it may have been
    SENT = "sent"
    NOT_TAKEN = "not taken"  # the server said so, and it's tried again
    NOTHING = "nothing"  # there was nothing to tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """
    A digest of the owner's `day`, begun at `at`, by the Message-ID it bears.

    `told` are the marks of the holds in it.
    """

    id: MessageId
    day: date
    at: datetime
    fate: Fate = Fate.INTENDED
    told: frozenset[str] = field(default_factory=frozenset)


def hour_of(calendar: Calendar, at: time, day: date) -> datetime:
    """The moment of the digest on a day: in the gap and in the fold of a change of clocks as that of the drafts."""
    return replace(calendar, draft_at=at).opening(day)


def due_day(calendar: Calendar, at: time, now: datetime) -> date | None:
    """
    The day whose digest is due: today, if it's worked and the hour has come; however late, as long as it's today.

    A day that was missed is not made up for: what is still to be done stands in the next.
    """
    today = calendar.day_of(now)
    if calendar.why_off(today) or now < hour_of(calendar, at, today):
        return None
    return today


def without_digests(messages: Iterable[Message], digests: Collection[MessageId], owner: Owner) -> tuple[Message, ...]:
    """
    The same mails; of the owner's own, those marked that are a digest, or that answer or pass one on.

    One is known by its id, which only its ledger and its owner know, and by going from them to themselves: a header
    alone anybody can write. What the owner forwards of it asks nobody for anything that we should follow up, or quote.
    What a client says to that is an answer like any other, and what the owner writes to that is mail like any other.
    """
    if not digests:
        return tuple(messages)
    return tuple(
        replace(message, kind=Kind.DIGEST) if _is_of_a_digest(message, digests, owner) else message
        for message in messages
    )


def _is_of_a_digest(message: Message, digests: Collection[MessageId], owner: Owner) -> bool:
    if not owner.is_me(message.sender):
        return False
    is_one = message.id in digests and not owner.others(message.recipients)
    return is_one or (bool(message.parents) and message.parents[-1] in digests)

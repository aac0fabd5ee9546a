"""
A thread with all that is known of it: its mail, the drafts laid in it, the owner's orders.

The one thing a decision is made from. Knows no storage; the ledger builds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NewType

from crickets.domain.filing import FolderName
from crickets.domain.mailbox import DraftPlace, ListedDraft
from crickets.domain.message import Message, MessageId
from crickets.domain.notice import Ask
from crickets.domain.pace import Pace
from crickets.domain.plans import Timing
from crickets.domain.receivable import Receivable

ThreadId = NewType("ThreadId", str)
"""A short name for a thread, stable for the life of the ledger, as the owner types it (`k3f9`)."""


class DraftState(Enum):
    """What has become of a draft that was laid; every state but the first two and RETIRING is proved by the mailbox."""

    INTENDED = "intended"  # written down, not yet known to lie in Drafts
    ABANDONED = "abandoned"  # never reached the server
    LAID = "laid"  # lies in Drafts as it was laid
    EDITED = "edited"  # lies in Drafts, touched: the owner's from now on
    MISSING = "missing"  # gone from Drafts, not yet known whereto
    RETIRING = "being taken back"  # by us; written down, not yet known to be gone
    SENT = "sent"
    THROWN_AWAY = "thrown away"
    LOST = "lost"  # never seen, and it may have lain there: nobody knows whether its owner threw it away
    TAKEN_BACK = "taken back"

    @property
    def lives(self) -> bool:
        """Whether a draft in this state may still lie, or come to lie, in Drafts."""
        return self.lies or self in _UNSEEN

    @property
    def lies(self) -> bool:
        """Whether a draft in this state was seen lying in Drafts; one that lives and wasn't is waited for."""
        return self in _LYING


NEVER_LAY = frozenset({DraftState.INTENDED, DraftState.ABANDONED})
"""Of what is in these states, nobody has ever seen anything in Drafts."""

_LYING = frozenset({DraftState.LAID, DraftState.EDITED})
_UNSEEN = frozenset({DraftState.INTENDED, DraftState.MISSING, DraftState.RETIRING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """
    A draft of ours: which step of which plan it is, and what became of it.

    `place` is where it lies, or before that is known, where it can lie at the earliest (the folder's UIDNEXT); None
    where the server tells neither, until the next complete look.
    `step` counts from 0. `parent` is the mail it answers (the anchor). `attempt` tells apart drafts laid anew for
    one step after one was taken back. `laid_at` is when it was intended. `since` is when the present `state` was
    first seen, or begun by us; of an intended draft that a look has missed, since when it's missed. `digest` tells its
    exact bytes apart from others, `wording` what its writer says in it. `sent_as` is the mail in Sent that it became,
    `beside` mail of the owner's that was there before it, or that it went on lying beside: none of that is what it
    became, unless it says the same. `asks` is what a notice asks for. `how` says in words what proved
    the state, and `sure` whether that leaves no doubt.
    """

    id: MessageId
    thread: ThreadId
    plan: str
    step: int
    attempt: int = 0
    parent: MessageId
    to: tuple[str, ...] = ()
    subject: str = ""
    laid_at: datetime
    state: DraftState = DraftState.INTENDED
    since: datetime
    place: DraftPlace | None = None
    digest: str = ""
    wording: str = ""
    sent_as: MessageId | None = None
    beside: tuple[MessageId, ...] = ()
    asks: tuple[Ask, ...] = ()
    how: str = ""
    sure: bool = True

    @property
    def proof(self) -> str:
        """What proved the state, in words that say whether it's only probable; empty where nothing had to."""
        return self.how if self.sure or not self.how else f"probably: {self.how}"


class OrderKind(Enum):
    """What the owner may say of a thread."""

    STOP = "stop"
    RESUME = "resume"
    SNOOZE = "snooze"
    PLAN = "plan"
    WAIT = "wait"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """
    The owner's word on a thread, given at `at`.

    `until` belongs to a snooze (the first day on which the thread is looked at again), `plan` to a plan, `step` to a
    done call or task (counted from 0), `wait` to an order to wait: when the first step falls due, in place of the
    plan's own word. An order given in the mailbox tells `by` what it was given, in words, and the mail that it was
    given with as `source`.
    """

    kind: OrderKind
    at: datetime
    until: date | None = None
    plan: str = ""
    step: int | None = None
    wait: Timing | None = None
    by: str = ""
    source: MessageId | None = None

    @property
    def by_mail(self) -> bool:
        """Whether it was given in the mailbox, with a mail of the thread's, which may be forgotten by now."""
        return bool(self.by)

    @property
    def means(self) -> str:
        """By what it was given, as the end of a sentence; nothing where the owner gave it to Crickets itself."""
        return f", by {self.by}" if self.by else ""


RESTARTING = frozenset({OrderKind.PLAN, OrderKind.RESUME, OrderKind.WAIT})
"""The orders that follow a thread up anew, from the first step of its plan on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    A notice that the owner sent in a thread at `at`, and what it asks for: a step of a plan.

    Or one that still lies in Drafts (`lies`). `last_word` is when they last wrote there, `answer` the client's answer
    that they haven't taken up yet, or after which they haven't said how to go on, or None; `promise` is there instead
    if all of it only puts them off.
    """

    thread: ThreadId
    asks: tuple[Ask, ...]
    plan: str
    step: int
    at: datetime
    last_word: datetime
    answer: Message | None = None
    promise: Message | None = None
    lies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Debts:
    """
    What a client owes and was asked for in other threads, as far as this thread's notices go.

    `followed` are their invoices that are being followed up there. Of those, this thread's next notice may tell of
    `tellable`: they are due for a notice of the same kind at this moment, and go to nobody who isn't written to there;
    and of this thread's that of `leading` may tell. `asked` are the notices that were sent to them there, `sent_again`
    is when one of this thread's own invoices last went to them in another thread, `twin` what looks like one of them
    and went to somebody else.
    """

    followed: tuple[Receivable, ...] = ()
    tellable: tuple[Receivable, ...] = ()
    leading: tuple[Receivable, ...] = ()
    asked: tuple[Asked, ...] = ()
    sent_again: datetime | None = None
    twin: Receivable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """
    A conversation in one account, its messages from the oldest on.

    `lying` is what lies in Drafts, or waits to be sent elsewhere, and belongs to the thread, whoever wrote it.
    `acquainted` holds those of its people's addresses (as `Address.key`) from which a person has ever written to the
    owner, in any thread. `begun_anew` is what the owner has begun to write since to who waits for them there, under a
    new subject. `elsewhere` is what the silent client wrote of late in other threads, `perhaps` what may be an answer
    of theirs from another address, `pace` how fast they have answered so far, where that was looked up.
    `invoices` are those that its mail brought along or the owner told of, `debts` what is known of the client's in
    other threads. `folders` are those in which any of its mail lies, as far as is known.
    """

    id: ThreadId
    account: str
    messages: tuple[Message, ...]
    drafts: tuple[Draft, ...] = ()
    lying: tuple[ListedDraft, ...] = ()
    orders: tuple[Order, ...] = ()
    acquainted: frozenset[str] = frozenset()
    begun_anew: tuple[Message, ...] = ()
    elsewhere: tuple[Message, ...] = ()
    perhaps: tuple[Message, ...] = ()
    pace: Pace | None = None
    invoices: tuple[Receivable, ...] = ()
    debts: Debts = Debts()
    folders: tuple[FolderName, ...] = ()

    def last_order(self, *kinds: OrderKind) -> Order | None:
        """The owner's newest word of these kinds, or None; of two at one moment, the one that was given later."""
        given = (order for order in reversed(self.orders) if order.kind in kinds)
        return max(given, key=lambda order: order.at, default=None)

    def not_before(self, now: datetime) -> datetime:
        """
        The moment of what is done now: by a clock that was set back, the first after all that is known of the thread.

        What the owner says is said of what is there, and after what they said before.
        """
        mail = (message.received for message in self.messages)
        ours = (moment for draft in self.drafts for moment in (draft.laid_at, draft.since))
        known = (*mail, *ours, *(order.at for order in self.orders))
        return max((now, *(moment + timedelta(microseconds=1) for moment in known)))

    @property
    def stopped_by(self) -> Order | None:
        """The order by which the owner wants the thread left alone, or None."""
        order = self.last_order(OrderKind.STOP, *RESTARTING)
        return order if order is not None and order.kind is OrderKind.STOP else None

"""
What was decided of a thread, and why: values that the shell carries out and the commands show.

Knows words for reasons, made here and nowhere else; must not know how they were arrived at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from crickets.domain.calendar import DayOff
from crickets.domain.ladder import Demand
from crickets.domain.message import Address, Message, is_invented
from crickets.domain.plans import Due, Step, Timing
from crickets.domain.thread import Draft, ThreadId


class State(Enum):
    """What a thread's owner sees of it; the values are the contract's."""

    WAITING = "waiting"
    DRAFTED = "drafted"
    TASK = "task"
    HELD = "held"
    ANSWERED = "answered"
    SNOOZED = "snoozed"
    STOPPED = "stopped"
    CLOSED = "closed"
    IGNORED = "ignored"


SILENT = frozenset({State.WAITING, State.DRAFTED, State.TASK, State.HELD})
"""Where nobody has answered, and something is still to come."""


class Reason(Enum):
    """Why; each value is the sentence that says so, with its gaps."""

    NOBODY_TO_ANSWER = "nobody but you or a machine could answer it"
    ON_YOUR_IGNORE_LIST = "{address} is on your ignore list"
    NO_PLAN = "{by} says to leave it alone"
    NEVER_WROTE = "{address} has never written to you, and you track conversations only"
    NOT_TAGGED = "you track only what you give a plan to"
    ANSWERED = "{who} answered on {day}"
    ANSWERED_IN_JUNK = "{who} answered on {day}; the answer lies in Junk"
    ANSWERED_WITH_A_DRAFT = "{who} answered on {day}; a draft that you have touched still lies in Drafts"
    EXPECTS_NO_ANSWER = "your mail of {day} expects no answer ({how}): `crickets resume {thread}` if it does"
    TO_A_LIST = "{address} is a mailing list"
    LIKE_A_MACHINE = (
        "{who} answered on {day} in what may be a machine's words ({signals}): if a person wrote them, answer it; if "
        "not, `crickets resume {thread}`"
    )
    PERHAPS_ANSWERED = (
        "{who} wrote on {day} from {address}: if that's the client's answer, answer it there, and "
        "`crickets stop {thread}`; if not, `crickets resume {thread}`"
    )
    WORDS_UNREAD = "an automatic reply of {day} from {who} can't be read now; it's tried again"
    AWAY = "{who} is away until {until}{instead}; it's looked at again on {day}"
    AWAY_FOR_A_WHILE = "{who} wrote on {since} to be away, not until when{instead}; it's looked at again on {day}"
    HAS_LEFT = "nobody reads {who} any more, says their automatic reply of {day}{instead}"
    PROMISED = "{who} promised on {day} to answer by {until}{where}; step {step} falls due on {due}"
    PROMISED_MONEY = "{who} promised on {day} to pay by {until}{where}; step {step} falls due on {due}"
    HEARD_ELSEWHERE = "{who} wrote on {day} of something else, so it's no silence; step {step} falls due on {due}"
    YOUR_TURN = "{who} wrote on {day} and waits for your answer"
    ANSWERED_ANEW = "your mail of {day} (“{subject}”) counts as the answer to {who}'s of {since}"
    STOPPED = "you stopped it on {day}{means}"
    STOPPED_BY_THROWING_AWAY = "you threw a draft away, and on_delete is stop"
    SNOOZED = "you put it off until {day}{means}"
    PAUSED = "{client} is paused until {day}"
    BOUNCED = (
        "a mail to this thread came back on {day}: check the address and write to the right one (if it was right, "
        "`crickets resume {thread}`)"
    )
    DRAFT_LIES = "a draft for step {step} has lain in Drafts since {day}"
    DRAFT_IS_YOURS = "a draft for step {step} lies in Drafts; you have touched it, so it's yours"
    OWN_DRAFT_LIES = "a draft of your own for this thread lies in Drafts"
    DRAFT_UNSURE = "an attempt to lay the draft was cut off; it's being looked for before another is made"
    DRAFT_MISSING = "its draft left Drafts; it's waited a while to see whether it was sent"
    DRAFT_RETIRING = "taking its draft back was cut off; it's being looked for"
    PLAN_AT_ITS_END = "every step of {plan} was taken"
    NO_INVOICE = (
        "step {step} counts from the day on which an invoice falls due, and none is known of this thread: tell of it "
        "by `crickets invoice add {thread} --number …`"
    )
    UNREADABLE = (
        "your mail of {day} seems to bring an invoice along that can't be read ({files}): if it's to be paid, tell of "
        "it by `crickets invoice add {thread} --number … --amount … --currency … --due …{file}`; if it's none, give "
        "the thread another plan by `crickets plan {thread} negotiation`"
    )
    UNCONFIRMED = (
        "it seems to bring an invoice along ({invoice}): if it's to be paid, confirm that by "
        "`crickets invoice add {thread}{missing}`; {paid}if it's none, give the thread another plan by "
        "`crickets plan {thread} negotiation`"
    )
    FROM_BEFORE = (
        "its invoice ({invoice}) fell due so long before Crickets came that it may be paid long ago: if it's still "
        "owed, `crickets invoice add {thread} --number {number}`; if it's paid, `crickets invoice paid {number}`"
    )
    PERHAPS_ANOTHERS = (
        "its invoice ({invoice}) {how}: if it's yours and owed here, `crickets invoice add {thread} --number "
        "{number}`; if not, give the thread another plan by `crickets plan {thread} negotiation`, or none"
    )
    NO_FILE = (
        "no file of invoice {number} is known, and no notice goes without one: name it by "
        "`crickets invoice add {thread} --number {number} --file …`; if it's paid, `crickets invoice paid {number}`"
    )
    DRAFT_BEFORE_A_NOTICE = (
        "a draft for step {step} of {plan} has lain in Drafts since {day}; what follows is a notice about invoice "
        "{number}, of which no file is known: name it by `crickets invoice add {thread} --number {number} --file …`"
    )
    CREDITED = (
        "{note} seems to take something off invoice {number}, and how much isn't known: say it by "
        "`crickets invoice paid {number} --amount …`, without --amount if that was all; or "
        "`crickets invoice add {thread} --number {number}` if it's owed as before"
    )
    PAID = "invoice {number} is paid"
    TOLD_ELSEWHERE = "the notices of {thread} tell the client of invoice {number} too"
    OF_ANOTHER = (
        "your last mail here went to {who}, and {debtor} owes invoice {number}: write to them about it, or "
        "`crickets plan {thread} negotiation` to follow up on that mail"
    )
    TWO_DEBTORS = (
        "invoice {number} went to {debtor} as well, in {other}: `crickets plan {other} none` if that's a copy, "
        "`crickets plan {thread} none` if this is one, `crickets plan {thread} {plan}` if both are owed"
    )
    DISPUTED = (
        "{who} answered on {day} what asked for invoice {number}, and you have answered that: "
        "`crickets resume {thread}` if it's still to be asked for, `crickets invoice paid {number}` if it's paid"
    )
    PAUSED_BY_AN_ANSWER = (
        "{who} answered on {day}{where}, and invoice {number} is {late} late: `crickets resume {thread}` if it's still "
        "to be asked for, `crickets invoice paid {number}` if it's paid"
    )
    ANSWERED_ELSEWHERE = (
        "{who} answered on {day} the notice of {other} that told of invoice {number} too: answer there if you haven't, "
        "and `crickets resume {thread}` if it's still to be asked for"
    )
    FEE = "the late fee so far is {fee} {currency}: {how}"
    NO_FEE = "no late fee is asked for: {how}"
    OWED = "invoice {number}: {open} {currency} open, due on {due}"
    OLDER_THAN_SINCE = (
        "silent since before {day}, too long ago to start by itself: `crickets resume {thread}` to follow up"
    )
    NOT_YET = "step {step} falls due on {day}"
    WAITS_FOR_ITS_HOUR = "step {step} has been due since {due}; it is laid when the next working day begins, on {day}"
    DAY_OFF = "{day} is passed over: {why}"
    CALL_DUE = "a call is due since {day}{note}"
    TASK_DUE = "a task is due since {day}{note}"
    NOT_FULLY_READ = "the mailbox was not fully read: {doubt}"
    STALE = "the mailbox was last read on {day}; no draft is laid on old evidence"
    DAILY_CAP = "the day's {cap} drafts are laid, as many as max_new_drafts_per_day allows; it waits for the next"
    ONE_AT_A_TIME = "a draft to {who} lies in Drafts already ({threads}); {most} at a time"
    ANOTHER_FIRST = "a draft to {who} comes first ({threads}); {most} at a time"
    DUE = "step {step} is due since {day}"
    COUNTS_FROM_ORDER = "step {step} counts from your order of {day}{means}"
    COUNTS_FROM_PROMISE = "step {step} counts from {day}, the day until which you were put off"
    PROMISE_LAPSED = "{who} promised on {day} to pay by {until}{where}; the time for it to come in is over"
    COUNTS_FROM_WORD = (
        "step {step} counts from {day}, as {who} wrote to you on that day, of something else (“{subject}”)"
    )
    COUNTS_FROM_DONE = "step {step} counts from {day}, when the step before was done"
    COUNTS_FROM_DRAFT = "step {step} counts from {day}, the day of the draft before it"
    BREATHES = "step {step} comes no sooner than a week after the last word between you, of {day}"
    SILENT = "no answer since {day}{span}"
    NO_WORD = "no word since {who}'s mail of {day}{span}"
    PACE = "{who} has answered {answers} of your mails so far: half within {half}, nine in ten within {most}"
    PATIENT = "plan and habit: step {step} waits until nine in ten of {who}'s answers would have come"
    SLOW = (
        "{who} is habitually slow to answer: for the next contract think of a deposit, a fee for work that is broken "
        "off, and full contact data, phone above all"
    )
    PLAN_CHOSEN = "plan {plan}: {by}"
    TO_WAIT = "you ordered on {day} when its first step falls due{means}"
    NO_ORDER = "your mail of {day} went to {address}, which is no order that is known"
    TOO_LARGE = (
        "your mail of {day} has more than {most} MB, too much to be looked into: if it brings an invoice along, "
        "`crickets invoice add {thread} --number … --file …` takes it"
    )
    BOUNCED_FOR_OTHERS = "a mail to this thread came back on {day}, but only from {others}"
    REFUSED = (
        "a file in your mail of {day} can't be read as the invoice that it seems to be: {file}. If it's to be paid, "
        "`crickets invoice add {thread} --number …`"
    )
    ASKS = "your mail of {day} expects an answer: {how}"
    MAY_ASK = (
        "your mail of {day} counts as one that expects an answer, though no words of it ask for one: "
        "`crickets stop {thread}` if it needs none"
    )
    ATTENDS = "{who} answered the invitation: {attendance}"
    NOT_AN_ANSWER = "a mail of {day} from {who} is no answer: {kind}"
    DRAFT_WAS = "the draft for step {step}, laid on {day}: {state} ({how})"
    DRAFT_LIES_UNTOUCHED = "the draft for step {step}, laid on {day}, lies untouched"
    OUTDATED = "the draft for step {step} asks for the money by a day that has passed, and is taken back"
    OVERTAKEN = "the draft for step {step} is taken back, as nobody has touched it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason with its gaps filled; as text, the sentence."""

    reason: Reason
    about: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.reason.value.format(**dict(self.about))


def why(reason: Reason, /, **about: object) -> Why:
    """A reason about something; the gaps are given by name."""
    return Why(reason=reason, about=tuple((name, str(value)) for name, value in about.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """How long nobody has answered: calendar days and working days since the anchor's day; as text, in words."""

    days: int
    working_days: int

    def __str__(self) -> str:
        working = "a working day" if self.working_days else "no working day"
        if self.days == 1:
            return f"1 day, {working}"
        many = f"{self.working_days} of them working days" if self.working_days > 1 else f"{working} among them"
        return f"{self.days} days, {many}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """The day until which a client has promised an answer, or their money, and which has passed."""

    until: date
    is_of_money: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LayDraft:
    """
    Lay this step's draft, in answer to `parent`; `attempt` counts earlier drafts of this very step.

    `promise` is the client's mail since `parent` that put the owner off, or promised their money, or None: the draft is
    a reply to that. `lapsed` is a promise of theirs whose day it may name. `asked` is the owner's last mail where
    `parent` is the client's, which an order of theirs came after; or None. `contact` is another address of the client's
    from which they have written since, or None. `demand` is what a notice about late invoices says.
    """

    plan: str
    step: int
    template: str
    parent: Message
    attempt: int
    promise: Message | None = None
    lapsed: Lapsed | None = None
    asked: Message | None = None
    contact: Address | None = None
    demand: Demand | None = None

    @property
    def answered(self) -> Message:
        """The mail to which the draft is a reply, and which it quotes."""
        return self.parent if self.promise is None or is_invented(self.promise.id) else self.promise


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Take back a draft that lies untouched and has no more reason to."""

    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """
    What holds for one thread at one moment.

    `reason` is the one that decided, `why` everything that led there, in order. `step` counts from 0. `wait` is when
    the next step falls due in place of the plan's own word, where the owner has said so. `due` is when that is, where
    there is one; `next_at` when the thread must be looked at again; `passed_over` are
    the days off before either. `lay` and `take_back` are what is to be done now.
    """

    thread: ThreadId
    account: str
    state: State
    reason: Why
    why: tuple[Why, ...] = ()
    subject: str = ""
    client: Address | None = None
    plan: str = ""
    step: int = 0
    planned: Step | None = None
    wait: Timing | None = None
    anchor: Message | None = None
    silence: Silence | None = None
    due: Due | None = None
    next_at: datetime | None = None
    passed_over: tuple[DayOff, ...] = ()
    lay: LayDraft | None = None
    take_back: tuple[TakeBack, ...] = ()
    your_turn_since: datetime | None = None

    @property
    def is_silent(self) -> bool:
        """Whether the client is waited for; not where their silence was old when the account was first read."""
        return self.state in SILENT and not self.is_old

    @property
    def is_old(self) -> bool:
        """Whether the silence was too old, when the account was first read, to be followed up by itself."""
        return self.reason.reason is Reason.OLDER_THAN_SINCE

"""
Mail, drafts and wishes for tests, each with a default for all that the test is not about.

Dana (the owner, in Rome) writes to Anna (the client). No clock here: the present is `NOW`, the rest is before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from crickets.domain.calendar import Calendar, at_the_weekend
from crickets.domain.evidence import Evidence
from crickets.domain.filing import FolderName
from crickets.domain.late_fee import Payment
from crickets.domain.mailbox import (
    DraftPlace,
    DraftsListing,
    FolderEvidence,
    ListedDraft,
    Uid,
    UidValidity,
)
from crickets.domain.message import Address, Kind, Message, MessageId, Role
from crickets.domain.notice import Ask
from crickets.domain.owner import Owner
from crickets.domain.plans import BUILT_IN, Plan, Timing
from crickets.domain.policy import Client, Drafting, Invoicing, Policy, Rule, Tracking
from crickets.domain.receivable import Credit, KnownBy, Receipt, Receivable
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Debts, Draft, DraftState, Order, OrderKind, Thread, ThreadId

NOW = datetime(2026, 6, 17, 7, 0, tzinfo=UTC)
"""A Wednesday, nine in the morning in Rome: half an hour after drafts are laid."""

ROME = ZoneInfo("Europe/Rome")
DANA = Address(name="Dana Levi", email="dana@studio.example")
ANNA = Address(name="Anna Rossi", email="anna@client.example")
BEN = Address(name="Ben Carter", email="ben@client.example")

OWNER = Owner(name="Dana Levi", addresses=("dana@studio.example",), zone=ROME)
THREAD = ThreadId("k3f9")
DRAFT_FLAGS = frozenset({"\\Draft", "\\Seen"})
VALIDITY = UidValidity(7)

MONDAY_TO_FRIDAY = frozenset(range(5))
EVERY_DAY = frozenset(range(7))


def ago(*, days: float = 0, hours: float = 0, minutes: float = 0) -> datetime:
    """The moment so long before NOW."""
    return NOW - timedelta(days=days, hours=hours, minutes=minutes)


def june(day: int, hour: int = 10, minute: int = 0) -> datetime:
    """A moment of June 2026 on Rome's walls; the 1st is a Monday, NOW is on the 17th."""
    return datetime(2026, 6, day, hour, minute, tzinfo=ROME).astimezone(UTC)


FIRST_READ = ago(days=20)
"""When the account was read through for the first time."""


def an_address(email: str, name: str = "") -> Address:
    """Somebody, by their address."""
    return Address(name=name, email=email)


def an_id(name: str) -> MessageId:
    """A Message-ID."""
    return MessageId(f"{name}@mail.example")


# ------------------------------------------------------------------------------------------------ mail


class MessageChanges(TypedDict, total=False):
    """What a test may want otherwise in a mail."""

    id: MessageId
    parents: tuple[MessageId, ...]
    also_known_as: tuple[MessageId, ...]
    conversation: str
    subject: str
    sender: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None
    received: datetime
    kind: Kind
    signals: tuple[str, ...]
    to_list: bool
    subaddresses: tuple[Address, ...]
    places: frozenset[Role]
    files: tuple[str, ...]
    remarks: Remarks | None


def a_sent(at: datetime, *, answering: Message | None = None, **changes: Unpack[MessageChanges]) -> Message:
    """A mail from Dana to Anna, in Sent."""
    mail = Message(
        id=an_id(f"sent-{at.isoformat()}"),
        parents=_parents(answering),
        subject="The new site",
        sender=DANA,
        to=(ANNA,),
        date=at,
        received=at,
        places=frozenset({Role.SENT}),
    )
    return replace(mail, **changes)


def a_reply(at: datetime, *, answering: Message | None = None, **changes: Unpack[MessageChanges]) -> Message:
    """A mail from Anna to Dana, in INBOX."""
    changes.setdefault("to", (DANA,))
    mail = Message(
        id=an_id(f"reply-{at.isoformat()}"),
        parents=_parents(answering),
        subject="Re: The new site",
        sender=ANNA,
        date=at,
        received=at,
        places=frozenset({Role.INBOX}),
    )
    return replace(mail, **changes)


def an_auto_reply(at: datetime, *, answering: Message | None = None, **changes: Unpack[MessageChanges]) -> Message:
    """Anna's mailbox says that she is away."""
    changes.setdefault("id", an_id(f"auto-reply-{at.isoformat()}"))
    changes.setdefault("kind", Kind.AUTO_REPLY)
    changes.setdefault("signals", ("auto-submitted: auto-replied",))
    changes.setdefault("remarks", Remarks())
    return a_reply(at, answering=answering, **changes)


def a_bounce(at: datetime, *, of: Message | None = None, **changes: Unpack[MessageChanges]) -> Message:
    """Anna's server says that there is no Anna."""
    changes.setdefault("id", an_id(f"bounce-{at.isoformat()}"))
    changes.setdefault("kind", Kind.BOUNCE)
    changes.setdefault("sender", an_address("mailer-daemon@client.example"))
    changes.setdefault("subject", "Undelivered Mail Returned to Sender")
    return a_reply(at, answering=of, **changes)


def _parents(message: Message | None) -> tuple[MessageId, ...]:
    return () if message is None else (*message.parents, message.id)


# ---------------------------------------------------------------------------------------------- drafts


class DraftChanges(TypedDict, total=False):
    """What a test may want otherwise in a draft of ours."""

    id: MessageId
    thread: ThreadId
    plan: str
    step: int
    attempt: int
    to: tuple[str, ...]
    subject: str
    since: datetime
    place: DraftPlace | None
    digest: str
    sent_as: MessageId | None
    asks: tuple[Ask, ...]
    how: str


def a_draft(
    laid_at: datetime,
    *,
    parent: Message,
    state: DraftState = DraftState.LAID,
    **changes: Unpack[DraftChanges],
) -> Draft:
    """A draft of ours that answers `parent`: the first step of negotiation, lying where it was laid."""
    draft = Draft(
        id=an_id(f"draft-{laid_at.isoformat()}"),
        thread=THREAD,
        plan="negotiation",
        step=0,
        parent=parent.id,
        to=("anna@client.example",),
        subject="The new site",
        laid_at=laid_at,
        state=state,
        since=laid_at,
        place=None if state is DraftState.INTENDED else a_place(),
    )
    return replace(draft, **changes)


def a_place(
    uid: int = 1,
    *,
    folder: str = "Drafts",
    validity: int = VALIDITY,
    flags: frozenset[str] = DRAFT_FLAGS,
    mod_sequence: int | None = None,
) -> DraftPlace:
    """Where a draft lies."""
    return DraftPlace(
        folder=folder,
        uid_validity=UidValidity(validity),
        uid=Uid(uid),
        flags=flags,
        mod_sequence=mod_sequence,
    )


class ListedChanges(TypedDict, total=False):
    """What a test may want otherwise in a draft as it is listed."""

    place: DraftPlace
    id: MessageId
    parents: tuple[MessageId, ...]
    conversation: str
    to: tuple[str, ...]
    subject: str


def a_listed_draft(uid: int = 99, **changes: Unpack[ListedChanges]) -> ListedDraft:
    """A draft that somebody else wrote to Anna, as it lies in Drafts."""
    draft = ListedDraft(
        place=a_place(uid),
        id=an_id(f"listed-{uid}"),
        to=("anna@client.example",),
        subject="Re: The new site",
    )
    return replace(draft, **changes)


def as_listed(draft: Draft, **changes: Unpack[ListedChanges]) -> ListedDraft:
    """A draft of ours as it lies in Drafts."""
    listed = ListedDraft(
        place=draft.place or a_place(), id=draft.id, parents=(draft.parent,), to=draft.to, subject=draft.subject
    )
    return replace(listed, **changes)


def a_listing(
    *drafts: ListedDraft, at: datetime = NOW, validity: int = VALIDITY, elsewhere: tuple[ListedDraft, ...] = ()
) -> DraftsListing:
    """The Drafts folder with these in it, and what waits to be sent in others."""
    return DraftsListing(folder="Drafts", uid_validity=UidValidity(validity), at=at, drafts=drafts, elsewhere=elsewhere)


# ---------------------------------------------------------------------------------------------- orders


def a_stop(at: datetime) -> Order:
    """Dana says: leave it alone."""
    return Order(kind=OrderKind.STOP, at=at)


def a_resume(at: datetime) -> Order:
    """Dana says: follow it up again."""
    return Order(kind=OrderKind.RESUME, at=at)


def a_snooze(at: datetime, *, until: date | None) -> Order:
    """Dana says: not before that day."""
    return Order(kind=OrderKind.SNOOZE, at=at, until=until)


def a_plan_order(at: datetime, plan: str) -> Order:
    """Dana says: by this plan."""
    return Order(kind=OrderKind.PLAN, at=at, plan=plan)


def a_wait(at: datetime, wait: Timing, *, source: MessageId | None = None) -> Order:
    """Dana says, with a mail: the first step falls due then."""
    return Order(kind=OrderKind.WAIT, at=at, wait=wait, source=source, by="dana+wait@studio.example")


def a_done(at: datetime, *, step: int | None = None) -> Order:
    """Dana says that a call or a task is done."""
    return Order(kind=OrderKind.DONE, at=at, step=step)


# -------------------------------------------------------------------------------------------- invoices


class InvoiceChanges(TypedDict, total=False):
    """What a test may want otherwise in an invoice."""

    thread: ThreadId
    number: str
    amount: Decimal | None
    currency: str | None
    issued_on: date | None
    known_by: KnownBy
    mail: MessageId | None
    files: tuple[str, ...]
    path: str
    debtor: Address | None
    seller: str
    noted_at: datetime
    receipts: tuple[Receipt, ...]


def an_invoice(due_on: date | None, **changes: Unpack[InvoiceChanges]) -> Receivable:
    """Invoice 2026-14 for 1,200 EUR, read from its own file."""
    invoice = Receivable(
        thread=THREAD,
        number="2026-14",
        amount=Decimal("1200.00"),
        currency="EUR",
        due_on=due_on,
        issued_on=date(2026, 5, 1),
        known_by=KnownBy.FILE,
        mail=an_id("invoice"),
        files=("2026-14.pdf",),
        noted_at=FIRST_READ,
    )
    return replace(invoice, **changes)


def a_receipt(on: date, amount: str, *, at: datetime = NOW) -> Receipt:
    """Money that came in."""
    return Receipt(payment=Payment(on=on, amount=Decimal(amount)), at=at)


def asking(*told: str) -> tuple[Ask, ...]:
    """What a notice asks for: "2026-14 1200.00 2026-06-10" is invoice 2026-14, due then, of which 1200.00 is open."""
    return tuple(_ask(*each.split(" ")) for each in told)


def _ask(number: str, outstanding: str, due_on: str = "") -> Ask:
    due = date.fromisoformat(due_on) if due_on else None
    return Ask(number=number, outstanding=Decimal(outstanding), due_on=due)


class CreditChanges(TypedDict, total=False):
    """What a test may want otherwise in a credit note."""

    number: str
    of: str
    amount: Decimal
    at: datetime
    thread: ThreadId
    debtor: Address | None


def a_credit(**changes: Unpack[CreditChanges]) -> Credit:
    """Credit note C-1, which takes 200 EUR off invoice 2026-14."""
    note = Credit(
        number="C-1",
        of="2026-14",
        amount=Decimal(200),
        currency="EUR",
        on=date(2026, 6, 2),
        at=NOW,
        thread=THREAD,
    )
    return replace(note, **changes)


# --------------------------------------------------------------------------------- threads and wishes


class ThreadChanges(TypedDict, total=False):
    """What a thread may hold beside its mail."""

    id: ThreadId
    account: str
    drafts: tuple[Draft, ...]
    lying: tuple[ListedDraft, ...]
    orders: tuple[Order, ...]
    acquainted: frozenset[str]
    elsewhere: tuple[Message, ...]
    perhaps: tuple[Message, ...]
    invoices: tuple[Receivable, ...]
    debts: Debts
    folders: tuple[FolderName, ...]


def a_thread(*messages: Message, **changes: Unpack[ThreadChanges]) -> Thread:
    """A conversation with Anna, who has written to Dana before."""
    thread = Thread(id=THREAD, account="work", messages=messages, acquainted=frozenset({ANNA.key}))
    return replace(thread, **changes)


def a_calendar(
    *,
    zone: str = "Europe/Rome",
    working_days: frozenset[int] = MONDAY_TO_FRIDAY,
    holidays: Mapping[date, str] | None = None,
    draft_at: time = time(8, 30),
    banks_rest: Callable[[date], bool] | None = None,
) -> Calendar:
    """Monday to Friday, no holidays, drafts at half past eight; banks rest at weekends and on holidays."""
    named = holidays or {}
    return Calendar(
        zone=ZoneInfo(zone),
        working_days=working_days,
        holiday=lambda day: named.get(day, ""),
        draft_at=draft_at,
        banks_rest=banks_rest or (lambda day: at_the_weekend(day) or day in named),
    )


class PolicyChanges(TypedDict, total=False):
    """What a test may want otherwise of the owner's wishes."""

    owner: Owner
    calendar: Calendar
    tracking: Tracking
    drafting: Drafting
    invoicing: Invoicing
    clients: tuple[Client, ...]
    rules: tuple[Rule, ...]
    plans: Mapping[str, Plan]


def a_policy(**changes: Unpack[PolicyChanges]) -> Policy:
    """What Dana wants: the built-in plans, all defaults."""
    return replace(Policy(owner=OWNER, calendar=a_calendar(), plans=BUILT_IN), **changes)


def a_rule(plan: str, *, subject: str = "", to: tuple[str, ...] = (), sender: tuple[str, ...] = ()) -> Rule:
    """A rule that picks a plan."""
    return Rule(plan=plan, subject=re.compile(subject) if subject else None, to=to, sender=sender)


# -------------------------------------------------------------------------------------------- evidence


def a_folder_read(
    read_at: datetime, *, role: Role = Role.INBOX, whole: bool = True, problem: str = ""
) -> FolderEvidence:
    """How far a folder of the account has been read."""
    return FolderEvidence(
        folder=role.value.capitalize(),
        role=role,
        uid_validity=VALIDITY,
        last_uid=Uid(12),
        whole=whole,
        read_at=read_at,
        problem=problem,
    )


def some_evidence(
    read_at: datetime = NOW,
    *,
    first_read_at: datetime | None = FIRST_READ,
    whole: bool = True,
    problem: str = "",
) -> Evidence:
    """All folders of the account read through, just now; the account known for twenty days."""
    roles = (Role.INBOX, Role.SENT, Role.TRASH, Role.JUNK)
    return Evidence(
        folders=tuple(a_folder_read(read_at, role=role, whole=whole) for role in roles),
        first_read_at=first_read_at,
        problem=problem,
    )

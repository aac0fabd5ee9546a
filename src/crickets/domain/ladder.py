"""
Invoices past due, as a decision sees them: which of them a thread's next notice is about, and what it says.

Knows what is owed and by when; must not know how the plan counts, nor words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from crickets.domain.attachment import bears_number
from crickets.domain.calendar import Calendar
from crickets.domain.late_fee import LateFee, NotInEuro, RateUnknown, altogether, days_late, late_fee
from crickets.domain.message import Message, MessageId
from crickets.domain.notice import NOTICE_NAMES, Ask, LateInvoice, Notice
from crickets.domain.policy import Invoicing
from crickets.domain.receivable import Receivable, ladder_of
from crickets.domain.thread import Thread, ThreadId

BREATH = timedelta(days=7)
"""How long a client is left alone after the owner's last word, however late an invoice is: no two notices in a row."""

WITHOUT_FEE = frozenset({"invoice-resend"})
"""The notices that ask for no late fee, and name no day to pay by: they take it that the invoice was overlooked."""


_Fee = LateFee | RateUnknown | NotInEuro


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """
    A file that a notice brings along: `name` of a mail of the owner's, or at a `path`.

    `number` is the invoice's, `thread` the one that it's known in.
    """

    number: str
    thread: ThreadId
    mail: MessageId | None = None
    name: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a notice is filled from, and the files that it brings along; `unknown` says why it asks for no late fee."""

    notice: Notice
    enclosures: tuple[Enclosure, ...]
    unknown: RateUnknown | NotInEuro | None = None

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What it asks for."""
        told = self.notice.invoices
        return tuple(Ask(number=i.number, outstanding=i.outstanding, due_on=i.due_on) for i in told)


def led_by(lead: Receivable, thread: Thread) -> ThreadId | None:
    """
    The thread whose notice tells of this one's invoices too, or None if it has notices of its own.

    Of what a client is to be told of in one currency at one time, the longest due leads: they get one notice, not one
    for each.
    """
    others = ladder_of(each for each in thread.debts.leading if each.currency == lead.currency)
    first = next(iter(others), lead)
    return first.thread if (first.due_on, first.number) < (lead.due_on, lead.number) else None


def brought_again(mail: Message, thread: Thread) -> Receivable | None:
    """The invoice of another thread's that a mail brought along once more."""
    return next((each for each in ladder_of(thread.debts.followed) if brings_again(mail, each)), None)


def brings_again(mail: Message, invoice: Receivable) -> bool:
    """Whether a mail brings an invoice's own file, by a name that bears its number: ``scan.pdf`` is many things."""
    return any(name in mail.files and bears_number(name, invoice.number) for name in invoice.files)


def late_among(invoices: Iterable[Receivable], calendar: Calendar, now: datetime) -> int:
    """How many of some invoices are past due and not paid."""
    return sum(_late(each, calendar, now) > 0 for each in ladder_of(invoices))


def told_together(
    lead: Receivable, others: Iterable[Receivable], calendar: Calendar, now: datetime
) -> tuple[Receivable, ...]:
    """
    The invoices that a notice about one tells of at this moment; none while that isn't past due.

    Itself, and of others those that are past due, in the same currency.
    """
    if _late(lead, calendar, now) <= 0:
        return ()
    more = (each for each in ladder_of(others) if each.currency == lead.currency and _late(each, calendar, now) > 0)
    return (lead, *more)


def demand_of(
    late: tuple[Receivable, ...],
    template: str,
    invoicing: Invoicing,
    calendar: Calendar,
    now: datetime,
    *,
    last_at: datetime | None = None,
) -> Demand | None:
    """
    What a notice of that template about some invoices says at this moment; None where there are none.

    `last_at` is when one of that template last went out about these.
    """
    if not late:
        return None
    fees = () if template in WITHOUT_FEE else tuple(_fees(late, invoicing, calendar, now))
    known = altogether(fee for fee in fees if isinstance(fee, LateFee))
    unknown = next((fee for fee in fees if not isinstance(fee, LateFee)), None)
    notice = Notice(
        invoices=tuple(_told(each, calendar, now) for each in late),
        currency=late[0].currency or "",
        deadline=deadline_of(invoicing, calendar, now),
        fee=known if unknown is None else LateFee(),
        last_on=None if last_at is None else calendar.day_of(last_at),
    )
    return Demand(notice=notice, enclosures=tuple(_enclosures(late)), unknown=unknown)


def begun_everywhere(day: date) -> datetime:
    """The moment from which on no calendar on earth shows a day before this one: noon in UTC, as UTC-12 is the last."""
    return datetime.combine(day, time(12), UTC)


def _late(invoice: Receivable, calendar: Calendar, now: datetime) -> int:
    return days_late(invoice.debt.due_on, now, calendar.zone)


def _fees(late: Iterable[Receivable], invoicing: Invoicing, calendar: Calendar, now: datetime) -> Iterator[_Fee]:
    rule = invoicing.late_fee
    if rule is not None:
        yield from (late_fee(each.debt, rule, now=now, zone=calendar.zone) for each in late)


def _told(invoice: Receivable, calendar: Calendar, now: datetime) -> LateInvoice:
    debt = invoice.debt
    return LateInvoice(
        number=invoice.number,
        amount=debt.amount,
        due_on=debt.due_on,
        days_late=_late(invoice, calendar, now),
        issued_on=invoice.issued_on,
        paid=invoice.paid,
        received=invoice.received,
    )


def deadline_of(invoicing: Invoicing, calendar: Calendar, laid_at: datetime) -> date:
    """By when a notice asks for the money: so many days on, and on a day on which one can see whether it came in."""
    day, _ = calendar.next_working(calendar.day_of(laid_at) + timedelta(days=invoicing.deadline_days))
    return day


def outdated_from(template: str, invoicing: Invoicing, calendar: Calendar, laid_at: datetime) -> datetime | None:
    """
    From when a notice that lies unsent says what doesn't hold any more; None of one that names no day.

    It's the opening after its deadline: days late, fee and deadline are another day's. No sooner than a week after it
    was laid, however short the deadline, so that none is laid anew day by day.
    """
    if template not in NOTICE_NAMES - WITHOUT_FEE:
        return None
    return calendar.opening_after(max(deadline_of(invoicing, calendar, laid_at), calendar.day_of(laid_at + BREATH)))


def _enclosures(late: Iterable[Receivable]) -> Iterator[Enclosure]:
    """The files of some invoices, each once: one file may hold several."""
    seen: set[tuple[MessageId | None, str, str]] = set()
    for invoice in late:
        for each in _files_of(invoice):
            place = (each.mail, each.name, each.path)
            if place not in seen or not (each.name or each.path):
                seen.add(place)
                yield each


def _files_of(invoice: Receivable) -> tuple[Enclosure, ...]:
    if invoice.path:
        return (Enclosure(number=invoice.number, thread=invoice.thread, path=invoice.path),)
    if invoice.mail is not None and invoice.files:
        return tuple(
            Enclosure(number=invoice.number, thread=invoice.thread, mail=invoice.mail, name=name)
            for name in invoice.files
        )
    return (Enclosure(number=invoice.number, thread=invoice.thread),)

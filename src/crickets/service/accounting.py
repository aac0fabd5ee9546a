"""
The owner's word on invoices: which there are, and what came in.

Knows the ledger; what may be said of an invoice is `told`. Must not know how it's shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from crickets.domain.late_fee import Payment, days_late
from crickets.domain.message import Address
from crickets.domain.policy import Policy
from crickets.domain.receivable import Receipt, Receivable, is_same, nearness
from crickets.domain.thread import Thread, ThreadId
from crickets.service.application import Application, forgotten_since
from crickets.service.overview import Detail
from crickets.service.told import (
    NotAnInvoice,
    Told,
    check_typed,
    day_typed,
    invoice_meant,
    invoice_told,
    several,
    sum_typed,
)
from crickets.service.verdicts import judge_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An invoice with whom it went to, and how many days late it is."""

    account: str
    invoice: Receivable
    client: Address | None
    days_late: int


def entries(app: Application) -> tuple[Entry, ...]:
    """All invoices of all accounts: what is open first, the longest due in front."""
    found = (each for account in app.accounts for each in _entries_of(app, account, app.ledger.invoices(account)))
    return tuple(sorted(found, key=lambda each: (not each.invoice.is_open, each.invoice.due_on or date.max)))


def _entries_of(app: Application, account: str, invoices: Iterable[Receivable]) -> Iterator[Entry]:
    policy, now = app.settings.policy, app.clock()
    judge = judge_of(app.ledger, account, policy, now)
    for each in invoices:
        thread = app.ledger.thread(each.thread)
        client = each.debtor or (None if thread is None else judge.client_of(thread))
        yield _as_entry(account, each, client, policy, now)


def entries_in(detail: Detail, policy: Policy, now: datetime) -> tuple[Entry, ...]:
    """The invoices of one thread."""
    client = None if detail.verdict is None else detail.verdict.client
    account = detail.thread.account
    return tuple(_as_entry(account, each, each.debtor or client, policy, now) for each in detail.thread.invoices)


def note_told(app: Application, name: ThreadId, told: Told) -> Entry:
    """
    Keep what the owner says of an invoice in a thread; `NotAnInvoice` if it's wrong, or too little.

    `NoSuchThread` if who owes it has been forgotten since the thread was found.
    """
    thread = app.ledger.thread(name)
    if thread is None:
        raise forgotten_since(name)
    check_typed(told, thread)
    guess, now = invoice_meant(thread, told), thread.not_before(app.clock())
    debtor = _debtor(app, thread) if guess is None else guess.debtor
    invoice = replace(invoice_told(thread, told, guess, now), debtor=debtor)
    try:
        app.ledger.note_invoice(thread.account, invoice)
    except LookupError:
        raise forgotten_since(name) from None
    return _entry_of(app, thread.account, invoice)


def _debtor(app: Application, thread: Thread) -> Address | None:
    """Whom the thread is with."""
    return judge_of(app.ledger, thread.account, app.settings.policy, app.clock()).client_of(thread)


def note_paid(
    app: Application, number: str, *, amount: str, on: str, thread: ThreadId | None = None, due: str = ""
) -> Entry:
    """
    Keep what came in for an invoice, in every account that knows of it.

    `due` is the day on which it's due, or its year. `NotAnInvoice` if none has that number, or several have and neither
    thread nor day tells which, or it's more than is open.
    """
    known = _numbered(app, number.strip(), thread, due.strip())
    account, invoice = known[0]
    open_sum = invoice.open_sum
    came_in = sum_typed(amount, invoice.currency or "") if amount else open_sum
    if came_in is None:
        raise NotAnInvoice(f"the sum of invoice {number} isn't known", remedy="Say what came in by --amount.")
    if (open_sum is not None and came_in > open_sum) or not came_in:
        raise _too_much(invoice, came_in)
    day = _day_of_receipt(app, invoice, on)
    told = (receipt.at for _, each in known for receipt in each.receipts)
    receipt = Receipt(payment=Payment(on=day, amount=came_in), at=_after(told, app.clock()))
    for each, same in known:
        app.ledger.note_receipt(each, same, receipt)
    return _entry_of(app, account, invoice)


def paid_before(app: Application, number: str, *, thread: ThreadId | None = None, due: str = "") -> Entry | None:
    """The invoice of that number, if nothing is open of it any more; `NotAnInvoice` as by `note_paid`."""
    account, invoice = _numbered(app, number.strip(), thread, due.strip())[0]
    return None if invoice.is_open else _entry_of(app, account, invoice)


def came_in_before(
    app: Application, number: str, *, amount: str, on: str, thread: ThreadId | None = None, due: str = ""
) -> tuple[Entry, Receipt] | None:
    """
    What the owner has said already of the same sum on the same day, if they name a sum at all.

    Two halves may come in on one day; more often it's one that's told twice, and a client would be asked for too
    little. `NotAnInvoice` as by `note_paid`.
    """
    if not amount:
        return None
    account, invoice = _numbered(app, number.strip(), thread, due.strip())[0]
    said = Payment(on=_day_of_receipt(app, invoice, on), amount=sum_typed(amount, invoice.currency or ""))
    same = (receipt for receipt in invoice.receipts if receipt.payment == said and not receipt.by)
    return next(((_entry_of(app, account, invoice), receipt) for receipt in same), None)


def known_before(app: Application, name: ThreadId) -> Entry | None:
    """The only invoice of a thread, if the owner has told of it already and nothing of it is in doubt."""
    thread = app.ledger.thread(name)
    known = () if thread is None else thread.invoices
    told = [each for each in known if each.is_told and each.is_confirmed]
    if thread is None or len(told) != 1 or len(known) != 1:
        return None
    return _entry_of(app, thread.account, told[0])


def _too_much(invoice: Receivable, came_in: Decimal) -> NotAnInvoice:
    """Why no more can come in for an invoice than is open of it."""
    number, open_sum = invoice.number, invoice.open_sum
    if not open_sum:
        remedy = f"If that was a mistake: `crickets invoice paid {number} --undo` strikes out what you said last."
        return NotAnInvoice(f"invoice {number} is paid already", remedy=remedy)
    return NotAnInvoice(
        f"only {open_sum} {invoice.currency or ''} is open of invoice {number}, less than {came_in}",
        remedy="Say no more by --amount than came in for this one; leave it out if all was paid.",
    )


def _day_of_receipt(app: Application, invoice: Receivable, on: str) -> date:
    """The day on which money came in, today if none was typed; `NotAnInvoice` if it can't be that one."""
    today = app.settings.policy.calendar.day_of(app.clock())
    day = day_typed(on, "--on") if on else today
    if day > today:
        raise NotAnInvoice(f"--on: {day} is still to come", remedy="Say it once the money is there.")
    if invoice.issued_on is not None and day < invoice.issued_on:
        issued = invoice.issued_on
        what = f"--on: {day} is before the day of invoice {invoice.number}, {issued}"
        raise NotAnInvoice(what, remedy=f"Check the year; say --on {issued} if it was paid in advance.")
    return day


def take_back_paid(
    app: Application, number: str, *, thread: ThreadId | None = None, due: str = ""
) -> tuple[Entry, Receipt]:
    """
    Strike out what the owner last said that came in for an invoice, in every account that knows of it.

    `NotAnInvoice` if nothing did, or it isn't clear for which invoice.
    """
    known = _numbered(app, number.strip(), thread, due.strip())
    account, invoice = known[0]
    last = invoice.last_told
    if last is None:
        what = f"nothing that you said came in for invoice {number}"
        raise NotAnInvoice(what, remedy="`crickets invoice list` tells what is open of each.")
    for each, same in known:
        if last in same.receipts:
            app.ledger.forget_receipt(each, same, last)
    return _entry_of(app, account, invoice), last


def _after(told: Iterable[datetime], now: datetime) -> datetime:
    """The moment of what is said now: by a clock that was set back, after what was said before."""
    return max((now, *(moment + timedelta(microseconds=1) for moment in told)))


def _numbered(app: Application, number: str, thread: ThreadId | None, due: str) -> list[tuple[str, Receivable]]:
    """The invoice of that number, once for each account that knows of it."""
    day = due if re.fullmatch("[0-9]{4}", due) else str(day_typed(due, "--due")) if due else ""
    everything = ((account, each) for account in app.accounts for each in app.ledger.invoices(account))
    known = [(a, each) for a, each in everything if number and each.number == number and thread in {None, each.thread}]
    known = [(account, each) for account, each in known if str(each.due_on or "").startswith(day)]
    if not known:
        named = f"invoice {number!r}{f', due {due}' if due else ''}: none is known"
        raise NotAnInvoice(named, remedy="`crickets invoice list` names those that are known.")
    known = [(account, each) for account, each in known if each.is_open] or known
    _, first = known[0]
    if any(not is_same(first, each) for _, each in known):
        raise several([each for _, each in known])
    return known


def _entry_of(app: Application, account: str, told: Receivable) -> Entry:
    same = (each for each in app.ledger.invoices(account) if is_same(each, told))
    known = min(same, key=lambda each: nearness(each, told))
    [entry] = _entries_of(app, account, (known,))
    return entry


def _as_entry(account: str, invoice: Receivable, client: Address | None, policy: Policy, now: datetime) -> Entry:
    late = 0 if invoice.due_on is None or not invoice.is_open else days_late(invoice.due_on, now, policy.calendar.zone)
    return Entry(account=account, invoice=invoice, client=client, days_late=late)

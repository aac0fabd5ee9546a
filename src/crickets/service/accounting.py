"""
The owner's word on invoices: which there are, and what came in.

Knows the ledger, and what may be said of an invoice; must not know how it's shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from crickets.domain.attachment import bears_another, bears_number, is_page
from crickets.domain.currencies import decimals_of
from crickets.domain.late_fee import Payment, days_late
from crickets.domain.message import Address, Message
from crickets.domain.policy import Policy
from crickets.domain.receivable import KnownBy, Receipt, Receivable, are_years_apart, is_same, nearness
from crickets.domain.thread import Thread, ThreadId
from crickets.errors import CricketsError, ExitCode
from crickets.service.application import Application
from crickets.service.overview import Detail
from crickets.service.verdicts import judge_of

_MOST = Decimal(1_000_000_000)
_SUM = re.compile(r"[0-9]{1,12}(?:\.([0-9]{1,4}))?")
_YEARS = range(1990, 2200)
_LONGEST = 60
_THOUSANDS = 3
"""So many digits stand behind a point that was meant to part thousands."""


class NotAnInvoice(CricketsError):
    """What was typed says of an invoice what can't be, or too little."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the owner said of an invoice, as they typed it; empty where they left it out."""

    number: str = ""
    amount: str = ""
    currency: str = ""
    due: str = ""
    issued: str = ""
    file: Path | None = None


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
    """Keep what the owner says of an invoice in a thread; `NotAnInvoice` if it's wrong, or too little."""
    thread = app.ledger.thread(name)
    assert thread is not None  # it was found by its name, and threads are never forgotten
    guess, now = _meant(thread, told), thread.not_before(app.clock())
    debtor = _debtor(app, thread) if guess is None else guess.debtor
    invoice = replace(_invoice(thread, told, guess, now), debtor=debtor)
    app.ledger.note_invoice(thread.account, invoice)
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
    came_in = _sum(amount, invoice.currency or "") if amount else open_sum
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
    day = _day(on, "--on") if on else today
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
    day = due if re.fullmatch("[0-9]{4}", due) else str(_day(due, "--due")) if due else ""
    everything = ((account, each) for account in app.accounts for each in app.ledger.invoices(account))
    known = [(a, each) for a, each in everything if number and each.number == number and thread in {None, each.thread}]
    known = [(account, each) for account, each in known if str(each.due_on or "").startswith(day)]
    if not known:
        named = f"invoice {number!r}{f', due {due}' if due else ''}: none is known"
        raise NotAnInvoice(named, remedy="`crickets invoice list` names those that are known.")
    known = [(account, each) for account, each in known if each.is_open] or known
    _, first = known[0]
    if any(not is_same(first, each) for _, each in known):
        raise _several([each for _, each in known])
    return known


def _several(invoices: Sequence[Receivable]) -> NotAnInvoice:
    """Why nobody can tell which of some is meant, and how to name one."""
    threads, days = sorted({i.thread for i in invoices}), sorted({str(i.due_on) for i in invoices})
    what = f"several invoices are called {invoices[0].number}, in {' and '.join(threads)}"
    if len(threads) > 1:
        return NotAnInvoice(what, remedy="Name one by --thread.")
    return NotAnInvoice(what, remedy=f"Name one by the day on which it's due: --due {' or --due '.join(days)}.")


def _meant(thread: Thread, told: Told) -> Receivable | None:
    """The invoice that the owner speaks of: the one of that number, else the one that was guessed at without one."""
    number, guesses = told.number.strip(), [each for each in thread.invoices if each.is_proposed]
    named = _of_its_days([each for each in thread.invoices if number and each.number == number], told)
    if named is not None or number:
        return named or next((each for each in guesses if not each.number), None)
    if len(guesses) > 1:
        raise NotAnInvoice("several invoices were guessed at there", remedy="Say which by --number.")
    return guesses[0] if guesses else None


def _of_its_days(known: Sequence[Receivable], told: Told) -> Receivable | None:
    """Of the invoices of one number the one that the days fit which the owner tells; None if all are other years'."""
    due = _day(told.due, "--due") if told.due else None
    issued = _day(told.issued, "--issued") if told.issued else None

    def mended(invoice: Receivable) -> Receivable:
        return replace(invoice, due_on=due or invoice.due_on, issued_on=issued or invoice.issued_on)

    def distance(invoice: Receivable) -> tuple[int, bool]:
        days = ((due, invoice.due_on), (issued, invoice.issued_on or invoice.due_on))
        return sum(abs((a - b).days) for a, b in days if a and b), not invoice.is_open

    def is_a_slip(invoice: Receivable) -> bool:
        return not told.amount and due is not None and invoice.issued_on is not None and due < invoice.issued_on

    its = [each for each in known if not are_years_apart(each, mended(each)) or is_a_slip(each)]
    nearest = min(map(distance, its), default=None)
    meant = [each for each in its if distance(each) == nearest]
    if any(not is_same(meant[0], each) for each in meant):
        raise _several(meant)
    return next(iter(meant), None)


def _entry_of(app: Application, account: str, told: Receivable) -> Entry:
    same = (each for each in app.ledger.invoices(account) if is_same(each, told))
    known = min(same, key=lambda each: nearness(each, told))
    [entry] = _entries_of(app, account, (known,))
    return entry


def _as_entry(account: str, invoice: Receivable, client: Address | None, policy: Policy, now: datetime) -> Entry:
    late = 0 if invoice.due_on is None or not invoice.is_open else days_late(invoice.due_on, now, policy.calendar.zone)
    return Entry(account=account, invoice=invoice, client=client, days_late=late)


def _invoice(thread: Thread, told: Told, guess: Receivable | None, now: datetime) -> Receivable:
    number = told.number.strip() or ("" if guess is None else guess.number)
    currency = told.currency.strip().upper() or ("" if guess is None else guess.currency or "")
    missing = [name for name, known in _needed(told, guess, number, currency) if not known]
    if missing:
        remedy = f"Give {_and(missing)} as well{'' if number else _or_mend(thread)}."
        raise NotAnInvoice(f"it can't be told without {', '.join(missing)}", remedy=remedy)
    amount = _sum(told.amount, currency) if told.amount or guess is None else guess.amount
    due = _day(told.due, "--due") if told.due or guess is None else guess.due_on
    issued = _day(told.issued, "--issued") if told.issued else None
    own_day = issued or (None if guess is None else guess.issued_on)
    if own_day is not None and due is not None and due < own_day and (told.due or told.issued):
        remedy = "One of the two is wrong: say the right one by --due, or by --issued."
        raise NotAnInvoice(f"it's due on {due}, before its own day {own_day}", remedy=remedy)
    if len(number) > _LONGEST or not number.isprintable():
        raise NotAnInvoice(f"{number!r} is no invoice's number", remedy="Give it as it stands on the invoice.")
    if len(currency) != len("EUR") or not currency.isalpha() or not currency.isascii():
        raise NotAnInvoice(f"{currency!r} is no currency", remedy="Give its code of three letters, such as EUR.")
    told_of = Receivable(
        thread=thread.id,
        number=number,
        amount=amount,
        currency=currency,
        due_on=due,
        issued_on=issued,
        known_by=KnownBy.OWNER,
        noted_at=now,
    )
    if told.file is not None:
        return replace(told_of, mail=None if guess is None else guess.mail, path=_file(told.file))
    return _with_its_mail(told_of, thread, guess)


def _and(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _or_mend(thread: Thread) -> str:
    """What else may have been meant: an invoice that is known there already."""
    known = [each.number for each in thread.invoices if each.number]
    return f"; to mend one that is known, its number is enough: --number {known[0]}" if known else ""


def _needed(told: Told, guess: Receivable | None, number: str, currency: str) -> tuple[tuple[str, object], ...]:
    """What nothing can be told without, each with what is known of it."""
    amount = told.amount or (guess is not None and guess.amount)
    due = told.due or (guess is not None and guess.due_on)
    return (("--number", number), ("--amount", amount), ("--currency", currency), ("--due", due))


def _with_its_mail(invoice: Receivable, thread: Thread, guess: Receivable | None) -> Receivable:
    """The invoice with the mail that brought it along: the guess's, or the only one that its file can be in."""
    if guess is not None and guess.files:
        return replace(invoice, mail=guess.mail, files=guess.files)
    brought = [(mail, files) for mail in thread.messages if (files := _files_like(mail, invoice.number))]
    if len(brought) == 1:
        [(mail, files)] = brought
        return replace(invoice, mail=mail.id, files=files)
    return invoice if guess is None else replace(invoice, mail=guess.mail)


def _files_like(mail: Message, number: str) -> tuple[str, ...]:
    """The file of a mail that bears the invoice's number; else the only page there, if it bears no other digits."""
    named = [name for name in mail.files if bears_number(name, number)]
    pages = list(filter(is_page, mail.files))
    only = len(pages) == 1 and not bears_another(pages[0], number)
    return tuple(named) or (tuple(pages) if only else ())


def _sum(text: str, currency: str) -> Decimal:
    """A sum as it's typed, 1200 or 1200.00: nothing that could be read in two ways."""
    found = _SUM.fullmatch(text.strip())
    if found is None:
        raise NotAnInvoice(f"{text!r} is no sum", remedy="Write it as 1200.00, with a point and nothing else.")
    amount, decimals = Decimal(found[0]), len(found[1] or "")
    if decimals == _THOUSANDS and decimals_of(currency) < decimals:
        whole = text.strip().replace(".", "")
        what = f"{text} {currency}: a point stands before cents, not between thousands"
        raise NotAnInvoice(
            what, remedy=f"Write {whole if decimals_of(currency) == 0 else f'{whole}.00'} if you mean that."
        )
    if not Decimal(0) < amount <= _MOST or decimals > decimals_of(currency):
        raise NotAnInvoice(f"{text} {currency} is no sum that an invoice can be made out for", remedy="Check --amount.")
    return amount


def _day(text: str, option: str) -> date:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = date.min
    if day.year not in _YEARS:
        what = f"{option}: {text!r} is no date from {_YEARS[0]} to {_YEARS[-1]}"
        raise NotAnInvoice(what, remedy="Write it as 2026-01-19.")
    return day


def _file(path: Path) -> str:
    if not path.is_file():
        raise NotAnInvoice(f"there is no file {path}", remedy="Check --file.")
    return str(path.resolve())

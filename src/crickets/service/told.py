"""
What the owner types of an invoice, read as one: strictly, what they leave out being taken from what is known.

Knows what may be said of an invoice; must not know the ledger, nor how anything is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from crickets.domain.attachment import bears_another, bears_number, is_page
from crickets.domain.currencies import decimals_of
from crickets.domain.message import Message
from crickets.domain.receivable import KnownBy, Receivable, are_years_apart, is_same
from crickets.domain.thread import Thread
from crickets.errors import CricketsError, ExitCode

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


def check_typed(told: Told, thread: Thread) -> None:
    """`NotAnInvoice` with all that is wrong in what was typed, and lacking where no invoice is known there."""
    slips = list(_slips(told))
    lacking = (
        []
        if thread.invoices
        else [name for name, given in _needed(told, None, told.number, told.currency) if not given]
    )
    if not slips:
        return
    if lacking:
        slips.append(
            NotAnInvoice(f"it can't be told without {', '.join(lacking)}", remedy=f"Give {_and(lacking)} as well.")
        )
    *others, last = slips
    told_before = (f"{slip.what}. {slip.remedy}" for slip in others)  # else nobody knows which hint is for which
    raise NotAnInvoice("\n".join((*told_before, last.what)), remedy=last.remedy)


def _slips(told: Told) -> Iterator[NotAnInvoice]:
    """What can't be read of what was typed, each by itself."""
    for read in (
        lambda: sum_typed(told.amount, told.currency.strip().upper()) if told.amount else None,
        lambda: day_typed(told.due, "--due") if told.due else None,
        lambda: day_typed(told.issued, "--issued") if told.issued else None,
        lambda: _file_named(told.file) if told.file is not None else None,
    ):
        try:
            read()
        except NotAnInvoice as slip:
            yield slip


def invoice_meant(thread: Thread, told: Told) -> Receivable | None:
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
    due = day_typed(told.due, "--due") if told.due else None
    issued = day_typed(told.issued, "--issued") if told.issued else None

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
        raise several(meant)
    return next(iter(meant), None)


def several(invoices: Sequence[Receivable]) -> NotAnInvoice:
    """Why nobody can tell which of some is meant, and how to name one."""
    threads, days = sorted({i.thread for i in invoices}), sorted({str(i.due_on) for i in invoices})
    what = f"several invoices are called {invoices[0].number}, in {' and '.join(threads)}"
    if len(threads) > 1:
        return NotAnInvoice(what, remedy="Name one by --thread.")
    return NotAnInvoice(what, remedy=f"Name one by the day on which it's due: --due {' or --due '.join(days)}.")


def invoice_told(thread: Thread, told: Told, guess: Receivable | None, now: datetime) -> Receivable:
    """An invoice as the owner tells it, what they leave out taken from what is known; `NotAnInvoice` if it can't be."""
    number = told.number.strip() or ("" if guess is None else guess.number)
    currency = told.currency.strip().upper() or ("" if guess is None else guess.currency or "")
    missing = [name for name, known in _needed(told, guess, number, currency) if not known]
    if missing:
        remedy = f"Give {_and(missing)} as well{'' if number else _or_mend(thread)}."
        raise NotAnInvoice(f"it can't be told without {', '.join(missing)}", remedy=remedy)
    invoice = Receivable(
        thread=thread.id,
        number=number,
        amount=sum_typed(told.amount, currency) if told.amount or guess is None else guess.amount,
        currency=currency,
        due_on=day_typed(told.due, "--due") if told.due or guess is None else guess.due_on,
        issued_on=day_typed(told.issued, "--issued") if told.issued else None,
        known_by=KnownBy.OWNER,
        noted_at=now,
    )
    _check_days(invoice, told, guess)
    _check_words(number, currency)
    if told.file is not None:
        return replace(invoice, mail=None if guess is None else guess.mail, path=_file_named(told.file))
    return _with_its_mail(invoice, thread, guess)


def _check_days(invoice: Receivable, told: Told, guess: Receivable | None) -> None:
    """`NotAnInvoice` for one that is told to be due before its own day."""
    own_day, due = invoice.issued_on or (None if guess is None else guess.issued_on), invoice.due_on
    if own_day is not None and due is not None and due < own_day and (told.due or told.issued):
        remedy = "One of the two is wrong: say the right one by --due, or by --issued."
        raise NotAnInvoice(f"it's due on {due}, before its own day {own_day}", remedy=remedy)


def _check_words(number: str, currency: str) -> None:
    """`NotAnInvoice` for what is no number, or no currency."""
    if len(number) > _LONGEST or not number.isprintable():
        raise NotAnInvoice(f"{number!r} is no invoice's number", remedy="Give it as it stands on the invoice.")
    if len(currency) != len("EUR") or not currency.isalpha() or not currency.isascii():
        raise NotAnInvoice(f"{currency!r} is no currency", remedy="Give its code of three letters, such as EUR.")


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
    """
    The file of a mail that bears the invoice's number; else the only page there, if it bears no other digits.

    None of one that is too large to be fetched for a notice.
    """
    if mail.too_large:
        return ()
    named = [name for name in mail.files if bears_number(name, number)]
    pages = list(filter(is_page, mail.files))
    only = len(pages) == 1 and not bears_another(pages[0], number)
    return tuple(named) or (tuple(pages) if only else ())


def sum_typed(text: str, currency: str) -> Decimal:
    """A sum as it's typed, 1200 or 1200.00: nothing that could be read in two ways, as far as the currency is known."""
    found = _SUM.fullmatch(text.strip())
    if found is None:
        raise NotAnInvoice(f"{text!r} is no sum", remedy="Write it as 1200.00, with a point and nothing else.")
    amount, decimals = Decimal(found[0]), len(found[1] or "")
    if not currency:
        return amount  # what may stand behind the point is known once the currency is
    if decimals == _THOUSANDS and decimals_of(currency) < decimals:
        whole = text.strip().replace(".", "")
        what = f"{text} {currency}: a point stands before cents, not between thousands"
        raise NotAnInvoice(
            what, remedy=f"Write {whole if decimals_of(currency) == 0 else f'{whole}.00'} if you mean that."
        )
    if not Decimal(0) < amount <= _MOST or decimals > decimals_of(currency):
        raise NotAnInvoice(f"{text} {currency} is no sum that an invoice can be made out for", remedy="Check --amount.")
    return amount


def day_typed(text: str, option: str) -> date:
    """A day as it's typed for an option, 2026-01-19."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = date.min
    if day.year not in _YEARS:
        what = f"{option}: {text!r} is no date from {_YEARS[0]} to {_YEARS[-1]}"
        raise NotAnInvoice(what, remedy="Write it as 2026-01-19.")
    return day


def _file_named(path: Path) -> str:
    if not path.is_file():
        raise NotAnInvoice(f"there is no file {path}", remedy="Check --file.")
    return str(path.resolve())

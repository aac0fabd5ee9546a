"""
What a client owes the owner by one invoice, as far as it's known, and what has come in of it.

Knows sums and days; must not know how an invoice was read, nor what is written about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from crickets.domain.attachment import bears_number
from crickets.domain.kinship import same_firm, same_person
from crickets.domain.late_fee import NOTHING, Debt, Payment
from crickets.domain.message import Address, Message, MessageId

if TYPE_CHECKING:
    from crickets.domain.thread import ThreadId


class KnownBy(Enum):
    """How an invoice came to be known."""

    FILE = "its own file"
    """Written for machines, and read exactly."""
    GUESS = "a guess"
    """Read from subject, file name and words: nothing is written on the ground of it."""
    OLD_FILE = "its own file, from before"
    """Read exactly, and sent so long before the first reading that it may be paid long ago: nor is it then."""
    ANOTHERS = "its own file, perhaps another seller's"
    """Read exactly, and passed on, or made out by somebody who isn't surely the owner: nor is it then."""
    OWNER = "you"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """
    Money that came in for an invoice on a day (`payment`); `at` is when the owner said so.

    Or what a credit note took off it, `by` the note's number then.
    """

    payment: Payment
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivable:
    """
    One invoice to a client: the accountants' word for what is to come in by it.

    `amount` is what it was made out for, in `currency` (ISO 4217), to be paid by `due_on`; each may be None where it
    was only guessed at, `number` empty. `mail` is the mail of the owner's that brought it along, `files` are the names
    of its files there; an invoice that the owner told of may have a file of its own at `path` instead. `debtor` is to
    whom it was sent, or None where that isn't known; `seller` whom its file names as such, where that isn't surely the
    owner. `noted_at` is when it last came to be known otherwise.
    """

    thread: ThreadId
    number: str
    amount: Decimal | None
    currency: str | None
    due_on: date | None
    issued_on: date | None = None
    known_by: KnownBy
    mail: MessageId | None = None
    files: tuple[str, ...] = ()
    path: str = ""
    debtor: Address | None = None
    seller: str = ""
    noted_at: datetime
    receipts: tuple[Receipt, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether a client may be told of it: it's no guess, and nothing is missing or in doubt."""
        whole = bool(self.number and self.amount and self.currency and self.due_on)
        return whole and not self.is_proposed and self.doubt is None

    @property
    def is_proposed(self) -> bool:
        """Whether the owner has yet to say that it's to be paid."""
        return self.known_by in {KnownBy.GUESS, KnownBy.ANOTHERS, KnownBy.OLD_FILE}

    @property
    def is_told(self) -> bool:
        """Whether it's known by the owner's own word."""
        return self.known_by is KnownBy.OWNER

    @property
    def has_file(self) -> bool:
        """Whether it's known where its own file is: no notice goes without one."""
        return bool(self.path or (self.mail is not None and self.files))

    @property
    def doubt(self) -> Receipt | None:
        """The credit note that took off it nobody knows how much, until the owner has said what is open."""
        unsure = [receipt for receipt in self.receipts if receipt.by and not receipt.payment.amount]
        said = [receipt.at for receipt in self.receipts if not receipt.by]
        if self.is_told:
            said.append(self.noted_at)
        last = max(unsure, key=lambda receipt: receipt.at, default=None) if self.is_open else None
        return None if last is None or any(at > last.at for at in said) else last

    @property
    def paid(self) -> Decimal:
        """What has come in of it."""
        return sum((receipt.payment.amount for receipt in self.receipts), NOTHING)

    @property
    def received(self) -> Decimal:
        """What surely came in as money: nothing where the owner's word may be what a credit note on paper took off."""
        by_notes = [receipt for receipt in self.receipts if receipt.by]
        if any(not receipt.payment.amount for receipt in by_notes):
            return NOTHING
        return self.paid - sum((receipt.payment.amount for receipt in by_notes), NOTHING)

    def is_in(self, mail: Message) -> bool:
        """Whether a mail brought it along, be it once more."""
        return self.mail in mail.ids or not {*self.files}.isdisjoint(mail.files)

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be paid of it, as far as is known."""
        return self.amount is None or self.paid < self.amount

    @property
    def open_sum(self) -> Decimal | None:
        """What is still to be paid; None where nobody knows the sum."""
        return None if self.amount is None else max(self.amount - self.paid, NOTHING)

    @property
    def last_told(self) -> Receipt | None:
        """What the owner last said that came in."""
        told = (receipt for receipt in self.receipts if not receipt.by)
        return max(told, key=lambda receipt: receipt.at, default=None)

    @property
    def credit_notes(self) -> tuple[str, ...]:
        """The numbers of the credit notes that took something off it."""
        return tuple(receipt.by for receipt in self.receipts if receipt.by)

    @property
    def debt(self) -> Debt:
        """The same as a debt, for the late fee; of a confirmed invoice only."""
        assert self.amount is not None
        assert self.currency is not None
        assert self.due_on is not None
        payments = tuple(sorted((receipt.payment for receipt in self.receipts), key=lambda each: each.on))
        return Debt(amount=self.amount, currency=self.currency, due_on=self.due_on, payments=payments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """
    What the credit note of a `number` takes off the invoice that it names (`of`), sent to a `debtor` in a thread.

    One that names none is meant for the only invoice that's open there. An `amount` of zero is one that isn't known.
    """

    number: str
    of: str
    amount: Decimal
    currency: str
    on: date
    at: datetime
    thread: ThreadId
    debtor: Address | None = None

    @property
    def receipt(self) -> Receipt:
        """The same as what came in."""
        return Receipt(payment=Payment(on=self.on, amount=self.amount), at=self.at, by=self.number)

    def meant_among(self, invoices: Sequence[Receivable]) -> Receivable | None:
        """The invoice that it's about: that of its thread, else the only one; None where that isn't sure, or known."""
        new = [i for i in invoices if i.currency in {None, self.currency} and self.number not in i.credit_notes]
        here = [i for i in new if i.thread == self.thread and (i.number == self.of or (not self.of and i.is_open))]
        elsewhere = [i for i in new if self.of and i.number == self.of and is_owed_by(i, self.debtor)]
        meant = here or elsewhere
        return meant[0] if len(meant) == 1 else None


def meant_by(
    words: str, invoices: Iterable[Receivable], thread: ThreadId, client: Address | None
) -> tuple[Receivable, ...]:
    """
    The open invoices that a credit note on paper may be about, by the words around it.

    Those that it names, of its own client if there are such; if it names none, those of its thread, else all that the
    client owes: rather one too many is left alone for a while than one asked for that was credited.
    """
    open_ones = [each for each in invoices if each.number and each.is_open]
    named = [each for each in open_ones if len(each.number) >= _TELLING and bears_number(words, each.number)]
    here = [each for each in open_ones if each.thread == thread]
    theirs = [each for each in open_ones if client is not None and is_owed_by(each, client)]
    its_own = [each for each in named if each in here or each in theirs]
    return tuple(its_own or named or here or theirs)


_TELLING = 3
"""So long a number is at least that is known in running words; a shorter one may be a day, or a count."""


def ladder_of(invoices: Iterable[Receivable]) -> tuple[Receivable, ...]:
    """Those that may be asked for, confirmed and open, the longest due in front."""
    asked = [(each.debt.due_on, each.number, each) for each in invoices if each.is_confirmed and each.is_open]
    return tuple(each for *_, each in sorted(asked, key=lambda one: one[:2]))


def reconciled(known: Receivable, told: Receivable) -> Receivable:
    """
    What holds of an invoice that is known already, once more is told of it; the very same value if that's nothing new.

    The owner's word goes before a file's, and that before a guess. A file that says otherwise than the one before it
    corrects that; one that says the same was sent again. What came in of it, and where its own file lies, is never lost
    by it.
    """
    if not _goes_before(told, known):
        return known if known.mail is not None or known.path else replace(known, mail=told.mail, files=told.files)
    return replace(
        told,
        issued_on=told.issued_on or known.issued_on,
        mail=told.mail or known.mail,
        files=told.files or known.files,
        path=told.path or ("" if told.mail else known.path),
        debtor=known.debtor or told.debtor,
        receipts=known.receipts,
    )


def _goes_before(told: Receivable, known: Receivable) -> bool:
    rank = (KnownBy.GUESS, KnownBy.ANOTHERS, KnownBy.OLD_FILE, KnownBy.FILE, KnownBy.OWNER).index
    if told.known_by is known.known_by is KnownBy.FILE:
        return told.mail != known.mail and _terms(told) != _terms(known)
    return told.known_by is KnownBy.OWNER or rank(told.known_by) > rank(known.known_by)


def is_same(one: Receivable, other: Receivable) -> bool:
    """
    Whether two of one number are one invoice: in one thread, or made out to one client for one sum, due on one day.

    Numbers begin anew each year, and with each business of the owner's: two clients may have one number.
    """
    if one.number != other.number or are_years_apart(one, other):
        return False
    return one.thread == other.thread or (_terms(one) == _terms(other) and _may_be_one_debtor(one, other))


def nearness(known: Receivable, told: Receivable) -> tuple[bool, bool, bool]:
    """How near a known invoice is to one that is told of, of several that may be the same: the least is the nearest."""
    return known.thread != told.thread, known.due_on != told.due_on, not known.is_open


def are_twins(one: Receivable, other: Receivable) -> bool:
    """Whether two people got what looks like one invoice: a copy for somebody's accounts, or two clients' by chance."""
    return one.number == other.number and _terms(one) == _terms(other) and not _may_be_one_debtor(one, other)


def is_owed_by(invoice: Receivable, client: Address | None) -> bool:
    """Whether an invoice went to a client, or to somebody of their firm; what nobody knows is taken to be so."""
    debtor = invoice.debtor
    if debtor is None or client is None:
        return True
    return same_person(debtor, client) or same_firm(debtor, client)


def _may_be_one_debtor(one: Receivable, other: Receivable) -> bool:
    return is_owed_by(one, other.debtor)


def are_years_apart(one: Receivable, other: Receivable) -> bool:
    """
    Whether two of one number are two years': due half a year apart, or of two years and well apart in both their days.

    A day that is mended moves by less, or alone: over New Year, too, and where it's the year that was wrong.
    """
    due = None if one.due_on is None or other.due_on is None else abs(one.due_on - other.due_on)
    if due is not None and due >= HALF_A_YEAR:
        return True
    if one.issued_on is None or other.issued_on is None or one.issued_on.year == other.issued_on.year:
        return False
    return abs(one.issued_on - other.issued_on) > _A_MONTH and (due is None or due > _A_MONTH)


HALF_A_YEAR = timedelta(days=183)
"""So far apart what is due under one number is two years': numbers begin anew each year."""

_A_MONTH = timedelta(days=31)


def _terms(invoice: Receivable) -> tuple[Decimal | None, str | None, date | None]:
    return invoice.amount, invoice.currency, invoice.due_on

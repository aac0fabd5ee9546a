"""
What a client owes the owner by one invoice, as far as it's known, and what has come in of it.

Knows sums and days; must not know how an invoice was read, nor what is written about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from crickets.domain.late_fee import Debt, Payment
from crickets.domain.message import MessageId

if TYPE_CHECKING:
    from crickets.domain.thread import ThreadId

NOTHING = Decimal(0)


class KnownBy(Enum):
    """How an invoice came to be known."""

    FILE = "its own file"
    """Written for machines, and read exactly."""
    GUESS = "a guess"
    """Read from subject, file name and words: nothing is written on the ground of it."""
    OWNER = "you"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Money that came in for an invoice on a day (`payment`); `at` is when the owner said so."""

    payment: Payment
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivable:
    """
    One invoice to a client: the accountants' word for what is to come in by it.

    `amount` is what it was made out for, in `currency` (ISO 4217), to be paid by `due_on`; each may be None where it
    was only guessed at, `number` empty. `mail` is the mail of the owner's that brought it along, `files` are the names
    of its files there; an invoice that the owner told of may have a file of its own at `path` instead. `noted_at` is
    when it last came to be known otherwise.
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
    noted_at: datetime
    receipts: tuple[Receipt, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether a client may be told of it: it's no guess, and nothing of what a notice needs is missing."""
        whole = bool(self.number and self.amount and self.currency and self.due_on)
        return whole and self.known_by is not KnownBy.GUESS

    @property
    def paid(self) -> Decimal:
        """What has come in of it."""
        return sum((receipt.payment.amount for receipt in self.receipts), NOTHING)

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be paid of it, as far as is known."""
        return self.amount is None or self.paid < self.amount

    @property
    def open_sum(self) -> Decimal | None:
        """What is still to be paid; None where nobody knows the sum."""
        return None if self.amount is None else max(self.amount - self.paid, NOTHING)

    @property
    def changed_at(self) -> datetime:
        """When what is known of it last changed: what was written before may be wrong by now."""
        return max((self.noted_at, *(receipt.at for receipt in self.receipts)))

    @property
    def debt(self) -> Debt:
        """The same as a debt, for the late fee; of a confirmed invoice only."""
        assert self.amount is not None
        assert self.currency is not None
        assert self.due_on is not None
        payments = tuple(sorted((receipt.payment for receipt in self.receipts), key=lambda each: each.on))
        return Debt(amount=self.amount, currency=self.currency, due_on=self.due_on, payments=payments)


def ladder_of(invoices: Iterable[Receivable]) -> tuple[Receivable, ...]:
    """Those that may be asked for, confirmed and open, the longest due in front."""
    asked = [(each.debt.due_on, each.number, each) for each in invoices if each.is_confirmed and each.is_open]
    return tuple(each for *_, each in sorted(asked, key=lambda one: one[:2]))


def reconciled(known: Receivable, told: Receivable) -> Receivable:
    """
    What holds of an invoice that is known already, once more is told of it; the very same value if that's nothing new.

    The owner's word goes before a file's, and that before a guess; what is told again in the same way was sent again.
    What came in of it, and where its own file lies, is never lost by it.
    """
    rank = (KnownBy.GUESS, KnownBy.FILE, KnownBy.OWNER).index
    better = told.known_by is KnownBy.OWNER or rank(told.known_by) > rank(known.known_by)
    if not better:
        return known if known.mail is not None or known.path else replace(known, mail=told.mail, files=told.files)
    has_file = told.mail is not None or told.path
    return replace(
        told,
        thread=told.thread if told.mail is not None else known.thread,
        issued_on=told.issued_on or known.issued_on,
        mail=told.mail if has_file else known.mail,
        files=told.files if has_file else known.files,
        path=told.path if has_file else known.path,
        receipts=known.receipts,
    )

"""
What a notice about late invoices says, before it has words: which invoices, what is open, until when.

Knows sums and days; must not know languages, number formats or how an invoice came to be known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from crickets.domain.late_fee import NOTHING, LateFee

NOTICE_NAMES = frozenset({"invoice-resend", "late-payment", "final-notice"})
"""The templates whose words are about an invoice: they can't be filled without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateInvoice:
    """
    One invoice of a notice: `amount` is what it was made out for, `paid` what has come in of it.

    `received` is what surely came in as money: a credit note takes something off as well, and nobody is thanked for
    that. `issued_on` is None where nobody knows the day. `days_late` counts from the due date (`late_fee.days_late`).
    """

    number: str
    amount: Decimal
    due_on: date
    days_late: int
    issued_on: date | None = None
    paid: Decimal = NOTHING
    received: Decimal = NOTHING

    @property
    def outstanding(self) -> Decimal:
        """What is still to be paid of it."""
        return self.amount - self.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """
    One invoice that a notice asks for, and what was open of it then: by that it's told later whether it holds.

    `due_on` tells it apart from another year's of the same number; None of what an older version laid.
    """

    number: str
    outstanding: Decimal
    due_on: date | None = None

    def holds_among(self, asks: Iterable[Ask]) -> bool:
        """Whether one of these asks for the same."""
        alike = (each for each in asks if (each.number, each.outstanding) == (self.number, self.outstanding))
        return any(self.due_on in {None, each.due_on} for each in alike)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """
    What a notice is filled from: invoices in one `currency` (ISO 4217), each past due and with something open.

    `fee` is for all of them together, and nothing where none is asked for. `deadline` is the day until which the notice
    asks for the payment, `last_on` the one since which each of them was asked for by a notice of the same words: None
    where this is the first about one of them. Raises `ValueError` for what no client may be asked to pay.
    """

    invoices: tuple[LateInvoice, ...]
    currency: str
    deadline: date
    fee: LateFee = field(default_factory=LateFee)
    last_on: date | None = None

    def __post_init__(self) -> None:
        if not self.invoices:
            raise ValueError("a notice is about one invoice at least")
        if self.late_fee < NOTHING:
            raise ValueError(f"a late fee can't be {self.late_fee}")
        for invoice in self.invoices:
            if invoice.days_late < 1:
                raise ValueError(f"invoice {invoice.number} is not past due")
            if invoice.outstanding <= NOTHING:
                raise ValueError(f"invoice {invoice.number} is paid")

    @property
    def late_fee(self) -> Decimal:
        """What is asked for the delay."""
        return self.fee.total

    @property
    def total(self) -> Decimal:
        """What is open of all the invoices, without the late fee."""
        return sum((invoice.outstanding for invoice in self.invoices), NOTHING)

    @property
    def received(self) -> Decimal:
        """What came in of all the invoices, for which the client may be thanked."""
        return sum((invoice.received for invoice in self.invoices), NOTHING)

    @property
    def to_pay(self) -> Decimal:
        """What is open, and the late fee."""
        return self.total + self.late_fee

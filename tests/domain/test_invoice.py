"""What an invoice says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from crickets.domain.invoice import (
    Instalment,
    Invoice,
    InvoiceKind,
    Refusal,
    RefusedFile,
    last_due,
)


def an_invoice(*, kind: InvoiceKind = InvoiceKind.INVOICE, payable: str = "1200.00") -> Invoice:
    """An invoice of 5 January 2026."""
    return Invoice(
        number="2026-014",
        kind=kind,
        payable=Decimal(payable),
        currency="EUR",
        issued=date(2026, 1, 5),
    )


@pytest.mark.parametrize(
    ("invoice", "is_owed"),
    [
        (an_invoice(), True),
        (an_invoice(payable="0.00"), False),
        (an_invoice(payable="-5.00"), False),
        (an_invoice(kind=InvoiceKind.CREDIT_NOTE), False),
        (an_invoice(kind=InvoiceKind.OTHER), False),
    ],
)
def test_who_owes(invoice: Invoice, *, is_owed: bool) -> None:
    """The client does by an invoice with something left to pay, and by nothing else."""
    assert invoice.is_owed is is_owed


@pytest.mark.parametrize(
    ("days", "due"),
    [
        ((), None),
        ((None,), None),
        ((date(2026, 3, 1), None), None),
        ((date(2026, 3, 1), date(2026, 2, 1)), date(2026, 3, 1)),
    ],
)
def test_when_all_is_due(days: tuple[date | None, ...], due: date | None) -> None:
    """On the last day, if every part has one."""
    assert last_due([Instalment(amount=Decimal(1), due=day) for day in days]) == due


@pytest.mark.parametrize(
    ("due", "not_before", "by"),
    [
        (date(2026, 1, 8), None, date(2026, 1, 8)),
        (None, None, date(2026, 2, 4)),
        (None, date(2026, 1, 8), date(2026, 2, 4)),
        (None, date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_when_it_is_late(due: date | None, not_before: date | None, by: date) -> None:
    """After the day that it names, or else the usual one; never before one that it names for a part."""
    assert replace(an_invoice(), due=due, not_before=not_before).due_by(date(2026, 2, 4)) == by


def test_a_refused_file() -> None:
    """It tells the file, the reason, and the place if there is one."""
    assert str(RefusedFile(name="a.xml", reason=Refusal.DOCTYPE)).startswith("a.xml: it declares a document type")
    assert str(RefusedFile(name="a.xml", reason=Refusal.MISSING, where="ID")) == (
        "a.xml: it lacks what every invoice says (ID)"
    )

"""What a notice may say, and what no client may be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from crickets.domain.late_fee import LateFee
from crickets.domain.notice import LateInvoice, Notice


def an_invoice(amount: str = "1200.00", *, paid: str = "0", days_late: int = 30) -> LateInvoice:
    """An invoice a month late."""
    return LateInvoice(
        number="2026-014",
        amount=Decimal(amount),
        due_on=date(2026, 1, 19),
        days_late=days_late,
        paid=Decimal(paid),
    )


def a_notice(*invoices: LateInvoice, late_fee: str = "0") -> Notice:
    """A notice of them, in euros."""
    return Notice(invoices=invoices, currency="EUR", deadline=date(2026, 3, 4), fee=LateFee(interest=Decimal(late_fee)))


def test_the_sums() -> None:
    """What is open of each, of all, and with the fee."""
    notice = a_notice(an_invoice(), an_invoice("800", paid="300.50"), late_fee="50.01")

    assert [invoice.outstanding for invoice in notice.invoices] == [Decimal(1200), Decimal("499.50")]
    assert (Decimal("1699.50"), Decimal("1749.51")) == (notice.total, notice.to_pay)


def test_what_came_in() -> None:
    """It's what came in of all of them as money, not what a credit note took off."""
    invoices = (an_invoice(paid="20"), replace(an_invoice(paid="50"), received=Decimal(30)))

    assert a_notice(*invoices, replace(an_invoice(paid="5"), received=Decimal(5))).received == Decimal(35)


@pytest.mark.parametrize(
    ("invoices", "late_fee", "why"),
    [
        ((), "0", "one invoice at least"),
        ((an_invoice(), an_invoice(days_late=0)), "0", "2026-014 is not past due"),
        ((an_invoice(paid="1200"),), "0", "2026-014 is paid"),
        ((an_invoice(),), "-1", "can't be -1"),
    ],
)
def test_a_notice_that_must_not_be(invoices: tuple[LateInvoice, ...], late_fee: str, why: str) -> None:
    """Nobody is asked for what isn't due, is paid, or is less than nothing."""
    with pytest.raises(ValueError, match=why):
        a_notice(*invoices, late_fee=late_fee)

"""Which invoices a thread's next notice is about, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from crickets.domain.ladder import Demand, Enclosure, begun_everywhere, demand_of, late_among, led_by, told_together
from crickets.domain.late_fee import Monthly, NotInEuro, RateUnknown, ReferenceRate, Statutory
from crickets.domain.policy import Invoicing
from crickets.domain.receivable import KnownBy, Receivable
from crickets.domain.thread import Debts, Thread, ThreadId
from tests.builders import NOW, THREAD, a_calendar, a_receipt, a_sent, a_thread, an_id, an_invoice, asking, june

CALENDAR = a_calendar()
DUE = date(2026, 5, 18)
"""Thirty days before NOW."""
INVOICE = an_invoice(DUE)
OTHER = ThreadId("zzzz")
ELSEWHERE = an_invoice(date(2026, 6, 1), number="2026-15", thread=OTHER, amount=Decimal(300))


def owing(*invoices: Receivable, leading: tuple[Receivable, ...] = ()) -> Thread:
    """A thread with these invoices."""
    return a_thread(a_sent(june(1)), invoices=invoices, debts=Debts(leading=leading))


def demanded(template: str, *invoices: Receivable, invoicing: Invoicing | None = None) -> Demand | None:
    """What a notice about these says, the first of them leading."""
    lead, *others = invoices
    return demand_of(told_together(lead, others, CALENDAR, NOW), template, invoicing or Invoicing(), CALENDAR, NOW)


@pytest.mark.parametrize(
    ("elsewhere", "leader"),
    [
        (replace(ELSEWHERE, due_on=date(2026, 5, 1)), OTHER),
        (replace(ELSEWHERE, due_on=DUE, number="2026-13"), OTHER),
        (replace(ELSEWHERE, due_on=DUE), None),
        (replace(ELSEWHERE, due_on=date(2026, 5, 1), currency="USD"), None),
        (ELSEWHERE, None),
    ],
    ids=["longer due", "the same day, an earlier number", "a later number", "in another currency", "due later"],
)
def test_invoices_in_several_threads(elsewhere: Receivable, leader: ThreadId | None) -> None:
    """The longest due of one currency leads; each other thread leaves its own to that thread's notices."""
    assert led_by(INVOICE, owing(INVOICE, leading=(elsewhere,))) == leader


def test_how_many_are_late() -> None:
    """Those past due of which something is open."""
    paid = replace(INVOICE, number="2", receipts=(a_receipt(DUE, "1200"),))

    assert late_among((INVOICE, paid, replace(INVOICE, number="3", due_on=NOW.date())), CALENDAR, NOW) == 1


def test_a_notice() -> None:
    """All that is late of one currency, what was paid taken off; ten days, up to a working day."""
    part = replace(INVOICE, receipts=(a_receipt(date(2026, 6, 1), "200"),))
    later = an_invoice(date(2026, 7, 1), number="2026-16")
    dollars = replace(INVOICE, number="2026-17", currency="USD")

    demand = demanded("late-payment", part, later, dollars, ELSEWHERE, replace(ELSEWHERE, known_by=KnownBy.GUESS))

    assert demand is not None
    told = [(i.number, i.outstanding, i.received, i.days_late) for i in demand.notice.invoices]
    assert told == [("2026-14", Decimal(1000), Decimal(200), 30), ("2026-15", Decimal(300), Decimal(0), 16)]
    assert (demand.notice.currency, demand.notice.late_fee, demand.unknown) == ("EUR", Decimal(0), None)
    assert demand.notice.deadline == date(2026, 6, 29), "the 27th is a Saturday"


def test_an_invoice_that_is_due_today() -> None:
    """Nobody is late on that day."""
    assert demanded("invoice-resend", an_invoice(date(2026, 6, 17)), INVOICE) is None


def test_the_late_fee() -> None:
    """It's asked for by a notice of late payment, and not where the invoice may only have been overlooked."""
    invoicing = Invoicing(late_fee=Monthly(percent=Decimal(1)))

    late = demanded("late-payment", INVOICE, invoicing=invoicing)
    friendly = demanded("invoice-resend", INVOICE, invoicing=invoicing)

    assert late is not None
    assert friendly is not None
    assert (late.notice.late_fee, friendly.notice.late_fee) == (Decimal("12.00"), Decimal(0))


@pytest.mark.parametrize(
    ("invoice", "unknown"),
    [(INVOICE, RateUnknown), (replace(INVOICE, currency="USD"), NotInEuro)],
)
def test_a_late_fee_that_nobody_knows(invoice: Receivable, unknown: type) -> None:
    """None is asked for, rather than a part or a guess, and why is kept."""
    demand = demanded("final-notice", invoice, invoicing=Invoicing(late_fee=Statutory(rates=())))

    assert demand is not None
    assert (demand.notice.late_fee, type(demand.unknown)) == (Decimal(0), unknown)


def test_the_files() -> None:
    """Each invoice's own: from the mail that brought it along, from a path, or not known."""
    both = replace(INVOICE, number="1", files=("1.xml", "1.pdf"))
    named = replace(INVOICE, number="2", path="/srv/2.pdf")
    none, no_mail = replace(INVOICE, number="3", files=()), replace(INVOICE, number="4", mail=None)

    demand = demanded("late-payment", both, named, none, no_mail)

    assert demand is not None
    assert demand.enclosures == (
        Enclosure(number="1", thread=THREAD, mail=an_id("invoice"), name="1.xml"),
        Enclosure(number="1", thread=THREAD, mail=an_id("invoice"), name="1.pdf"),
        Enclosure(number="2", thread=THREAD, path="/srv/2.pdf"),
        Enclosure(number="3", thread=THREAD),
        Enclosure(number="4", thread=THREAD),
    )


def test_two_invoices_in_one_file() -> None:
    """It's brought along once."""
    demand = demanded("late-payment", INVOICE, replace(INVOICE, number="2"))

    assert demand is not None
    assert [each.name for each in demand.enclosures] == ["2026-14.pdf"]
    assert demand.asks == asking("2026-14 1200.00 2026-05-18", "2 1200.00 2026-05-18"), "the one that it's about first"


def test_a_rate_below_nothing() -> None:
    """Nobody owes less for being late."""
    rates = tuple(ReferenceRate(on=date(2026, month, 1), percent=Decimal(-10)) for month in (1, 7))
    large = replace(INVOICE, amount=Decimal(10_000_000))
    demand = demanded("late-payment", large, invoicing=Invoicing(late_fee=Statutory(rates=rates)))

    assert demand is not None
    assert demand.notice.late_fee == 0


def test_a_day_that_has_begun_everywhere() -> None:
    """At noon in UTC it begins where a day begins last."""
    assert begun_everywhere(DUE) == datetime(2026, 5, 18, 12, tzinfo=UTC)

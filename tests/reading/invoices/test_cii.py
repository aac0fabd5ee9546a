"""Invoices of UN/CEFACT CII: Factur-X, ZUGFeRD and XRechnung."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from crickets.domain.invoice import Instalment, Invoice, InvoiceKind, Refusal
from crickets.domain.seller import Seller
from tests.reading.invoices.reading import read, refused
from tests.reading.invoices.samples import a_cii, a_zugferd_1


def test_an_invoice_of_factur_x() -> None:
    """It's read exactly."""
    assert read(a_cii()) == Invoice(
        number="RE-471102",
        kind=InvoiceKind.INVOICE,
        payable=Decimal("529.87"),
        currency="EUR",
        issued=date(2026, 1, 5),
        due=date(2026, 2, 4),
        seller=Seller(names=("Dana Levi",)),
    )


def test_an_invoice_of_zugferd_1() -> None:
    """Its elements have other names; without a sum payable it's the total less what was prepaid."""
    invoice = read(a_zugferd_1())

    assert (invoice.number, invoice.payable) == ("2013-1", Decimal("500.00"))
    assert (invoice.issued, invoice.due) == (date(2013, 3, 5), date(2013, 4, 4))


def test_zugferd_1_without_prepayment() -> None:
    """The total is to be paid."""
    assert read(a_zugferd_1(sums="<ram:GrandTotalAmount>7</ram:GrandTotalAmount>")).payable == Decimal(7)


@pytest.mark.parametrize(("code", "kind"), [("381", InvoiceKind.CREDIT_NOTE), ("384", InvoiceKind.INVOICE)])
def test_the_kinds_of_documents(code: str, kind: InvoiceKind) -> None:
    """A credit note is told by its code alone: its sums are as positive as an invoice's."""
    assert read(a_cii(code=code)).kind is kind


def test_what_a_credit_note_is_for() -> None:
    """The invoice that it names."""
    named = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>RE-1</ram:IssuerAssignedID>"
    note = read(a_cii(code="381", terms=f"{named}</ram:InvoiceReferencedDocument>"))

    assert (note.refers_to, note.gives_back, note.payable) == (("RE-1",), True, Decimal("529.87"))


def test_whose_place_a_corrected_invoice_takes() -> None:
    """That of the invoice that it names; without money to be paid by it, nobody's."""
    named = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>RE-1</ram:IssuerAssignedID>"
    terms = f"{named}</ram:InvoiceReferencedDocument>"

    assert read(a_cii(code="384", terms=terms)).replaces == "RE-1"
    assert not read(a_cii(code="384", terms=terms, sums="<ram:DuePayableAmount>0</ram:DuePayableAmount>")).replaces


def a_term(day: str = "", part: str = "", more: str = "") -> str:
    """Payment terms of CII."""
    due = (
        f'<ram:DueDateDateTime><udt:DateTimeString format="102">{day}</udt:DateTimeString></ram:DueDateDateTime>'
        if day
        else ""
    )
    amount = f"<ram:PartialPaymentAmount>{part}</ram:PartialPaymentAmount>" if part else ""
    return f"<ram:SpecifiedTradePaymentTerms>{more}{due}{amount}</ram:SpecifiedTradePaymentTerms>"


_THIRTY = '<ram:SettlementPeriodMeasure unitCode="DAY">30</ram:SettlementPeriodMeasure>'


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        ("", None),
        (a_term(more="<ram:Description>Zahlbar in 30 Tagen</ram:Description>"), None),
        (a_term("20260115") + a_term("20260204"), date(2026, 2, 4)),
        (a_term("20260115") + a_term(more=_THIRTY), date(2026, 2, 4)),
        (a_term(more=_THIRTY), date(2026, 2, 4)),
        (a_term(more="<ram:FromEventCode>5</ram:FromEventCode>" + _THIRTY), date(2026, 2, 4)),
        (a_term(more="<ram:FromEventCode>29</ram:FromEventCode>" + _THIRTY), None),
        (a_term(more=_THIRTY.replace("DAY", "MON")), None),
        (a_term("20260301", more=_THIRTY), date(2026, 3, 1)),
    ],
)
def test_payment_terms(terms: str, due: date | None) -> None:
    """They name a day, the last of several, or count days from the invoice's own; from another event they can't."""
    assert read(a_cii(terms=terms)).due == due


def test_instalments() -> None:
    """They're told in the order of their days."""
    invoice = read(a_cii(terms=a_term("20260401", "29.87") + a_term("20260301", "500.00")))

    assert invoice.due == date(2026, 4, 1)
    assert invoice.instalments == (
        Instalment(amount=Decimal("500.00"), due=date(2026, 3, 1)),
        Instalment(amount=Decimal("29.87"), due=date(2026, 4, 1)),
    )


def test_an_instalment_without_a_day() -> None:
    """Nobody knows when all is due, but that it isn't before the day of the other; days counted are a day."""
    invoice = read(a_cii(terms=a_term(part="29.87") + a_term("20260301", "500.00")))
    counted = read(a_cii(terms=a_term(part="29.87", more=_THIRTY) + a_term("20260110", "500.00")))

    assert (invoice.due, invoice.not_before) == (None, date(2026, 3, 1))
    assert (counted.due, counted.not_before) == (date(2026, 2, 4), None)


@pytest.mark.parametrize(
    "written",
    ["20260105", "202601051200", "20260105120000", " 2026-01-05T00:00:00 "],
)
def test_forms_of_a_day(written: str) -> None:
    """The hour changes nothing."""
    issued = f"<udt:DateTimeString>{written}</udt:DateTimeString>"

    assert read(a_cii(issued=issued)).issued == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("changed", "reason", "where"),
    [
        (a_cii(issued=""), Refusal.MISSING, "IssueDateTime"),
        (a_cii(issued="<udt:DateTimeString>202601</udt:DateTimeString>"), Refusal.BAD_DATE, "IssueDateTime"),
        (a_cii(sums=""), Refusal.MISSING, "GrandTotalAmount"),
        (a_cii(currency=""), Refusal.MISSING, "InvoiceCurrencyCode"),
        (a_cii(terms=a_term("20260230")), Refusal.BAD_DATE, "DueDateDateTime"),
        (a_cii(terms=a_term("20260201", "much")), Refusal.BAD_NUMBER, "PartialPaymentAmount"),
        (a_cii(terms=a_term(more=_THIRTY.replace("30", "9999"))), Refusal.BAD_NUMBER, "SettlementPeriodMeasure"),
        (a_cii().replace(b"ExchangedDocument>", b"Another>"), Refusal.MISSING, "ExchangedDocument"),
        (
            a_cii().replace(b"ApplicableHeaderTradeSettlement>", b"Another>"),
            Refusal.MISSING,
            "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement",
        ),
    ],
)
def test_what_is_wrong_in_it(changed: bytes, reason: Refusal, where: str) -> None:
    """It's refused whole, with the reason and the place."""
    file = refused(changed)

    assert (file.reason, file.where) == (reason, where)

"""Invoices of FatturaPA."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from crickets.domain.invoice import Instalment, Invoice, InvoiceKind, Refusal
from crickets.domain.seller import Seller
from tests.reading.invoices.reading import read, read_all, refused
from tests.reading.invoices.samples import a_body, a_detail, a_fattura, a_payment


def test_an_invoice() -> None:
    """It's read exactly."""
    payment = a_payment(a_detail("1268.80", "2026-02-28"), condition="TP02")

    assert read(a_fattura(a_body(payments=[payment]))) == Invoice(
        number="12/2026",
        kind=InvoiceKind.INVOICE,
        payable=Decimal("1268.80"),
        currency="EUR",
        issued=date(2026, 1, 5),
        due=date(2026, 2, 28),
        seller=Seller(names=("Dana Levi",)),
    )


def test_several_bodies() -> None:
    """Each is an invoice of its own."""
    file = a_fattura(a_body(number="1"), a_body(number="2", code="TD04"))

    assert [(one.number, one.kind) for one in read_all(file)] == [
        ("1", InvoiceKind.INVOICE),
        ("2", InvoiceKind.CREDIT_NOTE),
    ]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("TD06", InvoiceKind.INVOICE),
        ("TD24", InvoiceKind.INVOICE),
        ("TD04", InvoiceKind.CREDIT_NOTE),
        ("TD16", InvoiceKind.OTHER),
        ("TD27", InvoiceKind.OTHER),
        ("", InvoiceKind.OTHER),
    ],
)
def test_the_kinds_of_documents(code: str, kind: InvoiceKind) -> None:
    """What one writes to oneself for the tax office asks no client for money."""
    assert read(a_fattura(a_body(code=code))).kind is kind


def test_what_a_credit_note_is_for() -> None:
    """The invoice that it is linked to."""
    linked = "<DatiFattureCollegate><IdDocumento>12/A</IdDocumento></DatiFattureCollegate></DatiGenerali>"
    note = read(a_fattura(a_body(code="TD04").replace("</DatiGenerali>", linked)))

    assert (note.refers_to, note.gives_back) == (("12/A",), True)


def test_instalments() -> None:
    """Each has its day, and all is due by the last."""
    payment = a_payment(a_detail("700.00", "2026-03-31"), a_detail("568.80", "2026-02-28"))
    invoice = read(a_fattura(a_body(payments=[payment])))

    assert (invoice.payable, invoice.due) == (Decimal("1268.80"), date(2026, 3, 31))
    assert invoice.instalments == (
        Instalment(amount=Decimal("568.80"), due=date(2026, 2, 28)),
        Instalment(amount=Decimal("700.00"), due=date(2026, 3, 31)),
    )


def test_an_instalment_without_a_day() -> None:
    """Nobody knows when all is due, but that it isn't before the day of the other."""
    invoice = read(a_fattura(a_body(payments=[a_payment(a_detail("700.00"), a_detail("568.80", "2026-02-28"))])))

    assert (invoice.due, invoice.not_before) == (None, date(2026, 2, 28))
    assert [one.due for one in invoice.instalments] == [date(2026, 2, 28), None]


def test_ways_of_payment_to_choose_from() -> None:
    """The sum is to be paid once, by the later day."""
    payment = a_payment(a_detail("1268.80", "2026-02-28"), a_detail("1268.80", "2026-03-31"), condition="TP02")
    invoice = read(a_fattura(a_body(payments=[payment])))

    assert (invoice.payable, invoice.due, invoice.instalments) == (Decimal("1268.80"), date(2026, 3, 31), ())


@pytest.mark.parametrize(
    "payments",
    [
        [a_payment(a_detail("1268.80", "2026-02-28"), condition="TP02")] * 2,
        [a_payment(a_detail("1268.80", "2026-02-28"), a_detail("1268.80", "2026-02-28"))],
    ],
    ids=["two DatiPagamento", "two details said to be parts"],
)
def test_the_whole_sum_twice(payments: list[str]) -> None:
    """Nobody is asked for more than there is to pay."""
    invoice = read(a_fattura(a_body(payments=payments)))

    assert (invoice.payable, invoice.due, invoice.instalments) == (Decimal("1268.80"), date(2026, 2, 28), ())


def test_parts_that_are_not_all() -> None:
    """A part that was paid before isn't asked for again."""
    payment = a_payment(a_detail("300.00", "2026-02-28"), a_detail("300.00", "2026-03-31"))

    assert read(a_fattura(a_body(payments=[payment]))).payable == Decimal("600.00")


def test_equal_instalments() -> None:
    """They're parts, not ways to choose from."""
    payment = a_payment(a_detail("634.40", "2026-02-28"), a_detail("634.40", "2026-03-31"))

    assert read(a_fattura(a_body(payments=[payment]))).payable == Decimal("1268.80")


@pytest.mark.parametrize(
    ("detail", "due"),
    [
        (a_detail("10", GiorniTerminiPagamento="30"), date(2026, 2, 4)),
        (
            a_detail("10", DataRiferimentoTerminiPagamento="2026-01-31", GiorniTerminiPagamento="30"),
            date(2026, 3, 2),
        ),
        (a_detail("10", "2026-05-01", GiorniTerminiPagamento="30"), date(2026, 5, 1)),
        (a_detail("10", DataRiferimentoTerminiPagamento="2026-01-31"), None),
    ],
)
def test_days_counted(detail: str, due: date | None) -> None:
    """They run from the day of reference, or else the invoice's; a day that is named goes before."""
    assert read(a_fattura(a_body(payments=[a_payment(detail)]))).due == due


_WITHHELD = "<DatiRitenuta><TipoRitenuta>RT01</TipoRitenuta><ImportoRitenuta>208.00</ImportoRitenuta></DatiRitenuta>"
_TOTAL = "<ImportoTotaleDocumento>1268.80</ImportoTotaleDocumento>"


@pytest.mark.parametrize(
    ("body", "payable"),
    [
        (a_body(), "1268.80"),
        (a_body(general=_WITHHELD + _TOTAL), "1060.80"),
        (a_body(general=""), "1268.80"),
        (a_body(general="<Arrotondamento>-0.80</Arrotondamento>"), "1268.00"),
        (a_body(vat="S"), "1040.00"),
    ],
)
def test_an_invoice_without_payment_data(body: str, payable: str) -> None:
    """The client pays the total, less what they withhold and less VAT that an office pays itself."""
    invoice = read(a_fattura(body))

    assert (invoice.payable, invoice.due) == (Decimal(payable), None)


@pytest.mark.parametrize(
    ("changed", "reason", "where"),
    [
        (a_fattura(" "), Refusal.MISSING, "FatturaElettronicaBody"),
        (a_fattura("<FatturaElettronicaBody/>"), Refusal.MISSING, "DatiGeneraliDocumento"),
        (a_fattura(a_body(number="")), Refusal.MISSING, "Numero"),
        (a_fattura(a_body(), a_body(number="")), Refusal.MISSING, "Numero"),
        (a_fattura().replace(b"EUR", b""), Refusal.MISSING, "Divisa"),
        (a_fattura(a_body(payments=[a_payment(a_detail("ten"))])), Refusal.BAD_NUMBER, "ImportoPagamento"),
        (
            a_fattura(a_body(payments=[a_payment(a_detail("1", "28/02/2026"))])),
            Refusal.BAD_DATE,
            "DataScadenzaPagamento",
        ),
        (a_fattura(a_body(general="").replace("DatiRiepilogo", "Altro")), Refusal.MISSING, "ImportoTotaleDocumento"),
    ],
)
def test_what_is_wrong_in_it(changed: bytes, reason: Refusal, where: str) -> None:
    """It's refused whole, with the reason and the place."""
    file = refused(changed)

    assert (file.reason, file.where) == (reason, where)

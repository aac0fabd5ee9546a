"""Invoices and credit notes of UBL 2.1."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from crickets.domain.invoice import Instalment, Invoice, InvoiceFile, InvoiceKind, Refusal
from crickets.domain.seller import Seller
from crickets.reading.invoices.files import invoice_in
from tests.reading.invoices.reading import read, refused
from tests.reading.invoices.samples import a_ubl


def test_an_invoice_of_peppol() -> None:
    """It's read exactly; what stands in its lines and parties is another's."""
    assert read(a_ubl()) == Invoice(
        number="2026-014",
        kind=InvoiceKind.INVOICE,
        payable=Decimal("1220.00"),
        currency="EUR",
        issued=date(2026, 1, 5),
        due=date(2026, 2, 4),
        seller=Seller(names=("Dana Levi",)),
    )


def test_a_credit_note() -> None:
    """It's told apart, whatever its code says, and nobody owes by it; its day is in the means of payment."""
    means = "<cac:PaymentMeans><cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate></cac:PaymentMeans>"
    note = read(a_ubl(root="CreditNote", due="", payment=means))

    assert note.kind is InvoiceKind.CREDIT_NOTE
    assert note.due == date(2026, 3, 1)
    assert not note.is_owed


def billed(*numbers: str) -> str:
    """What a document says of those before it."""
    named = (f"<cac:InvoiceDocumentReference><cbc:ID>{n}</cbc:ID></cac:InvoiceDocumentReference>" for n in numbers)
    return "".join(f"<cac:BillingReference>{each}</cac:BillingReference>" for each in named)


@pytest.mark.parametrize(
    ("numbers", "of", "gives"),
    [
        (("2026-014",), ("2026-014",), True),
        ((" 2026-014\n", "2026-014"), ("2026-014",), True),
        (("1", "2"), ("1", "2"), True),
        ((), (), True),
        (("",), (), True),
    ],
)
def test_what_a_credit_note_is_for(numbers: tuple[str, ...], of: tuple[str, ...], *, gives: bool) -> None:
    """The invoices that it names."""
    note = read(a_ubl(root="CreditNote", number="C-1", code="", due=billed(*numbers)))

    assert (note.refers_to, note.gives_back) == (of, gives)
    assert not read(a_ubl(due=billed(*numbers))).gives_back


@pytest.mark.parametrize(
    ("numbers", "code", "of"),
    [
        (("2026-001",), "384", "2026-001"),
        (("2026-001", "2026-014"), "384", "2026-001"),
        (("2026-014",), "384", ""),
        (("1", "2"), "384", ""),
        ((), "384", ""),
        (("2026-001",), "380", ""),
    ],
    ids=["another", "another, and itself", "itself", "either of two", "none", "an invoice that mentions one"],
)
def test_whose_place_a_corrected_invoice_takes(numbers: tuple[str, ...], code: str, of: str) -> None:
    """That of the one other invoice that it names."""
    typed = f"<cbc:InvoiceTypeCode>{code}</cbc:InvoiceTypeCode>"

    assert read(a_ubl(code=typed, due=billed(*numbers))).replaces == of


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("384", InvoiceKind.INVOICE),
        ("386", InvoiceKind.INVOICE),
        ("381", InvoiceKind.CREDIT_NOTE),
        ("325", InvoiceKind.OTHER),
        ("999", InvoiceKind.OTHER),
        ("", InvoiceKind.INVOICE),
    ],
)
def test_the_kinds_of_documents(code: str, kind: InvoiceKind) -> None:
    """Each code of UNTDID 1001 is one; a pro-forma invoice, or a code nobody knows, asks for no money."""
    assert read(a_ubl(code=f"<cbc:InvoiceTypeCode>{code}</cbc:InvoiceTypeCode>")).kind is kind


def a_term(inside: str) -> str:
    """Payment terms of UBL."""
    return f"<cac:PaymentTerms>{inside}</cac:PaymentTerms>"


@pytest.mark.parametrize(
    ("payment", "due"),
    [
        ("", None),
        (a_term("<cbc:Note>Net within 30 days</cbc:Note>"), None),
        (a_term("<cbc:PaymentDueDate>2026-02-10</cbc:PaymentDueDate>"), date(2026, 2, 10)),
        (
            a_term("<cac:SettlementPeriod><cbc:EndDate>2026-02-11</cbc:EndDate></cac:SettlementPeriod>"),
            date(2026, 2, 11),
        ),
        (
            a_term(
                '<cac:SettlementPeriod><cbc:DurationMeasure unitCode="DAY">30</cbc:DurationMeasure>'
                "</cac:SettlementPeriod>"
            ),
            date(2026, 2, 4),
        ),
        (
            a_term(
                "<cac:SettlementPeriod><cbc:StartDate>2026-02-01</cbc:StartDate>"
                '<cbc:DurationMeasure unitCode="DAY">30</cbc:DurationMeasure></cac:SettlementPeriod>'
            ),
            date(2026, 3, 3),
        ),
        (
            a_term(
                '<cac:SettlementPeriod><cbc:DurationMeasure unitCode="MON">1</cbc:DurationMeasure>'
                "</cac:SettlementPeriod>"
            ),
            None,
        ),
        (
            a_term(
                "<cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent><cac:SettlementPeriod>"
                '<cbc:EndDate>2026-01-12</cbc:EndDate><cbc:DurationMeasure unitCode="DAY">7</cbc:DurationMeasure>'
                "</cac:SettlementPeriod>"
            ),
            None,
        ),
    ],
)
def test_payment_terms(payment: str, due: date | None) -> None:
    """They name the day, or count the days to it; free words, months, and the days of a discount don't."""
    assert read(a_ubl(due="", payment=payment)).due == due


def test_two_days_named() -> None:
    """The later one counts: no reminder comes early."""
    means = "<cac:PaymentMeans><cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate></cac:PaymentMeans>"

    assert read(a_ubl(payment=means)).due == date(2026, 3, 1)


def test_instalments() -> None:
    """They're told in their order, and all is due by the last."""
    later = a_term("<cbc:Amount>220.00</cbc:Amount><cbc:InstallmentDueDate>2026-04-01</cbc:InstallmentDueDate>")
    sooner = a_term("<cbc:Amount>1000.00</cbc:Amount><cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate>")
    invoice = read(a_ubl(due="", payment=later + sooner))

    assert invoice.due == date(2026, 4, 1)
    assert invoice.instalments == (
        Instalment(amount=Decimal("1000.00"), due=date(2026, 3, 1)),
        Instalment(amount=Decimal("220.00"), due=date(2026, 4, 1)),
    )


def test_an_instalment_without_a_day() -> None:
    """Nobody knows when all is due, but that it isn't before the day of the other; unless a day is named for all."""
    parts = a_term("<cbc:Amount>220.00</cbc:Amount>") + a_term(
        "<cbc:Amount>1000.00</cbc:Amount><cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate>"
    )
    invoice, for_all = read(a_ubl(due="", payment=parts)), read(a_ubl(payment=parts))

    assert (invoice.due, invoice.not_before) == (None, date(2026, 3, 1))
    assert (for_all.due, for_all.not_before) == (date(2026, 3, 1), None)


def test_instalments_that_are_not_the_sum() -> None:
    """They aren't told: something else was meant by them."""
    half = a_term("<cbc:Amount>600.00</cbc:Amount><cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate>")

    assert read(a_ubl(payment=half + half)).instalments == ()


def test_the_currency_of_the_sum() -> None:
    """It's the document's where that names none."""
    assert read(a_ubl(currency="")).currency == "EUR"


@pytest.mark.parametrize(
    ("changed", "reason", "where"),
    [
        (a_ubl(number=" "), Refusal.MISSING, "ID"),
        (a_ubl(number="9" * 101), Refusal.BAD_NUMBER, "ID"),
        (a_ubl(issued=""), Refusal.MISSING, "IssueDate"),
        (a_ubl(issued="2026-02-30"), Refusal.BAD_DATE, "IssueDate"),
        (a_ubl(issued="0001-01-01"), Refusal.BAD_DATE, "IssueDate"),
        (a_ubl(issued="yesterday"), Refusal.BAD_DATE, "IssueDate"),
        (a_ubl(due="<cbc:DueDate>2026-13-01</cbc:DueDate>"), Refusal.BAD_DATE, "DueDate"),
        (a_ubl(payable=""), Refusal.MISSING, "PayableAmount"),
        (a_ubl(payable="<cbc:PayableAmount/>"), Refusal.MISSING, "PayableAmount"),
        (a_ubl(payable="<cbc:PayableAmount>1e999999999</cbc:PayableAmount>"), Refusal.BAD_NUMBER, "PayableAmount"),
        (a_ubl(payable=f"<cbc:PayableAmount>{'9' * 3000}</cbc:PayableAmount>"), Refusal.BAD_NUMBER, "PayableAmount"),
        (a_ubl(payable="<cbc:PayableAmount>NaN</cbc:PayableAmount>"), Refusal.BAD_NUMBER, "PayableAmount"),
        (a_ubl(payable="<cbc:PayableAmount>1.220,00</cbc:PayableAmount>"), Refusal.BAD_NUMBER, "PayableAmount"),
        (a_ubl(payable="<cbc:PayableAmount>١٢٢٠</cbc:PayableAmount>"), Refusal.BAD_NUMBER, "PayableAmount"),
        (
            a_ubl(payable='<cbc:PayableAmount currencyID="SEK">12</cbc:PayableAmount>'),
            Refusal.BAD_CURRENCY,
            "PayableAmount",
        ),
        (
            a_ubl(currency="<cbc:DocumentCurrencyCode>Euro</cbc:DocumentCurrencyCode>"),
            Refusal.BAD_CURRENCY,
            "DocumentCurrencyCode",
        ),
        (
            a_ubl(currency="", payable="<cbc:PayableAmount>12</cbc:PayableAmount>"),
            Refusal.MISSING,
            "DocumentCurrencyCode",
        ),
        (
            a_ubl(
                due="",
                payment=a_term(
                    '<cac:SettlementPeriod><cbc:DurationMeasure unitCode="DAY">-30</cbc:DurationMeasure>'
                    "</cac:SettlementPeriod>"
                ),
            ),
            Refusal.BAD_NUMBER,
            "DurationMeasure",
        ),
    ],
)
def test_what_is_wrong_in_it(changed: bytes, reason: Refusal, where: str) -> None:
    """It's refused whole, with the reason and the place: half an invoice is none."""
    file = refused(changed)

    assert (file.reason, file.where) == (reason, where)


def test_a_number_of_many_lines() -> None:
    """It becomes one line, without what turns the text around: it will stand in a mail."""
    assert read(a_ubl(number="A\n 1\t2\u202e3")).number == "A 1 23"


def test_a_day_with_its_zone() -> None:
    """The zone changes nothing: the day is the one written."""
    assert read(a_ubl(issued="2026-01-05+13:00")).issued == date(2026, 1, 5)


def test_a_sum_already_paid() -> None:
    """Nobody owes it."""
    assert not read(a_ubl(payable='<cbc:PayableAmount currencyID="EUR">0.00</cbc:PayableAmount>')).is_owed
    assert read(a_ubl()).is_owed


def test_the_name_of_the_file() -> None:
    """It's told, in one printable line and bounded."""
    file = invoice_in("a\u202e" + "b" * 300 + ".xml", "application/xml", a_ubl())

    assert isinstance(file, InvoiceFile)
    assert file.name == "a" + "b" * 199


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ({"1": "1000.00", "2": "220.00"}, [("1", "1000.00"), ("2", "220.00")]),
        ({"1": "1000.00", "2": "200.00"}, [("1", "0"), ("2", "0")]),
        ({"1": "1220.00", "2": None}, [("1", "0"), ("2", "0")]),
        ({"1": "1240.00", "2": "-20.00"}, [("1", "0"), ("2", "0")]),
        ({"1": None}, [("1", "1220.00")]),
        ({}, [("", "1220.00")]),
    ],
    ids=["all of it", "less than all", "of one only", "less than nothing", "one invoice", "no invoice"],
)
def test_what_a_credit_note_takes_off_each(shares: dict[str, str | None], told: list[tuple[str, str]]) -> None:
    """As much as the file says, if that is all of it; else nobody knows, and no part is made up."""
    lines = {n: "" if a is None else f"<cbc:ID>1</cbc:ID><cbc:Amount>{a}</cbc:Amount>" for n, a in shares.items()}
    named = "".join(
        f"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{number}</cbc:ID></cac:InvoiceDocumentReference>"
        f"<cac:BillingReferenceLine>{line}</cac:BillingReferenceLine></cac:BillingReference>"
        for number, line in lines.items()
    )
    note = read(a_ubl(root="CreditNote", number="C-1", code="", due=named))

    assert [(share.number, share.amount) for share in note.taken_off] == [(n, Decimal(a)) for n, a in told]

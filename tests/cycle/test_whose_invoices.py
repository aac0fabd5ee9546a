"""Invoices in the owner's mail that aren't surely theirs: whoever got them isn't asked for money by themselves."""

from __future__ import annotations

import pytest

from crickets.domain.receivable import KnownBy
from crickets.domain.verdict import Reason, State
from crickets.service.accounting import note_told
from crickets.service.told import Told
from tests.cycle.stage import CLIENT, ME, Stage, a_message, days_ago, days_later
from tests.cycle.test_invoices import an_xml, asked, billed, day, files_of, known, only
from tests.reading.invoices.samples import a_body, a_cii, a_detail, a_fattura, a_payment, a_pdf, a_ubl
from tests.servers.mail import Attachment

ANOTHER = "<cac:PartyName><cbc:Name>Print &amp; Paper Ltd</cbc:Name></cac:PartyName>"
TERMS = (
    "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString>{:%Y%m%d}</udt:DateTimeString>"
    "</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>"
)


def a_bill(form: str, *, seller: str = "Print & Paper Ltd") -> Attachment:
    """An invoice that somebody made out, three days past due."""
    due, name = day(-3), seller.replace("&", "&amp;")
    if form == "Factur-X":
        xml = a_cii(terms=TERMS.format(due), seller=f"<ram:Name>{name}</ram:Name>")
        return "RE-471102.pdf", "application/pdf", a_pdf({"factur-x.xml": xml})
    if form == "UBL":
        party = f"<cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName>"
        return "RE.xml", "application/xml", a_ubl(due=f"<cbc:DueDate>{due}</cbc:DueDate>", seller=party)
    registry = f"<DatiAnagrafici><Anagrafica><Denominazione>{name}</Denominazione></Anagrafica></DatiAnagrafici>"
    body = a_body(payments=(a_payment(a_detail("1268.80", str(due))),))
    return "RE.xml", "application/xml", a_fattura(body, seller=registry)


def passed_on(stage: Stage, file: Attachment, *, subject: str, body: str = "Can you book this, please?") -> None:
    """Dana sends somebody's bill to one who has written to her before."""
    asked(stage)
    mail = a_message(ME, CLIENT, at=days_ago(10), subject=subject, body=body, attachments=(file,))
    stage.box.put("Sent", mail, flags=["\\Seen"])


@pytest.mark.parametrize("form", ["Factur-X", "UBL", "FatturaPA"])
def test_a_bill_of_a_supplier(quick_stage: Stage, form: str) -> None:
    """Whoever got it owes nothing by it: nothing is laid, however late, and why is told."""
    passed_on(quick_stage, a_bill(form), subject="Invoice for the paper")
    for days in (0, 31, 91):
        quick_stage.look(days)
        assert quick_stage.drafts == ()

    [invoice] = known(quick_stage)
    verdict = quick_stage.verdict()
    assert (invoice.known_by, invoice.is_confirmed) == (KnownBy.ANOTHERS, False)
    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.PERHAPS_ANOTHERS)
    assert (
        f"its invoice ({invoice.number}, {invoice.amount} EUR, due on {day(-3)}) is made out by Print & Paper Ltd"
        in (str(verdict.reason))
    )


@pytest.mark.parametrize("subject", ["WG: Ihre Rechnung RE-471102", "Fwd: Invoice", "I: Fattura", "Invoice (fwd)"])
def test_an_invoice_that_is_passed_on(quick_stage: Stage, subject: str) -> None:
    """Its subject says so, whoever made it out."""
    passed_on(quick_stage, a_bill("Factur-X", seller="Dana Levi"), subject=subject)
    quick_stage.look()

    reason = quick_stage.verdict().reason
    assert (quick_stage.drafts, reason.reason) == ((), Reason.PERHAPS_ANOTHERS)
    assert "came along in a mail that you passed on: if" in str(reason)


def test_a_bill_that_is_passed_on(quick_stage: Stage) -> None:
    """Both are told."""
    passed_on(quick_stage, a_bill("UBL"), subject="Fwd: Invoice")
    quick_stage.look()

    told = str(quick_stage.verdict().reason)
    assert "in a mail that you passed on and is made out by Print & Paper Ltd (if that's you" in told


def test_a_file_that_names_no_seller(quick_stage: Stage) -> None:
    """It's asked about too."""
    passed_on(quick_stage, a_bill("UBL", seller=" "), subject="Invoice")
    quick_stage.look()

    assert "names nobody as its seller: if it's yours" in str(quick_stage.verdict().reason)


def test_one_that_is_the_owners_after_all(quick_stage: Stage) -> None:
    """Once they have confirmed it, it's followed up with its file."""
    file = a_bill("UBL", seller="Studio Nord Ltd")
    passed_on(quick_stage, file, subject="Invoice")
    quick_stage.look()
    thread = quick_stage.verdict().thread
    with quick_stage.application() as app:
        note_told(app, thread, Told(number="2026-014"))
    quick_stage.look(0.1)

    assert files_of(only(quick_stage)) == [(file[0], file[1], file[2])]
    assert known(quick_stage)[0].is_told


@pytest.mark.parametrize("key", ['company = "Studio Nord"', 'tax_ids = ["DE 123456789"]'])
def test_a_firm_that_the_config_names(quick_stage: Stage, key: str) -> None:
    """It's the owner, and followed up at once."""
    quick_stage.zone = f'Europe/Rome"\n{key}\n# "'  # a key more in the table of the zone
    number = "<cac:PartyTaxScheme><cbc:CompanyID>DE123456789</cbc:CompanyID></cac:PartyTaxScheme>"
    party = f"<cac:PartyName><cbc:Name>Studio Nord Ltd</cbc:Name></cac:PartyName>{number}"
    xml = a_ubl(due=f"<cbc:DueDate>{day(-3)}</cbc:DueDate>", seller=party)
    passed_on(quick_stage, ("RE.xml", "application/xml", xml), subject="Invoice")
    quick_stage.look()

    assert len(quick_stage.drafts) == 1


@pytest.mark.parametrize("kind", ["CreditNote", "Invoice"])
def test_what_takes_something_off_and_is_perhaps_anothers(quick_stage: Stage, kind: str) -> None:
    """How much isn't known: what it names is held, whether it's a credit note or a corrected invoice."""
    bill = billed(quick_stage, an_xml(due=day(-3)))
    quick_stage.look()
    of = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-014</cbc:ID>"
    of += "</cac:InvoiceDocumentReference></cac:BillingReference>"
    code = "<cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode>" if kind == "Invoice" else ""
    note = a_ubl(root=kind, number="C-1", code=code, due=of, seller=ANOTHER)
    file = ("C-1.xml", "application/xml", note)
    mail = a_message(sender=ME, to=CLIENT, at=days_later(0.1), reply_to=bill, attachments=(file,))
    quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    quick_stage.look(0.2)

    [invoice] = [each for each in known(quick_stage) if each.number == "2026-014"]
    assert (invoice.open_sum, invoice.is_confirmed, invoice.credit_notes) == (invoice.amount, False, ("C-1",))
    assert quick_stage.drafts == ()

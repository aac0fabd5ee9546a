"""Who owes an invoice, and who learns of it: a notice goes to nobody else, and tells of nothing else."""

from __future__ import annotations

import pytest

from crickets.domain.thread import OrderKind
from crickets.domain.verdict import Reason, Verdict
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, days_ago, days_later
from tests.cycle.test_invoices import PAGE, an_xml, asked, billed, day, files_of, known, only, paid, send, text_of
from tests.reading.invoices.samples import a_ubl
from tests.servers.mail import Attachment, Mail

ACCOUNTANT = "Carla Conti <carla@accounting.example>"


def put(stage: Stage, mail: Mail) -> Mail:
    """Dana has sent a mail."""
    stage.box.put("Sent", mail, flags=["\\Seen"])
    return mail


def acquainted(stage: Stage) -> Mail:
    """The accountant has written to Dana before."""
    mail = a_message(sender=ACCOUNTANT, to=ME, subject="Books", at=days_ago(60))
    stage.box.put("INBOX", mail, flags=["\\Seen"])
    return mail


def reasons(stage: Stage) -> list[Reason]:
    """Why each thread that is followed is where it is."""
    return [verdict.reason.reason for verdict in stage.overview().threads]


def of(stage: Stage, reason: Reason) -> Verdict:
    """The thread that is where it is for that."""
    return next(verdict for verdict in stage.overview().threads if verdict.reason.reason is reason)


def a_credit_note(number: str, *, of: str = "") -> Attachment:
    """A credit note over 200 EUR, of an invoice if one is named."""
    named = f"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{of}</cbc:ID>" if of else ""
    named += "</cac:InvoiceDocumentReference></cac:BillingReference>" if of else ""
    amount = '<cbc:PayableAmount currencyID="EUR">200.00</cbc:PayableAmount>'
    xml = a_ubl(root="CreditNote", number=number, code="", due=named, payable=amount)
    return f"{number}.xml", "application/xml", xml


def test_an_invoice_that_was_passed_on(quick_stage: Stage) -> None:
    """To the accountant, in its own thread: nobody gets a notice there, until Dana writes to the client again."""
    xml = an_xml(due=day(-3))
    mail = billed(quick_stage, xml)
    acquainted(quick_stage)
    forward = put(quick_stage, a_message(ME, ACCOUNTANT, at=days_ago(15), reply_to=mail, attachments=(xml,)))
    for days in (0, 30):
        quick_stage.look(days)
        assert quick_stage.drafts == ()
    assert Reason.OF_ANOTHER in reasons(quick_stage)
    word = "Hi Anna,\n\nmay I remind you of the invoice?\n\nBest wishes,\nDana\n"
    put(quick_stage, a_message(ME, CLIENT, at=days_later(31), reply_to=forward, attachments=(xml,), body=word))
    quick_stage.look(40)

    assert str(only(quick_stage).mail.header("To")) == CLIENT


@pytest.mark.parametrize("first", [True, False], ids=["before the client", "after the client"])
def test_a_copy_for_the_accountant(quick_stage: Stage, *, first: bool) -> None:
    """In a thread of theirs: nobody is asked before Dana has said whose it is."""
    xml, parent = an_xml(due=day(-3)), acquainted(quick_stage)
    copy = a_message(ME, ACCOUNTANT, at=days_ago(21 if first else 19), reply_to=parent, attachments=(xml,))
    put(quick_stage, copy)
    billed(quick_stage, xml)
    quick_stage.look()
    assert quick_stage.drafts == ()
    assert reasons(quick_stage) == [Reason.TWO_DEBTORS] * 2

    theirs = next(v for v in quick_stage.overview().threads if v.client is not None and v.client.name == "Carla Conti")
    quick_stage.order_in(theirs.thread, OrderKind.PLAN, plan="none")
    quick_stage.look(0.1)

    assert str(only(quick_stage).mail.header("To")) == CLIENT


def test_what_only_the_client_was_written_about(quick_stage: Stage) -> None:
    """Whoever got a copy in one thread learns nothing of the other."""
    parent = asked(quick_stage)
    mail = a_message(
        ME, CLIENT, at=days_ago(20), reply_to=parent, attachments=(an_xml(due=day(-5)),), cc="Bob <bob@agency.example>"
    )
    put(quick_stage, mail)
    billed(quick_stage, an_xml("2026-015", due=day(-3)), days=19, subject="The logo")
    quick_stage.look()

    draft = only(quick_stage)
    assert "2026-015" not in text_of(draft)
    assert [name for name, *_ in files_of(draft)] == ["invoice-2026-014.xml"]


def test_two_of_the_owners_businesses(quick_stage: Stage) -> None:
    """The notice from one tells of nothing that the other has billed to the same client."""
    billed(quick_stage, an_xml(due=day(-5)))
    other = "Dana Levi <dana@levi.example>"
    parent = a_message(CLIENT, other, "The logo", at=days_ago(50))
    quick_stage.box.put("INBOX", parent, flags=["\\Seen"])
    xml = an_xml("2026-015", due=day(-3))
    put(quick_stage, a_message(other, CLIENT, at=days_ago(19), reply_to=parent, attachments=(xml,)))
    quick_stage.look()

    draft = only(quick_stage)
    assert str(draft.mail.header("From")) == ME
    assert ("2026-014" in text_of(draft), "2026-015" in text_of(draft)) == (True, False)


def test_an_invoice_that_was_put_off(quick_stage: Stage) -> None:
    """The notice about another doesn't tell of it before its day."""
    billed(quick_stage, an_xml(due=day(-5)))
    parent = asked(quick_stage, "The logo")
    xml = an_xml("2026-015", due=day(-3))
    bcc = {"Bcc": "dana+60d@studio.example"}
    put(quick_stage, a_message(ME, CLIENT, at=days_ago(19), reply_to=parent, attachments=(xml,), headers=bcc))
    quick_stage.look()

    assert "2026-015" not in text_of(only(quick_stage))


def test_the_last_notice_of_one_and_the_first_of_another(quick_stage: Stage) -> None:
    """They're two letters, a week apart: nobody is threatened over what they were never asked for."""
    billed(quick_stage, an_xml(due=day(-91)), days=100)
    for days in (-89.0, -60.0, -30.0, 0.0):
        quick_stage.look(days)
        if not days:
            billed(quick_stage, an_xml("2026-015", due=day(-2)), days=19, subject="The logo")
            quick_stage.look(days)
        draft = only(quick_stage)
        assert "2026-015" not in text_of(draft)
        send(quick_stage, draft, at=days_later(days + 0.1))
    for days in (1.0, 6.0):
        quick_stage.look(days)
        assert quick_stage.drafts == ()
    quick_stage.look(9)

    assert "Invoice 2026-015 for €1,220.00 was due on" in text_of(only(quick_stage))


def test_a_credit_note_that_names_none(quick_stage: Stage) -> None:
    """In the thread of the only invoice that's open it's that one's."""
    bill = billed(quick_stage, an_xml(due=day(-3)))
    note = a_message(ME, CLIENT, at=days_ago(10), reply_to=bill, attachments=(a_credit_note("C-1"),))
    put(quick_stage, note)
    quick_stage.look()

    assert [(str(i.open_sum), i.credit_notes) for i in known(quick_stage)] == [("1020.00", ("C-1",))]


def test_a_credit_note_for_a_guess(quick_stage: Stage) -> None:
    """It's kept until the owner has confirmed that."""
    bill = billed(quick_stage, PAGE, subject="The site")
    note = a_message(ME, CLIENT, at=days_ago(10), reply_to=bill, attachments=(a_credit_note("C-1", of="2026-014"),))
    put(quick_stage, note)
    quick_stage.look()

    assert [(i.currency, i.credit_notes) for i in known(quick_stage)] == [(None, ("C-1",))]


def test_the_same_number_in_another_year(quick_stage: Stage) -> None:
    """It's another invoice: what came in for last year's isn't counted for it."""
    last_year = a_ubl(number="2026-014", due=f"<cbc:DueDate>{day(-100)}</cbc:DueDate>", issued="2025-02-01")
    first = billed(quick_stage, ("old.xml", "application/xml", last_year), days=120)
    quick_stage.look(-99)
    quick_stage.clock.now = days_ago(98)
    paid(quick_stage)
    again = a_message(ME, CLIENT, at=days_ago(20), reply_to=first, attachments=(an_xml(due=day(-3)),))
    put(quick_stage, again)
    quick_stage.look()

    assert [str(each.open_sum) for each in known(quick_stage)] == ["0.00", "1220.00"]


def test_a_dispute_in_another_thread(quick_stage: Stage) -> None:
    """What a client answers there pauses that invoice, and the notice that tells of both goes."""
    billed(quick_stage, an_xml(due=day(-5)))
    other = billed(quick_stage, an_xml("2026-015", due=day(-3)), days=19, subject="The logo")
    quick_stage.look()
    assert "2026-015" in text_of(only(quick_stage))
    quick_stage.box.put("INBOX", a_reply(other, at=days_later(0.1), body="That one is wrong.\n"))
    for days in (0.2, 0.3):
        quick_stage.look(days)

    assert all("2026-015" not in text_of(draft) for draft in quick_stage.drafts)


def test_a_correction_of_a_number_that_two_clients_have(quick_stage: Stage) -> None:
    """It takes the place of the invoice to the one whom it's sent to, in whichever thread."""
    ben = "Ben Carter <ben@other.example>"
    bens = a_message(sender=ben, to=ME, subject="The sign", at=days_ago(60))
    quick_stage.box.put("INBOX", bens, flags=["\\Seen"])
    put(quick_stage, a_message(ME, ben, at=days_ago(21), reply_to=bens, attachments=(an_xml(due=day(-4)),)))
    billed(quick_stage, an_xml(due=day(-3)))
    of_it = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-014</cbc:ID>"
    of_it += "</cac:InvoiceDocumentReference></cac:BillingReference>"
    code = f"<cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode>{of_it}"
    xml = a_ubl(number="2026-016", code=code, due=f"<cbc:DueDate>{day(-2)}</cbc:DueDate>")
    parent = asked(quick_stage, "The invoice, mended")
    mended = a_message(ME, CLIENT, at=days_ago(15), reply_to=parent, attachments=(("m.xml", "application/xml", xml),))
    put(quick_stage, mended)
    quick_stage.look()

    owed = {(i.number, i.debtor.name if i.debtor else ""): str(i.open_sum) for i in known(quick_stage)}
    assert owed == {
        ("2026-014", "Ben Carter"): "1220.00",
        ("2026-014", "Anna Rossi"): "0.00",
        ("2026-016", "Anna Rossi"): "1220.00",
    }

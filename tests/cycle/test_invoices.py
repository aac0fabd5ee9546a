"""Invoices in the mail that the owner sends, and the ladder of notices that follows one that isn't paid."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from decimal import Decimal

import pytest

from crickets.cli import letters
from crickets.domain.receivable import KnownBy, Receivable
from crickets.domain.thread import OrderKind
from crickets.domain.verdict import Reason, State
from crickets.service.accounting import note_paid, note_told
from crickets.service.outcome import Deed
from crickets.service.told import Told
from tests.cycle.interference import Phase, at, look
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, days_ago, days_later
from tests.reading.invoices.samples import a_body, a_detail, a_fattura, a_payment, a_pdf, a_ubl
from tests.servers.mail import Attachment, Mail
from tests.servers.mailbox import Stored

PAGE = ("Invoice 2026-014.pdf", "application/pdf", b"%PDF-1.7\nnothing to be read\n%%EOF\n")


def an_xml(number: str = "2026-014", *, due: dt.date) -> Attachment:
    """An invoice for machines, over 1,220 EUR."""
    named = f"<cbc:DueDate>{due}</cbc:DueDate>"
    return f"invoice-{number}.xml", "application/xml", a_ubl(number=number, due=named, issued="2026-01-05")


def day(days: float) -> dt.date:
    """So many days after NOW."""
    return days_later(days).date()


def asked(stage: Stage, subject: str = "The new site") -> Mail:
    """What Anna wrote, long ago."""
    mail = a_message(sender=CLIENT, to=ME, subject=subject, at=days_ago(50))
    stage.box.put("INBOX", mail, flags=["\\Seen"])
    return mail


def billed(stage: Stage, *files: Attachment, days: float = 20, subject: str = "The new site") -> Mail:
    """The mail with which Dana sent an invoice so many days ago."""
    body = "Hi Anna,\n\nhere is the invoice. Thank you!\n\nBest wishes,\nDana\n"
    parent = asked(stage, subject)
    mail = a_message(sender=ME, to=CLIENT, at=days_ago(days), body=body, reply_to=parent, attachments=files)
    stage.box.put("Sent", mail, flags=["\\Seen"])
    return mail


def known(stage: Stage) -> tuple[Receivable, ...]:
    """The invoices that Crickets knows of."""
    with stage.application() as app:
        return app.ledger.invoices("work")


def files_of(draft: Stored) -> list[tuple[str | None, str, object]]:
    """The files that a draft brings along, as any mail program would save them."""
    message = email.message_from_bytes(draft.raw, policy=email.policy.default)
    return [(f.get_filename(), f.get_content_type(), f.get_content()) for f in message.iter_attachments()]


def text_of(draft: Stored) -> str:
    """What a draft says."""
    body = email.message_from_bytes(draft.raw, policy=email.policy.default).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def only(stage: Stage) -> Stored:
    """The only draft that lies there."""
    [draft] = stage.drafts
    return draft


def send(stage: Stage, draft: Stored, *, at: dt.datetime) -> Mail:
    """Dana presses Send."""
    sent = email.message_from_bytes(draft.raw, policy=email.policy.SMTP)
    sent.replace_header("Date", email.utils.format_datetime(at))
    mail = Mail(sent.as_bytes())
    stage.box.put("Sent", mail, at=at, flags=["\\Seen"])
    stage.box.remove("Drafts", draft.uid, to_trash=False)
    return mail


def test_the_whole_ladder(stage: Stage) -> None:
    """Resent a day past due, then 30, 60 and 90 days past due; each with the invoice's own files, byte for byte."""
    due = day(2)
    files = (an_xml(due=due), PAGE)
    billed(stage, *files)
    for days in (0, 1, 2.4):
        assert stage.look(days).done == ()
    assert [(i.number, i.amount, i.due_on, i.known_by) for i in known(stage)] == [
        ("2026-014", Decimal("1220.00"), due, KnownBy.FILE)
    ]

    ladder = ((3, "was due on"), (32, "30 days late"), (62, "60 days late"), (92, "final notice"))
    for days, words in ladder:
        stage.look(days - 0.9)
        assert stage.drafts == ()
        stage.look(days)
        draft = only(stage)
        assert words in text_of(draft)
        assert "2026-014" in text_of(draft)
        assert "€1,220.00" in text_of(draft)
        assert files_of(draft) == [(files[0][0], "application/xml", files[0][2]), (PAGE[0], PAGE[1], PAGE[2])]
        send(stage, draft, at=days_later(days + 0.05))
    stage.look(200)

    assert stage.subjects == []
    assert stage.state() is State.CLOSED


def test_a_notice_in_words_of_the_owners(stage: Stage) -> None:
    """By a name of their own: it tells number and sum, and brings the file along, as the built-in ones do."""
    stage.extra = '[plans.invoice]\nsteps = [{ overdue = "3 days", template = "gentle" }]\n'
    (stage.home / "templates").mkdir()
    (stage.home / "templates/gentle.j2").write_text("A word on {{ invoice.number }}: {{ to_pay }}, please.\n")
    billed(stage, an_xml(due=day(-5)), PAGE)

    stage.look()

    assert "A word on 2026-014: €1,220.00, please." in text_of(only(stage))
    assert [name for name, _, _ in files_of(only(stage))] == ["invoice-2026-014.xml", PAGE[0]]


def test_a_mail_that_is_too_large(quick_stage: Stage) -> None:
    """What it brings along isn't known; that is told, and what the owner tells of instead is followed up."""
    billed(quick_stage, ("all.zip", "application/zip", bytes(25 << 20)), an_xml(due=day(-3)), days=5)
    quick_stage.look()
    verdict = quick_stage.verdict()
    [told] = (each for each in verdict.why if each.reason is Reason.TOO_LARGE)

    assert known(quick_stage) == ()
    assert quick_stage.overview().problems == (f"work: {verdict.thread}: {told}",)

    file = quick_stage.home / "2026-014.pdf"
    file.write_bytes(PAGE[2])
    with quick_stage.application() as app:
        told_of = Told(number="2026-014", amount="1220", currency="EUR", due=str(day(-3)), file=file)
        note_told(app, verdict.thread, told_of)
    quick_stage.look(3)

    assert files_of(only(quick_stage)) == [("2026-014.pdf", PAGE[1], PAGE[2])]
    assert quick_stage.overview().problems == ()


@pytest.mark.parametrize(
    ("name", "reason", "asked"),
    [
        ("invoice-97.pdf", Reason.UNCONFIRMED, "--amount SUM --currency CODE --file …`"),
        ("invoice.pdf", Reason.UNCONFIRMED, "--number N --amount SUM --currency CODE --file …`"),
        ("invoice.docx", Reason.UNREADABLE, "--due … --file …`"),
    ],
)
def test_an_invoice_that_is_too_large(quick_stage: Stage, name: str, reason: Reason, asked: str) -> None:
    """Its name is known, and no check-in laid on it: it's held till the owner has told of it, with a file to send."""
    billed(quick_stage, (name, "application/pdf", bytes(50 << 20)), days=30)
    quick_stage.look()
    verdict = quick_stage.verdict()

    assert (quick_stage.drafts, verdict.plan, verdict.state) == ((), "invoice", State.HELD)
    assert (verdict.reason.reason, asked in str(verdict.reason)) == (reason, True)
    assert f"{name}: its mail has more than 32 MB" in " ".join(map(str, verdict.why))

    small = quick_stage.home / "small.pdf"
    small.write_bytes(PAGE[2])
    with quick_stage.application() as app:
        note_told(app, verdict.thread, Told(number="97", amount="1220", currency="EUR", due=str(day(-3)), file=small))
    quick_stage.look(3)

    assert files_of(only(quick_stage)) == [("small.pdf", PAGE[1], PAGE[2])]
    assert quick_stage.overview().problems == ()


def test_a_large_mail_that_brings_no_invoice(quick_stage: Stage) -> None:
    """It's followed up as ever."""
    billed(quick_stage, ("photos.zip", "application/zip", bytes(26 << 20)), days=30)
    quick_stage.look()

    assert (quick_stage.verdict().plan, quick_stage.verdict().state) == ("negotiation", State.DRAFTED)


def test_a_file_that_cannot_be_read(quick_stage: Stage) -> None:
    """An invoice without its currency: it's held, and what was wrong is told, until the owner has told of it."""
    xml = a_ubl(currency="", payable="<cbc:PayableAmount>1220.00</cbc:PayableAmount>")
    billed(quick_stage, ("bill-2026-014.xml", "application/xml", xml), days=5)
    quick_stage.look()
    verdict = quick_stage.verdict()

    assert (verdict.state, verdict.reason.reason, quick_stage.drafts) == (State.HELD, Reason.UNREADABLE, ())
    assert "bill-2026-014.xml: it lacks what every invoice says (DocumentCurrencyCode)" in str(verdict.reason)
    with quick_stage.application() as app:
        note_told(app, verdict.thread, Told(number="2026-014", amount="1220", currency="EUR", due=str(day(-3))))
    quick_stage.look(3)
    assert [name for name, *_ in files_of(only(quick_stage))] == ["bill-2026-014.xml"]
    assert quick_stage.overview().problems == ()


def test_what_only_calls_itself_the_owners_mail(quick_stage: Stage) -> None:
    """Somebody sends Dana her own mail back under its id, with another file: what she sent is brought along."""
    mine = an_xml(due=day(-3))
    mail = billed(quick_stage, mine)
    theirs = ("invoice-2026-014.xml", "application/xml", mine[2].replace(b"1220.00", b"9999.00"))
    forged = a_message(
        sender=ME,
        to=CLIENT,
        at=mail.date,
        body=mail.text,
        message_id=mail.message_id,
        headers={name: mail.header(name) for name in ("In-Reply-To", "References", "Subject")},
        attachments=(theirs,),
    )
    quick_stage.box.put("INBOX", forged, at=days_ago(19))
    quick_stage.look()

    assert files_of(only(quick_stage)) == [(mine[0], mine[1], mine[2])]
    assert "€1,220.00" in text_of(only(quick_stage))


def test_an_answer_to_a_notice(quick_stage: Stage) -> None:
    """It pauses the ladder, and the notice that lies there goes."""
    mail = billed(quick_stage, an_xml(due=day(-3)))
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    quick_stage.box.put("INBOX", a_reply(mail, at=days_later(0.1), body="We see a mistake in it.\n"))
    quick_stage.look(0.2)
    quick_stage.look(60)

    assert quick_stage.subjects == []
    assert quick_stage.state() is State.ANSWERED


def test_money_promised(quick_stage: Stage) -> None:
    """The ladder is held till that day and a working day more, whatever the owner thanks with; then it goes on."""
    mail = billed(quick_stage, an_xml(due=day(-3)))
    promised = days_later(12)
    promise = a_reply(mail, at=days_later(0.1), body=f"We will transfer it by {promised:%-d %B %Y}.\n")
    quick_stage.box.put("INBOX", promise)
    quick_stage.look(0.2)
    assert (quick_stage.drafts, quick_stage.verdict().reason.reason) == ((), Reason.PROMISED_MONEY)
    thanks = a_message(sender=ME, to=CLIENT, at=days_later(0.3), reply_to=promise, body="I will keep it in mind.\n")
    quick_stage.box.put("Sent", thanks, flags=["\\Seen"])
    for days in (0.4, 12.0):
        quick_stage.look(days)
        assert (quick_stage.drafts, quick_stage.verdict().reason.reason) == ((), Reason.PROMISED_MONEY)
    quick_stage.look(17)

    assert len(quick_stage.drafts) == 1


def test_money_promised_that_has_not_come_in(quick_stage: Stage) -> None:
    """The notice is a reply to the promise, and quotes it."""
    mail = billed(quick_stage, an_xml(due=day(-3)))
    promise = a_reply(mail, at=days_later(0.1), body=f"We will transfer it by {days_later(2):%-d %B %Y}.\n")
    quick_stage.box.put("INBOX", promise)
    quick_stage.look(0.2)
    quick_stage.look(17)

    [draft] = quick_stage.drafts
    assert draft.mail.header("In-Reply-To") == promise.message_id
    assert draft.mail.header("References").split()[-1] == promise.message_id
    assert mail.message_id in draft.mail.header("References")
    text = text_of(only(quick_stage))
    assert "> We will transfer it by" in text
    assert f"You wrote that payment would be made by {days_later(2):%-d %B %Y}." in text


def test_money_promised_and_thanked_for_before_anybody_looked(quick_stage: Stage) -> None:
    """It's read all the same."""
    mail = billed(quick_stage, an_xml(due=day(-3)))
    promise = a_reply(mail, at=days_ago(0.3), body=f"We will transfer it by {days_later(12):%-d %B %Y}.\n")
    quick_stage.box.put("INBOX", promise)
    thanks = a_message(sender=ME, to=CLIENT, at=days_ago(0.2), reply_to=promise, body="I will keep it in mind.\n")
    quick_stage.box.put("Sent", thanks, flags=["\\Seen"])
    quick_stage.look()

    assert (quick_stage.drafts, quick_stage.verdict().reason.reason) == ((), Reason.PROMISED_MONEY)


def test_an_invoice_that_was_thanked_for(quick_stage: Stage) -> None:
    """Once it's late that's told, in a pass that nothing else brought about; and it goes on by an order."""
    mail = billed(quick_stage, an_xml(due=day(5)))
    quick_stage.look()
    quick_stage.box.put("INBOX", a_reply(mail, at=days_later(0.1), body="Thanks, received!\n"))
    quick_stage.look(0.2)
    assert quick_stage.state() is State.ANSWERED
    quick_stage.look(7)
    verdict = quick_stage.verdict()
    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.PAUSED_BY_AN_ANSWER)
    assert [each.thread for each in quick_stage.overview().threads] == [verdict.thread]
    quick_stage.order(OrderKind.RESUME)
    quick_stage.look(18)

    assert len(quick_stage.drafts) == 1


@pytest.mark.parametrize("said", ["resume", "a part"])
def test_instalments_that_the_owner_agreed_to(quick_stage: Stage, said: str) -> None:
    """The ladder goes on, once they have said so, with its first notice and its file: no check-in."""
    mail = billed(quick_stage, an_xml(due=day(-3)))
    question = a_reply(mail, at=days_later(0.1), body="Ciao Dana, potremmo pagare a rate?\n")
    quick_stage.box.put("INBOX", question)
    agreed = "Ciao Anna,\n\nva bene, tre rate da 300 euro a fine mese.\n\nA presto,\nDana\n"
    word = a_message(sender=ME, to=CLIENT, at=days_later(0.2), reply_to=question, body=agreed)
    quick_stage.box.put("Sent", word, flags=["\\Seen"])
    quick_stage.look(0.3)
    assert quick_stage.verdict().reason.reason is Reason.DISPUTED

    if said == "resume":
        quick_stage.order(OrderKind.RESUME)
    else:
        number = known(quick_stage)[0].number
        with quick_stage.application() as app:
            note_paid(app, number, amount="300", on="")
    quick_stage.look(18)

    assert quick_stage.verdict().plan == "invoice"
    assert len(files_of(only(quick_stage))) == 1


def test_an_invoice_disputed_before_any_notice(quick_stage: Stage) -> None:
    """That the owner will look into it is no question: nothing is laid."""
    mail = billed(quick_stage, an_xml(due=day(-3)))
    answer = a_reply(mail, at=days_later(0.1), body="We see a mistake in it: the hours are too many.\n")
    quick_stage.box.put("INBOX", answer)
    word = a_message(sender=ME, to=CLIENT, at=days_later(0.2), reply_to=answer, body="I will look into it.\n")
    quick_stage.box.put("Sent", word, flags=["\\Seen"])
    for days in (0.3, 8.0, 60.0):
        quick_stage.look(days)
        assert (quick_stage.drafts, quick_stage.verdict().reason.reason) == ((), Reason.DISPUTED)


def test_a_ladder_that_goes_on_after_an_answer(quick_stage: Stage) -> None:
    """It never falls below what was sent: after the late notice, an answer and a reply, the next late one comes."""
    notice = billed(quick_stage, an_xml(due=day(-3)))
    for days in (0.0, 28.0):
        quick_stage.look(days)
        notice = send(quick_stage, only(quick_stage), at=days_later(days + 0.1))
    answer = a_reply(notice, at=days_later(29), body="We are looking into it.\n")
    quick_stage.box.put("INBOX", answer)
    quick_stage.look(29.1)
    word = a_message(sender=ME, to=CLIENT, at=days_later(30), reply_to=answer, body="All right.\n")
    quick_stage.box.put("Sent", word, flags=["\\Seen"])
    for days in (30.1, 70.0):
        quick_stage.look(days)
        assert (quick_stage.drafts, quick_stage.verdict().reason.reason) == ((), Reason.DISPUTED)
    quick_stage.clock.now = days_later(30.2)
    quick_stage.order(OrderKind.RESUME)
    for days in (31.0, 38.0, 56.0):
        quick_stage.look(days)
        assert quick_stage.drafts == ()
    quick_stage.look(57)

    assert "60 days late" in text_of(only(quick_stage))


def paid(stage: Stage, amount: str = "") -> None:
    """Dana says that money came in."""
    with stage.application() as app:
        note_paid(app, "2026-014", amount=amount, on="")


def test_a_part_payment_and_then_the_rest(quick_stage: Stage) -> None:
    """The notice that asks for too much is replaced in one pass; once all is paid there is none."""
    billed(quick_stage, an_xml(due=day(-3)))
    quick_stage.look()
    assert "€1,220.00" in text_of(only(quick_stage))
    quick_stage.clock.now = days_later(0.1)
    paid(quick_stage, "220")
    outcome = quick_stage.look(0.2)
    assert [done.deed for done in outcome.done] == [Deed.TAKEN_BACK, Deed.LAID]
    thanks = "Thank you for the €220.00 you’ve paid so far. The outstanding balance is €1,000.00."
    assert thanks in text_of(only(quick_stage))
    paid(quick_stage)
    quick_stage.look(0.3)
    quick_stage.look(100)

    assert quick_stage.drafts == ()


def test_a_part_payment_on_a_dry_run(quick_stage: Stage) -> None:
    """It shows the notice that would go, and the one that would take its place; nothing is touched."""
    billed(quick_stage, an_xml(due=day(-3)))
    quick_stage.look()
    quick_stage.clock.now = days_later(0.1)
    paid(quick_stage, "220")
    gone, new = quick_stage.look(0.2, rehearsal=True).done

    assert (gone.deed, new.deed) == (Deed.TAKEN_BACK, Deed.LAID)
    assert "€1,000.00" in letters.read(new.message).text
    assert "€1,220.00" in text_of(only(quick_stage))


def test_a_part_payment_while_the_notice_is_touched(quick_stage: Stage) -> None:
    """Starred as it was to be taken back, it's Dana's: no second one comes to lie beside it."""
    billed(quick_stage, an_xml(due=day(-3)))
    quick_stage.look()
    quick_stage.clock.now = days_later(0.1)
    paid(quick_stage, "220")

    def star() -> None:
        quick_stage.box.flag("Drafts", only(quick_stage).uid, "\\Flagged")

    for days in (0.2, 0.3):
        look(quick_stage, at("take_back", Phase.BEFORE, star), days)
        assert "€1,220.00" in text_of(only(quick_stage))


def test_a_notice_that_lies_unsent(quick_stage: Stage) -> None:
    """Its deadline passes: it's laid anew with the days late of by then, not each day; thrown away it stays away."""
    billed(quick_stage, an_xml(due=day(-1)))
    quick_stage.look()
    send(quick_stage, only(quick_stage), at=days_later(0.1))
    late = {}
    for days in (30, 31, 40, 41, 42, 51, 52, 53):
        quick_stage.look(days)
        late[days] = next(n for n in (31, 42, 53) if f"{n} days late" in text_of(only(quick_stage)))

    assert late == {30: 31, 31: 31, 40: 31, 41: 42, 42: 42, 51: 42, 52: 53, 53: 53}
    quick_stage.box.remove("Drafts", only(quick_stage).uid, to_trash=True)
    for days in (54, 55, 59):
        quick_stage.look(days)
        assert quick_stage.drafts == ()
    assert quick_stage.broken_rules() == ()


def test_an_answer_about_what_another_notice_tells_of(quick_stage: Stage) -> None:
    """It pauses that invoice's ladder, and the notice that asks for both is replaced by one that doesn't."""
    billed(quick_stage, an_xml(due=day(-5)))
    other = billed(quick_stage, an_xml("2026-015", due=day(-3)), days=19, subject="The logo")
    quick_stage.look()
    assert "2026-015" in text_of(only(quick_stage))
    quick_stage.box.put("INBOX", a_reply(other, at=days_later(0.1), body="We see a mistake in it.\n"))
    quick_stage.look(0.2)
    quick_stage.look(0.3)

    assert all("2026-015" not in text_of(draft) for draft in quick_stage.drafts)


def test_two_clients_with_one_number(quick_stage: Stage) -> None:
    """Each is asked for their own sum, with their own file."""
    billed(quick_stage, an_xml(due=day(-5)))
    named = f"<cbc:DueDate>{day(-4)}</cbc:DueDate>"
    payable = '<cbc:PayableAmount currencyID="EUR">77.00</cbc:PayableAmount>'
    xml = ("bens.xml", "application/xml", a_ubl(number="2026-014", due=named, issued="2026-01-05", payable=payable))
    bens = a_message(sender="Ben Carter <ben@other.example>", to=ME, subject="The logo", at=days_ago(50))
    mail = a_message(
        sender=ME,
        to="Ben Carter <ben@other.example>",
        at=days_ago(19),
        body="Thank you!\n",
        reply_to=bens,
        attachments=(xml,),
    )
    quick_stage.box.put("INBOX", bens, flags=["\\Seen"])
    quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    quick_stage.look()

    told = {str(draft.mail.header("To")): text_of(draft) for draft in quick_stage.drafts}
    assert {who: ("€77.00" in text, "€1,220.00" in text) for who, text in told.items()} == {
        "Anna Rossi <anna@client.example>": (False, True),
        "Ben Carter <ben@other.example>": (True, False),
    }


def test_a_copy_to_wait(quick_stage: Stage) -> None:
    """A Bcc to the plus-address puts a notice off; it never brings one before the due date, nor stops other drafts."""
    parent = asked(quick_stage)
    mail = a_message(
        sender=ME,
        to=CLIENT,
        at=days_ago(20),
        reply_to=parent,
        attachments=(an_xml(due=day(3)),),
        headers={"Bcc": "dana+5d@studio.example"},
    )
    quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    for days in (0, 3):
        quick_stage.look(days)
        assert quick_stage.subjects == []
    quick_stage.look(4.1)

    assert len(quick_stage.drafts) == 1


def test_a_mail_as_apple_makes_it(quick_stage: Stage) -> None:
    """Its files lie inside of a multipart/alternative, and are found all the same."""
    inner = a_message(at=days_ago(20), attachments=(an_xml(due=day(-3)),), body="Thank you!\n")
    part = inner.raw[inner.raw.index(b"Content-Type: multipart/mixed") :]
    head = f"Date: Thu, 26 Feb 2026 11:00:00 +0000\r\nFrom: {ME}\r\nTo: {CLIENT}\r\nSubject: Re: The new site\r\n"
    head += "Message-ID: <apple@studio.example>\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/alternative; boundary="x"\r\n\r\n'
    text = "--x\r\nContent-Type: text/plain\r\n\r\nThank you!\r\n--x\r\n"
    raw = f"{head}{text}".encode() + part + b"\r\n--x--\r\n"
    asked(quick_stage)
    quick_stage.box.put("Sent", Mail(raw), flags=["\\Seen"])
    quick_stage.look()

    assert [i.number for i in known(quick_stage)] == ["2026-014"]


def test_a_guess(quick_stage: Stage) -> None:
    """Nothing is laid before it's confirmed; then it is, with the page that was in the mail."""
    billed(quick_stage, PAGE, subject="Invoice for the site")
    quick_stage.look()
    verdict = quick_stage.verdict()
    assert (verdict.state, verdict.reason.reason, quick_stage.drafts) == (State.HELD, Reason.UNCONFIRMED, ())

    with quick_stage.application() as app:
        note_told(app, verdict.thread, Told(amount="99.50", currency="eur", due=str(day(-3))))
    quick_stage.look(0.1)

    assert "€99.50" in text_of(only(quick_stage))
    assert [name for name, *_ in files_of(only(quick_stage))] == [PAGE[0]]
    assert len(known(quick_stage)) == 1


def test_a_page_that_only_its_name_calls_an_invoice(quick_stage: Stage) -> None:
    """No check-in follows it, nor the promise to pay it: the owner is asked for its number and sum."""
    mail = billed(quick_stage, ("Invoice.pdf", *PAGE[1:]), subject="The site")
    quick_stage.box.put("INBOX", a_reply(mail, at=days_later(0.05), body="We will transfer it next week.\n"))
    for days in (0.1, 20.0):
        quick_stage.look(days)
        assert (quick_stage.verdict().state, quick_stage.drafts) == (State.HELD, ())
    verdict = quick_stage.verdict()
    assert verdict.reason.reason is Reason.UNCONFIRMED
    assert "--number N --amount SUM --currency CODE" in str(verdict.reason)

    with quick_stage.application() as app:
        note_told(app, verdict.thread, Told(number="2026-014", amount="99.50", currency="eur", due=str(day(-3))))
    quick_stage.look(0.1)
    assert (quick_stage.verdict().reason.reason, quick_stage.drafts) == (Reason.PROMISED_MONEY, ())
    quick_stage.look(20.1)

    assert [name for name, *_ in files_of(only(quick_stage))] == ["Invoice.pdf"]


def test_two_invoices_of_one_client(quick_stage: Stage) -> None:
    """They're told of in one notice, with both files; when the first is paid, the second goes on by itself."""
    billed(quick_stage, an_xml(due=day(-5)))
    billed(quick_stage, an_xml("2026-015", due=day(-3)), days=19, subject="The logo")
    quick_stage.look()
    draft = only(quick_stage)
    assert [name for name, *_ in files_of(draft)] == ["invoice-2026-014.xml", "invoice-2026-015.xml"]
    assert "2026-015: €1,220.00" in text_of(draft)

    quick_stage.clock.now = days_later(0.1)
    paid(quick_stage)
    quick_stage.look(0.2)

    assert [name for name, *_ in files_of(only(quick_stage))] == ["invoice-2026-015.xml"]


def test_a_credit_note(quick_stage: Stage) -> None:
    """It ends the ladder like money that came in: the notice that lies there goes, and none follows."""
    bill = billed(quick_stage, an_xml(due=day(-3)))
    quick_stage.look()
    assert quick_stage.subjects == ["Re: The new site"]
    of = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-014</cbc:ID>"
    of += "</cac:InvoiceDocumentReference></cac:BillingReference>"
    note = ("C-1.xml", "application/xml", a_ubl(root="CreditNote", number="C-1", code="", due=of))
    mail = a_message(sender=ME, to=CLIENT, at=days_later(0.1), reply_to=bill, attachments=(note,))
    quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    quick_stage.look(0.2)

    assert quick_stage.subjects == []
    [invoice] = known(quick_stage)
    assert (invoice.open_sum, invoice.credit_notes) == (Decimal(0), ("C-1",))


@pytest.mark.parametrize("where", ["in the thread", "in another"])
@pytest.mark.parametrize(
    "words", ["Here is the credit note for invoice 2026-014.", "Please find it attached. Thank you!"]
)
def test_a_credit_note_on_paper(quick_stage: Stage, words: str, where: str) -> None:
    """How much it takes off isn't known: the notice goes, none follows, and why and what to do is told."""
    bill = billed(quick_stage, an_xml(due=day(-3)))
    quick_stage.look()
    assert quick_stage.subjects == ["Re: The new site"]
    note = ("Credit note C-1.pdf", *PAGE[1:])
    reply = bill if where == "in the thread" else None
    subject = "Re: The new site" if reply else "Credit note C-1"
    mail = a_message(
        sender=ME, to=CLIENT, at=days_later(0.1), reply_to=reply, subject=subject, attachments=(note,), body=words
    )
    quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    for days in (0.2, 8, 31, 61):
        quick_stage.look(days)
        assert quick_stage.subjects == []

    [about] = {invoice.thread for invoice in known(quick_stage)}
    [verdict] = [each for each in quick_stage.overview().threads if each.thread == about]
    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.CREDITED)
    assert "Credit note C-1.pdf seems to take something off invoice 2026-014" in str(verdict.reason)
    paid(quick_stage, "20.00")
    quick_stage.look(69)
    quick_stage.look(69.1)
    assert "€1,200.00" in text_of(only(quick_stage))


def test_a_credit_note_on_paper_of_which_the_sum_was_told(quick_stage: Stage) -> None:
    """What the owner said after they had sent it settles it, though Crickets sees the note only then."""
    bill = billed(quick_stage, an_xml(due=day(-3)))
    quick_stage.look()
    note = ("Credit note C-1.pdf", *PAGE[1:])
    mail = a_message(sender=ME, to=CLIENT, at=days_later(0.1), reply_to=bill, attachments=(note,), body="Thank you!")
    quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    quick_stage.clock.now = days_later(0.2)
    paid(quick_stage, "20.00")
    quick_stage.look(0.3)

    [invoice] = known(quick_stage)
    assert (invoice.credit_notes, invoice.doubt) == (("Credit note C-1.pdf",), None)
    assert invoice.is_confirmed


def test_a_credit_note_for_several_invoices(quick_stage: Stage) -> None:
    """What its file says of each is taken off; where it doesn't say, none of them is asked for."""
    billed(quick_stage, an_xml(due=day(-5)))
    billed(quick_stage, an_xml("2026-015", due=day(-3)), days=19, subject="The logo")
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    for number, amounts in (("C-1", ("220.00", "1000.00")), ("C-2", ("", ""))):
        named = "".join(
            f"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{of}</cbc:ID></cac:InvoiceDocumentReference>"
            f"<cac:BillingReferenceLine>{amount and f'<cbc:Amount>{amount}</cbc:Amount>'}</cac:BillingReferenceLine>"
            "</cac:BillingReference>"
            for of, amount in zip(("2026-014", "2026-015"), amounts, strict=True)
        )
        note = ("C.xml", "application/xml", a_ubl(root="CreditNote", number=number, code="", due=named))
        at = days_later(0.1 if number == "C-1" else 0.3)
        mail = a_message(sender=ME, to=CLIENT, at=at, subject="Credit note", body="Thank you!", attachments=(note,))
        quick_stage.box.put("Sent", mail, flags=["\\Seen"])
        quick_stage.look(0.2 if number == "C-1" else 0.4)
        if number == "C-1":
            assert {i.number: i.open_sum for i in known(quick_stage)} == {
                "2026-014": Decimal("1000.00"),
                "2026-015": Decimal("220.00"),
            }
            assert all(i.is_confirmed for i in known(quick_stage))

    assert not any(i.is_confirmed for i in known(quick_stage))
    quick_stage.look(40)
    assert quick_stage.subjects == []


@pytest.mark.parametrize("together", [False, True], ids=["later", "in the same mail"])
def test_a_corrected_invoice(quick_stage: Stage, *, together: bool) -> None:
    """It's asked for in the place of the one that it names; money that had come in of that stays there."""
    of = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-014</cbc:ID>"
    code = f"<cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode>{of}</cac:InvoiceDocumentReference></cac:BillingReference>"
    sums = '<cbc:PayableAmount currencyID="EUR">1000.00</cbc:PayableAmount>'
    due = f"<cbc:DueDate>{day(-2)}</cbc:DueDate>"
    new = ("corrected.xml", "application/xml", a_ubl(number="2026-016", code=code, due=due, payable=sums))
    bill = billed(quick_stage, an_xml(due=day(-3)), *([new] if together else []))
    quick_stage.look(-4)
    if not together:
        paid(quick_stage, "20.00")
        again = a_message(sender=ME, to=CLIENT, at=days_ago(3), reply_to=bill, attachments=(new,))
        quick_stage.box.put("Sent", again, flags=["\\Seen"])
    quick_stage.look()
    quick_stage.look(0.1)

    assert {i.number: (i.open_sum, i.credit_notes) for i in known(quick_stage)} == {
        "2026-014": (Decimal(0), ("2026-016",)),
        "2026-016": (Decimal("1000.00"), ()),
    }
    quick_stage.look(7)
    assert [name for name, *_ in files_of(only(quick_stage))] == ["corrected.xml"]
    assert ("€1,000.00" in text_of(only(quick_stage)), "2026-014" in text_of(only(quick_stage))) == (True, False)


def test_two_files_of_one_name(quick_stage: Stage) -> None:
    """Each invoice brings its own along, under the name that it has; after one is paid, only the other's."""
    due = f"<cbc:DueDate>{day(-3)}</cbc:DueDate>"
    files = tuple(("Rechnung.xml", "application/xml", a_ubl(number=number, due=due)) for number in ("1001", "1002"))
    billed(quick_stage, *files)
    quick_stage.look()
    assert files_of(only(quick_stage)) == list(files)
    with quick_stage.application() as app:
        note_paid(app, "1001", amount="", on="")
    quick_stage.look(0.1)
    quick_stage.look(0.2)

    assert files_of(only(quick_stage)) == [files[1]]


@pytest.mark.parametrize(
    ("names", "number", "files"),
    [
        (("Contract_2021.pdf",), "1", ()),
        (("Contract_2021.pdf", "scan 1.pdf"), "1", ("scan 1.pdf",)),
        (("Contract.pdf", "Bill 2026_014.pdf"), "2026/014", ("Bill 2026_014.pdf",)),
        (("scan.pdf",), "1", ("scan.pdf",)),
        (("scan.pdf", "scan.pdf"), "1", ()),
    ],
)
def test_the_file_of_one_that_is_told(
    quick_stage: Stage, names: tuple[str, ...], number: str, files: tuple[str, ...]
) -> None:
    """It's the one that bears the number; what bears another's isn't taken for it, nor one of two."""
    billed(quick_stage, *((name, "application/pdf", b"%PDF-1.7\n%%EOF\n") for name in names), subject="The site")
    quick_stage.look(-19)
    [thread] = quick_stage.overview().threads
    with quick_stage.application() as app:
        told = Told(number=number, amount="99.50", currency="EUR", due=str(day(-3)))
        assert note_told(app, thread.thread, told).invoice.files == files


def test_an_instalment_without_a_day(quick_stage: Stage) -> None:
    """What isn't due for certain isn't asked for: not before the day that is named for the other part."""
    parts = a_payment(a_detail("500.00"), a_detail("768.80", str(day(60))))
    billed(quick_stage, ("IT01_1.xml", "application/xml", a_fattura(a_body(payments=[parts]))), days=40)
    quick_stage.look()
    quick_stage.look(59)
    assert quick_stage.subjects == []
    quick_stage.look(64)

    assert files_of(only(quick_stage))[0][0] == "IT01_1.xml"


def test_an_answer_to_a_notice_of_two(quick_stage: Stage) -> None:
    """It was told of both, so both ladders rest, until Dana has said that they're still to be asked for."""
    billed(quick_stage, an_xml(due=day(-5)))
    billed(quick_stage, an_xml("2026-015", due=day(-3)), days=19, subject="The logo")
    quick_stage.look()
    notice = send(quick_stage, only(quick_stage), at=days_later(0.1))
    quick_stage.look(0.2)
    answer = a_reply(notice, at=days_later(1), body="We see a mistake in the first.\n")
    quick_stage.box.put("INBOX", answer)
    for days in (1.1, 9.0, 45.0):
        quick_stage.look(days)
        assert quick_stage.drafts == ()
    reasons = [str(verdict.reason) for verdict in quick_stage.overview().threads]
    assert any("that told of invoice 2026-015 too" in reason for reason in reasons)
    word = a_message(sender=ME, to=CLIENT, at=days_later(46), reply_to=answer, body="I have mended it.\n")
    quick_stage.box.put("Sent", word, flags=["\\Seen"])
    for days in (46.1, 55.0):
        quick_stage.look(days)
        assert quick_stage.drafts == ()
    held = {verdict.reason.reason: verdict.thread for verdict in quick_stage.overview().threads}
    assert held.keys() == {Reason.DISPUTED, Reason.ANSWERED_ELSEWHERE}
    quick_stage.order_in(held[Reason.DISPUTED], OrderKind.RESUME)
    quick_stage.look(56)

    assert "2026-015" in text_of(only(quick_stage))


@pytest.mark.parametrize("paid_first", [False, True], ids=["none came in", "the first came in"])
def test_money_promised_after_a_notice_of_two(quick_stage: Stage, *, paid_first: bool) -> None:
    """Both were meant: neither ladder goes on before that day is over, and then what is still owed is asked for."""
    billed(quick_stage, an_xml(due=day(-5)))
    billed(quick_stage, an_xml("2026-015", due=day(-3)), days=19, subject="The logo")
    quick_stage.look()
    notice = send(quick_stage, only(quick_stage), at=days_later(0.1))
    quick_stage.look(0.2)
    promise = a_reply(notice, at=days_later(1), body=f"We will transfer it by {days_later(40):%-d %B %Y}.\n")
    quick_stage.box.put("INBOX", promise)
    quick_stage.look(1.1)
    if paid_first:
        quick_stage.clock.now = days_later(2)
        paid(quick_stage)
    for days in (9.0, 29.0, 40.0):
        quick_stage.look(days)
        assert quick_stage.drafts == ()
    held = [v for v in quick_stage.overview().threads if v.reason.reason is Reason.PROMISED_MONEY]
    assert len(held) == (1 if paid_first else 2)
    assert "in answer to the notice of" in " ".join(str(verdict.reason) for verdict in held)
    quick_stage.look(45)

    assert "2026-015" in text_of(only(quick_stage))
    assert ("2026-014" in text_of(only(quick_stage))) is not paid_first


def test_the_next_invoice_in_a_thread(quick_stage: Stage) -> None:
    """The one before was paid without a word, after two notices: this one is first asked for as a friend would."""
    mail = billed(quick_stage, an_xml(due=day(-5)))
    for days in (0, 28):
        quick_stage.look(days)
        mail = send(quick_stage, only(quick_stage), at=days_later(days + 0.1))
    quick_stage.look(29)
    quick_stage.clock.now = days_later(29)
    paid(quick_stage)
    next_one = an_xml("2026-015", due=day(35))
    again = a_message(sender=ME, to=CLIENT, at=days_later(30), reply_to=mail, attachments=(next_one,))
    quick_stage.box.put("Sent", again, flags=["\\Seen"])
    for later in (30.1, 35.0):
        quick_stage.look(later)
        assert quick_stage.drafts == ()
    quick_stage.look(38)

    assert "2026-015 for €1,220.00 was due on" in text_of(only(quick_stage))
    assert quick_stage.verdict().step == 0


def test_an_invoice_that_is_sent_again_in_another_thread(quick_stage: Stage) -> None:
    """It's one invoice: followed up where it was sent first, a week later at the earliest; nothing there asks again."""
    xml = an_xml(due=day(-3))
    billed(quick_stage, xml, days=20)
    quick_stage.look(-10)
    billed(quick_stage, xml, days=1, subject="The invoice once more")
    for days in (0, 5):
        quick_stage.look(days)
        assert quick_stage.drafts == ()
    quick_stage.look(9)

    assert quick_stage.subjects == ["Re: The new site"]


def test_a_file_that_is_gone(quick_stage: Stage) -> None:
    """A notice that says "attached" isn't laid without; why is told, and what to do."""
    mail = billed(quick_stage, an_xml(due=day(3)))
    quick_stage.look()
    [stored] = [each for each in quick_stage.box.folder("Sent") if each.mail.message_id == mail.message_id]
    quick_stage.box.remove("Sent", stored.uid, to_trash=False)
    quick_stage.box.put("Sent", a_message(sender=ME, to="else@where.example", at=days_ago(1)))
    [done] = quick_stage.look(7).done

    assert (done.deed, quick_stage.drafts) == (Deed.UNWRITABLE, ())
    assert "invoice 2026-014 can't be attached" in done.trouble


def test_a_file_on_this_machine(quick_stage: Stage) -> None:
    """It goes out as it lies there; what can't be read any more is told."""
    billed(quick_stage)
    quick_stage.look()
    send(quick_stage, only(quick_stage), at=days_ago(5))
    quick_stage.look(0.05)
    thread = quick_stage.verdict().thread
    path = quick_stage.home / "Rechnung für Anna.pdf"
    path.write_bytes(PAGE[2])
    told = Told(number="2026-014", amount="10", currency="EUR", due=str(day(-3)), file=path)
    with quick_stage.application() as app:
        note_told(app, thread, told)
    path.rename(path.with_suffix(".old"))
    [done] = quick_stage.look(3).done
    assert (done.deed, "can't be read" in done.trouble) == (Deed.UNWRITABLE, True)
    path.with_suffix(".old").rename(path)
    quick_stage.look(3.1)

    assert files_of(only(quick_stage)) == [(path.name, "application/pdf", PAGE[2])]


def test_an_invoice_that_was_sent_before_the_first_reading(quick_stage: Stage) -> None:
    """As far back as silence is looked for, it's known; 90 days further only proposed, as it may be paid long ago."""
    billed(quick_stage, an_xml(due=day(-300)), days=340)
    billed(quick_stage, an_xml("2025-7", due=day(-380)), days=450, subject="The logo")
    billed(quick_stage, an_xml("2025-6", due=day(-400)), days=470, subject="The sign")
    quick_stage.look()

    assert {i.number: i.known_by for i in known(quick_stage)} == {"2025-7": KnownBy.OLD_FILE, "2026-014": KnownBy.FILE}
    assert "2025-7" not in text_of(only(quick_stage))


def test_an_invoice_that_fell_due_since_silence_is_looked_for(quick_stage: Stage) -> None:
    """It may have been sent long before that: how late it is tells whether it may be paid long ago."""
    billed(quick_stage, an_xml(due=day(-300)), days=380)
    quick_stage.look()

    assert [i.known_by for i in known(quick_stage)] == [KnownBy.FILE]
    assert "2026-014" in text_of(only(quick_stage))


def test_many_mails_with_files(quick_stage: Stage) -> None:
    """They are fetched at once, but for those that are long: on a long line each question is a wait."""
    for number in range(6):
        billed(quick_stage, an_xml(f"2026-{number}", due=day(2)), subject=f"Matter {number}")
    long = ("plan.pdf", "application/pdf", b"%PDF-1.7\n" + bytes(300_000))
    billed(quick_stage, long, an_xml("2026-6", due=day(2)), subject="Matter 6")
    quick_stage.look()

    whole = [rest for _, rest in quick_stage.recorder.commands if "BODY.PEEK[]<0.33554433>" in rest]
    assert {i.number for i in known(quick_stage)} == {f"2026-{number}" for number in range(7)}
    assert len(whole) == 1


def test_an_order_to_follow_up_an_old_invoice(quick_stage: Stage) -> None:
    """It's no word to the client, who has heard nothing for long: the notice is laid at once."""
    billed(quick_stage, an_xml(due=day(-380)), days=450)
    quick_stage.look()
    name, reason = quick_stage.verdict().thread, quick_stage.verdict().reason
    assert reason.reason is Reason.FROM_BEFORE
    assert "`crickets invoice paid 2026-014`" in str(reason)
    with quick_stage.application() as app:
        note_told(app, name, Told(number="2026-014"))
    quick_stage.order(OrderKind.RESUME)
    quick_stage.look(0.1)

    assert "2026-014" in text_of(only(quick_stage))


def test_what_others_send(quick_stage: Stage) -> None:
    """An invoice to the owner is nobody's debt to them; nor is a pro-forma or a credit note."""
    theirs = a_message(sender=CLIENT, to=ME, at=days_ago(5), attachments=(an_xml(due=day(-3)),))
    quick_stage.box.put("INBOX", theirs)
    credit = ("credit.xml", "application/xml", a_ubl(root="CreditNote", number="C-1", code="", due=""))
    billed(quick_stage, credit)
    quick_stage.look()

    assert known(quick_stage) == ()


@pytest.mark.parametrize("file", [("a.pdf", "application/pdf", a_pdf({})), ("x.xml", "text/xml", b"<!DOCTYPE a><a/>")])
def test_files_that_are_none(quick_stage: Stage, file: Attachment) -> None:
    """What can't be read as an invoice is none; the mail is followed up like any other."""
    billed(quick_stage, file)
    quick_stage.look()

    assert (known(quick_stage), quick_stage.subjects) == ((), ["Re: The new site"])


def test_a_rehearsal(quick_stage: Stage) -> None:
    """It shows the notice with its files, and lays nothing."""
    billed(quick_stage, an_xml(due=day(-3)))
    [done] = quick_stage.look(rehearsal=True).done

    assert b"invoice-2026-014.xml" in done.message
    assert quick_stage.drafts == ()
    assert done.deed is Deed.LAID


def test_a_notice_sent_under_another_id(quick_stage: Stage) -> None:
    """What it brings along is known, and known better by the owner's word: no invoice comes of it."""
    billed(quick_stage, an_xml(due=day(-5)))
    billed(quick_stage, an_xml("2026-015", due=day(-5)), days=19, subject="The logo")
    quick_stage.look(-1)
    with quick_stage.application() as app:
        [thread] = {each.thread for each in app.ledger.invoices("work") if each.number == "2026-015"}
        note_told(app, thread, Told(number="2026-015", amount="1000.00"))
    quick_stage.look()
    quick_stage.look(0.05)
    draft = only(quick_stage)
    assert len(files_of(draft)) == 1 + 1
    sent = Mail(draft.raw).with_header("Message-ID", "<sent@studio.example>")
    quick_stage.box.put("Sent", sent, at=days_later(0.1), flags=["\\Seen"])
    quick_stage.box.remove("Drafts", draft.uid, to_trash=False)
    quick_stage.look(0.2)

    assert sorted((each.number, each.amount) for each in known(quick_stage)) == [
        ("2026-014", Decimal("1220.00")),
        ("2026-015", Decimal("1000.00")),
    ]

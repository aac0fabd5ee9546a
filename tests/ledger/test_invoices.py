"""Invoices to clients, and what came in of them, as the ledger keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from crickets.domain.calendar import Day
from crickets.domain.message import Message, MessageId, Role
from crickets.domain.notice import Ask
from crickets.domain.receivable import KnownBy
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.words_given import WordsGiven
from crickets.ledger import SqlLedger, ledger_in_memory
from tests.builders import NOW, a_credit, a_draft, a_receipt, a_reply, a_sent, ago, an_id, an_invoice
from tests.contract.test_ledger import keep

DUE = date(2026, 6, 1)
BILL = replace(a_sent(ago(days=20), id=an_id("invoice")), encloses=True)


@pytest.fixture
def ledger() -> Iterator[SqlLedger]:
    """A ledger with the mail that brought an invoice along."""
    with closing(ledger_in_memory()) as made:
        keep(made, BILL, role=Role.SENT)
        yield made


def thread_of(ledger: SqlLedger, message: MessageId = BILL.id) -> Thread:
    """The thread that holds a mail."""
    return next(thread for thread in ledger.threads("work") if message in {m.id for m in thread.messages})


def unopened(ledger: SqlLedger) -> list[tuple[ThreadId, Message]]:
    """What wasn't looked into."""
    return list(ledger.unopened("work", ago(days=30)))


def test_mail_that_does_not_lie_in_sent(ledger: SqlLedger) -> None:
    """It isn't opened as long as it lies elsewhere only: a former version in the trash says nothing."""
    draft = replace(a_sent(ago(days=1), id=an_id("c"), places=frozenset({Role.TRASH})), encloses=True)
    keep(ledger, draft, role=Role.TRASH)
    assert [message.id for _, message in unopened(ledger)] == [BILL.id]
    keep(ledger, replace(draft, places=frozenset({Role.SENT})), role=Role.SENT, first=2)
    assert [message.id for _, message in unopened(ledger)] == [BILL.id, an_id("c")]


def test_mails_to_be_opened(ledger: SqlLedger) -> None:
    """Those that may bring files along, of late; each once."""
    old = replace(a_sent(ago(days=31), id=an_id("old")), encloses=True)
    keep(ledger, old, a_sent(ago(days=1), id=an_id("plain")), role=Role.SENT, first=2)
    thread = thread_of(ledger)
    assert unopened(ledger) == [(thread.id, BILL)]

    ledger.note_opened("work", replace(BILL, files=("a.pdf", "b\0.xml")), ())

    assert unopened(ledger) == []
    [message] = thread_of(ledger).messages
    assert message.files == ("a.pdf", "b.xml")


def test_a_mail_that_is_too_large(ledger: SqlLedger) -> None:
    """It's known as such, and not tried again; one that was looked into isn't."""
    other = replace(a_sent(ago(days=1), id=an_id("other")), encloses=True)
    keep(ledger, other, role=Role.SENT, first=2)
    ledger.note_opened("work", replace(BILL, too_large=True))
    ledger.note_opened("work", other)

    assert unopened(ledger) == []
    kept = {m.id: m.too_large for thread in ledger.threads("work") for m in thread.messages}
    assert kept == {BILL.id: True, other.id: False}


def test_files_that_were_refused(ledger: SqlLedger) -> None:
    """They're kept with the mail, with why."""
    refused = ("2026-014.pdf: the PDF is encrypted", "a.xml: it lacks what every invoice says (Divisa)")
    ledger.note_opened("work", replace(BILL, refused=refused))

    kept = {m.id: m.refused for thread in ledger.threads("work") for m in thread.messages}
    assert kept[BILL.id] == refused


def test_an_account_that_was_never_read(ledger: SqlLedger) -> None:
    """It has no invoices, and that's no error."""
    assert (tuple(ledger.unopened("home", NOW)), ledger.invoices("home")) == ((), ())


def test_an_invoice_and_what_came_in(ledger: SqlLedger) -> None:
    """They're kept to the last cent, and hang on the thread."""
    invoice = an_invoice(DUE, thread=thread_of(ledger).id, amount=Decimal("1200.10"))
    ledger.note_opened("work", BILL, (invoice,))
    receipts = (a_receipt(DUE, "0.10"), a_receipt(DUE, "200"))
    for receipt in receipts:
        ledger.note_receipt("work", invoice, receipt)
    told = replace(invoice, receipts=receipts)

    assert thread_of(ledger).invoices == (told,)
    assert ledger.invoices("work") == (told,)


def test_whom_a_file_names_as_its_seller(ledger: SqlLedger) -> None:
    """It's kept as written."""
    invoice = an_invoice(DUE, thread=thread_of(ledger).id, known_by=KnownBy.ANOTHERS, seller="Print & Paper Ltd")
    ledger.note_opened("work", BILL, (invoice,))

    assert ledger.invoices("work") == (invoice,)


def test_money_for_an_invoice_that_nobody_knows(ledger: SqlLedger) -> None:
    """It's our own mistake."""
    with pytest.raises(LookupError, match="no invoice 7"):
        ledger.note_receipt("work", an_invoice(DUE, number="7"), a_receipt(DUE, "1"))


def test_money_that_did_not_come_in(ledger: SqlLedger) -> None:
    """It's struck out, once; what else came in stays."""
    invoice = an_invoice(DUE, thread=thread_of(ledger).id)
    ledger.note_invoice("work", invoice)
    one, two = a_receipt(DUE, "1"), a_receipt(DUE, "2")
    ledger.note_receipt("work", invoice, one)
    ledger.note_receipt("work", invoice, two)

    ledger.forget_receipt("work", invoice, one)

    assert [known.receipts for known in ledger.invoices("work")] == [(two,)]
    for what in (invoice, an_invoice(DUE, number="7")):
        with pytest.raises(LookupError, match="nothing such came in"):
            ledger.forget_receipt("work", what, one)


def test_a_credit_note(ledger: SqlLedger) -> None:
    """It's kept as what came in, once, and is no word of the owner's that it could be taken back."""
    thread = thread_of(ledger).id
    ledger.note_invoice("work", an_invoice(DUE, thread=thread))
    given = ledger.orders_given()
    for _ in range(2):
        ledger.note_opened("work", BILL, (), (a_credit(thread=thread), a_credit(of="9")))

    [invoice] = ledger.invoices("work")
    assert (invoice.open_sum, invoice.credit_notes, invoice.last_told) == (Decimal(1000), ("C-1",), None)
    assert ledger.orders_given() == given


def test_an_invoice_told_again(ledger: SqlLedger) -> None:
    """By its number it's the same, and what holds from now on is kept."""
    invoice = an_invoice(DUE, thread=thread_of(ledger).id)
    ledger.note_opened("work", BILL, (invoice, invoice))
    told = replace(invoice, amount=Decimal(7), known_by=KnownBy.OWNER, mail=None, files=())
    ledger.note_invoice("work", told)

    [known] = ledger.invoices("work")
    assert (known.amount, known.known_by, known.mail) == (Decimal(7), KnownBy.OWNER, invoice.mail)


def test_two_clients_with_one_number(ledger: SqlLedger) -> None:
    """They stay two invoices, unless they are over one sum and of one day: then one was sent in two threads."""
    keep(ledger, a_sent(ago(days=3), id=an_id("b")), role=Role.SENT, first=2)
    here, there = thread_of(ledger).id, thread_of(ledger, an_id("b")).id
    mine, theirs = an_invoice(DUE, thread=here), an_invoice(DUE, thread=there, amount=Decimal(7))
    ledger.note_opened("work", BILL, (mine, theirs, replace(mine, thread=there)))
    ledger.note_receipt("work", theirs, a_receipt(DUE, "7"))

    assert [(i.thread, i.amount, i.is_open) for i in ledger.invoices("work")] == [
        (here, mine.amount, True),
        (there, Decimal(7), False),
    ]


def test_a_number_that_last_year_had_too(ledger: SqlLedger) -> None:
    """What is guessed of this year's, or told, leaves last year's as it is, with what came in of it."""
    thread = thread_of(ledger).id
    last = an_invoice(date(2025, 3, 20), thread=thread, number="12", issued_on=date(2025, 2, 20))
    ledger.note_opened("work", BILL, (last,))
    ledger.note_receipt("work", last, a_receipt(date(2025, 3, 20), "200"))
    guess = an_invoice(
        date(2026, 3, 20), thread=thread, number="12", issued_on=None, known_by=KnownBy.GUESS, mail=an_id("this")
    )
    ledger.note_opened("work", BILL, (guess,))
    told = replace(guess, known_by=KnownBy.OWNER, amount=Decimal(7), due_on=date(2026, 4, 1))
    ledger.note_invoice("work", told)
    ledger.note_receipt("work", told, a_receipt(date(2026, 4, 1), "7"))

    first, second = ledger.invoices("work")
    assert (first.due_on, first.amount, first.open_sum) == (last.due_on, Decimal(1200), Decimal(1000))
    assert (second.due_on, second.amount, second.open_sum) == (told.due_on, Decimal(7), Decimal(0))


def test_guesses(ledger: SqlLedger) -> None:
    """Those without a number stay apart; the owner's word on the same mail takes the place of one."""
    thread = thread_of(ledger).id
    guess = an_invoice(None, thread=thread, number="", known_by=KnownBy.GUESS, currency=None)
    other = replace(guess, mail=an_id("other"))
    ledger.note_opened("work", BILL, (guess, other))
    told = an_invoice(DUE, thread=thread, known_by=KnownBy.OWNER)
    ledger.note_invoice("work", told)

    assert ledger.invoices("work") == (told, other)
    ledger.note_invoice("work", replace(told, number="8", mail=None))
    assert [invoice.number for invoice in ledger.invoices("work")] == ["2026-14", "", "8"]


def test_the_owners_words(ledger: SqlLedger) -> None:
    """They're counted, so that another process hears of them; what was read in mail isn't among them."""
    invoice = an_invoice(DUE, thread=thread_of(ledger).id)
    ledger.note_opened("work", BILL, (invoice,))
    before = ledger.orders_given()
    ledger.note_receipt("work", invoice, a_receipt(DUE, "1"))
    ledger.note_invoice("work", replace(invoice, number="8", known_by=KnownBy.OWNER))

    assert (before, ledger.orders_given()) == (WordsGiven(), WordsGiven(words=2))


def test_a_thread_that_is_unknown(ledger: SqlLedger) -> None:
    """It's our own mistake."""
    with pytest.raises(LookupError, match="no thread zzzz"):
        ledger.note_invoice("work", an_invoice(DUE, thread=ThreadId("zzzz")))


def test_threads_that_become_one(ledger: SqlLedger) -> None:
    """The invoices of both are in the one that is left."""
    keep(ledger, a_reply(ago(days=3), id=an_id("b")))
    threads = list(ledger.threads("work"))
    for thread, number in zip(threads, ("1", "2"), strict=True):
        ledger.note_invoice("work", an_invoice(DUE, thread=thread.id, number=number, known_by=KnownBy.OWNER))
    keep(ledger, a_reply(NOW, parents=(BILL.id, an_id("b"))), first=2)

    [merged] = ledger.threads("work")
    assert {(invoice.number, invoice.thread) for invoice in merged.invoices} == {("1", merged.id), ("2", merged.id)}


def test_what_a_notice_asks_for(ledger: SqlLedger) -> None:
    """Each invoice by its number, whatever is in that, with the sum that was open of it, and when it was due."""
    asks = (
        Ask(number="RE 2026 / 14", outstanding=Decimal("1200.00"), due_on=DUE),
        Ask(number="7 2026-01-01", outstanding=Decimal(3)),  # as an older version kept it
    )
    draft = a_draft(NOW, parent=BILL, thread=thread_of(ledger).id, asks=asks)
    ledger.intend(draft, day=Day(date=NOW.date(), begins=NOW), cap=5)

    assert [kept.asks for kept in thread_of(ledger).drafts] == [asks]

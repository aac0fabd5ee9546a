"""What a client owes by one invoice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from crickets.domain.message import Address
from crickets.domain.receivable import KnownBy, Receivable, is_same, ladder_of, meant_by, nearness, reconciled
from crickets.domain.thread import ThreadId
from tests.builders import NOW, THREAD, a_credit, a_receipt, ago, an_id, an_invoice

DUE = date(2026, 6, 1)
INVOICE = an_invoice(DUE)
GUESS = an_invoice(DUE, known_by=KnownBy.GUESS)
BY_OWNER = an_invoice(date(2026, 6, 5), known_by=KnownBy.OWNER, mail=None, files=(), noted_at=NOW)


@pytest.mark.parametrize(
    ("invoice", "is_confirmed"),
    [
        (INVOICE, True),
        (replace(INVOICE, known_by=KnownBy.OWNER), True),
        (GUESS, False),
        (replace(INVOICE, number=""), False),
        (replace(INVOICE, amount=None), False),
        (replace(INVOICE, currency=None), False),
        (replace(INVOICE, due_on=None), False),
    ],
    ids=["by its file", "by the owner", "guessed", "no number", "no sum", "no currency", "no day"],
)
def test_what_a_client_may_be_told_of(invoice: Receivable, *, is_confirmed: bool) -> None:
    """What is guessed isn't, nor what lacks anything that a notice needs."""
    assert invoice.is_confirmed is is_confirmed


def test_part_payments() -> None:
    """What came in is taken off, and nothing less than nothing is left."""
    part = replace(INVOICE, receipts=(a_receipt(DUE, "200"), a_receipt(DUE, "300.50")))
    more = replace(INVOICE, receipts=(a_receipt(DUE, "1300"),))

    assert (part.paid, part.open_sum, part.is_open) == (Decimal("500.50"), Decimal("699.50"), True)
    assert (more.open_sum, more.is_open) == (Decimal(0), False)


def test_what_came_in_as_money() -> None:
    """Not what a credit note took off; and nothing is sure where the owner's word may be about one on paper."""
    note = replace(a_receipt(DUE, "100"), by="C-1")
    paid = replace(INVOICE, receipts=(a_receipt(DUE, "500"), note))

    assert (paid.paid, paid.received) == (Decimal(600), Decimal(500))
    assert replace(paid, receipts=(*paid.receipts, UNSURE)).received == Decimal(0)


def test_a_sum_that_nobody_knows() -> None:
    """It's open, and how much of it can't be told."""
    unknown = replace(GUESS, amount=None)

    assert (unknown.open_sum, unknown.is_open) == (None, True)


def test_the_debt() -> None:
    """Its payments are in the order of their days."""
    paid = replace(INVOICE, receipts=(a_receipt(date(2026, 6, 9), "2"), a_receipt(date(2026, 6, 3), "1")))

    assert [payment.amount for payment in paid.debt.payments] == [Decimal(1), Decimal(2)]


def test_the_ladder() -> None:
    """Confirmed and open, the longest due in front; of one day, by their numbers."""
    later = an_invoice(date(2026, 6, 9), number="2026-13")
    twin = replace(later, number="2026-12")
    paid = replace(INVOICE, number="2026-11", receipts=(a_receipt(DUE, "1200"),))

    assert ladder_of((later, twin, paid, replace(GUESS, number="2026-10"), INVOICE)) == (INVOICE, twin, later)


@pytest.mark.parametrize("told", [INVOICE, replace(GUESS, amount=Decimal(1))])
def test_an_invoice_that_is_sent_again(told: Receivable) -> None:
    """Nothing new: the first mail that brought it stays its mail."""
    assert reconciled(INVOICE, replace(told, mail=an_id("again"))) is INVOICE


def test_an_invoice_that_is_corrected() -> None:
    """The later file holds; of one mail, the first does."""
    told = replace(INVOICE, amount=Decimal(1000), mail=an_id("again"))

    assert reconciled(replace(INVOICE, receipts=(a_receipt(DUE, "1"),)), told).amount == Decimal(1000)
    assert reconciled(INVOICE, replace(told, mail=INVOICE.mail)) is INVOICE


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (replace(INVOICE, amount=Decimal(1)), True),
        (replace(INVOICE, thread=ThreadId("other")), True),
        (replace(INVOICE, thread=ThreadId("other"), amount=Decimal(1)), False),
        (replace(INVOICE, number="7"), False),
    ],
    ids=["the same thread", "another, the same sum", "another client's", "another number"],
)
def test_one_number(other: Receivable, *, same: bool) -> None:
    """Two clients may have the same: it's one invoice in one thread, or over one sum."""
    assert is_same(INVOICE, other) is same


OF_2025 = an_invoice(date(2025, 3, 20), issued_on=date(2025, 2, 20))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (an_invoice(date(2026, 3, 20), issued_on=date(2026, 2, 20)), False),
        (an_invoice(date(2026, 3, 20), issued_on=None), False),
        (an_invoice(date(2025, 9, 19), issued_on=None), False),
        (an_invoice(date(2025, 9, 18), issued_on=None), True),
        (an_invoice(date(2025, 3, 20), issued_on=date(2026, 2, 20)), True),
        (an_invoice(date(2025, 4, 1), issued_on=date(2024, 12, 31)), True),
        (an_invoice(date(2025, 1, 30), issued_on=date(2024, 12, 31)), False),
        (an_invoice(None, issued_on=date(2026, 2, 20)), False),
        (an_invoice(None, issued_on=date(2024, 2, 20), number="7"), False),
        (an_invoice(None, issued_on=None), True),
        (replace(OF_2025, issued_on=date(2025, 12, 31)), True),
    ],
    ids=[
        "a year later", "no day of its own", "half a year later", "a day less", "its own year mended",
        "due soon after, over New Year", "two months before, over New Year", "no due day", "another number",
        "no day at all", "in the same year",
    ],
)  # fmt: skip
def test_one_number_in_two_years(other: Receivable, *, same: bool) -> None:
    """What is due half a year away is another; a day that is mended moves alone, or by little."""
    assert is_same(OF_2025, other) is same
    assert is_same(other, OF_2025) is same


def test_a_day_mended_over_new_year() -> None:
    """A file that is sent again with its day put right is the same invoice."""
    sent = an_invoice(date(2026, 1, 29), issued_on=date(2025, 12, 30))

    assert is_same(sent, an_invoice(date(2026, 2, 1), issued_on=date(2026, 1, 2)))


def test_which_of_several_is_nearest() -> None:
    """The one of its thread, then the one of its day, then one that's open."""
    here, paid = replace(INVOICE, due_on=date(2026, 6, 9)), replace(INVOICE, receipts=(a_receipt(DUE, "1200"),))
    there = replace(INVOICE, thread=ThreadId("other"))

    assert min((there, here, paid), key=lambda each: nearness(each, INVOICE)) is paid
    assert min((paid, INVOICE, here), key=lambda each: nearness(each, INVOICE)) is INVOICE


def test_a_guess_that_is_read_exactly() -> None:
    """The file's word goes before it; what came in stays."""
    known = replace(GUESS, amount=None, receipts=(a_receipt(DUE, "1"),))
    told = replace(INVOICE, mail=an_id("again"))

    assert reconciled(known, told) == replace(told, receipts=known.receipts)


def test_one_that_is_perhaps_anothers() -> None:
    """A guess isn't as sure; what is surely the owner's goes before it, and their word."""
    perhaps = replace(INVOICE, known_by=KnownBy.ANOTHERS, seller="Print & Paper Ltd", mail=an_id("passed on"))

    assert (perhaps.is_confirmed, perhaps.is_proposed, ladder_of((perhaps,))) == (False, True, ())
    assert reconciled(GUESS, perhaps).known_by is KnownBy.ANOTHERS
    assert reconciled(perhaps, INVOICE) == INVOICE
    assert reconciled(INVOICE, perhaps) is INVOICE
    assert reconciled(perhaps, BY_OWNER).is_confirmed


def test_the_owners_word() -> None:
    """It goes before the file's; where the file lies is known from before."""
    told = reconciled(INVOICE, BY_OWNER)

    assert (told.due_on, told.known_by) == (date(2026, 6, 5), KnownBy.OWNER)
    assert (told.mail, told.files, told.issued_on) == (INVOICE.mail, INVOICE.files, INVOICE.issued_on)


def test_the_owners_word_with_a_file() -> None:
    """Their file is the one that goes out."""
    told = reconciled(INVOICE, replace(BY_OWNER, path="/srv/2026-14.pdf", issued_on=None))

    assert (told.path, told.mail) == ("/srv/2026-14.pdf", INVOICE.mail)
    assert told.issued_on == INVOICE.issued_on


def test_a_mail_that_brings_along_what_the_owner_told_of() -> None:
    """Their word stands, and now it's known where the file lies."""
    told = reconciled(BY_OWNER, INVOICE)

    assert (told.due_on, told.mail, told.files) == (BY_OWNER.due_on, INVOICE.mail, INVOICE.files)
    named = replace(BY_OWNER, path="/srv/2026-14.pdf")
    assert reconciled(named, INVOICE) is named


def test_which_invoice_a_credit_note_is_for() -> None:
    """That of its thread, else the only one of that number and currency; each note once."""
    here, there = an_invoice(DUE), an_invoice(DUE, thread=ThreadId("zzzz"))
    note = a_credit()

    assert note.meant_among((there, here)) == here
    assert note.meant_among((there,)) == there
    assert note.meant_among((there, replace(there, thread=ThreadId("yyyy")))) is None
    assert note.meant_among((replace(here, currency="USD"), an_invoice(DUE, number="7"))) is None
    assert note.meant_among((replace(here, receipts=(note.receipt,)),)) is None


def test_what_was_last_said_to_have_come_in() -> None:
    """A credit note is no such word."""
    first, last = a_receipt(DUE, "1", at=ago(days=2)), a_receipt(DUE, "2", at=ago(days=1))
    invoice = replace(an_invoice(DUE), receipts=(last, first, a_credit().receipt))

    assert (invoice.last_told, invoice.credit_notes, invoice.open_sum) == (last, ("C-1",), Decimal(997))


UNSURE = a_credit(amount=Decimal(0), at=ago(days=2)).receipt


def test_an_invoice_that_was_perhaps_credited() -> None:
    """Nobody is asked for it until the owner has said what is open: by money that came in, or by telling of it anew."""
    credited = replace(an_invoice(DUE), receipts=(UNSURE,))
    later, before = a_receipt(DUE, "1", at=ago(days=1)), a_receipt(DUE, "1", at=ago(days=3))

    assert (credited.doubt, credited.is_confirmed, ladder_of((credited,))) == (UNSURE, False, ())
    for settled in (
        replace(credited, receipts=(UNSURE, later)),
        replace(credited, receipts=(UNSURE, replace(later, payment=replace(later.payment, amount=Decimal(1200))))),
        replace(credited, known_by=KnownBy.OWNER, noted_at=ago(days=1)),
    ):
        assert settled.doubt is None
        assert settled.is_confirmed
    for still in (
        replace(credited, receipts=(before, UNSURE)),
        replace(credited, receipts=(UNSURE, a_credit(at=ago(days=1)).receipt)),
        replace(credited, known_by=KnownBy.OWNER, noted_at=ago(days=3)),
        replace(credited, receipts=(later, replace(UNSURE, at=ago(days=0), by="C-2"))),
    ):
        assert still.doubt is not None
        assert not still.is_confirmed


ANNA, CARLA = (Address(name="", email=email) for email in ("anna@client.example", "carla@other.example"))
HERE = an_invoice(DUE, debtor=ANNA)
THERE = an_invoice(DUE, number="2026-15", thread=ThreadId("zzzz"), debtor=ANNA)
CARLAS = an_invoice(DUE, number="2026-16", thread=ThreadId("yyyy"), debtor=CARLA)
SHORT = an_invoice(DUE, number="7", thread=ThreadId("xxxx"), debtor=ANNA)
PAID = an_invoice(DUE, number="2026-17", debtor=ANNA, receipts=(a_receipt(DUE, "1200"),))


@pytest.mark.parametrize(
    ("words", "known", "meant"),
    [
        ("Credit note for 2026-15", (HERE, THERE, CARLAS), (THERE,)),
        ("for 2026-14 and 2026/15", (HERE, THERE, CARLAS), (HERE, THERE)),
        ("for 2026-15", (THERE, replace(CARLAS, number="2026-15")), (THERE,)),
        ("for 2026-16", (HERE, CARLAS), (CARLAS,)),
        ("as agreed", (HERE, THERE, CARLAS), (HERE,)),
        ("as agreed", (THERE, CARLAS, SHORT), (THERE, SHORT)),
        ("on 7 May", (HERE, SHORT), (HERE,)),
        ("for 2026-17", (PAID,), ()),
        ("as agreed", (CARLAS, replace(HERE, number="")), ()),
    ],
    ids=[
        "one elsewhere", "two", "of two clients", "sent to an accountant", "none named", "none named, none here",
        "a short number", "paid", "nothing that's theirs",
    ],
)  # fmt: skip
def test_which_invoices_a_credit_note_on_paper_may_mean(
    words: str, known: tuple[Receivable, ...], meant: tuple[Receivable, ...]
) -> None:
    """Those that it names, else those of its thread, else all of the client's."""
    assert meant_by(words, known, THREAD, ANNA) == meant


def test_a_credit_note_to_nobody() -> None:
    """Whose invoices it could mean isn't known."""
    assert meant_by("as agreed", (THERE,), THREAD, None) == ()

"""The plan for invoices: counted by the day on which one falls due, and never before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from crickets.domain.decide import decide
from crickets.domain.late_fee import Monthly, OwnTerms, Statutory
from crickets.domain.late_fee import Rule as LateFeeRule
from crickets.domain.message import Message
from crickets.domain.plans import BUILT_IN, After, Overdue, Plan, Step, Unit
from crickets.domain.policy import Client, Invoicing, Policy
from crickets.domain.receivable import KnownBy, Receivable
from crickets.domain.remarks import Expectation, Remarks
from crickets.domain.thread import Debts, Draft, DraftState, Thread, ThreadId
from crickets.domain.verdict import Reason, State, Verdict
from tests.builders import (
    NOW,
    a_calendar,
    a_credit,
    a_draft,
    a_plan_order,
    a_policy,
    a_receipt,
    a_reply,
    a_rule,
    a_sent,
    a_thread,
    a_wait,
    ago,
    an_id,
    an_invoice,
    asking,
    june,
    some_evidence,
)

BILL = a_sent(ago(days=40), id=an_id("invoice"), subject="Invoice 2026-14", files=("2026-14.pdf",))
YESTERDAY = date(2026, 6, 16)
INVOICE = an_invoice(YESTERDAY)


def judged(
    *messages: Message,
    invoices: tuple[Receivable, ...] = (INVOICE,),
    drafts: tuple[Draft, ...] = (),
    policy: Policy | None = None,
    now: datetime = NOW,
) -> Verdict:
    """The verdict on a thread with these invoices."""
    return verdict_on(a_thread(*(messages or (BILL,)), invoices=invoices, drafts=drafts), policy=policy, now=now)


def verdict_on(thread: Thread, *, policy: Policy | None = None, now: datetime = NOW) -> Verdict:
    """The verdict by all that is known now."""
    verdict = decide(thread, policy or a_policy(), some_evidence(now), now)
    assert verdict is not None
    return verdict


def a_notice(laid_at: datetime, *, step: int = 0, state: DraftState = DraftState.LAID, parent: Message = BILL) -> Draft:
    """A draft of the plan."""
    return a_draft(laid_at, parent=parent, state=state, plan="invoice", step=step)


def test_an_invoice_one_day_past_due() -> None:
    """Its friendly notice is laid, with the invoice's own file; a silence of forty days doesn't keep it back."""
    verdict = judged()

    assert (verdict.plan, verdict.state, verdict.reason.reason) == ("invoice", State.WAITING, Reason.DUE)
    assert verdict.lay is not None
    assert verdict.lay.template == "invoice-resend"
    assert verdict.lay.demand is not None
    assert [i.number for i in verdict.lay.demand.notice.invoices] == ["2026-14"]
    assert [e.name for e in verdict.lay.demand.enclosures] == ["2026-14.pdf"]
    told = [str(each) for each in verdict.why]
    assert "plan invoice: it's about invoice 2026-14" in told
    assert "invoice 2026-14: 1200.00 EUR open, due on 2026-06-16" in told


@pytest.mark.parametrize("template", ["check-in", "gentle"])
def test_words_of_another_name(template: str) -> None:
    """Whatever words a plan asks for once an invoice is late, the mail tells of it, and brings its file along."""
    plan = Plan(name="invoice", steps=(Step(timing=Overdue(count=1, unit=Unit.DAYS), template=template),))
    verdict = judged(policy=a_policy(plans={**BUILT_IN, "invoice": plan}))

    assert verdict.lay is not None
    assert (verdict.lay.template, verdict.lay.demand is None) == (template, False)
    assert verdict.lay.demand is not None
    assert [e.name for e in verdict.lay.demand.enclosures] == ["2026-14.pdf"]


def test_an_invoice_on_the_day_on_which_it_is_due() -> None:
    """It waits for the next."""
    verdict = judged(invoices=(an_invoice(date(2026, 6, 17)),))

    assert (verdict.state, verdict.lay, verdict.next_at) == (State.WAITING, None, june(18, 8, 30))


def test_an_owner_who_is_a_day_ahead_of_the_last_zone() -> None:
    """In the night in which it's past due on Kiritimati, the day itself has not begun on Baker Island."""
    policy = a_policy(calendar=a_calendar(zone="Pacific/Kiritimati", draft_at=time(0)))
    midnight = datetime.fromisoformat("2026-06-17T00:00+14:00")

    early, later = judged(policy=policy, now=midnight), judged(policy=policy, now=midnight + timedelta(days=1))

    assert (early.state, early.lay, later.lay is not None) == (State.WAITING, None, True)


def test_an_invoice_that_is_only_guessed_at() -> None:
    """Nothing is laid before the owner has confirmed it; what was guessed is told."""
    guess = replace(INVOICE, known_by=KnownBy.GUESS, currency=None, due_on=None)
    verdict = judged(invoices=(guess,))

    assert (verdict.plan, verdict.state) == ("invoice", State.HELD)
    assert "(2026-14, 1200.00)" in str(verdict.reason)
    bare = judged(invoices=(replace(guess, number="", amount=None, due_on=YESTERDAY),))
    assert "(due on 2026-06-16)" in str(bare.reason)
    assert "plan invoice: it brings an invoice along" in [str(each) for each in bare.why]


LATE = an_invoice(date(2026, 5, 1))
LATE_NOTICE = replace(a_notice(june(3, 8, 30), step=1), asks=asking("2026-14 1200.00 2026-05-01"))
"""Laid thirty days past due: it asks for the money by Monday, the 15th of June."""


def of_late(now: datetime, *drafts: Draft, deadline_days: int = 10, template: str = "late-payment") -> Verdict:
    """The verdict on an invoice of which the second notice lies in Drafts, or these."""
    templates = {1: "invoice-resend", 30: template}
    steps = tuple(Step(timing=Overdue(count=n, unit=Unit.DAYS), template=each) for n, each in templates.items())
    sent = replace(a_notice(ago(days=40), state=DraftState.SENT), asks=LATE_NOTICE.asks)
    policy = a_policy(
        plans={**BUILT_IN, "invoice": Plan(name="invoice", steps=steps)},
        invoicing=Invoicing(deadline_days=deadline_days),
    )
    return judged(invoices=(LATE,), drafts=(sent, *(drafts or (LATE_NOTICE,))), policy=policy, now=now)


def test_a_notice_whose_deadline_has_passed() -> None:
    """It's taken back at the next opening, and laid anew as the same step, with that day's delay."""
    on_the_day, after = of_late(june(15, 23)), of_late(june(16, 8, 30))

    assert (on_the_day.state, on_the_day.take_back, on_the_day.next_at) == (State.DRAFTED, (), june(16, 8, 30))
    assert ([back.draft for back in after.take_back], after.lay) == ([LATE_NOTICE], None)
    assert str(after.why[-1]) == ("the draft for step 2 asks for the money by a day that has passed, and is taken back")
    gone = replace(LATE_NOTICE, state=DraftState.TAKEN_BACK, since=june(16, 8, 30))
    anew = of_late(june(16, 8, 31), gone)
    assert anew.lay is not None
    assert anew.lay.demand is not None
    assert (anew.lay.step, anew.lay.attempt) == (1, 1)
    assert [each.days_late for each in anew.lay.demand.notice.invoices] == [46]
    assert anew.lay.demand.notice.deadline == date(2026, 6, 26)
    laid = replace(LATE_NOTICE, id=an_id("anew"), laid_at=june(16, 8, 31), attempt=1)
    assert of_late(june(26, 23), gone, laid).take_back == ()


def test_a_deadline_on_a_friday() -> None:
    """Over the weekend the notice stays: nothing could be laid in its place before Monday."""
    notice = replace(LATE_NOTICE, laid_at=june(2, 9))

    assert of_late(june(14, 12), notice).take_back == ()
    assert of_late(june(15, 8, 30), notice).take_back != ()


def test_a_notice_with_a_short_deadline() -> None:
    """It stays a week at least: none is laid anew day by day."""
    assert of_late(june(10, 23), deadline_days=1).take_back == ()
    assert of_late(june(11, 8, 30), deadline_days=1).take_back != ()


def test_what_stays_beyond_its_deadline() -> None:
    """What the owner has touched, and the friendly notice, which names no day."""
    touched = replace(LATE_NOTICE, state=DraftState.EDITED)

    assert of_late(june(30), touched).take_back == ()
    assert of_late(june(30), template="invoice-resend").take_back == ()


def test_a_guess_that_is_paid() -> None:
    """What is paid needs no confirming: the thread is closed, unless another guess there is still to be judged."""
    paid = replace(INVOICE, known_by=KnownBy.GUESS, receipts=(a_receipt(YESTERDAY, "1200"),))
    other = replace(INVOICE, known_by=KnownBy.GUESS, number="2026-15")

    alone, beside = judged(invoices=(paid,)), judged(invoices=(paid, other))

    assert (alone.state, str(alone.reason)) == (State.CLOSED, "invoice 2026-14 is paid")
    assert (beside.state, beside.reason.reason) == (State.HELD, Reason.UNCONFIRMED)
    assert "(2026-15, 1200.00" in str(beside.reason)
    assert "if it's paid, `crickets invoice paid 2026-15`; " in str(beside.reason)


def test_a_guess_at_a_sum_alone() -> None:
    """It can't be said to be paid before it has a number, and so isn't offered to be."""
    bare = judged(invoices=(replace(INVOICE, known_by=KnownBy.GUESS, number=""),))

    assert "invoice paid" not in str(bare.reason)


@pytest.mark.parametrize(
    ("subject", "seller", "how"),
    [
        ("Invoice", "Print & Paper Ltd", "is made out by Print & Paper Ltd (if that's you, name it as `company` under"),
        ("Fwd: Invoice", "", "came along in a mail that you passed on: if it's yours"),
        ("WG: Rechnung", "Print & Paper Ltd", "that you passed on and is made out by Print & Paper Ltd"),
        ("Invoice", "", "names nobody as its seller: if it's yours"),
    ],
    ids=["another seller", "passed on", "both", "no seller"],
)
def test_an_invoice_that_is_perhaps_anothers(subject: str, seller: str, how: str) -> None:
    """Nothing is laid before the owner has said that it's theirs; why is told, and what to do."""
    verdict = judged(
        replace(BILL, subject=subject), invoices=(replace(INVOICE, known_by=KnownBy.ANOTHERS, seller=seller),)
    )

    assert (verdict.state, verdict.reason.reason, verdict.lay) == (State.HELD, Reason.PERHAPS_ANOTHERS, None)
    assert how in str(verdict.reason)
    assert "`crickets invoice add k3f9 --number 2026-14`" in str(verdict.reason)


def test_an_invoice_from_before() -> None:
    """It was read exactly, and may be paid long ago: no guess, and nothing is laid before the owner has spoken."""
    verdict = judged(invoices=(replace(INVOICE, known_by=KnownBy.OLD_FILE),))

    assert (verdict.plan, verdict.state, verdict.reason.reason) == ("invoice", State.HELD, Reason.FROM_BEFORE)
    assert str(verdict.reason) == (
        "its invoice (2026-14, 1200.00 EUR, due on 2026-06-16) fell due so long before Crickets came that it may be "
        "paid long ago: if it's still owed, `crickets invoice add k3f9 --number 2026-14`; if it's paid, "
        "`crickets invoice paid 2026-14`"
    )


def test_a_plan_for_invoices_without_one() -> None:
    """It's held, and says why, and what would help."""
    thread = a_thread(BILL, orders=(a_plan_order(ago(days=1), "invoice"),))

    reason = verdict_on(thread).reason

    assert (reason.reason, "`crickets invoice add k3f9 --number …`" in str(reason)) == (Reason.NO_INVOICE, True)


def test_an_invoice_that_cannot_be_read() -> None:
    """No check-in follows a mail that seems to bring one along: it's held, and says what to tell of it, or its plan."""
    mail = replace(BILL, refused=("invoice.pdf: the PDF is encrypted",))
    verdict = verdict_on(a_thread(mail))

    assert (verdict.plan, verdict.state, verdict.lay) == ("invoice", State.HELD, None)
    assert str(verdict.reason) == (
        "your mail of 2026-05-08 seems to bring an invoice along that can't be read (invoice.pdf: the PDF is "
        "encrypted): if it's to be paid, tell of it by `crickets invoice add k3f9 --number … --amount … --currency … "
        "--due …`; if it's none, give the thread another plan by `crickets plan k3f9 negotiation`"
    )
    assert [str(each) for each in verdict.why] == [
        "plan invoice: it seems to bring an invoice along that can't be read",
        "no answer since 2026-05-08: 40 days, 28 of them working days",
        str(verdict.reason),
    ]
    assert verdict_on(a_thread(mail, orders=(a_plan_order(ago(days=1), "negotiation"),))).plan == "negotiation"


def test_an_invoice_that_could_not_be_read_and_was_told_of() -> None:
    """Once it's paid the thread is closed: no check-in comes after all."""
    mail = replace(BILL, refused=("invoice.pdf: the PDF is encrypted",))
    told = replace(INVOICE, known_by=KnownBy.OWNER, mail=None, files=(), receipts=(a_receipt(YESTERDAY, "1200"),))

    assert verdict_on(a_thread(mail, invoices=(told,))).state is State.CLOSED


def test_a_mail_too_large_to_be_fetched() -> None:
    """Its invoice's file is asked for as well, whether anything could be guessed of it or not."""
    mail = replace(BILL, too_large=True, refused=("invoice-97.pdf: too much",))
    guess = replace(INVOICE, known_by=KnownBy.GUESS, amount=None, files=())
    unknown, guessed = verdict_on(a_thread(mail)), verdict_on(a_thread(mail, invoices=(guess,)))

    assert "--due … --file …`; if it's none" in str(unknown.reason)
    assert (guessed.state, guessed.reason.reason) == (State.HELD, Reason.UNCONFIRMED)
    assert "`crickets invoice add k3f9 --amount SUM --file …`; if it's none" in str(guessed.reason)


def test_an_invoice_that_is_paid() -> None:
    """The thread is closed, and what lies untouched in Drafts is taken back."""
    draft = a_notice(june(17, 8, 30))
    verdict = judged(invoices=(replace(INVOICE, receipts=(a_receipt(YESTERDAY, "1200"),)),), drafts=(draft,))

    assert (verdict.state, str(verdict.reason)) == (State.CLOSED, "invoice 2026-14 is paid")
    assert [back.draft for back in verdict.take_back] == [draft]


def test_an_invoice_without_a_mail_that_is_paid() -> None:
    """The thread's mail was about something else, and is followed up like any other."""
    told = replace(INVOICE, mail=None, files=(), receipts=(a_receipt(YESTERDAY, "1200"),))

    assert judged(invoices=(told,)).plan == "negotiation"


def test_a_part_payment_after_the_notice_was_laid() -> None:
    """The notice asks for too much: it's taken back, and another laid."""
    draft = replace(a_notice(june(17, 8, 30)), asks=asking("2026-14 1200.00"))
    part = replace(INVOICE, receipts=(a_receipt(YESTERDAY, "200", at=june(17, 8, 45)),))

    assert [back.draft for back in judged(invoices=(part,), drafts=(draft,)).take_back] == [draft]
    gone = replace(draft, state=DraftState.TAKEN_BACK, since=june(17, 8, 50))
    again = judged(invoices=(part,), drafts=(gone,)).lay
    assert again is not None
    assert again.demand is not None
    assert (again.attempt, again.demand.notice.total) == (1, Decimal(1000))


def test_what_a_notice_tells_of_elsewhere_and_is_no_longer_owed() -> None:
    """Paid, or answered there: the notice is taken back too."""
    draft = replace(a_notice(june(17, 8, 30)), asks=asking("2026-14 1200.00", "2026-15 300"))
    other = an_invoice(YESTERDAY, number="2026-15", thread=ThreadId("zzzz"), amount=Decimal(300))
    asked = a_thread(BILL, invoices=(INVOICE,), drafts=(draft,), debts=Debts(tellable=(other,)))

    assert verdict_on(asked).take_back == ()
    assert [back.draft for back in verdict_on(replace(asked, debts=Debts())).take_back] == [draft]


@pytest.mark.parametrize("due", ["", " 2026-06-16"], ids=["laid by an older version", "with its due date"])
def test_a_notice_that_lies_and_says_what_holds(due: str) -> None:
    """It stays."""
    draft = replace(a_notice(june(17, 8, 30)), asks=asking(f"2026-14 1200.00{due}"))

    assert (judged(drafts=(draft,)).state, judged(drafts=(draft,)).take_back) == (State.DRAFTED, ())


def test_an_answer_to_the_invoice() -> None:
    """The ladder pauses: whatever they say, it's the owner's turn."""
    assert judged(BILL, a_reply(ago(days=2), answering=BILL)).state is State.ANSWERED


def sent_notice(at: datetime) -> tuple[Message, Draft]:
    """The first notice, sent."""
    mail = a_sent(at, answering=BILL)
    draft = replace(a_notice(at - timedelta(hours=1)), state=DraftState.SENT, since=at, sent_as=mail.id)
    return mail, draft


def test_the_next_notice() -> None:
    """It's counted by the day on which the invoice was due, however soon the one before was sent."""
    mail, draft = sent_notice(ago(days=12))
    verdict = judged(BILL, mail, invoices=(an_invoice(date(2026, 5, 18)),), drafts=(draft,))

    assert (verdict.step, verdict.plan) == (1, "invoice")
    assert verdict.lay is not None
    assert verdict.lay.template == "late-payment"


def test_a_notice_that_was_sent_late() -> None:
    """The next follows a week later at the earliest, though it has been due for long."""
    mail, draft = sent_notice(june(16, 9))
    verdict = judged(BILL, mail, invoices=(an_invoice(date(2026, 5, 10)),), drafts=(draft,))

    assert (verdict.lay, verdict.next_at) == (None, june(24, 8, 30)), "the 23rd at nine is behind that day's opening"


def test_an_order_to_wait() -> None:
    """It puts a notice off, and lets none come before its day; what is paid is asked for no more."""
    soon, late = (
        a_wait(ago(days=40), After(count=5, unit=Unit.DAYS)),
        a_wait(ago(days=40), After(count=45, unit=Unit.DAYS)),
    )
    due = an_invoice(date(2026, 6, 18))

    early = verdict_on(a_thread(BILL, invoices=(due,), orders=(soon,)))
    assert (early.lay, early.next_at) == (None, june(19, 8, 30))
    assert verdict_on(a_thread(BILL, invoices=(INVOICE,), orders=(late,))).next_at == june(22, 8, 30)
    paid = replace(INVOICE, receipts=(a_receipt(YESTERDAY, "1200"),))
    assert verdict_on(a_thread(BILL, invoices=(paid,), orders=(soon,))).state is State.CLOSED


def test_an_invoice_that_was_sent_again() -> None:
    """Its files tell: it's about the same invoice, and a week later at the earliest."""
    again = a_sent(ago(days=3), answering=BILL, files=("2026-14.pdf",))

    assert (judged(BILL, again).plan, judged(BILL, again).lay) == ("invoice", None)


def test_a_reminder_by_hand_while_a_notice_lay() -> None:
    """It takes the step's place, and the ladder goes on."""
    draft = replace(a_notice(ago(days=20)), state=DraftState.TAKEN_BACK, since=ago(days=18))
    verdict = judged(
        BILL, a_sent(ago(days=19), answering=BILL), invoices=(an_invoice(date(2026, 5, 18)),), drafts=(draft,)
    )

    assert (verdict.plan, verdict.step, verdict.lay is not None) == ("invoice", 1, True)


def test_another_mail_since_the_invoice() -> None:
    """It's followed up like any other."""
    assert judged(BILL, a_sent(ago(days=1), answering=BILL)).plan == "negotiation"


def test_an_invoice_that_the_owner_told_of() -> None:
    """Whatever mail is the newest, it's about that invoice; and a week after it at the earliest."""
    told = replace(INVOICE, known_by=KnownBy.OWNER, mail=None, files=(), path="/bills/2026-14.pdf")
    verdict = judged(a_sent(ago(days=6)), invoices=(told,))

    assert (verdict.plan, verdict.lay) == ("invoice", None)
    assert judged(a_sent(ago(days=8)), invoices=(told,)).lay is not None


WITHOUT_FILE = replace(INVOICE, known_by=KnownBy.OWNER, mail=None, files=())


@pytest.mark.parametrize("due_on", [YESTERDAY, date(2026, 6, 23)], ids=["late", "due within a week"])
def test_an_invoice_of_which_no_file_is_known(due_on: date) -> None:
    """Its thread is held, and says how to name one: no notice goes without."""
    verdict = judged(a_sent(ago(days=8)), invoices=(replace(WITHOUT_FILE, due_on=due_on),))

    assert (verdict.plan, verdict.state, verdict.lay, verdict.next_at) == ("invoice", State.HELD, None, None)
    assert str(verdict.reason) == (
        "no file of invoice 2026-14 is known, and no notice goes without one: name it by `crickets invoice add k3f9 "
        "--number 2026-14 --file …`; if it's paid, `crickets invoice paid 2026-14`"
    )
    guessed = replace(INVOICE, known_by=KnownBy.OWNER, files=())
    assert judged(invoices=(guessed,)).reason.reason is Reason.NO_FILE


def test_an_invoice_without_a_file_that_is_due_later() -> None:
    """There's time: it waits for its day as any; `show` says what is lacking."""
    verdict = judged(a_sent(ago(days=8)), invoices=(replace(WITHOUT_FILE, due_on=date(2026, 7, 15)),))

    assert (verdict.plan, verdict.state, verdict.reason.reason) == ("invoice", State.WAITING, Reason.NOT_YET)
    assert [each.reason for each in verdict.why].count(Reason.NO_FILE) == 1


def test_a_check_in_that_lies_there_as_an_invoice_without_a_file_is_told_of() -> None:
    """It stays: nothing takes its place. Once the file is named it goes, and so does one that answers an older mail."""
    mail = a_sent(ago(days=8))
    draft = a_draft(ago(days=1), parent=mail)
    named = replace(WITHOUT_FILE, path="/bills/2026-14.pdf")

    for due_on in (WITHOUT_FILE.due_on, date(2026, 7, 15)):
        verdict = judged(mail, invoices=(replace(WITHOUT_FILE, due_on=due_on),), drafts=(draft,))
        assert (verdict.state, verdict.take_back) == (State.DRAFTED, ())
        assert str(verdict.reason).startswith("a draft for step 1 of negotiation has lain in Drafts since 2026-06-16; ")
        assert "crickets invoice add k3f9 --number 2026-14 --file" in str(verdict.reason)
    for verdict in (
        judged(mail, invoices=(named,), drafts=(draft,)),
        judged(mail, a_sent(ago(hours=2)), invoices=(WITHOUT_FILE,), drafts=(draft,)),
    ):
        assert [back.draft for back in verdict.take_back] == [draft]


def test_a_notice_that_lies_there_and_asks_for_what_was_paid_beside_an_invoice_without_a_file() -> None:
    """It asks for money, and goes."""
    draft = replace(a_notice(june(17, 8, 30)), plan="reminders", asks=asking("2026-15 300"))

    verdict = judged(invoices=(replace(INVOICE, files=()),), drafts=(draft,))

    assert (verdict.reason.reason, [back.draft for back in verdict.take_back]) == (Reason.NO_FILE, [draft])


def test_two_invoices_of_which_one_has_a_file() -> None:
    """That one is asked for, be it the shorter due; `show` says why the other isn't."""
    other = replace(WITHOUT_FILE, number="2026-13", due_on=date(2026, 6, 10))
    verdict = judged(invoices=(INVOICE, other))

    assert verdict.lay is not None
    assert verdict.lay.demand is not None
    assert [i.number for i in verdict.lay.demand.notice.invoices] == ["2026-14"]
    assert [each.reason for each in verdict.why].count(Reason.NO_FILE) == 1
    assert [each.reason for each in judged(invoices=(other,)).why].count(Reason.NO_FILE) == 1


def test_an_invoice_without_a_file_beside_one_that_is_due_later() -> None:
    """Nothing goes out before that: meanwhile the thread is held, for its owner to name the file."""
    other = replace(WITHOUT_FILE, number="2026-13", due_on=date(2026, 6, 10))
    verdict = judged(invoices=(replace(INVOICE, due_on=date(2026, 8, 15)), other))

    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.NO_FILE)


def test_a_step_of_words_of_ones_own_about_an_invoice_without_a_file() -> None:
    """It brings none along, and needs none."""
    plan = Plan(name="invoice", steps=(Step(timing=Overdue(count=1, unit=Unit.DAYS), template="my-words"),))
    policy = a_policy(plans={**BUILT_IN, "invoice": plan})

    lay = judged(a_sent(ago(days=8)), invoices=(WITHOUT_FILE,), policy=policy).lay

    assert lay is not None
    assert lay.demand is not None
    assert (lay.demand.asks, lay.demand.enclosures) == (asking("2026-14 1200.00 2026-06-16"), ())


@pytest.mark.parametrize(
    "policy",
    [
        a_policy(clients=(Client(name="Anna", match=("anna@*",), plan="project"),)),
        a_policy(rules=(a_rule("project", subject="Invoice"),)),
    ],
    ids=["a client's entry", "a rule"],
)
def test_what_goes_before_the_plan_for_invoices(policy: Policy) -> None:
    """What the owner has said of clients and mails."""
    assert judged(policy=policy).plan == "project"


def test_several_invoices_of_one_client() -> None:
    """One thread's notices tell of all of them; the others wait, and say where."""
    other = an_invoice(date(2026, 6, 1), number="2026-12", thread=ThreadId("zzzz"))
    debts = Debts(leading=(other,), tellable=(other,))
    here = a_thread(BILL, invoices=(INVOICE,), debts=debts)
    there = a_thread(BILL, invoices=(replace(INVOICE, due_on=date(2026, 5, 20)),), debts=debts)

    assert (verdict_on(here).state, verdict_on(here).lay) == (State.HELD, None)
    assert str(verdict_on(here).reason) == "the notices of zzzz tell the client of invoice 2026-14 too"
    lay = verdict_on(there).lay
    assert lay is not None
    assert lay.demand is not None
    assert [each.number for each in lay.demand.notice.invoices] == ["2026-14", "2026-12"]
    owed = [dict(each.about)["number"] for each in verdict_on(there).why if each.reason is Reason.OWED]
    assert owed == ["2026-14", "2026-12"]


@pytest.mark.parametrize(
    ("currency", "why"),
    [("EUR", "set invoices.reference_rates = { 2026-01-01 = … }"), ("USD", "known for euros only, and this is USD")],
)
def test_a_late_fee_that_nobody_knows(currency: str, why: str) -> None:
    """The notice goes without, and `show` says why."""
    mail, draft = sent_notice(ago(days=12))
    policy = a_policy(invoicing=Invoicing(late_fee=Statutory(rates=())))
    invoice = an_invoice(date(2026, 5, 18), currency=currency)
    verdict = judged(BILL, mail, invoices=(invoice,), drafts=(draft,), policy=policy)

    assert verdict.lay is not None
    assert any(why in str(each) for each in verdict.why if each.reason is Reason.NO_FEE)


@pytest.mark.parametrize(
    ("rule", "how"),
    [
        (Statutory(), "50.15 EUR: 10.15 interest at 10.15 % a year from 2026-05-19 on and a fixed 40.00"),
        (Monthly(percent=Decimal(1)), "12.00 EUR: 12.00 interest from 2026-05-19 on"),
        (OwnTerms(fixed_sum=Decimal(25)), "25.00 EUR: a fixed 25.00"),
        (OwnTerms(), ""),
    ],
    ids=["both", "so much a month", "a fixed sum", "nothing"],
)
def test_what_a_late_fee_is_made_of(rule: LateFeeRule, how: str) -> None:
    """`show` tells each part of it, and nothing where there is none."""
    mail, draft = sent_notice(ago(days=12))
    policy = a_policy(invoicing=Invoicing(late_fee=rule))
    invoice = an_invoice(date(2026, 5, 18), amount=Decimal("1216.67") if isinstance(rule, Statutory) else Decimal(1200))
    verdict = judged(BILL, mail, invoices=(invoice,), drafts=(draft,), policy=policy)

    assert [str(each) for each in verdict.why if each.reason is Reason.FEE] == (
        [f"the late fee so far is {how}"] if how else []
    )


def test_a_client_without_a_late_fee() -> None:
    """What the owner has said of one client holds for their notices; of the others, what holds for everybody."""
    mail, draft = sent_notice(ago(days=12))
    usual = Invoicing(late_fee=Monthly(percent=Decimal(1)))
    spared = Client(name="Anna", match=(BILL.recipients[0].email,), invoicing=Invoicing())
    invoice = an_invoice(date(2026, 5, 18))

    for clients, fee in (((spared,), Decimal(0)), ((replace(spared, match=("x@y.example",)),), Decimal(12))):
        policy = a_policy(invoicing=usual, clients=clients)
        lay = judged(BILL, mail, invoices=(invoice,), drafts=(draft,), policy=policy).lay
        assert lay is not None
        assert lay.demand is not None
        assert lay.demand.notice.late_fee == fee


def test_the_late_fee_of_several_invoices() -> None:
    """One whole for all; each begins to cost on its own day."""
    mail, draft = sent_notice(ago(days=12))
    policy = a_policy(invoicing=Invoicing(late_fee=OwnTerms(percent_a_year=Decimal(10))))
    here, other = (
        an_invoice(date(2026, 5, 18)),
        an_invoice(date(2026, 5, 20), number="2026-15", thread=ThreadId("zzzz")),
    )
    thread = a_thread(BILL, mail, invoices=(here,), drafts=(draft,), debts=Debts(tellable=(other,)))
    verdict = verdict_on(thread, policy=policy)

    [told] = [str(each) for each in verdict.why if each.reason is Reason.FEE]
    assert "interest at 10 % a year from the day after each is due on" in told


def test_an_answered_thread_with_an_invoice() -> None:
    """Nothing is told of what is open: nothing is counted."""
    verdict = judged(BILL, a_reply(ago(days=2), answering=BILL))

    assert all(each.reason is not Reason.OWED for each in verdict.why)


UNSURE = a_credit(amount=Decimal(0), number="C-1.pdf", at=ago(days=1)).receipt
NO_ANSWER = Remarks(expectation=Expectation(answer=False, reasons=("thanks",)))
CREDITED = replace(INVOICE, receipts=(UNSURE,))


def test_an_invoice_that_was_perhaps_credited() -> None:
    """Its ladder is held, though the mail that credits it expects no answer; why, and what to do, is told."""
    thanks = a_sent(ago(days=1), id=an_id("note"), files=("C-1.pdf",), remarks=NO_ANSWER)
    for mails in ((BILL,), (BILL, thanks)):
        verdict = judged(*mails, invoices=(replace(INVOICE, number="", known_by=KnownBy.GUESS), CREDITED))

        assert (verdict.state, verdict.reason.reason, verdict.lay) == (State.HELD, Reason.CREDITED, None)
        assert str(verdict.reason).startswith("C-1.pdf seems to take something off invoice 2026-14, and how much")
        assert "`crickets invoice paid 2026-14 --amount …`" in str(verdict.reason)
        assert f"`crickets invoice add {verdict.thread} --number 2026-14`" in str(verdict.reason)


def test_another_invoice_beside_one_that_was_perhaps_credited() -> None:
    """It's asked for alone; `show` tells why the other isn't."""
    verdict = judged(invoices=(CREDITED, replace(INVOICE, number="2026-15")))

    assert verdict.lay is not None
    assert verdict.lay.demand is not None
    assert [each.number for each in verdict.lay.demand.notice.invoices] == ["2026-15"]
    assert [each.reason for each in verdict.why].count(Reason.CREDITED) == 1

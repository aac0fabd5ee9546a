"""What a client answered to an invoice, and the owner answered by hand: nothing is asked for before they say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from crickets.domain.decide import decide
from crickets.domain.message import Message, Role
from crickets.domain.receivable import KnownBy, Receivable
from crickets.domain.remarks import Expectation, Remarks
from crickets.domain.thread import Asked, Debts, Draft, DraftState, Order, Thread, ThreadId
from crickets.domain.verdict import Reason, State, Verdict
from tests.builders import (
    NOW,
    a_draft,
    a_plan_order,
    a_policy,
    a_receipt,
    a_reply,
    a_resume,
    a_sent,
    a_snooze,
    a_stop,
    a_thread,
    ago,
    an_id,
    an_invoice,
    asking,
    some_evidence,
)

BILL = a_sent(ago(days=60), id=an_id("invoice"), subject="Invoice 2026-14", files=("2026-14.pdf",))
INVOICE = an_invoice(date(2026, 5, 10))
NOTICE = a_sent(ago(days=37), answering=BILL)
LAID = replace(
    a_draft(ago(days=37, hours=1), parent=BILL, plan="invoice", asks=asking("2026-14 1200.00 2026-05-10")),
    state=DraftState.SENT,
    since=NOTICE.sent_at,
    sent_as=NOTICE.id,
)
ANSWER = a_reply(ago(days=30), answering=NOTICE)
REPLY = a_sent(ago(days=29), answering=ANSWER)


def judged(
    *messages: Message,
    invoice: Receivable = INVOICE,
    others: tuple[Receivable, ...] = (),
    drafts: tuple[Draft, ...] = (LAID,),
    orders: tuple[Order, ...] = (),
    debts: Debts | None = None,
) -> Verdict:
    """The verdict after the invoice, its first notice and these."""
    mails = tuple(sorted((BILL, NOTICE, *messages), key=lambda mail: mail.sent_at))
    thread = a_thread(*mails, invoices=(invoice, *others), drafts=drafts, orders=orders, debts=debts or Debts())
    return verdict_on(thread)


def verdict_on(thread: Thread, now: datetime = NOW) -> Verdict:
    """The verdict by all that is known."""
    verdict = decide(thread, a_policy(), some_evidence(now), now)
    assert verdict is not None
    return verdict


def test_an_answer_to_a_notice_that_the_owner_answered() -> None:
    """The ladder is held, and says how to go on; what lies there untouched goes."""
    lying = replace(LAID, id=an_id("lying"), state=DraftState.LAID, parent=REPLY.id, sent_as=None, laid_at=ago(days=20))
    verdict = judged(ANSWER, REPLY, drafts=(LAID, lying))

    assert (verdict.state, verdict.reason.reason, verdict.lay) == (State.HELD, Reason.DISPUTED, None)
    assert str(verdict.reason) == (
        "Anna Rossi answered on 2026-05-18 what asked for invoice 2026-14, and you have answered that: "
        "`crickets resume k3f9` if it's still to be asked for, `crickets invoice paid 2026-14` if it's paid"
    )
    assert [back.draft for back in verdict.take_back] == [lying]


def test_an_answer_to_the_invoice_itself() -> None:
    """The same, once a plan for invoices is the thread's: here by a word of the owner's that expects no answer."""
    answer = a_reply(ago(days=50), answering=BILL)
    thanks = a_sent(
        ago(days=49), answering=answer, remarks=Remarks(expectation=Expectation(answer=False, reasons=("thanks",)))
    )
    thread = a_thread(BILL, answer, thanks, invoices=(INVOICE,))

    assert verdict_on(thread).reason.reason is Reason.DISPUTED
    assert verdict_on(replace(thread, messages=(BILL, thanks))).lay is not None


@pytest.mark.parametrize(
    "order", [a_resume(ago(days=20)), a_plan_order(ago(days=20), "invoice")], ids=["resume", "plan"]
)
def test_an_order_to_go_on(order: Order) -> None:
    """The next notice is laid."""
    lay = judged(ANSWER, REPLY, orders=(order,)).lay

    assert lay is not None
    assert lay.template == "late-payment"


def test_an_order_from_before_the_answer() -> None:
    """It says nothing about that."""
    assert judged(ANSWER, REPLY, orders=(a_resume(ago(days=33)),)).reason.reason is Reason.DISPUTED


def test_money_that_came_in() -> None:
    """A part of it says that the rest is owed; so does telling of the invoice once more."""
    part = replace(INVOICE, receipts=(a_receipt(date(2026, 5, 20), "200", at=ago(days=20)),))
    before = replace(INVOICE, receipts=(a_receipt(date(2026, 5, 13), "200", at=ago(days=35)),))
    told = replace(INVOICE, known_by=KnownBy.OWNER, noted_at=ago(days=20))

    assert judged(ANSWER, REPLY, invoice=part).lay is not None
    assert judged(ANSWER, REPLY, invoice=told).lay is not None
    assert judged(ANSWER, REPLY, invoice=before).reason.reason is Reason.DISPUTED


def test_a_promise() -> None:
    """It says itself how to go on."""
    promise = replace(ANSWER, remarks=Remarks(promised=date(2026, 5, 29)))

    assert judged(promise, REPLY).lay is not None


DAY = date(2026, 6, 19)
"""A Friday; the present is Wednesday the 17th."""
PAYS = a_reply(ago(days=1), answering=NOTICE, remarks=Remarks(pays_by=DAY))


def at(day: int) -> datetime:
    """Ten in the morning of a day in June, in Rome: drafts are laid by then."""
    return datetime(2026, 6, day, 8, tzinfo=UTC)


def test_money_promised() -> None:
    """The ladder is held until a bank day lies behind that day, without a word of the owner's."""
    verdict = judged(PAYS)

    assert (verdict.state, verdict.lay, verdict.your_turn_since) == (State.HELD, None, None)
    assert str(verdict.reason) == (
        "Anna Rossi promised on 2026-06-16 to pay by 2026-06-19; step 2 falls due on 2026-06-23"
    )
    thread = a_thread(BILL, NOTICE, PAYS, invoices=(INVOICE,), drafts=(LAID,))
    assert verdict_on(thread, at(22)).lay is None
    lay = verdict_on(thread, at(23)).lay
    assert lay is not None
    assert (lay.template, lay.parent) == ("late-payment", NOTICE)


def test_money_promised_that_has_not_come_in() -> None:
    """The notice is a reply to the promise, and `show` names that; once they have been asked again, it's over."""
    thread = a_thread(BILL, NOTICE, PAYS, invoices=(INVOICE,), drafts=(LAID,))
    told = "Anna Rossi promised on 2026-06-16 to pay by 2026-06-19; the time for it to come in is over"

    verdict = verdict_on(thread, at(23))

    assert verdict.lay is not None
    assert verdict.lay.answered == PAYS
    assert told in [str(each) for each in verdict.why]
    assert told not in [str(each) for each in verdict_on(thread, at(22)).why]
    thanks = a_sent(ago(hours=1), answering=PAYS)
    after_thanks = verdict_on(replace(thread, messages=(BILL, NOTICE, PAYS, thanks)), at(24))
    assert after_thanks.lay is not None
    assert (after_thanks.lay.promise, after_thanks.lay.answered) == (None, thanks)


def test_money_promised_in_answer_to_the_invoice_itself() -> None:
    """The same; and though it had another mail of the owner's come after it."""
    promise = a_reply(ago(days=1), answering=BILL, remarks=Remarks(pays_by=DAY))
    logo = a_sent(ago(days=50), answering=BILL, subject="The logo")
    for thread in (a_thread(BILL, promise, invoices=(INVOICE,)), a_thread(BILL, logo, promise, invoices=(INVOICE,))):
        assert verdict_on(thread).reason.reason is Reason.PROMISED_MONEY
        assert verdict_on(thread).your_turn_since is None
        assert verdict_on(thread, at(23)).lay is not None


def test_thanks_for_money_promised() -> None:
    """They take nothing from the promise."""
    promise = replace(PAYS, date=None, received=ago(days=9))
    thanks = a_sent(ago(days=8), answering=promise)

    verdict = judged(promise, thanks)

    assert (verdict.reason.reason, verdict.next_at) == (Reason.PROMISED_MONEY, at(23).replace(hour=6, minute=30))


def test_an_order_after_money_promised() -> None:
    """The ladder goes on by it: a week after the owner's last mail, which was long ago."""
    assert judged(PAYS, orders=(a_resume(ago(hours=1)),)).reason.reason is not Reason.PROMISED_MONEY


def test_money_promised_that_came_in() -> None:
    """It isn't the owner's turn, then either."""
    paid = replace(INVOICE, receipts=(a_receipt(date(2026, 6, 17), "1200", at=NOW),))
    verdict = verdict_on(a_thread(BILL, NOTICE, PAYS, invoices=(paid,), drafts=(LAID,)), at(25))

    assert (verdict.state, verdict.lay, verdict.your_turn_since) == (State.ANSWERED, None, None)


def test_money_promised_where_no_invoice_is_known() -> None:
    """It's an answer like any other."""
    verdict = verdict_on(a_thread(BILL, a_reply(ago(days=2), answering=BILL, remarks=Remarks(pays_by=DAY))))

    assert (verdict.state, verdict.your_turn_since is None) == (State.ANSWERED, False)


@pytest.mark.parametrize("known_by", [KnownBy.GUESS, KnownBy.OLD_FILE, KnownBy.ANOTHERS])
def test_money_promised_for_an_invoice_that_is_only_proposed(known_by: KnownBy) -> None:
    """It isn't the owner's turn: the thread is held, before that day and after, until they have said what it is."""
    promise = a_reply(ago(days=2), answering=BILL, remarks=Remarks(pays_by=DAY))
    thread = a_thread(BILL, promise, invoices=(replace(INVOICE, known_by=known_by),))

    for verdict in (verdict_on(thread), verdict_on(thread, at(25))):
        assert (verdict.state, verdict.lay, verdict.your_turn_since) == (State.HELD, None, None)
        assert "crickets invoice add k3f9" in str(verdict.reason)


def test_money_promised_before_its_invoice_was_confirmed() -> None:
    """Once it is, its ladder goes by the promise."""
    promise = a_reply(ago(days=2), answering=BILL, remarks=Remarks(pays_by=DAY))
    thread = a_thread(BILL, promise, invoices=(replace(INVOICE, known_by=KnownBy.OWNER, noted_at=NOW),))

    assert verdict_on(thread).reason.reason is Reason.PROMISED_MONEY
    assert verdict_on(thread, at(23)).lay is not None


def test_money_promised_for_what_is_no_invoice() -> None:
    """By the plan that the owner has given the thread: the check-in counts from that day."""
    promise = a_reply(ago(hours=1), answering=BILL, remarks=Remarks(pays_by=DAY))
    guess = replace(INVOICE, known_by=KnownBy.GUESS)
    thread = a_thread(BILL, promise, invoices=(guess,), orders=(a_plan_order(ago(days=50), "negotiation"),))

    verdict = verdict_on(thread)

    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.PROMISED_MONEY)
    assert "to pay by 2026-06-19; step 1 falls due on 2026-06-24" in str(verdict.reason)


def test_a_dispute_that_the_owner_will_look_into() -> None:
    """Before any notice, and by whatever words that ask for nothing: it's held, and no check-in follows."""
    answer = a_reply(ago(days=50), answering=BILL)
    word = a_sent(ago(days=49), answering=answer, remarks=Remarks())
    held = verdict_on(a_thread(BILL, answer, word, invoices=(INVOICE,)))

    assert (held.plan, held.state, held.reason.reason) == ("invoice", State.HELD, Reason.DISPUTED)
    question = replace(word, remarks=Remarks(expectation=Expectation(answer=True, reasons=("a question",))))
    assert verdict_on(a_thread(BILL, answer, question, invoices=(INVOICE,))).plan == "negotiation"
    alone = a_thread(BILL, word, invoices=(INVOICE,))
    assert verdict_on(alone).plan == "negotiation"
    ordered = a_thread(BILL, answer, word, invoices=(INVOICE,), orders=(a_resume(ago(days=20)),))
    assert verdict_on(ordered).reason.reason is not Reason.DISPUTED


INSTALMENTS = a_sent(ago(days=49), answering=a_reply(ago(days=50), answering=BILL), remarks=Remarks())
"""Agreed, three instalments: what the owner answered to the invoice's answer, by words that ask for nothing."""


def agreed(invoice: Receivable = INVOICE, *orders: Order) -> Verdict:
    """The verdict on an invoice that was answered before any notice, and answered so."""
    answer = a_reply(ago(days=50), answering=BILL)
    return verdict_on(a_thread(BILL, answer, INSTALMENTS, invoices=(invoice,), orders=orders))


@pytest.mark.parametrize(
    ("invoice", "orders"),
    [
        (INVOICE, (a_resume(ago(days=20)),)),
        (replace(INVOICE, receipts=(a_receipt(date(2026, 5, 28), "400", at=ago(days=20)),)), ()),
        (replace(INVOICE, known_by=KnownBy.OWNER, noted_at=ago(days=20)), ()),
    ],
    ids=["resume", "a part that came in", "told once more"],
)
def test_what_has_the_ladder_go_on_that_was_held(invoice: Receivable, orders: tuple[Order, ...]) -> None:
    """It does, with the invoice's own next notice: no check-in takes its place."""
    assert agreed().reason.reason is Reason.DISPUTED

    verdict = agreed(invoice, *orders)

    assert (verdict.plan, verdict.lay and verdict.lay.template) == ("invoice", "invoice-resend")


def test_all_that_came_in_after_the_owners_last_word() -> None:
    """It's the ladder's end, and no check-in follows; what the owner writes after that is followed up again."""
    late, early = (
        replace(INVOICE, receipts=(a_receipt(date(2026, 5, 1), "1200", at=ago(days=days)),)) for days in (20, 55)
    )

    assert (agreed(late).state, agreed(late).reason.reason) == (State.CLOSED, Reason.PAID)
    assert agreed(early).plan == "negotiation"


ENOUGH = Remarks(expectation=Expectation(answer=False, reasons=("thanks",)))
RECEIVED = a_reply(ago(days=30), answering=BILL, remarks=ENOUGH)
"""Thanks, received."""


def answered(*messages: Message, due: date = date(2026, 6, 7), now: datetime = NOW, **more: object) -> Verdict:
    """The verdict on an invoice due then, and answered so."""
    return verdict_on(a_thread(BILL, *messages, invoices=(an_invoice(due),), **more), now)  # type: ignore[arg-type]


def test_an_invoice_that_was_thanked_for() -> None:
    """Once it's late, that's told, with what goes on: nobody waits for the owner, nor do they for anybody."""
    verdict = answered(RECEIVED)

    assert (verdict.state, verdict.lay, verdict.silence) == (State.HELD, None, None)
    assert str(verdict.reason) == (
        "Anna Rossi answered on 2026-05-18, and invoice 2026-14 is 10 days late: `crickets resume k3f9` if it's still "
        "to be asked for, `crickets invoice paid 2026-14` if it's paid"
    )
    assert "no answer since" not in " ".join(map(str, verdict.why))
    assert "is a day late" in str(answered(RECEIVED, due=date(2026, 6, 16)).reason)
    junk = replace(RECEIVED, places=frozenset({Role.JUNK}))
    assert "on 2026-05-18, and the answer lies in Junk, and invoice" in str(answered(junk).reason)


def test_an_invoice_that_was_thanked_for_and_is_not_late() -> None:
    """It's answered, and looked at again when it's late."""
    verdict = answered(RECEIVED, due=date(2026, 6, 17))

    assert (verdict.state, verdict.next_at) == (State.ANSWERED, datetime(2026, 6, 17, 22, tzinfo=UTC))
    assert answered(RECEIVED, due=date(2026, 6, 17), now=datetime(2026, 6, 17, 22, tzinfo=UTC)).state is State.HELD


def test_an_order_after_thanks() -> None:
    """The ladder goes on by it, or rests."""
    until = date(2026, 7, 1)

    assert answered(RECEIVED, orders=(a_resume(ago(days=1)),)).lay is not None
    assert answered(RECEIVED, orders=(a_snooze(ago(days=1), until=until),)).state is State.SNOOZED
    assert answered(RECEIVED, orders=(a_stop(ago(days=1)),)).state is State.STOPPED


def test_an_answer_that_waits_for_the_owner() -> None:
    """It's told as their turn."""
    verdict = answered(a_reply(ago(days=3), answering=BILL))

    assert (verdict.state, verdict.next_at, verdict.your_turn_since) == (State.ANSWERED, None, ago(days=3))


def test_thanks_while_a_draft_lies_that_the_owner_has_touched() -> None:
    """That's told before all else."""
    touched = replace(LAID, state=DraftState.EDITED, parent=BILL.id, sent_as=None)

    assert answered(RECEIVED, drafts=(touched,)).reason.reason is Reason.ANSWERED_WITH_A_DRAFT


def test_the_invoice_sent_again() -> None:
    """That asks for it: here, or in another thread."""
    again = a_sent(ago(days=28), answering=ANSWER, files=("2026-14.pdf",))

    assert judged(ANSWER, again).lay is not None
    assert judged(ANSWER, REPLY, debts=Debts(sent_again=ago(days=28))).lay is not None
    assert judged(ANSWER, REPLY, debts=Debts(sent_again=ago(days=38))).reason.reason is Reason.DISPUTED


def test_another_invoice_of_the_thread() -> None:
    """It was sent since, and nobody has said anything about it: it's asked for alone."""
    second = a_sent(ago(days=25), id=an_id("second"), answering=ANSWER, files=("2026-15.pdf",))
    other = an_invoice(date(2026, 6, 9), number="2026-15", mail=second.id, files=("2026-15.pdf",))
    verdict = judged(ANSWER, REPLY, second, others=(other,))

    assert verdict.lay is not None
    assert verdict.lay.demand is not None
    assert [each.number for each in verdict.lay.demand.notice.invoices] == ["2026-15"]


def test_another_invoice_at_the_end_of_its_ladder() -> None:
    """The thread isn't closed by it: the answered one is still to be spoken of."""
    last = replace(LAID, id=an_id("last"), step=3, asks=asking("2026-15 1.00 2026-03-01"), sent_as=an_id("gone"))
    other = an_invoice(date(2026, 3, 1), number="2026-15", mail=None, files=())

    assert judged(ANSWER, REPLY, others=(other,), drafts=(LAID, last)).reason.reason is Reason.DISPUTED


def test_a_notice_about_another_invoice() -> None:
    """An answer to that says nothing about this one, which no mail brought."""
    told = replace(INVOICE, mail=None, files=(), number="2026-15")

    assert judged(ANSWER, REPLY, invoice=told).reason.reason is not Reason.DISPUTED


def test_the_other_invoices_that_the_notice_told_of() -> None:
    """They're held in their own threads as well, until the owner has said how to go on, or what is open."""
    both = asking("2026-14 1200.00 2026-05-10", "2026-13 1.00 2026-05-10")
    asked = Asked(
        thread=ThreadId("zzzz"),
        asks=both,
        plan="invoice",
        step=0,
        at=NOTICE.sent_at,
        last_word=REPLY.sent_at,
        answer=ANSWER,
    )
    here = a_thread(BILL, invoices=(INVOICE,), debts=Debts(asked=(asked,)))
    part = replace(INVOICE, receipts=(a_receipt(date(2026, 5, 20), "200", at=ago(days=20)),))

    assert verdict_on(here).reason.reason is Reason.ANSWERED_ELSEWHERE
    assert "`crickets resume k3f9` if it's still to be asked for" in str(verdict_on(here).reason)
    assert verdict_on(replace(here, invoices=(part,))).lay is not None
    unanswered = replace(asked, last_word=NOTICE.sent_at)
    assert verdict_on(replace(here, invoices=(part,), debts=Debts(asked=(unanswered,)))).lay is None
    assert verdict_on(replace(here, orders=(a_resume(ago(days=20)),)), NOW + timedelta(days=1)).lay is not None


def test_an_offer_that_the_owner_has_written_since() -> None:
    """It's new business in the invoice's thread, and is followed up though the invoice is paid."""
    came = replace(INVOICE, receipts=(a_receipt(date(2026, 5, 1), "1200", at=ago(days=20)),))
    answer = a_reply(ago(days=50), answering=BILL)
    remarks = Remarks(expectation=Expectation(answer=None, reasons=("an offer",)))
    offer = a_sent(ago(days=49), answering=answer, remarks=remarks)

    assert verdict_on(a_thread(BILL, answer, offer, invoices=(came,))).plan == "negotiation"

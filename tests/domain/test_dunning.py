"""How far a client was asked for an invoice: by the notices of its own thread, and by those of others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from crickets.domain.decide import decide
from crickets.domain.dunning import asked_in, last_notice_at
from crickets.domain.message import Address, Message
from crickets.domain.plans import BUILT_IN
from crickets.domain.receivable import Receivable
from crickets.domain.remarks import Expectation, Remarks
from crickets.domain.thread import Asked, Debts, Draft, DraftState, Order, Thread, ThreadId
from crickets.domain.verdict import Reason, State, Verdict
from tests.builders import (
    ANNA,
    NOW,
    OWNER,
    a_done,
    a_draft,
    a_plan_order,
    a_policy,
    a_receipt,
    a_reply,
    a_resume,
    a_sent,
    a_stop,
    a_thread,
    ago,
    an_address,
    an_id,
    an_invoice,
    asking,
    june,
    some_evidence,
)

FIRST = a_sent(ago(days=150), id=an_id("invoice"), subject="Invoice 2026-14", files=("2026-14.pdf",))
SECOND = a_sent(ago(days=40), id=an_id("second"), subject="Invoice 2026-15", files=("2026-15.pdf",))
PAID = an_invoice(date(2026, 2, 10), receipts=(a_receipt(date(2026, 5, 2), "1200"),))
"""The first invoice: its first notices were sent, then it was paid without a word."""

NEXT = an_invoice(date(2026, 6, 10), number="2026-15", mail=SECOND.id, files=("2026-15.pdf",))
THERE = ThreadId("zzzz")


def judged(thread: Thread, now: datetime = NOW) -> Verdict:
    """The verdict by all that is known now."""
    verdict = decide(thread, a_policy(), some_evidence(now), now)
    assert verdict is not None
    return verdict


def a_notice(at: datetime, *asks: str, step: int) -> tuple[Message, Draft]:
    """A notice that asked so, sent."""
    mail = a_sent(at, answering=FIRST)
    draft = a_draft(at - timedelta(hours=1), parent=FIRST, plan="invoice", step=step, asks=asking(*asks))
    return mail, replace(draft, state=DraftState.SENT, since=at, sent_as=mail.id)


def in_one_thread(
    *notices: tuple[Message, Draft], invoices: tuple[Receivable, ...] = (PAID, NEXT), orders: tuple[Order, ...] = ()
) -> Thread:
    """Two invoices in one thread, one after the other, with these notices."""
    mails = sorted((FIRST, SECOND, *(mail for mail, _ in notices)), key=lambda mail: mail.sent_at)
    return a_thread(*mails, invoices=invoices, drafts=tuple(draft for _, draft in notices), orders=orders)


ONE, TWO = a_notice(ago(days=120), "2026-14 1200.00", step=0), a_notice(ago(days=95), "2026-14 1200.00", step=1)


def test_the_next_invoice_in_a_thread() -> None:
    """It has its own ladder, from the friendly notice on: what the other was asked for by is none of its own."""
    lay = judged(in_one_thread(ONE, TWO)).lay

    assert lay is not None
    assert (lay.step, lay.template) == (0, "invoice-resend")
    assert lay.demand is not None
    assert lay.demand.asks == asking("2026-15 1200.00 2026-06-10")


def test_its_next_notices() -> None:
    """They follow each other as if the other invoice had never been."""
    sent = a_notice(ago(days=35), "2026-15 1200.00", step=0)
    due = replace(NEXT, due_on=date(2026, 5, 10))

    lay = judged(in_one_thread(ONE, TWO, sent, invoices=(PAID, due))).lay
    assert lay is not None
    assert (lay.step, lay.template) == (1, "late-payment")


def a_second_late_notice(*notices: tuple[Message, Draft], due: date = date(2026, 4, 10)) -> date | None:
    """When the client had the same words before, by the notice that is laid now."""
    lay = judged(in_one_thread(*notices, invoices=(replace(NEXT, due_on=due),))).lay
    assert lay is not None
    assert lay.demand is not None
    return lay.demand.notice.last_on


SINCE_APRIL = "2026-15 1200.00 2026-04-10"
FRIENDLY_ONE, LATE_ONE = a_notice(ago(days=60), SINCE_APRIL, step=0), a_notice(ago(days=35), SINCE_APRIL, step=1)


def test_the_same_words_once_more() -> None:
    """The notice knows when the one of its kind before it went out; a friendlier one is none of its kind."""
    assert a_second_late_notice(FRIENDLY_ONE, LATE_ONE) == ago(days=35).date()
    assert a_second_late_notice(FRIENDLY_ONE) is None


def test_the_same_words_about_another_invoice() -> None:
    """They don't count: this one's client hasn't read them about this one."""
    another = a_notice(ago(days=35), "2026-14 1200.00", step=1)
    assert a_second_late_notice(FRIENDLY_ONE, another) is None


def test_the_same_words_that_were_never_sent() -> None:
    """Nobody has read them."""
    _, draft = LATE_ONE
    thread = in_one_thread(FRIENDLY_ONE, invoices=(replace(NEXT, due_on=date(2026, 4, 10)),))
    thrown = replace(draft, state=DraftState.THROWN_AWAY, sent_as=None)
    assert last_notice_at(thread.invoices, "late-payment", replace(thread, drafts=(thrown,)), BUILT_IN, OWNER) is None
    living = replace(draft, state=DraftState.LAID, sent_as=None)
    assert last_notice_at(thread.invoices, "late-payment", replace(thread, drafts=(living,)), BUILT_IN, OWNER) is None


def test_the_same_words_in_another_thread() -> None:
    """They were read there."""
    told = asked(ago(days=35), SINCE_APRIL, step=1)
    thread = a_thread(SECOND, invoices=(replace(NEXT, due_on=date(2026, 4, 10)),), debts=Debts(asked=(told,)))
    assert last_notice_at(thread.invoices, "late-payment", thread, BUILT_IN, OWNER) == told.at


def told_beside(*others: Receivable, asked_at: dict[str, datetime]) -> tuple[tuple[str, ...], date | None]:
    """What a `late-payment` about 2026-15 tells of, and when it says that it was asked for before."""
    told = tuple(asked(at, f"{number} 1200.00 2026-04-10", step=1) for number, at in asked_at.items())
    thread = in_one_thread(FRIENDLY_ONE, invoices=(replace(NEXT, due_on=date(2026, 4, 10)),))
    lay = judged(replace(thread, debts=Debts(asked=told, tellable=others))).lay
    assert lay is not None
    assert (lay.template, lay.demand is None) == ("late-payment", False)
    assert lay.demand is not None
    return tuple(each.number for each in lay.demand.notice.invoices), lay.demand.notice.last_on


OLDER = replace(NEXT, number="2026-09", due_on=date(2026, 4, 10))


def test_the_same_words_about_what_this_notice_does_not_tell_of() -> None:
    """They asked for another currency, in another letter: they don't count."""
    in_dollars = replace(OLDER, currency="USD")
    assert told_beside(in_dollars, asked_at={"2026-09": ago(days=35)}) == (("2026-15",), None)


def test_the_same_words_about_some_of_them() -> None:
    """Nobody is written to firmly about what they weren't asked for so: it's the first about one of them."""
    assert told_beside(OLDER, asked_at={"2026-09": ago(days=35)}) == (("2026-15", "2026-09"), None)


def test_the_same_words_about_each_of_them() -> None:
    """By the earlier of their days one of them was asked for, and no day is named on which none was."""
    days = {"2026-09": ago(days=35), "2026-15": ago(days=40)}
    assert told_beside(OLDER, asked_at=days) == (("2026-15", "2026-09"), ago(days=40).date())


@pytest.mark.parametrize("plan", ["gone", "invoice"])
def test_the_words_of_a_step_that_is_no_more(plan: str) -> None:
    """Nobody knows which they were."""
    told = replace(asked(ago(days=35), SINCE_APRIL, step=9), plan=plan)
    thread = a_thread(SECOND, invoices=(replace(NEXT, due_on=date(2026, 4, 10)),), debts=Debts(asked=(told,)))
    assert last_notice_at(thread.invoices, "late-payment", thread, BUILT_IN, OWNER) is None


def test_a_notice_that_told_of_it_beside_another() -> None:
    """It took this one's step as well."""
    both = a_notice(ago(days=10), "2026-16 1.00", "2026-15 1200.00", step=0)
    due = replace(NEXT, due_on=date(2026, 6, 1))
    verdict = judged(in_one_thread(ONE, TWO, both, invoices=(PAID, due)))

    assert (verdict.step, verdict.lay, verdict.next_at) == (1, None, datetime(2026, 7, 1, 6, 30, tzinfo=UTC))


@pytest.mark.parametrize("due", ["", " 2025-06-10"], ids=["laid by an older version", "told by its due date"])
@pytest.mark.parametrize("where", ["here", "in another thread"])
def test_last_years_invoice_of_the_same_number(where: str, due: str) -> None:
    """What that one was asked for by is no step of this year's: numbers begin anew each year."""
    last_year = f"2026-15 300.00{due}"
    sent = a_notice(ago(days=280), last_year, step=3)
    beside = asked(ago(days=280), last_year, step=3)
    thread = in_one_thread(sent, invoices=(NEXT,)) if where == "here" else a_thread(SECOND, invoices=(NEXT,))
    debts = Debts() if where == "here" else Debts(asked=(beside,))

    lay = judged(replace(thread, debts=debts)).lay
    assert lay is not None
    assert lay.template == "invoice-resend"


def test_an_invoice_whose_due_date_was_mended() -> None:
    """It's the same one: the notice that told of it took its step."""
    sent = a_notice(ago(days=35), "2026-15 1200.00 2026-04-10", step=0)
    due = replace(NEXT, due_on=date(2026, 5, 10))

    lay = judged(in_one_thread(sent, invoices=(due,))).lay
    assert lay is not None
    assert lay.template == "late-payment"


def test_what_is_done_in_its_place() -> None:
    """A call that the owner says is done takes a step of its ladder, too."""
    both = a_notice(ago(days=10), "2026-16 1.00", "2026-15 1200.00", step=0)
    due = replace(NEXT, due_on=date(2026, 6, 1))
    orders = a_done(ago(days=50), step=1), a_done(ago(days=5), step=1), a_done(ago(days=4), step=7)

    assert judged(in_one_thread(ONE, TWO, both, invoices=(PAID, due), orders=orders)).step == 2
    assert judged(in_one_thread(ONE, TWO, orders=(a_done(ago(days=50), step=0),))).step == 1


def test_an_invoice_alone() -> None:
    """Its steps are the thread's, whatever took them."""
    assert judged(in_one_thread(ONE, TWO, invoices=(replace(PAID, receipts=()),))).step == 2


# ------------------------------------------------------------------------------- what was answered meanwhile

OWED = replace(NEXT, due_on=date(2026, 5, 5))
"""The second invoice, 43 days late."""

FRIENDLY, LATE = (
    a_notice(ago(days=35), "2026-15 1200.00 2026-05-05", step=0),
    a_notice(ago(days=12), "2026-15 1200.00 2026-05-05", step=1),
)
ANSWER = a_reply(ago(days=11), answering=LATE[0])
REPLY = a_sent(ago(days=10), answering=ANSWER)


def answered(*notices: tuple[Message, Draft], orders: tuple[Order, ...] = (a_resume(ago(days=9)),)) -> Thread:
    """The client has answered the last notice, and the owner has answered by hand."""
    mails = (SECOND, *(mail for mail, _ in notices), ANSWER, REPLY)
    return a_thread(*mails, invoices=(OWED,), drafts=tuple(draft for _, draft in notices), orders=orders)


@pytest.mark.parametrize("order", [a_resume(ago(days=9)), a_plan_order(ago(days=9), "invoice")], ids=["resume", "plan"])
def test_a_ladder_that_was_answered(order: Order) -> None:
    """The next notice is the one after the last that was sent, when its day has come; never a friendly one again."""
    thread = answered(FRIENDLY, LATE, orders=(order,))

    assert (judged(thread).step, judged(thread).lay) == (2, None)
    lay = judged(thread, NOW + timedelta(days=20)).lay
    assert lay is not None
    assert (lay.step, lay.template) == (2, "late-payment")


def test_a_last_notice_that_was_answered() -> None:
    """The plan is at its end, whatever the owner orders."""
    last = a_notice(ago(days=12), "2026-15 1200.00 2026-05-05", step=3)

    assert judged(answered(FRIENDLY, last)).reason.reason is Reason.PLAN_AT_ITS_END


def test_a_reminder_by_hand_before_the_answer() -> None:
    """It was sent in the place of the notice that lay there; an answer to the client isn't."""
    laid = replace(LATE[1], laid_at=ago(days=20), state=DraftState.TAKEN_BACK, since=ago(days=9.9), sent_as=None)
    asked_by_hand = a_sent(ago(days=18), answering=SECOND)
    thread = answered(FRIENDLY, (asked_by_hand, replace(laid, since=ago(days=17))))

    assert judged(thread).step == 2
    only_answered = replace(thread, messages=(SECOND, FRIENDLY[0], ANSWER, REPLY), drafts=(FRIENDLY[1], laid))
    assert judged(only_answered).step == 1


def test_another_invoices_notice_that_was_answered() -> None:
    """It's no rung of this one's."""
    others = a_notice(ago(days=12), "2026-16 1.00 2026-05-05", step=1)

    assert judged(answered(FRIENDLY, others)).step == 1


# ------------------------------------------------------------------------------- notices of other threads


def asked(
    at: datetime, *asks: str, step: int = 1, answer: Message | None = None, promise: Message | None = None
) -> Asked:
    """A notice that was sent in another thread."""
    told = asking(*asks)
    return Asked(
        thread=THERE, asks=told, plan="invoice", step=step, at=at, last_word=at, answer=answer, promise=promise
    )


def with_notices(*notices: Asked, due: date = date(2026, 6, 10), orders: tuple[Order, ...] = ()) -> Verdict:
    """The verdict on the second invoice's own thread, once those of another thread have told of it."""
    invoice = replace(NEXT, due_on=due)
    return judged(a_thread(SECOND, invoices=(invoice,), debts=Debts(asked=notices), orders=orders))


def test_a_notice_in_another_thread() -> None:
    """The client isn't told of it twice: the next step follows when it's due, a week later at the earliest."""
    verdict = with_notices(asked(ago(days=3), "2026-14 1200.00", "2026-15 1200.00", step=0))

    assert (verdict.step, verdict.lay) == (1, None)
    old = with_notices(asked(ago(days=12), "2026-14 1200.00", "2026-15 1200.00", step=0), due=date(2026, 5, 10))
    assert old.lay is not None
    assert old.lay.template == "late-payment"
    another_plan = replace(asked(ago(days=12), "2026-14 1200.00", "2026-15 1200.00"), plan="mine")
    assert with_notices(another_plan, due=date(2026, 5, 10)).step == 0


def test_a_notice_of_something_else_in_another_thread() -> None:
    """It's no step of this invoice, but a word to the client: they get no two in a week."""
    soon, later = with_notices(asked(ago(days=3), "2026-14 1200.00")), with_notices(asked(ago(days=8), "2026-14 9"))

    assert (soon.step, soon.lay, soon.next_at) == (0, None, june(22, 8, 30))
    assert later.lay is not None


def test_an_answer_in_another_thread() -> None:
    """It's said of all that the notice told of: the ladder pauses here too, until it's taken up."""
    answer = a_reply(ago(days=9))
    notice = asked(ago(days=12), "2026-14 1200.00", "2026-15 1200.00", answer=answer)
    verdict = with_notices(notice)

    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.ANSWERED_ELSEWHERE)
    assert "Anna Rossi answered on 2026-06-08 the notice of zzzz" in str(verdict.reason)
    assert with_notices(notice, orders=(a_resume(ago(days=8)),)).reason.reason is not Reason.ANSWERED_ELSEWHERE
    about_another = asked(ago(days=12), "2026-14 1200.00", answer=answer)
    assert with_notices(about_another).reason.reason is not Reason.ANSWERED_ELSEWHERE


PAYS = Remarks(pays_by=date(2026, 6, 26))


def test_money_promised_in_another_thread() -> None:
    """It's meant for all that the notice told of: held till that day and a bank day more, whatever was said here."""
    promise = a_reply(ago(days=9), remarks=PAYS)
    notice = asked(ago(days=12), "2026-14 1200.00", "2026-15 1200.00", step=0, promise=promise)
    held = with_notices(notice, due=date(2026, 5, 10))

    assert (held.state, held.reason.reason, held.next_at) == (State.HELD, Reason.PROMISED_MONEY, june(30, 8, 30))
    assert str(held.reason) == (
        "Anna Rossi promised on 2026-06-08 to pay by 2026-06-26, in answer to the notice of zzzz; "
        "step 2 falls due on 2026-06-30"
    )
    here = a_reply(ago(days=13), answering=SECOND, remarks=Remarks(pays_by=date(2026, 6, 15)))
    debts, due = Debts(asked=(notice,)), replace(NEXT, due_on=date(2026, 5, 10))
    assert judged(a_thread(SECOND, here, invoices=(due,), debts=debts)).next_at == june(30, 8, 30)


def test_money_promised_in_another_thread_that_has_not_come_in() -> None:
    """The notice answers the owner's own mail of this thread: nothing of another is quoted here."""
    promise = a_reply(ago(days=9), remarks=Remarks(pays_by=june(12).date()))
    notice = asked(ago(days=12), "2026-14 1200.00", "2026-15 1200.00", step=0, promise=promise)
    verdict = with_notices(notice, due=date(2026, 5, 10))

    assert verdict.lay is not None
    assert (verdict.lay.promise, verdict.lay.answered) == (None, SECOND)
    told = "Anna Rossi promised on 2026-06-08 to pay by 2026-06-12, in answer to the notice of zzzz; the time"
    assert any(str(each).startswith(told) for each in verdict.why)


@pytest.mark.parametrize("when", [10, 8])
def test_an_order_beside_money_promised_in_another_thread(when: int) -> None:
    """One that was given since has the ladder go on, one from before says nothing of it."""
    notice = asked(ago(days=12), "2026-15 1200.00", step=0, promise=a_reply(ago(days=9), remarks=PAYS))
    verdict = with_notices(notice, due=date(2026, 5, 10), orders=(a_resume(ago(days=when)),))

    assert (verdict.reason.reason is Reason.PROMISED_MONEY) is (when == 10)


def test_what_is_promised_in_another_thread_about_another_invoice() -> None:
    """It holds nothing here, nor does what answers a notice that still lies there."""
    promise = a_reply(ago(days=9), remarks=PAYS)
    of_another = asked(ago(days=12), "2026-14 1200.00", promise=promise)

    assert with_notices(of_another, due=date(2026, 5, 10)).lay is not None


def test_an_answer_promised_in_another_thread() -> None:
    """It puts this one off too, as it puts off the thread that it came to."""
    promise = a_reply(ago(days=9), remarks=Remarks(promised=date(2026, 6, 22)))
    verdict = with_notices(asked(ago(days=12), "2026-15 1200.00", step=0, promise=promise), due=date(2026, 5, 10))

    assert (verdict.reason.reason, verdict.next_at) == (Reason.PROMISED, june(29, 8, 30))


def test_an_order_since_a_notice_elsewhere() -> None:
    """The count begins anew with it, but not as if the notice hadn't been sent."""
    notice = asked(ago(days=30), "2026-14 1200.00", "2026-15 1200.00")

    assert with_notices(notice, orders=(a_resume(ago(days=20)),)).step == 2


def test_an_invoice_that_was_sent_again_in_another_thread() -> None:
    """That's a word on it: the next notice follows a week later at the earliest."""
    again = a_thread(SECOND, invoices=(NEXT,), debts=Debts(sent_again=ago(days=2)))

    assert judged(again).lay is None
    assert judged(replace(again, debts=Debts(sent_again=ago(days=8)))).lay is not None


def test_the_mail_that_brought_it_again() -> None:
    """It's followed up where it was sent first, unless the owner says otherwise here."""
    again = a_sent(ago(days=20), files=("2026-15.pdf",))
    thread = a_thread(again, debts=Debts(followed=(replace(NEXT, thread=THERE),)))

    assert str(judged(thread).reason) == "the notices of zzzz tell the client of invoice 2026-15 too"
    assert judged(replace(thread, debts=Debts())).lay is not None
    assert judged(replace(thread, orders=(a_resume(ago(days=10)),))).lay is not None


def test_what_was_asked_for_in_a_thread() -> None:
    """Its notices that were sent, when, and what the client answered."""
    (mail, draft), thrown_away = ONE, replace(TWO[1], state=DraftState.THROWN_AWAY)
    answer = a_reply(ago(days=100), answering=mail)
    reply = a_sent(ago(days=99), answering=answer)
    thread = a_thread(FIRST, mail, drafts=(draft, thrown_away, a_draft(ago(days=90), parent=mail)))

    [silent] = asked_in(thread, OWNER)
    assert (silent.asks, silent.step, silent.at, silent.last_word) == (draft.asks, 0, mail.sent_at, mail.sent_at)
    assert silent.answer is None
    [answered] = asked_in(replace(thread, messages=(FIRST, mail, answer)), OWNER)
    assert answered.answer == answer
    [taken_up] = asked_in(replace(thread, messages=(FIRST, mail, answer, reply)), OWNER)
    assert (taken_up.answer, taken_up.last_word) == (answer, reply.sent_at), "how to go on is still to be said"
    [gone_on] = asked_in(
        replace(thread, messages=(FIRST, mail, answer, reply), orders=(a_resume(ago(days=98)),)), OWNER
    )
    assert gone_on.answer is None
    [lost] = asked_in(replace(thread, messages=()), OWNER)
    assert (lost.at, lost.last_word, lost.answer) == (draft.since, draft.since, None)


def promised_in(*mails: Message, orders: tuple[Order, ...] = ()) -> tuple[Message | None, Message | None]:
    """What a client answered to the first notice, and what of it only puts the owner off."""
    (mail, draft), invoices = ONE, (PAID,)
    [told] = asked_in(a_thread(FIRST, mail, *mails, drafts=(draft,), invoices=invoices, orders=orders), OWNER)
    return told.answer, told.promise


def test_what_was_promised_in_a_thread() -> None:
    """To pay by a day, though what is of this thread came in; unless an order was given, or they ask something too."""
    pays = a_reply(ago(days=100), answering=ONE[0], remarks=PAYS)
    asks = a_reply(ago(days=101), answering=ONE[0], remarks=Remarks())
    mended = a_sent(ago(days=100.5), answering=asks)
    thanks = a_sent(ago(days=99), answering=pays)

    assert promised_in(pays) == promised_in(pays, thanks) == (None, pays)
    assert promised_in(asks, pays) == (pays, None), "neither was taken up"
    assert promised_in(asks, mended, pays) == (None, pays)
    assert promised_in(pays, orders=(a_resume(ago(days=99)),)) == (None, None)
    assert promised_in(replace(pays, remarks=None)) == (replace(pays, remarks=None), None)


def test_a_notice_that_lies_in_another_thread() -> None:
    """It tells of this invoice: no other is laid beside it, and no step was taken yet."""
    lying = replace(asked(ago(days=0), "2026-14 1200.00", "2026-15 1200.00"), lies=True)
    verdict = with_notices(lying)

    assert (verdict.state, verdict.reason.reason, verdict.step) == (State.HELD, Reason.TOLD_ELSEWHERE, 0)
    assert with_notices(replace(lying, asks=asking("2026-14 1200.00"))).lay is not None


def test_two_invoices_of_one_thread_at_different_steps() -> None:
    """Each has its own notice: the next one is that which falls due first, and it tells of no other."""
    due = replace(NEXT, due_on=date(2026, 6, 15))
    lay = judged(in_one_thread(ONE, TWO, invoices=(replace(PAID, receipts=(), due_on=date(2026, 5, 5)), due))).lay

    assert lay is not None
    assert lay.demand is not None
    assert (lay.template, lay.demand.asks) == ("invoice-resend", asking("2026-15 1200.00 2026-06-15"))


def test_two_invoices_of_one_thread_at_one_step() -> None:
    """One notice tells of both."""
    both = (replace(PAID, receipts=(), due_on=date(2026, 6, 1)), replace(NEXT, due_on=date(2026, 6, 15)))
    lay = judged(in_one_thread(invoices=both)).lay

    assert lay is not None
    assert lay.demand is not None
    assert lay.demand.asks == asking("2026-14 1200.00 2026-06-01", "2026-15 1200.00 2026-06-15")


# ------------------------------------------------------------------------------------------ whose it is

CARLA = Address(name="Carla Conti", email="carla@accounts.example")
HERS = replace(NEXT, debtor=ANNA)


def test_a_mail_to_somebody_else_in_the_invoices_thread() -> None:
    """No notice goes to them; the owner is told, and their order goes before."""
    forward = a_sent(ago(days=8), answering=SECOND, to=(CARLA,), files=("2026-15.pdf",))
    thread = a_thread(SECOND, forward, invoices=(HERS,), acquainted=frozenset({CARLA.key}))
    verdict = judged(thread)

    assert (verdict.state, verdict.reason.reason, verdict.lay) == (State.HELD, Reason.OF_ANOTHER, None)
    assert "went to carla@accounts.example, and Anna Rossi <anna@client.example> owes invoice 2026-15" in str(
        verdict.reason
    )
    ordered = replace(thread, orders=(a_plan_order(ago(days=7), "negotiation"),))
    assert judged(ordered).reason.reason is not Reason.OF_ANOTHER
    assert judged(replace(thread, orders=(a_stop(ago(days=7)),))).state is State.STOPPED
    answered = replace(thread, messages=(SECOND, forward, a_reply(ago(days=7), answering=forward, sender=CARLA)))
    assert judged(answered).state is State.ANSWERED
    assert judged(
        replace(thread, invoices=(replace(HERS, receipts=(a_receipt(date(2026, 6, 1), "1200"),)),))
    ).state is (State.WAITING)


def test_a_colleague_of_the_clients() -> None:
    """A notice may go to whoever of the client's firm the owner last wrote to."""
    mail = a_sent(ago(days=8), answering=SECOND, to=(an_address("ap@client.example"),), files=("2026-15.pdf",))

    thread = a_thread(SECOND, mail, invoices=(HERS,), acquainted=frozenset({"ap@client.example"}))
    assert judged(thread).lay is not None


def test_one_invoice_that_went_to_two() -> None:
    """Nobody is asked before the owner has said who owes it."""
    twin = replace(HERS, thread=THERE, debtor=CARLA)
    thread = a_thread(SECOND, invoices=(HERS,), debts=Debts(twin=twin))

    assert judged(thread).reason.reason is Reason.TWO_DEBTORS
    assert "invoice 2026-15 went to Carla Conti <carla@accounts.example> as well, in zzzz" in str(judged(thread).reason)
    assert judged(replace(thread, orders=(a_plan_order(ago(days=8), "invoice"),))).lay is not None


def test_an_invoice_that_needs_no_answer() -> None:
    """It's to be paid all the same."""
    said = replace(SECOND, remarks=Remarks(expectation=Expectation(answer=False, reasons=("said so",))))

    assert judged(a_thread(said, invoices=(HERS,))).lay is not None


def test_a_word_of_thanks_after_the_invoice() -> None:
    """It ends nothing: the ladder goes on, a week later at the earliest."""
    thanks = a_sent(
        ago(days=8), answering=SECOND, remarks=Remarks(expectation=Expectation(answer=False, reasons=("thanks",)))
    )

    assert judged(a_thread(SECOND, thanks, invoices=(HERS,))).lay is not None
    paid = replace(HERS, receipts=(a_receipt(date(2026, 6, 1), "1200"),))
    assert judged(a_thread(SECOND, thanks, invoices=(paid,))).state is State.IGNORED

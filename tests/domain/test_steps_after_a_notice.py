"""A plan of the owner's that has steps counted by silence beside those counted by an invoice's due day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from crickets.domain.decide import decide
from crickets.domain.plans import BUILT_IN, After, Do, Overdue, Plan, Step, Unit
from crickets.domain.receivable import KnownBy
from crickets.domain.remarks import Expectation, Remarks
from crickets.domain.thread import Asked, Debts, DraftState, Thread, ThreadId
from crickets.domain.verdict import Reason, State, Verdict
from tests.builders import (
    NOW,
    a_credit,
    a_draft,
    a_policy,
    a_receipt,
    a_reply,
    a_sent,
    a_thread,
    ago,
    an_id,
    an_invoice,
    asking,
    some_evidence,
)

BILL = a_sent(ago(days=40), id=an_id("invoice"), subject="Invoice 2026-14", files=("2026-14.pdf",))
INVOICE = an_invoice(date(2026, 6, 3))
PAID = replace(INVOICE, receipts=(a_receipt(date(2026, 6, 16), "1200"),))
CREDITED = replace(INVOICE, receipts=(a_credit(amount=Decimal(0)).receipt,))
NOTICE = a_sent(ago(days=12), answering=BILL)
LAID = a_draft(
    ago(days=12, hours=1), parent=BILL, plan="invoice", state=DraftState.SENT, since=NOTICE.sent_at,
    sent_as=NOTICE.id, asks=asking("2026-14 1200.00 2026-06-03"),
)  # fmt: skip
RESEND = Step(timing=Overdue(count=1, unit=Unit.DAYS), template="invoice-resend")
A_WEEK = After(count=7, unit=Unit.DAYS)
CALL, CHECK_IN = Step(timing=A_WEEK, do=Do.CALL, note="ask"), Step(timing=A_WEEK, template="check-in")
LYING = a_draft(ago(days=3), parent=NOTICE, plan="invoice", step=1)
"""The check-in of a week after the notice, untouched."""


def verdict_on(thread: Thread, *steps: Step, now: datetime = NOW) -> Verdict:
    """The verdict by a plan of these steps."""
    policy = a_policy(plans={**BUILT_IN, "invoice": Plan(name="invoice", steps=steps)})
    verdict = decide(thread, policy, some_evidence(now), now)
    assert verdict is not None
    return verdict


REMINDED = a_thread(BILL, NOTICE, invoices=(INVOICE,), drafts=(LAID,))


@pytest.mark.parametrize("then", [CALL, CHECK_IN], ids=["call", "check-in"])
def test_a_week_after_the_notice(then: Step) -> None:
    """The next step is due, and `show` tells for which invoice."""
    verdict = verdict_on(REMINDED, RESEND, then)

    assert (verdict.state is State.TASK) is (then is CALL)
    assert (verdict.lay is not None) is (then is CHECK_IN)
    assert [each.reason for each in verdict.why].count(Reason.OWED) == 1


@pytest.mark.parametrize("then", [CALL, CHECK_IN], ids=["call", "check-in"])
def test_paid_after_the_notice(then: Step) -> None:
    """Nothing more is due."""
    verdict = verdict_on(replace(REMINDED, invoices=(PAID,)), RESEND, then)

    assert (verdict.state, str(verdict.reason), verdict.lay) == (State.CLOSED, "invoice 2026-14 is paid", None)


def test_paid_while_a_check_in_lies_there() -> None:
    """It's taken back."""
    thread = replace(REMINDED, invoices=(PAID,), drafts=(LAID, LYING))
    verdict = verdict_on(thread, RESEND, CHECK_IN)

    assert (verdict.state, [each.draft for each in verdict.take_back]) == (State.CLOSED, [LYING])
    assert verdict_on(replace(thread, invoices=(INVOICE,)), RESEND, CHECK_IN).take_back == ()


@pytest.mark.parametrize("then", [CALL, CHECK_IN], ids=["call", "check-in"])
def test_an_answer_to_the_notice_that_the_owner_answered(then: Step) -> None:
    """It pauses what comes after, as it pauses the next notice."""
    answer = a_reply(ago(days=11), answering=NOTICE)
    reply = a_sent(ago(days=10), answering=answer)
    verdict = verdict_on(replace(REMINDED, messages=(BILL, NOTICE, answer, reply)), RESEND, then)

    assert (verdict.state, verdict.reason.reason, verdict.lay) == (State.HELD, Reason.DISPUTED, None)


def test_an_answer_to_the_notice_of_another_thread() -> None:
    """It was said of this invoice too."""
    asked = Asked(
        thread=ThreadId("zzzz"), asks=LAID.asks, plan="invoice", step=0, at=ago(days=12), last_word=ago(days=9),
        answer=a_reply(ago(days=10)),
    )  # fmt: skip
    thread = replace(REMINDED, debts=Debts(asked=(asked,)))

    assert verdict_on(thread, RESEND, CHECK_IN).reason.reason is Reason.ANSWERED_ELSEWHERE


def test_perhaps_credited_after_the_notice() -> None:
    """It's held, and a check-in that lies there untouched is taken back."""
    thread = replace(REMINDED, invoices=(CREDITED,), drafts=(LAID, LYING))
    verdict = verdict_on(thread, RESEND, CHECK_IN)

    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.CREDITED)
    assert [each.draft for each in verdict.take_back] == [LYING]


def test_a_word_of_thanks_after_the_notice() -> None:
    """The invoice is to be paid, not answered: what comes next is due all the same."""
    thanks = a_sent(
        ago(days=10), answering=NOTICE, remarks=Remarks(expectation=Expectation(answer=False, reasons=("thanks",)))
    )

    assert verdict_on(replace(REMINDED, messages=(BILL, NOTICE, thanks)), RESEND, CALL).state is State.TASK


def test_paid_before_anything_was_asked() -> None:
    """A check-in soon after the invoice isn't laid either; what follows up another mail is."""
    first, plan_order = replace(CHECK_IN, timing=After(count=3, unit=Unit.DAYS)), replace(CHECK_IN, timing=A_WEEK)
    thread = a_thread(BILL, invoices=(PAID,))
    other = a_sent(ago(days=9), answering=BILL)

    assert verdict_on(replace(thread, invoices=(INVOICE,)), first, RESEND).lay is not None
    assert verdict_on(thread, first, RESEND).state is State.CLOSED
    assert verdict_on(replace(thread, invoices=(replace(PAID, number=""),)), first, RESEND).lay is not None
    policy = a_policy(plans={**BUILT_IN, "negotiation": Plan(name="negotiation", steps=(plan_order, RESEND))})
    asked = decide(a_thread(BILL, other, invoices=(PAID,)), policy, some_evidence(), NOW)
    assert asked is not None
    assert asked.lay is not None


def test_a_guess_before_anything_was_asked() -> None:
    """A check-in asks for no money: it waits for nobody to confirm the sum."""
    guess = replace(INVOICE, known_by=KnownBy.GUESS)

    assert verdict_on(a_thread(BILL, invoices=(guess,)), CHECK_IN, RESEND).lay is not None

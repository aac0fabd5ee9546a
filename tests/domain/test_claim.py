"""What a thread asks its client for, as the other threads with that client see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crickets.domain.claim import Claim, claim_in
from crickets.domain.message import Address
from crickets.domain.plans import After, Overdue, Plan, Step, Unit
from crickets.domain.policy import Policy
from crickets.domain.thread import Thread
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    NOW,
    OWNER,
    a_plan_order,
    a_policy,
    a_reply,
    a_sent,
    a_thread,
    ago,
    an_id,
    an_invoice,
    some_evidence,
)

BILL = a_sent(ago(days=40), id=an_id("invoice"), cc=(BEN,), files=("2026-14.pdf",))
LATE = an_invoice(date(2026, 6, 10))
THREAD = a_thread(BILL, invoices=(LATE,))
MIXED = Plan(
    name="mine",
    steps=(
        Step(timing=After(count=5, unit=Unit.DAYS), template="check-in"),
        Step(timing=Overdue(count=30, unit=Unit.DAYS), template="late-payment"),
    ),
)


def claim(thread: Thread, policy: Policy | None = None) -> Claim | None:
    """What it asks for now."""
    return claim_in(thread, policy or a_policy(), some_evidence(), NOW)


def test_an_invoice_past_due() -> None:
    """Its next notice could be laid now, and goes to all whom the mail went to."""
    assert claim(THREAD) == Claim(
        client=ANNA,
        template="invoice-resend",
        invoices=(LATE,),
        sender=DANA.key,
        written_to=frozenset({ANNA.key, BEN.key}),
        is_due=True,
    )


def test_two_of_the_owners_businesses() -> None:
    """What one has billed is none of the other's: no notice asks for both."""
    levi = Address(name="Dana Levi", email="dana@levi.example")
    policy = a_policy(owner=replace(OWNER, addresses=(*OWNER.addresses, levi.email)))
    one = claim(THREAD, policy)
    other = claim(a_thread(replace(BILL, sender=levi), invoices=(LATE,)), policy)

    assert one is not None
    assert other is not None
    assert (one.is_like(one), one.is_like(other)) == (True, False)
    assert other.sender == levi.key


def test_an_invoice_that_is_not_due() -> None:
    """It will be asked for, and isn't yet."""
    found = claim(replace(THREAD, invoices=(replace(LATE, due_on=date(2026, 7, 1)),)))

    assert found is not None
    assert not found.is_due


@pytest.mark.parametrize(
    "thread",
    [
        pytest.param(replace(THREAD, invoices=()), id="nothing is owed"),
        pytest.param(replace(THREAD, messages=(BILL, a_reply(ago(days=2), answering=BILL))), id="answered"),
        pytest.param(
            replace(THREAD, invoices=(replace(LATE, debtor=Address(email="carla@accounts.example")),)),
            id="another owes it",
        ),
        pytest.param(a_thread(), id="an empty thread"),
    ],
)
def test_nothing_to_ask_for(thread: Thread) -> None:
    """No other thread need reckon with it."""
    assert claim(thread) is None


def test_a_plan_that_begins_with_another_step() -> None:
    """It asks for no money yet."""
    policy = a_policy(plans={**a_policy().plans, "mine": MIXED})
    ordered = replace(THREAD, orders=(a_plan_order(ago(days=3), "mine"),))

    assert claim(ordered, policy) is None

"""What the owner orders by a copy to their own plus-address, and what they don't."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.decide import decide
from crickets.domain.message import Message, Role
from crickets.domain.owner import Owner
from crickets.domain.plans import BUILT_IN, After, OnNext, Plan, Timing, Unit
from crickets.domain.policy import Tracking, Who
from crickets.domain.subaddress import Word, unheard_in, with_orders_by_mail, words_of
from crickets.domain.thread import Order, OrderKind, Thread
from crickets.domain.verdict import State, Verdict
from tests.builders import (
    ANNA,
    DANA,
    NOW,
    OWNER,
    ROME,
    ThreadChanges,
    a_policy,
    a_reply,
    a_resume,
    a_sent,
    a_snooze,
    a_stop,
    a_thread,
    an_address,
    june,
    some_evidence,
)

PLANS = {**BUILT_IN, "Big Jobs": Plan(name="Big Jobs", steps=())}
POLICY = a_policy()


def plus(detail: str) -> tuple[Message, ...]:
    """A mail of Dana's, a copy of which went unseen to her address with that detail."""
    return (a_sent(june(1), subaddresses=(an_address(f"dana+{detail}@studio.example"),)),)


def orders(*messages: Message, **changes: Unpack[ThreadChanges]) -> list[tuple[OrderKind, str]]:
    """What is ordered in the thread of these mails, and by what."""
    thread = with_orders_by_mail(a_thread(*messages, **changes), POLICY)
    return [(order.kind, order.by) for order in thread.orders]


def verdict(thread: Thread) -> Verdict:
    """What holds for a thread now, its mail's orders among all others."""
    found = decide(with_orders_by_mail(thread, POLICY), POLICY, some_evidence(), NOW)
    assert found is not None
    return found


# ------------------------------------------------------------------------------------------ the grammar


@pytest.mark.parametrize(
    ("detail", "wait"),
    [
        ("5d", After(count=5, unit=Unit.DAYS)),
        ("1D", After(count=1, unit=Unit.DAYS)),
        ("2w", After(count=2, unit=Unit.WEEKS)),
        ("5wd", After(count=5, unit=Unit.WORKING_DAYS)),
        ("5bd", After(count=5, unit=Unit.WORKING_DAYS)),
        ("36h", After(count=36, unit=Unit.HOURS)),
        ("friday", OnNext(weekday=4)),
        ("Fri", OnNext(weekday=4)),
        ("tues", OnNext(weekday=1)),
    ],
)
def test_a_wait(detail: str, wait: Timing) -> None:
    """A number with its unit, or a weekday."""
    assert words_of(detail, PLANS) == (Word(kind=OrderKind.WAIT, wait=wait),)


@pytest.mark.parametrize(
    ("detail", "plan"),
    [("project", "project"), ("Lost", "lost"), ("big-jobs", "Big Jobs"), ("BIG.JOBS", "Big Jobs")],
)
def test_a_plan(detail: str, plan: str) -> None:
    """By its name, in any case; a blank in it may be written as any sign that an address can hold."""
    assert words_of(detail, PLANS) == (Word(kind=OrderKind.PLAN, plan=plan),)


@pytest.mark.parametrize("detail", ["stop", "STOP"])
def test_stop(detail: str) -> None:
    """The thread is to be left alone."""
    assert words_of(detail, PLANS) == (Word(kind=OrderKind.STOP),)


def test_two_words() -> None:
    """Both are heard."""
    kinds = [word.kind for word in words_of("project+5d", PLANS)]

    assert kinds == [OrderKind.PLAN, OrderKind.WAIT]


@pytest.mark.parametrize(
    "detail",
    [
        "",
        "+",
        "work",
        "snooze",
        "0d",
        "d",
        "5",
        "5x",
        "-5d",
        "5 d",
        "3651d",
        "522w",
        "fr",
        "fridays",
        "5d+work",
        "٣d",
        "x" * 99,
    ],
)
def test_no_order(detail: str) -> None:
    """Owners sort their mail by such addresses: what isn't known says nothing, nor do its neighbours."""
    assert words_of(detail, PLANS) == ()


@given(st.text(max_size=80))
def test_any_detail(detail: str) -> None:
    """Anybody can write anything there."""
    assert all(word.kind in OrderKind for word in words_of(detail, PLANS))


# --------------------------------------------------------------------------------- whose, and how often


@pytest.mark.parametrize(
    "mail",
    [
        a_sent(june(1), subaddresses=(an_address("Dana+STOP@studio.example"),)),
        a_sent(june(1), to=(ANNA, an_address("dana+stop@studio.example"))),
        a_sent(june(1), cc=(an_address("dana+stop@studio.example"),)),
        a_sent(june(1), to=(an_address("dana+stop@studio.example"),)),
        a_sent(june(1), places=frozenset({Role.INBOX}), subaddresses=(an_address("dana+stop@studio.example"),)),
    ],
    ids=["unseen", "to", "cc", "to nobody else", "no copy in Sent"],
)
def test_a_mail_of_the_owners(mail: Message) -> None:
    """However the copy was addressed, and wherever it lies."""
    [(kind, by)] = orders(mail)

    assert (kind, by.casefold()) == (OrderKind.STOP, "dana+stop@studio.example")


def test_an_address_named_twice() -> None:
    """One order, told with its mail and its moment."""
    address = an_address("dana+stop@studio.example")
    mail = a_sent(june(1), cc=(address,), subaddresses=(address, an_address("DANA+stop@studio.example")))

    thread = with_orders_by_mail(a_thread(mail), POLICY)

    [order] = thread.orders
    assert (order.kind, order.at, order.source) == (OrderKind.STOP, june(1), mail.id)


@pytest.mark.parametrize(
    "mail",
    [
        a_reply(june(2), to=(an_address("dana+stop@studio.example"),)),
        a_reply(june(2), subaddresses=(an_address("dana+stop@studio.example"),)),
        a_sent(june(1), sender=ANNA, subaddresses=(an_address("dana+stop@studio.example"),)),
        a_sent(june(1), places=frozenset({Role.JUNK}), subaddresses=(an_address("dana+stop@studio.example"),)),
        a_sent(june(1), places=frozenset({Role.DRAFTS}), subaddresses=(an_address("dana+stop@studio.example"),)),
        a_sent(june(1), subaddresses=(an_address("anna+stop@client.example"),)),
        a_sent(june(1), to=(an_address("anna+stop@client.example"),)),
        a_sent(june(1), subaddresses=(an_address("dana+work@studio.example"),)),
    ],
    ids=["theirs", "theirs, unseen", "filed", "in Junk", "unsent", "their address", "to their address", "a folder"],
)
def test_what_is_no_order(mail: Message) -> None:
    """Anybody can write to a plus-address; only the owner orders by it, and only by their own."""
    assert orders(a_sent(june(1, 9)), mail) == []


def test_a_domain_of_the_owners() -> None:
    """Patterns count as the addresses they stand for."""
    owner = Owner(name="Dana", addresses=("*@studio.example",), zone=ROME)
    mail = a_sent(june(1), subaddresses=(an_address("office+2w@studio.example"),))

    thread = with_orders_by_mail(a_thread(mail), replace(POLICY, owner=owner))

    assert [order.wait for order in thread.orders] == [After(count=2, unit=Unit.WEEKS)]


def test_an_identity_with_a_plus() -> None:
    """An address that the config names in full is an address, whatever stands in it."""
    owner = Owner(name="Dana", addresses=("dana@studio.example", "Dana+Lost@studio.example"), zone=ROME)
    mail = a_sent(june(1), cc=(an_address("dana+lost@studio.example"),))

    assert with_orders_by_mail(a_thread(mail), replace(POLICY, owner=owner)).orders == ()


def test_among_other_orders() -> None:
    """Each stands where it belongs in time."""
    found = orders(*plus("stop"), orders=(a_resume(june(2)), a_resume(june(1, 1))))

    assert found == [(OrderKind.RESUME, ""), (OrderKind.STOP, "dana+stop@studio.example"), (OrderKind.RESUME, "")]


def test_a_clock_that_runs_ahead() -> None:
    """An order is no later than the server had its mail, so that a command given after it counts."""
    mail = a_sent(june(3), received=june(1), subaddresses=(an_address("dana+stop@studio.example"),))

    thread = with_orders_by_mail(a_thread(mail, orders=(a_resume(june(2)),)), POLICY)

    assert thread.stopped_by is None


# -------------------------------------------------------------------------------------- what follows


def test_five_days() -> None:
    """The first step falls due five days after the mail, a day off passed over, and `show` says why."""
    held = verdict(a_thread(*plus("8d")))
    due = held.due

    assert due is not None
    assert due.reached.isoformat() == "2026-06-09"
    assert "you ordered on 2026-06-01 when its first step falls due, by dana+8d@studio.example" in map(str, held.why)


@pytest.mark.parametrize(
    ("detail", "due"), [("36h", "2026-06-03"), ("2wd", "2026-06-03"), ("mon", "2026-06-08"), ("tuesday", "2026-06-02")]
)
def test_other_waits(detail: str, due: str) -> None:
    """Hours, working days, weekdays; the same weekday is that of next week."""
    found = verdict(a_thread(*plus(detail)))

    assert found.due is not None
    assert POLICY.calendar.day_of(found.due.at).isoformat() == due


def test_the_step_after() -> None:
    """A wait is for the first step; what is sent later counts as the plan says."""
    mail = plus("3wd")
    held = verdict(a_thread(*mail, a_sent(june(12), answering=mail[0])))

    assert held.due is not None
    assert held.due.reached.isoformat() == "2026-06-17"


def test_a_mail_dated_ahead_of_its_arrival() -> None:
    """The wait is the mail's own, though the order is as old as its arrival."""
    mail = a_sent(june(11, 12), received=june(11, 11), subaddresses=(an_address("dana+9d@studio.example"),))
    held = verdict(a_thread(mail))

    assert held.due is not None
    assert held.due.reached.isoformat() == "2026-06-20"


def test_a_plan_by_mail() -> None:
    """It governs, and who said so is told."""
    held = verdict(a_thread(*plus("lost")))

    assert (held.plan, str(held.why[0])) == ("lost", "plan lost: you ordered it, by dana+lost@studio.example")


def test_a_stop_by_mail() -> None:
    """It's left alone."""
    held = verdict(a_thread(*plus("stop")))

    assert (held.state, str(held.reason)) == (
        State.STOPPED,
        "you stopped it on 2026-06-01, by dana+stop@studio.example",
    )


def test_a_stop_beside_a_wait() -> None:
    """Who says both wants it left alone."""
    assert verdict(a_thread(*plus("5d+stop"))).state is State.STOPPED


@pytest.mark.parametrize("before", [a_stop(june(1, 1)), a_snooze(june(1, 1), until=june(30).date())])
def test_a_wait_after_a_stop(before: Order) -> None:
    """The later word counts: it's followed up again."""
    assert verdict(a_thread(*plus("5d"), orders=(before,))).state is State.WAITING


def test_a_stop_after_a_wait() -> None:
    """… and the other way round."""
    assert verdict(a_thread(*plus("5d"), orders=(a_stop(june(2)),))).state is State.STOPPED


def test_somebody_who_never_wrote() -> None:
    """An order overrules whom the config tracks."""
    policy = a_policy(tracking=Tracking(who=Who.TAGGED))
    thread = with_orders_by_mail(a_thread(*plus("30d"), acquainted=frozenset()), policy)

    held = decide(thread, policy, some_evidence(), NOW)

    assert held is not None
    assert held.state is State.WAITING


def test_an_answer_to_a_mail_with_a_wait() -> None:
    """It's an answer as any."""
    mail = plus("5d")

    assert verdict(a_thread(*mail, a_reply(june(2), answering=mail[0]))).state is State.ANSWERED


def test_a_clock_that_is_behind() -> None:
    """What a reply orders counts from the reply, though by its date it's older than what it answers."""
    asked = a_reply(june(5, 12))
    mail = a_sent(
        june(5, 11), received=june(5, 13), answering=asked, subaddresses=(an_address("dana+9d@studio.example"),)
    )

    held = verdict(a_thread(asked, mail))

    assert held.due is not None
    assert held.due.reached.isoformat() == "2026-06-14"


def test_a_note_to_oneself() -> None:
    """A mail to nobody but the plus-address orders what is to be done with the thread as it is."""
    offer = a_sent(june(1))
    note = a_sent(june(10), answering=offer, to=(an_address("dana+9d@studio.example"),))

    held = verdict(a_thread(offer, note))

    assert held.anchor == offer
    assert held.due is not None
    assert held.due.reached.isoformat() == "2026-06-19"


def test_an_order_from_before_us() -> None:
    """Whether an old one was carried out long ago, nobody knows: it's listed as any old silence."""
    old = a_sent(june(1) - timedelta(days=300), subaddresses=(an_address("dana+5d@studio.example"),))

    assert verdict(a_thread(old)).state is State.HELD


def test_a_slip_of_the_pen() -> None:
    """An address that orders nothing is told in `show`."""
    held = verdict(a_thread(*plus("porject")))

    told = "your mail of 2026-06-01 went to dana+porject@studio.example, which is no order that is known"
    assert told in map(str, held.why)


def test_a_slip_in_the_clients_mail() -> None:
    """What others write to is no order of the owner's, and no slip."""
    asked = a_reply(june(2), to=(an_address("dana+work@studio.example"),))
    held = verdict(a_thread(asked, orders=(a_resume(june(3)),)))

    assert not any("no order" in str(reason) for reason in held.why)


def test_mail_without_a_plus() -> None:
    """It orders nothing, and nothing is wrong with it."""
    assert (orders(a_sent(june(1))), unheard_in(a_sent(june(1), cc=(DANA,)), POLICY)) == ([], ())


def test_the_owners_details() -> None:
    """What stands behind the first plus."""
    details = [
        OWNER.detail_of(an_address(e)) for e in ("dana+a+b@studio.example", "dana@studio.example", "x+y@z.example")
    ]

    assert details == ["a+b", "", ""]

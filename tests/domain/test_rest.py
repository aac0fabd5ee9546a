"""How long a thread may be left alone after its verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from crickets.domain.decide import decide
from crickets.domain.kinship import bonds
from crickets.domain.message import Message
from crickets.domain.policy import Policy
from crickets.domain.rest import Rest, rest_of
from crickets.domain.thread import DraftState, Thread
from crickets.domain.turn import waits_from
from crickets.domain.verdict import State
from tests.builders import (
    ANNA,
    FIRST_READ,
    NOW,
    a_calendar,
    a_draft,
    a_plan_order,
    a_policy,
    a_reply,
    a_rule,
    a_sent,
    a_snooze,
    a_stop,
    a_thread,
    an_address,
    as_listed,
    june,
    some_evidence,
)

OFFER = a_sent(june(16))
POLICY = a_policy()


def rest(thread: Thread, *, policy: Policy = POLICY, now: datetime = NOW, whole: bool = True) -> Rest | None:
    """How a thread rests, Anna having been looked for elsewhere."""
    evidence = some_evidence(now, whole=whole)
    verdict = decide(thread, policy, evidence, now)
    turn_at = waits_from(thread, policy, evidence, now)
    return rest_of(thread, verdict, policy.calendar, now, turn_at=turn_at, people=(ANNA,))


def test_a_silent_client() -> None:
    """The thread is looked at each day, and when anybody of the client's bonds writes."""
    assert rest(a_thread(OFFER)) == Rest(
        until=june(18, 0), due_at=june(22, 8, 30), state=State.WAITING, since=OFFER.sent_at, listens_for=bonds(ANNA)
    )


def test_the_day_on_which_a_step_falls_due() -> None:
    """It wakes at the hour of the drafts."""
    found = rest(a_thread(a_sent(june(8))), now=june(15, 7))

    assert found is not None
    assert found.until == june(15, 8, 30)


def test_a_step_that_is_due() -> None:
    """It's to be laid, or stands in line: then it's looked at each hour, and listed as held."""
    due = a_sent(june(8))
    found = rest(a_thread(due))

    assert found == Rest(
        until=NOW + timedelta(hours=1),
        due_at=june(15, 8, 30),
        state=State.HELD,
        since=due.sent_at,
        in_line=True,
        listens_for=bonds(ANNA),
    )


@pytest.mark.parametrize(
    "mail",
    [
        replace(OFFER, subaddresses=(an_address("dana+porject@studio.example"),)),
        replace(OFFER, too_large=True),
        replace(OFFER, refused=("2026-014.pdf: the PDF is encrypted",)),
    ],
)
def test_what_the_owner_should_hear_of(mail: Message) -> None:
    """For a week the thread is looked at each time: of those that rest `status` needn't look at each."""
    followed = a_thread(mail, orders=(a_plan_order(june(3, 7), "negotiation"),))
    ignored = a_thread(mail, acquainted=frozenset())

    assert (rest(followed), rest(ignored)) == (None, None)
    assert rest(ignored, now=june(24)) is not None


def test_a_mail_too_large_where_the_owner_wants_to_hear_nothing() -> None:
    """A thread that they stopped rests at once."""
    assert rest(a_thread(replace(OFFER, too_large=True), orders=(a_stop(june(17, 7)),))) is not None


def test_a_draft_that_lies_there() -> None:
    """What becomes of it is looked for each hour."""
    draft = a_draft(june(15, 8, 30), parent=OFFER)
    found = rest(a_thread(replace(OFFER, received=june(8), date=june(8)), drafts=(draft,), lying=(as_listed(draft),)))

    assert found is not None
    assert (found.state, found.until) == (State.DRAFTED, NOW + timedelta(hours=1))


@pytest.mark.parametrize("state", [DraftState.LAID, DraftState.EDITED])
def test_a_draft_that_an_answer_has_overtaken(state: DraftState) -> None:
    """It's to be taken back, or to be told of."""
    draft = a_draft(june(15, 8, 30), parent=OFFER, state=state)

    assert rest(a_thread(OFFER, a_reply(june(17, 8)), drafts=(draft,))) is None


def test_a_mailbox_in_doubt() -> None:
    """The next reading may put it right."""
    assert rest(a_thread(a_sent(june(8))), whole=False) is None


def test_an_answer() -> None:
    """Nothing is to come, until it has waited for a working day: then it's the owner's turn."""
    answer = a_reply(june(16, 18))
    thread = a_thread(replace(OFFER, date=june(16, 9), received=june(16, 9)), answer)

    soon, late = rest(thread, now=june(17, 9)), rest(thread, now=june(18, 9))

    assert (soon and (soon.state, soon.until, soon.turn_since)) == (State.ANSWERED, june(17, 18), None)
    assert (late and (late.until, late.turn_since)) == (None, answer.received)


def test_mail_that_nobody_followed_up() -> None:
    """It has no verdict until it has waited long enough; what the owner writes to its author may be an answer."""
    assert rest(a_thread(a_reply(NOW - timedelta(hours=2)))) == Rest(
        until=NOW + timedelta(hours=22), listens_for=bonds(ANNA)
    )


def test_what_is_over() -> None:
    """It rests for as long as nothing is learnt of it."""
    for thread in (
        a_thread(OFFER, orders=(a_stop(june(17, 7)),)),
        a_thread(OFFER, acquainted=frozenset()),
        a_thread(a_sent(FIRST_READ - timedelta(days=31))),
    ):
        found = rest(thread)
        assert found is not None
        assert found.until is None or found.is_old is False
    old = rest(a_thread(a_sent(FIRST_READ - timedelta(days=31))))
    assert old == Rest(state=State.HELD, is_old=True, since=FIRST_READ - timedelta(days=31), listens_for=bonds(ANNA))


def test_a_snooze() -> None:
    """It ends when its day begins, whatever the hour of the drafts is."""
    found = rest(a_thread(OFFER, orders=(a_snooze(june(17, 7), until=june(20).date()),)))

    assert found is not None
    assert (found.state, found.until) == (State.SNOOZED, june(20, 0))


def test_a_calendar_without_working_days() -> None:
    """There's a day to look at it again all the same."""
    policy = a_policy(calendar=a_calendar(working_days=frozenset()), rules=(a_rule("project"),))

    assert rest(a_thread(OFFER), policy=policy) is not None


def test_a_date_far_ahead() -> None:
    """It counts from the day that it comes; nobody knows what that changes."""
    assert rest(a_thread(a_sent(june(16), date=NOW + timedelta(days=3), received=june(16)))) is None

"""Clocks that are wrong: the owner's mail client's, and ours."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from crickets.domain.decide import decide
from crickets.domain.message import Message
from crickets.domain.thread import OrderKind, Thread
from crickets.domain.verdict import State, Verdict
from tests.builders import (
    NOW,
    a_draft,
    a_policy,
    a_reply,
    a_resume,
    a_sent,
    a_snooze,
    a_stop,
    a_thread,
    june,
    some_evidence,
)

A_TICK = timedelta(microseconds=1)


def ruled(thread: Thread, now: datetime = NOW) -> Verdict:
    """The verdict on a thread; the mailbox was read just now."""
    verdict = decide(thread, a_policy(), some_evidence(now), now)
    assert verdict is not None
    return verdict


def dated(ahead: timedelta) -> Message:
    """A mail that the server had on the 16th, with a date so far ahead of that."""
    return a_sent(june(16), date=june(16) + ahead)


@pytest.mark.parametrize(
    ("ahead", "due"),
    [
        (timedelta(hours=-1), june(22, 8, 30)),  # the 21st is a Sunday
        (timedelta(days=1), june(22, 8, 30)),
        (timedelta(days=1, hours=20), june(23, 8, 30)),  # hours ahead of now: it's waited for
        (timedelta(days=3), june(22, 8, 30)),
        (timedelta(days=365), june(22, 8, 30)),
    ],
)
def test_a_mail_from_the_future(ahead: timedelta, due: datetime) -> None:
    """Its step counts from the day on which the server had it; for a day or so its own date can be waited for."""
    verdict = ruled(a_thread(dated(ahead)))

    assert (verdict.state, verdict.next_at) == (State.WAITING, due)


def test_an_answer_to_a_mail_from_the_future() -> None:
    """It's an answer."""
    assert ruled(a_thread(dated(timedelta(days=99)), a_reply(june(17, 8)))).state is State.ANSWERED


def test_an_order_at_the_moment_of_another() -> None:
    """The one that was given later counts."""
    stop, resume = a_stop(june(16)), a_resume(june(16))
    thread = a_thread(a_sent(june(10)), orders=(stop, resume))

    assert thread.last_order(OrderKind.STOP, OrderKind.RESUME) == resume


@pytest.mark.parametrize(
    "thread",
    [
        a_thread(a_sent(june(10)), a_reply(june(16), date=june(30))),
        a_thread(a_sent(june(10)), orders=(a_snooze(june(16), until=date(2026, 7, 1)),)),
        a_thread(a_sent(june(10)), drafts=(a_draft(june(16), parent=a_sent(june(10))),)),
        a_thread(a_sent(june(10)), drafts=(a_draft(june(15), parent=a_sent(june(10)), since=june(16)),)),
    ],
    ids=["mail", "an order", "a draft", "a draft's end"],
)
@pytest.mark.parametrize(
    ("now", "moment"),
    [(june(12), june(16) + A_TICK), (june(16), june(16) + A_TICK), (NOW, NOW)],
    ids=["set back", "at the same moment", "right"],
)
def test_what_is_done_in_a_thread(thread: Thread, now: datetime, moment: datetime) -> None:
    """It's done after all that is known of the thread by then, whatever the clock shows."""
    assert thread.not_before(now) == moment


def test_what_is_done_in_an_empty_thread() -> None:
    """Only the clock can tell when."""
    assert a_thread().not_before(NOW) == NOW

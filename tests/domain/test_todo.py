"""A call as it stands on the task list: its name, its words, its end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crickets.domain.decide import decide
from crickets.domain.digest import ToDo
from crickets.domain.errand import Concern, Errand, Word
from crickets.domain.message import Message
from crickets.domain.plans import After, Do, Plan, Step, Unit
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.todo import Chore, Ending, Listed, Mark, chore_of, ending_of, thread_of, uids_done
from crickets.domain.verdict import State, Verdict
from tests.builders import (
    ANNA,
    NOW,
    THREAD,
    a_done,
    a_policy,
    a_resume,
    a_sent,
    a_thread,
    june,
    some_evidence,
)

STEPS = (
    Step(timing=After(count=5, unit=Unit.DAYS), do=Do.CALL, note="ask for the key"),
    Step(timing=After(count=2, unit=Unit.DAYS), do=Do.TASK),
)
POLICY = a_policy(plans={name: Plan(name=name, steps=STEPS) for name in ("negotiation", "cold")})
SENT = a_sent(june(3))
MAILBOX = "dana@imap.example.org"
ERRAND = Errand(phone="+39061234567", concerns=(Concern(day=june(4).date()),), last=(Word(day=june(3).date()),))


def the_verdict(thread: Thread) -> Verdict:
    """What is decided of the thread: a call or a task is due."""
    verdict = decide(thread, POLICY, some_evidence(), NOW)
    assert verdict is not None
    assert verdict.state is State.TASK
    return verdict


def the_chore(thread: Thread, *, mailbox: str = MAILBOX, errand: Errand = ERRAND) -> Chore:
    """It as it belongs on the list."""
    chore = chore_of(thread, the_verdict(thread), errand, POLICY, mailbox)
    assert chore is not None
    return chore


def a_call(sent: Message = SENT) -> Thread:
    """A thread in which a call is due."""
    return a_thread(sent)


def test_a_call() -> None:
    """It says whom to call on what, since when, and all that there is to know."""
    chore = the_chore(a_call())

    assert (chore.due, chore.silent_days) == (june(8).date(), 14)
    assert chore.told == ToDo(
        thread=THREAD,
        client=ANNA,
        subject="The new site",
        do=Do.CALL,
        phone="+39061234567",
        note="ask for the key",
        concerns=ERRAND.concerns,
        last=ERRAND.last,
    )


def test_one_step() -> None:
    """Its name is the same whenever it's looked at, and whatever has been learnt since."""
    later = replace(a_call(), elsewhere=(a_sent(june(2)),))

    assert the_chore(later, errand=Errand()).uid == the_chore(a_call()).uid


@pytest.mark.parametrize(
    "other",
    [
        a_call(a_sent(june(4))),
        a_thread(SENT, orders=(a_resume(june(4)),)),
        a_thread(SENT, orders=(a_done(june(9), step=0),)),
        a_thread(SENT, id=ThreadId("zzzz")),
    ],
    ids=["another mail", "a count begun anew", "another step", "another thread"],
)
def test_another_step(other: Thread) -> None:
    """It has another name."""
    assert the_chore(other).uid != the_chore(a_call()).uid


def test_another_plan() -> None:
    """Its steps have other names."""
    verdict = replace(the_verdict(a_call()), plan="project")
    other = chore_of(a_call(), verdict, ERRAND, POLICY, MAILBOX)

    assert other is not None
    assert other.uid != the_chore(a_call()).uid


def test_the_thread_of_a_name() -> None:
    """It's told by the name alone, and only for the mailbox that it's from."""
    uid = the_chore(a_call()).uid

    assert thread_of(uid, MAILBOX) == THREAD
    assert thread_of(uid, "dana@elsewhere.example") is None
    assert thread_of(f"{uid}.ics", MAILBOX) is None
    assert thread_of("9a1b2c3d-1111-2222", MAILBOX) is None


def test_what_is_done_by_command() -> None:
    """The name of the step that was done is found again from the thread; an order for no step names none."""
    before = the_chore(a_call()).uid
    thread = a_thread(SENT, orders=(a_done(june(9), step=0), a_done(june(1)), a_resume(june(1))))
    begun = the_chore(a_thread(SENT, orders=(a_resume(june(1)),))).uid

    assert uids_done(thread, the_verdict(thread), MAILBOX) == {begun}
    assert uids_done(a_call(), the_verdict(a_call()), MAILBOX) == frozenset()
    assert before != begun


@pytest.mark.parametrize(
    ("mark", "touched", "answered", "snoozed", "done"),
    [
        (Mark.OPEN, "", Ending.REMOVE, Ending.REMOVE, Ending.TICK),
        (Mark.OPEN, "touched", Ending.TICK, None, Ending.TICK),
        (Mark.DONE, "", None, None, None),
        (Mark.CLOSED, "touched", None, None, None),
    ],
)
def test_one_that_is_no_longer_due(
    mark: Mark, touched: str, answered: Ending | None, snoozed: Ending | None, done: Ending | None
) -> None:
    """What is done is ticked, what is overtaken goes, what the owner has put something into stays; and all once."""
    listed = Listed(uid="a", mark=mark, touched=bool(touched))

    assert ending_of(listed, State.ANSWERED, done=False) is answered
    assert ending_of(listed, None, done=False) is answered
    assert ending_of(listed, State.SNOOZED, done=False) is snoozed
    assert ending_of(listed, State.WAITING, done=True) is done


def test_a_verdict_that_lacks_something() -> None:
    """Nothing is put on the list of which it isn't known what it is, for whom, or since when."""
    whole = the_verdict(a_call())
    lacking = replace(whole, planned=None), replace(whole, client=None), replace(whole, due=None)

    for verdict in (*lacking, replace(whole, anchor=None)):
        assert chore_of(a_call(), verdict, ERRAND, POLICY, MAILBOX) is None

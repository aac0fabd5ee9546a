"""How fast a client answers, and what that changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from crickets.domain.decide import decide
from crickets.domain.message import Message
from crickets.domain.pace import HABIT, Pace, in_days, pace_of
from crickets.domain.plans import BUILT_IN, Pacing
from crickets.domain.policy import Policy
from crickets.domain.remarks import Expectation, Remarks
from crickets.domain.thread import Draft, DraftState
from crickets.domain.verdict import Verdict
from tests.builders import (
    ANNA,
    BEN,
    NOW,
    OWNER,
    a_draft,
    a_policy,
    a_reply,
    a_sent,
    a_thread,
    ago,
    an_id,
    some_evidence,
)

DAY = timedelta(days=1)


def exchanged(*days: float) -> Iterator[Message]:
    """Mails to Anna that she answered after so many days each, and one that she never answered."""
    for n, wait in enumerate(days):
        own = a_sent(ago(days=100 - n), id=an_id(f"own {n}"))
        yield own
        yield a_reply(ago(days=100 - n - wait), id=an_id(f"answer {n}"), answering=own)
    yield a_sent(ago(days=60), id=an_id("own last"))


def test_a_habit() -> None:
    """It's told by the mails that the answers name, in the order of how long they took."""
    pace = pace_of(ANNA, exchanged(3, 1, 2, 10, 4, 5), OWNER)

    assert pace is not None
    assert pace.took == tuple(days * DAY for days in (1, 2, 3, 4, 5, 10))
    assert (pace.median, pace.ninetieth) == (4 * DAY, 10 * DAY)


def test_no_habit_yet() -> None:
    """Of four answers nobody knows the fifth."""
    assert pace_of(ANNA, exchanged(*range(1, HABIT)), OWNER) is None


def test_who_did_not_answer() -> None:
    """What somebody else wrote, and what names none of the owner's mails, is no answer of the client's."""
    mails = tuple(exchanged(1, 1, 1, 1, 1))
    from_ben = tuple(replace(m, sender=BEN) if m.sender == ANNA else m for m in mails)
    of_itself = tuple(replace(m, parents=()) if m.sender == ANNA else m for m in mails)

    assert pace_of(ANNA, mails, OWNER) is not None
    assert pace_of(ANNA, from_ben, OWNER) is None
    assert pace_of(ANNA, of_itself, OWNER) is None


def test_a_mail_that_needed_no_answer() -> None:
    """Who writes in the same thread months after a word of thanks has kept nobody waiting."""
    thanks = replace(a_sent(ago(days=99), id=an_id("thanks")), remarks=Remarks(expectation=Expectation(answer=False)))
    anew = a_reply(ago(days=9), id=an_id("anew"), answering=thanks)
    pace = pace_of(ANNA, (*exchanged(1, 1, 1, 1, 1), thanks, anew), OWNER)

    assert pace is not None
    assert pace.took == 5 * (DAY,)


def test_an_answer_before_the_mail() -> None:
    """A clock was ahead: it took no time."""
    pace = pace_of(ANNA, exchanged(-1, 1, 1, 1, 1), OWNER)

    assert pace is not None
    assert pace.took[0] == timedelta(0)


@pytest.mark.parametrize(("days", "slow"), [(4.9, False), (5, True)])
def test_habitually_slow(days: float, *, slow: bool) -> None:
    """Who mostly takes longer than a follow-up waits."""
    assert Pace(took=(DAY, days * DAY, 9 * DAY)).slow == slow


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "an hour"), (0.5, "an hour"), (1.2, "2 hours"), (48, "48 hours"), (48.5, "3 days"), (72, "3 days")],
)
def test_in_words(hours: float, words: str) -> None:
    """Rounded up, so that it holds."""
    assert in_days(timedelta(hours=hours)) == words


# ------------------------------------------------------------------------------------- what it changes

ADAPTIVE = a_policy(plans={**BUILT_IN, "negotiation": replace(BUILT_IN["negotiation"], pace=Pacing.ADAPTIVE)})
SLOWLY = Pace(took=tuple(days * DAY for days in (2, 3, 8, 9, 11.5)))
OFFER = a_sent(datetime(2026, 6, 1, 9, tzinfo=UTC))


def verdict_on(pace: Pace | None, policy: Policy, *, drafts: tuple[Draft, ...] = ()) -> Verdict:
    """The verdict on a week and some days of silence by somebody with that pace."""
    verdict = decide(replace(a_thread(OFFER, drafts=drafts), pace=pace), policy, some_evidence(), NOW)
    assert verdict is not None
    return verdict


def due_on(verdict: Verdict) -> date | None:
    """The day in Rome on which its next step falls due."""
    return None if verdict.due is None else verdict.due.at.date()


def test_an_adaptive_plan() -> None:
    """Its first step waits for nine in ten of the client's answers, and for a working day's opening after that."""
    verdict = verdict_on(SLOWLY, ADAPTIVE)

    assert due_on(verdict) == date(2026, 6, 15)  # 11.5 days later it's the evening of Friday the 12th
    told = [str(reason) for reason in verdict.why]
    assert "Anna Rossi has answered 5 of your mails so far: half within 8 days, nine in ten within 12 days" in told
    assert "plan and habit: step 1 waits until nine in ten of Anna Rossi's answers would have come" in told
    assert any(line.startswith("Anna Rossi is habitually slow") for line in told)


@pytest.mark.parametrize("pace", [None, Pace(took=(DAY,) * 5)])
def test_an_adaptive_plan_of_a_quick_client(pace: Pace | None) -> None:
    """Nothing is done sooner than the plan says."""
    assert due_on(verdict_on(pace, ADAPTIVE)) == date(2026, 6, 8)


def test_a_plan_that_is_not_adaptive() -> None:
    """The client's pace is told, and changes nothing."""
    verdict = verdict_on(SLOWLY, a_policy())

    assert due_on(verdict) == date(2026, 6, 8)
    assert not any("waits until nine in ten" in str(reason) for reason in verdict.why)


def test_the_second_step_of_an_adaptive_plan() -> None:
    """It's the first only that waits."""
    sent = replace(a_draft(datetime(2026, 6, 8, 7, tzinfo=UTC), parent=OFFER), state=DraftState.SENT)
    verdict = verdict_on(SLOWLY, ADAPTIVE, drafts=(replace(sent, sent_as=OFFER.id),))

    assert verdict.step == 1
    assert not any("waits until nine in ten" in str(reason) for reason in verdict.why)


def test_an_answered_thread() -> None:
    """Of a client who has answered nobody asks how fast they are."""
    thread = replace(a_thread(OFFER, a_reply(ago(days=1), answering=OFFER)), pace=SLOWLY)
    verdict = decide(thread, ADAPTIVE, some_evidence(), NOW)

    assert verdict is not None
    assert not any("has answered" in str(reason) for reason in verdict.why)

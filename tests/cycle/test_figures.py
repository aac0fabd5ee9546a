"""How a mailbox stands in figures: as `status` would count it, of which the most is never looked at."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

import pytest

from crickets.domain.verdict import Reason, State
from crickets.errors import LedgerUnusable
from crickets.health.figures import AccountFigures, Figures
from crickets.service import log
from crickets.service.application import Application
from crickets.service.measures import Measures, standing_of
from crickets.service.overview import overview_of
from crickets.service.ports import Ledger
from crickets.service.tally import Result, Tally
from crickets.service.unwatched import Unwatched
from tests.cycle.stage import ME, Stage, a_message, a_reply, days_ago, days_later


@pytest.fixture
def stage_of_many(quick_stage: Stage) -> Stage:
    """Five clients who are due, and a draft a day; one silent for too long, and one who waits for Dana."""
    quick_stage.cap = 1
    for days in (7, 10, 6, 9, 8, 400):
        client = f"Client {days} <c{days}@client.example>"
        asked = a_message(client, ME, f"Subject {days}", at=days_ago(days + 10))
        quick_stage.box.put("INBOX", asked)
        quick_stage.box.put("Sent", a_message(ME, client, at=days_ago(days), reply_to=asked))
    other = a_message("Ben <ben@other.example>", ME, "Another", at=days_ago(20))
    mine = a_message(ME, "Ben <ben@other.example>", at=days_ago(12), reply_to=other)
    for mail in (other, a_reply(mine, at=days_ago(3))):
        quick_stage.box.put("INBOX", mail)
    quick_stage.box.put("Sent", mine)
    return quick_stage


def test_as_it_is_counted_one_by_one(stage_of_many: Stage) -> None:
    """What rests is counted as if each thread were looked at; what is held, by its reason."""
    stage_of_many.look()
    with stage_of_many.application() as app:
        policy, now = app.settings.policy, app.clock()
        assert list(app.ledger.awake("work", now)) == []
        standing = standing_of(app.ledger, "work", policy, now)
        whole = overview_of(app.ledger, app.accounts, policy, now)

    states = Counter(verdict.state for verdict in whole.threads)
    reasons = Counter(v.reason.reason for v in whole.threads if v.state is State.HELD)
    assert standing.threads == {state.value: states[state] for state in State}
    assert standing.held == {reason.name.lower(): number for reason, number in reasons.items()}
    assert standing.held == {Reason.DAILY_CAP.name.lower(): 4, Reason.OLDER_THAN_SINCE.name.lower(): 1}
    assert (standing.drafts_waiting, standing.your_turn) == (1, len(whole.your_turn))
    assert standing.your_turn == 1
    assert standing.read_up_to == whole.accounts[0].evidence.read_up_to
    assert standing.problems == frozenset(whole.problems)


def test_who_has_waited_for_long(quick_stage: Stage) -> None:
    """They're counted with the others, of whom some are listed; an old one is no turn that isn't listed yet."""
    for days in (20, 19, 18):
        old = a_message(f"c{days}@old.example", ME, f"Subject {days}", at=days_ago(days))
        quick_stage.box.put("INBOX", old, at=days_ago(days))
    quick_stage.look()
    for days in (8, 9):
        new = a_message(f"c{days}@new.example", ME, f"Subject {days}", at=days_later(days))
        quick_stage.box.put("INBOX", new, at=days_later(days))
    for later in (14.9, 15.0):
        quick_stage.look(later)
    with quick_stage.application() as app:
        policy, now = app.settings.policy, app.clock()
        policy = replace(policy, tracking=replace(policy.tracking, since=timedelta(days=20)))
        assert list(app.ledger.awake("work", now)) == []
        some, none, every = (overview_of(app.ledger, app.accounts, policy, now, most=most) for most in (1, 0, None))

    assert [verdict.subject for verdict in some.your_turn] == ["Subject 8"]
    assert (some.turns_unlisted, len(some.old_turns), some.old_turns_unlisted, some.turns) == (1, 0, 3, 5)
    assert (none.your_turn, none.turns_unlisted, none.old_turns_unlisted) == ((), 2, 3)
    assert (len(every.recent_turns), len(every.old_turns), every.turns) == (2, 3, 5)


@dataclass(slots=True)
class Asked:
    """Figures that were asked for, and how they came to be written."""

    measures: Measures
    told: list[Figures]

    def page(self) -> AccountFigures | None:
        """What is told of the one account now, if anything."""
        if asyncio.run(self.measures.page()) is None:
            return None
        [account] = self.told[-1].accounts
        return account


def measured(app: Application) -> Asked:
    """The figures of an application in which nothing was counted yet."""
    told: list[Figures] = []

    def text_of(figures: Figures) -> bytes:
        told.append(figures)
        return b""

    tally = Tally(app.clock)
    policy = app.settings.policy
    made = Measures(accounts=("work",), tally=tally, ledger=app.ledger, policy=policy, clock=app.clock, text_of=text_of)
    return Asked(made, told)


def test_before_anything_was_read(quick_stage: Stage) -> None:
    """All that is counted is nothing; how old the evidence is, nobody can say."""
    with quick_stage.application() as app:
        told = measured(app).page()

    assert told is not None
    assert (told.evidence_age, told.last_good_at, told.held) == (None, None, {})
    assert told.passes == {"good": 0, "doubtful": 0, "failed": 0}
    assert set(told.threads.values()) == {0}
    assert told.drafts["taken_back"] == 0


def test_after_a_pass(stage_of_many: Stage) -> None:
    """What the ledger knows is looked at anew; how old that is counts on meanwhile."""
    with stage_of_many.application() as app:
        asked = measured(app)
        before = asked.page()
        stage_of_many.clock.now = days_ago(0)
        session = app.session("work", Unwatched())
        session.look()
        session.close()
        unseen = asked.page()
        asked.measures.tally.passed("work", Result.GOOD, 1.0)
        after = asked.page()
        stage_of_many.clock.now = days_ago(-1)
        later = asked.page()

    assert before is not None
    assert unseen == before
    assert after is not None
    assert (after.drafts_waiting, after.passes["good"]) == (1, 1)
    assert after.evidence_age is not None
    assert later is not None
    assert later.evidence_age is not None
    assert (later.evidence_age - after.evidence_age).days == 1


class _Unreadable:
    """A ledger of which nothing can be read."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever is asked for
        raise LedgerUnusable("the disk is gone", remedy="Mend it.")


def test_a_ledger_that_cannot_be_read(stage_of_many: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    """What was known is told again; where nothing was, there is no page, and that is told once."""
    log.set_up(verbose=False, colours=False)
    stage_of_many.look()
    broken = cast("Ledger", _Unreadable())
    with stage_of_many.application() as app:
        asked, another = measured(app), measured(app)
        known = asked.page()
        asked.measures.ledger = another.measures.ledger = broken
        asked.measures.tally.passed("work", Result.FAILED, 1.0)
        again = asked.page()
        never = (another.page(), another.page())

    assert known is not None
    assert again is not None
    assert (again.threads, again.passes["failed"]) == (known.threads, 1)
    assert never == (None, None)
    told = [line for line in capsys.readouterr().err.splitlines() if "metrics.failed" in line]
    assert [line.split()[0] for line in told] == ["level=warning", "level=info"]

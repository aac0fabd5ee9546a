"""One client is silent in several threads: they get one draft at a time, the longest due first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest

from crickets.domain.calendar import Day
from crickets.domain.thread import Draft, DraftState
from crickets.domain.verdict import Reason, State
from crickets.errors import Transient
from crickets.service.outcome import Deed
from crickets.service.ports import Ledger
from crickets.service.unwatched import Unwatched
from tests.cycle.stage import CLIENT, ME, NOW, Stage, a_message, days_ago, days_later
from tests.fakes.mailbox import FakeMailbox, MemoryMailbox
from tests.servers.faults import Fault

SHOP = "The shop"
SITE = "The new site"
SIGN = "The sign"


@pytest.fixture
def stage_of_three(quick_stage: Stage) -> Stage:
    """Anna is silent in three threads, all due, in no order; Bea in one."""
    bea = "Bea Verdi <bea@client.example>"
    for days, subject, client in ((8, SHOP, CLIENT), (9, SITE, CLIENT), (7, SIGN, CLIENT), (6, "Bea's", bea)):
        asked = a_message(client, ME, subject, at=days_ago(20))
        quick_stage.box.put("INBOX", asked)
        quick_stage.box.put("Sent", a_message(ME, client, at=days_ago(days), reply_to=asked))
    return quick_stage


def told(stage: Stage) -> dict[str, str]:
    """Why each thread stands as it does."""
    return {verdict.subject: str(verdict.reason) for verdict in stage.overview().threads}


def test_three_threads_of_one_client(stage_of_three: Stage) -> None:
    """The longest due has its draft, and so has another client; the rest is held and says which thread it waits for."""
    outcome = stage_of_three.look()

    [site] = (done.thread for done in outcome.done if done.verdict.subject == SITE)
    assert sorted(stage_of_three.subjects) == ["Re: Bea's", f"Re: {SITE}"]
    behind = f"a draft to Anna Rossi lies in Drafts already ({site}); one at a time"
    assert (told(stage_of_three)[SHOP], told(stage_of_three)[SIGN]) == (behind, behind)
    assert {v.state for v in outcome.verdicts if v.subject in {SHOP, SIGN}} == {State.HELD}


def test_a_rehearsal(stage_of_three: Stage) -> None:
    """It shows what a pass would lay, and of the rest whose draft comes first."""
    outcome = stage_of_three.look(rehearsal=True)

    assert sorted(done.verdict.subject for done in outcome.done) == ["Bea's", SITE]
    assert {v.reason.reason for v in outcome.verdicts if v.state is State.HELD} == {Reason.ANOTHER_FIRST}


def test_the_draft_goes(stage_of_three: Stage) -> None:
    """Sent or thrown away: the next thread's is laid once that is known, and then the next."""
    stage = stage_of_three
    stage.look()
    [first] = (draft for draft in stage.drafts if SITE in draft.mail.subject)
    stage.box.send_draft(first, at=days_later(0.09))
    stage.look(0.1)
    assert sorted(stage.subjects) == ["Re: Bea's", f"Re: {SHOP}"]
    [second] = (draft for draft in stage.drafts if SHOP in draft.mail.subject)
    stage.box.remove("Drafts", second.uid)
    stage.look(0.11)
    assert stage.subjects == ["Re: Bea's"]  # it may have been sent, and its copy be late
    stage.look(0.2)

    assert sorted(stage.subjects) == ["Re: Bea's", f"Re: {SIGN}"]


def test_two_at_a_time(stage_of_three: Stage) -> None:
    """As many as the owner allows."""
    stage_of_three.at_a_time = 2
    stage_of_three.look()

    assert sorted(stage_of_three.subjects) == ["Re: Bea's", f"Re: {SITE}", f"Re: {SHOP}"]


def test_a_cut_at_the_append(stage_of_three: Stage) -> None:
    """A draft that may lie there counts as one that does."""
    stage = stage_of_three
    stage.recorder.fault = Fault(answer_lost="APPEND")
    with pytest.raises(Transient):
        stage.look()
    for days in (0.0001, 0.1):
        stage.look(days)

    assert sorted(stage.subjects) == ["Re: Bea's", f"Re: {SITE}"]


class Raced:
    """The ledger, into which somebody else writes right before a draft is intended."""

    def __init__(self, ledger: Ledger, act: Callable[[], object]) -> None:
        self._ledger = ledger
        self._act = act

    def __getattr__(self, name: str) -> object:
        return getattr(self._ledger, name)

    def intend(self, draft: Draft, *, day: Day, cap: int) -> bool:
        self._act()
        return self._ledger.intend(draft, day=day, cap=cap)


def test_another_account_is_quicker(quick_stage: Stage) -> None:
    """A draft that another account intends between the last look and ours keeps ours from being laid."""
    stage, memory = quick_stage, MemoryMailbox()
    stage.extra = f"""
[accounts.home]
host = "127.0.0.1"
port = {stage.recorder.port}
tls = "none"
username = "dana"
password_env = "WORK_IMAP_PASSWORD"
"""
    for days, put in ((8, memory.put), (9, stage.box.put)):
        asked = a_message(CLIENT, ME, f"Subject {days}", at=days_ago(20))
        put("INBOX", asked)
        put("Sent", a_message(ME, CLIENT, at=days_ago(days), reply_to=asked))
    with stage.application() as app:
        replace(app.session("home", Unwatched()), connect=lambda: FakeMailbox(memory, "home")).look()
        [there] = (draft for thread in app.ledger.threads("home") for draft in thread.drafts)
        app.ledger.settle(replace(there, state=DraftState.ABANDONED))
        today = app.settings.policy.calendar.day_at(NOW)
        raced = Raced(app.ledger, lambda: app.ledger.intend(there, day=today, cap=100))
        session = replace(app.session("work", Unwatched()), ledger=cast("Ledger", raced))
        [done] = session.look().done
        session.close()

    assert (done.deed, stage.drafts) == (Deed.OVERTAKEN, ())
    assert done.trouble == f"a draft to Anna Rossi lies in Drafts already ({there.thread}); one at a time"

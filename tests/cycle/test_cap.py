"""Many clients fall silent at once: so many drafts a day as the owner allows, the longest due first."""

from __future__ import annotations

import datetime as dt

import pytest

from crickets.domain.thread import OrderKind
from crickets.domain.verdict import Reason, State
from crickets.errors import Refused, Transient
from crickets.service.outcome import Deed
from crickets.service.overview import detail_of, overview_of
from tests.cycle.interference import Phase, at, look
from tests.cycle.stage import ME, NOW, Clock, Stage, a_message, days_ago
from tests.servers.faults import Fault

DAYS_SILENT = (7, 10, 6, 9, 8)


@pytest.fixture
def stage_of_five(quick_stage: Stage) -> Stage:
    """Five clients, all due, in no order; two drafts a day."""
    quick_stage.cap = 2
    for days in DAYS_SILENT:
        client = f"Client {days} <c{days}@client.example>"
        asked = a_message(client, ME, f"Subject {days}", at=days_ago(20))
        quick_stage.box.put("INBOX", asked)
        quick_stage.box.put("Sent", a_message(ME, client, at=days_ago(days), reply_to=asked))
    return quick_stage


def test_two_of_five(stage_of_five: Stage) -> None:
    """The oldest first, the rest on the next days."""
    stage = stage_of_five
    laid = []
    for day in (0, 0.1, 1, 1.1, 2, 2.1):
        stage.look(day)
        laid.append(sorted(subject.removeprefix("Re: Subject ") for subject in stage.subjects))

    assert laid == [["10", "9"]] * 2 + [["10", "7", "8", "9"]] * 2 + [["10", "6", "7", "8", "9"]] * 2


def test_the_rest(stage_of_five: Stage) -> None:
    """It's held, and says why."""
    stage_of_five.look()

    held = [v.reason.reason for v in stage_of_five.overview().threads if v.state is State.HELD]
    assert held == [Reason.DAILY_CAP] * 3


def test_a_line(stage_of_five: Stage) -> None:
    """It rests while the day has no room, listed as before, and counted; and goes on the next day."""
    stage = stage_of_five
    stage.look()

    threads = stage.overview().threads
    held = [v for v in threads if v.state is State.HELD]
    with stage.application() as app:
        policy, now = app.settings.policy, app.clock()
        awake = list(app.ledger.awake("work", now))
        some = overview_of(app.ledger, app.accounts, policy, now, most=1)
        details = [detail_of(app.ledger, v.thread, policy, now) for v in held]
    assert awake == []
    assert [v.reason.reason for v in held] == [Reason.DAILY_CAP] * 3
    assert [d.verdict.reason.reason for d in details if d and d.verdict] == [Reason.DAILY_CAP] * 3
    assert (sum(v.state is State.HELD for v in some.threads), some.unlisted) == (1, {State.HELD: 2})
    assert len(stage.look(1).done) == 2


def test_an_order_in_the_line(stage_of_five: Stage) -> None:
    """It's heard at once."""
    stage = stage_of_five
    stage.look()
    last = next(v for v in stage.overview().threads if v.state is State.HELD)
    stage.order_in(last.thread, OrderKind.STOP)
    stage.look(0.02)

    assert [v.state for v in stage.overview().threads if v.thread == last.thread] == [State.STOPPED]


class Ticking(Clock):
    """Goes on by a second whenever it's looked at."""

    def __call__(self) -> dt.datetime:
        self.now += dt.timedelta(seconds=1)
        return self.now


def test_the_rest_after_a_pass_that_took_its_time(stage_of_five: Stage) -> None:
    """It's looked at again at the next day's hour: what was read while drafts were laid is no word from the future."""
    stage_of_five.clock = Ticking(NOW)
    outcome = stage_of_five.look()

    held = [v.reason.reason for v in outcome.verdicts if v.state is State.HELD]
    assert (len(outcome.done), held) == (2, [Reason.DAILY_CAP] * 3)
    assert outcome.next_at == dt.datetime(2026, 3, 18, 23, 0, tzinfo=dt.UTC)  # midnight in Rome


def test_one_thrown_away(stage_of_five: Stage) -> None:
    """It gives no room for another on that day."""
    stage = stage_of_five
    stage.look()
    stage.box.remove("Drafts", stage.drafts[0].uid)
    stage.look(0.1)
    stage.look(0.2)

    assert len(stage.drafts) == 1


def test_one_refused(stage_of_five: Stage) -> None:
    """What the server won't take for one client is told, and keeps no other client from their turn."""

    def refuse() -> None:
        raise Refused("laying the draft", answer="[CANNOT] no", remedy="None.")

    outcome = look(stage_of_five, at("append_draft", Phase.BEFORE, refuse))

    assert [(done.deed, done.trouble) for done in outcome.done] == [
        (Deed.REFUSED, "laying the draft: [CANNOT] no\nNone."),
        (Deed.LAID, ""),
    ]
    assert stage_of_five.subjects == ["Re: Subject 9"]


def test_a_cut_between_two(stage_of_five: Stage) -> None:
    """A line that breaks at an APPEND costs the day no draft, and gives it none."""
    stage = stage_of_five
    stage.recorder.fault = Fault(answer_lost="APPEND")
    with pytest.raises(Transient):
        stage.look()
    for day in (0.01, 0.02, 0.1):
        stage.look(day)

    assert len(stage.drafts) == 2

"""Clocks that are wrong and put right, owners who move, machines that sleep: one draft for a step, at its time."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from crickets.domain.thread import OrderKind
from crickets.domain.verdict import Reason, State
from crickets.service.outcome import Deed
from tests.cycle.stage import CLIENT, ME, NOW, Stage, a_message, a_reply, a_silence, days_ago, days_later

WORKING_HOURS = """
[calendar]
working_days = ["mon", "tue", "wed", "thu", "fri"]
holidays = ""
draft_at = "08:30"
"""
YEAR = 365
AHEAD = [pytest.param(n, id=f"{n} days ahead") for n in (0.1, 1, 3, YEAR)]
BACK = [pytest.param(n, id=f"{n} days back") for n in (0.02, 1, YEAR)]


def an_offer(stage: Stage, *, days: float) -> None:
    """Dana answered Anna's question so many days ago."""
    asked = a_message(CLIENT, ME, at=days_ago(days + 2))
    stage.box.put("INBOX", asked)
    stage.box.put("Sent", a_message(ME, CLIENT, at=days_ago(days), reply_to=asked))


def a_newsletter(stage: Stage) -> None:
    """The server had a mail a quarter of an hour ago: by that it's seen that a clock was set back."""
    stage.box.put("INBOX", a_message("News <news@shop.example>", ME, "Offers", at=days_ago(0.01)))


def many_offers(stage: Stage, count: int) -> None:
    """So many clients were written to, each on another day, the last of them ten days ago."""
    for n in range(count):
        client = f"Client {n} <c{n}@client.example>"
        asked = a_message(client, ME, f"Subject {n:02}", at=days_ago(60))
        stage.box.put("INBOX", asked)
        stage.box.put("Sent", a_message(ME, client, at=days_ago(10 + count - n), reply_to=asked))


# -------------------------------------------------------------------------------------------- wrong clocks


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_mailbox_first_read_by_a_clock_that_is_ahead(quick_stage: Stage, ahead: float) -> None:
    """Once it's right, the step falls due on its day, if it hasn't been laid by the wrong clock."""
    an_offer(quick_stage, days=3)
    quick_stage.look(ahead)
    laid = len(quick_stage.drafts)
    for days in (0, 1, 1.4):
        quick_stage.look(days)
        assert len(quick_stage.drafts) == laid
    quick_stage.look(2)
    quick_stage.look(2.1)

    assert len(quick_stage.drafts) == 1
    assert laid == (ahead == 3)


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_draft_laid_by_a_clock_that_is_ahead(quick_stage: Stage, ahead: float) -> None:
    """Once it's right, the step after it counts from the day on which it was right again."""
    stage = quick_stage
    a_silence(stage.box)
    stage.look(-3)
    stage.look(ahead)
    stage.look(0.01)
    assert stage.subjects == ["Re: The new site"]
    stage.box.remove("Drafts", stage.drafts[0].uid, to_trash=False)
    for days in (0.02, 0.1, 6.4):
        stage.look(days)
        assert stage.subjects == []
    stage.look(7)

    assert stage.subjects == ["Closing the loop"]


@pytest.mark.parametrize("ahead", AHEAD)
def test_an_answer_after_an_order_from_the_future(quick_stage: Stage, ahead: float) -> None:
    """It came after the order, though the clock by which that was given said otherwise."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.look()
    quick_stage.clock.now = days_later(ahead)
    quick_stage.order(OrderKind.RESUME)
    quick_stage.look(0.01)
    quick_stage.box.put("INBOX", a_reply(offered, at=days_later(0.05)))
    for days in (0.06, 5.1, ahead + 5.1):
        quick_stage.look(days)
        assert (quick_stage.subjects, quick_stage.state()) == ([], State.ANSWERED)


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_stop_from_the_future(quick_stage: Stage, ahead: float) -> None:
    """It holds, and so does the resume that is given by the right clock."""
    an_offer(quick_stage, days=4)
    quick_stage.look()
    quick_stage.clock.now = days_later(ahead)
    quick_stage.order(OrderKind.STOP)
    quick_stage.look(0.01)
    assert quick_stage.state() is State.STOPPED
    quick_stage.order(OrderKind.RESUME)
    assert quick_stage.state() is State.WAITING
    quick_stage.look(5)

    assert len(quick_stage.drafts) == 1


def test_a_snooze_from_the_future(quick_stage: Stage) -> None:
    """It names a day of next year; another, by the right clock, takes its place at once, before any pass."""
    a_silence(quick_stage.box)
    quick_stage.look(-3)
    quick_stage.clock.now = days_later(YEAR)
    quick_stage.order(OrderKind.SNOOZE, until=days_later(YEAR + 3).date())
    quick_stage.clock.now = NOW
    quick_stage.order(OrderKind.SNOOZE, until=days_later(3).date())
    quick_stage.look(2.4)
    assert (quick_stage.subjects, quick_stage.state()) == ([], State.SNOOZED)
    quick_stage.look(3)

    assert len(quick_stage.drafts) == 1


@pytest.mark.parametrize("back", BACK)
def test_an_order_by_a_clock_that_was_set_back(quick_stage: Stage, back: float) -> None:
    """It's the owner's last word all the same, and nothing comes of it before its time."""
    an_offer(quick_stage, days=4)
    a_newsletter(quick_stage)
    quick_stage.look()
    quick_stage.order(OrderKind.STOP)
    quick_stage.clock.now = days_ago(back)
    quick_stage.order(OrderKind.RESUME)
    quick_stage.look(-back)
    assert quick_stage.state() is State.WAITING
    for days in (0.1, 1.1, 4.4):  # the offer's own five days are over by then
        quick_stage.look(days)
        assert quick_stage.subjects == []
    quick_stage.look(5)

    assert len(quick_stage.drafts) == 1


@pytest.mark.parametrize("back", BACK)
def test_a_clock_that_is_set_back(quick_stage: Stage, back: float) -> None:
    """What lies there is the step's draft, before and after; nothing is laid beside it or taken back."""
    a_silence(quick_stage.box)
    quick_stage.look()
    laid = quick_stage.drafts
    for days in (-back, -back + 0.1, 0.1, 1):
        quick_stage.look(days)
        assert [d.uid for d in quick_stage.drafts] == [d.uid for d in laid]


@pytest.mark.parametrize("back", BACK)
def test_a_draft_thrown_away_while_the_clock_is_back(quick_stage: Stage, back: float) -> None:
    """It's not laid again, and the next step has its seven days."""
    stage = quick_stage
    a_silence(stage.box)
    a_newsletter(stage)
    stage.look()
    stage.box.remove("Drafts", stage.drafts[0].uid, to_trash=False)
    for days in (-back, -back + 0.1, 0.1, 0.2, 5, 6.4):
        stage.look(days)
        assert stage.subjects == []
    stage.look(7)

    assert len(stage.drafts) == 1


def test_a_day_that_is_full_by_two_clocks(quick_stage: Stage) -> None:
    """What was laid by the clock that was ahead counts for the day on which it's right again."""
    quick_stage.cap = 2
    many_offers(quick_stage, 5)
    laid = []
    for days in (2, 0, 0.1, 1, 1.1, 2, 3):
        quick_stage.look(days)
        laid.append(len(quick_stage.drafts))

    assert laid == [2, 2, 2, 4, 4, 4, 5]


def test_a_folder_missed_by_a_clock_that_was_ahead(quick_stage: Stage) -> None:
    """It's missed for a day of the right clock, not for a year."""
    quick_stage.box.create("Clients")
    a_silence(quick_stage.box)
    quick_stage.box.put("Clients", a_message("x@y.example", ME, "Else", at=days_ago(20)))
    quick_stage.look(-3)
    quick_stage.box.delete("Clients")
    for days in (YEAR, 0, 0.9):
        quick_stage.look(days)
        assert quick_stage.subjects == []
    quick_stage.look(1.1)

    assert len(quick_stage.drafts) == 1


def test_a_folder_missed_by_a_clock_that_was_set_back(quick_stage: Stage) -> None:
    """It isn't missed for a day as soon as the clock is right again: it was read a moment ago."""
    quick_stage.box.create("Clients")
    a_silence(quick_stage.box)
    quick_stage.look(-1.6)
    quick_stage.box.delete("Clients")
    for days in (-4, -0.7):
        quick_stage.look(days)
        assert quick_stage.subjects == []
    quick_stage.look(0)

    assert len(quick_stage.drafts) == 1


# ------------------------------------------------------------------------------------------------ moving


@pytest.mark.parametrize(
    ("left", "entered"),
    [
        ("Pacific/Kiritimati", "Pacific/Honolulu"),  # a day back, at the same hour
        ("Pacific/Honolulu", "Pacific/Kiritimati"),
        ("Europe/Rome", "America/Los_Angeles"),
    ],
)
def test_an_owner_who_moves(quick_stage: Stage, left: str, entered: str) -> None:
    """No day has more than its drafts by the zone they are in, whether it's their day a second time or cut short."""
    stage = quick_stage
    stage.cap, stage.zone, stage.calendar = 2, left, WORKING_HOURS
    many_offers(stage, 8)
    moments: list[dt.datetime] = []
    for hours in (0, 8, 9, 10, 14, 20, 32, 44, 56, 68):  # at 8 it's nine o'clock in Kiritimati and in Honolulu
        stage.zone = left if hours < 9 else entered
        stage.look(hours / 24)
        moments += [stage.clock.now] * (len(stage.drafts) - len(moments))
        days = [moment.astimezone(ZoneInfo(stage.zone)).date() for moment in (*moments, stage.clock.now)]
        assert days[:-1].count(days[-1]) <= 2

    assert len(set(stage.subjects)) == len(stage.subjects) >= 4


@pytest.mark.parametrize("entered", ["Pacific/Kiritimati", "Pacific/Honolulu"])
def test_a_step_that_falls_due_after_a_move(quick_stage: Stage, entered: str) -> None:
    """It's laid once, on the fifth day after the day of sending, both by the calendar of the zone they are in."""
    stage = quick_stage
    stage.calendar = WORKING_HOURS
    an_offer(stage, days=2)  # on Monday
    stage.look()
    stage.zone = entered
    here = ZoneInfo(entered)
    laid_on = None
    for hours in (90, 100, 103, 104, 127, 128, 140):
        stage.look(hours / 24)
        if stage.drafts and laid_on is None:
            laid_on = stage.clock.now.astimezone(here)
        assert len(stage.drafts) <= 1

    # By each of these zones the fifth day is of the weekend, and Monday the 23rd the first to be worked.
    assert laid_on is not None
    assert laid_on.date() == dt.date(2026, 3, 23)
    assert laid_on.time() >= dt.time(8, 30)


# ----------------------------------------------------------------------------------------------- sleeping


def test_a_week_asleep(quick_stage: Stage) -> None:
    """Twenty fell due meanwhile: a day's fill each working day, from its hour on, the longest due first."""
    stage = quick_stage
    stage.cap, stage.calendar = 5, WORKING_HOURS
    stage.look(-30)
    many_offers(stage, 20)
    laid: dict[str, list[str]] = {}
    # Hours are counted from Wednesday, noon in Rome: it wakes on Sunday at midnight.
    for hours in (84, 96, 116, 117, 124, 132, 141, 150, 165, 172, 189, 213):
        for deed in stage.look(hours / 24).done:
            assert deed.deed is Deed.LAID
            assert deed.draft is not None
            when = stage.clock.now.astimezone(ZoneInfo("Europe/Rome"))
            assert when.time() >= dt.time(8, 30)
            laid.setdefault(f"{when:%a %d}", []).append(deed.draft.subject[-2:])

    assert {day: sorted(which) for day, which in laid.items()} == {
        f"{day} {23 + n}": [f"{5 * n + m:02}" for m in range(5)] for n, day in enumerate(("Mon", "Tue", "Wed", "Thu"))
    }


def test_a_first_look_after_a_month(quick_stage: Stage) -> None:
    """All that came meanwhile is read before anything is decided: the answered one gets no draft, the other does."""
    stage = quick_stage
    _, offered = a_silence(stage.box)
    other = a_message("Ben <ben@other.example>", ME, "A poster", at=days_ago(9))
    stage.box.put("INBOX", other)
    stage.box.put("Sent", a_message(ME, "Ben <ben@other.example>", at=days_ago(4), reply_to=other))
    stage.look(-3)
    assert stage.subjects == []
    stage.box.put("INBOX", a_reply(offered, at=days_later(12)))
    outcome = stage.look(30)

    assert stage.subjects == ["Re: A poster"]
    assert [(done.deed, done.verdict.reason.reason) for done in outcome.done] == [(Deed.LAID, Reason.DUE)]

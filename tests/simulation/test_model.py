"""The second opinion itself, by examples worked out by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from tests.simulation.almanac import Almanac, Wait
from tests.simulation.model import Terms, owed
from tests.simulation.truth import OTHER, THIS, Event, What

ROME = ZoneInfo("Europe/Rome")
ALMANAC = Almanac(
    zone=ROME,
    weekdays=frozenset(range(5)),
    days_off=frozenset({dt.date(2026, 6, 2)}),
    draft_at=dt.time(8, 30),
)
TERMS = Terms(waits=(Wait(count=5), Wait(count=1, unit="weeks")), almanac=ALMANAC, cap=5, stop_on_delete=False)


def june(day: int, hour: int = 10, minute: int = 0) -> dt.datetime:
    """A moment of June 2026 on Rome's walls; the 1st is a Monday, the 2nd a holiday."""
    return dt.datetime(2026, 6, day, hour, minute, tzinfo=ROME)


@pytest.mark.parametrize(
    ("wait", "since", "due"),
    [
        (Wait(count=5), june(1), dt.date(2026, 6, 8)),  # Saturday the 6th, so Monday
        (Wait(count=1), june(1), dt.date(2026, 6, 3)),  # a holiday, so the day after
        (Wait(count=3, unit="working days"), june(1), dt.date(2026, 6, 5)),
        (Wait(count=2, unit="weeks"), june(3), dt.date(2026, 6, 17)),
        (Wait(weekday=1), june(3), dt.date(2026, 6, 9)),
        (Wait(weekday=1), june(1), dt.date(2026, 6, 9)),
        (Wait(count=24, unit="hours"), june(3, 8, 30), dt.date(2026, 6, 4)),
        (Wait(count=24, unit="hours"), june(3, 8, 31), dt.date(2026, 6, 5)),
        (Wait(count=24, unit="hours"), june(4, 9), dt.date(2026, 6, 8)),
    ],
)
def test_due_days(wait: Wait, since: dt.datetime, due: dt.date) -> None:
    """As counted on the fingers."""
    assert due == ALMANAC.due(wait, since)


def test_working_days_between() -> None:
    """Neither the weekend nor the holiday counts, nor the day it begins with."""
    assert ALMANAC.working_days(dt.date(2026, 6, 1), dt.date(2026, 6, 8)) == 4


def an_event(number: int, what: What, day: int, **more: object) -> Event:
    """Something that happened at ten o'clock."""
    return Event(number=number, what=what, at=june(day), **more)  # type: ignore[arg-type] # named by the tests


def test_a_draft_sent_moves_the_plan_on() -> None:
    """The second step counts from the day on which the first was really sent."""
    standing = owed(
        TERMS,
        (
            an_event(1, What.WROTE, 1, id="a"),
            an_event(2, What.LAID, 8, step=0),
            an_event(3, What.SENT, 10, step=0, id="b", draft=2),
        ),
    )

    assert (standing.step, standing.anchor, standing.due) == (1, "b", dt.date(2026, 6, 17))
    assert standing.why_not(june(17, 8, 29)) == "it is no hour for drafts"
    assert standing.why_not(june(17, 8, 30)) == ""


def test_a_draft_thrown_away_is_a_step_skipped() -> None:
    """The next counts from the day on which it was laid."""
    events = (an_event(1, What.WROTE, 1, id="a"), an_event(2, What.LAID, 8), an_event(3, What.THREW, 8, draft=2))
    standing = owed(TERMS, events)

    assert (standing.step, standing.anchor, standing.due) == (1, "a", dt.date(2026, 6, 15))


def test_a_mail_by_hand() -> None:
    """It takes the place of the step whose draft lies there; before that, it moves the anchor."""
    first = an_event(1, What.WROTE, 1, id="a")
    by_hand = an_event(3, What.WROTE, 9, id="b")

    before = owed(TERMS, (first, by_hand))
    beside = owed(TERMS, (first, an_event(2, What.LAID, 8, step=0), by_hand))

    assert (before.step, before.anchor, before.due) == (0, "b", dt.date(2026, 6, 15))
    assert (beside.step, beside.anchor, beside.due) == (1, "b", dt.date(2026, 6, 16))


def test_which_plan_holds() -> None:
    """What the owner ordered, else the rule that fits their own words; a draft of ours that they sent picks none."""
    terms = replace(TERMS, others=(Wait(count=2), Wait(count=3)), ruled=frozenset({"Project 1"}))
    events = (
        an_event(1, What.WROTE, 1, id="a", subject="Re: Project 1"),
        an_event(2, What.LAID, 3, plan=OTHER),
        an_event(3, What.SENT, 4, id="b", draft=2, plan=OTHER, subject="Re: One more word on Project 1"),
    )

    by_rule, by_order = owed(terms, events), owed(terms, (*events, an_event(4, What.PLANNED, 5, plan=THIS)))

    assert (by_rule.plan, by_rule.step, by_rule.due) == (OTHER, 1, dt.date(2026, 6, 8))
    assert (by_order.plan, by_order.step, by_order.due) == (THIS, 0, dt.date(2026, 6, 10))
    assert owed(terms, (an_event(1, What.WROTE, 1, id="a", subject="Re: Project 2"),)).plan == THIS


def test_a_step_of_another_plan() -> None:
    """It takes no step of the plan that holds, whether it was sent, thrown away, or lay there beside a mail by hand."""
    begun = (
        an_event(1, What.WROTE, 1, id="a"),
        an_event(2, What.LAID, 8),
        an_event(3, What.PLANNED, 9, plan=OTHER),
    )
    ends = (
        an_event(4, What.SENT, 10, id="b", draft=2),
        an_event(4, What.THREW, 8, draft=2),
        an_event(4, What.WROTE, 10, id="b"),
    )

    assert [owed(TERMS, (*begun, end)).step for end in ends] == [0, 0, 0]


def test_an_answer_ends_the_silence_and_an_order_begins_it_anew() -> None:
    """Only later mail counts as an answer to an order."""
    answered = (an_event(1, What.WROTE, 1, id="a"), an_event(2, What.ANSWERED, 3, id="c"))

    assert owed(TERMS, answered).why_not(june(20)) == "there is no silence"
    resumed = owed(TERMS, (*answered, an_event(3, What.RESUMED, 4)))
    assert (resumed.step, resumed.anchor, resumed.due) == (0, "c", dt.date(2026, 6, 9))


def test_an_order_goes_on_over_an_answer() -> None:
    """With the step that comes next; what the owner writes first after an answer begins anew, and so does a plan."""
    answered = (
        an_event(1, What.WROTE, 1, id="a"),
        an_event(2, What.LAID, 8, step=0),
        an_event(3, What.SENT, 9, step=0, id="b", draft=2),
        an_event(4, What.ANSWERED, 10, id="c"),
    )

    resumed = owed(TERMS, (*answered, an_event(5, What.RESUMED, 11)))
    assert (resumed.step, resumed.anchor, resumed.due) == (1, "c", dt.date(2026, 6, 18))
    by_hand = owed(TERMS, (*answered, an_event(5, What.RESUMED, 11), an_event(6, What.WROTE, 12, id="d")))
    assert (by_hand.step, by_hand.anchor, by_hand.due) == (1, "d", dt.date(2026, 6, 19))
    replied = owed(TERMS, (*answered, an_event(5, What.WROTE, 11, id="d"), an_event(6, What.RESUMED, 12)))
    assert (replied.step, replied.anchor, replied.due) == (0, "d", dt.date(2026, 6, 17))
    late = owed(TERMS, (*answered, an_event(5, What.RESUMED, 12), an_event(6, What.WROTE, 11, id="d")))
    assert (late.step, late.anchor, late.due) == (0, "d", dt.date(2026, 6, 17))
    other = owed(TERMS, (*answered, an_event(5, What.PLANNED, 11, plan=OTHER)))
    assert (other.step, other.anchor) == (0, "c")


def test_a_copy_that_comes_after_the_answer_to_it() -> None:
    """Its step was taken all the same, and the plan goes on from there."""
    answered = (
        an_event(1, What.WROTE, 1, id="a"),
        an_event(2, What.LAID, 8, step=0),
        an_event(3, What.ANSWERED, 10, id="c"),
        an_event(4, What.SENT, 9, step=0, id="b", draft=2),
    )

    assert owed(TERMS, answered).answered
    assert owed(TERMS, (*answered, an_event(5, What.RESUMED, 11))).step == 1


def test_rest() -> None:
    """A snooze, a stop and an absence are each a reason for nothing to lie there."""
    first = an_event(1, What.WROTE, 1, id="a")
    until = dt.date(2026, 6, 12)

    assert "snoozed" in owed(TERMS, (first, an_event(2, What.SNOOZED, 2, until=until))).why_not(june(11))
    assert owed(TERMS, (first, an_event(2, What.SNOOZED, 2, until=until))).why_not(june(12)) == ""
    assert "stopped" in owed(TERMS, (first, an_event(2, What.STOPPED, 2))).why_not(june(12))
    away = owed(TERMS, (first, an_event(2, What.AWAY, 2, until=until)))
    assert "away" in away.why_not(june(12))
    assert "away" in away.why_not(june(15, 8))  # Monday is the one working day they are given
    assert away.why_not(june(15, 9)) == ""

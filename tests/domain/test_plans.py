"""On which day a step falls due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.calendar import Calendar, DayOff
from crickets.domain.plans import BUILT_IN, NO_PLAN, After, Do, OnNext, OnWeekday, Overdue, Unit, due, due_from
from tests.builders import EVERY_DAY, ROME, a_calendar

TUESDAY = 1


def in_rome(month: int, day: int, hour: int = 10, minute: int = 0, *, year: int = 2026) -> datetime:
    """A moment on Rome's walls."""
    return datetime(year, month, day, hour, minute, tzinfo=ROME).astimezone(UTC)


def days(count: int) -> After:
    """After so many days."""
    return After(count=count, unit=Unit.DAYS)


def working_days(count: int) -> After:
    """After so many working days."""
    return After(count=count, unit=Unit.WORKING_DAYS)


def weeks(count: int) -> After:
    """After so many weeks."""
    return After(count=count, unit=Unit.WEEKS)


def overdue(count: int) -> Overdue:
    """So many days past due."""
    return Overdue(count=count, unit=Unit.DAYS)


def hours(count: int) -> After:
    """After so many hours."""
    return After(count=count, unit=Unit.HOURS)


@pytest.mark.parametrize(
    ("timing", "sent", "at"),
    [
        # June 2026: the 1st is a Monday.
        (days(5), in_rome(6, 3), in_rome(6, 8, 8, 30)),
        (days(5), in_rome(6, 3, 23, 59), in_rome(6, 8, 8, 30)),
        (days(5), in_rome(6, 3, 0, 0), in_rome(6, 8, 8, 30)),
        (days(3), in_rome(6, 3), in_rome(6, 8, 8, 30)),  # reached on a Saturday
        (days(0), in_rome(6, 3), in_rome(6, 3, 8, 30)),
        (weeks(2), in_rome(6, 3), in_rome(6, 17, 8, 30)),
        (working_days(5), in_rome(6, 3), in_rome(6, 10, 8, 30)),
        (working_days(1), in_rome(6, 5), in_rome(6, 8, 8, 30)),
        (working_days(1), in_rome(6, 6), in_rome(6, 8, 8, 30)),
    ],
)
def test_days_and_weeks(timing: After | OnWeekday, sent: datetime, at: datetime) -> None:
    """They are calendar days in the owner's zone, the day of sending being day 0, whatever its hour."""
    assert due(timing, sent, a_calendar()).at == at


def test_a_mail_sent_late_in_utc() -> None:
    """Half past ten in the evening in UTC is the next day in Rome, so that is day 0."""
    sent = datetime(2026, 6, 3, 22, 30, tzinfo=UTC)

    assert due(days(5), sent, a_calendar()).reached == date(2026, 6, 9)


def test_the_same_mail_from_an_owner_elsewhere() -> None:
    """In New York it is still the day before."""
    sent = datetime(2026, 6, 4, 2, 30, tzinfo=UTC)

    assert due(days(5), sent, a_calendar(zone="America/New_York")).reached == date(2026, 6, 8)


def test_a_count_reached_at_the_weekend() -> None:
    """The step is carried out on Monday, and both days passed over are told."""
    falls = due(days(3), in_rome(6, 3), a_calendar())

    assert falls.reached == date(2026, 6, 6)
    assert falls.skipped == (
        DayOff(day=date(2026, 6, 6), why="Saturday"),
        DayOff(day=date(2026, 6, 7), why="Sunday"),
    )


def test_days_off_before_the_count_is_reached() -> None:
    """Calendar days count them too, so nothing was passed over."""
    assert due(days(5), in_rome(6, 3), a_calendar()).skipped == ()


def test_a_holiday_among_the_working_days() -> None:
    """It doesn't count, and is told with the weekend."""
    calendar = a_calendar(holidays={date(2026, 6, 2): "Festa della Repubblica"})

    falls = due(working_days(3), in_rome(5, 29), calendar)

    assert falls.reached == date(2026, 6, 4)
    assert [off.why for off in falls.skipped] == ["Saturday", "Sunday", "Festa della Repubblica"]


@pytest.mark.parametrize(
    ("late", "payable", "reached", "at"),
    [
        (Overdue(count=30, unit=Unit.DAYS), date(2026, 6, 1), date(2026, 7, 1), in_rome(7, 1, 8, 30)),
        (Overdue(count=1, unit=Unit.DAYS), date(2026, 6, 5), date(2026, 6, 6), in_rome(6, 8, 8, 30)),
        (Overdue(count=3, unit=Unit.WORKING_DAYS), date(2026, 6, 6), date(2026, 6, 10), in_rome(6, 10, 8, 30)),
        (Overdue(count=2, unit=Unit.WEEKS), date(2026, 6, 3), date(2026, 6, 17), in_rome(6, 17, 8, 30)),
    ],
)
def test_an_invoice_that_is_late(late: Overdue, payable: date, reached: date, at: datetime) -> None:
    """The day on which it falls due is day 0, be it worked or not; the step waits for a day that is."""
    falls = due_from(late, payable, a_calendar())

    assert (falls.reached, falls.at) == (reached, at)


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.sampled_from(["Europe/Rome", "Pacific/Kiritimati", "US/Samoa"]))
def test_no_notice_before_an_invoice_is_due(payable: date, zone: str) -> None:
    """A day late is the day after, on the wall of any owner."""
    calendar = a_calendar(zone=zone)

    assert calendar.day_of(due_from(Overdue(count=1, unit=Unit.DAYS), payable, calendar).at) > payable


def test_five_days_over_the_clocks_change_in_spring() -> None:
    """They end at half past eight on the wall, an hour less having passed."""
    berlin = a_calendar(zone="Europe/Berlin")

    assert due(days(5), in_rome(3, 26), berlin).at == datetime(2026, 3, 31, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("reached", "at"),
    [
        (date(2026, 3, 29), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_draft_at_in_the_gap_and_in_the_fold(reached: date, at: datetime) -> None:
    """On the day of the change the draft is laid once: after the gap, or in the first of the two hours."""
    berlin = a_calendar(zone="Europe/Berlin", working_days=EVERY_DAY, draft_at=time(2, 30))
    sent = datetime.combine(reached - timedelta(days=2), time(12), UTC)

    assert due(days(2), sent, berlin).at == at


@pytest.mark.parametrize("day", range(1, 8))
def test_tuesday_of_next_week(day: int) -> None:
    """From whichever day of the week, it is the Tuesday after the next Sunday."""
    assert due(OnWeekday(weekday=TUESDAY), in_rome(6, day), a_calendar()).reached == date(2026, 6, 9)


@pytest.mark.parametrize("weekday", range(7))
def test_each_weekday_of_next_week(weekday: int) -> None:
    """Weeks begin on Monday and end with Sunday."""
    falls = due(OnWeekday(weekday=weekday), in_rome(6, 7), a_calendar(working_days=EVERY_DAY))

    assert falls.reached == date(2026, 6, 8 + weekday)


@pytest.mark.parametrize("weekday", range(7))
def test_each_weekday_that_comes_next(weekday: int) -> None:
    """From a Wednesday: the first after it, which is a week later for the Wednesday itself."""
    falls = due(OnNext(weekday=weekday), in_rome(6, 3), a_calendar(working_days=EVERY_DAY))

    assert (falls.reached.weekday(), 0 < (falls.reached - date(2026, 6, 3)).days <= 7) == (weekday, True)


@pytest.mark.parametrize(
    ("sent", "reached"),
    [
        (in_rome(12, 28), date(2027, 1, 5)),  # in week 53
        (in_rome(1, 3, year=2027), date(2027, 1, 5)),  # still in week 53
        (in_rome(1, 4, year=2027), date(2027, 1, 12)),
    ],
)
def test_next_week_over_the_end_of_the_year(sent: datetime, reached: date) -> None:
    """A calendar week goes on into the new year."""
    assert due(OnWeekday(weekday=TUESDAY), sent, a_calendar()).reached == reached


@pytest.mark.parametrize(
    ("timing", "sent", "at"),
    [
        (hours(36), in_rome(6, 3, 18), in_rome(6, 5, 8, 30)),  # Friday 06:00: the same morning
        (hours(36), in_rome(6, 2, 20, 30), in_rome(6, 4, 8, 30)),  # at the very moment
        (hours(36), in_rome(6, 2, 20, 31), in_rome(6, 5, 8, 30)),  # a minute too late for that day
        (hours(36), in_rome(6, 3, 22), in_rome(6, 8, 8, 30)),  # Friday 10:00: over the weekend
        (hours(24), in_rome(6, 5, 7), in_rome(6, 8, 8, 30)),  # Saturday
        (hours(1), in_rome(6, 3, 23, 30), in_rome(6, 4, 8, 30)),  # after midnight
    ],
)
def test_a_step_in_hours(timing: After | OnWeekday, sent: datetime, at: datetime) -> None:
    """It falls due at the first half past eight of a working day at or after its moment."""
    assert due(timing, sent, a_calendar()).at == at


def test_hours_over_the_clocks_change() -> None:
    """They are hours that pass: a day with 23 has no more."""
    berlin = a_calendar(zone="Europe/Berlin", working_days=EVERY_DAY)
    sent = datetime(2026, 3, 28, 7, 30, tzinfo=UTC)  # 08:30 in Berlin; 24 hours later it is 09:30 there

    assert due(hours(24), sent, berlin).at == datetime(2026, 3, 30, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "sent", "count", "at"),
    [
        # 2026-10-25, 03:00 is 02:00 again: 48 hours after Friday's half past eight it's half past seven.
        ("Europe/Rome", "2026-10-23T06:30", 48, "2026-10-25T07:30"),
        ("Europe/Rome", "2026-10-23T06:30", 49, "2026-10-25T07:30"),
        ("Europe/Rome", "2026-10-23T06:30", 50, "2026-10-26T07:30"),
        # Lord Howe goes on by half an hour on 2026-10-04: 24 hours after half past eight it's nine.
        ("Australia/Lord_Howe", "2026-10-02T22:00", 24, "2026-10-04T21:30"),
        ("Australia/Lord_Howe", "2026-10-02T21:30", 24, "2026-10-03T21:30"),
        # Nothing changes in Sao Paulo any more.
        ("America/Sao_Paulo", "2026-10-17T11:30", 24, "2026-10-18T11:30"),
    ],
)
def test_hours_over_a_change_of_the_clock(zone: str, sent: str, count: int, at: str) -> None:
    """They are counted as they pass; what comes after them is the first opening by the wall."""
    calendar = a_calendar(zone=zone, working_days=EVERY_DAY)

    assert due(hours(count), _utc(sent), calendar).at == _utc(at)


def _utc(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_the_built_in_plans() -> None:
    """They are the contract's, step by step."""
    told = {name: [(step.do, step.timing, step.template) for step in plan.steps] for name, plan in BUILT_IN.items()}

    assert told == {
        "negotiation": [(Do.DRAFT, days(5), "check-in"), (Do.DRAFT, days(7), "closing-the-loop")],
        "project": [
            (Do.DRAFT, OnWeekday(weekday=TUESDAY), "project-check-in"),
            (Do.CALL, days(7), ""),
            (Do.TASK, working_days(3), ""),
            (Do.DRAFT, days(1), "pausing-work"),
        ],
        "invoice": [
            (Do.DRAFT, overdue(1), "invoice-resend"),
            (Do.DRAFT, overdue(30), "late-payment"),
            (Do.DRAFT, overdue(60), "late-payment"),
            (Do.DRAFT, overdue(90), "final-notice"),
        ],
        "lost": [(Do.DRAFT, working_days(2), "ask-why"), (Do.DRAFT, working_days(5), "make-amends")],
        "cold": [(Do.DRAFT, days(7), "closing-the-loop")],
    }


def test_the_note_of_the_call() -> None:
    """Before calling, the address is compared with the one the client last wrote from."""
    assert "the one the client last wrote from" in BUILT_IN["project"].steps[1].note


def test_the_plan_of_those_to_leave_alone() -> None:
    """It has no steps."""
    assert NO_PLAN.steps == ()


moments = st.integers(0, 3 * 366 * 24 * 60).map(lambda n: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=n))
timings = (
    st.builds(After, count=st.integers(0, 60), unit=st.sampled_from(Unit))
    | st.builds(OnWeekday, weekday=st.integers(0, 6))
    | st.builds(OnNext, weekday=st.integers(0, 6))
)
calendars = st.builds(
    lambda zone, week, off, at: a_calendar(
        zone=zone, working_days=week, holidays=dict.fromkeys(off, "holiday"), draft_at=at
    ),
    st.sampled_from(["Europe/Berlin", "America/Nuuk", "America/Havana", "Africa/Cairo", "Australia/Lord_Howe", "UTC"]),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.frozensets(st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31)), max_size=20),
    st.times(),
)


@given(timings, moments, moments, calendars)
def test_two_mails(timing: After | OnWeekday, one: datetime, other: datetime, calendar: Calendar) -> None:
    """The step of the later one never falls due before that of the earlier one."""
    earlier, later = sorted((one, other))

    assert due(timing, earlier, calendar).at <= due(timing, later, calendar).at


@given(timings, moments, calendars)
def test_any_mail(timing: After | OnWeekday, sent: datetime, calendar: Calendar) -> None:
    """Its step falls due at the opening of a working day, not before the count is reached."""
    falls = due(timing, sent, calendar)
    day = calendar.day_of(falls.at)

    assert falls.at == calendar.opening(day)
    assert not calendar.why_off(day)
    assert falls.reached <= day


@given(st.integers(0, 2000), moments, calendars)
def test_any_step_in_hours(count: int, sent: datetime, calendar: Calendar) -> None:
    """It never falls due before so many hours have passed."""
    assert due(hours(count), sent, calendar).at >= sent + timedelta(hours=count)

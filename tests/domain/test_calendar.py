"""The owner's days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.calendar import Calendar, DayOff
from tests.builders import EVERY_DAY, MONDAY_TO_FRIDAY, a_calendar

SATURDAY, SUNDAY, MONDAY, TUESDAY = (date(2026, 6, n) for n in (13, 14, 15, 16))


def an_utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_late_in_the_evening_in_utc() -> None:
    """It is the next day already in the owner's zone."""
    assert a_calendar(zone="Europe/Berlin").day_of(an_utc(2026, 6, 15, 22, 30)) == TUESDAY


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Kiritimati", date(2026, 6, 16)),  # 14 hours ahead
        ("Asia/Kolkata", date(2026, 6, 15)),  # five and a half
        ("America/New_York", date(2026, 6, 15)),
        ("Pacific/Pago_Pago", date(2026, 6, 14)),  # 11 behind
    ],
)
def test_an_owner_elsewhere(zone: str, day: date) -> None:
    """A moment's day is the day on the wall where the owner lives."""
    assert a_calendar(zone=zone).day_of(an_utc(2026, 6, 15, 10, 30)) == day


@pytest.mark.parametrize(
    ("day", "opening"),
    [
        (date(2026, 3, 28), an_utc(2026, 3, 28, 7, 30)),  # winter time
        (date(2026, 3, 29), an_utc(2026, 3, 29, 6, 30)),  # the clock went on at two
        (date(2026, 10, 24), an_utc(2026, 10, 24, 6, 30)),  # summer time
        (date(2026, 10, 25), an_utc(2026, 10, 25, 7, 30)),  # the clock went back at three
    ],
)
def test_the_clock_is_changed(day: date, opening: datetime) -> None:
    """Half past eight is half past eight on the wall, before and after."""
    assert a_calendar(zone="Europe/Berlin").opening(day) == opening


def test_an_hour_that_the_changed_clock_leaves_out() -> None:
    """The draft is laid as long after midnight as on other days: at 03:30 for 02:30."""
    berlin = a_calendar(zone="Europe/Berlin", draft_at=time(2, 30))

    assert berlin.opening(date(2026, 3, 29)) == an_utc(2026, 3, 29, 1, 30)


def test_an_hour_that_the_changed_clock_has_twice() -> None:
    """The draft is laid in the first of the two."""
    berlin = a_calendar(zone="Europe/Berlin", draft_at=time(2, 30))

    assert berlin.opening(date(2026, 10, 25)) == an_utc(2026, 10, 25, 0, 30)


@pytest.mark.parametrize(
    ("day", "why"),
    [(date(2026, 6, 1), ""), (date(2026, 6, 2), "Festa della Repubblica"), (SATURDAY, "Saturday"), (SUNDAY, "Sunday")],
)
def test_why_a_day_is_off(day: date, why: str) -> None:
    """A weekend by its weekday, a holiday by its name, a working day not at all."""
    assert a_calendar(holidays={date(2026, 6, 2): "Festa della Repubblica"}).why_off(day) == why


def test_a_holiday_at_the_weekend() -> None:
    """It is off for its weekday: nobody works then anyway."""
    assert a_calendar(holidays={SUNDAY: "Feast"}).why_off(SUNDAY) == "Sunday"


def test_a_week_from_sunday_to_thursday() -> None:
    """The owner's working days may be any."""
    israel = a_calendar(working_days=frozenset({6, 0, 1, 2, 3}))

    assert [bool(israel.why_off(SATURDAY + timedelta(days=n))) for n in range(-1, 2)] == [True, True, False]


@pytest.mark.parametrize("day", [date(2026, 6, 12), SATURDAY, SUNDAY])
def test_the_opening_after_a_day(day: date) -> None:
    """The day itself doesn't count, nor do days off: from Friday on, it's Monday's."""
    rome = a_calendar(zone="Europe/Rome", working_days=MONDAY_TO_FRIDAY)

    assert rome.opening_after(day) == an_utc(2026, 6, 15, 6, 30)


def test_the_next_working_day_of_a_working_day() -> None:
    """It is that day itself, and nothing was passed over."""
    assert a_calendar().next_working(MONDAY) == (MONDAY, ())


def test_the_next_working_day_over_a_long_weekend() -> None:
    """All that was passed over is told, in order."""
    calendar = a_calendar(holidays={MONDAY: "Whit Monday"})

    assert calendar.next_working(SATURDAY) == (
        TUESDAY,
        (
            DayOff(day=SATURDAY, why="Saturday"),
            DayOff(day=SUNDAY, why="Sunday"),
            DayOff(day=MONDAY, why="Whit Monday"),
        ),
    )


def test_the_turn_of_the_year() -> None:
    """Over Christmas and New Year the count goes on in January."""
    days_off = (date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 6))
    calendar = a_calendar(holidays=dict.fromkeys(days_off, "holiday"))

    day, _ = calendar.add_working_days(date(2026, 12, 23), 10)

    assert day == date(2027, 1, 11)  # 24; 28 to 31; 4, 5; 7, 8; 11


def test_a_calendar_without_a_working_day() -> None:
    """Its search ends."""
    day, skipped = a_calendar(working_days=frozenset()).next_working(MONDAY)

    assert (day - MONDAY).days == len(skipped) == 366


def test_no_working_days_added() -> None:
    """It is the same day, even if that is off."""
    assert a_calendar().add_working_days(SUNDAY, 0) == (SUNDAY, ())


def test_a_mail_sent_on_a_saturday() -> None:
    """Its first working day is Monday."""
    assert a_calendar().add_working_days(SATURDAY, 1)[0] == MONDAY


@pytest.mark.parametrize(
    ("after", "until", "count"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, TUESDAY, 1),
        (SATURDAY, MONDAY, 1),
        (MONDAY, MONDAY + timedelta(days=7), 5),
        (TUESDAY, MONDAY, 0),
    ],
)
def test_working_days_of_silence(after: date, until: date, count: int) -> None:
    """The day of sending is day 0; a day that is still to come has none."""
    assert a_calendar().working_days_between(after, until) == count


days = st.dates(min_value=date(1999, 1, 1), max_value=date(2060, 1, 1))
calendars = st.builds(
    lambda week, off: a_calendar(working_days=week, holidays=dict.fromkeys(off, "holiday")),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.frozensets(st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 2, 1))),
)


@given(calendars, days | st.dates(min_value=date(2025, 12, 20), max_value=date(2026, 2, 10)), st.integers(1, 30))
def test_counting_there_and_back(calendar: Calendar, day: date, count: int) -> None:
    """So many working days on, so many working days lie between, and the day reached is one of them."""
    reached, skipped = calendar.add_working_days(day, count)

    assert calendar.working_days_between(day, reached) == count
    assert not calendar.why_off(reached)
    assert (reached - day).days == count + len(skipped)


@given(days)
def test_every_opening(day: date) -> None:
    """It is on its own day, in each zone."""
    for zone in ("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Casablanca"):
        calendar = a_calendar(zone=zone, working_days=EVERY_DAY | MONDAY_TO_FRIDAY)
        assert calendar.day_of(calendar.opening(day)) == day

"""The owner's days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crickets.domain.calendar import Calendar, Day, DayOff
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


ODD_ZONES = (
    "America/Nuuk",  # the gap of spring ends the day: 23:00 to 24:00
    "America/Scoresbysund",
    "Africa/Cairo",  # begins the day: there's no midnight
    "Asia/Beirut",
    "America/Havana",  # midnight twice in autumn
    "America/Sao_Paulo",  # no summer time any more
    "America/Santiago",
    "Australia/Lord_Howe",  # half an hour
    "Antarctica/Troll",  # two hours
    "Africa/Casablanca",  # winter time in Ramadan
    "Europe/Dublin",  # winter time is the exception
    "Asia/Kathmandu",  # a quarter of an hour
    "Asia/Almaty",  # changed for good in 2024
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Pacific/Chatham",
    "Europe/Rome",
)


@pytest.mark.parametrize(
    ("zone", "draft_at", "on_the_wall"),
    [
        ("Europe/Rome", time(2, 30), "2026-03-29T03:30"),
        ("Europe/Rome", time(2, 30), "2026-10-25T02:30"),
        ("Australia/Lord_Howe", time(2, 15), "2026-10-04T02:45"),
        ("Australia/Lord_Howe", time(1, 45), "2026-04-05T01:45"),
        ("Antarctica/Troll", time(1, 30), "2026-03-29T03:30"),
        ("Africa/Cairo", time(0, 0), "2026-04-24T01:00"),
        ("Africa/Cairo", time(0, 30), "2026-04-24T01:30"),
        ("Africa/Cairo", time(23, 30), "2026-10-29T23:30"),
        ("Asia/Beirut", time(0, 0), "2026-03-29T01:00"),
        ("America/Sao_Paulo", time(0, 0), "2018-11-04T01:00"),
        ("America/Havana", time(0, 30), "2026-11-01T00:30"),
        ("America/Nuuk", time(23, 30), "2026-03-28T22:30"),
        ("America/Nuuk", time(23, 0), "2026-03-28T22:00"),
        ("America/Nuuk", time(23, 30), "2026-10-24T23:30"),
        ("America/Scoresbysund", time(23, 30), "2026-03-28T22:30"),
    ],
)
def test_a_day_on_which_the_clock_is_changed(zone: str, draft_at: time, on_the_wall: str) -> None:
    """Its opening is on that day, though neither midnight nor the hour of the drafts need be."""
    calendar = a_calendar(zone=zone, draft_at=draft_at)
    opening = datetime.fromisoformat(on_the_wall)

    assert calendar.opening(opening.date()).astimezone(calendar.zone).replace(tzinfo=None) == opening


@pytest.mark.parametrize(
    ("zone", "day", "begins"),
    [
        ("Europe/Rome", date(2026, 6, 15), an_utc(2026, 6, 14, 22)),
        ("Africa/Cairo", date(2026, 4, 24), an_utc(2026, 4, 23, 22)),  # at one o'clock
        ("America/Havana", date(2026, 11, 1), an_utc(2026, 11, 1, 4)),  # the first of two midnights
    ],
)
def test_the_beginning_of_a_day(zone: str, day: date, begins: datetime) -> None:
    """It's the first moment that is of that day."""
    calendar = a_calendar(zone=zone)

    assert calendar.beginning(day) == begins
    assert calendar.day_at(begins + timedelta(hours=5)) == Day(date=day, begins=begins)
    assert calendar.day_of(begins) == day
    assert calendar.day_of(begins - timedelta(microseconds=1)) == day - timedelta(days=1)


def test_a_day_that_never_was() -> None:
    """Apia went over the date line: the 30th is off, and a count of working days passes over it."""
    apia = a_calendar(zone="Pacific/Apia", working_days=EVERY_DAY)

    day, skipped = apia.add_working_days(date(2011, 12, 29), 1)

    assert (day, skipped) == (date(2011, 12, 31), (DayOff(day=date(2011, 12, 30), why="left out in Pacific/Apia"),))
    assert apia.opening(date(2011, 12, 29)) == an_utc(2011, 12, 29, 18, 30)
    assert apia.opening_after(date(2011, 12, 29)) == an_utc(2011, 12, 30, 18, 30)


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


@pytest.mark.parametrize(
    ("sent_on", "there"),
    [
        (date(2026, 6, 11), MONDAY),
        (date(2026, 6, 12), TUESDAY),
        (SATURDAY, date(2026, 6, 17)),
        (SUNDAY, date(2026, 6, 17)),
        (MONDAY, date(2026, 6, 17)),
    ],
    ids=["Thursday", "Friday", "Saturday", "Sunday", "Monday"],
)
def test_when_money_is_there(sent_on: date, there: date) -> None:
    """A whole bank day lies between, also for an owner who works at weekends; what is sent at one waits for Monday."""
    rome = a_calendar(zone="Europe/Rome", working_days=MONDAY_TO_FRIDAY)

    assert rome.money_is_there(sent_on) == rome.opening(there)
    always = a_calendar(zone="Europe/Rome", working_days=EVERY_DAY)
    day_after = date(2026, 6, 13) if sent_on == date(2026, 6, 11) else there
    assert always.money_is_there(sent_on) == always.opening(day_after)


def test_when_money_is_there_over_a_holiday() -> None:
    """Banks rest then too."""
    calendar = a_calendar(holidays={MONDAY: "Whit Monday"})

    assert calendar.money_is_there(date(2026, 6, 12)) == calendar.opening(date(2026, 6, 17))


@pytest.mark.parametrize("sent_on", [date(2026, 6, 12), SATURDAY, SUNDAY], ids=["Friday", "Saturday", "Sunday"])
def test_when_money_is_there_for_who_works_at_weekends_alone(sent_on: date) -> None:
    """On their first day after the banks': what was sent on a Friday comes in on Monday, not on Saturday."""
    calendar = a_calendar(working_days=frozenset({5, 6}))

    assert calendar.money_is_there(sent_on) == calendar.opening(date(2026, 6, 20))


def test_when_money_is_there_for_who_works_three_days() -> None:
    """What was sent on their day off was sent on a day of the banks."""
    calendar = a_calendar(working_days=frozenset({0, 1, 2}))

    assert calendar.money_is_there(date(2026, 6, 11)) == calendar.opening(MONDAY)


def test_when_money_is_there_on_days_off_of_ones_own() -> None:
    """Banks don't go by these: only the owner looks later."""
    calendar = a_calendar(holidays={MONDAY: "a day off of yours"}, banks_rest=lambda day: day.weekday() in {5, 6})

    assert calendar.money_is_there(date(2026, 6, 12)) == calendar.opening(TUESDAY)


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


_AROUND_A_GAP = st.dates(min_value=date(1990, 1, 1), max_value=date(2013, 1, 1))


@given(
    st.dates() | _AROUND_A_GAP,
    st.integers(-3, 800),
    st.frozensets(st.integers(0, 6)),
    st.frozensets(st.integers(0, 800)),
    st.sampled_from(["Europe/Rome", "Pacific/Apia", "Pacific/Kwajalein", "Pacific/Kiritimati", "America/New_York"]),
)
@example(date.min, 800, EVERY_DAY, frozenset({1}), "Europe/Rome")
@example(date.max - timedelta(days=500), 500, EVERY_DAY, frozenset({1}), "America/New_York")
@example(date(2011, 12, 1), 800, EVERY_DAY, frozenset({1}), "Pacific/Apia")
@example(date(1993, 8, 20), 1, EVERY_DAY, frozenset[int](), "Pacific/Kwajalein")
def test_a_count_over_years(after: date, length: int, week: frozenset[int], off: frozenset[int], zone: str) -> None:
    """It is what a walk from day to day comes to, in any year, over holidays and days that the zone leaves out."""
    walk = [after + timedelta(days=n) for n in range(1, min(length, (date.max - after).days) + 1)]
    holidays = {day: "holiday" for n, day in enumerate(walk) if n in off}
    calendar = a_calendar(zone=zone, working_days=week, holidays=holidays)
    until = walk[-1] if walk else after - timedelta(days=min(-length, (after - date.min).days))

    worked = [
        d for d in walk if d.weekday() in week and d not in holidays and calendar.day_of(calendar.beginning(d)) == d
    ]

    assert calendar.working_days_between(after, until) == len(worked)
    assert [day for day in walk if not calendar.why_off(day)] == worked


def test_a_calendar_is_as_good_as_another_like_it() -> None:
    """What it has counted so far is no part of what it is."""
    counted = a_calendar(holidays={MONDAY: "Whit Monday"})
    fresh = replace(counted)
    counted.working_days_between(SUNDAY, TUESDAY)

    assert counted == fresh
    assert hash(counted) == hash(fresh)


def _once_a_day(drawn: time) -> time:
    """A time as the config can tell it: of two that are alike, when clocks are set back, it names none."""
    return drawn.replace(fold=0)


@given(
    st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 12, 31)),
    st.sampled_from(ODD_ZONES),
    st.times().map(_once_a_day) | st.sampled_from([time(0), time(0, 30), time(2, 30), time(23, 30)]),
)
def test_any_day(day: date, zone: str, draft_at: time) -> None:
    """It has one opening and one beginning, in that order, on itself, after those of the day before."""
    calendar = a_calendar(zone=zone, draft_at=draft_at, working_days=EVERY_DAY)
    before, opening, begins = day - timedelta(days=1), calendar.opening(day), calendar.beginning(day)

    assert calendar.day_of(opening) == calendar.day_of(begins) == day
    assert calendar.opening(before) < opening
    assert calendar.opening(before) < begins <= opening
    assert not calendar.why_off(day)


@pytest.mark.parametrize("zone", ODD_ZONES)
def test_the_days_on_which_clocks_are_changed(zone: str) -> None:
    """The same holds of each of them, at the hours of the change: chance need not find these few days."""
    for draft_at in (time(0), time(0, 30), time(1, 30), time(2, 15), time(2, 59), time(23), time(23, 59)):
        calendar = a_calendar(zone=zone, draft_at=draft_at)
        for day in _changes(calendar):
            openings = [calendar.opening(day + timedelta(days=n)) for n in (-1, 0, 1)]
            assert [calendar.day_of(o) - day for o in openings] == [timedelta(days=n) for n in (-1, 0, 1)]
            assert openings == sorted(set(openings))


def _changes(calendar: Calendar) -> list[date]:
    """The days of 2024 to 2030 that have not 24 hours."""
    all_days = (date(2024, 1, 1) + timedelta(days=n) for n in range(7 * 365))
    return [d for d in all_days if calendar.beginning(d + timedelta(days=1)) - calendar.beginning(d) != timedelta(1)]


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (an_utc(2026, 6, 16, 9), an_utc(2026, 6, 17, 9)),  # a Tuesday
        (an_utc(2026, 6, 12, 16), an_utc(2026, 6, 15, 16)),  # a Friday, two hours after noon in New York
        (an_utc(2026, 6, 13, 16), an_utc(2026, 6, 16, 4)),  # a Saturday: all of Monday
        (an_utc(2026, 10, 30, 20), an_utc(2026, 11, 2, 21)),  # the clock goes back on the Sunday
        (an_utc(2026, 6, 11, 4), an_utc(2026, 6, 12, 4)),  # midnight
    ],
    ids=["amid the week", "over a weekend", "on a day off", "over a change of the clock", "a whole day"],
)
def test_a_working_day_later(since: datetime, until: datetime) -> None:
    """Twenty-four hours pass; the hours of days off don't."""
    calendar = a_calendar(zone="America/New_York", working_days=MONDAY_TO_FRIDAY)

    assert calendar.worked_off(since, timedelta(hours=24)) == until


def test_a_working_day_later_without_any() -> None:
    """Who never works is asked once a year."""
    calendar = a_calendar(zone="UTC", working_days=frozenset())

    assert calendar.worked_off(an_utc(2026, 6, 15), timedelta(hours=24)) == an_utc(2027, 6, 17)

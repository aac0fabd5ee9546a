"""The calendar of five countries against their laws, every day of seven years counted one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from crickets.config import public_holidays
from crickets.domain.calendar import Calendar
from crickets.domain.plans import After, OnWeekday, Unit, due
from tests.calendar.laws import LANDS, ONE_DAY, ONE_HOUR, Clock, Land, easter, european_summer
from tests.simulation.almanac import Almanac, Wait

YEARS = range(2024, 2031)
WEEK = frozenset(range(5))
EIGHT_THIRTY = dt.time(8, 30)
HOURS_OF_SENDING = (dt.time(0, 0), dt.time(8, 30), dt.time(8, 31), dt.time(13, 17), dt.time(23, 59))
OPENINGS = tuple(dt.time.fromisoformat(at) for at in "00:00 01:00 01:59 02:00 02:30 02:59 03:00 08:30 23:59".split())

every_land = pytest.mark.parametrize("land", LANDS, ids=[land.code for land in LANDS])


@cache
def the_days() -> tuple[dt.date, ...]:
    """All days of the seven years."""
    begins, ends = dt.date(YEARS.start, 1, 1), dt.date(YEARS.stop, 1, 1)
    return tuple(begins + n * ONE_DAY for n in range((ends - begins).days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """One owner's days twice: by the calendar under test, and by the law."""

    calendar: Calendar
    almanac: Almanac
    clock: Clock


def opinions(land: Land, draft_at: dt.time = EIGHT_THIRTY) -> Opinions:
    """Monday to Friday, the country's holidays and the owner's own."""
    longer = range(YEARS.start, YEARS.stop + 1)  # the last steps fall due in the year after
    own, public = land.days_off(longer), public_holidays.of(land.code)
    zone = ZoneInfo(land.zone)
    return Opinions(
        calendar=Calendar(
            zone=zone,
            working_days=WEEK,
            holiday=lambda day: "a day off of yours" if day in own else public(day),
            draft_at=draft_at,
        ),
        almanac=Almanac(zone=zone, weekdays=WEEK, days_off=land.public(longer) | own, draft_at=draft_at),
        clock=land.clock,
    )


def in_utc(moment: dt.datetime) -> dt.datetime:
    """A moment of the laws as the calendar takes it."""
    return moment.replace(tzinfo=dt.UTC)


# ------------------------------------------------------------------------------------------ the laws themselves


def test_the_easters_as_printed() -> None:
    """The computus gives the Sundays that are in every printed almanac."""
    printed = "2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21".split()

    assert [easter(year).isoformat() for year in YEARS] == printed


def test_the_summers_as_printed() -> None:
    """The rule of the Union gives the Sundays that its Commission has announced."""
    announced = "2024-03-31 2024-10-27 2025-03-30 2025-10-26 2026-03-29 2026-10-25".split()

    assert [m.date().isoformat() for year in range(2024, 2027) for m in european_summer(year)] == announced


# ------------------------------------------------------------------------------------------------- the holidays


@every_land
def test_the_public_holidays(land: Land) -> None:
    """They are those of the law, all of them and no others."""
    name_of = public_holidays.of(land.code)

    assert {day for day in the_days() if name_of(day)} == land.public(YEARS)


@pytest.mark.parametrize(
    ("code", "day", "worked"),
    [
        ("IT", "2025-10-04", True),  # no holiday yet
        ("IT", "2026-10-04", False),
        ("IT", "2027-10-04", False),  # the first on a Monday
        ("PL", "2024-12-24", True),
        ("PL", "2025-12-24", False),
        ("US", "2026-07-03", False),  # a Friday, for Saturday the 4th
        ("US", "2027-12-31", False),  # a Friday, for the year that begins tomorrow
        ("US", "2027-07-05", False),  # a Monday, for Sunday the 4th
        ("DE-BY", "2026-08-15", True),  # by the law of Bavaria: a matter of the municipality
        ("DE-BY", "2026-06-04", False),
        ("IS", "2026-04-23", False),  # summer begins
        ("IS", "2026-12-24", True),  # until one o'clock
    ],
)
def test_days_that_are_easily_missed(code: str, day: str, *, worked: bool) -> None:
    """Each is on the right side, by both opinions."""
    (land,) = (land for land in LANDS if land.code == code)
    date = dt.date.fromisoformat(day)

    assert (not public_holidays.of(code)(date), date not in land.public(YEARS)) == (worked, worked)


@every_land
def test_the_days_that_are_worked(land: Land) -> None:
    """Weekdays, holidays and the owner's own days together leave the same ones."""
    both = opinions(land)

    assert [d for d in the_days() if not both.calendar.why_off(d)] == [
        d for d in the_days() if both.almanac.is_worked(d)
    ]


# --------------------------------------------------------------------------------------------------- the clocks


@every_land
@pytest.mark.parametrize("draft_at", OPENINGS, ids=str)
def test_the_opening_of_every_day(land: Land, draft_at: dt.time) -> None:
    """It's when the wall shows the hour first; in spring's gap, as long after midnight as on other days."""
    calendar = opinions(land, draft_at).calendar

    assert [d for d in the_days() if calendar.opening(d) != in_utc(land.clock.opening(d, draft_at))] == []


@every_land
def test_every_hour_of_the_seven_years(land: Land) -> None:
    """A moment is of the day that the wall shows, in the hours that come twice and around those left out as well."""
    calendar = opinions(land).calendar
    midnight = dt.datetime.combine(the_days()[0], dt.time())
    moments = [midnight + n * ONE_HOUR for n in range(len(the_days()) * 24)]

    assert [m for m in moments if calendar.day_of(in_utc(m)) != land.clock.wall(m).date()] == []


# --------------------------------------------------------------------------------------------------- the counts


def the_timings() -> Iterator[tuple[After | OnWeekday, Wait]]:
    """Each wait of a plan, in the words of the code and in those of the almanac."""
    counted = {
        Unit.DAYS: (1, 2, 3, 5, 7, 10, 30, 90),
        Unit.WORKING_DAYS: (1, 2, 3, 5, 10, 30),
        Unit.WEEKS: (1, 2, 6),
        Unit.HOURS: (1, 24, 36, 48, 100),
    }
    for unit, counts in counted.items():
        for count in counts:
            yield After(count=count, unit=unit), Wait(count=count, unit=unit.value)
    for weekday in range(7):
        yield OnWeekday(weekday=weekday), Wait(weekday=weekday)


def in_words(value: object) -> str:
    """What a test of one wait is called."""
    return f"{value.count or value.weekday} {value.unit}" if isinstance(value, Wait) else ""


def sent_on(day: dt.date, clock: Clock) -> Iterator[dt.datetime]:
    """A mail of each day, at another hour from one to the next: in five weeks, every weekday has had every hour."""
    at = HOURS_OF_SENDING[day.toordinal() % len(HOURS_OF_SENDING)]
    yield from map(in_utc, clock.moments(dt.datetime.combine(day, at)))


@every_land
@pytest.mark.parametrize(("timing", "wait"), tuple(the_timings()), ids=in_words)
def test_every_day_of_sending(land: Land, timing: After | OnWeekday, wait: Wait) -> None:
    """A step falls due when the wall shows half past eight on the day that counting on one's fingers comes to."""
    both = opinions(land)

    wrong = [
        since
        for day in the_days()
        for since in sent_on(day, land.clock)
        if due(timing, since, both.calendar).at
        != in_utc(land.clock.opening(both.almanac.due(wait, since), EIGHT_THIRTY))
    ]

    assert wrong == []


@every_land
@pytest.mark.parametrize("count", [1, 12, 36, 72])
def test_hours_over_a_change_of_the_clock(land: Land, count: int) -> None:
    """They are hours that pass: the wall has moved on by one more in spring, and by one less in autumn."""
    both, clock = opinions(land), land.clock
    changes = (moment for year in YEARS for moment in clock.summer(year))
    sent = [change + n * ONE_HOUR / 4 for change in changes for n in range(-4 * 80, 4 * 5)]

    wrong = []
    for since in sent:
        moment = since + count * ONE_HOUR
        day = clock.wall(moment).date()
        while not both.almanac.is_worked(day) or clock.opening(day, EIGHT_THIRTY) < moment:
            day += ONE_DAY
        falls = due(After(count=count, unit=Unit.HOURS), in_utc(since), both.calendar)
        if falls.at != in_utc(clock.opening(day, EIGHT_THIRTY)):
            wrong.append(since)

    assert wrong == []


@every_land
@pytest.mark.parametrize("count", [1, 3, 5, 10])
def test_every_day_that_is_passed_over(land: Land, count: int) -> None:
    """A count of working days names each day off between, and a count of days those on which it can't end."""
    both = opinions(land)

    for day in the_days():
        since = in_utc(land.clock.opening(day, EIGHT_THIRTY))
        working = due(After(count=count, unit=Unit.WORKING_DAYS), since, both.calendar)
        whole = due(After(count=count, unit=Unit.DAYS), since, both.calendar)
        assert whole.reached == day + count * ONE_DAY
        assert working.reached == both.calendar.day_of(working.at)
        for falls, begins in ((working, day + ONE_DAY), (whole, whole.reached)):
            between = (begins + n * ONE_DAY for n in range((both.calendar.day_of(falls.at) - begins).days))
            assert [off.day for off in falls.skipped] == [d for d in between if not both.almanac.is_worked(d)]
            assert all(off.why for off in falls.skipped)


@every_land
def test_the_working_days_of_a_silence(land: Land) -> None:
    """As many as are counted on one's fingers, from each day on over spans of up to a quarter of a year."""
    both = opinions(land)
    spans = [(day, day + (n % 92) * ONE_DAY) for n, day in enumerate(the_days())]

    assert [s for s in spans if both.calendar.working_days_between(*s) != both.almanac.working_days(*s)] == []

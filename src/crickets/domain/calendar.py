"""
The owner's days: which are worked, and when on such a day a draft is laid.

Days are calendar days in the owner's zone; moments are aware and in UTC. Holidays come in as a function, so that
this page needs no list of countries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from typing import NamedTuple
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST_CLOSURE = 366
"""A calendar without one working day in a year is taken as having none at all."""


_SATURDAY = 5


def at_the_weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A day on which nothing is laid, and why."""

    day: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day by its date and by its first moment, for whoever has to count what belongs to it without a calendar."""

    date: date
    begins: datetime


class _Year(NamedTuple):
    """
    The days of a year, its first being 0: why each is off, as `why_off` says it, and what was worked before each.

    `worked` has one number more than there are days: that of the whole year.
    """

    begins: int
    why_off: tuple[str, ...]
    worked: tuple[int, ...]

    def worked_up_to(self, day: date) -> int:
        """How many of its days are worked up to one, and with it."""
        return self.worked[day.toordinal() - self.begins + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """
    Working days, holidays and the hour of the drafts, in one zone.

    `working_days` counts Monday as 0. `holiday` gives a day's holiday by name, or nothing; `banks_rest` says whether no
    bank moves money on a day, which has nothing to do with when the owner works. `draft_at` is wall time:
    in the gap of a DST change it means the moment as long after midnight as on other days (03:30 for 02:30), in the
    fold the first of the two (PEP 495). Where that gap ends the day, as it does in Nuuk, it's as long before midnight
    as on other days (22:30 for 23:30): each day has one opening, and has it on that day.

    Each year that is asked of is worked out once, and kept as long as the calendar: every decision counts days.
    """

    zone: ZoneInfo
    working_days: frozenset[int]
    holiday: Callable[[date], str]
    draft_at: time
    banks_rest: Callable[[date], bool] = at_the_weekend
    _years: dict[int, _Year] = field(default_factory=dict, init=False, repr=False, compare=False)

    def day_of(self, moment: datetime) -> date:
        """The day in the owner's zone."""
        return moment.astimezone(self.zone).date()

    def day_at(self, moment: datetime) -> Day:
        """The same day with its beginning."""
        day = self.day_of(moment)
        return Day(date=day, begins=self.beginning(day))

    def opening(self, day: date) -> datetime:
        """The moment of `draft_at` on a day, in UTC; a day that the zone leaves out has the next one's."""
        after = _moment(day, self.draft_at, self.zone)
        before = _moment(day, self.draft_at.replace(fold=1), self.zone)
        return before if self.day_of(after) != day == self.day_of(before) else after

    def beginning(self, day: date) -> datetime:
        """The first moment of a day, in UTC: of some days it's not midnight (Cairo, Beirut, Havana)."""
        return _moment(day, time.min, self.zone)

    def why_off(self, day: date) -> str:
        """Why a day isn't worked: its weekday, the holiday's name, or that it never was; empty on a working day."""
        year = self._year(day.year)
        return year.why_off[day.toordinal() - year.begins]

    def next_working(self, day: date) -> tuple[date, tuple[DayOff, ...]]:
        """The first working day from `day` on, and the days passed over on the way."""
        skipped: list[DayOff] = []
        while (why := self.why_off(day)) and len(skipped) < _LONGEST_CLOSURE:
            skipped.append(DayOff(day=day, why=why))
            day += ONE_DAY
        return day, tuple(skipped)

    def opening_after(self, day: date) -> datetime:
        """The first opening on a working day later than `day`."""
        working, _ = self.next_working(day + ONE_DAY)
        return self.opening(working)

    def money_is_there(self, sent_on: date) -> datetime:
        """
        The first opening at which money shows that was sent on a day, be it in its last hour.

        What is sent while banks rest waits for the next bank day, and comes in on the one after that; the owner sees it
        on their first working day after it.
        """
        return self.opening_after(self._bank_day(self._bank_day(sent_on) + ONE_DAY))

    def _bank_day(self, day: date) -> date:
        """The first from a day on; that day where there is none."""
        days = (day + timedelta(days=n) for n in range(_LONGEST_CLOSURE))
        return next((each for each in days if not self.banks_rest(each)), day)

    def add_working_days(self, day: date, count: int) -> tuple[date, tuple[DayOff, ...]]:
        """The `count`-th working day after `day`, and the days passed over on the way."""
        skipped: list[DayOff] = []
        for _ in range(count):
            day, more = self.next_working(day + ONE_DAY)
            skipped.extend(more)
        return day, tuple(skipped)

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days lie behind `after`, up to and with `until`."""
        if until <= after:
            return 0
        whole_years = sum(self._year(year).worked[-1] for year in range(after.year, until.year))
        return whole_years + self._year(until.year).worked_up_to(until) - self._year(after.year).worked_up_to(after)

    def worked_off(self, since: datetime, span: timedelta) -> datetime:
        """
        The moment at which so much time has passed since another, days off not counted.

        A calendar without one working day in a year has a day of them each year.
        """
        day = self.day_of(since)
        while True:
            day, _ = self.next_working(day)
            since = max(since, self.beginning(day))
            ends = self.beginning(day := day + ONE_DAY)
            if since + span <= ends:
                return since + span
            span -= ends - since

    def _year(self, number: int) -> _Year:
        known = self._years.get(number)
        if known is None:
            known = self._years[number] = self._worked_out(number)
        return known

    def _worked_out(self, number: int) -> _Year:
        first, last = date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal()
        off = tuple(self._why_off(date.fromordinal(n)) for n in range(first, last + 1))
        return _Year(first, off, tuple(accumulate((not why for why in off), initial=0)))

    def _why_off(self, day: date) -> str:
        if day.weekday() not in self.working_days:
            return WEEKDAYS[day.weekday()]
        return self.holiday(day) or ("" if _is_lived(day, self.zone) else f"left out in {self.zone.key}")


def _is_lived(day: date, zone: ZoneInfo) -> bool:
    """Whether the zone has the day at all: Apia went from the 29th of December 2011 to the 31st."""
    if day == date.min:  # there is no moment in UTC at which it begins east of Greenwich
        return True
    return _moment(day, time.min, zone).astimezone(zone).date() == day


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)

"""
The owner's days: which are worked, and when on such a day a draft is laid.

Days are calendar days in the owner's zone; moments are aware and in UTC. Holidays come in as a function, so that
this page needs no list of countries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST_CLOSURE = 366
"""A calendar without one working day in a year is taken as having none at all."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """
    Working days, holidays and the hour of the drafts, in one zone.

    `working_days` counts Monday as 0. `holiday` gives a day's holiday by name, or nothing. `draft_at` is wall time:
    in the gap of a DST change it means the moment as long after midnight as on other days (03:30 for 02:30), in the
    fold the first of the two (PEP 495). Where that gap ends the day, as it does in Nuuk, it's as long before midnight
    as on other days (22:30 for 23:30): each day has one opening, and has it on that day.
    """

    zone: ZoneInfo
    working_days: frozenset[int]
    holiday: Callable[[date], str]
    draft_at: time

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
        if day.weekday() not in self.working_days:
            return WEEKDAYS[day.weekday()]
        return self.holiday(day) or ("" if _is_lived(day, self.zone) else f"left out in {self.zone.key}")

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

    def add_working_days(self, day: date, count: int) -> tuple[date, tuple[DayOff, ...]]:
        """The `count`-th working day after `day`, and the days passed over on the way."""
        skipped: list[DayOff] = []
        for _ in range(count):
            day, more = self.next_working(day + ONE_DAY)
            skipped.extend(more)
        return day, tuple(skipped)

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days lie behind `after`, up to and with `until`."""
        days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
        return sum(not self.why_off(day) for day in days)

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


@lru_cache(maxsize=4096)
def _is_lived(day: date, zone: ZoneInfo) -> bool:
    """Whether the zone has the day at all: Apia went from the 29th of December 2011 to the 31st."""
    return _moment(day, time.min, zone).astimezone(zone).date() == day


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)

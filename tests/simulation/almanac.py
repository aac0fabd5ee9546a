"""The owner's days, counted one by one: a second opinion on the calendar, made to be read rather than to be quick.

Nothing in here comes from `crickets`: what both get wrong alike would go unseen.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How long a step waits: `count` of `unit` ("hours", "days", "working days", "weeks"), or until a weekday."""

    count: int = 0
    unit: str = "days"
    #: Monday is 0; that day of the calendar week after.
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Almanac:
    """Which days are worked in one zone, and from when on a draft may be laid."""

    zone: ZoneInfo
    weekdays: frozenset[int]
    days_off: frozenset[dt.date]
    draft_at: dt.time

    def day(self, moment: dt.datetime) -> dt.date:
        """The date on the owner's wall."""
        return moment.astimezone(self.zone).date()

    def is_worked(self, day: dt.date) -> bool:
        """Whether it's a working day."""
        return day.weekday() in self.weekdays and day not in self.days_off

    def working_days(self, after: dt.date, until: dt.date) -> int:
        """The working days behind the one, up to and with the other."""
        count = 0
        while after < until:
            after += ONE_DAY
            count += self.is_worked(after)
        return count

    def first_worked(self, day: dt.date) -> dt.date:
        """This day, or the next that is worked."""
        while not self.is_worked(day):
            day += ONE_DAY
        return day

    def is_open(self, moment: dt.datetime) -> bool:
        """Whether drafts are laid at this moment: a working day, and not before its hour."""
        wall = moment.astimezone(self.zone)
        return self.is_worked(wall.date()) and wall.time() >= self.draft_at

    def due(self, wait: Wait, since: dt.datetime) -> dt.date:
        """The working day on which a step falls due that counts from `since`."""
        if wait.unit == "hours":
            return self._due_in_hours(since + dt.timedelta(hours=wait.count))
        return self.first_worked(self._reached(wait, self.day(since)))

    def _reached(self, wait: Wait, day: dt.date) -> dt.date:
        if wait.weekday is not None:
            monday = day - day.weekday() * ONE_DAY
            return monday + (7 + wait.weekday) * ONE_DAY
        if wait.unit == "working days":
            for _ in range(wait.count):
                day = self.first_worked(day + ONE_DAY)
            return day
        return day + wait.count * (7 if wait.unit == "weeks" else 1) * ONE_DAY

    def _due_in_hours(self, moment: dt.datetime) -> dt.date:
        """The day of the first opening at or after a moment."""
        wall = moment.astimezone(self.zone)
        too_late = wall.time() > self.draft_at
        return self.first_worked(wall.date() + ONE_DAY if too_late else wall.date())

"""
Plans, their steps, and the day on which a step falls due.

Knows the words of the config's plans; must not know how they are written there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum

from crickets.domain.calendar import Calendar, DayOff


class Do(Enum):
    """What a step asks for: a mail, a telephone call, or some other task of the owner's."""

    DRAFT = "draft"
    CALL = "call"
    TASK = "task"


class Unit(Enum):
    """What a step's silence is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"


class Pacing(Enum):
    """Whether a plan's first step waits for its own count alone, or until nine in ten of a client's answers came."""

    FIXED = "fixed"
    ADAPTIVE = "adaptive"


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """So much silence: `count` of `unit`, the day of sending being day 0."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class OnWeekday:
    """That weekday (Monday is 0) of the calendar week after the anchor's; weeks begin on Monday (ISO 8601)."""

    weekday: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnNext:
    """The first such weekday (Monday is 0) after the anchor's day."""

    weekday: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """So late an invoice: `count` of `unit`, the day on which it falls due being day 0; never in hours."""

    count: int
    unit: Unit


Timing = After | OnWeekday | OnNext | Overdue


class OurNote(StrEnum):
    """A note of a plan that comes with the program: told in the owner's language where that is written."""

    COMPARE_AND_CALL = (
        "compare the address you wrote to with the one the client last wrote from; then call, only to learn whether "
        "the mail arrived"
    )
    LOOK_FOR_SIGNS = "look for public signs that the client is active; stay neutral in public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """
    One step of a plan; `template` names a draft's words, `note` says what a call or task is for.

    A note is the owner's own, or one of `OurNote`.
    """

    timing: Timing
    do: Do = Do.DRAFT
    template: str = ""
    note: str = ""

    @property
    def is_notice(self) -> bool:
        """Whether it's a mail about an invoice, whatever its words: one that counts from when that falls due."""
        return self.do is Do.DRAFT and isinstance(self.timing, Overdue)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A named list of steps; one without steps follows nobody up."""

    name: str
    steps: tuple[Step, ...]
    pace: Pacing = Pacing.FIXED


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """
    When a step falls due.

    `reached` is the day on which the count is reached, `at` the moment from which the step may be carried out, in
    UTC; `skipped` are the days off that were passed over, in counting and after it.
    """

    reached: date
    at: datetime
    skipped: tuple[DayOff, ...] = ()


def due(timing: After | OnWeekday | OnNext, since: datetime, calendar: Calendar) -> Due:
    """When a step falls due that counts from `since`."""
    if isinstance(timing, After) and timing.unit is Unit.HOURS:
        return _due_in_hours(since + timedelta(hours=timing.count), calendar)
    return due_from(timing, calendar.day_of(since), calendar)


def due_from(timing: Timing, day_zero: date, calendar: Calendar) -> Due:
    """When a step falls due that is counted in days, from that day: for `Overdue`, the one on which an invoice is."""
    reached, counted = _reached(timing, day_zero, calendar)
    day, skipped = calendar.next_working(reached)
    return Due(reached=reached, at=calendar.opening(day), skipped=(*counted, *skipped))


def not_before(due: Due, moment: datetime, calendar: Calendar) -> Due:
    """The same, put off to the first opening of a working day at or after a moment, if that's later."""
    return due if due.at >= moment else _due_in_hours(moment, calendar)


def _reached(timing: Timing, day_zero: date, calendar: Calendar) -> tuple[date, tuple[DayOff, ...]]:
    if isinstance(timing, OnWeekday):
        return day_zero + timedelta(days=7 - day_zero.weekday() + timing.weekday), ()
    if isinstance(timing, OnNext):
        return day_zero + timedelta(days=(timing.weekday - day_zero.weekday() - 1) % 7 + 1), ()
    if timing.unit is Unit.WORKING_DAYS:
        return calendar.add_working_days(day_zero, timing.count)
    return day_zero + timing.count * (timedelta(weeks=1) if timing.unit is Unit.WEEKS else timedelta(days=1)), ()


def _due_in_hours(moment: datetime, calendar: Calendar) -> Due:
    """The first opening of a working day at or after the moment."""
    reached = calendar.day_of(moment)
    begun = moment > calendar.opening(reached)
    day, skipped = calendar.next_working(reached + timedelta(days=1) if begun else reached)
    return Due(reached=reached, at=calendar.opening(day), skipped=skipped)


def _days(count: int) -> After:
    return After(count=count, unit=Unit.DAYS)


def _overdue(count: int) -> Overdue:
    return Overdue(count=count, unit=Unit.DAYS)


def _working_days(count: int) -> After:
    return After(count=count, unit=Unit.WORKING_DAYS)


_TUESDAY = 1

BUILT_IN: Mapping[str, Plan] = {
    plan.name: plan
    for plan in (
        Plan(
            name="negotiation",
            steps=(
                Step(timing=_days(5), template="check-in"),
                Step(timing=_days(7), template="closing-the-loop"),
            ),
        ),
        Plan(
            name="project",
            steps=(
                Step(timing=OnWeekday(weekday=_TUESDAY), template="project-check-in"),
                Step(timing=_days(7), do=Do.CALL, note=OurNote.COMPARE_AND_CALL),
                Step(timing=_working_days(3), do=Do.TASK, note=OurNote.LOOK_FOR_SIGNS),
                Step(timing=_days(1), template="pausing-work"),
            ),
        ),
        Plan(
            name="invoice",
            steps=(
                Step(timing=_overdue(1), template="invoice-resend"),
                Step(timing=_overdue(30), template="late-payment"),
                Step(timing=_overdue(60), template="late-payment"),
                Step(timing=_overdue(90), template="final-notice"),
            ),
        ),
        Plan(
            name="lost",
            steps=(
                Step(timing=_working_days(2), template="ask-why"),
                Step(timing=_working_days(5), template="make-amends"),
            ),
        ),
        Plan(name="cold", steps=(Step(timing=_days(7), template="closing-the-loop"),)),
    )
}
"""The plans that come with the program; the figures are those of the contract and of practice in the field."""

NO_PLAN = Plan(name="none", steps=())
"""What a rule names to have a thread ignored."""

DEFAULT_PLAN = "negotiation"
COLD_PLAN = "cold"
INVOICE_PLAN = "invoice"

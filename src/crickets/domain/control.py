"""
The control folders: what a mail orders for its thread by being put into one of them.

Knows their names and what each means; must not know servers, nor how a folder is written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from crickets.domain.calendar import Calendar
from crickets.domain.mailbox import Folder
from crickets.domain.message import Message
from crickets.domain.plans import NO_PLAN
from crickets.domain.thread import Order, OrderKind, ThreadId

ROOT = "Crickets"
"""The folder in which the control folders lie."""

_A_WEEK = timedelta(weeks=1)
_UNFIT = re.compile(r"[^\w &'()+,:;=@#-]+")
"""What some server takes for the border between two folders, or for a wildcard, or doesn't take."""

_BLANKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A control folder: what it's called, and what it orders; `plan` belongs to the order of a plan."""

    title: str
    kind: OrderKind
    plan: str = ""

    @property
    def levels(self) -> tuple[str, str]:
        """Its name, level by level."""
        return ROOT, self.title

    @property
    def name(self) -> str:
        """Its name as people say it."""
        return f"{ROOT}/{self.title}"

    def order(self, at: datetime, calendar: Calendar, mail: Message) -> Order:
        """What it orders at a moment, when a mail lies in it."""
        return Order(
            kind=self.kind,
            at=at,
            until=self._until(calendar.day_of(at)),
            plan=self.plan,
            by=f"the folder {self.name}",
            source=mail.id,
        )

    def _until(self, day: date) -> date | None:
        if self.kind is not OrderKind.SNOOZE:
            return None
        return day + _A_WEEK if self.title == _WEEK else _a_month_later(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """
    A mail that was put into a control folder, with its thread.

    `again` says that the folder holds it under another UIDVALIDITY than when that was last heard: it's no news then.
    """

    thread: ThreadId
    message: Message
    again: bool = False


_WEEK, _MONTH = "Snooze 1 week", "Snooze 1 month"
_ALWAYS = (
    Control(title="Stop", kind=OrderKind.STOP),
    Control(title=_WEEK, kind=OrderKind.SNOOZE),
    Control(title=_MONTH, kind=OrderKind.SNOOZE),
)


def controls_of(plans: Iterable[str]) -> tuple[Control, ...]:
    """Every control folder there is to be: those for any thread, then one for each plan; no two of one name."""
    once: dict[str, Control] = {}
    for control in (*_ALWAYS, *_of_plans(plans)):
        once.setdefault(same_name(control.title), control)
    return tuple(once.values())


def _of_plans(plans: Iterable[str]) -> Iterator[Control]:
    for plan in plans:
        title = " ".join(_UNFIT.sub(" ", plan).split())
        if title and plan != NO_PLAN.name:
            yield Control(title=title[:1].upper() + title[1:], kind=OrderKind.PLAN, plan=plan)


def control_in(folder: Folder, controls: Iterable[Control]) -> Control | None:
    """The control folder that a folder of the mailbox is, or None; in whatever case its owner writes it."""
    if len(folder.levels) != len((ROOT, "")) or same_name(folder.levels[0]) != same_name(ROOT):
        return None
    title = same_name(folder.levels[1])
    return next((control for control in controls if same_name(control.title) == title), None)


def same_name(name: str) -> str:
    """A name as it's compared: in any case, and whatever sign stands where an address, or a folder, can't hold it."""
    return _BLANKS.sub("-", name.casefold())


def _a_month_later(day: date) -> date:
    """The same day of the next month, or that month's last."""
    first = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))

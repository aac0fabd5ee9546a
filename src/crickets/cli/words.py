"""
Days, spans and people in the words of the pages.

Pure, but for the config that was named: the present day or moment is an argument. English, without a locale: a page
reads the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from crickets.cli.next_steps import next_steps
from crickets.cli.safe import plain
from crickets.domain.dealings import Dealings
from crickets.domain.message import Address
from crickets.domain.plans import Do, OnNext, OnWeekday, Overdue, Step, Timing
from crickets.domain.verdict import Reason, Verdict, why

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ISO_DAY = re.compile(
    r"""
    `[^`]*` | \{[^{}]*\}                   # to be typed as it stands
    | \binvoices?[ ]\d\S* | \((?=\d)\S+    # a number: many count 2026-11-03, 2026-11-04
    | (?P<on>\bon[ ])? (?<![\w./-])(?P<day>\d{4}-\d{2}-\d{2})(?![\w-]|\.\w)  # not in a file's name
    """,
    re.VERBOSE,
)
"""A day in a sentence, or what may look like one and is to be left as it is."""
_JUST_NOW = timedelta(minutes=1)
_SPANS = (
    (timedelta(days=1), "day"),
    (timedelta(hours=1), "hour"),
    (timedelta(minutes=1), "minute"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The owner's zone and the present moment: what a day is called depends on both."""

    now: datetime
    zone: ZoneInfo

    @property
    def day(self) -> date:
        """The owner's day."""
        return self.day_of(self.now)

    def day_of(self, moment: datetime) -> date:
        """The owner's day of a moment."""
        return moment.astimezone(self.zone).date()

    def call(self, day: date) -> str:
        """What a day is called: "tomorrow", "Tue 24 Nov", and with its year if that is another."""
        near = _NEAR.get((day - self.day).days)
        return near or self.by_date(day)

    def on(self, day: date) -> str:
        """The same with its preposition: "tomorrow", "on Tue 24 Nov"."""
        called = self.call(day)
        return called if called in _NEAR.values() else f"on {called}"

    def moment(self, moment: datetime) -> str:
        """A day and its hour: "Tue 24 Nov 08:30"."""
        return f"{self.call(self.day_of(moment))} {moment.astimezone(self.zone):%H:%M}"

    def stamp(self, moment: datetime) -> str:
        """A day by its date and its hour, for columns: "Tue 24 Nov 08:30"."""
        local = moment.astimezone(self.zone)
        return f"{calendar_day(local.date(), with_year=local.year != self.day.year)} {local:%H:%M}"

    def ago(self, moment: datetime) -> str:
        """How long ago a moment was: "4 minutes ago"."""
        span = self.now - moment
        if span < _JUST_NOW:
            return "just now" if span > -_JUST_NOW else f"on {self.stamp(moment)}"
        length, unit = next(each for each in _SPANS if span >= each[0])
        return f"{count(span // length, unit)} ago"

    def said(self, sentence: str) -> str:
        """A sentence of the domain, its days (2026-11-24) called as people call them."""
        return next_steps(_ISO_DAY.sub(self._called, plain(sentence)))

    def dated(self, sentence: str) -> str:
        """The same by their dates, for what is said of another day than the present one."""
        return next_steps(_ISO_DAY.sub(self._dated, plain(sentence)))

    def _called(self, found: re.Match[str]) -> str:
        day = _day_in(found)
        if day is None:
            return found[0]
        return self.on(day) if found["on"] else self.call(day)

    def _dated(self, found: re.Match[str]) -> str:
        day = _day_in(found)
        return found[0] if day is None else f"{found['on'] or ''}{self.by_date(day)}"

    def by_date(self, day: date) -> str:
        """A day by its date, with its year if that is another: "Tue 24 Nov"."""
        return calendar_day(day, with_year=day.year != self.day.year)

    def iso(self, moment: datetime) -> str:
        """The moment in ISO 8601, in the owner's zone."""
        return moment.astimezone(self.zone).isoformat(timespec="seconds")


def _day_in(found: re.Match[str]) -> date | None:
    """The day that was found in a sentence, if there is such a day."""
    try:
        return date.fromisoformat(found["day"] or "")
    except ValueError:
        return None


def calendar_day(day: date, *, with_year: bool) -> str:
    """A day by its date: "Tue 24 Nov"."""
    return f"{day:%a} {day.day} {day:%b}" + (f" {day.year}" if with_year else "")


def count(number: int, thing: str) -> str:
    """So many of a thing: "1 draft", "3 drafts"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def as_told(sentence: str) -> str:
    """A sentence of ours in which strangers may have a word: one line, each command in it as it's to be typed."""
    return next_steps(plain(sentence))


def name_of(address: Address | None) -> str:
    """What to call somebody: their name, or their address where there is none."""
    if address is None:
        return "nobody"
    return plain(address.name) or plain(address.email) or "(no address)"


def full_name_of(address: Address | None) -> str:
    """A name and its address."""
    return "nobody" if address is None else plain(str(address))


def state_of(verdict: Verdict) -> str:
    """What a thread is, in a word or two; where the client began it and waits, whose turn it is."""
    return "your turn" if verdict.reason.reason is Reason.YOUR_TURN else verdict.state.value


def fees_left_out(verdict: Verdict) -> Iterator[str]:
    """Why a notice asks for no late fee though one was to be asked for: its owner would send it without."""
    return (str(each) for each in verdict.why if each.reason is Reason.NO_FEE)


def subject_of(subject: str) -> str:
    """A subject, or the word for none."""
    return plain(subject) or "(no subject)"


def timing(when: Timing) -> str:
    """When a step falls due: "after 5 working days"."""
    if isinstance(when, OnWeekday):
        return f"on {_WEEKDAYS[when.weekday]} of next week"
    if isinstance(when, OnNext):
        return f"on the next {_WEEKDAYS[when.weekday]}"
    unit = when.unit.value
    span = f"{when.count} {unit.removesuffix('s') if when.count == 1 else unit}"
    return f"{span} after the invoice is due" if isinstance(when, Overdue) else f"after {span}"


def advice(dealings: Dealings) -> str:
    """What to think of with a client who is habitually slow; nothing for all others."""
    slow = dealings.pace is not None and dealings.pace.slow
    return str(why(Reason.SLOW, who=name_of(dealings.client))) if slow else ""


def step_name(step: Step) -> str:
    """What a step is called: its template, or that it's a call or a task."""
    return step.template if step.do is Do.DRAFT else f"a {step.do.value}"

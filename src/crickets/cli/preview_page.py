"""
How `preview` looks on a terminal: the days that bring something, one below the other, and what none of them brings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from crickets.cli.course import OF_NO_STEP, steps_after
from crickets.cli.safe import plain
from crickets.cli.shapes import phone_of
from crickets.cli.status_page import freshness, never_read, nothing_read, task_of
from crickets.cli.words import Today, as_told, count, name_of, step_name, subject_of, timing
from crickets.domain.calendar import WEEKDAYS, DayOff
from crickets.domain.plans import Do
from crickets.domain.policy import Policy
from crickets.domain.verdict import Reason, Verdict
from crickets.reading.voice.phones import spaced
from crickets.service.preview import ComingDay, Expected, Preview

_NARROWEST = 16
_GAP = 2
_MOST = 15
"""How many of the held ones are listed: `status --all` lists them all."""

_FEES = {Reason.FEE, Reason.NO_FEE}

_DRAFTS, _TASKS, _LYING, _HELD, _OFF = "cyan", "magenta", "green", "yellow", "dim"


def preview_page(preview: Preview, policy: Policy, *, width: int) -> Iterator[RenderableType]:
    """The page from top to bottom, for a terminal of so many columns."""
    page = _Page(preview=preview, policy=policy, width=width)
    yield from page.head()
    yield from page.lying()
    for day in preview.days:
        yield from page.day(day)
    yield from page.held()
    yield from page.foot()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A thread: who and on what, and what comes of it."""

    verdict: Verdict
    style: str
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    preview: Preview
    policy: Policy
    width: int

    @property
    def today(self) -> Today:
        return Today(now=self.preview.as_of, zone=self.policy.owner.zone)

    def head(self) -> Iterator[RenderableType]:
        until = self.today.by_date(self.preview.until)
        yield Text(f"{self.today.stamp(self.preview.as_of)}, and on to {until}", style="bold")
        yield Text(
            "As if nobody answered, and you sent none of it: what isn't sent doesn't move a plan on, so of each thread "
            "one step is shown, and what would follow on it.",
            style="dim",
        )
        for problem in self.preview.problems:
            yield Text(f"! {as_told(problem)}", style="red")
        if any(view.evidence.doubts for view in self.preview.accounts):
            yield Text("! There, nothing is laid before that is mended.", style="red")

    def lying(self) -> Iterator[RenderableType]:
        rows = [
            _Row(verdict=verdict, style=_LYING, what=self._what(verdict, self.today.dated(str(verdict.reason))))
            for verdict in self.preview.lying
        ]
        if rows:
            yield _titled("In your Drafts already", len(rows), _LYING)
            yield self._table(rows)

    def day(self, day: ComingDay) -> Iterator[RenderableType]:
        """A day with all that it brings; without that, only a holiday is told."""
        if day.steps:
            yield _titled(self._day_name(day.date), len(day.steps), "")
            yield self._table([self._row(expected, day.date) for expected in day.steps])
        elif day.off and day.off not in WEEKDAYS:
            yield Text(f"\n{self._day_name(day.date)} is passed over: {plain(day.off)}", style=_OFF)

    def held(self) -> Iterator[RenderableType]:
        held = self.preview.held
        if not held:
            return
        yield _titled("Held all the while", len(held), _HELD)
        rows = (
            _Row(verdict=verdict, style=_HELD, what=Text(self.today.dated(str(verdict.reason))))
            for verdict in held[:_MOST]
        )
        yield self._table(list(rows))
        if len(held) > _MOST:
            more = as_told(f"and {len(held) - _MOST} more (`crickets status --all` lists them)")
            yield Text(f"      {more}", style="dim")

    def foot(self) -> Iterator[RenderableType]:
        yield from self._nothing()
        yield from self._later()
        yield Text()
        for view in self.preview.accounts:
            yield freshness(view, self.today)

    def _nothing(self) -> Iterator[RenderableType]:
        if never_read(self.preview.accounts):
            yield nothing_read()
        elif not any(day.steps for day in self.preview.days):
            yield Text(f"\nNothing falls due up to {self.today.by_date(self.preview.until)}.")

    def _later(self) -> Iterator[RenderableType]:
        moments = [verdict.next_at for verdict in self.preview.later if verdict.next_at is not None]
        if moments:
            first = self.today.by_date(self.today.day_of(min(moments)))
            yield Text(f"\nLater: {count(len(moments), 'thread')}, the first on {first}", style="dim")

    def _row(self, expected: Expected, day: date) -> _Row:
        verdict = expected.verdict
        if verdict.lay is None:
            what, style = task_of(verdict, spaced(phone_of(verdict.client, self.policy))), _TASKS
        else:
            what, style = "" if verdict.planned is None else step_name(verdict.planned), _DRAFTS
        return _Row(verdict=verdict, style=style, what=self._what(verdict, what, *self._way(expected, day)))

    def _what(self, verdict: Verdict, what: str, *way: str) -> Text:
        """What it is, and below it, dim, how it came to that and what would follow."""
        below = (self._step(verdict), *way, self._then(verdict))
        return Text(what).append("".join(f"\n{line}" for line in below if line), style="dim")

    def _step(self, verdict: Verdict) -> str:
        steps = len(self.policy.plans[verdict.plan].steps)
        number = f"{plain(verdict.plan)}, step {min(verdict.step + 1, steps)} of {steps}"
        return number if verdict.silence is None else f"{number}, {count(verdict.silence.days, 'day')} of silence"

    def _way(self, expected: Expected, day: date) -> Iterator[str]:
        """Since when it's due, its late fee, what kept it back, and the days passed over that are not long gone."""
        due = expected.verdict.due
        if due is not None and self.today.day_of(due.at) < day:
            yield f"due since {self.today.by_date(self.today.day_of(due.at))}"
        yield from (self.today.dated(str(each)) for each in expected.verdict.why if each.reason in _FEES)
        for hold in expected.held:
            since = "" if hold.since == self.today.day else f"from {self.today.by_date(hold.since)} on: "
            yield f"{since}{self.today.dated(str(hold.reason))}"
        off = [each for each in expected.passed_over if each.day >= self.today.day]
        if off:
            yield f"passed over: {', '.join(map(self._off, off))}"

    def _off(self, off: DayOff) -> str:
        return self.today.by_date(off.day) + ("" if off.why in WEEKDAYS else f" ({plain(off.why)})")

    def _then(self, verdict: Verdict) -> str:
        """What would follow, and from when on it counts."""
        steps = [f"{step_name(step)} {timing(step.timing)}" for _, step in steps_after(verdict, self.policy)]
        return f"once {_taken(verdict)}: {', then '.join(steps)}" if steps else ""

    def _day_name(self, day: date) -> str:
        called = self.today.call(day)
        dated = self.today.by_date(day)
        return dated if called == dated else f"{called.capitalize()}, {dated}"

    def _table(self, rows: list[_Row]) -> Table:
        """Names, people and what comes, the columns of all tables as wide as each other."""
        table = Table.grid(padding=(0, _GAP, 0, 0))
        table.add_column(width=self._name_width, no_wrap=True)
        table.add_column(width=self._who_width, no_wrap=True, overflow="ellipsis")
        table.add_column(overflow="fold")
        for row in rows:
            table.add_row(Text(row.verdict.thread, style=row.style), _who(row.verdict), row.what)
        return table

    @property
    def _name_width(self) -> int:
        return max((4, *(len(verdict.thread) for verdict in self._shown)))

    @property
    def _who_width(self) -> int:
        widest = max((line.cell_len for v in self._shown for line in _who(v).split()), default=0)
        return min(widest, max(_NARROWEST, (self.width - self._name_width) // 3 - _GAP))

    @property
    def _shown(self) -> tuple[Verdict, ...]:
        expected = (e.verdict for day in self.preview.days for e in day.steps)
        return (*self.preview.lying, *expected, *self.preview.held[:_MOST])


def _titled(title: str, number: int, style: str) -> Text:
    return Text.assemble("\n", (title, f"bold {style}"), (f"  {number}", "dim"))


def _taken(verdict: Verdict) -> str:
    """What moves the plan on."""
    if verdict.reason.reason in OF_NO_STEP or verdict.planned is None:
        return "that is sent"
    return "you have sent it" if verdict.planned.do is Do.DRAFT else "it's done"


def _who(verdict: Verdict) -> Text:
    return Text(name_of(verdict.client), style="bold").append(f"\n{subject_of(verdict.subject)}", style="not bold")

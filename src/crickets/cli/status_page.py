"""
How `status` looks on a terminal: groups of threads by what they ask of the owner, the most urgent first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from crickets.cli.safe import plain
from crickets.cli.shapes import phone_of, step_number
from crickets.cli.words import Today, count, name_of, step_name, subject_of
from crickets.domain.plans import Do
from crickets.domain.policy import Policy
from crickets.domain.verdict import Reason, State, Verdict
from crickets.service.overview import AccountView, Overview

_NARROWEST, _WIDEST = 20, 56
_SILENCE = 12
_MOST = 15
"""How many of a group are listed without `--all`: an inbox of years may be a long list of turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """A heading, the states below it, and its colour."""

    title: str
    states: frozenset[State]
    style: str


_DRAFTED = _Group(title="In your Drafts, to be read and sent", states=frozenset({State.DRAFTED}), style="green")
_TASKS = _Group(title="Calls and tasks", states=frozenset({State.TASK}), style="magenta")
_TURN = _Group(title="Your turn", states=frozenset(), style="yellow")
_AFTER_YOUR_TURN = (
    _Group(title="Silent", states=frozenset({State.WAITING}), style="cyan"),
    _Group(title="Held", states=frozenset({State.HELD}), style="red"),
    _Group(title="Snoozed", states=frozenset({State.SNOOZED}), style="blue"),
)
_ONLY_WITH_ALL = (
    _Group(title="Answered", states=frozenset({State.ANSWERED}), style=""),
    _Group(title="Stopped and closed", states=frozenset({State.STOPPED, State.CLOSED}), style=""),
    _Group(title="Ignored", states=frozenset({State.IGNORED}), style="dim"),
)


def status_page(overview: Overview, policy: Policy, *, every: bool, width: int) -> Iterator[RenderableType]:
    """The page from top to bottom, for a terminal of so many columns."""
    page = _Page(overview=overview, policy=policy, width=width, every=every)
    yield Text(page.today.stamp(overview.as_of), style="bold")
    yield from page.problems()
    yield from page.group(_DRAFTED)
    yield from page.group(_TASKS)
    yield from page.your_turn()
    for group in (*_AFTER_YOUR_TURN, *(_ONLY_WITH_ALL if every else ())):
        yield from page.group(group)
    yield from page.foot()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all parts of the page are made from."""

    overview: Overview
    policy: Policy
    width: int
    every: bool

    @property
    def today(self) -> Today:
        return Today(now=self.overview.as_of, zone=self.policy.owner.zone)

    def problems(self) -> Iterator[RenderableType]:
        for problem in self.overview.problems:
            yield Text(f"! {plain(problem)}", style="red")

    def group(self, group: _Group) -> Iterator[RenderableType]:
        members = [v for v in self.overview.threads if v.state in group.states]
        yield from self._titled(group, ((v, self._silence(v), self._next(v)) for v in members), len(members))

    def your_turn(self) -> Iterator[RenderableType]:
        turns = self.overview.your_turn
        yield from self._titled(_TURN, ((v, self._waiting(v), self._since(v)) for v in turns), len(turns))

    def foot(self) -> Iterator[RenderableType]:
        if not self.overview.threads and not self.overview.your_turn:
            yield from _nothing_yet(self.overview)
        elif not self.every:
            yield from self._unlisted()
        yield Text()
        for view in self.overview.accounts:
            yield self._freshness(view)

    def _titled(
        self, group: _Group, rows: Iterable[tuple[Verdict, str, Text]], number: int
    ) -> Iterator[RenderableType]:
        if not number:
            return
        yield Text.assemble("\n", (group.title, f"bold {group.style}"), (f"  {number}", "dim"))
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(min_width=4, no_wrap=True, style=group.style)
        table.add_column(width=self._who_width, no_wrap=True, overflow="ellipsis")
        table.add_column(width=_SILENCE, no_wrap=True)
        table.add_column(overflow="fold")
        for verdict, silence, what in islice(rows, None if self._whole(group) else _MOST):
            table.add_row(Text(verdict.thread), _who(verdict), Text(silence), what)
        yield table
        if number > _MOST and not self._whole(group):
            yield Text(f"      and {number - _MOST} more (--all lists them)", style="dim")

    def _whole(self, group: _Group) -> bool:
        """Whether a group is listed to its end: what waits for a deed always is."""
        return self.every or group in {_DRAFTED, _TASKS}

    @property
    def _who_width(self) -> int:
        return min(max((self.width - _SILENCE) // 2 - 8, _NARROWEST), _WIDEST)

    def _silence(self, verdict: Verdict) -> str:
        if verdict.silence is None or verdict.state is State.ANSWERED:
            return ""
        return f"{count(verdict.silence.days, 'day')}\n{verdict.silence.working_days} working"

    def _waiting(self, verdict: Verdict) -> str:
        since = verdict.your_turn_since
        return "" if since is None else count((self.today.day - self.today.day_of(since)).days, "day")

    def _since(self, verdict: Verdict) -> Text:
        since = verdict.your_turn_since
        return Text("" if since is None else f"since {self.today.call(self.today.day_of(since))}")

    def _next(self, verdict: Verdict) -> Text:
        """The plan and its step, then what comes of it and when."""
        return Text(self._comes(verdict)).append(self._step(verdict), style="dim")

    def _step(self, verdict: Verdict) -> str:
        number = step_number(verdict, self.policy.plans)
        if number is None or verdict.state in {State.ANSWERED, State.CLOSED, State.STOPPED}:
            return ""
        return f"\n{plain(verdict.plan)}, step {number} of {len(self.policy.plans[verdict.plan].steps)}"

    def _comes(self, verdict: Verdict) -> str:
        step = verdict.planned
        if verdict.state is State.TASK:
            return self._task(verdict)
        if step is not None and verdict.reason.reason is Reason.DRAFT_LIES:
            return self.today.said(f"{step_name(step)}, since {dict(verdict.reason.about)['day']}")
        if step is not None and verdict.reason.reason is Reason.DRAFT_IS_YOURS:
            return f"{step_name(step)}, as you edited it"
        if step is None or verdict.state is not State.WAITING:
            return self.today.said(str(verdict.reason))
        if verdict.reason.reason is Reason.DUE or verdict.next_at is None:
            return f"{step_name(step)} is due: with the next pass"
        return f"{step_name(step)} {self.today.on(self.today.day_of(verdict.next_at))}"

    def _task(self, verdict: Verdict) -> str:
        step = verdict.planned
        assert step is not None
        phone = phone_of(verdict.client, self.policy) if step.do is Do.CALL else ""
        what = f"call {phone}" if phone else step.do.value
        return f"{what}: {plain(step.note)}" if step.note else what

    def _unlisted(self) -> Iterator[RenderableType]:
        states = Counter(v.state for v in self.overview.threads)
        told = [s for group in _ONLY_WITH_ALL for s in sorted(group.states, key=lambda s: s.value) if states[s]]
        if told:
            numbers = ", ".join(f"{states[state]} {state.value}" for state in told)
            yield Text(f"\nNot listed: {numbers} (--all lists them)", style="dim")

    def _freshness(self, view: AccountView) -> Text:
        read = view.evidence.read_up_to
        if read is None:
            return Text(f"{plain(view.name)} was never read", style="yellow")
        ago = self.today.ago(read)
        if not view.evidence.complete:
            return Text(f"{plain(view.name)} was read {ago}, but not to its end", style="yellow")
        return Text(
            f"{plain(view.name)} was read {ago}", style="dim" if view.evidence.fresh(self.today.now) else "yellow"
        )


def _who(verdict: Verdict) -> Text:
    return Text(name_of(verdict.client), style="bold").append(f"\n{subject_of(verdict.subject)}", style="not bold")


def _nothing_yet(overview: Overview) -> Iterator[RenderableType]:
    if all(view.evidence.read_up_to is None for view in overview.accounts):
        yield Text("\nNothing has been read yet. `crickets once` reads your mail and tells who is silent.")
    else:
        yield Text("\nNobody is silent, and nobody waits for you.")

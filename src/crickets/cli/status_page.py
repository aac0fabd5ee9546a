"""
How `status` looks on a terminal: groups of threads by what they ask of the owner, the most urgent first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from crickets.cli.safe import plain
from crickets.cli.shapes import step_number
from crickets.cli.words import Today, as_told, count, fees_left_out, name_of, step_name, subject_of
from crickets.domain.errand import number_told
from crickets.domain.plans import NO_PLAN, Do
from crickets.domain.policy import Policy
from crickets.domain.verdict import Reason, State, Verdict
from crickets.service.dialling import number_to_read
from crickets.service.overview import AccountView, Overview

_NOTHING_READ = "Nothing has been read yet. `crickets once` reads your mail and tells who is silent."
_BEGUN = "{account} is being read for the first time (folders read to their end: {folders}). "
_NEWEST_READ = (
    "The newest mail was read first, and what stands here is as far as that shows: an answer may still be to be read,"
    " and no draft is laid before all is."
)
_NOTHING_KNOWN = "Who is silent, and who waits for you, is known once all of it is."
_GOES_ON = " If the reading was cut short, `crickets once` goes on with it."
_NO_TURN = "A turn that needs no answer of yours: `crickets stop THREAD` ends it."
_TOO_OLD = "stale, and no draft is laid before it's read anew"
_FROM_THE_FUTURE = "by a clock that was set back since, and no draft is laid before it's read anew"
_NARROWEST = 20
_NAME = 4
_GAP = 2
MOST = 15
"""How many of a group are listed without `--all`: an inbox of years may be a long list of turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """A heading, the states below it, and its colour."""

    title: str
    states: frozenset[State]
    style: str


_CROSSED = _Group(title="Answered, and your draft still lies in Drafts", states=frozenset(), style="red")
_DRAFTED = _Group(title="In your Drafts, to be read and sent", states=frozenset({State.DRAFTED}), style="green")
_TASKS = _Group(title="Calls and tasks", states=frozenset({State.TASK}), style="magenta")
_TO_DO = (_CROSSED, _DRAFTED, _TASKS)
"""What waits for a deed of the owner's, the most pressing first."""

_TURN = _Group(title="Your turn", states=frozenset(), style="yellow")
_AFTER_YOUR_TURN = (
    _Group(title="Silent", states=frozenset({State.WAITING}), style="cyan"),
    _Group(title="Held", states=frozenset({State.HELD}), style="yellow"),
    _Group(title="Snoozed", states=frozenset({State.SNOOZED}), style="blue"),
)
_ANSWERED = _Group(title="Answered", states=frozenset({State.ANSWERED}), style="")
_ONLY_WITH_ALL = (
    _ANSWERED,
    _Group(title="Stopped and closed", states=frozenset({State.STOPPED, State.CLOSED}), style=""),
    _Group(title="Ignored", states=frozenset({State.IGNORED}), style="dim"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A thread in its group: who and on what, for how long, and what comes of it."""

    name: str
    who: Text
    days: str
    working_days: int | None = None
    what: Text

    def silence(self, *, spelled: bool) -> str:
        """How long; the working days in a word or two."""
        if self.working_days is None:
            return self.days
        return f"{self.days}\n{count(self.working_days, 'working day') if spelled else f'{self.working_days} working'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """How wide the columns of all groups are, so that they stand below each other."""

    name: int
    who: int
    silence: int
    spelled: bool


def status_page(overview: Overview, policy: Policy, *, every: bool, width: int) -> Iterator[RenderableType]:
    """The page from top to bottom, for a terminal of so many columns."""
    page = _Page(overview=overview, policy=policy, width=width, every=every)
    yield Text(page.today.stamp(overview.as_of), style="bold")
    yield from page.problems()
    yield from page.beginnings()
    yield from page.groups(_ONLY_WITH_ALL if every else ())
    yield from page.foot()


def groups_page(overview: Overview, policy: Policy, *, width: int) -> Iterator[RenderableType]:
    """The groups alone, with those who have answered."""
    yield from _Page(overview=overview, policy=policy, width=width, every=False).groups((_ANSWERED,))


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
            yield Text(f"! {as_told(problem)}", style="red")

    def beginnings(self) -> Iterator[RenderableType]:
        """The accounts of which the first reading has not come to its end."""
        for view in self.overview.accounts:
            if view.evidence.begun:
                read = [plain(folder.folder) for folder in view.evidence.folders if folder.whole]
                told = _BEGUN.format(account=plain(view.name), folders=", ".join(read) or "none")
                shown = _NEWEST_READ if view.evidence.shows_the_newest else _NOTHING_KNOWN
                yield Text(f"\n{as_told(told + shown + _GOES_ON)}", style="yellow")

    def groups(self, more: tuple[_Group, ...]) -> Iterator[RenderableType]:
        filled = [(g, rows) for g in (*_TO_DO, _TURN, *_AFTER_YOUR_TURN, *more) if (rows := self._rows(g))]
        columns = _fitting([row for group, rows in filled for row in rows[: self._most(group)]], self.width)
        for group, rows in filled:
            yield from self._titled(group, rows, columns)

    def _rows(self, group: _Group) -> list[_Row]:
        if group is _TURN:
            turns = self.overview.your_turn if self.every else self.overview.recent_turns
            return [self._turn(verdict) for verdict in turns]
        if group is _CROSSED:
            return [self._silent(verdict) for verdict in self.overview.threads if _is_crossed(verdict)]
        return [self._silent(verdict) for verdict in self.overview.threads if verdict.state in group.states]

    def foot(self) -> Iterator[RenderableType]:
        if not self.overview.any_threads:
            yield from _nothing_yet(self.overview)
        elif not self.every:
            yield from self._unlisted()
        if self.overview.recent_turns:
            yield Text(f"\n{as_told(_NO_TURN)}", style="dim")
        yield Text()
        if late := self.overview.invoices_late:
            yield Text(as_told(f"{count(late, 'invoice')} late: `crickets invoice list` has them."), style="red")
        for view in self.overview.accounts:
            yield freshness(view, self.today)

    def _titled(self, group: _Group, rows: list[_Row], columns: _Columns) -> Iterator[RenderableType]:
        number = len(rows) + self._more(group)
        yield Text.assemble("\n", (group.title, f"bold {group.style}"), (f"  {number}", "dim"))
        table = Table.grid(padding=(0, _GAP, 0, 0))
        table.add_column(width=columns.name, no_wrap=True, style=group.style)
        table.add_column(width=columns.who, no_wrap=True, overflow="ellipsis")
        table.add_column(width=columns.silence, no_wrap=True)
        table.add_column(overflow="fold")
        most = self._most(group)
        for row in rows[:most]:
            table.add_row(Text(row.name), row.who, Text(row.silence(spelled=columns.spelled)), row.what)
        yield table
        if most is not None and number > most:
            yield Text(f"      and {number - most} more (--all lists them)", style="dim")

    def _more(self, group: _Group) -> int:
        """How many more there are than were looked at."""
        if group is _TURN:
            return self.overview.turns_unlisted
        return sum(self.overview.unlisted.get(state, 0) for state in group.states)

    def _most(self, group: _Group) -> int | None:
        """How many of a group are listed: what waits for a deed is listed to its end."""
        return None if self.every or group in _TO_DO else MOST

    def _turn(self, verdict: Verdict) -> _Row:
        return _Row(name=verdict.thread, who=_who(verdict), days=self._waiting(verdict), what=self._since(verdict))

    def _silent(self, verdict: Verdict) -> _Row:
        silence = None if verdict.state is State.ANSWERED else verdict.silence
        return _Row(
            name=verdict.thread,
            who=_who(verdict),
            days="" if silence is None else count(silence.days, "day"),
            working_days=None if silence is None else silence.working_days,
            what=self._next(verdict),
        )

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
            return self._errand(verdict)
        if verdict.reason.reason is Reason.DRAFT_LIES:
            since = f"{self._drafted(verdict)}, since {dict(verdict.reason.about)['day']}"
            return self.today.said(since) + "".join(f"\n{self.today.said(fee)}" for fee in fees_left_out(verdict))
        if verdict.reason.reason is Reason.DRAFT_IS_YOURS:
            return f"{self._drafted(verdict)}, yours since you touched it"
        if step is None or verdict.state is not State.WAITING:
            return self.today.said(str(verdict.reason)) + self._or_call(verdict)
        if verdict.reason.reason is Reason.DUE or verdict.next_at is None:
            return f"{step_name(step)} is due: with the next pass"
        return f"{step_name(step)} {self.today.on(self.today.day_of(verdict.next_at))}"

    def _or_call(self, verdict: Verdict) -> str:
        """The number of a client whom no mail reaches, as the end of a sentence."""
        phone = self.overview.numbers.get(verdict.thread, "")
        number = number_to_read(phone, verdict.client, self.policy)
        return f", or call {plain(number_told(number))}" if number else ""

    def _errand(self, verdict: Verdict) -> str:
        """What is to be done, and below it what to know and to check before."""
        errand = self.overview.errands[verdict.thread]
        what = task_of(verdict, number_to_read(errand.phone, verdict.client, self.policy))
        return "\n".join((what, *map(self.today.said, errand.sentences)))

    def _drafted(self, verdict: Verdict) -> str:
        """The step whose draft lies there, which need not be the one that comes next."""
        about = dict(verdict.reason.about)
        plan, number = self.policy.plans.get(about["plan"], NO_PLAN), int(about["step"])
        steps = plan.steps
        return step_name(steps[number - 1]) if number <= len(steps) else f"step {number}"

    def _unlisted(self) -> Iterator[RenderableType]:
        states = Counter(v.state for v in self.overview.threads if not _is_crossed(v))
        states.update(self.overview.unlisted)
        told = [s for group in _ONLY_WITH_ALL for s in sorted(group.states, key=lambda s: s.value) if states[s]]
        numbers = [*self._old_turns(), *(f"{states[state]} {state.value}" for state in told)]
        if numbers:
            yield Text(f"\nNot listed: {', '.join(numbers)} (--all lists them)", style="dim")

    def _old_turns(self) -> Iterator[str]:
        if number := len(self.overview.old_turns) + self.overview.old_turns_unlisted:
            since = self.today.day_of(self.overview.turns_since)
            yield f"{number} waiting for you since before {self.today.call(since)}"


def freshness(view: AccountView, today: Today) -> Text:
    """How old the evidence of an account is, and whether it's whole."""
    read = view.evidence.read_up_to
    if read is None:
        return Text(f"{plain(view.name)} was never read", style="yellow")
    ago = today.ago(read)
    if not view.evidence.complete:
        return Text(f"{plain(view.name)} was read {ago}, but not to its end", style="yellow")
    if view.evidence.fresh(today.now):
        return Text(f"{plain(view.name)} was read {ago}", style="dim")
    why = _TOO_OLD if read < today.now else _FROM_THE_FUTURE
    return Text(f"{plain(view.name)} was read {ago}: {why}", style="yellow")


def task_of(verdict: Verdict, phone: str) -> str:
    """What a call or a task asks for, with the number to call, if one is known."""
    step = verdict.planned
    assert step is not None  # asked only where a call or a task is due
    what = f"{step.do.value} {number_told(phone)}" if phone and step.do is Do.CALL else step.do.value
    return f"{what}: {plain(step.note)}" if step.note else what


def _is_crossed(verdict: Verdict) -> bool:
    """Whether the client answered while a draft lies there that only its owner may remove, and should not send now."""
    return verdict.reason.reason is Reason.ANSWERED_WITH_A_DRAFT


def _fitting(rows: list[_Row], width: int) -> _Columns:
    """Widths by what is to be shown: what comes of a thread first, then who and on what; days are spelled last."""
    name = max((_NAME, *(len(row.name) for row in rows)))
    who, what = _widest(row.who for row in rows), _widest(row.what for row in rows)
    short, long = (_widest(Text(row.silence(spelled=spelled)) for row in rows) for spelled in (False, True))
    left = width - name - 3 * _GAP
    spelled = who + long + what <= left
    silence = long if spelled else short
    share = max((left - silence) // 2 - _GAP, _NARROWEST)
    return _Columns(name=name, who=min(who, max(share, left - silence - what)), silence=silence, spelled=spelled)


def _widest(texts: Iterable[Text]) -> int:
    return max((line.cell_len for text in texts for line in text.split()), default=0)


def _who(verdict: Verdict) -> Text:
    return Text(name_of(verdict.client), style="bold").append(f"\n{subject_of(verdict.subject)}", style="not bold")


def never_read(accounts: tuple[AccountView, ...]) -> bool:
    """Whether nothing is known at all."""
    return all(view.evidence.read_up_to is None for view in accounts)


def nothing_read() -> Text:
    """What is said where nothing is known at all."""
    return Text(f"\n{as_told(_NOTHING_READ)}")


def _nothing_yet(overview: Overview) -> Iterator[RenderableType]:
    if never_read(overview.accounts):
        yield nothing_read()
    elif not any(view.evidence.begun for view in overview.accounts):
        yield Text("\nNobody is silent, and nobody waits for you.")

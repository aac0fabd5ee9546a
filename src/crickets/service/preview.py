"""
What the coming days would bring if nobody answered and the owner sent nothing: `preview` is made of it.

The decision is asked at one opening after the other, by the facts that are known; no server is asked. That the mailbox
is read by then is taken for granted, and so is that nothing new lies in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from crickets.domain.calendar import ONE_DAY, DayOff
from crickets.domain.decide import within_the_cap
from crickets.domain.evidence import Evidence
from crickets.domain.one_at_a_time import LiveDraft, live_in, one_at_a_time
from crickets.domain.owner import Owner
from crickets.domain.policy import Policy
from crickets.domain.thread import DraftState, Thread, ThreadId
from crickets.domain.verdict import Reason, State, TakeBack, Verdict, Why
from crickets.service.books import Books
from crickets.service.elsewhere import Elsewhere
from crickets.service.judging import Judge
from crickets.service.overview import AccountView
from crickets.service.ports import Ledger
from crickets.service.refusals import problems_of
from crickets.service.verdicts import evidence_of, worth_a_look

_OPEN = frozenset({State.WAITING, State.HELD, State.SNOOZED, State.TASK})
"""What the passing of time alone may move on."""


_NEVER_MOVED_ON = frozenset({State.ANSWERED, State.IGNORED})
"""What rests so has no draft that lies in Drafts, nor is anything to be told of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """What kept a step back, from that day on."""

    since: date
    reason: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """
    A draft that would be laid, or a call or task that would fall due; `verdict` is that of its day.

    `held` is what would keep it back before, `passed_over` the days off on the way.
    """

    verdict: Verdict
    held: tuple[Hold, ...] = ()
    passed_over: tuple[DayOff, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingDay:
    """A day, why it's off if it is, when it opens if not, and what it would bring."""

    date: date
    off: str
    opens_at: datetime | None
    steps: tuple[Expected, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """
    The days from the present one on, and the threads for which none of them brings anything.

    `lying` have a draft in Drafts that waits for the owner, `held` are kept back on the last day too, and of `later`
    the next step falls due after it.
    """

    as_of: datetime
    accounts: tuple[AccountView, ...]
    days: tuple[ComingDay, ...]
    lying: tuple[Verdict, ...] = ()
    held: tuple[Verdict, ...] = ()
    later: tuple[Verdict, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def until(self) -> date:
        """The last day."""
        return self.days[-1].date


def preview_of(ledger: Ledger, accounts: tuple[str, ...], policy: Policy, now: datetime, *, days: int) -> Preview:
    """What this day and so many after it would bring, with one cap a day on all accounts."""
    views = tuple(AccountView(name=name, evidence=evidence_of(ledger, name)) for name in accounts)
    foresight = _Foresight(ledger, views, policy, now)
    cases = [(thread, verdict) for view in views for thread, verdict in foresight.begun(view.name)]
    coming = tuple(foresight.days(days))
    doubts = (f"{view.name}: {doubt}" for view in views for doubt in view.evidence.doubts)
    left = foresight.left
    return Preview(
        as_of=now,
        accounts=views,
        days=coming,
        lying=_in_order(v for _, v in cases if v.state is State.DRAFTED),
        held=_in_order(v for v in left if v.reason.reason is not Reason.NOT_YET),
        later=_in_order(v for v in left if v.reason.reason is Reason.NOT_YET),
        problems=(*doubts, *map(str, problems_of(cases))),
    )


def _in_order(verdicts: Iterator[Verdict]) -> tuple[Verdict, ...]:
    """Those that are looked at again first; of the others, the longest silent."""
    return tuple(sorted(verdicts, key=_place))


def _place(verdict: Verdict) -> tuple[bool, datetime]:
    begun = verdict.anchor.sent_at if verdict.anchor is not None else datetime.max.replace(tzinfo=UTC)
    return verdict.next_at is None, verdict.next_at or begun


@dataclass(slots=True, kw_only=True)
class _Pending:
    """
    A thread that still waits for its day, as it would be by then, with its verdict of the moment it was looked at.

    `beyond` is the verdict of a day that had its drafts. `held` and `passed_over` are what has kept it back so far.
    """

    thread: Thread
    verdict: Verdict
    looked_at: datetime
    beyond: Verdict | None = None
    held: list[Hold] = field(default_factory=list)
    passed_over: dict[DayOff, None] = field(default_factory=dict)

    def note(self, verdict: Verdict, day: date) -> None:
        """Keep what is told of a day; a reason that lasts is told once."""
        self.passed_over |= dict.fromkeys(verdict.passed_over)
        known = any(hold.reason.reason is verdict.reason.reason for hold in self.held)
        if not known and verdict.lay is None and verdict.reason.reason not in _NO_HOLDS:
            self.held.append(Hold(since=day, reason=verdict.reason))

    @property
    def place(self) -> tuple[bool, datetime]:
        """Where it stands in its day: drafts before calls and tasks, the longest due first."""
        due = self.verdict.due
        return self.verdict.lay is None, self.looked_at if due is None else due.at

    @property
    def expected(self) -> Expected:
        """The end of the waiting."""
        off = sorted(self.passed_over, key=lambda each: each.day)
        return Expected(verdict=self.verdict, held=tuple(self.held), passed_over=tuple(off))


_NO_HOLDS = frozenset({Reason.NOT_YET, Reason.WAITS_FOR_ITS_HOUR, Reason.CALL_DUE, Reason.TASK_DUE})
"""What is told by the day itself, and by those passed over."""


class _Foresight:
    """The walk from opening to opening."""

    def __init__(self, ledger: Ledger, views: tuple[AccountView, ...], policy: Policy, now: datetime) -> None:
        self._ledger = ledger
        self._policy = policy
        self._now = now
        self._evidence = {view.name: view.evidence for view in views}
        self._elsewhere = {view.name: Elsewhere(ledger, view.name, policy.owner) for view in views}
        self._books = {view.name: Books(ledger, view.name, policy.owner) for view in views}
        self._pending: list[_Pending] = []
        self._live: dict[ThreadId, tuple[LiveDraft, ...]] = {}

    def begun(self, account: str) -> Iterator[tuple[Thread, Verdict]]:
        """The threads of an account as they stand now; what time alone may move on waits for its day."""
        for thread in worth_a_look(self._ledger, account, self._policy, self._now, besides=_NEVER_MOVED_ON):
            known, verdict = self._judge(account, self._now).judged(thread)
            if verdict is not None:
                yield known, verdict
                self._live[thread.id] = tuple(live_in(_without(thread, verdict.take_back, self._now), self._owner))
                if verdict.state in _OPEN:
                    self._pending.append(self._begin(thread, verdict))

    def days(self, count: int) -> Iterator[ComingDay]:
        """The present day, and so many after it."""
        calendar, today = self._policy.calendar, self._policy.calendar.day_of(self._now)
        for day in (today + n * ONE_DAY for n in range(count + 1)):
            off, opening = calendar.why_off(day), calendar.opening(day)
            moments = sorted({self._now, max(opening, self._now)} if day == today else {opening})
            steps = tuple(step for at in moments for step in self._at(at, day, is_off=bool(off)))
            yield ComingDay(date=day, off=off, opens_at=None if off else opening, steps=steps)

    @property
    def left(self) -> tuple[Verdict, ...]:
        """The verdicts on those whose day hasn't come."""
        return tuple(pending.beyond or pending.verdict for pending in self._pending)

    def _at(self, at: datetime, day: date, *, is_off: bool) -> tuple[Expected, ...]:
        """What one moment brings; it doesn't wait any more."""
        for pending in self._pending:
            if _is_looked_at(pending.verdict, at):
                self._look(pending, at)
        came = [p for p in self._pending if p.verdict.state is State.TASK]
        came += () if is_off else self._laid(at, day)
        gone = {pending.thread.id for pending in came}
        self._pending = [pending for pending in self._pending if pending.thread.id not in gone]
        return tuple(pending.expected for pending in sorted(came, key=lambda each: each.place))

    def _begin(self, thread: Thread, verdict: Verdict) -> _Pending:
        pending = _Pending(thread=thread, verdict=verdict, looked_at=self._now)
        if verdict.take_back:
            self._look(pending, self._now)
        else:
            pending.note(verdict, self._policy.calendar.day_of(self._now))
        return pending

    def _laid(self, at: datetime, day: date) -> Iterator[_Pending]:
        """Those of the line whose draft is laid; the others are held for another day."""
        line = {p.thread.id: p for p in self._pending if p.verdict.lay is not None}
        for verdict in self._within_the_caps([p.verdict for p in line.values()], at, day):
            pending = line[verdict.thread]
            if verdict.lay is None:
                pending.beyond = verdict
                pending.note(verdict, day)
            else:
                self._look(pending, at)
                self._lies(pending.verdict)
                yield pending

    def _within_the_caps(self, line: list[Verdict], at: datetime, day: date) -> Iterator[Verdict]:
        calendar, tracking = self._policy.calendar, self._policy.tracking
        live = (draft for drafts in self._live.values() for draft in drafts)
        first = one_at_a_time(line, live, tracking.max_live_drafts_per_client)
        again, off = calendar.next_working(day + ONE_DAY)
        laid = self._ledger.laid_on(calendar.day_at(at)) if line else 0
        cap = tracking.max_new_drafts_per_day
        return within_the_cap(first, laid, cap, again_at=calendar.opening(again), passed_over=off)

    def _lies(self, verdict: Verdict) -> None:
        """From now on a draft lies there, for as long as its owner does nothing."""
        assert verdict.client is not None  # somebody is written to
        self._live[verdict.thread] = (LiveDraft(thread=verdict.thread, client=verdict.client),)

    @property
    def _owner(self) -> Owner:
        return self._policy.owner

    def _look(self, pending: _Pending, at: datetime) -> None:
        """Judge a thread as it is by then, once what has no more reason to lie in Drafts was taken back."""
        judge = self._judge(pending.thread.account, at)
        _, verdict = judge.judged(pending.thread)
        if verdict is not None and verdict.take_back:
            pending.thread = _without(pending.thread, verdict.take_back, at)
            _, verdict = judge.judged(pending.thread)
        assert verdict is not None  # what a thread has at one moment it has at any later one
        pending.verdict, pending.looked_at = verdict, at
        pending.note(verdict, self._policy.calendar.day_of(at))

    def _judge(self, account: str, at: datetime) -> Judge:
        return Judge(
            policy=self._policy,
            evidence=_as_if_read(self._evidence[account], at),
            now=at,
            elsewhere=self._elsewhere[account],
            books=self._books[account],
        )


def _is_looked_at(verdict: Verdict, at: datetime) -> bool:
    """Whether time may have moved a thread on; what stands in line does so until its turn comes."""
    return verdict.lay is None and verdict.next_at is not None and verdict.next_at <= at


def _as_if_read(evidence: Evidence, at: datetime) -> Evidence:
    """The evidence of a mailbox that was read to its end just then."""
    folders = tuple(replace(folder, read_at=at, whole=True, problem="") for folder in evidence.folders)
    return Evidence(folders=folders, first_read_at=evidence.first_read_at or at)


def _without(thread: Thread, back: tuple[TakeBack, ...], at: datetime) -> Thread:
    """The thread as it is once these drafts were taken back."""
    gone = {each.draft.id for each in back}
    drafts = (replace(d, state=DraftState.TAKEN_BACK, since=at) if d.id in gone else d for d in thread.drafts)
    return replace(thread, drafts=tuple(drafts))

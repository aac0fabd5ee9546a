"""
What the ledger knows, put together for the owner's eye: `status` and `show` are made of it.

Reads the ledger only; no server is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from crickets.domain.errand import Errand, errand_of, number_instead
from crickets.domain.evidence import Evidence
from crickets.domain.ladder import late_among
from crickets.domain.plans import Do
from crickets.domain.policy import Policy
from crickets.domain.problem import OF_CONTROL, Problem, problem_in
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.turn import has_waited_long, listed_since
from crickets.domain.verdict import State, Verdict
from crickets.service.ports import Ledger
from crickets.service.refusals import problems_of
from crickets.service.slips import slips_in
from crickets.service.task_list import problem_of_tasks
from crickets.service.the_digest import trouble_of_the_digest
from crickets.service.verdicts import (
    awake,
    capped,
    decided,
    evidence_of,
    in_line,
    judge_of,
    listed,
    listed_at_rest,
    recent,
    rests_by_these_rules,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """One account: how far it was read, and why it can't be relied on, if so."""

    name: str
    evidence: Evidence


_OWED = (
    "of who was forgotten, bytes may still stand in the ledger's file: another process reads it, or its disk has no "
    "room for it twice; they go with the next pass for which neither holds"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """
    Everything at one moment.

    `threads` are those in which the owner wrote, the longest silent first, or stopped before they ever did;
    `your_turn` those in which the client waits for the owner, the longest waiting first. `unlisted` are how many more
    there are of a state, and `turns_unlisted` of the latter, where only some were asked for. `old_turns` are those of
    them to which nothing has come since `turns_since`, and `old_turns_unlisted` how many more. `errands` are what is
    needed for the calls and tasks that are due, `numbers` those to call where mail comes back. `refusals` tell what a
    server won't do, `slips` what the owner seems to have ordered and nobody understands, and which mail was too large
    to be looked into, `invoices_late` how many invoices are past due and not paid, `digest_trouble` why the last
    digest didn't come. `owes_wiping` says that of forgotten people bytes may still stand in the ledger's file.
    """

    as_of: datetime
    accounts: tuple[AccountView, ...]
    threads: tuple[Verdict, ...]
    your_turn: tuple[Verdict, ...]
    errands: Mapping[ThreadId, Errand] = field(default_factory=dict)
    numbers: Mapping[ThreadId, str] = field(default_factory=dict)
    refusals: tuple[Problem, ...] = ()
    slips: tuple[Problem, ...] = ()
    invoices_late: int = 0
    unlisted: Mapping[State, int] = field(default_factory=dict)
    turns_unlisted: int = 0
    turns_since: datetime
    old_turns: frozenset[ThreadId] = frozenset()
    old_turns_unlisted: int = 0
    digest_trouble: tuple[str, ...] = ()
    owes_wiping: bool = False

    @property
    def any_threads(self) -> bool:
        """Whether there is any, listed or not."""
        return bool(self.threads or self.turns or any(self.unlisted.values()))

    @property
    def turns(self) -> int:
        """In how many the client waits for the owner, listed or not."""
        return len(self.your_turn) + self.turns_unlisted + self.old_turns_unlisted

    @property
    def recent_turns(self) -> tuple[Verdict, ...]:
        """Those in which the client waits for the owner and something came of late."""
        return tuple(verdict for verdict in self.your_turn if verdict.thread not in self.old_turns)

    @property
    def tasks(self) -> tuple[Verdict, ...]:
        """Threads in which a call or a task is due."""
        return tuple(v for v in self.threads if v.state is State.TASK and v.planned and v.planned.do is not Do.DRAFT)

    @property
    def told(self) -> tuple[Problem, ...]:
        """What the owner should know: what keeps an account from being relied on, what isn't done, what isn't clear."""
        doubts = (problem for account in self.accounts for problem in account.evidence.problems(account.name))
        return (*doubts, *self.refusals, *self.slips)

    @property
    def problems(self) -> tuple[str, ...]:
        """The same in a sentence each, why the last digest didn't come, and what is still to be wiped out."""
        owed = (_OWED,) if self.owes_wiping else ()
        return (*map(str, self.told), *self.digest_trouble, *owed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """
    One thread, with all that is known of it and what is decided now.

    `errand` is there where a call or a task is due, `number` where mail comes back.
    """

    thread: Thread
    verdict: Verdict | None
    evidence: Evidence
    errand: Errand | None = None
    number: str = ""


def overview_of(
    ledger: Ledger,
    accounts: tuple[str, ...],
    policy: Policy,
    now: datetime,
    *,
    most: int | None = None,
    whole: frozenset[State] = frozenset(),
) -> Overview:
    """
    What holds in the accounts by the facts that are known, with one cap on them all.

    Of the lists that may be long no more than `most` need be known, the longest silent or waiting; the others are
    counted. Those of the states in `whole` are listed to their end, but for what was silent too long to begin with.
    """
    looks = [_look(ledger, account, policy, now, most, whole) for account in accounts]
    cases = [case for look in looks for case in look.cases]
    verdicts = capped((verdict for _, verdict in cases), ledger, policy, now)
    followed = (v for v in verdicts if v.anchor is not None or v.state is State.STOPPED)
    views = tuple(AccountView(name=name, evidence=evidence_of(ledger, name)) for name in accounts)
    # What the owner has answered may still be to be read.
    unknown = {view.name for view in views if view.evidence.begun and not view.evidence.shows_the_newest}
    waiting = {v.thread: v for v in verdicts if v.your_turn_since is not None and v.account not in unknown}
    since = listed_since(policy, now)
    return Overview(
        as_of=now,
        accounts=views,
        threads=tuple(sorted(followed, key=lambda v: v.anchor.sent_at if v.anchor else now)),
        your_turn=tuple(sorted(waiting.values(), key=lambda v: v.your_turn_since or now)),
        errands={t.id: errand for t, v in cases if (errand := errand_of(t, v, policy)) is not None},
        numbers={t.id: number for t, v in cases if (number := number_instead(t, v, policy))},
        refusals=(*_control_troubles(ledger, accounts), *problem_of_tasks(ledger), *problems_of(cases)),
        slips=tuple(slips_in(cases, now)),
        invoices_late=sum(late_among(ledger.invoices(account), policy.calendar, now) for account in accounts),
        unlisted=sum((look.resting for look in looks), Counter()) - _listed_at_rest(looks, verdicts),
        turns_unlisted=sum(look.turns_unlisted for look in looks),
        turns_since=since,
        old_turns=frozenset(t.id for t, _ in cases if t.id in waiting and has_waited_long(t, since)),
        old_turns_unlisted=sum(look.old_turns_unlisted for look in looks),
        digest_trouble=trouble_of_the_digest(ledger),
        owes_wiping=ledger.owes_wiping(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """
    What was looked at of an account, and how much was not.

    `resting` are as many as rest, by what they're listed as; those of them that were looked at are `at_rest`.
    """

    cases: tuple[tuple[Thread, Verdict], ...]
    at_rest: frozenset[ThreadId] = frozenset()
    resting: Counter[State] = field(default_factory=Counter)
    turns_unlisted: int = 0
    old_turns_unlisted: int = 0


def _listed_at_rest(looks: Iterable[_Look], verdicts: Iterable[Verdict]) -> Counter[State]:
    """Of those that rest, how many are looked at, by their verdicts once all caps are known: some stand in line."""
    at_rest = frozenset().union(*(look.at_rest for look in looks))
    return Counter(verdict.state for verdict in verdicts if verdict.thread in at_rest)


def _look(
    ledger: Ledger, account: str, policy: Policy, now: datetime, most: int | None, whole: frozenset[State]
) -> _Look:
    """
    Every thread on which there is a verdict.

    Where some are enough, those that don't rest, and of the others no more than so many of a list. While the account is
    read for the first time, only those of which the newest mail tells.
    """
    if evidence_of(ledger, account).shows_the_newest:
        return _Look(cases=tuple(recent(ledger, account, policy, now)))
    if most is None or not rests_by_these_rules(ledger, account, policy, now):
        return _Look(cases=tuple(listed(ledger, account, policy, now)))
    resting = ledger.census(account, now)
    lists = {state: None if state in _TO_DO else most for state in _LISTED if state not in whole}
    some = (
        listed_at_rest(ledger, account, policy, now, lists, turns=most),
        listed_at_rest(ledger, account, policy, now, dict.fromkeys(whole), old=False),
    )
    found = {thread.id: (thread, verdict) for each in some for thread, verdict in each}
    at_rest = frozenset(found)
    since = listed_since(policy, now)
    old_turns = ledger.old_turns(account, now, since)
    turns = [has_waited_long(thread, since) for thread, v in found.values() if v.your_turn_since is not None]
    found |= {thread.id: (thread, verdict) for thread, verdict in awake(ledger, account, policy, now)}
    return _Look(
        cases=tuple(found.values()),
        at_rest=at_rest,
        resting=Counter(resting.states),
        turns_unlisted=max(resting.turns - old_turns - turns.count(False), 0),
        old_turns_unlisted=max(old_turns - turns.count(True), 0),
    )


_TO_DO = frozenset({State.DRAFTED, State.TASK})
"""What waits for a deed of the owner's is listed to its end."""

_LISTED = (State.WAITING, State.DRAFTED, State.TASK, State.HELD, State.SNOOZED)


def _busy(ledger: Ledger, account: str, policy: Policy, now: datetime) -> Iterable[Verdict]:
    """The verdicts on all threads in which anything may be due: those that rest in line too."""
    rested = rests_by_these_rules(ledger, account, policy, now)
    each = (in_line, awake) if rested else (decided,)
    return {thread.id: verdict for some in each for thread, verdict in some(ledger, account, policy, now)}.values()


def _control_troubles(ledger: Ledger, accounts: tuple[str, ...]) -> tuple[Problem, ...]:
    troubles = ((account, ledger.control_trouble(account)) for account in accounts)
    return tuple(problem_in(trouble, OF_CONTROL, account) for account, trouble in troubles if trouble)


def detail_of(ledger: Ledger, thread_id: ThreadId, policy: Policy, now: datetime) -> Detail | None:
    """One thread in full, or None if there is none of that name."""
    thread = ledger.thread(thread_id)
    if thread is None:
        return None
    judge = judge_of(ledger, thread.account, policy, now)
    known, verdict = judge.judged(thread)
    return Detail(
        thread=known,
        verdict=_in_line(verdict, ledger, policy, now),
        evidence=judge.evidence,
        errand=None if verdict is None else errand_of(known, verdict, policy),
        number="" if verdict is None else number_instead(known, verdict, policy),
    )


def _in_line(verdict: Verdict | None, ledger: Ledger, policy: Policy, now: datetime) -> Verdict | None:
    """The verdict as the caps on a day and on a client leave it, once everything else that is due is counted."""
    if verdict is None or verdict.lay is None:
        return verdict
    everyone = (verdict for account in ledger.accounts() for verdict in _busy(ledger, account, policy, now))
    due = (v for v in everyone if v.lay is not None)
    return next(v for v in capped(due, ledger, policy, now) if v.thread == verdict.thread)

"""
The verdicts on an account's threads by what the ledger knows of it, and as few to be laid as the day and clients allow.

Reads the ledger only, but for the words of a mail that decide something, where they may be fetched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from crickets.domain.calendar import ONE_DAY
from crickets.domain.decide import within_the_cap
from crickets.domain.evidence import Evidence
from crickets.domain.one_at_a_time import one_at_a_time
from crickets.domain.policy import Policy
from crickets.domain.rest import Rest
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.turn import listed_since
from crickets.domain.verdict import State, Verdict
from crickets.service.batches import in_batches
from crickets.service.books import Books
from crickets.service.elsewhere import Elsewhere
from crickets.service.judging import Judge, Judged
from crickets.service.live import accounts_looked_at, live_drafts
from crickets.service.ports import Ledger

if TYPE_CHECKING:
    from crickets.service.words import Words

_TOGETHER = 250
"""How many threads are held at a time, and come to rest in one transaction."""

_MOST_TOGETHER = 1_000
"""How many of those are held that have words unread: each folder is asked once for so many, however far it is."""


def evidence_of(ledger: Ledger, account: str) -> Evidence:
    """How well an account is known."""
    return ledger.standing(account)


def judge_of(ledger: Ledger, account: str, policy: Policy, now: datetime, words: Words | None = None) -> Judge:
    """Who judges an account's threads by what is known now."""
    return Judge(
        policy=policy,
        evidence=evidence_of(ledger, account),
        now=now,
        elsewhere=Elsewhere(ledger, account, policy.owner),
        books=Books(ledger, account, policy.owner),
        words=words,
    )


def decided(ledger: Ledger, account: str, policy: Policy, now: datetime) -> Iterator[tuple[Thread, Verdict]]:
    """Every thread of an account with its verdict by the facts that are known, as if the day had no cap."""
    yield from _judged(judge_of(ledger, account, policy, now), ledger.threads(account))


def listed(ledger: Ledger, account: str, policy: Policy, now: datetime) -> Iterator[tuple[Thread, Verdict]]:
    """The same; of what rests, only that is looked at on which there is a verdict."""
    yield from _judged(judge_of(ledger, account, policy, now), worth_a_look(ledger, account, policy, now))


def worth_a_look(
    ledger: Ledger,
    account: str,
    policy: Policy,
    now: datetime,
    *,
    besides: Collection[State] = (),
    heard_since: datetime | None = None,
) -> Iterator[Thread]:
    """
    The threads of an account but those that rest as nothing, which are most, or as one of these states.

    And those in which something was received since a moment. All of them where what rests doesn't by the rules that
    hold.
    """
    if rests_by_these_rules(ledger, account, policy, now):
        return ledger.worth_a_look(account, now, besides=besides, heard_since=heard_since)
    return ledger.threads(account)


def rests_by_these_rules(ledger: Ledger, account: str, policy: Policy, now: datetime) -> bool:
    """Whether what rests is listed by the rules that hold."""
    return bool(policy.edition) and ledger.abides_by(account, policy.edition, now)


def judged_anew(ledger: Ledger, account: str, policy: Policy, now: datetime, words: Words) -> Iterator[Judged]:
    """
    The threads that don't rest, judged; each rests from now on as long as it may (docs/decisions/0014).

    But for those that are due: whether they have to stand in line, all of them tell (`let_the_line_rest`). What nobody
    waits in any more, and nothing is listed of, is passed over in silence: most of a mailbox.
    """
    if ledger.abide_by(account, policy.edition, now):
        _rest_where_nobody_waits(ledger, account, policy, now)
    batches = in_batches(ledger.to_be_judged(account, now), _TOGETHER)
    first = next(batches, ())
    if not first:
        return
    judge = judge_of(ledger, account, policy, now, words)
    for threads in _read_together(judge, chain((first,), batches)):
        words.progress.beat()
        judge.read_ahead(threads)
        some = [judge.looked_at(thread) for thread in threads]
        ledger.rest(account, [(e.thread.id, e.rest) for e in some if e.rest is not None and not e.rest.in_line], now)
        yield from (each for each in some if each.rest is None or (each.verdict is not None and each.verdict.is_silent))


def _rest_where_nobody_waits(ledger: Ledger, account: str, policy: Policy, now: datetime) -> None:
    """
    Lay to rest what needs no look, now that every thread is awake: most of what lies in an old mailbox.

    Where the owner never wrote, and all mail is older than what may be their turn, there is no verdict.
    """
    evidence = evidence_of(ledger, account)
    if policy.edition and evidence.first_read_at is not None and now >= evidence.first_read_at:
        ledger.rest_unwritten(account, policy.owner, evidence.begins(policy.tracking.since, now), now)


def let_the_line_rest(
    ledger: Ledger, account: str, rests: Mapping[ThreadId, Rest], verdicts: Iterable[Verdict], now: datetime
) -> None:
    """
    Let those that are due rest, in line, if there is room for none of them by these verdicts, the `capped` ones.

    Whose draft is still to be laid keeps all of them awake: were it not laid after all, the next would be.
    """
    held = {verdict.thread: verdict for verdict in verdicts if verdict.thread in rests}
    if all(verdict.lay is None for verdict in held.values()):
        ledger.rest(account, [(name, replace(rests[name], due_at=v.next_at)) for name, v in held.items()], now)


def in_line(ledger: Ledger, account: str, policy: Policy, now: datetime) -> Iterator[tuple[Thread, Verdict]]:
    """The threads that rest while they stand in line, with their verdicts as if there were no line."""
    yield from _judged(judge_of(ledger, account, policy, now), ledger.in_line(account, now))


def _read_together(judge: Judge, batches: Iterable[tuple[Thread, ...]]) -> Iterator[tuple[Thread, ...]]:
    """The same threads in the same order, those in larger batches that have words unread: the youngest, as a rule."""
    held: tuple[Thread, ...] = ()
    for threads in batches:
        held += threads
        if len(held) >= _MOST_TOGETHER or not judge.has_to_read(threads):
            yield held
            held = ()
    if held:
        yield held


def awake(ledger: Ledger, account: str, policy: Policy, now: datetime) -> Iterator[tuple[Thread, Verdict]]:
    """The threads that don't rest, with their verdicts by the facts that are known."""
    yield from _judged(judge_of(ledger, account, policy, now), ledger.awake(account, now))


def recent(ledger: Ledger, account: str, policy: Policy, now: datetime) -> Iterator[tuple[Thread, Verdict]]:
    """The threads with mail that is new enough to be followed up, with their verdicts by the facts that are known."""
    judge = judge_of(ledger, account, policy, now)
    yield from _judged(judge, ledger.heard_since(account, judge.evidence.begins(policy.tracking.since, now)))


def listed_at_rest(
    ledger: Ledger,
    account: str,
    policy: Policy,
    now: datetime,
    most: Mapping[State, int | None],
    *,
    turns: int = 0,
    old: bool = True,
) -> Iterator[tuple[Thread, Verdict]]:
    """
    The threads that rest and are listed as these, and as the owner's turn: so many of each, the longest first.

    Those that have been silent for too long are `old`; what has waited for long isn't listed as a turn.
    """
    judge = judge_of(ledger, account, policy, now)
    for state, number in most.items():
        yield from _judged(judge, ledger.resting(account, now, state, number, old=old))
    yield from _judged(judge, ledger.resting_turns(account, now, turns, heard_since=listed_since(policy, now)))


def _judged(judge: Judge, threads: Iterable[Thread]) -> Iterator[tuple[Thread, Verdict]]:
    """Those threads in which there is something to be judged."""
    for thread in threads:
        known, verdict = judge.judged(thread)
        if verdict is not None:
            yield known, verdict


def capped(verdicts: Iterable[Verdict], ledger: Ledger, policy: Policy, now: datetime) -> tuple[Verdict, ...]:
    """The verdicts with no more to lay than each client and the day have left; both over all accounts."""
    verdicts = tuple(verdicts)
    if not any(verdict.lay for verdict in verdicts):
        return verdicts
    live = live_drafts(ledger, policy.owner, accounts_looked_at(ledger, now))
    verdicts = one_at_a_time(verdicts, live, policy.tracking.max_live_drafts_per_client)
    return capped_by_the_day(verdicts, ledger, policy, now)


def capped_by_the_day(
    verdicts: Iterable[Verdict], ledger: Ledger, policy: Policy, now: datetime
) -> tuple[Verdict, ...]:
    """The verdicts with no more to lay than the day has left."""
    calendar, cap = policy.calendar, policy.tracking.max_new_drafts_per_day
    today = calendar.day_at(now)
    again, off = calendar.next_working(today.date + ONE_DAY)
    laid = ledger.laid_on(today)
    return tuple(within_the_cap(verdicts, laid, cap, again_at=calendar.opening(again), passed_over=off))

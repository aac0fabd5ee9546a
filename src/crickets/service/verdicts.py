"""
The verdicts on an account's threads by what the ledger knows of it, and as few to be laid as the day and clients allow.

Reads the ledger only, but for the words of a mail that decide something, where they may be fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from crickets.domain.calendar import ONE_DAY
from crickets.domain.decide import within_the_cap
from crickets.domain.evidence import Evidence
from crickets.domain.one_at_a_time import one_at_a_time
from crickets.domain.policy import Policy
from crickets.domain.thread import Thread
from crickets.domain.verdict import Verdict
from crickets.service.books import Books
from crickets.service.elsewhere import Elsewhere
from crickets.service.judging import Judge
from crickets.service.live import accounts_looked_at, live_drafts
from crickets.service.ports import Ledger
from crickets.service.words import Words


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


def decided(
    ledger: Ledger, account: str, policy: Policy, now: datetime, words: Words | None = None
) -> Iterator[tuple[Thread, Verdict]]:
    """Every thread of an account with its verdict by the facts that are known, as if the day had no cap."""
    judge = judge_of(ledger, account, policy, now, words)
    for thread in ledger.threads(account):
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
    calendar, cap = policy.calendar, policy.tracking.max_new_drafts_per_day
    today = calendar.day_at(now)
    again, off = calendar.next_working(today.date + ONE_DAY)
    laid = ledger.laid_on(today)
    return tuple(within_the_cap(verdicts, laid, cap, again_at=calendar.opening(again), passed_over=off))

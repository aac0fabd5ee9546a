"""
What every thread is called by: its client and its subject, whether or not there is anything to follow up in it yet.

Reads the ledger only; what a word that was typed fits best is the commands' to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from crickets.domain.message import Address, Role
from crickets.domain.people import answers
from crickets.domain.policy import Policy
from crickets.domain.subject import unprefixed
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.turn import waits_from
from crickets.domain.verdict import State, Verdict
from crickets.service.judging import Judge
from crickets.service.ports import Ledger
from crickets.service.verdicts import judge_of, worth_a_look


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A thread by its client and subject; `is_followed` says that something is to come in it, of either side."""

    thread: ThreadId
    client: Address | None
    subject: str
    is_followed: bool


def all_called(ledger: Ledger, accounts: tuple[str, ...], policy: Policy, now: datetime) -> tuple[Called, ...]:
    """The threads in which a person has written, or the owner: those that are followed in front."""
    found = (called for account in accounts for called in _called_in(ledger, account, policy, now))
    return tuple(sorted(found, key=lambda each: not each.is_followed))


def _called_in(ledger: Ledger, account: str, policy: Policy, now: datetime) -> Iterator[Called]:
    judge, of_late = judge_of(ledger, account, policy, now), now - policy.tracking.since
    for thread in worth_a_look(ledger, account, policy, now, heard_since=of_late):
        known, verdict = judge.judged(thread)
        called = _by_its_mail(known, judge) if verdict is None else _by_its_verdict(verdict)
        if called is not None:
            yield called


def _by_its_verdict(verdict: Verdict) -> Called:
    followed = verdict.state is not State.IGNORED
    return Called(thread=verdict.thread, client=verdict.client, subject=verdict.subject, is_followed=followed)


def _by_its_mail(thread: Thread, judge: Judge) -> Called | None:
    """
    What the client began of late, and nothing is decided of: a mail of today's, or one that wants no answer.

    Not what nobody would take up any more: each word in an old mailbox would be called by many.
    """
    policy = judge.policy
    newest = next(reversed(answers(thread.messages, policy.owner)), None)
    if newest is None or newest.places <= _UNREAD or newest.received < judge.now - policy.tracking.since:
        return None
    waits = waits_from(thread, policy, judge.evidence, judge.now) is not None
    return Called(thread=thread.id, client=newest.sender, subject=unprefixed(newest.subject), is_followed=waits)


_UNREAD = frozenset({Role.JUNK, Role.TRASH})
"""Where nobody reads."""

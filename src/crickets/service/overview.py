"""
What the ledger knows, put together for the owner's eye: `status` and `show` are made of it.

Reads the ledger only; no server is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crickets.domain.evidence import Evidence
from crickets.domain.plans import Do
from crickets.domain.policy import Policy
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.verdict import State, Verdict
from crickets.service.cycle import evidence_of, verdict_of, verdicts_of
from crickets.service.ports import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """One account: how far it was read, and why it can't be relied on, if so."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """
    Everything at one moment.

    `threads` are those in which the owner wrote, the longest silent first; `your_turn` those in which the client
    waits for the owner, the longest waiting first.
    """

    as_of: datetime
    accounts: tuple[AccountView, ...]
    threads: tuple[Verdict, ...]
    your_turn: tuple[Verdict, ...]

    @property
    def tasks(self) -> tuple[Verdict, ...]:
        """Threads in which a call or a task is due."""
        return tuple(v for v in self.threads if v.state is State.TASK and v.planned and v.planned.do is not Do.DRAFT)

    @property
    def problems(self) -> tuple[str, ...]:
        """What the owner should know: everything that keeps an account from being relied on."""
        return tuple(f"{a.name}: {doubt}" for a in self.accounts for doubt in a.evidence.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One thread, with all that is known of it and what is decided now."""

    thread: Thread
    verdict: Verdict | None
    evidence: Evidence


def overview_of(ledger: Ledger, accounts: tuple[str, ...], policy: Policy, now: datetime) -> Overview:
    """What holds in the accounts by the facts that are known."""
    verdicts = [v for account in accounts for v in verdicts_of(ledger, account, policy, now)]
    followed = (v for v in verdicts if v.anchor is not None)
    waiting = (v for v in verdicts if v.your_turn_since is not None)
    return Overview(
        as_of=now,
        accounts=tuple(AccountView(name=name, evidence=evidence_of(ledger, name)) for name in accounts),
        threads=tuple(sorted(followed, key=lambda v: v.anchor.sent_at if v.anchor else now)),
        your_turn=tuple(sorted(waiting, key=lambda v: v.your_turn_since or now)),
    )


def detail_of(ledger: Ledger, thread_id: ThreadId, policy: Policy, now: datetime) -> Detail | None:
    """One thread in full, or None if there is none of that name."""
    thread = ledger.thread(thread_id)
    if thread is None:
        return None
    evidence = evidence_of(ledger, thread.account)
    return Detail(thread=thread, verdict=verdict_of(ledger, thread, policy, now), evidence=evidence)

"""
What a thread asks its client for at present, for the other threads with that client.

By the thread's own facts, and the notices that were sent in those others: what they ask for at present would be asked
of them in turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crickets.domain.case import Case
from crickets.domain.cases import case_of
from crickets.domain.decide import verdict_on
from crickets.domain.evidence import Evidence
from crickets.domain.followup import identity_of
from crickets.domain.message import Address
from crickets.domain.policy import Policy
from crickets.domain.receivable import Receivable
from crickets.domain.thread import Thread
from crickets.domain.verdict import SILENT, State, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """
    A thread that asks `client` for money, now or later.

    Its next notice is of `template`, about `invoices`, and goes from `sender`, the owner's identity there, to
    `written_to` (both as `Address.key`); `is_due` says that it could be laid now, but for its hour.
    """

    client: Address
    template: str
    invoices: tuple[Receivable, ...]
    sender: str
    written_to: frozenset[str]
    is_due: bool

    def is_like(self, other: Claim) -> bool:
        """Whether one notice may ask for both: of one kind, and none of the owner's businesses tells of another's."""
        return (self.template, self.sender) == (other.template, other.sender)


def claim_in(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> Claim | None:
    """What a thread asks for; None if nothing, or not for as long as somebody has to act first."""
    case = case_of(thread, policy, evidence, now)
    if case is None or case.client is None or case.lead is None or not case.claims:
        return None
    step, verdict = case.step, verdict_on(case)
    assert step is not None  # it's the one that counts from an invoice
    if not _goes_on(verdict):
        return None
    return Claim(
        client=case.client,
        template=step.template,
        invoices=(case.lead, *case.told_with_it),
        sender=identity_of(case.standing.anchor, policy.owner).key,
        written_to=_written_to(case),
        is_due=verdict.state is State.WAITING and verdict.due is not None and verdict.due.at <= now,
    )


def _written_to(case: Case) -> frozenset[str]:
    return frozenset(each.key for each in case.policy.owner.others(case.standing.anchor.recipients))


def _goes_on(verdict: Verdict) -> bool:
    """Whether a silent thread's notices are laid, or lie there, or will be: not where it's held without an end."""
    moves = verdict.lay is not None or verdict.next_at is not None or verdict.state is State.DRAFTED
    return verdict.state in SILENT and moves

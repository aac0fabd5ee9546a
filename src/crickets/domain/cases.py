"""
From a thread to its case: by its client, its plan, where it stands in that, and which of its invoices leads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from crickets.domain.case import Case
from crickets.domain.choice import choice_of
from crickets.domain.dunning import rung_of
from crickets.domain.evidence import Evidence
from crickets.domain.people import client_of
from crickets.domain.plans import Overdue
from crickets.domain.policy import Policy
from crickets.domain.receivable import Receivable, is_owed_by, ladder_of
from crickets.domain.standing import standing_of
from crickets.domain.thread import Thread


def case_of(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> Case | None:
    """The thread with its plan and its standing, or None if the owner never wrote in it nor gave an order."""
    thread = _dated_by(thread, now)
    any_plan = standing_of(thread, policy.owner)
    if any_plan is None:
        return None
    client = client_of(any_plan.anchor, policy.owner)
    others = tuple(each for each in ladder_of(thread.invoices) if not is_owed_by(each, client))
    if thread.invoices:
        thread = replace(thread, invoices=tuple(each for each in thread.invoices if is_owed_by(each, client)))
    choice = choice_of(thread, any_plan.anchor, client, policy)
    has_steps = thread.drafts or thread.orders  # of a plan: what else happens is the same in each
    standing = standing_of(thread, policy.owner, choice.plan) if has_steps else None
    case = Case(
        thread=thread,
        policy=policy,
        evidence=evidence,
        now=now,
        standing=standing or any_plan,
        choice=choice,
        client=client,
        of_others=others,
    )
    return _led(case) if any(isinstance(step.timing, Overdue) for step in choice.plan.steps) else case


def _led(case: Case) -> Case:
    """
    The case by the invoice whose next step falls due first, the longest due of those that do so at one time.

    One that nobody knows to be owed still, after what its client answered, doesn't keep the others back.
    """
    each = [_on_its_rung(invoice, case) for invoice in ladder_of(case.thread.invoices)]
    going_on = [one for one in each if one.due is not None and one.dispute is None and not one.lacks_file]
    led = _unless_one_lacks_its_file(min(going_on or each, key=_falls_due, default=case), each)
    others = (one for one in going_on if one is not led and _is_due_with(one, led))
    return replace(led, told_with_it=tuple(one.lead for one in others if one.lead is not None))


def _on_its_rung(invoice: Receivable, case: Case) -> Case:
    """The case as if there were no other invoice: each has its own next step."""
    thread, standing, owner = case.thread, case.standing, case.policy.owner
    rung = rung_of(invoice, thread, standing, case.choice.plan, owner)
    return replace(case, lead=invoice, standing=replace(standing, step=rung))


def _unless_one_lacks_its_file(led: Case, each: Iterable[Case]) -> Case:
    """The same; or that of an invoice that can't be asked for without its file, where it's to be told of first."""
    lacking = min((one for one in each if one.lacks_file), key=_falls_due, default=led)
    nothing_goes_out = led.now < _falls_due(led)
    return lacking if nothing_goes_out and _falls_due(lacking) <= led.now else led


def _falls_due(case: Case) -> datetime:
    return _NEVER if case.due is None else case.due.at


def _is_due_with(other: Case, led: Case) -> bool:
    return other.standing.step == led.standing.step and _falls_due(other) <= led.now


_NEVER = datetime.max.replace(tzinfo=UTC)

SKEW = timedelta(days=1)
"""By how much a mail's Date may be ahead of us: for so little a step can wait."""


def _dated_by(thread: Thread, now: datetime) -> Thread:
    """
    The thread without the dates that are still to come: the server's word counts for that mail, as if it had none.

    Its author's clock was far ahead, and a step would wait for the day that it showed.
    """
    latest = now + SKEW
    if not any(m.sent_at > latest for m in thread.messages):
        return thread
    dated = (replace(m, date=None) if m.sent_at > latest else m for m in thread.messages)
    return replace(thread, messages=tuple(dated))

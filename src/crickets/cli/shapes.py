"""
The JSON of the commands: stable shapes, told in docs/json.md.

Steps count from 1 and times are ISO 8601 in the owner's zone. Pure; the text is as it is in the mail, as JSON has no
use for it but as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from crickets.cli.words import Today
from crickets.domain.errand import Errand
from crickets.domain.message import Address
from crickets.domain.plans import Plan
from crickets.domain.policy import Policy
from crickets.domain.verdict import State, Verdict
from crickets.errors import CricketsError
from crickets.service.dialling import dialled_number
from crickets.service.overview import AccountView, Overview

Json = dict[str, object]


def status(overview: Overview, policy: Policy, *, every: bool) -> Json:
    """`status --json`; `every` lists the ignored threads too."""
    today = Today(now=overview.as_of, zone=policy.owner.zone)
    shown = (v for v in overview.threads if every or v.state is not State.IGNORED)
    return {
        "as_of": today.iso(overview.as_of),
        "accounts": [account(view, today) for view in overview.accounts],
        "threads": [thread(v, policy, today, overview.numbers.get(v.thread, "")) for v in shown],
        "your_turn": [_turn(v, today, old=v.thread in overview.old_turns) for v in overview.your_turn],
        "tasks": [task(verdict, overview.errands[verdict.thread], policy) for verdict in overview.tasks],
        "invoices_late": overview.invoices_late,
        "problems": list(overview.problems),
    }


def thread(verdict: Verdict, policy: Policy, today: Today, number: str = "") -> Json:
    """One thread as `status` and `show` tell it; with the `number` to call where mail comes back."""
    silence = None if verdict.state is State.ANSWERED else verdict.silence
    return {
        "id": verdict.thread,
        "account": verdict.account,
        "subject": verdict.subject,
        "contact": contact(verdict.client),
        "plan": verdict.plan or None,
        "step": step_number(verdict, policy.plans),
        "state": verdict.state.value,
        "anchor_at": None if verdict.anchor is None else today.iso(verdict.anchor.sent_at),
        "silent_days": None if silence is None else silence.days,
        "silent_working_days": None if silence is None else silence.working_days,
        "next_at": moment(verdict.next_at, today),
        "reason": str(verdict.reason),
        "phone": dialled_number(number, verdict.client, policy) or None,
    }


def contact(address: Address | None) -> Json | None:
    """A person; null where nobody could answer."""
    return None if address is None else {"name": address.name, "address": address.email}


def moment(at: datetime | None, today: Today) -> str | None:
    """A moment, or null."""
    return None if at is None else today.iso(at)


def step_number(verdict: Verdict, plans: Mapping[str, Plan]) -> int | None:
    """The step that comes next, from 1; the last one at the plan's end; null without a step at all."""
    plan = plans.get(verdict.plan)
    if plan is None or not plan.steps:
        return None
    return min(verdict.step + 1, len(plan.steps))


def account(view: AccountView, today: Today) -> Json:
    """How well an account is known."""
    read = view.evidence.read_up_to
    return {
        "name": view.name,
        "read_up_to": moment(read, today),
        "age_seconds": None if read is None else round((today.now - read).total_seconds()),
        "fresh": view.evidence.fresh(today.now),
        "complete": view.evidence.complete,
        "problem": "; ".join(view.evidence.doubts) or None,
    }


def _turn(verdict: Verdict, today: Today, *, old: bool) -> Json:
    return {
        "id": verdict.thread,
        "contact": contact(verdict.client),
        "waiting_since": moment(verdict.your_turn_since, today),
        "old": old,
    }


def task(verdict: Verdict, errand: Errand, policy: Policy) -> Json:
    """A call or a task that is due."""
    step = verdict.planned
    assert step is not None  # only threads with a call or a task are asked for
    return {
        "id": f"{verdict.thread}-{verdict.step + 1}",
        "do": step.do.value,
        "thread": verdict.thread,
        "phone": dialled_number(errand.phone, verdict.client, policy) or None,
        "note": errand.told(step.note),
    }


def phone_of(address: Address | None, policy: Policy) -> str:
    """The number that the owner's config has for somebody, as it's dialled; empty if there is none."""
    known = None if address is None else policy.client(address)
    return "" if known is None else dialled_number(known.phone, address, policy)


def error(problem: CricketsError | None) -> Json | None:
    """An error, or null."""
    if problem is None:
        return None
    return {"what": problem.what, "remedy": problem.remedy, "exit_code": int(problem.exit_code)}

"""
A thread's plan step by step: what was taken, what comes next, what comes later; for the page and for JSON.

Pure: made from a thread and its verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from crickets.domain.plans import Overdue, Step
from crickets.domain.policy import Policy
from crickets.domain.standing import restarting_order
from crickets.domain.thread import Draft, DraftState, Thread
from crickets.domain.verdict import Reason, State, Verdict


class Progress(Enum):
    """Where a step stands."""

    TAKEN = "taken"
    NEXT = "next"
    LATER = "later"
    OFF = "off"  # the thread has ended or rests: it will not come by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of the plan; `draft` is the last one laid for it, `due_at` when the next step falls due."""

    number: int
    step: Step
    progress: Progress
    draft: Draft | None = None
    due_at: datetime | None = None


OF_NO_STEP = frozenset({Reason.OWN_DRAFT_LIES, Reason.DRAFT_BEFORE_A_NOTICE})
"""What lies in Drafts then takes no step of the plan that holds."""

_ENDED = frozenset({State.ANSWERED, State.STOPPED, State.CLOSED, State.IGNORED})


def course_of(thread: Thread, verdict: Verdict | None, policy: Policy) -> tuple[Stage, ...]:
    """Every step of the plan that governs the thread, in order; empty where none does."""
    plan = None if verdict is None else policy.plans.get(verdict.plan)
    if verdict is None or plan is None:
        return ()
    return tuple(_stage(number, step, thread, verdict) for number, step in enumerate(plan.steps))


def steps_after(verdict: Verdict, policy: Policy) -> tuple[tuple[int, Step], ...]:
    """What the plan still holds once the next step is taken, numbered from 1; a draft that is none of it takes none."""
    first = verdict.step + (verdict.reason.reason not in OF_NO_STEP)
    steps = enumerate(policy.plans[verdict.plan].steps, 1)
    return tuple((number, step) for number, step in steps if number > first)


def _stage(number: int, step: Step, thread: Thread, verdict: Verdict) -> Stage:
    if number == verdict.step and verdict.wait is not None and not isinstance(step.timing, Overdue):
        step = replace(step, timing=verdict.wait)
    due = verdict.due.at if verdict.due is not None and number == verdict.step else None
    progress = _progress(number, verdict)
    return Stage(
        number=number + 1,
        step=step,
        progress=progress,
        draft=_last_draft(number, thread, verdict),
        due_at=due if progress is Progress.NEXT else None,
    )


def _progress(number: int, verdict: Verdict) -> Progress:
    if number < verdict.step:
        return Progress.TAKEN
    if verdict.state in _ENDED:
        return Progress.OFF
    return Progress.NEXT if number == verdict.step else Progress.LATER


def _last_draft(number: int, thread: Thread, verdict: Verdict) -> Draft | None:
    order = restarting_order(thread)
    laid = (
        draft
        for draft in thread.drafts
        if (draft.plan, draft.step) == (verdict.plan, number)
        and draft.state is not DraftState.ABANDONED
        and (order is None or draft.laid_at >= order.at)
    )
    return max(laid, key=lambda draft: draft.laid_at, default=None)

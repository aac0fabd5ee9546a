"""
A thread as the questions of a decision see it: its plan, its standing and its next step, worked out once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from crickets.domain.choice import Choice, choice_of
from crickets.domain.evidence import Evidence
from crickets.domain.message import Address
from crickets.domain.people import client_of
from crickets.domain.plans import Due, Step, due
from crickets.domain.policy import Policy
from crickets.domain.standing import Standing, standing_of
from crickets.domain.thread import Draft, DraftState, Thread
from crickets.domain.verdict import Silence


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything the questions are asked of, worked out once."""

    thread: Thread
    policy: Policy
    evidence: Evidence
    now: datetime
    standing: Standing
    choice: Choice
    client: Address | None

    @property
    def step(self) -> Step | None:
        """The step that comes next, or None at the plan's end."""
        steps = self.choice.plan.steps
        return steps[self.standing.step] if self.standing.step < len(steps) else None

    @property
    def due(self) -> Due | None:
        """When that step falls due."""
        step = self.step
        return None if step is None else due(step.timing, self.standing.since, self.policy.calendar)

    @property
    def silence(self) -> Silence:
        """How long nobody has answered the anchor; an order begins the steps anew, not the silence."""
        begun, today = self.day(self.standing.anchor.sent_at), self.day(self.now)
        days = max((today - begun).days, 0)
        return Silence(days=days, working_days=self.policy.calendar.working_days_between(begun, today))

    @property
    def living(self) -> tuple[Draft, ...]:
        """Drafts of ours that lie in Drafts, or may."""
        return tuple(d for d in self.thread.drafts if d.state.lives)

    @property
    def unwanted(self) -> tuple[Draft, ...]:
        """Drafts that lie untouched and are no longer the next step in answer to the anchor."""
        return tuple(d for d in self.living if d.state is DraftState.LAID and not self._is_next(d))

    def _is_next(self, draft: Draft) -> bool:
        standing = self.standing
        now = (self.choice.plan.name, standing.step, standing.anchor.id)
        return (draft.plan, draft.step, draft.parent) == now

    def day(self, moment: datetime) -> date:
        """The owner's calendar day of a moment."""
        return self.policy.calendar.day_of(moment)


def case_of(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> Case | None:
    """The thread with its plan and its standing, or None if the owner never wrote in it nor gave an order."""
    any_plan = standing_of(thread, policy.owner, "")
    if any_plan is None:
        return None
    client = client_of(any_plan.anchor, policy.owner)
    choice = choice_of(thread, any_plan.anchor, client, policy)
    standing = standing_of(thread, policy.owner, choice.plan.name) or any_plan
    return Case(
        thread=thread,
        policy=policy,
        evidence=evidence,
        now=now,
        standing=standing,
        choice=choice,
        client=client,
    )

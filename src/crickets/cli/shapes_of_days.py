"""
The JSON of `preview`; told in docs/json.md.
"""

from __future__ import annotations

from crickets.cli import shapes
from crickets.cli.course import steps_after
from crickets.cli.shapes import Json
from crickets.cli.words import Today, timing
from crickets.domain.policy import Policy
from crickets.domain.verdict import Verdict
from crickets.service.preview import ComingDay, Expected, Preview


def previewed(preview: Preview, policy: Policy) -> Json:
    """`preview --json`."""
    today = Today(now=preview.as_of, zone=policy.owner.zone)
    return {
        "as_of": today.iso(preview.as_of),
        "until": preview.until.isoformat(),
        "accounts": [shapes.account(view, today) for view in preview.accounts],
        "days": [_day(day, policy, today) for day in preview.days],
        "lying": [_lying(verdict, policy, today) for verdict in preview.lying],
        "held": [shapes.thread(verdict, policy, today) for verdict in preview.held],
        "later": [shapes.thread(verdict, policy, today) for verdict in preview.later],
        "problems": list(preview.problems),
    }


def _day(day: ComingDay, policy: Policy, today: Today) -> Json:
    return {
        "day": day.date.isoformat(),
        "off": day.off or None,
        "opens_at": shapes.moment(day.opens_at, today),
        "steps": [_expected(expected, policy, today) for expected in day.steps],
    }


def _expected(expected: Expected, policy: Policy, today: Today) -> Json:
    verdict, step = expected.verdict, expected.verdict.planned
    assert step is not None  # nothing else is expected
    return {
        "id": verdict.thread,
        "account": verdict.account,
        "subject": verdict.subject,
        "contact": shapes.contact(verdict.client),
        "plan": verdict.plan,
        "step": verdict.step + 1,
        "do": step.do.value,
        "template": step.template or None,
        "note": step.note or None,
        "phone": shapes.phone_of(verdict.client, policy) or None,
        "due_at": shapes.moment(None if verdict.due is None else verdict.due.at, today),
        "silent_days": None if verdict.silence is None else verdict.silence.days,
        "silent_working_days": None if verdict.silence is None else verdict.silence.working_days,
        "passed_over": [{"day": off.day.isoformat(), "why": off.why} for off in expected.passed_over],
        "held": [{"since": hold.since.isoformat(), "reason": str(hold.reason)} for hold in expected.held],
        "then": _then(verdict, policy),
    }


def _lying(verdict: Verdict, policy: Policy, today: Today) -> Json:
    return {**shapes.thread(verdict, policy, today), "then": _then(verdict, policy)}


def _then(verdict: Verdict, policy: Policy) -> list[Json]:
    """The steps behind this one, which count from the day on which it is really sent, or done."""
    return [
        {
            "step": number,
            "do": step.do.value,
            "when": timing(step.timing),
            "template": step.template or None,
            "note": step.note or None,
        }
        for number, step in steps_after(verdict, policy)
    ]

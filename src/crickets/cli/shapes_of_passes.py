"""
The JSON of `once`, told in docs/json.md.
"""

from __future__ import annotations

from datetime import datetime

from crickets.cli import letters, shapes
from crickets.cli.shapes import Json
from crickets.cli.words import Today
from crickets.domain.policy import Policy
from crickets.domain.verdict import State, Verdict
from crickets.service.once import Result
from crickets.service.outcome import Done


def once(passed: tuple[Result, ...], policy: Policy, now: datetime, *, dry_run: bool) -> Json:
    """`once --json`."""
    today = Today(now=now, zone=policy.owner.zone)
    return {"as_of": today.iso(now), "dry_run": dry_run, "accounts": [_account(r, today) for r in passed]}


def _account(result: Result, today: Today) -> Json:
    outcome = result.outcome
    verdicts = () if outcome is None else outcome.verdicts
    return {
        "name": result.account,
        "error": shapes.error(result.error),
        "problems": [] if outcome is None else list(outcome.doubts),
        "done": [_done(done) for done in result.done],
        "held": [_held(verdict) for verdict in verdicts if verdict.state is State.HELD],
        "silent_for_too_long": 0 if outcome is None else outcome.too_long,
        "next_at": None if outcome is None else shapes.moment(outcome.next_at, today),
    }


def _done(done: Done) -> Json:
    draft = done.draft
    return {
        "deed": done.deed.value,
        "thread": done.thread,
        "contact": shapes.contact(done.verdict.client),
        "to": [] if draft is None else list(draft.to),
        "subject": _subject(done),
        "plan": done.verdict.plan if draft is None else draft.plan,
        "step": (done.verdict if draft is None else draft).step + 1,
        "message_id": None if draft is None else draft.id,
        "how": None if done.how is None else done.how.value,
        "trouble": done.trouble or None,
        "text": letters.text_of(done.message) if done.message else None,
    }


def _subject(done: Done) -> str:
    if done.message:
        return letters.subject_of(done.message)
    return done.verdict.subject if done.draft is None else done.draft.subject


def _held(verdict: Verdict) -> Json:
    return {
        "thread": verdict.thread,
        "contact": shapes.contact(verdict.client),
        "reason": str(verdict.reason),
    }

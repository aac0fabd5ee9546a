"""
The JSON of `show`, and of the commands that give an order; told in docs/json.md.
"""

from __future__ import annotations

from datetime import datetime

from crickets.cli import shapes
from crickets.cli.course import Stage, course_of
from crickets.cli.shapes import Json
from crickets.cli.shapes_of_invoices import entry
from crickets.cli.words import Today, timing
from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import Message, is_invented
from crickets.domain.people import own_ids
from crickets.domain.policy import Policy
from crickets.domain.subject import base_as_written
from crickets.domain.thread import Draft, Order, Thread
from crickets.domain.verdict import Verdict
from crickets.service.accounting import entries_in
from crickets.service.overview import Detail


def shown(detail: Detail, policy: Policy, now: datetime) -> Json:
    """`show --json`: the thread as in `status`, and all that is known of it."""
    today = Today(now=now, zone=policy.owner.zone)
    thread, verdict = detail.thread, detail.verdict
    return {
        "as_of": today.iso(now),
        **held_of(detail, policy, today),
        "task": _task(detail, policy),
        "your_turn_since": shapes.moment(None if verdict is None else verdict.your_turn_since, today),
        "why": [] if verdict is None else [str(reason) for reason in verdict.why],
        "messages": _messages(thread, verdict, policy, today),
        "steps": [_stage(stage, today) for stage in course_of(thread, verdict, policy)],
        "invoices": [entry(each) for each in entries_in(detail, policy, now)],
        "drafts": [_draft(draft, today) for draft in thread.drafts],
        "lying": [{"subject": d.subject, "to": list(d.to), "message_id": d.id} for d in _lying(thread)],
        "orders": [_order(order, today) for order in thread.orders],
        "evidence": {
            "read_up_to": shapes.moment(detail.evidence.read_up_to, today),
            "complete": detail.evidence.complete,
            "problems": list(detail.evidence.doubts),
        },
    }


def _lying(thread: Thread) -> tuple[ListedDraft, ...]:
    """What lies in Drafts: the listing may be older than what was taken back, or thrown away, since."""
    ended = {(d.place.uid_validity, d.place.uid) for d in thread.drafts if d.place is not None and not d.state.lives}
    return tuple(d for d in thread.lying if (d.place.uid_validity, d.place.uid) not in ended)


def _task(detail: Detail, policy: Policy) -> Json | None:
    if detail.errand is None or detail.verdict is None:
        return None
    return shapes.task(detail.verdict, detail.errand, policy)


def held_of(detail: Detail, policy: Policy, today: Today) -> Json:
    """A thread as in `status`; one in which there is nothing to follow up has no state."""
    thread, verdict = detail.thread, detail.verdict
    if verdict is not None:
        return shapes.thread(verdict, policy, today, detail.number)
    subject = base_as_written(thread.messages[0].subject) if thread.messages else ""
    unknown = (
        "contact",
        "plan",
        "step",
        "state",
        "anchor_at",
        "silent_days",
        "silent_working_days",
        "next_at",
        "reason",
        "phone",
    )
    return {"id": thread.id, "account": thread.account, "subject": subject, **dict.fromkeys(unknown)}


def _messages(thread: Thread, verdict: Verdict | None, policy: Policy, today: Today) -> list[Json]:
    own = own_ids(thread.messages, policy.owner)
    return [_message(message, verdict, today, yours=message.id in own) for message in thread.messages]


def _message(message: Message, verdict: Verdict | None, today: Today, *, yours: bool) -> Json:
    anchor = None if verdict is None else verdict.anchor
    return {
        "message_id": None if is_invented(message.id) else message.id,
        "at": today.iso(message.sent_at if yours else message.received),
        "from": shapes.contact(message.sender),
        "to": [shapes.contact(address) for address in message.to],
        "cc": [shapes.contact(address) for address in message.cc],
        "subject": message.subject,
        "yours": yours,
        "anchor": anchor is not None and message.id == anchor.id,
        "kind": message.kind.value,
        "signals": list(message.signals),
        "lies_in": sorted(role.value for role in message.places),
        "parents": list(message.parents),
    }


def _stage(stage: Stage, today: Today) -> Json:
    return {
        "step": stage.number,
        "do": stage.step.do.value,
        "when": timing(stage.step.timing),
        "template": stage.step.template or None,
        "note": stage.step.note or None,
        "progress": stage.progress.value,
        "due_at": shapes.moment(stage.due_at, today),
        "draft": None if stage.draft is None else stage.draft.state.value,
    }


def _draft(draft: Draft, today: Today) -> Json:
    return {
        "message_id": draft.id,
        "plan": draft.plan,
        "step": draft.step + 1,
        "answers": draft.parent,
        "to": list(draft.to),
        "subject": draft.subject,
        "laid_at": today.iso(draft.laid_at),
        "state": draft.state.value,
        "since": today.iso(draft.since),
        "sent_as": draft.sent_as,
        "how": draft.how or None,
        "sure": draft.sure,
    }


def _order(order: Order, today: Today) -> Json:
    return {
        "order": order.kind.value,
        "at": today.iso(order.at),
        "until": None if order.until is None else order.until.isoformat(),
        "plan": order.plan or None,
        "step": None if order.step is None else order.step + 1,
        "wait": None if order.wait is None else timing(order.wait),
        "by": order.by or None,
        "source": order.source,
    }

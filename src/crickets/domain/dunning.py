"""
How far a client was asked for an invoice already: by notices in its own thread, and by those of other threads.

Knows notices that were sent and what was answered there; must not know how they were looked up, nor words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import takewhile

from crickets.domain.calendar import Calendar
from crickets.domain.message import Message
from crickets.domain.owner import Owner
from crickets.domain.people import own_mail
from crickets.domain.plans import Overdue, Plan, Step, due_from
from crickets.domain.receivable import Receivable
from crickets.domain.standing import Standing, standing_of
from crickets.domain.thread import Asked, Draft, DraftState, OrderKind, Thread


def asked_in(thread: Thread, owner: Owner) -> Iterator[Asked]:
    """The notices that the owner sent in a thread, for the other threads whose invoices they tell of."""
    sent = tuple(draft for draft in thread.drafts if draft.asks and draft.state is DraftState.SENT)
    standing, own = standing_of(thread, owner, ""), own_mail(thread.messages, owner)
    for draft in sent:
        at = _sent_at(draft, thread)
        yield Asked(
            thread=thread.id,
            asks=draft.asks,
            plan=draft.plan,
            step=draft.step,
            at=at,
            last_word=max((at, *(mail.sent_at for mail in own))),
            answer=None if standing is None else standing.answer,
        )


def _sent_at(draft: Draft, thread: Thread) -> datetime:
    sent = (m.sent_at for m in thread.messages if {draft.id, draft.sent_as} & {*m.ids})
    return next(sent, draft.since)


def rung_of(lead: Receivable, thread: Thread, standing: Standing, plan: Plan, calendar: Calendar) -> int:
    """
    The step of a plan that comes next for an invoice: what only another one was asked for by is none of its own.

    A notice that told of it beside one longer due took those steps of its that had fallen due by then.
    """
    asked = sorted(_asked(thread, standing, plan), key=lambda each: each.at)
    if all(_led(each, lead) for each in asked):
        return standing.step
    last = next((each for each in reversed(asked) if is_about(each.asks, lead)), None)
    if last is None:
        return _done_since(standing.begun, thread, 0)
    step = last.step + 1 if _led(last, lead) else _fallen_due(plan, lead, calendar, by=last.at)
    return _done_since(last.at, thread, step)


def answered_elsewhere(lead: Receivable, thread: Thread, since: datetime) -> tuple[Asked, Message] | None:
    """The notice of another thread that told of an invoice, and what its client answered after that moment."""
    answered = ((a, a.answer) for a in thread.asked_elsewhere if a.answer is not None and is_about(a.asks, lead))
    later = ((asked, answer) for asked, answer in answered if answer.received > since)
    return max(later, key=lambda each: each[1].received, default=None)


def sent_again(lead: Receivable, thread: Thread, mails: tuple[Message, ...], owner: Owner) -> datetime | None:
    """When the owner last sent an invoice's own file in a mail of another thread, of these mails."""
    here = {i for message in thread.messages for i in message.ids}
    with_it = (m for m in own_mail(mails, owner) if m.id not in here and not {*lead.files}.isdisjoint(m.files))
    return max((m.sent_at for m in with_it), default=None)


def is_about(asks: Iterable[str], invoice: Receivable) -> bool:
    """Whether a notice that asks so (`Demand.asks`) tells of an invoice."""
    return any(_number_in(each) == invoice.number for each in asks)


def _number_in(ask: str) -> str:
    return ask.rpartition(" ")[0]


def _led(asked: Asked, lead: Receivable) -> bool:
    """Whether the invoice was the longest due of those that a notice told of."""
    return _number_in(asked.asks[0]) == lead.number


def _asked(thread: Thread, standing: Standing, plan: Plan) -> Iterator[Asked]:
    """The notices of this count: by the thread's own steps, and by other threads' since it began."""
    for draft in standing.taken:
        if draft.asks:
            at = max(draft.laid_at, draft.since)
            yield Asked(thread=thread.id, asks=draft.asks, plan=draft.plan, step=draft.step, at=at, last_word=at)
    order = standing.order
    for asked in thread.asked_elsewhere:
        is_since = asked.at >= standing.begun and (order is None or asked.at > order.at)
        if is_since and asked.plan == plan.name:
            yield asked


def _done_since(moment: datetime, thread: Thread, step: int) -> int:
    """The step after those that the owner says are done."""
    for order in thread.orders:
        if order.kind is OrderKind.DONE and order.at > moment and order.step == step:
            step += 1
    return step


def _fallen_due(plan: Plan, invoice: Receivable, calendar: Calendar, *, by: datetime) -> int:
    """How many of a plan's first steps had fallen due for an invoice by a moment."""
    on = invoice.debt.due_on

    def had_fallen_due(step: Step) -> bool:
        return isinstance(step.timing, Overdue) and due_from(step.timing, on, calendar).at <= by

    return sum(1 for _ in takewhile(had_fallen_due, plan.steps))

"""
How far a client was asked for an invoice already: by notices in its own thread, and by those of other threads.

Knows notices that were sent and what was answered there; must not know how they were looked up, nor words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from crickets.domain.dispute import answer_to, is_settled, newest_answer_to
from crickets.domain.ladder import brings_again
from crickets.domain.message import Message
from crickets.domain.notice import Ask
from crickets.domain.owner import Owner
from crickets.domain.people import answers, is_later, own_mail
from crickets.domain.plans import Plan
from crickets.domain.receivable import HALF_A_YEAR, Receivable
from crickets.domain.standing import Standing, lay_beside, restarting_order, standing_of
from crickets.domain.thread import Asked, Draft, DraftState, OrderKind, Thread


def asked_in(thread: Thread, owner: Owner) -> Iterator[Asked]:
    """The notices that the owner sent in a thread, or that lie there, for the other threads that they tell of."""
    told = tuple(d for d in thread.drafts if d.asks and (d.state is DraftState.SENT or d.state.lives))
    standing, own = standing_of(thread, owner), own_mail(thread.messages, owner)
    for draft in told:
        at, promise = _sent_at(draft, thread), _promise_after(draft, thread, owner)
        yield Asked(
            thread=thread.id,
            asks=draft.asks,
            plan=draft.plan,
            step=draft.step,
            at=at,
            last_word=max((at, *(mail.sent_at for mail in own))),
            answer=None if promise is not None else _answer_to(draft, thread, owner, standing),
            promise=promise,
            lies=draft.state.lives,
        )


def _answer_to(draft: Draft, thread: Thread, owner: Owner, standing: Standing | None) -> Message | None:
    """What its client answered: the owner hasn't taken that up, or hasn't said how to go on."""
    if standing is not None and standing.answer is not None:
        return standing.answer
    sent = _sent_as(draft, thread)
    return None if sent is None else answer_to(sent, thread, owner)


def _promise_after(draft: Draft, thread: Thread, owner: Owner) -> Message | None:
    """
    The client's last word, if it puts the owner off to a day, and so does all that they haven't answered yet.

    An order ends it. What of it was this thread's may be paid by then: it's said of all that the notice told of.
    """
    sent = _sent_as(draft, thread)
    newest = None if sent is None else newest_answer_to(sent, thread, owner)
    if newest is None:
        return None
    own = own_mail(thread.messages, owner)
    unanswered = [a for a in answers(thread.messages, owner) if all(is_later(a, mail) for mail in own)]
    said = [answer.remarks for answer in unanswered or (newest,)]
    return newest if all(each is not None and (each.pays_by or each.promised) for each in said) else None


def _sent_as(draft: Draft, thread: Thread) -> Message | None:
    return next((m for m in thread.messages if {draft.id, draft.sent_as} & {*m.ids}), None)


def _sent_at(draft: Draft, thread: Thread) -> datetime:
    sent = _sent_as(draft, thread)
    return draft.since if sent is None else sent.sent_at


def rung_of(invoice: Receivable, thread: Thread, standing: Standing, plan: Plan, owner: Owner) -> int:
    """
    The step of a plan that comes next for an invoice: what only another one was asked for by is none of its own.

    Never one that was sent for it before, whatever was answered, written or ordered since: who has had a late notice
    isn't asked again as if nothing had been sent.
    """
    here = tuple(_asked_here(thread, standing))
    asked = (*here, *_sent_before(thread, plan, owner), *_asked_elsewhere(thread, plan))
    about = (each for each in asked if is_about(each, invoice))
    last = max(about, key=lambda each: (each.step, each.at), default=None)
    is_alone = all(is_about(each, invoice) for each in here)
    if last is None:
        return standing.step if is_alone else _done_since(standing.begun, thread, 0)
    rung = _done_since(last.at, thread, last.step + 1)
    return max(standing.step, rung) if is_alone else rung


def last_notice_at(
    invoices: Iterable[Receivable], template: str, thread: Thread, plans: Mapping[str, Plan], owner: Owner
) -> datetime | None:
    """
    When a notice of that template was last sent about some invoices, in whichever thread; None where one had none.

    Who gets the next is to read that, and other words. Of several it's the earliest day: each was asked for since then.
    What the owner wrote by hand in its place isn't one of them.
    """
    sent = (asked for asked in (*asked_in(thread, owner), *thread.debts.asked) if not asked.lies)
    alike = [asked for asked in sent if _template_of(asked, plans) == template]
    times = [[a.at for a in alike if is_about(a, each)] for each in invoices]
    return min(map(max, times)) if times and all(times) else None


def _template_of(asked: Asked, plans: Mapping[str, Plan]) -> str:
    """The words of the step by which a notice was sent, as the config has them now; empty where it has it no more."""
    plan = plans.get(asked.plan)
    return plan.steps[asked.step].template if plan is not None and asked.step < len(plan.steps) else ""


def answered_elsewhere(lead: Receivable, thread: Thread, since: datetime) -> tuple[Asked, Message] | None:
    """The notice of another thread that told of an invoice, and what its client answered after that moment."""
    told = (each for each in thread.debts.asked if not each.lies and is_about(each, lead))
    answered = ((each, each.answer) for each in told if each.answer is not None)
    later = ((a, answer) for a, answer in answered if answer.received > since and not _is_over(a, answer, lead))
    return max(later, key=lambda each: each[1].received, default=None)


def promised_elsewhere(lead: Receivable, thread: Thread) -> tuple[Asked, Message] | None:
    """
    The notice of another thread that told of an invoice, and what its client promised in answer to it.

    An order of the owner's since, in either thread, has this one go on.
    """
    order = restarting_order(thread)
    told = (each for each in thread.debts.asked if not each.lies and is_about(each, lead))
    promised = ((each, each.promise) for each in told if each.promise is not None)
    newer = ((a, promise) for a, promise in promised if order is None or promise.received > order.at)
    return max(newer, key=lambda each: each[1].received, default=None)


def _is_over(asked: Asked, answer: Message, lead: Receivable) -> bool:
    """Whether the owner has answered, and said since what is open of an invoice."""
    return asked.last_word >= answer.received and is_settled(lead, answer)


def sent_again(lead: Receivable, thread: Thread, mails: tuple[Message, ...], owner: Owner) -> datetime | None:
    """When the owner last sent an invoice's own file in a mail of another thread, of these mails."""
    here = {i for message in thread.messages for i in message.ids}
    with_it = (m for m in own_mail(mails, owner) if m.id not in here and brings_again(m, lead))
    return max((m.sent_at for m in with_it), default=None)


def lying_elsewhere(lead: Receivable, thread: Thread) -> Asked | None:
    """The notice that lies in another thread and tells of an invoice."""
    return next((each for each in thread.debts.asked if each.lies and is_about(each, lead)), None)


def is_about(asked: Asked, invoice: Receivable) -> bool:
    """Whether a notice tells of an invoice."""
    return any(each.number == invoice.number and _is_of_its_year(each, asked, invoice) for each in asked.asks)


def _is_of_its_year(ask: Ask, asked: Asked, invoice: Receivable) -> bool:
    """
    Whether what a notice asked for fell due about when an invoice does: numbers begin anew each year.

    A due date that was mended since moves by less. Of what an older version laid, it's only known that it was late.
    """
    due_on = invoice.debt.due_on
    if ask.due_on is None:
        return due_on - asked.at.date() < HALF_A_YEAR
    return abs(due_on - ask.due_on) < HALF_A_YEAR


def _asked_here(thread: Thread, standing: Standing) -> Iterator[Asked]:
    """The notices by which the thread's own steps were taken."""
    for draft in standing.taken:
        if draft.asks:
            at = max(draft.laid_at, draft.since)
            yield Asked(thread=thread.id, asks=draft.asks, plan=draft.plan, step=draft.step, at=at, last_word=at)


def _sent_before(thread: Thread, plan: Plan, owner: Owner) -> Iterator[Asked]:
    """The notices of a plan that were ever sent in the thread, or by hand in their place."""
    own, theirs = own_mail(thread.messages, owner), answers(thread.messages, owner)
    for draft in thread.drafts:
        if draft.asks and draft.plan == plan.name and (draft.state is DraftState.SENT or _replaced(draft, own, theirs)):
            at = _sent_at(draft, thread)
            yield Asked(thread=thread.id, asks=draft.asks, plan=draft.plan, step=draft.step, at=at, last_word=at)


def _replaced(draft: Draft, own: tuple[Message, ...], theirs: tuple[Message, ...]) -> bool:
    """Whether the owner asked by hand while a notice lay there, and didn't only answer what had come meanwhile."""
    beside = (mail for mail in own if lay_beside(draft, mail))
    return any(not any(draft.laid_at < a.received and not is_later(a, mail) for a in theirs) for mail in beside)


def _asked_elsewhere(thread: Thread, plan: Plan) -> Iterator[Asked]:
    """The notices of this plan that were sent in other threads."""
    return (asked for asked in thread.debts.asked if asked.plan == plan.name and not asked.lies)


def _done_since(moment: datetime, thread: Thread, step: int) -> int:
    """The step after those that the owner says are done."""
    for order in thread.orders:
        if order.kind is OrderKind.DONE and order.at > moment and order.step == step:
            step += 1
    return step

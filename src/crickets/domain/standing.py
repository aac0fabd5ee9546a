"""
Where a thread stands in its plan: what was answered, what counts as the anchor, which step is next, since when.

The contract's page on counting, lived through once from the oldest event to the newest. Knows no clock: where a
thread stands does not depend on the present moment.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from crickets.domain.message import Message, MessageId
from crickets.domain.owner import Owner
from crickets.domain.people import answers, client_of, is_later, own_mail
from crickets.domain.plans import Plan, Timing
from crickets.domain.thread import RESTARTING, Draft, DraftState, Order, OrderKind, Thread
from crickets.domain.threading import written_at
from crickets.domain.tidings import came_back

_Event = Message | Draft | Order

_GONE = frozenset({DraftState.THROWN_AWAY, DraftState.LOST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """
    Where a thread stands.

    `anchor` is the mail that is to be followed up: the owner's newest, or the client's, where the owner gave an order
    after it and hasn't written since. `begun` is when this count began, `since` what the next step counts from, `step`
    the next step (from 0), `taken` are the drafts by which the steps before it were taken.
    `answer` is what came after the owner's last word, or None; `promise` is there instead if all of it only puts the
    owner off to a day, or promises what an invoice asks for: silence counts on from that day. `order` is the order
    that last began the count anew, or None; `thrown_away` the last draft of this count that the owner did not want.
    `wait` is when the next step falls due, in place of the plan's own word, where the owner has said so of the
    anchor.
    """

    anchor: Message
    begun: datetime
    since: datetime
    step: int = 0
    taken: tuple[Draft, ...] = ()
    answer: Message | None = None
    promise: Message | None = None
    order: Order | None = None
    thrown_away: Draft | None = None
    wait: Timing | None = None


def restarting_order(thread: Thread) -> Order | None:
    """The owner's newest word that makes the count begin anew, or None."""
    return thread.last_order(*RESTARTING)


def standing_of(thread: Thread, owner: Owner, plan: Plan | None = None) -> Standing | None:
    """
    Where a thread stands in a plan; None if the owner never wrote in it nor gave an order.

    Without one, what holds whatever the plan is: no draft is any of its steps.
    """
    own, theirs = own_mail(thread.messages, owner), answers(thread.messages, owner)
    last = last_word(thread, own)
    if last is None:
        return None
    following = tuple(a for a in theirs if follows(a, last))
    answer = following[-1] if following else None
    before = tuple(a for a in theirs if not follows(a, last))
    words = _words_of(before, thread, own)
    anchor = next((m for m in (*words, *reversed(before), *theirs) if isinstance(m, Message)), None)
    if anchor is None:
        return None
    is_put_off = bool(following) and all(puts_off(each, thread) for each in following)
    begun = Standing(
        anchor=anchor,
        begun=_moment(words[0]),
        since=_moment(words[0]),
        answer=None if is_put_off else answer,
        promise=answer if is_put_off else None,
    )
    return _lived(begun, thread, words, plan, owner)


def puts_off(answer: Message, thread: Thread) -> bool:
    """Whether an answer does no more than put the owner off to a day, or promise the money for an open invoice."""
    said = answer.remarks
    return said is not None and (said.promised is not None or pays_by(answer, thread) is not None)


def pays_by(answer: Message, thread: Thread) -> date | None:
    """
    The day by which an answer promises to pay what is open, if that's all it says.

    Also what the owner has yet to confirm: that's asked of them, and the promise is none the less one.
    """
    is_owed = any(each.is_open for each in thread.invoices)
    return answer.remarks.pays_by if answer.remarks is not None and is_owed else None


def last_word(thread: Thread, own: tuple[Message, ...]) -> Message | Order | None:
    """What an answer must follow: the owner's newest mail, or an order since; None if there's neither."""
    order = restarting_order(thread)
    if not own and thread.last_order(OrderKind.STOP) is not None and thread.last_order(OrderKind.PLAN) is None:
        return None  # what the client began, and was only stopped, waits for the owner's answer again once it's resumed
    if order is not None and (not own or order.at > own[-1].sent_at):
        return order
    return own[-1] if own else None


def follows(answer: Message, word: Message | Order) -> bool:
    """Whether an answer came after the owner's word."""
    return is_later(answer, word) if isinstance(word, Message) else answer.received > word.at


def _words_of(before: tuple[Message, ...], thread: Thread, own: tuple[Message, ...]) -> tuple[Message | Order, ...]:
    """
    The owner's mail and orders that a count is made of: those since the last answer that it begins after.

    It doesn't where the first that the owner said after an answer has the plan go on.
    """
    for answer in reversed(before):
        words = _words_since(answer, thread, own)
        if not _has_the_plan_go_on(words[0], answer, thread):
            return words
    return _words_since(None, thread, own)


def _has_the_plan_go_on(word: Message | Order, answer: Message, thread: Thread) -> bool:
    """
    Whether the first word after an answer begins no count.

    An order to Crickets itself, or after what only put the owner off, a mail that took the place of a draft's step: in
    a new count that step would be laid once more.
    """
    if isinstance(word, Order):
        return not word.by_mail
    return puts_off(answer, thread) and any(_takes_its_step(word, draft) for draft in thread.drafts)


def _words_since(answer: Message | None, thread: Thread, own: tuple[Message, ...]) -> tuple[Message | Order, ...]:
    """The owner's mail and orders since an answer, or all of them."""
    mail = tuple(m for m in own if answer is None or not is_later(answer, m))
    with_them = {i for m in mail for i in m.ids}
    orders = (
        order
        for order in thread.orders
        if order.kind in RESTARTING and (answer is None or order.at >= answer.received or order.source in with_them)
    )
    return tuple(sorted((*mail, *orders), key=_moment))


def _lived(
    begun: Standing, thread: Thread, words: tuple[Message | Order, ...], plan: Plan | None, owner: Owner
) -> Standing:
    """What a count has come to after all that moves it on: the owner's words, drafts thrown away, what was done."""
    known = {i for word in words if isinstance(word, Message) for i in word.ids}
    # What answers a mail of this count belongs to it, even if a clock that was set says that it's the older one.
    own = (d for d in thread.drafts if plan is not None and d.plan == plan.name)
    drafts = tuple(d for d in own if d.laid_at >= begun.since or d.parent in known)
    order = restarting_order(thread)
    sent = tuple(w for w in words if isinstance(w, Message) and (order is None or w.sent_at >= order.at))
    ended = (d for d in drafts if _skips_its_step(d, sent) or _sent_elsewhere(d, known))
    done = (o for o in thread.orders if o.kind is OrderKind.DONE and o.at >= begun.since)
    events: tuple[_Event, ...] = (*words, *ended, *done)
    for event in sorted(events, key=_place):
        begun = _after(begun, event, drafts, thread, plan, owner)
    return begun


def _place(event: _Event) -> tuple[datetime, bool]:
    """Where it comes in the count; of what bears one moment, the owner's orders were given in view of the rest."""
    return _moment(event), isinstance(event, Order)


def _moment(event: _Event) -> datetime:
    """When it took place: a mail when it was sent, a draft's end when it was seen, and never before it was laid."""
    if isinstance(event, Message):
        return event.sent_at
    return max(event.since, event.laid_at) if isinstance(event, Draft) else event.at


def _after(
    standing: Standing, event: _Event, drafts: tuple[Draft, ...], thread: Thread, plan: Plan | None, owner: Owner
) -> Standing:
    if isinstance(event, Message):
        return _after_mail(standing, event, drafts)
    if isinstance(event, Draft):
        return _after_a_draft(standing, event)
    if event.kind is OrderKind.DONE:
        moves = event.step in {None, standing.step}
        return replace(standing, since=event.at, step=standing.step + 1, wait=None) if moves else standing
    if not _goes_on(standing, event, thread, plan, owner):
        standing = replace(standing, step=0, taken=())
    anchor = standing.anchor if event.by_mail else _newest_before(event, standing.anchor, thread, owner)
    return replace(standing, anchor=anchor, since=event.at, order=event, thrown_away=None, wait=event.wait)


def _newest_before(order: Order, anchor: Message, thread: Thread, owner: Owner) -> Message:
    """The mail that an order has followed up: the client's, if they have answered the anchor before it."""
    before = (a for a in answers(thread.messages, owner) if not follows(a, order) and is_later(a, anchor))
    return max(before, key=lambda answer: answer.received, default=anchor)


def _goes_on(standing: Standing, order: Order, thread: Thread, plan: Plan | None, owner: Owner) -> bool:
    """
    Whether an order has the plan go on with the step that comes next; else it begins anew with its first.

    That's so where it ordered another plan, or was given with a mail; where the plan had come to its end, and where a
    mail to the client came back: nobody knows what they have read. What the client answered, an order goes on over.
    """
    if order.by_mail or (order.kind is OrderKind.PLAN and not _went_by_it(standing, order, thread)):
        return False
    at_its_end = plan is not None and standing.step >= len(plan.steps)
    before = standing.begun if standing.order is None else standing.order.at
    client = client_of(standing.anchor, owner)
    came = (m for m in thread.messages if before < m.received <= order.at and came_back(m, thread, client))
    return not at_its_end and not any(is_later(bounce, standing.anchor) for bounce in came)


def _went_by_it(standing: Standing, order: Order, thread: Thread) -> bool:
    """Whether the plan that was ordered is the one that held before: by an order, or as steps of it were taken."""
    earlier = (o for o in thread.orders if o.kind is OrderKind.PLAN and o.at < order.at)
    last = max(earlier, key=lambda each: each.at, default=None)
    return any(d.plan == order.plan for d in standing.taken) if last is None else last.plan == order.plan


def _after_mail(standing: Standing, sent: Message, drafts: tuple[Draft, ...]) -> Standing:
    """
    Where a thread stands once the owner has sent this mail: it's the anchor.

    Sent as a draft of ours, or by hand while one lay there, it takes that step's place; else it leaves the step as it
    was.
    """
    wait = standing.wait if standing.order is not None and standing.order.source in sent.ids else None
    taken = tuple(d for d in drafts if _takes_its_step(sent, d))
    return replace(_with_taken(standing, taken), anchor=sent, since=sent.sent_at, wait=wait)


def _takes_its_step(sent: Message, draft: Draft) -> bool:
    return _became(draft, sent.ids) or lay_beside(draft, sent)


def _after_a_draft(standing: Standing, ended: Draft) -> Standing:
    if ended.state in _GONE and ended in standing.taken:
        return standing  # a mail by hand had taken its place before the order that has the plan go on
    standing = replace(_with_taken(standing, (ended,)), wait=None)
    if ended.state is DraftState.SENT:
        return replace(standing, since=max(standing.since, ended.since))
    unwanted = ended if ended.state is DraftState.THROWN_AWAY else standing.thrown_away
    return replace(standing, since=max(standing.since, ended.laid_at), thrown_away=unwanted)


def _with_taken(standing: Standing, drafts: tuple[Draft, ...]) -> Standing:
    """The steps of these drafts are behind it, and all before them."""
    if not drafts:
        return standing
    step = max((standing.step, *(draft.step + 1 for draft in drafts)))
    return replace(standing, step=step, taken=(*standing.taken, *drafts))


def _skips_its_step(draft: Draft, sent: tuple[Message, ...]) -> bool:
    """Whether a draft is gone, and no mail was written in its place; its copy in Sent may come late."""
    return draft.state in _GONE and not any(lay_beside(draft, mail) for mail in sent)


def _sent_elsewhere(draft: Draft, known: set[MessageId]) -> bool:
    """Whether a draft was sent as a mail that isn't in the thread (any more): its step was taken all the same."""
    return draft.state is DraftState.SENT and draft.sent_as not in known and draft.id not in known


def _became(draft: Draft, ids: tuple[MessageId, ...]) -> bool:
    """Whether a draft was sent as a mail; what bears its own id was, whatever it was taken for before the copy came."""
    return draft.id in ids or (draft.state is DraftState.SENT and draft.sent_as in ids)


def lay_beside(draft: Draft, mail: Message) -> bool:
    """
    Whether a draft lay in Drafts as the owner wrote a mail by hand, as far as is known.

    The mail that it answers was there before it. A mail was written no later than the server had it, whatever its Date
    says: a clock some seconds ahead must not make it later than the end of the draft that it overtook.
    """
    if draft.state in {DraftState.INTENDED, DraftState.ABANDONED} or draft.parent in mail.ids:
        return False
    return draft.laid_at <= mail.sent_at and (draft.state.lives or written_at(mail) <= draft.since)

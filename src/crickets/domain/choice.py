"""
Whether a thread is followed up at all, and by which plan: the owner's order, then `[[clients]]`, then `[[rules]]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from crickets.domain.brought import invoice_brought
from crickets.domain.message import Address, Message, MessageId
from crickets.domain.owner import Owner, matches
from crickets.domain.people import answers, is_later, own_mail
from crickets.domain.plans import COLD_PLAN, DEFAULT_PLAN, INVOICE_PLAN, NO_PLAN, Plan
from crickets.domain.policy import Policy, Who
from crickets.domain.standing import lay_beside
from crickets.domain.thread import NEVER_LAY, RESTARTING, Draft, OrderKind, Thread
from crickets.domain.verdict import Reason, Why, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A plan and who picked it; `refusal` says why the thread is ignored instead, or is None."""

    plan: Plan
    by: str
    refusal: Why | None = None


def choice_of(thread: Thread, last_word: Message, client: Address | None, policy: Policy) -> Choice:
    """Which plan governs a thread whose newest mail to follow up is `last_word`."""
    if client is None:
        return _refused(why(Reason.NOBODY_TO_ANSWER))
    by, name = _named(thread, last_word, client, policy)
    if name == NO_PLAN.name:
        return _refused(why(Reason.NO_PLAN, by=by))
    ordered = _is_ordered(thread)
    refusal = None if ordered else _refusal(thread, last_word, client, policy)
    return Choice(plan=policy.plans[name], by=by, refusal=refusal)


def _refused(reason: Why) -> Choice:
    return Choice(plan=NO_PLAN, by="", refusal=reason)


def _named(thread: Thread, last_word: Message, client: Address, policy: Policy) -> tuple[str, str]:
    """Who picks the plan, and its name."""
    known_plans = policy.plans.keys() | {NO_PLAN.name}
    orders = [o for o in thread.orders if o.kind is OrderKind.PLAN and o.plan in known_plans]
    if orders:
        last = max(orders, key=lambda o: o.at)
        return f"{'your order' if last.plan == NO_PLAN.name else 'you ordered it'}{last.means}", last.plan
    known = policy.client(client)
    if known is not None and known.plan:
        return f"your entry for {known.name}", known.plan
    for mail in followed_up(thread, last_word, policy.owner) if policy.rules else ():
        for number, rule in enumerate(policy.rules, 1):
            if rule.fits(mail, known, thread.folders):
                return f"your rule {number}{rule.told}", rule.plan
    return _by_itself(thread, last_word, client, policy)


def _by_itself(thread: Thread, last_word: Message, client: Address, policy: Policy) -> tuple[str, str]:
    """The same where the owner has said nothing of it."""
    brought = invoice_brought(thread, last_word, policy.owner)
    if brought is not None:
        return f"it's about invoice {brought.number}" if brought.number else "it brings an invoice along", INVOICE_PLAN
    if last_word.refused:
        return "it seems to bring an invoice along that can't be read", INVOICE_PLAN
    if is_acquainted(thread, last_word, policy):
        return "the default", DEFAULT_PLAN
    return f"the default for those who never wrote, as {client.email}", COLD_PLAN


def followed_up(thread: Thread, last_word: Message, owner: Owner) -> Iterator[Message]:
    """
    The owner's own mail since what they last answered, the newest first: what a plan is picked by.

    What they sent as a draft of ours stands for the mail that it follows up: the plan isn't picked anew by its words.
    What was written while a draft lay there may be that, sent in other words: it stands for both.
    """
    own = own_mail(thread.messages, owner)[::-1] or (last_word,)
    before = [answer for answer in reversed(answers(thread.messages, owner)) if not is_later(answer, own[0])]
    silent = takewhile(lambda mail: not any(is_later(answer, mail) for answer in before), own)
    yield from dict.fromkeys(each for mail in silent for each in _by_hand(mail, thread, own))


def _by_hand(mail: Message, thread: Thread, own: Sequence[Message]) -> Iterator[Message]:
    """A mail; or where it was sent as a draft of ours, that of their `own` that this followed up, and so on."""
    parents = {i: draft.parent for draft in thread.drafts for i in (draft.id, draft.sent_as) if i is not None}
    seen: set[MessageId] = set()
    following: Message | None = mail
    while following is not None and following.id not in seen:
        seen.add(following.id)
        sent = next((parents[i] for i in following.ids if i in parents), None)
        parent = sent or next((d.parent for d in thread.drafts if _may_have_become(d, following)), None)
        answered = next((m for m in thread.messages if parent is not None and parent in m.ids), None)
        followed_up = answered and _asked(answered, own)
        if sent is None or followed_up is None:
            yield following
        following = followed_up


def _asked(answered: Message, own: Sequence[Message]) -> Message:
    """What a draft followed up: what it answers, or where that is a client's mail, what the owner wrote before that."""
    if answered in own:
        return answered
    return next((mail for mail in own if is_later(answered, mail)), answered)


def _may_have_become(draft: Draft, mail: Message) -> bool:
    """Whether a mail may be what a draft was sent as: it lay there then, or the mail answers just what it answered."""
    just_so = mail.parents[-1:] == (draft.parent,) and draft.laid_at <= mail.sent_at
    return lay_beside(draft, mail) or (just_so and draft.state not in NEVER_LAY)


def _is_ordered(thread: Thread) -> bool:
    return any(o.kind in RESTARTING for o in thread.orders)


def is_acquainted(thread: Thread, last_word: Message, policy: Policy) -> bool:
    """Whether somebody it was written to has ever written to the owner, or anybody in this thread has."""
    known = any(a.key in thread.acquainted for a in policy.owner.others(last_word.recipients))
    return known or bool(answers(thread.messages, policy.owner))


def _refusal(thread: Thread, last_word: Message, client: Address, policy: Policy) -> Why | None:
    if matches(client, policy.tracking.ignore):
        return why(Reason.ON_YOUR_IGNORE_LIST, address=client.email)
    if _is_a_list(client, thread):
        return why(Reason.TO_A_LIST, address=client.email)
    if policy.tracking.who is Who.TAGGED:
        return why(Reason.NOT_TAGGED)
    if policy.tracking.who is Who.CONVERSATIONS and not is_acquainted(thread, last_word, policy):
        return why(Reason.NEVER_WROTE, address=client.email)
    return None


def _is_a_list(address: Address, thread: Thread) -> bool:
    """Whether posts of a mailing list went to an address, and nobody ever wrote from it."""
    posts = (message for message in thread.messages if message.to_list)
    written_to = {a.key for message in posts for a in message.recipients}
    return address.key in written_to - {message.sender.key for message in thread.messages}

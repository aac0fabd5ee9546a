"""
The next mail of a thread, before it has words: to whom, from whom, in answer to what.

Knows the contract's rules for a draft's header; must not know templates or bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from crickets.domain.message import Address, Message, MessageId, is_invented
from crickets.domain.notice import Notice
from crickets.domain.owner import Owner
from crickets.domain.people import correspondents, is_own
from crickets.domain.policy import Client, Policy
from crickets.domain.subject import unprefixed
from crickets.domain.verdict import LayDraft, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """
    What is to be written, and everything about it that isn't wording.

    `parent` is the mail it answers, a client's promise if one came after what is followed up; None where that has no
    Message-ID to name. `references` are the parent's own, and the parent last (RFC 5322 §3.6.4).
    `subject` is the thread's base subject; `keep_subject` forbids a template's own. `written_at` becomes the Date
    header, in the owner's zone. `days` counts the silence, `asked_on` is the day of the mail that is being followed
    up: the owner's last, where they ordered it to be followed up after an answer. `quoted` is who wrote the parent
    then, and `quoted_on` when; both are None where the parent is the owner's own. `language` and `greeting`
    may be empty: then the voice decides. `notice` is what a step about late invoices tells of. `answer_promised_for`
    and `payment_promised_for` are the day of a client's promise that has passed.
    """

    id: MessageId
    template: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    parent: MessageId | None
    references: tuple[MessageId, ...] = ()
    subject: str
    keep_subject: bool = False
    quote: bool = True
    written_at: datetime
    days: int
    asked_on: date
    quoted: Address | None = None
    quoted_on: date | None = None
    language: str = ""
    greeting: str = ""
    notice: Notice | None = None
    answer_promised_for: date | None = None
    payment_promised_for: date | None = None

    @property
    def contact(self) -> Address:
        """Whom it is written to in the first place."""
        return self.to[0]


def follow_up(
    lay: LayDraft, *, verdict: Verdict, policy: Policy, now: datetime, identify: Callable[[str], MessageId]
) -> FollowUp:
    """
    The mail that carries out a decision.

    `identify` makes a Message-ID in the domain of the From address; it's given that domain.
    """
    parent, answered, owner = lay.parent, lay.answered, policy.owner
    sender = identity_of(parent, owner)
    to = _written_to(lay, verdict, owner)
    client = None if verdict.client is None else policy.client(verdict.client)
    answer_by, paid_by = _promised_days(lay)
    return FollowUp(
        id=identify(sender.domain),
        template=lay.template,
        sender=sender,
        to=to,
        cc=_copies(parent, to, owner),
        parent=None if is_invented(answered.id) else answered.id,
        references=_references(answered, parent),
        subject=unprefixed(parent.subject),
        keep_subject=policy.drafting.keep_subject,
        quote=policy.drafting.quote,
        written_at=now.astimezone(owner.zone).replace(microsecond=0),
        days=0 if verdict.silence is None else verdict.silence.days,
        asked_on=policy.calendar.day_of((lay.asked or parent).sent_at),
        quoted=None if is_own(answered, owner) else answered.sender,
        quoted_on=None if is_own(answered, owner) else policy.calendar.day_of(answered.sent_at),
        language="" if client is None else client.language,
        greeting="" if client is None or not _is_theirs(to, client, lay, policy) else client.greeting,
        notice=None if lay.demand is None else lay.demand.notice,
        answer_promised_for=answer_by,
        payment_promised_for=paid_by,
    )


def _promised_days(lay: LayDraft) -> tuple[date | None, date | None]:
    """By when an answer was promised, or the money; nobody can tell of which of several invoices that was said."""
    if lay.lapsed is None:
        return None, None
    if not lay.lapsed.is_of_money:
        return lay.lapsed.until, None
    is_of_several = lay.demand is not None and len(lay.demand.asks) > 1
    return None, None if is_of_several else lay.lapsed.until


def _is_theirs(to: tuple[Address, ...], client: Client, lay: LayDraft, policy: Policy) -> bool:
    """Whether it's written to one client alone, be it where they have written from since: others have other names."""
    written_from = None if lay.contact is None else lay.contact.key
    return all(a.key == written_from or policy.client(a) == client for a in to)


def _references(answered: Message, parent: Message) -> tuple[MessageId, ...]:
    """The references of a reply to a mail; what is followed up is among them, though that mail may not name it."""
    above = (*answered.parents, answered.id)
    ids = above if parent.id in above else (*parent.parents, parent.id, *above)
    return tuple(i for i in dict.fromkeys(ids) if not is_invented(i))


def _written_to(lay: LayDraft, verdict: Verdict, owner: Owner) -> tuple[Address, ...]:
    """The parent's correspondents, the client at the address from which they have written since."""
    to = correspondents(lay.parent, owner)
    if lay.contact is None or verdict.client is None:
        return to
    silent, contact = verdict.client.key, lay.contact
    return tuple({a.key: a for a in (contact if a.key == silent else a for a in to)}.values())


def identity_of(parent: Message, owner: Owner) -> Address:
    """Which of the owner's addresses writes: the one that sent the parent, or to which it was sent."""
    mine = parent.sender if owner.is_me(parent.sender) or is_own(parent, owner) else None
    addressed = next((owner.plain(a) for a in parent.recipients if owner.is_me(a)), None)
    first = Address(email=next((a for a in owner.addresses if "*" not in a), owner.addresses[0]))
    chosen = mine or addressed or first
    return Address(name=chosen.name if mine and chosen.name else owner.name, email=chosen.email)


def _copies(parent: Message, to: tuple[Address, ...], owner: Owner) -> tuple[Address, ...]:
    """The parent's Cc, without the owner and without those it already goes to."""
    if not is_own(parent, owner):
        return ()
    written_to = {a.key for a in to}
    return tuple(a for a in owner.others(parent.cc) if a.key not in written_to)

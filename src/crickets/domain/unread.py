"""
Whose words a decision needs that are not known yet.

Headers are read of all mail, bodies only of what can decide something: the owner's last word in a thread, and what
came after it. What is older than the owner wants to be followed up is left unread.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from crickets.domain.choice import followed_up
from crickets.domain.evidence import Evidence
from crickets.domain.message import WRITTEN, Kind, Message
from crickets.domain.people import is_later, is_own, own_mail, told_apart
from crickets.domain.policy import Policy
from crickets.domain.thread import Thread

_TELLING = frozenset({Kind.PERSON, Kind.AUTO_REPLY, Kind.CALENDAR})
"""Kinds whose words say something on the silence; what a report says was read when it came."""

_DOUBTFUL = _TELLING | {Kind.BULK}
"""The same in answer to the owner: a header like a newsletter's may stand over a person's words."""


def unread_in(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> tuple[Message, ...]:
    """
    The mails of a thread whose words are not known and count: the owner's last, and all that came after it.

    Where an invoice is known, the last of the others' too.
    """
    begins = _horizon(thread, policy, evidence, now)
    if all(m.remarks is not None or m.received < begins for m in thread.messages):
        return ()  # as in most threads
    own = own_mail(thread.messages, policy.owner)
    last = own[-1] if own else None
    told = told_apart(thread.messages, policy.owner)
    theirs = [m for m in told if not is_own(m, policy.owner) and not policy.owner.is_me(m.sender)]
    answered = theirs[-1:] if thread.invoices else []  # it may promise the money, whatever the owner wrote since
    counting = (m for m in theirs if m in answered or _counts(m, last, thread, policy))
    wanted = (*_of_the_owners(own, thread, policy), *unread_of(counting, _TELLING if last is None else _DOUBTFUL))
    return tuple(m for m in wanted if m.remarks is None and m.received >= begins)


def _of_the_owners(own: tuple[Message, ...], thread: Thread, policy: Policy) -> tuple[Message, ...]:
    """Their last mail; and all by which a plan is picked, if a rule asks for the language."""
    asks = own and any(rule.language for rule in policy.rules)
    return tuple(dict.fromkeys((*own[-1:], *(followed_up(thread, own[-1], policy.owner) if asks else ()))))


def _counts(message: Message, last: Message | None, thread: Thread, policy: Policy) -> bool:
    """Whether a mail by somebody else may decide something: as an answer, or because it waits for one."""
    if last is not None:
        return message.kind is Kind.AUTO_REPLY or is_later(message, last)
    to_me = any(policy.owner.is_me(address) for address in message.recipients)
    return bool(thread.orders) or (to_me and not message.to_list)


def unread_of(messages: Iterable[Message], kinds: frozenset[Kind] = _TELLING) -> tuple[Message, ...]:
    """Those of some mails by others whose words are not known and could say something."""
    return tuple(m for m in messages if _is_unread(m) and m.kind in kinds and m.places - WRITTEN)


def _is_unread(message: Message) -> bool:
    return message.remarks is None or message.remarks.phones is None


def _horizon(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> datetime:
    """From when on mail counts; all of it in a thread that we have laid a draft in."""
    if thread.drafts:
        return min(m.received for m in thread.messages)
    return evidence.begins(policy.tracking.since, now)

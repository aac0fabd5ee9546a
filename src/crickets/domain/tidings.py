"""
What has been heard of a silent client that is no answer: that they are away, have left, or wrote of something else.

Knows the thread and what its client wrote elsewhere; must not know the plan, nor what is decided from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from crickets.domain.kinship import same_person
from crickets.domain.message import WRITTEN, Address, Kind, Message, Role
from crickets.domain.owner import Owner
from crickets.domain.people import is_own, names
from crickets.domain.robots import is_robot
from crickets.domain.subject import is_reply_by_hand
from crickets.domain.thread import Order, Thread

PROMPT = timedelta(minutes=30)
"""How soon a responder answers; it runs where the mail comes in, and not when somebody sits down to read."""


def by_themselves(thread: Thread) -> tuple[Message, ...]:
    """What the client wrote in other threads, and wasn't taken for junk."""
    return tuple(m for m in thread.elsewhere if m.kind is not Kind.AUTO_REPLY and m.places - {Role.JUNK})


def notice_in(thread: Thread, client: Address | None, order: Order | None) -> Message | None:
    """
    The client's newest notice that they are away or have left, or whose words are not known.

    None if they have written themselves since, in any thread, or the owner gave an order that began the count anew:
    they knew of it.
    """
    if client is None:
        return None
    notices = (m for m in (*thread.messages, *thread.elsewhere) if _is_notice(m, client) and _is_newer(m, order))
    newest = max(notices, key=lambda m: m.received, default=None)
    if newest is None or any(m.received > newest.received for m in _by_person(thread, client)):
        return None
    return newest


def came_back(message: Message, thread: Thread, client: Address | None) -> bool:
    """
    Whether a mail reports that one didn't reach the client.

    That's feared of a report that names nobody, or none of those written to: an address may be forwarded.
    """
    if message.kind is not Kind.BOUNCE:
        return False
    failed = frozenset[str]() if message.remarks is None else {a.casefold() for a in message.remarks.bounced}
    others = {a.key for m in thread.messages for a in m.recipients}
    return client is None or client.key in failed or failed.isdisjoint(others)


def doubtful_in(mails: Iterable[Message], own: Message, owner: Owner) -> Message | None:
    """
    The newest mail that answers the owner's in a machine's words, without a machine's header or its promptness.

    It may be a person's who says in two lines that they agree and are on holiday. It begins with "Re:" or names the
    owner's mail; a thread is joined by subjects as well.
    """
    doubtful = (m for m in mails if not is_own(m, owner) and _may_be_a_persons(m, own))
    return max(doubtful, key=lambda m: m.received, default=None)


def _may_be_a_persons(message: Message, own: Message) -> bool:
    by_words = message.kind is Kind.AUTO_REPLY and message.remarks is not None and message.remarks.told_by_words
    if not by_words or is_robot(message.sender):
        return False
    answers = is_reply_by_hand(message.subject) or names(message, own)
    return answers and message.received - min(own.sent_at, own.received) > PROMPT


def _is_notice(message: Message, client: Address) -> bool:
    said = message.remarks
    was_sent = bool(message.places - WRITTEN)
    if message.kind is not Kind.AUTO_REPLY or not was_sent or not same_person(message.sender, client):
        return False
    return said is None or said.away or said.has_left


def _is_newer(message: Message, order: Order | None) -> bool:
    return order is None or message.received > order.at


def _by_person(thread: Thread, client: Address) -> Iterable[Message]:
    """What the client wrote themselves, in this thread and elsewhere."""
    here = (m for m in thread.messages if m.kind is Kind.PERSON and same_person(m.sender, client))
    return (*here, *by_themselves(thread))

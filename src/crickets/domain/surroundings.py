"""
What a silent client wrote elsewhere: in other threads, or in one of its own because a reply lost its header.

Knows the mail that was looked up; must not know how.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from crickets.domain.kinship import quotes
from crickets.domain.message import Address, Kind, Message, Role
from crickets.domain.owner import Owner
from crickets.domain.people import own_mail
from crickets.domain.thread import Thread
from crickets.domain.threading import in_order

REACH = timedelta(days=60)
"""How much older than the owner's last word a mail may be and still say something: that its author is away."""

_UNHEARD = frozenset({Role.DRAFTS, Role.TEMPLATES})
_HEARD = frozenset({Kind.PERSON, Kind.CALENDAR, Kind.AUTO_REPLY})


def surrounded(thread: Thread, client: Address, mails: Iterable[Message], owner: Owner) -> Thread:
    """
    A thread with what its silent client wrote elsewhere, of these mails.

    What quotes the owner's words in this thread belongs to it, whatever its header says.
    """
    own = own_mail(thread.messages, owner)
    known = {i for message in thread.messages for i in message.ids}
    theirs = tuple(m for m in mails if m.sender.key == client.key and m.id not in known and _is_heard(m, own))
    belonging = tuple(m for m in theirs if any(_quotes(m, mine) for mine in own))
    return replace(
        thread,
        messages=in_order((*thread.messages, *belonging)) if belonging else thread.messages,
        elsewhere=tuple(sorted((m for m in theirs if m not in belonging), key=lambda m: m.received)),
    )


def _is_heard(message: Message, own: tuple[Message, ...]) -> bool:
    recent = not own or message.received >= own[-1].sent_at - REACH
    return message.kind in _HEARD and recent and bool(message.places - _UNHEARD) and not message.to_list


def _quotes(reply: Message, own: Message) -> bool:
    known = reply.remarks is not None and own.remarks is not None
    return known and reply.received > own.sent_at and _shares(reply, own)


def _shares(reply: Message, own: Message) -> bool:
    assert reply.remarks is not None
    assert own.remarks is not None
    return reply.kind is Kind.PERSON and quotes(reply.remarks, own.remarks)

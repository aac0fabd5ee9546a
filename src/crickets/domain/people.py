"""
Which of a thread's mails are the owner's, which are answers, and who the client is.
"""

from __future__ import annotations

import re

from crickets.domain.message import Address, Kind, Message, Role
from crickets.domain.owner import Owner

_UNSENT = frozenset({Role.DRAFTS, Role.JUNK, Role.TRASH, Role.TEMPLATES})
_ANSWERING = frozenset({Kind.PERSON, Kind.CALENDAR})
"""Accepting an invitation is a person's deed (RFC 5546 §3.2.3): no silence."""

_ROBOT = re.compile(
    r"(no|do[-_.]?not)[-_.]?reply|noreply|mailer-daemon|postmaster|bounces?|notifications?|newsletter", re.ASCII
)
"""Local parts behind which nobody reads (RFC 2142 for the last resorts, custom for the others)."""


def is_robot(address: Address) -> bool:
    """Whether an address belongs to nobody who could answer."""
    return _ROBOT.match(address.key.rpartition("@")[0]) is not None


def is_own(message: Message, owner: Owner) -> bool:
    """Whether the owner sent a mail: it lies in Sent, or is from them and lies where no unsent or forged mail lies."""
    if Role.SENT in message.places:
        return True
    return owner.is_me(message.sender) and bool(message.places - _UNSENT)


def own_mail(messages: tuple[Message, ...], owner: Owner) -> tuple[Message, ...]:
    """The owner's mail to others, oldest first: what a client could be expected to answer."""
    mine = (m for m in messages if is_own(m, owner) and m.kind is Kind.PERSON and owner.others(m.recipients))
    return tuple(sorted(mine, key=lambda m: m.sent_at))


def answers(messages: tuple[Message, ...], owner: Owner) -> tuple[Message, ...]:
    """What other people wrote, as the server received it, oldest first; Junk and Trash included."""
    theirs = (
        m
        for m in messages
        if not is_own(m, owner)
        and not owner.is_me(m.sender)
        and m.kind in _ANSWERING
        and m.places - {Role.DRAFTS, Role.TEMPLATES}
    )
    return tuple(sorted(theirs, key=lambda m: m.received))


def is_later(answer: Message, own: Message) -> bool:
    """
    Whether an answer came after a mail of the owner's.

    What names the other as its parent is the later one, whatever the clocks say; else the server's INTERNALDATE
    speaks for the answer and the Date header for the owner's mail, as long as it's not later than the moment at
    which the server had that mail: a clock that runs ahead must not hide an answer.
    """
    if _names(answer, own):
        return True
    return not _names(own, answer) and answer.received > min(own.sent_at, own.received)


def _names(child: Message, parent: Message) -> bool:
    return any(known in child.parents for known in parent.ids)


def correspondents(message: Message, owner: Owner) -> tuple[Address, ...]:
    """To whom a reply to this mail goes in the first place: its recipients if it's the owner's, else its author."""
    if is_own(message, owner):
        return owner.others(message.to) or owner.others(message.cc)
    return owner.others(message.reply_to) or owner.others((message.sender,))


def client_of(message: Message, owner: Owner) -> Address | None:
    """The person who is silent: the first correspondent behind whom somebody reads, or None."""
    return next((a for a in correspondents(message, owner) if not is_robot(a)), None)

"""
Which of a thread's mails are the owner's, which are answers, and who the client is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from crickets.domain.message import WRITTEN, Address, Kind, Message, MessageId, Role
from crickets.domain.owner import Owner
from crickets.domain.robots import is_robot

_UNSENT = WRITTEN | {Role.JUNK, Role.TRASH}
_ANSWERING = frozenset({Kind.PERSON, Kind.CALENDAR})
"""Accepting an invitation is a person's deed (RFC 5546 §3.2.3): no silence."""


def told_apart(messages: tuple[Message, ...], owner: Owner) -> tuple[Message, ...]:
    """
    The messages of a thread, those by other people no longer in Sent, where the owner filed them.

    Who sent a mail that lies in Sent under an unknown address can only be told from the other mail: it's somebody
    else's if the owner wrote to that address, or got mail from it; else it's one more address of the owner's.
    """
    if not any(Role.SENT in m.places and not owner.is_me(m.sender) for m in messages):
        return messages
    others = _others_in(messages, owner)
    return tuple(_out_of_sent(m) if Role.SENT in m.places and m.sender.key in others else m for m in messages)


def _others_in(messages: tuple[Message, ...], owner: Owner) -> frozenset[str]:
    """Who is known not to be the owner: whom they wrote to under their own name, and whose mail came from outside."""
    seen = tuple(m for m in messages if m.places - _UNSENT)
    written_to = {a.key for m in seen if owner.is_me(m.sender) for a in owner.others(m.recipients)}
    writers = {m.sender.key for m in seen if Role.SENT not in m.places and not owner.is_me(m.sender)}
    return frozenset(written_to | writers)


def _out_of_sent(message: Message) -> Message:
    """A mail as if it lay in a folder of no meaning instead."""
    return replace(message, places=message.places - {Role.SENT} | {Role.OTHER})


def is_own(message: Message, owner: Owner) -> bool:
    """
    Whether the owner sent a mail: it lies in Sent, or is from them and lies where no unsent or forged mail lies.

    Of a thread's mail this holds once it has been told apart.
    """
    if Role.SENT in message.places:
        return True
    return owner.is_me(message.sender) and bool(message.places - _UNSENT)


def own_ids(messages: tuple[Message, ...], owner: Owner) -> frozenset[MessageId]:
    """The ids of all that the owner sent, to whomever."""
    return frozenset(m.id for m in told_apart(messages, owner) if is_own(m, owner))


def own_mail(messages: tuple[Message, ...], owner: Owner) -> tuple[Message, ...]:
    """The owner's mail to others, oldest first: what a client could be expected to answer."""
    sent = (m for m in told_apart(messages, owner) if is_own(m, owner))
    mine = (m for m in sent if m.kind is Kind.PERSON and owner.others(m.recipients))
    return tuple(sorted(mine, key=lambda m: m.sent_at))


def asked_before(anchor: Message, messages: tuple[Message, ...], owner: Owner) -> Message | None:
    """The owner's last mail, where the mail that a draft answers is the client's; None if they never wrote there."""
    return None if is_own(anchor, owner) else next(reversed(own_mail(messages, owner)), None)


def answers(messages: tuple[Message, ...], owner: Owner) -> tuple[Message, ...]:
    """What other people wrote, as the server received it, oldest first; Junk and Trash included."""
    told = [(m, is_own(m, owner)) for m in told_apart(messages, owner)]
    sent = tuple(m for m, own in told if own)
    theirs = (
        m
        for m, own in told
        if not own
        and not owner.is_me(m.sender)
        and (m.kind in _ANSWERING or _answers_like_bulk(m, sent))
        and m.places - WRITTEN
    )
    return tuple(sorted(theirs, key=lambda m: m.received))


def _answers_like_bulk(message: Message, sent: Collection[Message]) -> bool:
    """
    Whether a mail looks like bulk and is an answer all the same, from an address at which somebody reads.

    It names a mail of the owner's as its parent: people answer through programs that sign for them (a CRM's
    List-Unsubscribe). Or nothing but its words are a newsletter's, and the owner has written to its author: clients
    write of offers and prices too. When in doubt, it's an answer.
    """
    if message.kind is not Kind.BULK or is_robot(message.sender):
        return False
    by_words = message.remarks is not None and message.remarks.told_by_words
    written_to = by_words and any(message.sender.key == a.key for m in sent for a in m.recipients)
    return written_to or any(names(message, m) for m in sent)


def is_later(answer: Message, own: Message) -> bool:
    """
    Whether an answer came after a mail of the owner's.

    What names the other as its parent is the later one, whatever the clocks say; else the server's INTERNALDATE
    speaks for the answer and the Date header for the owner's mail, as long as it's not later than the moment at
    which the server had that mail: a clock that runs ahead must not hide an answer.
    """
    if names(answer, own):
        return True
    return not names(own, answer) and answer.received > min(own.sent_at, own.received)


def names(child: Message, parent: Message) -> bool:
    """Whether a mail names another as one that it answers."""
    return parent.id in child.parents or any(known in child.parents for known in parent.also_known_as)


def correspondents(message: Message, owner: Owner) -> tuple[Address, ...]:
    """To whom a reply to this mail goes in the first place: its recipients if it's the owner's, else its author."""
    if is_own(message, owner):
        return owner.others(message.to) or owner.others(message.cc)
    return owner.others(message.reply_to) or owner.others((message.sender,))


def client_of(message: Message, owner: Owner) -> Address | None:
    """The person who is silent: the first correspondent behind whom somebody reads, or None."""
    return next((a for a in correspondents(message, owner) if not is_robot(a)), None)

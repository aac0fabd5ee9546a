"""
What a silent client wrote elsewhere: in other threads, from another address, or in a reply that lost its header.

And what the owner has begun to write to them in a draft that doesn't say what it answers. Knows the mail that was
looked up; must not know how.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from crickets.domain.kinship import quotes, same_firm, same_person
from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import WRITTEN, Address, Kind, Message
from crickets.domain.owner import Owner
from crickets.domain.people import own_mail
from crickets.domain.persons import mailbox_of, name_of
from crickets.domain.subject import base_subject, is_reply
from crickets.domain.thread import Thread
from crickets.domain.threading import in_order

REACH = timedelta(days=60)
"""How much older than the owner's last word a mail may be and still say something: that its author is away."""

_HEARD = frozenset({Kind.PERSON, Kind.CALENDAR, Kind.AUTO_REPLY})


def heard_since(thread: Thread, owner: Owner) -> datetime | None:
    """Since when a mail must have come in to say anything on a thread; None if that's all the same."""
    own = own_mail(thread.messages, owner)
    return own[-1].sent_at - REACH if own else None


def strays_among(mails: Iterable[Message], thread: Thread, client: Address, owner: Owner) -> tuple[Message, ...]:
    """
    Those of some mails that may say something on a thread's silence though they're no part of it.

    The client's own, in which they may say that they're away, or are heard of; and a colleague's, or that of somebody
    of the client's name under the thread's subject, if it's later than a mail of the owner's, which it may answer.
    """
    own = own_mail(thread.messages, owner)
    known = {i for message in thread.messages for i in message.ids}
    strays = (m for m in mails if m.id not in known and not owner.is_me(m.sender) and _is_heard(m, own))
    return tuple(
        m
        for m in strays
        if same_person(m.sender, client) or _may_answer(m, own, client) or _is_like_theirs(m, thread, client, own)
    )


def surrounded(thread: Thread, client: Address, mails: Iterable[Message], owner: Owner) -> Thread:
    """
    A thread with what its silent client wrote elsewhere, of these mails.

    What quotes the owner's words in this thread belongs to it, whatever its header says, a colleague's mail too. What
    is only like an answer is kept apart (`perhaps`); of the client's own it's known as theirs beside that.
    """
    own = own_mail(thread.messages, owner)
    strays = strays_among(mails, thread, client, owner)
    belonging = tuple(m for m in strays if any(_answers(m, mine) for mine in own))
    others = tuple(m for m in strays if m not in belonging)
    theirs = (m for m in others if same_person(m.sender, client))
    perhaps = (m for m in others if _is_like_theirs(m, thread, client, own))
    return replace(
        thread,
        messages=in_order((*thread.messages, *belonging)) if belonging else thread.messages,
        elsewhere=tuple(sorted(theirs, key=lambda m: m.received)),
        perhaps=tuple(sorted(perhaps, key=lambda m: m.received)),
    )


def is_loose(draft: ListedDraft) -> bool:
    """
    Whether what lies in Drafts is a reply that doesn't say to what: some programs keep that to themselves.

    A conversation of the provider's says nothing: to a mail without References it may give one of its own (pymap).
    """
    return not (draft.deleted or draft.parents) and is_reply(draft.subject)


def with_loose_drafts(thread: Thread, client: Address, drafts: Iterable[ListedDraft]) -> Thread:
    """A thread with those loose drafts that are to its client and of its subject: when in doubt, they're its own."""
    subjects = {base_subject(m.subject) for m in thread.messages} - {""}
    theirs = (d for d in drafts if client.key in {to.casefold() for to in d.to} and base_subject(d.subject) in subjects)
    more = tuple(d for d in theirs if d not in thread.lying)
    return replace(thread, lying=(*thread.lying, *more)) if more else thread


def _is_heard(message: Message, own: tuple[Message, ...]) -> bool:
    recent = not own or message.received >= own[-1].sent_at - REACH
    return message.kind in _HEARD and recent and bool(message.places - WRITTEN) and not message.to_list


def _may_answer(message: Message, own: tuple[Message, ...], client: Address) -> bool:
    """Whether a mail of the client's firm could answer the owner's, were its words known."""
    is_later = bool(own) and message.received > own[0].sent_at
    return is_later and message.kind is Kind.PERSON and same_firm(message.sender, client)


def _is_like_theirs(message: Message, thread: Thread, client: Address, own: tuple[Message, ...]) -> bool:
    """
    Whether a mail from another address than the client's may be the answer: by its author and its subject.

    One of their own addresses that lost its header, a colleague's new mail, or that of somebody of their full name,
    which may be a namesake: nobody can tell, and no draft is laid on the silence of one who may have answered.
    """
    is_later = bool(own) and message.received > own[0].sent_at
    if not is_later or message.kind is not Kind.PERSON or mailbox_of(message.sender) == mailbox_of(client):
        return False
    subjects = {base_subject(m.subject) for m in thread.messages} - {""}
    if same_person(message.sender, client) or (same_firm(message.sender, client) and not message.parents):
        return any(_are_alike(base_subject(message.subject), subject) for subject in subjects)
    replies = is_reply(message.subject) and base_subject(message.subject) in subjects
    return replies and _is_called_alike(message.sender, client)


def _are_alike(one: str, other: str) -> bool:
    """Whether one of two subjects is how the other begins: "Annual report", and "Annual report: approved"."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return bool(short) and long.startswith(short) and not long[len(short) :][:1].isalnum()


def _is_called_alike(one: Address, other: Address) -> bool:
    name = name_of(one)
    return len(name) >= _FULL and sorted(name) == sorted(name_of(other))


_FULL = 2
"""How many words a full name has at least: a first name alone is many people's."""


def _answers(reply: Message, own: Message) -> bool:
    """
    Whether a person's mail that lost its header quotes one of the owner's that is older than it.

    What names a parent says itself what it answers; two mails of the owner's may share a signature.
    """
    if reply.parents or reply.kind is not Kind.PERSON or reply.remarks is None or own.remarks is None:
        return False
    return reply.received > own.sent_at and quotes(reply.remarks, own.remarks)

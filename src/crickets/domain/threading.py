"""
Which mail belongs to which thread.

Knows the rules; must not know how the ledger finds the mail they are asked of. Two mails of one account are in one
thread when they share a key: an id, a parent's id, the provider's own thread id, Microsoft's index of the conversation
between the same two people. A reply whose parents are all unknown (a mail program lost them, or a server gave the sent
mail a new id) goes by its subject, which is `resemblance`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import Address, Kind, Message, MessageId, Role

_FIRST, _NEWEST = 1, 50
"""Which parents join a thread; the rest of a hostile header is noise."""

PEOPLE = 25
"""How many recipients of a mail count."""

_CORRESPONDENTS = 10
"""With how many recipients a conversation of Microsoft's is told to be the same."""


def kept_parents(parents: tuple[MessageId, ...]) -> tuple[MessageId, ...]:
    """The first and the newest 50 parents, oldest first: a hostile header may name thousands."""
    return parents if len(parents) <= _FIRST + _NEWEST else (*parents[:_FIRST], *parents[-_NEWEST:])


def own_keys(message: Message) -> tuple[str, ...]:
    """The keys under which its answers name a mail."""
    return _id_keys(message.ids)


def parent_keys(message: Message) -> tuple[str, ...]:
    """The keys of the mail it answers, oldest first."""
    return _id_keys(kept_parents(message.parents))


def keys_of(message: Message) -> tuple[str, ...]:
    """All keys of a mail, without doubles; mail that shares one is of one thread."""
    return _once((*own_keys(message), *parent_keys(message), *conversation_keys(message)))


def conversation_keys(message: Message) -> tuple[str, ...]:
    """The keys that mail of one conversation shares, whether or not it names each other."""
    return (*_conversation_key(message.conversation), *_index_keys(message))


def keys_of_draft(draft: ListedDraft) -> tuple[str, ...]:
    """All keys of what lies in Drafts; it belongs to each thread that has one of them."""
    ids = (draft.id, *kept_parents(draft.parents))
    return _once((*_id_keys(ids), *_conversation_key(draft.conversation)))


def id_key(message: MessageId) -> str:
    """The key that an id makes."""
    return f"id {message}"


def written_at(message: Message) -> datetime:
    """When a mail was written, as far as clocks can be believed: it was not received earlier than that."""
    return min(message.sent_at, message.received)


def in_order(messages: Iterable[Message]) -> tuple[Message, ...]:
    """The mail of a thread from the oldest on: sent mail by its own date, all other by the server's."""
    return tuple(sorted(messages, key=lambda m: m.sent_at if Role.SENT in m.places else m.received))


def people_of(message: Message) -> tuple[Address, ...]:
    """Whom a mail concerns: its author and those it is written to, hostile lists of recipients cut short."""
    return (message.sender, *message.recipients[:PEOPLE])


def _id_keys(ids: Iterable[MessageId]) -> tuple[str, ...]:
    return tuple(map(id_key, ids))


def _conversation_key(conversation: str) -> tuple[str, ...]:
    return (f"conversation {conversation}",) if conversation else ()


def _index_keys(message: Message) -> tuple[str, ...]:
    """
    Microsoft's index of a conversation, between its author and each it is written to.

    Not the index alone: mail that is sent anew, or made of one template, may keep it, to whomever it goes.
    """
    if not message.thread_index or message.kind is Kind.BULK:
        return ()
    author = message.sender.key
    others = (a.key for a in message.recipients[:_CORRESPONDENTS] if a.key != author)
    return tuple(f"index {message.thread_index} {min(author, other)} {max(author, other)}" for other in others)


def _once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))

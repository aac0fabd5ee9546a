"""
Which mail belongs to which thread.

Knows the rules; must not know how the ledger finds the mail they are asked of. Two mails of one account are in one
thread when they share a key: an id, a parent's id, the provider's own thread id. A reply whose parents are all
unknown (a mail program lost them, or a server gave the sent mail a new id) goes by its subject, if the same people
exchange it. Strangers never share a thread for a subject's sake.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import Address, Kind, Message, MessageId, Role
from crickets.domain.subject import base_subject, is_reply, width

WINDOW = timedelta(days=60)
"""How much later than a mail its answer may come, if nothing but the subject says that it is one."""

SKEW = timedelta(days=1)
"""How much earlier, by clocks and zones that are wrong, an answer may seem to be than what it answers."""

_FIRST, _NEWEST = 1, 50
"""Which parents join a thread; the rest of a hostile header is noise."""

_PEOPLE = 25
"""How many recipients of a mail count."""

_SHORTEST = 4
"""How wide a subject must be to say anything: not "Hi", not "Ok"."""


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
    return _once((*own_keys(message), *parent_keys(message), *_conversation_key(message.conversation)))


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
    return (message.sender, *message.recipients[:_PEOPLE])


def subject_key(message: Message) -> str:
    """What its base subject is compared by; empty if it says too little to join anything, or for bulk mail."""
    base = base_subject(message.subject).casefold()
    return base if width(base) >= _SHORTEST and message.kind is not Kind.BULK else ""


def looks_like_reply(message: Message) -> bool:
    """Whether a mail claims to answer another: it names parents, known or not, or its subject has a prefix."""
    return bool(message.parents) or is_reply(message.subject)


def links_offered(message: Message) -> frozenset[str]:
    """Under which combinations of subject and people a later reply may find this mail."""
    return _links(message, "to" if Role.SENT in message.places else "from")


def links_sought(message: Message) -> frozenset[str]:
    """Under which combinations of subject and people this reply looks for the mail that it answers."""
    if not looks_like_reply(message):
        return frozenset()
    return _links(message, "from" if Role.SENT in message.places else "to")


def joins_by_subject(newcomer: Message, member: Message) -> bool:
    """
    Whether a reply that names no known mail belongs to a member's thread for its subject's sake.

    It must look like a reply, share the base subject, come within 60 days after the member, and be exchanged by the
    same two people; or be from somebody to whom the owner sent the member, or the other way round, for the owner
    has more than one address. That the owner is in both is no bond.
    """
    if not links_sought(newcomer) & links_offered(member):
        return False
    return -SKEW <= written_at(newcomer) - written_at(member) <= WINDOW


def _links(message: Message, direction: str) -> frozenset[str]:
    subject = subject_key(message)
    if not subject:
        return frozenset()
    others = {a.key for a in message.recipients[:_PEOPLE]} - {message.sender.key}
    pairs = {" ".join(sorted((message.sender.key, other))) for other in others}
    # Sent mail is known to be the owner's, and its recipients to be the others; of other mail only the author is.
    partners = others if Role.SENT in message.places else {message.sender.key}
    people = pairs | {f"{direction} {partner}" for partner in partners}
    return frozenset(f"{who}\n{subject}" for who in people)


def _id_keys(ids: Iterable[MessageId]) -> tuple[str, ...]:
    return tuple(id_key(known) for known in ids)


def _conversation_key(conversation: str) -> tuple[str, ...]:
    return (f"conversation {conversation}",) if conversation else ()


def _once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))

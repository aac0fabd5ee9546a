"""
Which mail a reply may answer that names no known mail: by its subject, and by who exchanges it.

Knows what two mails must have in common; must not know how the ledger looks them up. Strangers never share a thread
for a subject's sake: between people the same two must exchange it, on a list its author must be known to name parents
elsewhere, and must address the one that they answer, or else have no answers to be taken along.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations

from crickets.domain.message import Kind, Message, Role
from crickets.domain.subject import base_subject, is_reply, width
from crickets.domain.threading import PEOPLE, written_at

WINDOW = timedelta(days=60)
"""How much later than a mail its answer may come, if nothing but the subject says that it is one."""

SKEW = timedelta(days=1)
"""How much earlier, by clocks and zones that are wrong, an answer may seem to be than what it answers."""

_SHORTEST = 4
"""How wide a subject must be to say anything: not "Hi", not "Ok"."""

_ADDRESSED = 5
"""How many recipients of a post may be the ones that it answers, the list among them."""

Links = frozenset[str]
"""Combinations of subject and people under which a mail is found."""


def subject_key(message: Message) -> str:
    """What its base subject is compared by; empty if it says too little to join anything, or for bulk mail."""
    base = base_subject(message.subject).casefold()
    return base if width(base) >= _SHORTEST and message.kind is not Kind.BULK else ""


def looks_like_reply(message: Message) -> bool:
    """Whether a mail claims to answer another: it names parents, known or not, or its subject has a prefix."""
    return bool(message.parents) or is_reply(message.subject)


def links_offered(message: Message) -> Links:
    """Under which links a later reply may find this mail."""
    subject = subject_key(message)
    if not subject:
        return frozenset()
    return _linked(_pairs(message) | _partners(message, sent="to", received="from") | _lists(message), subject)


def links_sought(message: Message) -> Links:
    """Under which links this reply may look for the mail that it answers, whatever is known of its author."""
    return frozenset().union(*searches(message, unanswered=True, names_parents=True))


def searches(message: Message, *, unanswered: bool, names_parents: bool) -> tuple[Links, ...]:
    """
    The links by which this reply looks for the mail that it answers, the surest first.

    `unanswered` says that it is alone in its thread, `names_parents` that its author has named parents elsewhere;
    both count on lists only. There a post that names a parent has one, whether it is here or not; and of an author
    whose program never names any, a subject is all there is to go by.
    """
    if not looks_like_reply(message):
        return ()
    subject = subject_key(message)
    partners = _partners(message, sent="from", received="to")
    if not message.to_list:
        return (_linked(partners | _pairs(message), subject),)
    if message.parents or not names_parents:
        return (_linked(partners, subject),)
    addressed = _linked(partners | _pairs_addressed(message), subject)
    return (addressed, _linked(_lists(message), subject)) if unanswered else (addressed,)


def is_bare_post(message: Message) -> bool:
    """Whether it is a reply on a list that names no parent: only of such must more be known than it says itself."""
    return message.to_list and not message.parents and is_reply(message.subject)


def joins_by_subject(newcomer: Message, member: Message, links: Links) -> bool:
    """
    Whether a reply that names no known mail belongs to the thread of a member, by the links under which it looks.

    It must share the base subject, come within 60 days after the member, and be exchanged by the same two people; or
    be from somebody to whom the owner sent the member, or the other way round, for the owner has more than one
    address. That the owner is in both is no bond.
    """
    if not links & links_offered(member):
        return False
    return -SKEW <= written_at(newcomer) - written_at(member) <= WINDOW


def _pairs(message: Message) -> frozenset[str]:
    """The author with each of those it is written to."""
    author = message.sender.key
    return frozenset([_pair(author, other) for other in _others(message)])


def _partners(message: Message, *, sent: str, received: str) -> frozenset[str]:
    """Sent mail is known to be the owner's, and its recipients to be the others; of other mail only the author is."""
    if Role.SENT in message.places:
        return frozenset(f"{sent} {other}" for other in _others(message))
    return frozenset({f"{received} {message.sender.key}"})


def _pairs_addressed(message: Message) -> frozenset[str]:
    """The author and the list of the post that this one answers: both are among its recipients."""
    return frozenset(_pair(one.key, other.key) for one, other in combinations(message.recipients[:_ADDRESSED], 2))


def _lists(message: Message) -> frozenset[str]:
    """The list that it went over: one of its recipients, it's not known which."""
    return frozenset(f"list {a.key}" for a in message.recipients[:_ADDRESSED]) if message.to_list else frozenset()


def _others(message: Message) -> frozenset[str]:
    return frozenset([a.key for a in message.recipients[:PEOPLE]]) - {message.sender.key}


def _pair(one: str, other: str) -> str:
    return f"{one} {other}" if one <= other else f"{other} {one}"


def _linked(people: Iterable[str], subject: str) -> Links:
    return frozenset([f"{who}\n{subject}" for who in people]) if subject else frozenset()

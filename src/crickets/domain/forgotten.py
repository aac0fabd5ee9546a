"""
Who is forgotten: of whose mail nothing is kept any more, and whom no draft follows.

Knows addresses and how one is known again by a mark that doesn't tell it; must not know what is kept, nor where.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b

from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import INVENTED_DOMAIN, Address, Message, MessageId
from crickets.domain.persons import mailbox_of
from crickets.domain.thread import ThreadId
from crickets.domain.threading import written_at

BY = "forgetting somebody who takes part"
"""By what a thread is stopped from which somebody has gone: whether they answer there isn't seen any more."""

_EVERYBODY_AT = "*@"
_CACHED = 20_000
"""How many marks of addresses are kept: a mailbox has few people and many mails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """
    By what one address, or all of a domain, is known again: a keyed hash, of which nobody reads the address.

    Until a moment, once they are forgotten no longer: what was written before stays unread.
    """

    key: bytes = field(repr=False)
    digest: bytes = field(repr=False)
    until: datetime | None = None

    def is_of(self, signs: Iterable[str]) -> bool:
        """Whether it was made of one of these signs."""
        return any(_digest(sign, self.key) == self.digest for sign in signs)

    def holds_at(self, moment: datetime) -> bool:
        """Whether what was written at a moment is none of ours to know."""
        return self.until is None or moment < self.until


def mark_of(who: str, key: bytes) -> Mark:
    """The mark of an address, or of a domain written ``*@client.example``."""
    return Mark(key=key, digest=_digest(_sign(who), key))


def is_whole_domain(who: str) -> bool:
    """Whether it's a domain that is named, and everybody there."""
    domain = who.removeprefix(_EVERYBODY_AT)
    return domain != who and bool(domain) and "*" not in domain and "@" not in domain


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """All who are forgotten, or were."""

    marks: tuple[Mark, ...] = ()

    def has(self, address: Address, at: datetime) -> bool:
        """Whether somebody of this address is forgotten, as to what was written at a moment."""
        return any(mark.holds_at(at) and mark.is_of(_signs_of(address)) for mark in self.marks)

    def takes_part_in(self, message: Message) -> bool:
        """Whether anybody who is forgotten wrote a mail, was written to by it, or is whom it says it didn't reach."""
        if not self.marks:
            return False
        bounced = () if message.remarks is None else message.remarks.bounced
        people = (message.sender, *message.reply_to, *message.recipients, *(Address(email=each) for each in bounced))
        at = written_at(message)
        return any(self.has(person, at) for person in people)

    def untold(self, message: Message) -> Message:
        """Somebody else's mail, without what its words tell of them."""
        remarks = message.remarks
        if remarks is None or not self.marks:
            return message
        at = written_at(message)
        others = tuple(each for each in remarks.write_instead if not self.has(each, at))
        bounced = tuple(each for each in remarks.bounced if not self.has(Address(email=each), at))
        return replace(message, remarks=replace(remarks, write_instead=others, bounced=bounced))

    def seen(self, draft: ListedDraft, at: datetime, ours: Collection[str]) -> ListedDraft:
        """
        What lies in Drafts, as far as it may be known: of a draft to one of them, only that it lies there.

        Those of `ours` are known until they have gone.
        """
        if draft.id in ours or not any(self.has(Address(email=to), at) for to in draft.to):
            return draft
        return ListedDraft(place=draft.place, id=MessageId(f"{draft.place.uid}@{INVENTED_DOMAIN}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LyingDraft:
    """
    A draft of ours that may lie in Drafts and is to somebody who is forgotten; `touched`, it's the owner's.

    `messages` are how many of theirs are in its thread.
    """

    thread: ThreadId
    account: str
    subject: str
    touched: bool
    messages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """
    What is erased of somebody: how much, by the tables it stands in.

    `addresses` are theirs as their mail bears them. `threads` are those of which nothing stays, `shared` those with
    others too, in which no more is laid. Of threads in which an untouched draft lies (`waiting`) nothing goes before
    that draft has gone; `left` are those that their owner has touched, and which stay where they lie.
    """

    addresses: tuple[str, ...] = ()
    messages: int = 0
    threads: tuple[ThreadId, ...] = ()
    shared: tuple[ThreadId, ...] = ()
    drafts: int = 0
    invoices: int = 0
    waiting: tuple[LyingDraft, ...] = ()
    left: tuple[LyingDraft, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was known of them."""
        return not (self.addresses or self.messages or self.waiting)


@lru_cache(maxsize=_CACHED)
def _digest(sign: str, key: bytes) -> bytes:
    return blake2b(sign.encode("utf-8", "surrogatepass"), key=key).digest()


def _sign(who: str) -> str:
    """What a mark is made of: however an address is written that leads to one mailbox, the same."""
    return who.casefold() if is_whole_domain(who) else _mailbox(Address(email=who))


def _signs_of(address: Address) -> tuple[str, str]:
    """What a mark may have been made of that is one of this address."""
    return _mailbox(address), f"{_EVERYBODY_AT}{address.domain}"


def _mailbox(address: Address) -> str:
    return "@".join(mailbox_of(address))

"""
The mails in which a silent client may be heard of outside of a thread, looked up once for all threads of an account.

And the drafts in which they may be written to. Knows the ledger's port; whose mail counts is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from crickets.domain.kinship import bonds
from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner
from crickets.domain.people import own_mail
from crickets.domain.surroundings import heard_since, is_loose
from crickets.domain.thread import Thread
from crickets.service.ports import Ledger

WITH_A_CLIENT = 30
"""How many of the newest mails exchanged with a client's address are looked through."""

_WITH_ANYBODY = 10_000
"""
… and how many of those with an address of the owner's say since when the client's other addresses and colleagues are
heard.

What was written before is forgotten, an answer too: they must reach back as far as a plan does.
"""

_EVER = datetime.min.replace(tzinfo=UTC)

_Bond = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kin:
    """The mails of somebody of a bond that were received since a moment."""

    received: datetime
    mails: tuple[Message, ...]


class Elsewhere:
    """What was written to the owner of late, in any thread of an account."""

    def __init__(self, ledger: Ledger, account: str, owner: Owner) -> None:
        self._ledger = ledger
        self._account = account
        self._owner = owner
        self._by_kin: dict[tuple[_Bond, datetime], _Kin] = {}
        self._exchanged: dict[str, tuple[Message, ...]] = {}
        self._begins: dict[str, datetime | None] = {}

    def mails_of(self, client: Address, thread: Thread) -> tuple[Message, ...]:
        """The newest mails of a client and of those who may be the same person or answer for them, each once."""
        exchanged, written = self.exchanged_with(client), self._since(thread)
        received = heard_since(thread, self._owner) or _EVER
        kin = (mail for theirs in self._of_kin(bonds(client), written, received) for mail in theirs)
        return tuple({m.id: m for m in (*exchanged, *kin)}.values())

    def exchanged_with(self, client: Address) -> tuple[Message, ...]:
        """The newest mails to and from a client's address."""
        if client.key not in self._exchanged:
            self._exchanged[client.key] = self._ledger.correspondence(self._account, client.key, WITH_A_CLIENT)
        return self._exchanged[client.key]

    @cached_property
    def loose_drafts(self) -> tuple[ListedDraft, ...]:
        """The replies that lie in Drafts, or wait to be sent elsewhere, and don't say to what."""
        listing = self._ledger.drafts_listing(self._account)
        return () if listing is None else tuple(filter(is_loose, listing.everywhere))

    def _own_addresses(self, thread: Thread) -> tuple[str, ...]:
        """Where an answer may come in: the owner's addresses as far as they're named, and those they wrote from."""
        wrote_from = (m.sender.key for m in own_mail(thread.messages, self._owner))
        return tuple(dict.fromkeys((*self._named, *wrote_from)))

    @cached_property
    def _named(self) -> tuple[str, ...]:
        """The owner's addresses that are no patterns."""
        return tuple(address.casefold() for address in self._owner.addresses if "*" not in address)

    def _since(self, thread: Thread) -> datetime:
        """Since when kin is heard: as far back as the newest mails with the busiest of the owner's addresses reach."""
        begins = (self._begin(own) for own in self._own_addresses(thread))
        return max((begin for begin in begins if begin is not None), default=_EVER)

    def _begin(self, own: str) -> datetime | None:
        if own not in self._begins:
            self._begins[own] = self._ledger.newest_begin(self._account, own, _WITH_ANYBODY)
        return self._begins[own]

    def _of_kin(self, sought: frozenset[_Bond], written: datetime, received: datetime) -> Iterator[tuple[Message, ...]]:
        """What others wrote, by each bond; kept for the next thread, as many clients are of one firm."""
        unknown = {
            b for b in sought if (b, written) not in self._by_kin or received < self._by_kin[b, written].received
        }
        if unknown:
            mails = self._ledger.mail_of_kin(self._account, unknown, written=written, received=received)
            others = [(m, bonds(m.sender)) for m in mails if not self._owner.is_me(m.sender)]
            for bond in unknown:
                theirs = tuple(mail for mail, its in others if bond in its)
                self._by_kin[bond, written] = _Kin(received=received, mails=theirs)
        return (self._by_kin[bond, written].mails for bond in sought)

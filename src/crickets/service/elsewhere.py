"""
The mails in which a silent client may be heard of outside of a thread, looked up once for all threads of an account.

And the drafts in which they may be written to. Knows the ledger's port; whose mail counts is the domain's to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from crickets.domain.kinship import bonds
from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner
from crickets.domain.people import own_mail
from crickets.domain.surroundings import is_loose
from crickets.domain.thread import Thread
from crickets.service.ports import Ledger

WITH_A_CLIENT = 30
"""How many of the newest mails exchanged with a client's address are looked through."""

_WITH_ANYBODY = 5_000
"""
… and how many of those to each of the owner's addresses, for the client's other addresses and colleagues.

What falls out of them is forgotten, an answer too: they must reach back as far as a plan does.
"""

_Kin = Mapping[tuple[str, ...], Iterable[Message]]
"""Mails by what their authors may have in common with a client."""


class Elsewhere:
    """What was written to the owner of late, in any thread of an account."""

    def __init__(self, ledger: Ledger, account: str, owner: Owner) -> None:
        self._ledger = ledger
        self._account = account
        self._owner = owner
        self._written_to: dict[str, _Kin] = {}
        self._exchanged: dict[str, tuple[Message, ...]] = {}

    def mails_of(self, client: Address, thread: Thread) -> tuple[Message, ...]:
        """The newest mails of a client and of those who may be the same person or answer for them, each once."""
        exchanged = self.exchanged_with(client)
        sought = bonds(client)
        kin = (m for own in self._own_addresses(thread) for bond in sought for m in self._to(own).get(bond, ()))
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

    def _to(self, own: str) -> _Kin:
        """The newest mails by others to an address of the owner's."""
        if own not in self._written_to:
            newest = self._ledger.correspondence(self._account, own, _WITH_ANYBODY)
            self._written_to[own] = _by_bonds(m for m in newest if not self._owner.is_me(m.sender))
        return self._written_to[own]


def _by_bonds(mails: Iterable[Message]) -> _Kin:
    bound = defaultdict(list)
    for mail in mails:
        for bond in bonds(mail.sender):
            bound[bond].append(mail)
    return bound

"""
What clients owe in all threads of an account, and were asked for there, looked up once for all of them.

Knows the ledger's port; whether a thread asks for its invoices at present is asked of whoever judges it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Protocol

from crickets.domain.claim import Claim
from crickets.domain.dunning import asked_in
from crickets.domain.kinship import same_person
from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner
from crickets.domain.receivable import Receivable, are_twins, is_owed_by, ladder_of
from crickets.domain.thread import Asked, Thread, ThreadId
from crickets.service.ports import Ledger


class Asking(Protocol):
    """Whoever knows whom a thread asks for money at present."""

    def claim_in(self, thread: Thread) -> Claim | None:
        """What it asks for, by its own facts and what was sent elsewhere; None if nothing, or not at present."""

    def client_of(self, thread: Thread) -> Address | None:
        """Whom it's with."""


class Books:
    """The invoices of one account that may be asked for."""

    def __init__(self, ledger: Ledger, account: str, owner: Owner) -> None:
        self._ledger = ledger
        self._account = account
        self._owner = owner
        self._claims: dict[ThreadId, Claim | None] = {}
        self._clients: dict[ThreadId, Address | None] = {}

    def claims_on(self, client: Address, asking: Asking, besides: ThreadId) -> tuple[tuple[ThreadId, Claim], ...]:
        """What a client is asked for in other threads, the longest due in front."""
        others = dict.fromkeys(each.thread for each in self._open if each.thread != besides)
        claims = ((name, self._claim(name, asking)) for name in others)
        return tuple((name, c) for name, c in claims if c is not None and same_person(c.client, client))

    def owed_by(self, client: Address, asking: Asking, besides: ThreadId) -> tuple[Receivable, ...]:
        """All that a client owes in other threads that ask for it, the longest due in front."""
        names = {name for name, _ in self.claims_on(client, asking, besides)}
        return tuple(each for each in self._open if each.thread in names and is_owed_by(each, client))

    def twin_of(self, invoice: Receivable, asking: Asking) -> Receivable | None:
        """What looks like the same invoice, and somebody else is asked for."""
        twins = (each for each in self._open if each.thread != invoice.thread and are_twins(each, invoice))
        return next((each for each in twins if self._claim(each.thread, asking) is not None), None)

    def bring_one(self, mail: Message) -> bool:
        """Whether a mail brought an invoice along."""
        return any(each.is_in(mail) for each in self._known)

    def asked_of(self, client: Address, asking: Asking, besides: ThreadId) -> tuple[Asked, ...]:
        """The notices that were sent to a client in other threads, and those that lie there."""
        return tuple(
            asked for thread, asked in self._asked if thread.id != besides and self._is(thread, client, asking)
        )

    @cached_property
    def _asked(self) -> tuple[tuple[Thread, Asked], ...]:
        return tuple(self._all_asked())

    def _all_asked(self) -> Iterator[tuple[Thread, Asked]]:
        for thread in self._ledger.asking(self._account):
            yield from ((thread, asked) for asked in asked_in(thread, self._owner))

    def _is(self, thread: Thread, client: Address, asking: Asking) -> bool:
        """Whether a thread is with a client."""
        if thread.id not in self._clients:
            self._clients[thread.id] = asking.client_of(thread)
        its = self._clients[thread.id]
        return its is not None and same_person(its, client)

    @cached_property
    def _known(self) -> tuple[Receivable, ...]:
        return self._ledger.invoices(self._account)

    @cached_property
    def _open(self) -> tuple[Receivable, ...]:
        return ladder_of(self._known)

    def _claim(self, name: ThreadId, asking: Asking) -> Claim | None:
        if name not in self._claims:
            thread = self._ledger.thread(name)
            self._claims[name] = None if thread is None else asking.claim_in(thread)
        return self._claims[name]

"""
What clients owe in all threads of an account, and were asked for there, looked up once for all of them.

Knows the ledger's port; whether a thread asks for its invoices at present is asked of whoever judges it.
"""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from crickets.domain.dunning import asked_in
from crickets.domain.kinship import same_person
from crickets.domain.message import Address
from crickets.domain.owner import Owner
from crickets.domain.receivable import Receivable, ladder_of
from crickets.domain.thread import Asked, Thread, ThreadId
from crickets.service.ports import Ledger


class Asking(Protocol):
    """Whoever knows whom a thread asks for money at present."""

    def asked_by(self, thread: Thread) -> Address | None:
        """The client; None if nobody is asked, or not at present."""

    def client_of(self, thread: Thread) -> Address | None:
        """Whom it's with."""


class Books:
    """The invoices of one account that may be asked for."""

    def __init__(self, ledger: Ledger, account: str, owner: Owner) -> None:
        self._ledger = ledger
        self._account = account
        self._owner = owner
        self._asked: dict[ThreadId, Address | None] = {}
        self._clients: dict[ThreadId, Address | None] = {}

    def owed_by(self, client: Address, asking: Asking, besides: ThreadId) -> tuple[Receivable, ...]:
        """What a client owes in other threads that ask for it at present, the longest due in front."""
        others = (each for each in self._open if each.thread != besides)
        return tuple(each for each in others if self._is_asked(each.thread, client, asking))

    def asked_of(self, client: Address, asking: Asking, besides: ThreadId) -> tuple[Asked, ...]:
        """The notices that were sent to a client in other threads."""
        others = (asked for thread, asked in self._sent if thread.id != besides and self._is_to(thread, client, asking))
        return tuple(each for asked in others for each in asked)

    @cached_property
    def _sent(self) -> tuple[tuple[Thread, tuple[Asked, ...]], ...]:
        return tuple((thread, tuple(asked_in(thread, self._owner))) for thread in self._ledger.asking(self._account))

    def _is_to(self, thread: Thread, client: Address, asking: Asking) -> bool:
        if thread.id not in self._clients:
            self._clients[thread.id] = asking.client_of(thread)
        its = self._clients[thread.id]
        return its is not None and same_person(its, client)

    @cached_property
    def _open(self) -> tuple[Receivable, ...]:
        return ladder_of(self._ledger.invoices(self._account))

    def _is_asked(self, name: ThreadId, client: Address, asking: Asking) -> bool:
        if name not in self._asked:
            thread = self._ledger.thread(name)
            self._asked[name] = None if thread is None else asking.asked_by(thread)
        asked = self._asked[name]
        return asked is not None and same_person(asked, client)

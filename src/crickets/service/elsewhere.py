"""
The mails in which a silent client may be heard of outside of a thread, looked up once for all threads of an account.

Knows the ledger's port; whose mail counts is the domain's to say.
"""

from __future__ import annotations

from functools import cached_property

from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner
from crickets.domain.surroundings import may_be_heard
from crickets.service.ports import Ledger

_WITH_A_CLIENT = 30
"""How many of the newest mails exchanged with a client's address are looked through."""

_WITH_ANYBODY = 300
"""… and how many of those to each of the owner's addresses, for the client's other addresses and colleagues."""


class Elsewhere:
    """What was written to the owner of late, in any thread of an account."""

    def __init__(self, ledger: Ledger, account: str, owner: Owner) -> None:
        self._ledger = ledger
        self._account = account
        self._owner = owner

    def mails_of(self, client: Address) -> tuple[Message, ...]:
        """The newest mails of a client and those who may answer for them, each once."""
        exchanged = self._ledger.correspondence(self._account, client.key, _WITH_A_CLIENT)
        kin = (m for m in self._recent if may_be_heard(m, client))
        return tuple({m.id: m for m in (*exchanged, *kin)}.values())

    @cached_property
    def _recent(self) -> tuple[Message, ...]:
        """The newest mails to the owner, by others."""
        own = (address for address in self._owner.addresses if "*" not in address)
        newest = (m for one in own for m in self._ledger.correspondence(self._account, one, _WITH_ANYBODY))
        return tuple({m.id: m for m in newest if not self._owner.is_me(m.sender)}.values())

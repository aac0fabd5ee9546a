"""
What the reading of every folder in one look has in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from crickets.domain.mailbox import FolderEvidence, Uid
from crickets.domain.message import Message
from crickets.service.ports import Ledger, Mailbox, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A look at a mailbox: where what it shows is kept, at which moment it's made, and who watches it."""

    mailbox: Mailbox
    ledger: Ledger
    now: datetime
    progress: Progress

    @property
    def account(self) -> str:
        """Whose mailbox it is."""
        return self.mailbox.account

    def keep(self, evidence: FolderEvidence, messages: Sequence[tuple[Uid, Message]] = ()) -> None:
        """Write down how far a folder was read, and what was found."""
        self.ledger.record(self.account, evidence, messages)

"""
What the reading of every folder in one look has in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from crickets.domain.mailbox import DraftsListing, Folder, FolderEvidence, Uid
from crickets.domain.message import Message
from crickets.service.ports import Ledger, Mailbox, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """
    A look at a mailbox: where what it shows is kept, at which moment it's made, and who watches it.

    `known` is how far each folder was read before it, by name; `listed` what lay in Drafts then.
    """

    mailbox: Mailbox
    ledger: Ledger
    now: datetime
    progress: Progress
    known: Mapping[str, FolderEvidence] = field(default_factory=dict)
    listed: DraftsListing | None = None

    @classmethod
    def begun(cls, mailbox: Mailbox, ledger: Ledger, now: datetime, progress: Progress) -> Look:
        """A look that goes on from what the ledger knows."""
        return cls(
            mailbox=mailbox,
            ledger=ledger,
            now=now,
            progress=progress,
            known={evidence.folder: evidence for evidence in ledger.evidence(mailbox.account)},
            listed=ledger.drafts_listing(mailbox.account),
        )

    @property
    def account(self) -> str:
        """Whose mailbox it is."""
        return self.mailbox.account

    def folders(self, *, closely: bool) -> tuple[Folder, ...]:
        """All folders; unless it's to be looked `closely`, those known with their states, so that few need opening."""
        drafts = () if self.listed is None else (self.listed.folder,)
        return self.mailbox.folders(() if closely else {*self.known, *drafts})

    def keep(self, evidence: FolderEvidence, messages: Sequence[tuple[Uid, Message]] = ()) -> None:
        """Write down how far a folder was read, and what was found."""
        self.ledger.record(self.account, evidence, messages)

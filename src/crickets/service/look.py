"""
What the reading of every folder in one look has in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from crickets.domain.digest import without_digests
from crickets.domain.mailbox import DraftsListing, Folder, FolderEvidence, Uid
from crickets.domain.message import Message
from crickets.domain.owner import Owner
from crickets.domain.policy import Policy
from crickets.service.ports import Ledger, Mailbox, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """
    A look at a mailbox: where what it shows is kept, at which moment it's made, and who watches it.

    `known` is how far each folder was read before it, by name; `listed` what lay in Drafts then. What was received
    before `counts_from` is too old to be followed up, if this is the first look.
    """

    mailbox: Mailbox
    ledger: Ledger
    owner: Owner
    now: datetime
    progress: Progress
    known: Mapping[str, FolderEvidence] = field(default_factory=dict)
    listed: DraftsListing | None = None
    counts_from: datetime

    @classmethod
    def begun(cls, mailbox: Mailbox, ledger: Ledger, policy: Policy, now: datetime, progress: Progress) -> Look:
        """A look that goes on from what the ledger knows."""
        return cls(
            mailbox=mailbox,
            ledger=ledger,
            owner=policy.owner,
            now=now,
            progress=progress,
            known={evidence.folder: evidence for evidence in ledger.evidence(mailbox.account)},
            listed=ledger.drafts_listing(mailbox.account),
            counts_from=now - policy.tracking.since,
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
        """Write down how far a folder was read, and what was found; our own digests for what they are."""
        if messages:
            found = without_digests((message for _, message in messages), self.ledger.digest_ids(), self.owner)
            messages = tuple(zip((uid for uid, _ in messages), found, strict=True))
        self.ledger.record(self.account, evidence, messages)

"""
What has left the folders that the owner's rules name.

A reading finds what is new in a folder, and nobody tells what was moved away. For all else that's no matter; a rule
that asks where a mail is filed asks where it lies now.
"""

from __future__ import annotations

from collections.abc import Iterable

from crickets.domain.filing import is_any_called
from crickets.domain.mailbox import Folder, FolderEvidence
from crickets.domain.policy import Policy
from crickets.errors import Refused
from crickets.service.ports import Ledger, Mailbox


def note_what_left(mailbox: Mailbox, ledger: Ledger, folders: Iterable[Folder], policy: Policy) -> None:
    """Keep what no longer lies in a folder that a rule names, where its number of messages shows that any has left."""
    named = {folder.name for folder in folders if is_any_called((folder.called,), policy.filing)}
    for evidence in ledger.evidence(mailbox.account) if named else ():
        if evidence.folder in named and _has_left_any(ledger, mailbox.account, evidence):
            _note(mailbox, ledger, evidence)


def _has_left_any(ledger: Ledger, account: str, evidence: FolderEvidence) -> bool:
    return ledger.number_read(account, evidence.folder) + len(evidence.gaps) > evidence.held


def _note(mailbox: Mailbox, ledger: Ledger, evidence: FolderEvidence) -> None:
    """Keep what is listed; who refuses to list it hasn't said that anything is gone."""
    try:
        ledger.note_left(mailbox.account, evidence, mailbox.uids(evidence.folder))
    except Refused:
        return

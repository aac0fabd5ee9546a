"""
The newest mail of a long mailbox, before it's read from its beginning to its end: by that its owner sees who is silent.

Nothing is concluded from it but what `status` shows meanwhile: an answer may still be to be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crickets.domain.mailbox import Folder, FolderEvidence, RawHeader
from crickets.errors import Refused
from crickets.service.batches import in_batches
from crickets.service.folder_evidence import NOTHING_READ, evidence_begun
from crickets.service.look import Look
from crickets.service.taken_in import messages_in

LONG = 10_000
"""A mailbox that holds no more messages is read before anybody has asked what it shows."""

MOST = 2_000
"""How many messages of a folder are read ahead at most, if all of them are new enough to be followed up."""

MOST_IN_ALL = 10_000
"""How many are read ahead at most in all folders, as they're held at once: where more is new, all is read as ever."""

_BATCH = 250
"""So many are kept at a time; the last of a folder may be older than they need be."""


def newest_first(look: Look, folders: Sequence[Folder]) -> dict[str, FolderEvidence]:
    """
    Keep the newest messages of these folders, if the account is long and was never read through; the evidence by name.

    Where one of them can't be read, the others don't show who is silent, as the answer may lie in that: then all is
    left to those who read all of it, and tell.
    """
    fresh = [folder for folder in folders if _is_fresh(look.known.get(folder.name))]
    if not fresh or look.ledger.first_read_at(look.account) is not None:
        return {}
    try:
        return _read_ahead(look, fresh)
    except Refused:
        return {}


def _read_ahead(look: Look, fresh: Sequence[Folder]) -> dict[str, FolderEvidence]:
    """All folders are read before any is kept: else what was sent would be seen, and not yet what answers it."""
    begun = [(folder, _begun(look, folder)) for folder in fresh]
    if sum(evidence.held for _, evidence in begun) <= LONG:
        return {}
    read: list[tuple[Folder, FolderEvidence, list[tuple[RawHeader, ...]]]] = []
    left = MOST_IN_ALL
    for folder, evidence in begun:
        read.append((folder, evidence, list(_newest(look, folder))))
        left -= sum(map(len, read[-1][2]))
        if left < 0:
            return {}
    for folder, evidence, batches in read:
        for batch in batches:
            messages = messages_in(look.mailbox, folder, evidence.uid_validity, batch)
            look.keep(evidence, messages)
            look.progress.beat()
    ahead = {folder.name: replace(evidence, newest_read=True) for folder, evidence in begun}
    for evidence in ahead.values():
        look.keep(evidence)
    return ahead


def _is_fresh(known: FolderEvidence | None) -> bool:
    """Whether nothing of a folder has been read, or no more than a part of its newest mail."""
    if known is None:
        return True
    return known.last_uid == NOTHING_READ and not (known.whole or known.problem or known.newest_read)


def _begun(look: Look, folder: Folder) -> FolderEvidence:
    return evidence_begun(folder, look.known.get(folder.name), look.mailbox.examine(folder.name), look.now)


def _newest(look: Look, folder: Folder) -> Iterator[tuple[RawHeader, ...]]:
    """The newest messages, the newest first, up to the batch that holds one which is too old to be followed up."""
    for batch in in_batches(look.mailbox.newest(folder.name, MOST), _BATCH):
        yield batch
        look.progress.beat()
        if batch[-1].internal_date < look.counts_from:
            return

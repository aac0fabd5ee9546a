"""
How well a folder is known, as a look finds it: begun, gone on with, closed to us, or with gaps.

Pure, and told in words that say what to do.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from crickets.domain.mailbox import Folder, FolderEvidence, FolderState, Uid, UidValidity
from crickets.domain.problem import Fault
from crickets.service.losses import loss_of

NOTHING_READ = Uid(0)

_MOST_NAMED = 5


def evidence_begun(folder: Folder, known: FolderEvidence | None, state: FolderState, now: datetime) -> FolderEvidence:
    """Where the reading begins: behind the last known message, or anew if those UIDs say nothing any more."""
    goes_on = known is not None and is_as_known(folder, known, state)
    return FolderEvidence(
        folder=folder.name,
        role=folder.role,
        uid_validity=state.uid_validity,
        last_uid=known.last_uid if known is not None and goes_on else NOTHING_READ,
        whole=known is not None and goes_on and known.whole,
        read_at=now,
        gaps=known.gaps if known is not None and goes_on else (),
        held=state.exists,
        levels=folder.levels,
        mod_sequence=state.mod_sequence,
        newest_read=known is not None and goes_on and known.newest_read,
    )


def is_as_known(folder: Folder, known: FolderEvidence, state: FolderState) -> bool:
    """Whether it's the folder that was read, not one made anew, put to another use, or set back to an old backup."""
    set_back = state.uid_next is not None and state.uid_next <= known.last_uid
    return (known.uid_validity, known.role) == (state.uid_validity, folder.role) and not set_back


def evidence_unopened(folder: Folder, known: FolderEvidence | None, now: datetime) -> FolderEvidence | None:
    """
    The evidence of a folder to which nothing has come, by what is told of it unopened; None if it must be opened.

    So must one that could not be read whole, or relied on, when it was last opened, and a Sent folder that lost much.
    """
    state = folder.state
    if known is None or state is None or known.problem or known.gaps or not known.whole:
        return None
    if known.levels != folder.levels or not (is_as_known(folder, known, state) and known.is_unmoved(state)):
        return None
    return None if loss_of(folder, known, state, now) else replace(known, read_at=now, held=state.exists)


def evidence_closed(folder: Folder, known: FolderEvidence | None, why: str, now: datetime) -> FolderEvidence:
    """The evidence of a folder into which nobody can look at present, and `why`, as a sentence."""
    if known is not None:
        return replace(known, problem=why)
    return FolderEvidence(
        folder=folder.name,
        role=folder.role,
        uid_validity=UidValidity(0),
        last_uid=NOTHING_READ,
        whole=False,
        read_at=now,
        problem=why,
        levels=folder.levels,
    )


def told_gaps(account: str, gaps: tuple[Uid, ...]) -> str:
    """That messages can't be shown, and what to do about them; nothing if there are none."""
    if not gaps:
        return ""
    which = ", ".join(str(uid) for uid in gaps[:_MOST_NAMED]) + (" …" if len(gaps) > _MOST_NAMED else "")
    return Fault.GAPS.told(count=len(gaps), which=which, account=account)

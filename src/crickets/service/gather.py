"""
The first of a pass's three steps: read what is new in the mailbox, turn it into facts, keep them.

Knows the ports and the reading; must not know what follows from the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crickets.domain.mailbox import DraftsListing, Folder, FolderEvidence, FolderState, Uid
from crickets.domain.message import WRITTEN, Role
from crickets.domain.problem import Fault
from crickets.domain.thread import DraftState
from crickets.errors import Refused
from crickets.reading import listed_draft_of
from crickets.service.batches import in_batches
from crickets.service.folder_evidence import (
    NOTHING_READ,
    evidence_begun,
    evidence_closed,
    evidence_unopened,
    told_gaps,
)
from crickets.service.look import Look
from crickets.service.losses import NOT_LISTED, VANISHED_GRACE, is_far_ahead, loss_of, lost_at
from crickets.service.newest import newest_first
from crickets.service.ports import Ledger, Mailbox
from crickets.service.taken_in import messages_in
from crickets.service.unsent import Unsent, unsent_in

BATCH = 2000
"""
How many messages are kept in one transaction: an interrupted first reading goes on from the last one.

By half as many, of which each changes most pages of the indexes, as much again is written to the disk.
"""

UNREAD = WRITTEN | {Role.SKIPPED}
"""Folders in which no mail of a thread is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """
    What a look has come to.

    `stirred` are the watched folders that it opened, and those of which something has left: in all others lies what
    lay there before. It was `quiet` if none was opened, and what lies in Drafts is the same too.
    """

    stirred: tuple[Folder, ...]
    quiet: bool


def gather(look: Look, folders: tuple[Folder, ...]) -> Gathered:
    """
    Read everything new of an account into the ledger, Drafts last, so that what left it is found elsewhere.

    A folder whose state was told as it was listed is only opened if that is another than when it was read.
    """
    watched = tuple(folder for folder in folders if folder.role not in UNREAD)
    known = look.known
    told = ((folder, evidence_unopened(folder, known.get(folder.name), look.now)) for folder in watched)
    unmoved = {folder.name: evidence for folder, evidence in told if evidence is not None}
    opened = tuple(folder for folder in watched if folder.name not in unmoved)
    begun = {**known, **newest_first(look, opened)}
    for folder in opened:
        _read(look, folder, begun.get(folder.name))
    _leave_unwatched(look, folders)
    unsent = tuple(unsent_in(look, folder) for folder in folders if folder.role is Role.UNSENT)
    accounted_for = unmoved.keys() | {each.evidence.folder for each in unsent}
    as_listed = _is_still_listed(look, folders, unsent)
    quiet = as_listed and not opened and known.keys() <= accounted_for
    confirmed = (*unmoved.values(), *(each.evidence for each in unsent if as_listed))
    look.ledger.note_unmoved(look.account, confirmed, look.now if as_listed else None)
    if not as_listed:
        _list_drafts(look, unsent)
    if not quiet:
        _conclude(look, watched)
    left = (f for f in watched if f.name in unmoved and unmoved[f.name].held != known[f.name].held)
    return Gathered(stirred=(*opened, *left), quiet=quiet)


def _conclude(look: Look, watched: Sequence[Folder]) -> None:
    """Keep whether the account can be relied on after this reading."""
    doubt = _doubt(look.ledger, look.account, watched)
    look.ledger.note_problem(look.account, doubt, look.now)
    if not doubt:
        look.ledger.complete(look.account, look.now)


def _doubt(ledger: Ledger, account: str, watched: Sequence[Folder]) -> str:
    """Why the account can't be relied on after this reading, or nothing."""
    if not any(folder.role is Role.SENT for folder in watched):
        return Fault.NO_SENT_FOLDER.told(account=account)
    doubts = (f"{e.folder}: {e.problem or Fault.NOT_READ.told()}" for e in ledger.evidence(account) if _open(e))
    return next(doubts, "")


def _open(evidence: FolderEvidence) -> bool:
    return bool(evidence.problem) or not evidence.whole


def _read(look: Look, folder: Folder, known: FolderEvidence | None) -> None:
    """Read one folder on from where the last reading ended; a folder that can't be read is told, not fatal."""
    try:
        state = look.mailbox.examine(folder.name)
    except Refused as refusal:
        why = Fault.CLOSED.told(said=refusal.answer or refusal.what, account=look.account)
        look.keep(evidence_closed(folder, known, why, look.now))
        return
    try:
        _read_open(look, folder, known, state)
    except Refused as refusal:
        reached = next((e for e in look.ledger.evidence(look.account) if e.folder == folder.name), None)
        why = Fault.UNREADABLE.told(said=refusal.what, account=look.account)
        look.keep(evidence_closed(folder, reached, why, look.now))


def _read_open(look: Look, folder: Folder, known: FolderEvidence | None, state: FolderState) -> None:
    """Read one folder that was opened, unless all that it shows of itself says that there's nothing to read."""
    loss = None if known is None else loss_of(folder, known, state, look.now)
    if loss is not None:
        look.keep(loss)
        return
    begun = _asked_again(look, folder, evidence_begun(folder, known, state, look.now))
    if known is not None and begun.whole and known.is_unmoved(state):
        look.keep(replace(begun, problem=told_gaps(look.account, begun.gaps), uid_next=state.uid_next))
        return
    _read_on(look, folder, begun, state)


def _asked_again(look: Look, folder: Folder, begun: FolderEvidence) -> FolderEvidence:
    """The evidence after each message that could not be shown was asked for again; those that can be now are kept."""
    if not begun.gaps:
        return begun
    found = tuple(look.mailbox.headers_of(folder.name, begun.gaps))
    still = set(look.mailbox.unreadable(folder.name))
    mended = replace(begun, gaps=tuple(uid for uid in begun.gaps if uid in still))
    told = told_gaps(look.account, mended.gaps)
    look.keep(replace(mended, problem=told), messages_in(look.mailbox, folder, begun.uid_validity, found))
    return mended


def _read_on(look: Look, folder: Folder, begun: FolderEvidence, state: FolderState) -> None:
    """Read and keep batch after batch; the folder is whole once the last one is kept."""
    evidence = begun
    with look.progress.folder(look.account, folder.name, _expected(begun, state)) as advance:
        for batch in in_batches(look.mailbox.headers(folder.name, begun.last_uid), BATCH):
            evidence = replace(evidence, last_uid=batch[-1].uid, gaps=_gaps(look.mailbox, begun))
            look.keep(evidence, messages_in(look.mailbox, folder, begun.uid_validity, batch))
            advance(len(batch))
    look.keep(_ended(look, replace(evidence, gaps=_gaps(look.mailbox, begun)), state))


def _gaps(mailbox: Mailbox, begun: FolderEvidence) -> tuple[Uid, ...]:
    """The messages of a folder that could not be shown, now or before."""
    return tuple(sorted({*begun.gaps, *mailbox.unreadable(begun.folder)}))


def _ended(look: Look, evidence: FolderEvidence, state: FolderState) -> FolderEvidence:
    """
    The evidence after the last batch: whole, unless fewer messages were ever read than there are.

    Those that were deleted since count too, so this notices less with time; the mailbox itself checks each listing.
    """
    read = look.ledger.number_read(look.account, evidence.folder)
    if read + len(evidence.gaps) < state.exists:
        told = Fault.CUT_SHORT.told(read=read, there=state.exists)
        return replace(evidence, whole=False, last_uid=NOTHING_READ, problem=told)
    problem = told_gaps(look.account, evidence.gaps)
    last = max(evidence.last_uid, *evidence.gaps, NOTHING_READ)
    return replace(evidence, whole=True, last_uid=last, problem=problem, uid_next=state.uid_next)


def _expected(begun: FolderEvidence, state: FolderState) -> int:
    if state.uid_next is None or begun.last_uid == NOTHING_READ:
        return state.exists
    return min(state.exists, state.uid_next - begun.last_uid - 1)


def _leave_unwatched(look: Look, folders: tuple[Folder, ...]) -> None:
    """
    Forget the folders that the owner no longer wants read, and in time those that the server no longer lists.

    Until it's plain that such a folder was removed, it leaves a hole in the evidence. That it has been missed for
    long counts, not that it was read long ago: Crickets may have been away meanwhile.
    """
    listed = {folder.name for folder in folders}
    watched = {folder.name for folder in folders if folder.role not in UNREAD - {Role.UNSENT}}
    for name in look.known.keys() - watched:
        known = look.known[name]
        missed = known.problem == NOT_LISTED and not is_far_ahead(known, look.now)
        if name in listed or (missed and look.now - known.read_at > VANISHED_GRACE):
            look.ledger.forget_folder(look.account, name)
        elif not missed:
            look.keep(replace(known, problem=NOT_LISTED, read_at=lost_at(known, look.now)))


def _is_still_listed(look: Look, folders: Iterable[Folder], unsent: tuple[Unsent, ...]) -> bool:
    """
    Whether what lies in Drafts and elsewhere is plainly what was last listed, though none was opened to be listed anew.

    Without CONDSTORE a flag is set without a sign: then it's listed as long as a draft of ours may lie there.
    """
    before = look.listed
    if before is None or not all(each.unopened for each in unsent):
        return False
    if not {draft.place.folder for draft in before.elsewhere} <= {each.evidence.folder for each in unsent}:
        return False
    state = next((f.state for f in folders if f.role is Role.DRAFTS and f.name == before.folder), None)
    if state is None or not state.proves_unchanged(before.state, flags=False):
        return False
    return state.proves_unchanged(before.state, flags=True) or not any(look.ledger.unsettled(look.account))


def _list_drafts(look: Look, unsent: tuple[Unsent, ...]) -> None:
    """Keep what lies in Drafts and elsewhere; that a folder was read is kept after what was read there."""
    raw = look.mailbox.drafts()
    listed = (listed_draft_of(h, folder=raw.folder, uid_validity=raw.uid_validity) for h in raw.headers)
    listing = DraftsListing(
        folder=raw.folder,
        uid_validity=raw.uid_validity,
        at=look.now,
        drafts=tuple(listed),
        elsewhere=tuple(draft for each in unsent for draft in each.drafts),
        state=raw.state,
    )
    _wait_anew(look, listing)
    look.ledger.list_drafts(look.account, listing)
    for each in unsent:
        look.keep(each.evidence)


def _wait_anew(look: Look, listing: DraftsListing) -> None:
    """Where Drafts is another than at the last look, what is missing may have been back meanwhile, and gone with it."""
    before = look.listed
    if before is None or (before.folder, before.uid_validity) == (listing.folder, listing.uid_validity):
        return
    for thread in tuple(look.ledger.unsettled(look.account)):
        for draft in thread.drafts:
            if draft.state is DraftState.MISSING:
                look.ledger.settle(replace(draft, since=look.now))

"""
What waits to be sent in another folder than Drafts: a second folder for drafts, an outbox.

It's the owner's own, and they may have a reply to a client there: then none is laid beside it. Nothing is ever laid, or
removed, in such a folder; must not know what follows from what lies there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crickets.domain.mailbox import Folder, FolderEvidence, FolderState, ListedDraft, Uid
from crickets.domain.problem import Fault
from crickets.errors import Refused
from crickets.reading import listed_draft_of
from crickets.service.folder_evidence import NOTHING_READ, evidence_begun, evidence_closed, is_as_known, told_gaps
from crickets.service.look import Look

MOST_UNSENT = 1_000
"""How many of a folder are looked at, of more those that came last: what answers mail of these weeks is no older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """What waits to be sent in a folder that isn't Drafts, how well that is known, and whether without opening it."""

    evidence: FolderEvidence
    drafts: tuple[ListedDraft, ...] = ()
    unopened: bool = False


def unsent_in(look: Look, folder: Folder) -> Unsent:
    """What waits to be sent in such a folder; one that can't be read is told, not fatal."""
    known = look.known.get(folder.name)
    told = None if folder.state is None else _still_unsent(look, folder, known, folder.state)
    if told is not None:
        return replace(told, unopened=True)
    try:
        state = look.mailbox.examine(folder.name)
        return _still_unsent(look, folder, known, state) or _unsent_now(look, folder, state)
    except Refused as refusal:
        why = Fault.UNREADABLE.told(said=refusal.answer or refusal.what, account=look.account)
        return Unsent(evidence=evidence_closed(folder, known, why, look.now))


def _still_unsent(look: Look, folder: Folder, known: FolderEvidence | None, state: FolderState) -> Unsent | None:
    """The same as before, if it's plain that nothing has changed: without CONDSTORE, a flag is set without a sign."""
    if look.listed is None or known is None or known.problem or state.mod_sequence is None:
        return None
    if not (is_as_known(folder, known, state) and known.is_unmoved(state) and state.exists == known.held):
        return None
    drafts = tuple(draft for draft in look.listed.elsewhere if draft.place.folder == folder.name)
    return Unsent(evidence=replace(known, read_at=look.now), drafts=drafts)


def _unsent_now(look: Look, folder: Folder, state: FolderState) -> Unsent:
    """What lies there, or the last of it; where no UIDNEXT is told, that's all."""
    last = NOTHING_READ if state.uid_next is None else Uid(state.uid_next - 1)
    above = NOTHING_READ if state.exists <= MOST_UNSENT else Uid(max(last - MOST_UNSENT, 0))
    headers = tuple(look.mailbox.headers(folder.name, above))
    gaps = look.mailbox.unreadable(folder.name)
    evidence = replace(
        evidence_begun(folder, None, state, look.now),
        last_uid=max((last, *(header.uid for header in headers), *gaps)),
        whole=True,
        gaps=gaps,
        problem=told_gaps(look.account, gaps),
    )
    drafts = (listed_draft_of(h, folder=folder.name, uid_validity=state.uid_validity) for h in headers)
    return Unsent(evidence=evidence, drafts=tuple(drafts))

"""
Mail that is suddenly not there any more: what that says of the folder's evidence, and for how long.

Pure, and told in words that say what follows. Other folders than Sent are emptied every day by who likes them empty,
and that is no loss: what lay there was read, or lies in another, or was expunged between two looks by somebody who has
seen it. Into one that is no longer listed mail may still come, so that is told, and waited for; INBOX is watched in any
case.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from crickets.domain.mailbox import Folder, FolderEvidence, FolderState
from crickets.domain.message import Role
from crickets.domain.problem import Fault

VANISHED_GRACE = timedelta(days=1)
"""
How long a folder that is no longer listed, or a Sent folder that has lost most of its mail, keeps an account from being
relied on: after that it counts as the owner's own tidying.
"""

NOT_LISTED, EMPTIED, SHRUNK = Fault.NOT_LISTED.told(), Fault.EMPTIED.told(), Fault.SHRUNK.told()

_SET_BACK = timedelta(days=7)
"""
By how much a clock may be set back without shortening that day. What was noted further ahead than that was noted by a
clock that was ahead, and nobody should wait for it.
"""

_MANY = 10
"""How many must be gone at once to be suspicious: a small folder is half empty soon."""


def loss_of(folder: Folder, known: FolderEvidence, state: FolderState, now: datetime) -> FolderEvidence | None:
    """The evidence of a Sent folder, made anew or not, that lost all it held, or most; None for any other."""
    if not folder.role is known.role is Role.SENT:
        return None
    if state.exists == 0 and known.last_uid > 0:
        return replace(known, problem=EMPTIED, read_at=lost_at(known, now))
    if known.held - state.exists < _MANY or state.exists * 2 >= known.held:
        return None
    if known.problem != SHRUNK or is_far_ahead(known, now):
        return replace(known, problem=SHRUNK, read_at=lost_at(known, now))
    return known if now - known.read_at <= VANISHED_GRACE else None


def lost_at(known: FolderEvidence, now: datetime) -> datetime:
    """The moment that counts for a loss seen now: no earlier than what was lost was seen, if clocks can be believed."""
    return now if is_far_ahead(known, now) else max(now, known.read_at)


def is_far_ahead(known: FolderEvidence, now: datetime) -> bool:
    """Whether a folder's moment was noted by a clock so far ahead that waiting for it would be waiting for ever."""
    return known.read_at > now + _SET_BACK

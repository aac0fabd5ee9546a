"""
What has become of a draft that was laid, as the mailbox alone proves it.

Mail clients edit by appending anew and removing the old, many give a new Message-ID, some lose References; so
several signs are read, from the surest to the weakest, and the one that spoke is kept in words, with whether it leaves
a doubt. docs/drafts.md is the table. Must not know how the mailbox was read: it takes a complete listing of Drafts and
the thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from crickets.domain.signs import gone, lying, sent
from crickets.domain.signs.scene import Scene
from crickets.domain.thread import Draft, DraftState

_WAITED_FOR = frozenset({DraftState.INTENDED, DraftState.MISSING})


def fate_of(draft: Draft, scene: Scene) -> Draft:
    """The draft as the mailbox now shows it; the very same value if nothing is new."""
    if not draft.state.lives:
        return draft
    begun = _begun_by_now(draft, scene.now)
    known = next(known for sign in _SIGNS if (known := sign(begun, scene)) is not None)
    return sent.with_what_it_lies_beside(known, scene) if known.state.lies else known


def _begun_by_now(draft: Draft, now: datetime) -> Draft:
    """
    The draft, waited for since now at the latest: noted by a clock far ahead, it would wait out no grace for years.

    When it was laid, or began to be taken back, is left as it is: steps are counted by that, and it may be the present
    clock that is wrong.
    """
    return replace(draft, since=now) if draft.state in _WAITED_FOR and draft.since > now else draft


_Sign = Callable[[Draft, Scene], Draft | None]

_SIGNS: tuple[_Sign, ...] = (
    lying.where_it_was_laid,
    lying.under_its_id,
    sent.under_its_id,
    lying.as_a_new_version,
    lying.in_another_folder,
    sent.as_it_was_taken_back,
    gone.taken_back,
    gone.never_came,
    sent.as_a_reply,
    sent.in_its_conversation,
    lying.without_references,
    sent.without_references,
    gone.put_off,
    gone.into_the_trash,
    gone.elsewhere,
    gone.may_have_come,
    gone.for_good,
)
"""From the surest to the weakest; the last one always speaks."""

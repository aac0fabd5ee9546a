"""
That a draft is gone: taken back, never laid, put off, thrown away, or lost; and how long is waited before that is said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crickets.domain.message import Role
from crickets.domain.signs.graces import APPEND_GRACE, RENEWED_GRACE, grace_of
from crickets.domain.signs.scene import Scene, became, is_renewed
from crickets.domain.thread import Draft, DraftState

_LEFT = "it's no longer in Drafts"
_UNSEEN = "it may have been laid, and have gone since"


def taken_back(draft: Draft, scene: Scene) -> Draft | None:
    r"""
    We did it, and the server's answer was lost. Had the owner thrown it away just then, nobody could tell.

    Nor when it went: what the owner has written until now counts as written beside it, for it may be the draft in
    other words. Rather a step is skipped than taken twice. Where we came no further than to mark it ``\Deleted``, what
    lies there is ours no more: whoever takes the mark away has a draft of their own. Where Drafts was numbered anew, it
    may only not be back yet.
    """
    if draft.state is not DraftState.RETIRING:
        return None
    marked = any(d.deleted and d.id == draft.id for d in scene.listing.drafts)
    if not marked and is_renewed(draft, scene) and not scene.has_missed(draft, RENEWED_GRACE):
        return draft
    how = f"{'marked as deleted' if marked else 'gone'} while it was being taken back"
    gone = became(replace(draft, place=None) if marked else draft, scene, DraftState.TAKEN_BACK, how, sure=False)
    return replace(gone, since=max(gone.since, draft.since))  # by a clock that was set back, it went before it began to


def never_came(draft: Draft, scene: Scene) -> Draft | None:
    """
    Where nothing has come to Drafts and gone again, nothing was laid: a mail sent since was written by hand.

    Without a place the server told no UIDNEXT, and nobody can know.
    """
    if draft.state is not DraftState.INTENDED or draft.place is None or scene.gone_since(draft.place):
        return None
    if _has_come(draft, scene):
        return None
    return _waited_for(draft, scene, DraftState.ABANDONED, "it never reached the server")


def may_have_come(draft: Draft, scene: Scene) -> Draft | None:
    """What reached the server and was thrown away at once must not be laid again: then it's missing, like any other."""
    if draft.state is not DraftState.INTENDED:
        return None
    return _waited_for(draft, scene, DraftState.MISSING, _LEFT if _has_come(draft, scene) else _UNSEEN)


def _has_come(draft: Draft, scene: Scene) -> bool:
    """Whether it reached the server: it was seen in whichever folder, be it only marked as deleted."""
    seen = any(draft.id in m.ids for m in scene.thread.messages)
    return seen or any(d.id == draft.id for d in scene.listing.drafts)


def _waited_for(draft: Draft, scene: Scene, state: DraftState, how: str) -> Draft:
    """An intended draft in that state, once its APPEND can't be under way any more."""
    if not draft.how:
        return replace(draft, since=scene.now, how="its APPEND got no answer, and it isn't there yet")
    return became(draft, scene, state, how) if scene.has_missed(draft, APPEND_GRACE) else draft


def put_off(draft: Draft, scene: Scene) -> Draft | None:
    """
    Its owner put it into a control folder itself: that's an order for its thread, and no word against the draft.

    What they did with it after it had come to lie there again is told by other signs.
    """
    ordered = any(order.source == draft.id and order.at >= draft.since for order in scene.thread.orders)
    return became(draft, scene, DraftState.TAKEN_BACK, "put into a control folder by you") if ordered else None


def into_the_trash(draft: Draft, scene: Scene) -> Draft | None:
    """Its owner threw it away, unless it was sent by a program that puts former versions there, or is a copy."""
    if not _is_seen_in(Role.TRASH, draft, scene):
        return None
    return _after(grace_of(draft, scene), draft, scene, DraftState.THROWN_AWAY, "it lies in the trash")


def elsewhere(draft: Draft, scene: Scene) -> Draft | None:
    """In Gmail's All Mail any draft is seen as well; so that one was seen elsewhere doesn't say where it is now."""
    if not _is_seen_in(Role.DRAFTS, draft, scene):
        return None
    how = "gone from Drafts, and seen as a draft in another folder"
    return _after(grace_of(draft, scene), draft, scene, DraftState.THROWN_AWAY, how, sure=False)


def for_good(draft: Draft, scene: Scene) -> Draft:
    """It's nowhere; of one that was never seen, nobody can say that its owner threw it away."""
    grace = grace_of(draft, scene)
    if draft.how == _UNSEEN:
        return _after(grace, draft, scene, DraftState.LOST, _UNSEEN)
    how = "gone from Drafts, and nothing like it was sent"
    return _after(grace, draft, scene, DraftState.THROWN_AWAY, how, sure=False)


def _is_seen_in(role: Role, draft: Draft, scene: Scene) -> bool:
    return any(draft.id in m.ids and role in m.places for m in scene.thread.messages)


def _after(grace: timedelta, draft: Draft, scene: Scene, state: DraftState, how: str, *, sure: bool = True) -> Draft:
    """The draft as missing, and in that state once it has been missing for so long."""
    if draft.state is not DraftState.MISSING:
        return became(draft, scene, DraftState.MISSING, _LEFT)
    return became(draft, scene, state, how, sure=sure) if scene.has_missed(draft, grace) else draft

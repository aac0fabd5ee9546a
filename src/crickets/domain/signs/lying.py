"""
That a draft lies in Drafts, where it was laid or saved anew, or in another folder for drafts.
"""

from __future__ import annotations

from dataclasses import replace

from crickets.domain.mailbox import ListedDraft, comparable
from crickets.domain.signs.scene import Scene, answered_by, became, is_alike, is_in_its_conversation, is_renewed, shares
from crickets.domain.thread import Draft, DraftState

_LAID_WITH = frozenset({"\\draft", "\\seen"})


def where_it_was_laid(draft: Draft, scene: Scene) -> Draft | None:
    """Under the UID that it was laid with, which proves its content: only its flags may tell of a hand on it."""
    place = draft.place
    if place is None or draft.state is DraftState.INTENDED or is_renewed(draft, scene):
        return None
    found = next((d for d in scene.lying if d.place.uid == place.uid and _is_version(d, draft)), None)
    if found is None:
        return None
    if _flags(found) != comparable(place.flags):
        return became(draft, scene, DraftState.EDITED, "its flags were changed")
    if draft.state is DraftState.RETIRING:
        return became(draft, scene, DraftState.LAID, "taking it back was cut off")
    return draft if draft.state is not DraftState.MISSING else became(draft, scene, DraftState.EDITED, "it came back")


def _is_version(listed: ListedDraft, draft: Draft) -> bool:
    """Whether what lies at a draft's place is the draft: by its id, which the owner's program may have renewed."""
    return listed.id == draft.id or (draft.state is DraftState.EDITED and shares(listed.to, draft.to))


def under_its_id(draft: Draft, scene: Scene) -> Draft | None:
    """Elsewhere, under its Message-ID: a program saved it anew, or the server gave it another UID."""
    found = next((d for d in scene.lying if d.id == draft.id), None)
    if found is None:
        return None
    moved = replace(draft, place=found.place)
    same = scene.same_content(found) if _kept_by_the_server(draft, found, scene) else False
    if same is None:
        return draft
    if same:
        return moved if draft.state is DraftState.LAID else became(moved, scene, DraftState.LAID, "found by its id")
    return became(moved, scene, DraftState.EDITED, "saved anew under its Message-ID")


def _kept_by_the_server(draft: Draft, found: ListedDraft, scene: Scene) -> bool:
    """
    Whether another UID than the known one is no sign of the owner's hand: none was known, or all are new.

    Its flags must be those it had; the owner may have set one since it was last seen.
    """
    if draft.state is DraftState.INTENDED or (draft.state is DraftState.LAID and draft.place is None):
        return _flags(found) | {"\\draft"} == _LAID_WITH  # Gmail keeps no \Draft (djcb/mu#938)
    untouched = draft.state in {DraftState.LAID, DraftState.RETIRING} and is_renewed(draft, scene)
    return untouched and draft.place is not None and _flags(found) == comparable(draft.place.flags)


def _flags(listed: ListedDraft) -> frozenset[str]:
    return comparable(listed.place.flags)


def as_a_new_version(draft: Draft, scene: Scene) -> Draft | None:
    """Under another Message-ID, in answer to the same mail, to the same people."""
    if draft.state is DraftState.INTENDED:
        return None
    found = next((d for d in scene.lying if _follows_up(d, draft, scene) and shares(d.to, draft.to)), None)
    if found is None:
        return None
    return became(replace(draft, place=found.place), scene, DraftState.EDITED, "saved anew with another Message-ID")


def in_another_folder(draft: Draft, scene: Scene) -> Draft | None:
    """Where the owner's program keeps what is to be sent, or where they put it: it's theirs, and out of our reach."""

    def is_it(d: ListedDraft) -> bool:
        new = draft.state is not DraftState.INTENDED and _follows_up(d, draft, scene) and shares(d.to, draft.to)
        return not d.deleted and (d.id == draft.id or new)

    if not any(map(is_it, scene.listing.elsewhere)):
        return None
    return became(replace(draft, place=None), scene, DraftState.EDITED, "saved in another folder for drafts")


def _follows_up(listed: ListedDraft, draft: Draft, scene: Scene) -> bool:
    """Whether what lies in Drafts belongs where the draft did: by what it names, or as the provider sorts it."""
    names_it = not answered_by(draft, scene).isdisjoint(listed.parents)
    return names_it or is_in_its_conversation(listed.conversation, draft, scene)


def without_references(draft: Draft, scene: Scene) -> Draft | None:
    """Under another Message-ID and without its References, behind where it lay."""
    place = draft.place
    if place is None or draft.state is DraftState.INTENDED or is_renewed(draft, scene):
        return None

    def is_it(d: ListedDraft) -> bool:
        return d.place.uid > place.uid and not d.parents and is_alike(d.subject, draft) and shares(d.to, draft.to)

    found = next((d for d in scene.lying if is_it(d)), None)
    if found is None:
        return None
    how = "saved anew without its References: same subject, same people"
    return became(replace(draft, place=found.place), scene, DraftState.EDITED, how, sure=False)

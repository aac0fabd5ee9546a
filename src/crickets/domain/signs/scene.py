"""
What a draft's fate is read from, and what all signs have in common.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crickets.domain.mailbox import DraftPlace, DraftsListing, ListedDraft
from crickets.domain.message import Message, MessageId
from crickets.domain.owner import Owner
from crickets.domain.people import answers, is_later
from crickets.domain.subject import base_subject
from crickets.domain.thread import Draft, DraftState, Thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """
    What a draft's fate is read from.

    `now` is later than the listing, and by days where the machine fell asleep in between. `same_content` tells of a
    listed draft whether it is, byte for byte, what was laid, or None where the server doesn't
    show it for now; it is asked only when the UID can't prove it. `gone_since` tells whether something that came to lie
    at a place, or behind it, may have gone again; it is asked only of an APPEND without an answer. `same_words` tells
    whether a mail says what the draft said when it was laid, or None where that isn't known; it is asked only of mail
    that the draft may have become.
    """

    thread: Thread
    listing: DraftsListing
    owner: Owner
    now: datetime
    same_content: Callable[[ListedDraft], bool | None]
    gone_since: Callable[[DraftPlace], bool] = lambda _: False
    same_words: Callable[[Message], bool | None] = lambda _: None

    def has_missed(self, draft: Draft, grace: timedelta) -> bool:
        """Whether the mailbox was seen without a draft so long after it began to be waited for."""
        return min(self.listing.at, self.now) - draft.since >= grace

    @property
    def lying(self) -> tuple[ListedDraft, ...]:
        """The drafts that lie there and aren't marked for expunging."""
        return tuple(d for d in self.listing.drafts if not d.deleted)


def became(draft: Draft, scene: Scene, state: DraftState, how: str, *, sure: bool = True) -> Draft:
    """The draft in a state from now on, with what proved it; as it was, if it's in that state already."""
    if draft.state is state:
        return draft
    return replace(draft, state=state, since=scene.now, how=how, sure=sure)


def is_renewed(draft: Draft, scene: Scene) -> bool:
    """Whether Drafts is another folder now, or has given other UIDs to what lies there."""
    place, listing = draft.place, scene.listing
    return place is not None and (place.folder, place.uid_validity) != (listing.folder, listing.uid_validity)


def is_in_its_conversation(conversation: str, draft: Draft, scene: Scene) -> bool:
    """Whether a mail is in the conversation of the mail that the draft answers, as X-GM-THRID or THREADID tell."""
    theirs = (m.conversation for m in scene.thread.messages if draft.parent in m.ids)
    return bool(conversation) and conversation in theirs


def answered_by(draft: Draft, scene: Scene) -> frozenset[MessageId]:
    """
    What a mail answers that is the draft, or was made of it: what that follows up, itself, or a promise in between.

    A draft answers the promise after which it comes; programs that lose its References keep that name alone.
    """
    followed = next((m for m in scene.thread.messages if draft.parent in m.ids), None)
    since = (
        () if followed is None else (m for m in answers(scene.thread.messages, scene.owner) if is_later(m, followed))
    )
    return frozenset({draft.parent, draft.id, *(i for m in since if m.received <= draft.laid_at for i in m.ids)})


def is_alike(subject: str, draft: Draft) -> bool:
    """Whether a subject is the draft's, whatever stands before it."""
    return base_subject(subject) == base_subject(draft.subject)


def shares(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists of addresses have one in common."""
    return bool({a.casefold() for a in one} & {a.casefold() for a in other})

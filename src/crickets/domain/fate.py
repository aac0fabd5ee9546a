"""
What has become of a draft that was laid, as the mailbox alone proves it.

Mail clients edit by appending anew and removing the old, many give a new Message-ID, some lose References; so
several signs are read, from the surest to the weakest, and the one that spoke is kept in words, with whether it leaves
a doubt. docs/drafts.md is the table. Must not know how the mailbox was read: it takes a complete listing of Drafts and
the thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crickets.domain.mailbox import DraftPlace, DraftsListing, ListedDraft, comparable
from crickets.domain.message import Message, Role
from crickets.domain.owner import Owner
from crickets.domain.people import own_mail
from crickets.domain.subject import base_subject
from crickets.domain.thread import Draft, DraftState, Thread

APPEND_GRACE = timedelta(minutes=2)
"""How long an APPEND whose answer was lost may still come to light before it counts as never done."""

SENT_GRACE = timedelta(minutes=10)
"""
How long a copy in Sent may lag behind the draft's going: clients delete first, and other devices sync late.

The trash is no shortcut: there are clients that put each former version there, and in the end the one that was sent.
"""

RENEWED_GRACE = timedelta(days=1)
"""The same after Drafts got a new UIDVALIDITY: what is missing may only not be back yet."""

PROBABLE = timedelta(hours=48)
"""How long after a draft was last seen a mail of the same subject to the same people passes for it, threading lost."""

_WAITED_FOR = frozenset({DraftState.INTENDED, DraftState.MISSING})

_LYING = frozenset({DraftState.LAID, DraftState.EDITED})

_LAID_WITH = frozenset({"\\draft", "\\seen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """
    What a draft's fate is read from.

    `same_content` tells of a listed draft whether it is, byte for byte, what was laid; it is asked only when the
    UID can't prove it. `gone_since` tells whether something that came to lie at a place, or behind it, has gone
    again; it is asked only of an APPEND without an answer. `same_words` tells whether a mail says what the draft said
    when it was laid, or None where that isn't known; it is asked only of mail that the draft may have become.
    """

    thread: Thread
    listing: DraftsListing
    owner: Owner
    now: datetime
    same_content: Callable[[ListedDraft], bool]
    gone_since: Callable[[DraftPlace], bool] = lambda _: False
    same_words: Callable[[Message], bool | None] = lambda _: None

    @property
    def lying(self) -> tuple[ListedDraft, ...]:
        """The drafts that lie there and aren't marked for expunging."""
        return tuple(d for d in self.listing.drafts if not d.deleted)


def fate_of(draft: Draft, scene: Scene) -> Draft:
    """The draft as the mailbox now shows it; the very same value if nothing is new."""
    if not draft.state.lives:
        return draft
    begun = _begun_by_now(draft, scene.now)
    known = next(known for sign in _SIGNS if (known := sign(begun, scene)) is not None)
    return _with_what_it_lies_beside(known, scene) if known.state in _LYING else known


def _begun_by_now(draft: Draft, now: datetime) -> Draft:
    """
    The draft, waited for since now at the latest: noted by a clock far ahead, it would wait out no grace for years.

    When it was laid, or began to be taken back, is left as it is: steps are counted by that, and it may be the present
    clock that is wrong.
    """
    return replace(draft, since=now) if draft.state in _WAITED_FOR and draft.since > now else draft


def _with_what_it_lies_beside(draft: Draft, scene: Scene) -> Draft:
    """
    The draft with the owner's mail that was there for so long that the draft, had it become that, would be gone.

    Programs remove a draft only once they have sent it, and other devices hear of it late.
    """
    by_then = scene.listing.at - SENT_GRACE
    known = {draft.id, *draft.beside}
    others = (m for m in _not_yet_known(draft, scene) if known.isdisjoint(m.ids))
    beside = tuple(m.id for m in others if draft.laid_at <= max(m.sent_at, m.received) <= by_then)
    return replace(draft, beside=(*draft.beside, *beside)) if beside else draft


def _became(draft: Draft, scene: Scene, state: DraftState, how: str, *, sure: bool = True) -> Draft:
    if draft.state is state:
        return draft
    return replace(draft, state=state, since=scene.now, how=how, sure=sure)


def _lies_where_it_was_laid(draft: Draft, scene: Scene) -> Draft | None:
    place = draft.place
    if place is None or draft.state is DraftState.INTENDED or _renewed(draft, scene):
        return None
    found = next((d for d in scene.lying if d.place.uid == place.uid and _is_version(d, draft)), None)
    if found is None:
        return None
    if _flags(found) != comparable(place.flags):
        return _became(draft, scene, DraftState.EDITED, "its flags were changed")
    if draft.state is DraftState.RETIRING:
        return _became(draft, scene, DraftState.LAID, "taking it back was cut off")
    return draft if draft.state is not DraftState.MISSING else _became(draft, scene, DraftState.EDITED, "it came back")


def _is_version(listed: ListedDraft, draft: Draft) -> bool:
    """Whether what lies at a draft's place is the draft: by its id, which the owner's program may have renewed."""
    return listed.id == draft.id or (draft.state is DraftState.EDITED and _shares(listed.to, draft.to))


def _lies_under_its_id(draft: Draft, scene: Scene) -> Draft | None:
    found = next((d for d in scene.lying if d.id == draft.id), None)
    if found is None:
        return None
    moved = replace(draft, place=found.place)
    if _kept_by_the_server(draft, found, scene) and scene.same_content(found):
        return moved if draft.state is DraftState.LAID else _became(moved, scene, DraftState.LAID, "found by its id")
    return _became(moved, scene, DraftState.EDITED, "saved anew under its Message-ID")


def _kept_by_the_server(draft: Draft, found: ListedDraft, scene: Scene) -> bool:
    """
    Whether another UID than the known one is no sign of the owner's hand: none was known, or all are new.

    Its flags must be those it had; the owner may have set one since it was last seen.
    """
    if draft.state is DraftState.INTENDED or (draft.state is DraftState.LAID and draft.place is None):
        return _flags(found) | {"\\draft"} == _LAID_WITH  # Gmail keeps no \Draft (djcb/mu#938)
    untouched = draft.state in {DraftState.LAID, DraftState.RETIRING} and _renewed(draft, scene)
    return untouched and draft.place is not None and _flags(found) == comparable(draft.place.flags)


def _renewed(draft: Draft, scene: Scene) -> bool:
    """Whether Drafts is another folder now, or has given other UIDs to what lies there."""
    place, listing = draft.place, scene.listing
    return place is not None and (place.folder, place.uid_validity) != (listing.folder, listing.uid_validity)


def _flags(listed: ListedDraft) -> frozenset[str]:
    return comparable(listed.place.flags)


def _was_sent_under_its_id(draft: Draft, scene: Scene) -> Draft | None:
    return _sent(draft, scene, lambda m: draft.id in m.ids, "sent under its Message-ID")


def _was_sent_as_it_was_taken_back(draft: Draft, scene: Scene) -> Draft | None:
    """The owner was quicker: a mail of theirs in the draft's own words is the draft, whatever its Date says."""

    def is_it(m: Message) -> bool:
        belongs = _replies_to_its_parent(m, draft) or _in_its_conversation(m.conversation, draft, scene)
        alike = not m.parents and _alike(m.subject, draft)
        return (belongs or alike) and _goes_to(m, draft) and scene.same_words(m) is True

    if draft.state is not DraftState.RETIRING:
        return None
    return _sent(draft, scene, is_it, "sent while it was being taken back")


def _was_taken_back(draft: Draft, scene: Scene) -> Draft | None:
    r"""
    The server did it, and its answer was lost. Had the owner thrown it away just then, nobody could tell.

    Nor when it went: what the owner has written until now counts as written beside it, for it may be the draft in
    other words. Rather a step is skipped than taken twice. Where we came no further than to mark it ``\Deleted``, what
    lies there is ours no more: whoever takes the mark away has a draft of their own.
    """
    if draft.state is not DraftState.RETIRING:
        return None
    marked = any(d.deleted and d.id == draft.id for d in scene.listing.drafts)
    how = f"{'marked as deleted' if marked else 'gone'} while it was being taken back"
    gone = _became(replace(draft, place=None) if marked else draft, scene, DraftState.TAKEN_BACK, how, sure=False)
    return replace(gone, since=max(gone.since, draft.since))  # by a clock that was set back, it went before it began to


def _lies_as_a_new_version(draft: Draft, scene: Scene) -> Draft | None:
    if draft.state is DraftState.INTENDED:
        return None
    found = next((d for d in scene.lying if _follows_up(d, draft, scene) and _shares(d.to, draft.to)), None)
    if found is None:
        return None
    return _became(replace(draft, place=found.place), scene, DraftState.EDITED, "saved anew with another Message-ID")


def _lies_in_another_folder(draft: Draft, scene: Scene) -> Draft | None:
    """Where the owner's program keeps what is to be sent, or where they put it: it's theirs, and out of our reach."""

    def is_it(d: ListedDraft) -> bool:
        new = draft.state is not DraftState.INTENDED and _follows_up(d, draft, scene) and _shares(d.to, draft.to)
        return not d.deleted and (d.id == draft.id or new)

    if not any(map(is_it, scene.listing.elsewhere)):
        return None
    return _became(replace(draft, place=None), scene, DraftState.EDITED, "saved in another folder for drafts")


def _follows_up(listed: ListedDraft, draft: Draft, scene: Scene) -> bool:
    """Whether what lies in Drafts belongs where the draft did: by what it names, or as the provider sorts it."""
    return bool({draft.parent, draft.id} & {*listed.parents}) or _in_its_conversation(listed.conversation, draft, scene)


def _in_its_conversation(conversation: str, draft: Draft, scene: Scene) -> bool:
    """Whether a mail is in the conversation of the mail that the draft answers, as X-GM-THRID or THREADID tell."""
    theirs = (m.conversation for m in scene.thread.messages if draft.parent in m.ids)
    return bool(conversation) and conversation in theirs


def _never_came(draft: Draft, scene: Scene) -> Draft | None:
    """
    Where nothing has come to Drafts and gone again, nothing was laid: a mail sent since was written by hand.

    What is marked as deleted has come, and is as good as gone.
    """
    if draft.state is not DraftState.INTENDED or draft.place is None or scene.gone_since(draft.place):
        return None
    return None if _is_listed(draft, scene) else _given_up(draft, scene)


def _is_listed(draft: Draft, scene: Scene) -> bool:
    """Whether it lies there, be it only marked as deleted."""
    return any(d.id == draft.id for d in scene.listing.drafts)


def _was_sent_as_a_reply(draft: Draft, scene: Scene) -> Draft | None:
    def is_it(m: Message) -> bool:
        return _replies_to_its_parent(m, draft) and _goes_to(m, draft)

    return _sent(draft, scene, is_it, "sent with a new Message-ID, known by its References")


def _was_sent_in_its_conversation(draft: Draft, scene: Scene) -> Draft | None:
    def is_it(m: Message) -> bool:
        here = _in_its_conversation(m.conversation, draft, scene)
        return here and m.sent_at >= draft.laid_at and _goes_to(m, draft)

    return _sent(draft, scene, is_it, "sent in the same conversation, to the same people", sure=False)


def _lies_without_references(draft: Draft, scene: Scene) -> Draft | None:
    place = draft.place
    if place is None or draft.state is DraftState.INTENDED or _renewed(draft, scene):
        return None

    def is_it(d: ListedDraft) -> bool:
        return d.place.uid > place.uid and not d.parents and _alike(d.subject, draft) and _shares(d.to, draft.to)

    found = next((d for d in scene.lying if is_it(d)), None)
    if found is None:
        return None
    how = "saved anew without its References: same subject, same people"
    return _became(replace(draft, place=found.place), scene, DraftState.EDITED, how, sure=False)


def _was_sent_without_references(draft: Draft, scene: Scene) -> Draft | None:
    last_seen = max(draft.laid_at, draft.since)

    def is_it(m: Message) -> bool:
        soon = draft.laid_at <= m.sent_at <= last_seen + PROBABLE
        return soon and _alike(m.subject, draft) and not m.parents and _goes_to(m, draft)

    return _sent(draft, scene, is_it, "sent without its References: same subject, same people, soon after", sure=False)


def _alike(subject: str, draft: Draft) -> bool:
    return base_subject(subject) == base_subject(draft.subject)


def _sent(draft: Draft, scene: Scene, is_it: Callable[[Message], bool], how: str, *, sure: bool = True) -> Draft | None:
    """
    The draft as sent by a mail of the owner's that no other draft became and that isn't what it answered.

    That its words are the draft's own makes a weak sign a sure one.
    """
    sent = next((m for m in _not_yet_known(draft, scene) if is_it(m) and not _is_another(m, draft, scene)), None)
    if sent is None:
        return None
    same = scene.same_words(sent)
    told = f"{how}, {_WORDS[same]}" if same is not None else how
    return _became(replace(draft, sent_as=sent.id), scene, DraftState.SENT, told, sure=sure or same is True)


def _not_yet_known(draft: Draft, scene: Scene) -> Iterator[Message]:
    """The owner's mails that no other draft became, and that the draft doesn't answer."""
    taken = {d.sent_as for d in scene.thread.drafts if d.id != draft.id} | {draft.parent}
    return (m for m in own_mail(scene.thread.messages, scene.owner) if m.id not in taken)


def _is_another(message: Message, draft: Draft, scene: Scene) -> bool:
    """Whether it was there as the draft went on lying; in the draft's own words, it went from another device."""
    return message.id in draft.beside and scene.same_words(message) is not True


def _replies_to_its_parent(message: Message, draft: Draft) -> bool:
    """Whether a mail answers what the draft answers, or the draft itself."""
    return draft.parent in message.parents or draft.id in message.parents


_WORDS = {True: "as it was", False: "edited"}


def _is_in_the_trash(draft: Draft, scene: Scene) -> Draft | None:
    if not any(draft.id in m.ids and Role.TRASH in m.places for m in scene.thread.messages):
        return None
    return _gone_for(SENT_GRACE, draft, scene, "it lies in the trash", sure=True)


def _lies_elsewhere(draft: Draft, scene: Scene) -> Draft | None:
    """In Gmail's All Mail any draft is seen as well; so that one was seen elsewhere doesn't say where it is now."""
    if not any(draft.id in m.ids and Role.DRAFTS in m.places for m in scene.thread.messages):
        return None
    grace = RENEWED_GRACE if _renewed(draft, scene) else SENT_GRACE
    return _gone_for(grace, draft, scene, "gone from Drafts, and seen as a draft in another folder", sure=False)


def _never_arrived(draft: Draft, scene: Scene) -> Draft | None:
    """What reached the server and was thrown away at once must not be laid again: then it's missing, like any other."""
    if draft.state is not DraftState.INTENDED:
        return None
    unseen = draft.place is None and not _is_listed(draft, scene)
    if unseen or scene.now - draft.since <= APPEND_GRACE:
        return _given_up(draft, scene)
    return _became(draft, scene, DraftState.MISSING, "it may have been laid, and have gone since")


def _given_up(draft: Draft, scene: Scene) -> Draft:
    """The draft as never laid, once its APPEND can't be under way any more."""
    if scene.now - draft.since <= APPEND_GRACE:
        return draft
    return _became(draft, scene, DraftState.ABANDONED, "it never reached the server")


def _is_gone(draft: Draft, scene: Scene) -> Draft:
    grace = RENEWED_GRACE if _renewed(draft, scene) else SENT_GRACE
    return _gone_for(grace, draft, scene, "gone from Drafts, and nothing like it was sent", sure=False)


def _gone_for(grace: timedelta, draft: Draft, scene: Scene, how: str, *, sure: bool) -> Draft:
    """The draft as missing, and after a while as thrown away."""
    if draft.state is not DraftState.MISSING:
        return _became(draft, scene, DraftState.MISSING, "it's no longer in Drafts")
    gone_long = scene.now - draft.since >= grace
    return _became(draft, scene, DraftState.THROWN_AWAY, how, sure=sure) if gone_long else draft


def _goes_to(message: Message, draft: Draft) -> bool:
    return _shares(tuple(a.key for a in message.recipients), draft.to)


def _shares(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool({a.casefold() for a in one} & {a.casefold() for a in other})


_Sign = Callable[[Draft, Scene], Draft | None]

_SIGNS: tuple[_Sign, ...] = (
    _lies_where_it_was_laid,
    _lies_under_its_id,
    _was_sent_under_its_id,
    _lies_as_a_new_version,
    _lies_in_another_folder,
    _was_sent_as_it_was_taken_back,
    _was_taken_back,
    _never_came,
    _was_sent_as_a_reply,
    _was_sent_in_its_conversation,
    _lies_without_references,
    _was_sent_without_references,
    _is_in_the_trash,
    _lies_elsewhere,
    _never_arrived,
    _is_gone,
)
"""From the surest to the weakest; the last one always speaks."""

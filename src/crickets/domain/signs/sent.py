"""
That a draft was sent: by a mail of the owner's that no other draft became.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from crickets.domain.message import Message
from crickets.domain.people import own_mail
from crickets.domain.signs.graces import PROBABLE, SENT_GRACE
from crickets.domain.signs.scene import Scene, answered_by, became, is_alike, is_in_its_conversation, shares
from crickets.domain.thread import Draft, DraftState


def under_its_id(draft: Draft, scene: Scene) -> Draft | None:
    """By a mail with its Message-ID: whatever else was changed, it's the draft."""
    return _sent(draft, scene, lambda m: draft.id in m.ids, "sent under its Message-ID")


def as_it_was_taken_back(draft: Draft, scene: Scene) -> Draft | None:
    """The owner was quicker: a mail of theirs in the draft's own words is the draft, whatever its Date says."""
    names = answered_by(draft, scene)

    def is_it(m: Message) -> bool:
        belongs = not names.isdisjoint(m.parents) or is_in_its_conversation(m.conversation, draft, scene)
        alike = not m.parents and is_alike(m.subject, draft)
        return (belongs or alike) and _goes_to(m, draft) and scene.same_words(m) is True

    if draft.state is not DraftState.RETIRING:
        return None
    return _sent(draft, scene, is_it, "sent while it was being taken back")


def as_a_reply(draft: Draft, scene: Scene) -> Draft | None:
    """
    By a mail with another Message-ID that answers what it answers; it needs no date.

    Of several it's the one that answers just that: what answers the client's next mail names all that came before too.
    """
    names = answered_by(draft, scene)

    def is_it(m: Message) -> bool:
        return not names.isdisjoint(m.parents) and _goes_to(m, draft)

    def is_just_it(m: Message) -> bool:
        return is_it(m) and m.parents[-1] in names

    how = "sent with a new Message-ID, known by its References"
    return _sent(draft, scene, is_just_it, how) or _sent(draft, scene, is_it, how)


def in_its_conversation(draft: Draft, scene: Scene) -> Draft | None:
    """By a later mail that the provider has sorted to it."""

    def is_it(m: Message) -> bool:
        here = is_in_its_conversation(m.conversation, draft, scene)
        return here and m.sent_at >= draft.laid_at and _goes_to(m, draft)

    return _sent(draft, scene, is_it, "sent in the same conversation, to the same people", sure=False)


def without_references(draft: Draft, scene: Scene) -> Draft | None:
    """By a mail from a program that loses threading, soon after the draft was last seen."""
    last_seen = max(draft.laid_at, draft.since)

    def is_it(m: Message) -> bool:
        soon = draft.laid_at <= m.sent_at <= last_seen + PROBABLE
        return soon and is_alike(m.subject, draft) and not m.parents and _goes_to(m, draft)

    return _sent(draft, scene, is_it, "sent without its References: same subject, same people, soon after", sure=False)


def with_what_it_lies_beside(draft: Draft, scene: Scene) -> Draft:
    """
    The draft with the owner's mail that was there for so long that the draft, had it become that, would be gone.

    Programs remove a draft only once they have sent it, and other devices hear of it late.
    """
    by_then = scene.listing.at - SENT_GRACE
    known = {draft.id, *draft.beside}
    others = (m for m in _not_yet_known(draft, scene) if known.isdisjoint(m.ids))
    beside = tuple(m.id for m in others if max(m.sent_at, m.received) <= by_then)
    return replace(draft, beside=(*draft.beside, *beside)) if beside else draft


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
    return became(replace(draft, sent_as=sent.id), scene, DraftState.SENT, told, sure=sure or same is True)


_WORDS = {True: "as it was", False: "edited"}


def _not_yet_known(draft: Draft, scene: Scene) -> Iterator[Message]:
    """The owner's mails that no other draft became, and that the draft doesn't answer."""
    taken = {d.sent_as for d in scene.thread.drafts if d.id != draft.id} | {draft.parent}
    return (m for m in own_mail(scene.thread.messages, scene.owner) if m.id not in taken)


def _is_another(message: Message, draft: Draft, scene: Scene) -> bool:
    """Whether it was there before the draft, or while that lay; in the same words, it went from another device."""
    return message.id in draft.beside and scene.same_words(message) is not True


def _goes_to(message: Message, draft: Draft) -> bool:
    return shares(tuple(a.key for a in message.recipients), draft.to)

"""What has become of a draft, as the mailbox proves it: one test for each thing that mail clients do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from crickets.domain.fate import fate_of
from crickets.domain.mailbox import DraftPlace, ListedDraft
from crickets.domain.message import Message, MessageId, Role
from crickets.domain.signs.graces import APPEND_GRACE, PROBABLE, RENEWED_GRACE, SENT_GRACE
from crickets.domain.signs.scene import Scene
from crickets.domain.thread import Draft, DraftState, Order, OrderKind, Thread
from tests.builders import (
    BEN,
    DRAFT_FLAGS,
    NOW,
    OWNER,
    VALIDITY,
    a_draft,
    a_listed_draft,
    a_listing,
    a_place,
    a_reply,
    a_sent,
    a_thread,
    an_id,
    as_listed,
    june,
)

OFFER = a_sent(june(1))
DRAFT = a_draft(june(8, 8, 30), parent=OFFER)
INTENDED = a_draft(NOW, parent=OFFER, state=DraftState.INTENDED, place=a_place(4))
MISSED = replace(INTENDED, how="a look has missed it")
MOMENT = timedelta(seconds=1)


def a_scene(
    *listed: ListedDraft,
    thread: Thread | None = None,
    now: datetime = NOW,
    validity: int = 7,
    same: Callable[[ListedDraft], bool | None] | None = None,
    gone_since: Callable[[DraftPlace], bool] = lambda _: False,
    same_words: bool | None = None,
    elsewhere: tuple[ListedDraft, ...] = (),
) -> Scene:
    """Drafts with these in it; nobody may ask for content, unless the test says what it is."""
    return Scene(
        thread=thread or a_thread(OFFER, drafts=(DRAFT,)),
        listing=a_listing(*listed, at=now, validity=validity, elsewhere=elsewhere),
        owner=OWNER,
        now=now,
        same_content=same or _not_to_be_asked,
        gone_since=gone_since,
        same_words=lambda _: same_words,
    )


def _not_to_be_asked(draft: ListedDraft) -> bool:
    raise AssertionError(f"the content of {draft.id} was read needlessly")


def seen(draft: Draft, state: DraftState) -> Draft:
    """The draft after an earlier pass saw it in this state."""
    return a_draft(draft.laid_at, parent=OFFER, state=state, since=june(9), how="as an earlier pass saw", id=draft.id)


def became(draft: Draft, scene: Scene) -> DraftState:
    """The state it is found in; a new one is dated now, and its proof is told."""
    found = fate_of(draft, scene)
    assert found.state is draft.state or (found.since == scene.now and found.how)
    return found.state


# -------------------------------------------------------------------------------------------- it lies


def test_a_draft_that_lies_as_it_was_laid() -> None:
    """It's the very same value: nothing is new."""
    assert fate_of(DRAFT, a_scene(as_listed(DRAFT))) is DRAFT


@pytest.mark.parametrize("state", [state for state in DraftState if not state.lives])
def test_a_draft_that_is_done_with(state: DraftState) -> None:
    """What is final stays so, whatever lies in Drafts."""
    draft = seen(DRAFT, state)

    assert fate_of(draft, a_scene(as_listed(DRAFT))) is draft


@pytest.mark.parametrize("flags", [DRAFT_FLAGS | {"\\Flagged"}, DRAFT_FLAGS | {"$Label1"}, frozenset({"\\Draft"})])
def test_a_draft_whose_flags_were_changed(flags: frozenset[str]) -> None:
    """Somebody has touched it: it's the owner's."""
    assert became(DRAFT, a_scene(as_listed(DRAFT, place=a_place(flags=flags)))) is DraftState.EDITED


def test_a_draft_that_was_edited_and_lies_still() -> None:
    """It stays edited, since when it was first seen."""
    edited = seen(DRAFT, DraftState.EDITED)

    assert fate_of(edited, a_scene(as_listed(edited))) is edited


def test_a_draft_that_was_edited_and_looks_untouched_again() -> None:
    """What was once touched stays the owner's."""
    edited = seen(DRAFT, DraftState.EDITED)

    assert became(edited, a_scene(as_listed(edited, place=a_place(flags=DRAFT_FLAGS)))) is DraftState.EDITED


def test_a_missing_draft_that_is_back_in_its_place() -> None:
    """Somebody had it in hand: it's the owner's."""
    assert became(seen(DRAFT, DraftState.MISSING), a_scene(as_listed(DRAFT))) is DraftState.EDITED


def test_a_draft_marked_to_be_expunged() -> None:
    """It is gone, as far as its owner is concerned."""
    gone = as_listed(DRAFT, place=a_place(flags=DRAFT_FLAGS | {"\\DELETED"}))

    assert became(DRAFT, a_scene(gone)) is DraftState.MISSING


# ------------------------------------------------------------------------------------- it was edited


def test_a_draft_saved_anew_under_its_id() -> None:
    """Thunderbird, Roundcube and SOGo: a new UID, the same Message-ID. The new place is known from now on."""
    scene = a_scene(as_listed(DRAFT, place=a_place(2)))

    found = fate_of(DRAFT, scene)

    assert (found.state, found.place) == (DraftState.EDITED, a_place(2))


def test_a_draft_saved_anew_under_its_id_with_the_same_words() -> None:
    """A new UID is a new hand on it, so the content isn't even asked for."""
    assert became(DRAFT, a_scene(as_listed(DRAFT, place=a_place(2)))) is DraftState.EDITED


def test_a_draft_saved_twice() -> None:
    """It stays edited, and its newest place is known."""
    edited = seen(DRAFT, DraftState.EDITED)

    found = fate_of(edited, a_scene(as_listed(edited, place=a_place(3))))

    assert (found.state, found.since, found.place) == (DraftState.EDITED, june(9), a_place(3))


def test_a_draft_saved_anew_with_another_id() -> None:
    """Gmail's autosave: new UID and new id; it is known by the mail that it answers and whom it goes to."""
    new = a_listed_draft(2, parents=(OFFER.id,), to=("Anna@client.example",))

    found = fate_of(DRAFT, a_scene(new))

    assert (found.state, found.place) == (DraftState.EDITED, a_place(2))


@pytest.mark.parametrize(
    "other",
    [
        a_listed_draft(2, parents=(an_id("another"),)),
        a_listed_draft(2, parents=(OFFER.id,), to=("ben@client.example",)),
        a_listed_draft(2, parents=(OFFER.id,), to=()),
    ],
)
def test_another_draft_in_the_folder(other: ListedDraft) -> None:
    """One that answers another mail, or goes to somebody else, isn't ours edited."""
    assert became(DRAFT, a_scene(other)) is DraftState.MISSING


OTHER_FOLDER = a_place(folder="Entwürfe")
"""Where another program keeps its drafts; UIDVALIDITY and UID are, by chance, those of ours in Drafts."""


@pytest.mark.parametrize("state", [DraftState.LAID, DraftState.EDITED, DraftState.MISSING, DraftState.RETIRING])
@pytest.mark.parametrize("own_id", [DRAFT.id, an_id("another")], ids=["its id", "another id"])
def test_a_draft_saved_in_another_folder(own_id: MessageId, state: DraftState) -> None:
    """It's the owner's, and lies in no place where we'd ever touch it; at the next look nothing is new."""
    there = as_listed(DRAFT, id=own_id, place=OTHER_FOLDER)
    found = fate_of(seen(DRAFT, state), a_scene(elsewhere=(there,)))

    assert (found.state, found.place, found.sure) == (DraftState.EDITED, None, True)
    assert fate_of(found, a_scene(elsewhere=(there,))) == found


def test_a_draft_that_is_moved_before_it_is_confirmed() -> None:
    """Its APPEND got no answer, and it's found where the owner put it: it's theirs, and none is laid anew."""
    assert became(INTENDED, a_scene(elsewhere=(as_listed(INTENDED, place=OTHER_FOLDER),))) is DraftState.EDITED


@pytest.mark.parametrize(
    ("draft", "other", "state"),
    [
        (DRAFT, as_listed(DRAFT, place=a_place(flags=DRAFT_FLAGS | {"\\Deleted"})), DraftState.MISSING),
        (DRAFT, a_listed_draft(2, parents=(an_id("another"),)), DraftState.MISSING),
        (DRAFT, a_listed_draft(2, parents=(OFFER.id,), to=("ben@client.example",)), DraftState.MISSING),
        (INTENDED, a_listed_draft(2, parents=(OFFER.id,)), DraftState.INTENDED),
    ],
    ids=["deleted", "another matter", "somebody else", "before ours came"],
)
def test_another_draft_in_another_folder(draft: Draft, other: ListedDraft, state: DraftState) -> None:
    """What is marked as deleted is gone; what isn't the draft, as far as can be told, says nothing of it."""
    assert became(draft, a_scene(elsewhere=(other,))) is state


def test_a_copy_of_it_in_another_folder() -> None:
    """As long as it lies where it was laid, that's where it is."""
    copy = as_listed(DRAFT, place=OTHER_FOLDER)

    assert fate_of(DRAFT, a_scene(as_listed(DRAFT), elsewhere=(copy,))) is DRAFT


CONVERSED = replace(OFFER, conversation="1278455344230334865")
"""The offer, in a conversation of the provider's."""


def test_a_draft_saved_anew_in_its_conversation() -> None:
    """Gmail sorts it where it belongs, though all else is lost."""
    new = a_listed_draft(2, conversation=CONVERSED.conversation, subject="Hm")
    scene = a_scene(new, thread=a_thread(CONVERSED, drafts=(DRAFT,)))

    assert became(DRAFT, scene) is DraftState.EDITED


def test_a_draft_saved_anew_without_its_references() -> None:
    """Nextcloud: a new id and no References. It's probably the draft, and known at its place from then on."""
    new = a_listed_draft(2, subject="Re: The new site")

    found = fate_of(DRAFT, a_scene(new))

    assert (found.state, found.place, found.sure) == (DraftState.EDITED, a_place(2), False)
    again = a_listed_draft(2, subject="Something else")
    assert fate_of(found, a_scene(again)) is found


@pytest.mark.parametrize(
    "other",
    [
        a_listed_draft(2, subject="Lunch?"),
        a_listed_draft(2, to=("ben@client.example",)),
        a_listed_draft(2, parents=(an_id("another"),)),
        a_listed_draft(1, id=an_id("older")),
    ],
    ids=["other subject", "other people", "other thread", "older"],
)
def test_a_draft_of_the_same_kind(other: ListedDraft) -> None:
    """It isn't ours edited."""
    draft = replace(DRAFT, place=a_place(1))

    assert became(draft, a_scene(other)) is DraftState.MISSING


def test_an_edited_draft_whose_place_holds_another() -> None:
    """Where something to other people lies there now, a server gave a UID twice."""
    edited = replace(seen(DRAFT, DraftState.EDITED), place=a_place(2))

    assert became(edited, a_scene(a_listed_draft(2, to=("ben@client.example",)))) is DraftState.MISSING


# -------------------------------------------------------------------------------------- it was sent


def sent_with(mail: Message, draft: Draft = DRAFT) -> Draft:
    """What becomes of a draft that left Drafts when this mail is found."""
    return fate_of(draft, a_scene(thread=a_thread(OFFER, mail, drafts=(draft,))))


def test_a_draft_sent_under_its_id() -> None:
    """Found in Sent, it is known for what it was."""
    mail = a_sent(june(9), id=DRAFT.id, parents=(OFFER.id,))

    found = sent_with(mail)

    assert (found.state, found.sent_as, found.since) == (DraftState.SENT, mail.id, NOW)


def test_a_draft_whose_id_the_server_replaced() -> None:
    """outlook.com keeps the old one in X-Microsoft-Original-Message-ID."""
    mail = a_sent(june(9), also_known_as=(DRAFT.id,))

    assert sent_with(mail).sent_as == mail.id


def test_a_draft_sent_with_a_new_id() -> None:
    """Gmail and Outlook: it is known by its References, and needs no date."""
    mail = a_sent(june(2), date=None, answering=OFFER)

    assert (sent_with(mail).state, sent_with(mail).sent_as) == (DraftState.SENT, mail.id)


PROMISE = a_reply(DRAFT.laid_at - timedelta(days=1), answering=OFFER)
"""What put the owner off to a day: the draft, laid once that had passed, is a reply to it."""


def test_a_draft_after_a_promise_that_is_known_by_what_it_answers_alone() -> None:
    """Some programs send In-Reply-To without References: that names the promise, not what is followed up."""
    mail = a_sent(june(9), parents=(PROMISE.id,))
    found = fate_of(DRAFT, a_scene(thread=a_thread(OFFER, PROMISE, mail, drafts=(DRAFT,))))
    assert (found.state, found.sent_as) == (DraftState.SENT, mail.id)

    saved = a_listed_draft(2, parents=(PROMISE.id,))
    found = fate_of(DRAFT, a_scene(saved, thread=a_thread(OFFER, PROMISE, drafts=(DRAFT,))))
    assert (found.state, found.place) == (DraftState.EDITED, a_place(2))


def test_a_mail_that_answers_what_came_before_or_after() -> None:
    """It isn't the draft: that answers none of these."""
    before = a_reply(OFFER.sent_at - timedelta(days=1))
    after = a_reply(DRAFT.laid_at + timedelta(hours=1), answering=OFFER)
    for answered in (before, after):
        mail = a_sent(june(9, 18), parents=(answered.id,))
        found = fate_of(DRAFT, a_scene(thread=a_thread(OFFER, answered, mail, drafts=(DRAFT,))))
        assert found.state is not DraftState.SENT


def test_a_machine_that_slept_over_its_listing() -> None:
    """What was seen minutes after the draft had left proves no more days later: its copy may be in Sent by now."""
    missing = seen(DRAFT, DraftState.MISSING)
    scene = a_scene(now=missing.since + timedelta(minutes=5))

    late = replace(scene, now=scene.now + timedelta(days=2))

    assert fate_of(missing, late) == missing
    assert fate_of(DRAFT, late).since == late.now
    assert fate_of(missing, a_scene(now=late.now)).state is DraftState.THROWN_AWAY


def test_a_mail_by_hand_before_it() -> None:
    """What answers the client's next mail names all that came before: the draft is what answers its parent alone."""
    answer = a_reply(june(9), answering=OFFER)
    by_hand = a_sent(june(10), answering=answer)
    mail = a_sent(june(11), date=None, answering=OFFER)

    found = fate_of(DRAFT, a_scene(thread=a_thread(OFFER, answer, by_hand, mail, drafts=(DRAFT,))))

    assert (found.state, found.sent_as) == (DraftState.SENT, mail.id)


def test_a_draft_sent_with_its_own_id_among_the_references() -> None:
    """Some clients keep the draft's id there."""
    assert sent_with(a_sent(june(9), parents=(DRAFT.id,))).state is DraftState.SENT


def test_a_draft_sent_to_one_more() -> None:
    """One recipient of the draft is enough to know it."""
    mail = a_sent(june(9), answering=OFFER, to=(BEN,), cc=OFFER.to)

    assert sent_with(mail).state is DraftState.SENT


def test_a_draft_sent_by_a_client_that_loses_threading() -> None:
    """SOGo, Nextcloud, Proton: same subject, same people, soon after: it passes for it, if not surely."""
    mail = a_sent(june(9), subject="Re: The new site")

    assert (sent_with(mail).state, sent_with(mail).sure) == (DraftState.SENT, False)


def test_a_draft_sent_by_such_a_client_long_after_it_was_laid() -> None:
    """Soon after it was last seen is soon enough."""
    missing = replace(seen(DRAFT, DraftState.MISSING), since=june(15))
    mail = a_sent(june(15), subject="Re: The new site")

    assert sent_with(mail, missing).state is DraftState.SENT


@pytest.mark.parametrize(("sent_at", "state"), [(june(9), DraftState.SENT), (june(7), DraftState.MISSING)])
def test_a_mail_in_the_drafts_conversation(sent_at: datetime, state: DraftState) -> None:
    """Later than the draft and to its people, it's probably what became of it, whatever its subject and References."""
    mail = a_sent(sent_at, conversation=CONVERSED.conversation, subject="A word", parents=(an_id("another"),))
    elsewhere = a_sent(sent_at, conversation="17", subject="A word")

    assert became(DRAFT, a_scene(thread=a_thread(CONVERSED, mail, drafts=(DRAFT,)))) is state
    assert became(DRAFT, a_scene(thread=a_thread(CONVERSED, elsewhere, drafts=(DRAFT,)))) is DraftState.MISSING


@pytest.mark.parametrize(
    ("same", "sure", "told"), [(True, True, ", as it was"), (False, False, ", edited"), (None, False, "soon after")]
)
def test_the_words_of_what_was_sent(same: bool | None, told: str, *, sure: bool) -> None:  # noqa: FBT001
    """They are told; the same words make a probable sign a sure one, and others change nothing."""
    mail = a_sent(june(9), subject="Re: The new site")

    found = fate_of(DRAFT, a_scene(thread=a_thread(OFFER, mail, drafts=(DRAFT,)), same_words=same))

    assert (found.state, found.sure, found.how.endswith(told)) == (DraftState.SENT, sure, True)


def test_the_same_words_in_another_mail() -> None:
    """They prove nothing by themselves."""
    mail = a_sent(june(9), subject="Lunch?")

    assert became(DRAFT, a_scene(thread=a_thread(OFFER, mail, drafts=(DRAFT,)), same_words=True)) is DraftState.MISSING


@pytest.mark.parametrize(
    "mail",
    [
        a_sent(DRAFT.laid_at - MOMENT),
        a_sent(DRAFT.laid_at + PROBABLE + MOMENT),
        a_sent(june(9), subject="Lunch?"),
        a_sent(june(9), to=(BEN,)),
        a_sent(june(9), parents=(an_id("another"),)),
        a_sent(june(9), answering=OFFER, to=(BEN,)),
        a_reply(june(9), answering=OFFER, cc=OFFER.to),
    ],
    ids=["before", "long after", "other subject", "other people", "other thread", "colleague only", "not the owner's"],
)
def test_another_mail_in_the_thread(mail: Message) -> None:
    """It isn't the draft."""
    assert sent_with(mail).state is DraftState.MISSING


def lain_beside(mail: Message, *, listed_at: datetime = NOW) -> Draft:
    """A draft with a star, as it's found beside a mail of the owner's."""
    starred = seen(DRAFT, DraftState.EDITED)
    scene = a_scene(as_listed(starred), thread=a_thread(OFFER, mail, drafts=(starred,)), now=listed_at)
    return fate_of(starred, scene)


@pytest.mark.parametrize(("same_words", "state"), [(False, DraftState.MISSING), (True, DraftState.SENT)])
def test_a_mail_that_the_draft_lay_beside(same_words: bool, state: DraftState) -> None:  # noqa: FBT001
    """It isn't the draft, once that is gone; in its own words, it was sent from a device that left it lying."""
    mail = a_sent(june(9), answering=OFFER)
    draft = lain_beside(mail)
    assert (draft.state, draft.beside) == (DraftState.EDITED, (mail.id,))

    assert became(draft, a_scene(thread=a_thread(OFFER, mail, drafts=(draft,)), same_words=same_words)) is state
    again = a_scene(as_listed(draft), thread=a_thread(OFFER, mail, drafts=(draft,)))
    assert fate_of(draft, again) is draft, "nothing is new"


@pytest.mark.parametrize(
    ("mail", "listed_at"),
    [
        (a_sent(june(9), answering=OFFER), june(9) + SENT_GRACE - MOMENT),
        (a_sent(june(9), answering=OFFER, received=NOW), NOW),
        (a_sent(june(9), id=DRAFT.id), NOW),
    ],
    ids=["just sent", "sent long ago, just come", "the draft's own id"],
)
def test_a_mail_that_a_draft_lies_beside_for_a_moment(mail: Message, listed_at: datetime) -> None:
    """The program that sent it may only not have removed the draft yet."""
    assert lain_beside(mail, listed_at=listed_at).beside == ()


def test_a_mail_older_than_the_draft_that_lies_beside_it() -> None:
    """It crossed the APPEND, or came late to Sent: whatever it answers, it isn't what the draft becomes."""
    mail = a_sent(DRAFT.laid_at - MOMENT, answering=OFFER)
    draft = lain_beside(mail)

    assert became(draft, a_scene(thread=a_thread(OFFER, mail, drafts=(draft,)))) is DraftState.MISSING


def test_the_mail_that_the_draft_answers() -> None:
    """It lies in Sent, has the subject and the people, and still isn't the draft."""
    parent = a_sent(DRAFT.laid_at, id=OFFER.id)

    assert became(DRAFT, a_scene(thread=a_thread(parent, drafts=(DRAFT,)))) is DraftState.MISSING


def test_a_mail_that_another_draft_became() -> None:
    """One mail is one draft's."""
    mail = a_sent(june(9), answering=OFFER)
    other = a_draft(june(7), parent=OFFER, state=DraftState.SENT, sent_as=mail.id)

    assert became(DRAFT, a_scene(thread=a_thread(OFFER, mail, drafts=(other, DRAFT)))) is DraftState.MISSING


def test_a_sent_draft_whose_copy_still_lies_in_drafts() -> None:
    """Until the client has removed it, it lies as it was laid."""
    thread = a_thread(OFFER, a_sent(june(9), id=DRAFT.id), drafts=(DRAFT,))

    assert fate_of(DRAFT, a_scene(as_listed(DRAFT), thread=thread)) is DRAFT


def test_a_missing_draft_whose_copy_comes_late() -> None:
    """Other devices sync late: it was sent after all."""
    missing = seen(DRAFT, DraftState.MISSING)

    assert sent_with(a_sent(june(9), id=DRAFT.id), missing).state is DraftState.SENT


# ------------------------------------------------------------------------------- it was thrown away


TRASHED = a_sent(june(9), id=DRAFT.id, places=frozenset({Role.TRASH}))


@pytest.mark.parametrize(("validity", "grace"), [(VALIDITY, SENT_GRACE), (8, RENEWED_GRACE)])
def test_a_draft_in_the_trash(validity: int, grace: timedelta) -> None:
    """It was thrown away, unless a copy in Sent turns up soon; or it's a copy, where Drafts may not be back yet."""
    missing = seen(DRAFT, DraftState.MISSING)
    thread = a_thread(OFFER, TRASHED, drafts=(missing,))

    assert (
        became(missing, a_scene(thread=thread, now=june(9) + grace - MOMENT, validity=validity)) is DraftState.MISSING
    )
    assert became(missing, a_scene(thread=thread, now=june(9) + grace, validity=validity)) is DraftState.THROWN_AWAY


def test_how_surely_a_draft_was_thrown_away() -> None:
    """A copy in the trash confirms it; what is merely gone, or was seen elsewhere as a draft, is told as probable."""
    missing = seen(DRAFT, DraftState.MISSING)
    moved = replace(TRASHED, places=frozenset({Role.DRAFTS}))
    ends = [
        fate_of(missing, a_scene(thread=a_thread(OFFER, *found, drafts=(missing,))))
        for found in ((TRASHED,), (moved,), ())
    ]

    assert [end.state for end in ends] == [DraftState.THROWN_AWAY] * 3
    assert [end.proof for end in ends] == [
        "it lies in the trash",
        "probably: gone from Drafts, and seen as a draft in another folder",
        "probably: gone from Drafts, and nothing like it was sent",
    ]


@pytest.mark.parametrize(
    ("state", "lain_since", "end"),
    [
        (DraftState.LAID, june(8), DraftState.TAKEN_BACK),
        (DraftState.MISSING, june(9), DraftState.TAKEN_BACK),
        (DraftState.MISSING, june(12), DraftState.THROWN_AWAY),
    ],
    ids=["at once", "missed before", "thrown away after it had come back"],
)
def test_a_draft_in_a_control_folder(state: DraftState, lain_since: datetime, end: DraftState) -> None:
    """Its owner has put it off, and wants it again; but for what became of it later."""
    draft = replace(DRAFT, state=state, since=lain_since, how="as an earlier pass saw")
    moved = replace(TRASHED, places=frozenset({Role.DRAFTS}))
    order = Order(kind=OrderKind.SNOOZE, at=june(10), until=date(2026, 6, 17), source=draft.id)

    assert became(draft, a_scene(thread=a_thread(OFFER, moved, drafts=(draft,), orders=(order,)))) is end


def test_a_draft_seen_in_another_folder_after_new_uids() -> None:
    """It's waited for as long as any."""
    missing = seen(DRAFT, DraftState.MISSING)
    thread = a_thread(OFFER, replace(TRASHED, places=frozenset({Role.DRAFTS})), drafts=(missing,))

    assert became(missing, a_scene(thread=thread, validity=8, now=june(9) + SENT_GRACE)) is DraftState.MISSING


def test_an_intended_draft_seen_in_another_folder() -> None:
    """So it did reach the server, and isn't laid again."""
    thread = a_thread(OFFER, replace(TRASHED, id=INTENDED.id, places=frozenset({Role.DRAFTS})), drafts=(MISSED,))

    assert became(MISSED, a_scene(thread=thread, now=NOW + APPEND_GRACE)) is DraftState.MISSING


def test_a_draft_just_moved_to_the_trash() -> None:
    """It is missing first, as clients that send may put their draft there."""
    assert became(DRAFT, a_scene(thread=a_thread(OFFER, TRASHED, drafts=(DRAFT,)))) is DraftState.MISSING


def test_another_mail_of_the_thread_in_the_trash() -> None:
    """It says nothing of the draft."""
    trashed = a_reply(june(9), places=frozenset({Role.TRASH}))

    assert became(DRAFT, a_scene(thread=a_thread(OFFER, trashed, drafts=(DRAFT,)))) is DraftState.MISSING


def test_a_draft_that_was_sent_and_its_copy_thrown_away() -> None:
    """It was sent."""
    mail = a_sent(june(9), id=DRAFT.id, places=frozenset({Role.SENT, Role.TRASH}))

    assert sent_with(mail).state is DraftState.SENT


def test_a_draft_that_is_nowhere() -> None:
    """It is missing, and not yet given up: clients delete first and file the sent mail later."""
    assert became(DRAFT, a_scene()) is DraftState.MISSING


def test_a_draft_that_is_still_nowhere() -> None:
    """It goes on missing for ten minutes."""
    missing = seen(DRAFT, DraftState.MISSING)

    assert fate_of(missing, a_scene(now=june(9) + SENT_GRACE - MOMENT)) is missing


def test_a_draft_that_is_nowhere_for_long() -> None:
    """It was thrown away."""
    missing = seen(DRAFT, DraftState.MISSING)

    assert became(missing, a_scene(now=june(9) + SENT_GRACE)) is DraftState.THROWN_AWAY


def test_a_draft_missed_by_a_clock_far_ahead() -> None:
    """Once the clock is right again it's missing from then on, and not for years."""
    missing = replace(seen(DRAFT, DraftState.MISSING), since=NOW + timedelta(days=3650))

    still = fate_of(missing, a_scene())

    assert (still.state, still.since, still.laid_at) == (DraftState.MISSING, NOW, DRAFT.laid_at)
    assert became(still, a_scene(now=NOW + SENT_GRACE)) is DraftState.THROWN_AWAY


def test_a_draft_intended_by_a_clock_far_ahead() -> None:
    """An APPEND that got no answer then is waited for from now on, and given up after its grace."""
    later = NOW + timedelta(days=3650)
    intended = replace(INTENDED, laid_at=later, since=later)

    still = fate_of(intended, a_scene())

    assert (still.state, still.since) == (DraftState.INTENDED, NOW)
    assert became(still, a_scene(now=NOW + APPEND_GRACE)) is DraftState.ABANDONED


def test_an_edited_draft_that_is_nowhere() -> None:
    """It takes the same way: missing first."""
    assert became(seen(DRAFT, DraftState.EDITED), a_scene()) is DraftState.MISSING


# ------------------------------------------------------------------- Drafts has got new UIDs (UIDVALIDITY)


def test_new_uids_and_the_same_content() -> None:
    """The server gave them, not the owner: the draft lies untouched, at its new place."""
    scene = a_scene(as_listed(DRAFT, place=a_place(5, validity=8)), validity=8, same=lambda _: True)

    found = fate_of(DRAFT, scene)

    assert (found.state, found.since, found.place) == (DraftState.LAID, DRAFT.since, a_place(5, validity=8))


def test_new_uids_and_another_flag() -> None:
    """The owner set it: the content needn't be asked for."""
    scene = a_scene(as_listed(DRAFT, place=a_place(5, validity=8, flags=DRAFT_FLAGS | {"\\Flagged"})), validity=8)

    assert became(DRAFT, scene) is DraftState.EDITED


def test_new_uids_and_other_content() -> None:
    """The owner wrote in it."""
    scene = a_scene(as_listed(DRAFT, place=a_place(5, validity=8)), validity=8, same=lambda _: False)

    assert became(DRAFT, scene) is DraftState.EDITED


def test_new_uids_and_somebody_elses_draft_under_the_old_one() -> None:
    """A UID of another validity says nothing."""
    scene = a_scene(a_listed_draft(1, place=a_place(1, validity=8)), validity=8)

    assert became(DRAFT, scene) is DraftState.MISSING


@pytest.mark.parametrize(
    ("waited", "state"), [(SENT_GRACE, DraftState.MISSING), (RENEWED_GRACE, DraftState.THROWN_AWAY)]
)
def test_new_uids_and_the_draft_not_among_them(waited: timedelta, state: DraftState) -> None:
    """It may only not be back yet: it is waited for a day."""
    assert became(seen(DRAFT, DraftState.MISSING), a_scene(validity=8, now=june(9) + waited)) is state


# --------------------------------------------------------------------------- its APPEND was cut off


def test_an_intended_draft_that_is_found() -> None:
    """The APPEND had worked, only its answer was lost: it is laid, and its place known."""
    scene = a_scene(as_listed(INTENDED, place=a_place(4)), same=lambda _: True)

    found = fate_of(INTENDED, scene)

    assert (found.state, found.place, found.since) == (DraftState.LAID, a_place(4), NOW)


def test_an_intended_draft_that_is_found_with_other_content() -> None:
    """The owner was quicker than we: it's theirs."""
    assert became(INTENDED, a_scene(as_listed(INTENDED), same=lambda _: False)) is DraftState.EDITED


def test_an_intended_draft_whose_content_is_not_shown() -> None:
    """Nobody can tell whether it's untouched: it stays as it is, and is asked for again at the next look."""
    assert fate_of(MISSED, a_scene(as_listed(MISSED), now=NOW + 2 * APPEND_GRACE, same=lambda _: None)) is MISSED


def test_an_intended_draft_that_was_sent() -> None:
    """The owner was quicker still."""
    mail = a_sent(NOW, id=INTENDED.id)

    assert became(INTENDED, a_scene(thread=a_thread(OFFER, mail, drafts=(INTENDED,)))) is DraftState.SENT


def test_an_intended_draft_beside_one_of_the_owners() -> None:
    """Their own reply to the same mail isn't ours: that never was there to be edited."""
    assert fate_of(MISSED, a_scene(a_listed_draft(2, parents=(OFFER.id,)))) is MISSED


def test_an_intended_draft_that_is_missed_at_last() -> None:
    """However long ago it was intended, the server may still be at it: only now does its waiting begin."""
    later = NOW + APPEND_GRACE

    found = fate_of(INTENDED, a_scene(now=later))

    assert (found.state, found.since, found.laid_at) == (DraftState.INTENDED, later, NOW)
    assert became(found, a_scene(now=later + APPEND_GRACE)) is DraftState.ABANDONED


def test_an_intended_draft_not_found_yet() -> None:
    """The server may still be at it."""
    assert fate_of(MISSED, a_scene(now=NOW + APPEND_GRACE - MOMENT)) is MISSED


def test_an_intended_draft_not_found_for_long() -> None:
    """It never reached the server."""
    assert became(MISSED, a_scene(now=NOW + APPEND_GRACE)) is DraftState.ABANDONED


@pytest.mark.parametrize("lacking", ["\\Draft", ""])
def test_an_intended_draft_whose_flags_are_not_its_own(lacking: str) -> None:
    """Gmail keeps no Draft flag; with any other flag, the owner has had it in hand."""
    flagged = as_listed(INTENDED, place=a_place(flags=DRAFT_FLAGS - {lacking}))
    touched = as_listed(INTENDED, place=a_place(flags=DRAFT_FLAGS | {"\\Flagged"}))

    assert became(INTENDED, a_scene(flagged, same=lambda _: True)) is DraftState.LAID
    assert became(INTENDED, a_scene(touched)) is DraftState.EDITED


@pytest.mark.parametrize(("gone", "state"), [(True, DraftState.MISSING), (False, DraftState.ABANDONED)])
def test_an_intended_draft_that_may_have_come_and_gone(gone: bool, state: DraftState) -> None:  # noqa: FBT001
    """If anything that came to lie there since has gone again, it isn't laid anew: it may have been thrown away."""
    scene = a_scene(now=NOW + APPEND_GRACE, gone_since=lambda place: gone and place == a_place(4))

    assert became(MISSED, scene) is state


def test_an_intended_draft_where_no_uidnext_is_told() -> None:
    """Nobody can know whether it came and went, so it isn't laid anew."""
    assert became(replace(MISSED, place=None), a_scene(now=NOW + APPEND_GRACE)) is DraftState.MISSING


def test_an_intended_draft_that_may_have_gone_long_ago() -> None:
    """Nobody has ever seen it, so nobody can say that its owner threw it away, unless it turns up in the trash."""
    lost = fate_of(replace(MISSED, place=None), a_scene(now=NOW + APPEND_GRACE))
    trashed = a_thread(OFFER, replace(TRASHED, id=MISSED.id), drafts=(lost,))
    later = NOW + APPEND_GRACE + SENT_GRACE

    assert became(lost, a_scene(now=later - MOMENT)) is DraftState.MISSING
    assert became(lost, a_scene(now=later)) is DraftState.LOST
    assert became(lost, a_scene(now=later, thread=trashed)) is DraftState.THROWN_AWAY


@pytest.mark.parametrize("place", [a_place(4), None])
def test_an_intended_draft_that_was_thrown_away_at_once(place: DraftPlace | None) -> None:
    """It lies there, marked as deleted: so it did arrive, and must not be laid anew."""
    intended = replace(MISSED, place=place)
    marked = as_listed(intended, place=a_place(4, flags=DRAFT_FLAGS | {"\\Deleted"}))

    assert became(intended, a_scene(marked, now=NOW + APPEND_GRACE)) is DraftState.MISSING


@pytest.mark.parametrize(("gone", "state"), [(True, DraftState.SENT), (False, DraftState.ABANDONED)])
def test_an_intended_draft_and_a_mail_written_since(gone: bool, state: DraftState) -> None:  # noqa: FBT001
    """The mail is what became of the draft only if anything has come to Drafts and gone since; else it's by hand."""
    mail = a_sent(NOW + MOMENT, answering=OFFER)
    scene = a_scene(
        thread=a_thread(OFFER, mail, drafts=(MISSED,)),
        now=NOW + APPEND_GRACE,
        gone_since=lambda _: gone,
    )

    assert became(MISSED, scene) is state


# ------------------------------------------------------------------------ its taking back was cut off

RETIRING = seen(DRAFT, DraftState.RETIRING)


def test_a_draft_being_taken_back_that_still_lies() -> None:
    """Nothing had been done: it is laid, as before."""
    assert became(RETIRING, a_scene(as_listed(RETIRING))) is DraftState.LAID


def test_a_draft_being_taken_back_that_was_touched() -> None:
    """The owner was quicker: it's theirs."""
    touched = as_listed(RETIRING, place=a_place(flags=DRAFT_FLAGS | {"\\Flagged"}))

    assert became(RETIRING, a_scene(touched)) is DraftState.EDITED


def test_a_draft_being_taken_back_that_was_saved_anew() -> None:
    """The owner was quicker, and another UID shows it."""
    assert became(RETIRING, a_scene(as_listed(RETIRING, place=a_place(2)))) is DraftState.EDITED


def test_a_draft_being_taken_back_that_was_saved_anew_under_another_id() -> None:
    """The owner was quicker, with a mail client that gives a new Message-ID: their version is no draft of its own."""
    version = as_listed(RETIRING, id=an_id("saved-anew"), place=a_place(2), parents=(RETIRING.parent,))

    assert became(RETIRING, a_scene(version)) is DraftState.EDITED


def test_a_draft_being_taken_back_that_was_sent() -> None:
    """The owner was quicker still."""
    assert sent_with(a_sent(june(9), id=RETIRING.id), RETIRING).state is DraftState.SENT


@pytest.mark.parametrize("parents", [(OFFER.id,), ()], ids=["its References kept", "and lost"])
def test_a_draft_being_taken_back_that_was_sent_anew(parents: tuple[MessageId, ...]) -> None:
    """A mail in its own words is the draft, though it has another Message-ID and an older Date: its step is taken."""
    mail = a_sent(june(7), parents=parents, subject=RETIRING.subject)
    scene = a_scene(thread=a_thread(OFFER, mail, drafts=(RETIRING,)), same_words=True)

    found = fate_of(RETIRING, scene)

    assert (found.state, found.sent_as, found.sure) == (DraftState.SENT, mail.id, True)


def test_a_draft_being_taken_back_and_a_mail_in_other_words() -> None:
    """Whether it's the draft, edited, nobody can tell: it's gone since now, so that the mail was written beside it."""
    mail = a_sent(june(10), answering=OFFER)
    scene = a_scene(thread=a_thread(OFFER, mail, drafts=(RETIRING,)), same_words=False)

    assert became(RETIRING, scene) is DraftState.TAKEN_BACK


def test_a_draft_being_taken_back_that_is_gone() -> None:
    """We did it; where it lies in the trash, it's we who put it there."""
    thread = a_thread(OFFER, TRASHED, drafts=(RETIRING,))

    assert became(RETIRING, a_scene(thread=thread)) is DraftState.TAKEN_BACK


def test_a_draft_being_taken_back_that_is_gone_by_a_clock_set_back() -> None:
    """It went no earlier than that began: what was written beside it until then stays so."""
    later = replace(RETIRING, since=NOW + timedelta(days=2))

    assert fate_of(later, a_scene(thread=a_thread(OFFER, drafts=(later,)))).since == later.since


def test_a_draft_being_taken_back_that_is_only_marked() -> None:
    """We came no further; the place is ours no more, so that it's the owner's draft once the mark is off."""
    marked = as_listed(RETIRING, place=a_place(flags=DRAFT_FLAGS | {"\\Deleted"}))

    found = fate_of(RETIRING, a_scene(marked))

    assert (found.state, found.place) == (DraftState.TAKEN_BACK, None)


def test_a_draft_being_taken_back_while_uids_changed() -> None:
    """Found again with the same words, it is laid, as before."""
    moved = as_listed(RETIRING, place=a_place(5, validity=8))

    assert became(RETIRING, a_scene(moved, validity=8, same=lambda _: True)) is DraftState.LAID


def test_a_draft_being_taken_back_that_is_gone_while_uids_changed() -> None:
    """It may only not be back yet: a day long nobody says that it was taken back, unless it lies there marked."""
    marked = as_listed(RETIRING, place=a_place(5, validity=8, flags=DRAFT_FLAGS | {"\\Deleted"}))

    assert fate_of(RETIRING, a_scene(validity=8, now=june(9) + RENEWED_GRACE - MOMENT)) is RETIRING
    assert became(RETIRING, a_scene(validity=8, now=june(9) + RENEWED_GRACE)) is DraftState.TAKEN_BACK
    assert became(RETIRING, a_scene(marked, validity=8, now=june(9) + MOMENT)) is DraftState.TAKEN_BACK


def test_another_message_at_the_drafts_uid() -> None:
    """A server that gives a UID twice proves nothing by it."""
    assert became(DRAFT, a_scene(a_listed_draft(1))) is DraftState.MISSING


def test_the_scene() -> None:
    """What lies there is all that isn't marked to be expunged."""
    lying, gone = a_listed_draft(1), a_listed_draft(2, place=a_place(2, flags=frozenset({"\\Deleted"})))

    assert a_scene(lying, gone).lying == (lying,)

"""Whoever watches tells each promise that is broken: Crickets' own hands are played here, badly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.fakes.mailbox import STANDARD_FOLDERS, MemoryMailbox
from tests.servers.mail import Mail, a_message
from tests.simulation.box import RecordedBox
from tests.simulation.hands import OWNER, Client, Hands
from tests.simulation.model import Terms
from tests.simulation.reckoning import PATIENCE
from tests.simulation.story import BrokenPromiseError, Story
from tests.simulation.test_model import TERMS, june
from tests.simulation.truth import Conversation
from tests.simulation.witness import Witness

ANNA = "Anna Rossi <anna@client.example>"


class Scene:
    """One conversation in which the owner has written on the 1st; step 1 falls due on the 8th."""

    def __init__(self) -> None:
        self.now = june(1)
        self.memory = MemoryMailbox((*STANDARD_FOLDERS, "Clients"))
        box = RecordedBox(self.memory)
        self.obscured = ""
        self.witness = Witness(
            box=box,
            story=Story("a scene"),
            terms=lambda: self.terms,
            now=lambda: self.now,
            clock=lambda: self.now,
            obscured=lambda: self.obscured,
        )
        self.terms: Terms = TERMS
        self.hands = Hands(box=box, witness=self.witness)
        self.conversation = Conversation(number=1, client=ANNA, subject="The new site")
        self.witness.conversations.append(self.conversation)
        self.hands.asks(self.conversation, june(1, 8))
        self.hands.writes(self.conversation, june(1))

    def look(self, now: dt.datetime) -> None:
        """Crickets reads everything."""
        self.now = now
        self.witness.look_begins()
        self.witness.drafts_are_listed()

    def lay(
        self,
        step: int = 1,
        *,
        of: str = "this plan",
        parent: Mail | None = None,
        flags: tuple[str, ...] = ("\\Draft", "\\Seen"),
    ) -> int:
        """Crickets lays a draft."""
        uid = self.put(step, of, parent=parent, flags=flags)
        self.witness.compare()
        return uid

    def put(
        self, step: int, of: str, *, parent: Mail | None = None, flags: tuple[str, ...] = ("\\Draft", "\\Seen")
    ) -> int:
        """A draft comes to lie there, seen by nobody yet."""
        mail = a_message(
            OWNER, ANNA, body=f"This is step {step} of {of}.\n", at=self.now,
            reply_to=parent or self.conversation.last_own,
        )  # fmt: skip
        return self.memory.put("Drafts", mail, at=self.now, flags=flags)


def _too_early(scene: Scene) -> None:
    scene.look(june(5))
    scene.lay()


def _too_early_in_the_day(scene: Scene) -> None:
    scene.look(june(8, 8))
    scene.lay()


def _the_wrong_step(scene: Scene) -> None:
    scene.look(june(8))
    scene.lay(2)


def _by_the_wrong_plan(scene: Scene) -> None:
    scene.look(june(8))
    scene.lay(of="the other plan")


def _while_drafts_is_lost(scene: Scene) -> None:
    scene.look(june(8))
    scene.lay()
    scene.witness.drafts_are_lost()
    scene.memory.delete("Drafts")
    scene.memory.create("Drafts")
    scene.look(june(8, 11))
    scene.lay()


def _late_and_again(scene: Scene) -> None:
    scene.look(june(8))
    first = scene.witness.look
    scene.look(june(8, 11))
    scene.lay()
    scene.put(1, "this plan")
    scene.witness.compare_late(first)


def _after_an_answer(scene: Scene) -> None:
    scene.hands.answers(scene.conversation, june(2))
    scene.look(june(8))
    scene.lay()


def _on_a_look_of_long_ago(scene: Scene) -> None:
    scene.look(june(8, 9))
    scene.now = june(8, 11)
    scene.witness.append_begins()


def _in_the_dark(scene: Scene) -> None:
    scene.obscured = "Sent is empty"
    scene.look(june(8))
    scene.lay()


def _blindly(scene: Scene) -> None:
    scene.look(june(8))
    scene.witness.is_blind("Junk could not be opened")
    scene.lay()


def _beyond_the_cap(scene: Scene) -> None:
    scene.terms = Terms(waits=TERMS.waits, almanac=TERMS.almanac, cap=0, stop_on_delete=False)
    scene.look(june(8))
    scene.lay()


def _beside_one_to_the_same_client(scene: Scene) -> None:
    other = Conversation(number=2, client=ANNA, subject="The shop")
    scene.witness.conversations.append(other)
    scene.hands.asks(other, june(1, 8))
    scene.hands.writes(other, june(1))
    scene.look(june(9))
    scene.lay()
    scene.look(june(9, 11))
    scene.lay(parent=other.last_own)


def _two_of_one_look(scene: Scene) -> None:
    scene.look(june(8))
    scene.lay()
    scene.lay()


def _beside_the_owners_own(scene: Scene) -> None:
    scene.hands.begins_a_draft(scene.conversation, june(2))
    scene.look(june(8))
    scene.lay()


def _thrown_away_and_laid_again(scene: Scene) -> None:
    scene.look(june(8))
    uid = scene.lay()
    scene.hands.throws_away(scene.witness.lying[uid], june(8, 11), "trash")
    scene.look(june(8, 12))
    scene.lay()


def _an_edited_one_removed(scene: Scene) -> None:
    scene.look(june(8))
    uid = scene.lay()
    scene.hands.saves(scene.witness.lying[uid], june(8, 11), Client(), "My own words.\n")
    scene.memory.remove("Drafts", uid + 1, to_trash=False)
    scene.witness.compare()


def _a_starred_one_removed(scene: Scene) -> None:
    scene.look(june(8))
    uid = scene.lay()
    scene.hands.stars(scene.witness.lying[uid], june(8, 11), "\\Flagged")
    scene.memory.remove("Drafts", uid, to_trash=False)
    scene.witness.compare()


def _the_owners_own_removed(scene: Scene) -> None:
    scene.hands.begins_a_draft(scene.conversation, june(2))
    [uid] = scene.witness.lying
    scene.memory.remove("Drafts", uid, to_trash=False)
    scene.witness.compare()


def _to_a_stranger(scene: Scene) -> None:
    scene.look(june(8))
    scene.lay(parent=a_message(ANNA, OWNER, at=june(1)))


@pytest.mark.parametrize(
    ("promise", "misdeed"),
    [
        (5, _too_early),
        (5, _too_early_in_the_day),
        (5, _the_wrong_step),
        (5, _by_the_wrong_plan),
        (4, _while_drafts_is_lost),
        (4, _late_and_again),
        (5, _after_an_answer),
        (5, _on_a_look_of_long_ago),
        (5, _in_the_dark),
        (5, _blindly),
        (5, _beyond_the_cap),
        (0, _beside_one_to_the_same_client),
        (4, _two_of_one_look),
        (4, _beside_the_owners_own),
        (6, _thrown_away_and_laid_again),
        (3, _an_edited_one_removed),
        (3, _a_starred_one_removed),
        (2, _the_owners_own_removed),
        (2, _to_a_stranger),
    ],
)
def test_misdeeds(promise: int, misdeed: Callable[[Scene], None]) -> None:
    """Each is seen for what it is."""
    with pytest.raises(BrokenPromiseError) as broken:
        misdeed(Scene())

    assert broken.value.promise == promise


def test_what_is_due() -> None:
    """Laid on its day, and taken back untouched: nothing to object to."""
    scene = Scene()
    scene.look(june(8))
    uid = scene.lay()
    scene.memory.remove("Drafts", uid)
    scene.witness.compare()

    assert (scene.witness.laid, scene.witness.taken_back) == (1, 1)


def test_what_was_away() -> None:
    """It's the same draft once Drafts is back, and may be taken back, whatever its UID."""
    scene = Scene()
    scene.look(june(8))
    uid = scene.lay()
    [raw] = [stored.raw for stored in scene.memory.folder("Drafts")]
    scene.witness.drafts_are_lost()
    scene.memory.delete("Drafts")
    scene.memory.create("Drafts")
    new = scene.memory.put("Drafts", raw, flags=("\\Draft", "\\Seen"))
    scene.witness.drafts_are_back({uid: new})
    scene.witness.compare()
    scene.memory.remove("Drafts", new)
    scene.witness.compare()

    assert (scene.witness.laid, scene.witness.taken_back) == (1, 1)


@pytest.mark.parametrize(("looks", "counts"), [(False, False), (True, True)])
def test_what_left_after_it_was_away(*, looks: bool, counts: bool) -> None:
    """Where no look that ended saw it back, it left as Drafts was lost, as far as anybody knows."""
    scene = Scene()
    scene.look(june(8))
    uid = scene.lay()
    scene.witness.drafts_are_lost()
    scene.witness.drafts_are_back({uid: uid})
    if looks:
        scene.look(june(8, 11))
        scene.witness.pass_ends()
    scene.witness.gone(uid)

    assert (1 in scene.witness.left) == counts


def test_a_draft_whose_pass_was_cut_short() -> None:
    """It's waited for from then on, however long ago it was to be laid, and not for ever."""
    scene = Scene()
    scene.look(june(8))
    asked = scene.conversation.last_own
    assert asked is not None
    scene.witness.intends(asked.message_id)
    scene.now = june(11)
    scene.witness.pass_is_cut_short()

    assert scene.witness.is_sought(scene.conversation, PATIENCE)
    scene.now = june(11) + PATIENCE
    assert not scene.witness.is_sought(scene.conversation, PATIENCE)
    scene.witness.is_told()
    assert scene.witness.is_sought(scene.conversation, PATIENCE)  # the first pass that ended well begins to wait
    scene.now += PATIENCE
    scene.witness.is_told()
    assert not scene.witness.is_sought(scene.conversation, PATIENCE)


@pytest.mark.parametrize(("first", "sure"), [("listed", False), ("thrown away", True)])
def test_a_draft_thrown_away_round_the_pass_that_takes_it_back(first: str, *, sure: bool) -> None:
    """Cut short, it tells nobody who removed the draft; but what was gone when Drafts was listed, its owner did."""
    scene = Scene()
    scene.look(june(8))
    [lying] = [scene.witness.lying[scene.lay()]]
    asked = scene.conversation.last_own
    assert asked is not None
    if first == "listed":
        scene.look(june(9))
        scene.hands.throws_away(lying, june(9), "trash")
    else:
        scene.hands.throws_away(lying, june(9), "trash")
        scene.look(june(9))
    scene.witness.settles(asked.message_id, retires=True)
    scene.witness.pass_is_cut_short()

    assert scene.conversation.muddled is not sure


@pytest.mark.parametrize("known", [False, True])
def test_a_draft_that_was_lost_before_it_was_known(*, known: bool) -> None:
    """Whether it ever lay there nobody can tell."""
    scene = Scene()
    scene.look(june(8))
    asked = scene.conversation.last_own
    assert asked is not None
    scene.witness.intends(asked.message_id)
    scene.lay()
    if known:
        scene.witness.settles(asked.message_id, retires=False)
    scene.witness.drafts_are_lost()

    assert scene.conversation.muddled is not known


def test_what_the_server_does_late() -> None:
    """It's held against the look after which it was asked for, not against the present one."""
    scene = Scene()
    scene.look(june(8))
    look = scene.witness.look
    scene.hands.answers(scene.conversation, june(8, 11))
    scene.look(june(8, 12))
    scene.put(1, "this plan")
    scene.witness.compare_late(look)

    assert scene.witness.laid == 1


def test_what_the_server_does_after_a_mail_by_hand() -> None:
    """That mail may pass for the draft, which nobody had seen yet."""
    scene = Scene()
    scene.look(june(8))
    look, asked = scene.witness.look, scene.conversation.last_own
    scene.hands.writes(scene.conversation, june(8, 11))
    scene.put(1, "this plan", parent=asked)
    scene.witness.compare_late(look)

    assert scene.conversation.muddled


def test_two_to_one_client_where_the_owner_allows_it() -> None:
    """Nothing to object to."""
    scene = Scene()
    scene.terms = replace(TERMS, at_a_time=2)
    _beside_one_to_the_same_client(scene)

    assert scene.witness.laid == 2


def test_an_answer_that_could_not_be_seen() -> None:
    """What came after the last look began speaks against no draft."""
    scene = Scene()
    scene.look(june(8))
    scene.hands.answers(scene.conversation, june(8, 10))
    scene.lay()

    assert scene.witness.laid == 1


@pytest.mark.parametrize("folder", ["INBOX", "Sent"])
def test_others_mail(folder: str) -> None:
    """A flag that nobody set is seen, and a message that nobody removed is missed."""
    scene = Scene()
    [message] = scene.memory.folder(folder)
    scene.memory.flag(folder, message.uid, "\\Answered")
    assert folder in scene.witness.box.wrong()
    scene.memory.flag(folder, message.uid, "\\Answered", on=False)
    assert scene.witness.box.wrong() == ""
    scene.memory.remove(folder, message.uid, to_trash=False)
    assert folder in scene.witness.box.wrong()

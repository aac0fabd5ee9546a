"""What Crickets never does: the contract's six promises, each with its own class, against real servers."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from crickets.domain.mailbox import Retirement
from crickets.domain.thread import OrderKind
from crickets.domain.verdict import State
from crickets.errors import CricketsError, Transient
from crickets.service.outcome import Deed
from tests.cycle.interference import Killed, Phase, at, killed, look
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, a_silence, days_ago, days_later
from tests.servers.faults import Fault
from tests.servers.mail import Mail
from tests.servers.mailbox import Stored

Act = Callable[[Stage, Stored], None]
"""What the owner does with the draft that lies there."""


def _edits(stage: Stage, draft: Stored) -> None:
    stage.box.edit_draft(draft, "My own words.\n", at=days_later(0.5))


def _edits_with_a_new_id(stage: Stage, draft: Stored) -> None:
    stage.box.edit_draft(draft, "My own words.\n", at=days_later(0.5), keep_id=False)


def _stars(stage: Stage, draft: Stored) -> None:
    stage.box.flag("Drafts", draft.uid, "\\Flagged")


def _labels(stage: Stage, draft: Stored) -> None:
    stage.box.flag("Drafts", draft.uid, "$label1")


def _marks_unread(stage: Stage, draft: Stored) -> None:
    stage.box.flag("Drafts", draft.uid, "\\Seen", on=False)


TOUCHES: dict[str, Act] = {
    "edited": _edits,
    "edited, new Message-ID": _edits_with_a_new_id,
    "starred": _stars,
    "labelled": _labels,
    "marked unread": _marks_unread,
}


@pytest.fixture
def connected_to(stage: Stage) -> Iterator[set[int]]:
    """The ports that this process connects to from now on."""
    heard = _Hearing()
    sys.addaudithook(heard)
    yield heard.ports
    heard.listening = False


@dataclass
class _Hearing:
    """An audit hook (PEP 578), which can't be taken away again, only grow deaf."""

    listening: bool = True
    ports: set[int] = field(default_factory=set)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.listening and event == "socket.connect" and isinstance(arguments[0], socket.socket):
            self.ports.add(arguments[1][1] if isinstance(arguments[1], tuple) else 0)


def a_life(stage: Stage) -> Mail:
    """All that Crickets ever does to a mailbox: lay, take back for an answer, lay in a second thread."""
    _, offered = a_silence(stage.box)
    stage.look()
    answer = a_reply(offered, at=days_later(1))
    stage.box.put("INBOX", answer)
    stage.look(2)
    stage.box.put("Sent", a_message(ME, CLIENT, at=days_later(2), reply_to=answer), flags=["\\Seen"])
    stage.look(8)
    return offered


class TestItNeverSends:
    """1. Mail goes to nobody."""

    def test_a_whole_life(self, stage: Stage, connected_to: set[int]) -> None:
        """Nobody is spoken to but the IMAP server, and that is asked to send nothing."""
        a_life(stage)

        by_the_owner = stage.box.server.port
        assert connected_to == {stage.recorder.port, by_the_owner}
        assert stage.broken_rules() == ()
        assert {rest.split()[0].strip('"') for verb, rest in stage.recorder.commands if verb == "APPEND"} == {
            stage.box.naming.on_the_wire("Drafts")
        }


class TestItNeverTouchesTheRest:
    """2. What it didn't append itself keeps its place, its flags and its bytes."""

    def test_a_whole_life(self, stage: Stage) -> None:
        """Unread mail stays unread; the owner's other drafts lie as they lay, one marked for deletion too."""
        box = stage.box
        unread = a_message("Ben <ben@other.example>", ME, "Lunch?", at=days_ago(3))
        box.put("INBOX", unread)
        box.put("Junk", a_message("x@spam.example", ME, "Win!", at=days_ago(3)))
        box.put("Drafts", a_message(ME, "Ben <ben@other.example>", "An idea", at=days_ago(2)), flags=["\\Draft"])
        box.put("Drafts", a_message(ME, CLIENT, "Not so", at=days_ago(2)), flags=["\\Draft", "\\Deleted"])
        before = box.snapshot(without=())
        a_life(stage)

        after = box.snapshot(without=())
        assert {m for ms in before.values() for m in ms} <= {m for ms in after.values() for m in ms}
        assert {name: len(after[name]) - len(before[name]) for name in after} == {
            "INBOX": 2, "Sent": 2, "Drafts": 1, "Trash": 1, "Archive": 0, "Junk": 0,
        }  # fmt: skip


class TestItNeverRemovesWhatWasTouched:
    """3. A draft that anybody has touched is the owner's."""

    @pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
    def test_at_the_same_moment(self, quick_stage: Stage, touch: Act) -> None:
        """The owner has it open on one device as the answer is read on another."""
        stage = quick_stage
        an_answered_draft(stage)
        look(stage, at("take_back", Phase.BEFORE, lambda: touch(stage, stage.drafts[0])), 1)

        its_the_owners(stage)

    def test_starred_at_the_same_moment(self, stage: Stage) -> None:
        """On every server."""
        an_answered_draft(stage)
        outcome = look(stage, at("take_back", Phase.BEFORE, lambda: _stars(stage, stage.drafts[0])), 1)

        assert [done.how for done in outcome.done] == [Retirement.TOUCHED]
        its_the_owners(stage)

    @pytest.mark.parametrize("part", ["UID COPY", "UID STORE"])
    def test_starred_amid_the_taking_back(self, stage: Stage, part: str) -> None:
        """On every server, and however late; a copy lies in the trash then, which costs nothing."""
        an_answered_draft(stage)
        [draft] = stage.drafts
        stage.recorder.fault = Fault(before=part, meanwhile=lambda: _stars(stage, draft))
        outcome = stage.look(1)

        assert stage.recorder.struck.is_set()
        assert [done.how for done in outcome.done] == [Retirement.TOUCHED]
        assert [set(d.flags) for d in stage.drafts] == [{"\\Draft", "\\Seen", "\\Flagged"}]
        its_the_owners(stage)

    def test_our_mark_taken_away(self, stage: Stage) -> None:
        """Whoever fetches it back in the moment before it's expunged keeps it."""
        an_answered_draft(stage)
        [draft] = stage.drafts
        fetch_back = lambda: stage.box.flag("Drafts", draft.uid, "\\Deleted", on=False)  # noqa: E731
        stage.recorder.fault = Fault(before="UID EXPUNGE", meanwhile=fetch_back)
        outcome = stage.look(1)

        assert [done.how for done in outcome.done] == [Retirement.TOUCHED]
        its_the_owners(stage)

    @pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
    def test_before_the_append_was_confirmed(self, quick_stage: Stage, touch: Act) -> None:
        """The process ended right after the APPEND, and the owner was quicker than its successor."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        with pytest.raises(Killed):
            look(stage, killed("append_draft", Phase.AFTER))
        touch(stage, stage.drafts[0])
        stage.look(0.6)
        stage.box.put("INBOX", a_reply(offered, at=days_later(0.7)))

        its_the_owners(stage)

    @pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
    def test_before_drafts_was_renumbered(self, quick_stage: Stage, touch: Act) -> None:
        """All UIDs are new, and no pass has seen the draft since it was touched."""
        stage = quick_stage
        an_answered_draft(stage)
        touch(stage, stage.drafts[0])
        renumber(stage)

        its_the_owners(stage)

    def test_renumbered_and_untouched(self, quick_stage: Stage) -> None:
        """That alone is no touch: it's known again, and goes with the answer."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        renumber(stage)
        stage.look(0.5)
        assert stage.state() is State.DRAFTED
        stage.order(OrderKind.STOP)
        stage.look(1)

        assert stage.subjects == []

    def test_sent_at_the_same_moment(self, quick_stage: Stage) -> None:
        """It's gone before it can be taken back: what was sent lies in Sent, and no draft comes of it."""
        stage = quick_stage
        an_answered_draft(stage)
        send = at("take_back", Phase.BEFORE, lambda: stage.box.send_draft(stage.drafts[0], at=days_later(1)))
        outcome = look(stage, send, 1)
        before = stage.box.snapshot()

        assert [done.how for done in outcome.done] == [Retirement.NOT_THERE]
        for days in (1.1, 2):
            stage.look(days)
            assert (stage.subjects, stage.box.snapshot()) == ([], before)

    def test_brought_back_from_the_trash(self, quick_stage: Stage) -> None:
        """What the owner fetched back after it was taken back stays."""
        stage = quick_stage
        an_answered_draft(stage)
        stage.look(1)
        [trashed] = stage.box.folder("Trash")
        stage.box.move("Trash", trashed.uid, "Drafts")

        its_the_owners(stage)

    def test_brought_back_while_the_answer_was_lost(self, quick_stage: Stage) -> None:
        """The same where it isn't even known whether it was taken back."""
        stage = quick_stage
        an_answered_draft(stage)
        stage.recorder.fault = Fault(answer_lost="UID EXPUNGE")
        with suppress(CricketsError):
            stage.look(1)
        [trashed] = stage.box.folder("Trash")
        stage.box.move("Trash", trashed.uid, "Drafts")

        its_the_owners(stage)

    @pytest.mark.parametrize("why", ["stop", "snooze", "by hand"])
    def test_whatever_the_reason(self, quick_stage: Stage, why: str) -> None:
        """Not for an order, nor for a mail by the owner's own hand."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        stage.look()
        _stars(stage, stage.drafts[0])
        match why:
            case "stop":
                stage.order(OrderKind.STOP)
            case "snooze":
                stage.order(OrderKind.SNOOZE, until=days_later(30).date())
            case _:
                stage.box.put("Sent", a_message(ME, CLIENT, at=days_later(0.5), reply_to=offered))

        its_the_owners(stage)

    def test_seen_touched_in_the_same_pass(self, quick_stage: Stage) -> None:
        """A pass that lays in one thread and takes back in another goes by what it saw last."""
        stage = quick_stage
        an_answered_draft(stage)
        other = a_message("Carl <carl@else.example>", ME, "A logo", at=days_ago(12))
        stage.box.put("INBOX", other)
        stage.box.put("Sent", a_message(ME, "Carl <carl@else.example>", at=days_ago(11), reply_to=other))
        [draft] = stage.drafts
        look(stage, at("message", Phase.BEFORE, lambda: _edits(stage, draft)), 1)

        assert "My own words." in {d.mail.text.strip() for d in stage.drafts}


class TestItNeverLaysTwo:
    """4. One step, one draft; one thread, one live draft. That the line breaks anywhere: see test_cuts."""

    @pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
    def test_the_owner_at_work(self, quick_stage: Stage, touch: Act) -> None:
        """What is done to a draft is done to that one; there is no other beside it, then or later."""
        stage = quick_stage
        a_silence(stage.box)
        look(stage, at("append_draft", Phase.AFTER, lambda: touch(stage, stage.drafts[0])))
        for days in (0.6, 3, 20):
            stage.look(days)
            assert len(stage.drafts) == 1

    def test_the_owner_begins_one_at_the_same_moment(self, quick_stage: Stage) -> None:
        """Their own draft appears between the decision and the last look: ours is not laid."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        own = a_message(ME, CLIENT, at=days_ago(0), reply_to=offered)
        outcome = look(
            stage, at("message", Phase.BEFORE, lambda: stage.box.put("Drafts", own, flags=["\\Draft", "\\Seen"]))
        )

        assert [done.deed for done in outcome.done] == [Deed.OVERTAKEN]
        assert len(stage.drafts) == 1

    def test_an_edit_that_was_not_finished(self, quick_stage: Stage) -> None:
        """A client appends the new version, and removes the old one only later."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        [draft] = stage.drafts
        stage.box.put("Drafts", draft.mail.with_text("My own words.\n"), flags=["\\Draft", "\\Seen"])
        stage.look(0.1)
        stage.box.remove("Drafts", draft.uid, to_trash=False)
        for days in (0.2, 3, 20):
            stage.look(days)
            assert [d.mail.text.strip() for d in stage.drafts] == ["My own words."]

    def test_renumbered(self, quick_stage: Stage) -> None:
        """New UIDs make no new draft, not even while Drafts is still empty."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        lying = renumber(stage, refill=False)
        for days in (0.1, 0.2, 0.9):
            stage.look(days)
            assert stage.subjects == []
        for draft in lying:
            stage.box.put("Drafts", draft.raw, flags=["\\Draft", "\\Seen"])
        for days in (0.95, 2, 20):
            stage.look(days)
            assert stage.subjects == ["Re: The new site"]

    def test_two_threads_become_one(self, quick_stage: Stage) -> None:
        """A mail that answers both makes one thread of them, and only one draft is left."""
        stage = quick_stage
        stage.at_a_time = 2
        first = a_message(ME, CLIENT, "The new site", at=days_ago(8))
        second = a_message(ME, CLIENT, "The shop", at=days_ago(7))
        stage.box.put("INBOX", a_message(CLIENT, ME, "Hello", at=days_ago(20)))
        stage.box.put("Sent", first)
        stage.box.put("Sent", second)
        stage.look()
        assert len(stage.drafts) == 2
        both = f"{first.message_id} {second.message_id}"
        stage.box.put("Sent", a_message(ME, CLIENT, at=days_ago(6), headers={"References": both}))
        stage.look(0.1)
        assert len(stage.drafts) <= 1
        stage.look(0.2)

        assert len(stage.drafts) == 1


class TestItNeverLaysAfterAnAnswer:
    """5. Nothing is laid once an answer has come."""

    @pytest.mark.parametrize("folder", ["INBOX", "Trash"])
    def test_while_it_is_being_written(self, quick_stage: Stage, folder: str) -> None:
        """It's looked for once more, and found: nothing is appended."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        look(stage, at("message", Phase.BEFORE, lambda: stage.box.put(folder, a_reply(offered, at=days_ago(0)))))

        assert "APPEND" not in {verb for verb, _ in stage.recorder.commands}
        assert stage.state() is State.ANSWERED

    @pytest.mark.parametrize("phase", [Phase.BEFORE, Phase.AFTER])
    def test_as_it_is_laid(self, stage: Stage, phase: Phase) -> None:
        """An answer that crosses the APPEND takes it back in the same pass."""
        _, offered = a_silence(stage.box)
        outcome = look(
            stage, at("append_draft", phase, lambda: stage.box.put("INBOX", a_reply(offered, at=days_ago(0))))
        )

        assert [done.deed for done in outcome.done] == [Deed.LAID, Deed.TAKEN_BACK]
        assert stage.subjects == []

    def test_in_a_folder_read_already(self, quick_stage: Stage) -> None:
        """It came behind the back of the last look, which had read the INBOX before it: the next one sees it."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        answer = a_reply(offered, at=days_ago(0))
        outcome = look(stage, at("drafts", Phase.AFTER, lambda: stage.box.put("INBOX", answer), time=2))

        assert [done.deed for done in outcome.done] == [Deed.LAID, Deed.TAKEN_BACK]

    def test_crossed_and_cut_off(self, quick_stage: Stage) -> None:
        """The line breaks right after the APPEND that an answer crossed: the next pass takes it back."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        with pytest.raises(Killed):
            look(stage, killed("append_draft", Phase.AFTER))
        stage.box.put("INBOX", a_reply(offered, at=days_ago(0)))
        stage.look(0.01)

        assert stage.subjects == []
        assert stage.state() is State.ANSWERED


def _empty_sent(stage: Stage) -> None:
    for sent in stage.box.folder("Sent"):
        stage.box.remove("Sent", sent.uid, to_trash=False)


def _make_sent_anew(stage: Stage) -> None:
    make_anew(stage, "Sent")


class TestItNeverLaysInDoubt:
    """5. Nothing is laid on evidence that is stale or partial."""

    @pytest.mark.parametrize("lose", [_empty_sent, _make_sent_anew], ids=["emptied", "made anew"])
    def test_sent_is_empty(self, quick_stage: Stage, lose: Callable[[Stage], None]) -> None:
        """Nobody can say what was sent; when mail lies there again, things go on."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        stage.look(-3)
        lose(stage)
        for days in (0, 0.1, 3):
            stage.look(days)
            assert stage.subjects == []
            assert_held(stage, "Sent: it is suddenly empty")
        stage.box.put("Sent", offered, flags=["\\Seen"])
        stage.look(3.1)

        assert stage.subjects == ["Re: The new site"]

    def test_a_folder_vanished(self, quick_stage: Stage) -> None:
        """An answer may lie in it: a day long nothing is laid, even if Crickets has been away for longer than that."""
        stage = quick_stage
        stage.box.create("Clients")
        a_silence(stage.box)
        stage.box.put("Clients", a_message("x@y.example", ME, "Else", at=days_ago(20)))
        stage.look(-3)
        stage.box.delete("Clients")
        for days in (0, 0.5, 0.9):
            stage.look(days)
            assert stage.subjects == []
            assert_held(stage, "Clients: it is no longer listed")
        stage.look(1.1)

        assert stage.subjects == ["Re: The new site"]

    def test_a_vanished_folder_is_back(self, quick_stage: Stage) -> None:
        """With the answer in it."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        stage.box.create("Clients")
        stage.look(-3)
        stage.box.delete("Clients")
        stage.look(0)
        stage.box.create("Clients")
        stage.box.put("Clients", a_reply(offered, at=days_ago(1)))
        stage.look(0.1)

        assert stage.subjects == []
        assert stage.state() is State.ANSWERED

    @pytest.mark.parametrize("folder", ["INBOX", "Junk", "Sent", "Archive"])
    @pytest.mark.parametrize("known", [False, True], ids=["from the first", "since the last pass"])
    def test_a_folder_that_cannot_be_opened(self, quick_stage: Stage, folder: str, *, known: bool) -> None:
        """Nothing is laid, the reason is told, and it goes on when it can be opened again."""
        stage = quick_stage
        a_silence(stage.box)
        if known:
            stage.look(-3)
        for days in (0, 0.1):
            look(stage, days=days, blind={folder})
            assert stage.subjects == []
            if known:
                assert_held(stage, f"{folder}: it can't be opened ([NOPERM] Permission denied)")
        stage.look(0.2)

        assert stage.subjects == ["Re: The new site"]

    def test_closed_before_the_last_look(self, quick_stage: Stage) -> None:
        """What was open for the first look and isn't for the second holds the draft back."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look(-3)
        blind: set[str] = set()
        outcome = look(stage, at("message", Phase.BEFORE, lambda: blind.add("INBOX")), blind=blind)

        assert [done.deed for done in outcome.done] == [Deed.OVERTAKEN]
        assert stage.subjects == []

    def test_renumbered_with_an_answer_in_it(self, quick_stage: Stage) -> None:
        """A folder made anew is read from its first message, though its UIDs were known."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        stage.box.put("Archive", a_message("x@y.example", ME, "Else", at=days_ago(20)))
        stage.look(-3)
        make_anew(stage, "Archive")
        stage.box.put("Archive", a_reply(offered, at=days_ago(1)))
        stage.look()

        assert stage.subjects == []
        assert stage.state() is State.ANSWERED

    def test_asleep_between_the_last_look_and_the_append(self, quick_stage: Stage) -> None:
        """What was read two hours ago supports no draft, though it was read in this very pass."""
        stage = quick_stage
        a_silence(stage.box)

        def sleep() -> None:
            stage.clock.now = days_later(2 / 24)

        outcome = look(stage, at("drafts", Phase.AFTER, sleep, time=2))

        assert [done.deed for done in outcome.done] == [Deed.OVERTAKEN]
        assert "APPEND" not in {verb for verb, _ in stage.recorder.commands}
        stage.look(0.1)
        assert stage.subjects == ["Re: The new site"]

    def test_a_clock_set_back(self, quick_stage: Stage) -> None:
        """What was read in the future says nothing of the present."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look(-3)
        stage.clock.now = days_later(0)

        assert_held(stage, "no draft is laid on old evidence")


class TestItNeverRecreates:
    """6. A draft that the owner threw away never comes back; its step is skipped, once."""

    @pytest.mark.parametrize("way", ["flag", "trash", "trash, no flag", "for good", "moved", "all versions"])
    def test_thrown_away(self, quick_stage: Stage, way: str) -> None:
        """In all the ways in which mail clients do it."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        throw_away(stage, stage.drafts[0], way)

        its_step_is_skipped(stage)

    @pytest.mark.parametrize("way", ["trash", "for good"])
    def test_before_the_append_was_confirmed(self, quick_stage: Stage, way: str) -> None:
        """The process ended right after the APPEND, and the owner didn't want the draft."""
        stage = quick_stage
        a_silence(stage.box)
        with pytest.raises(Killed):
            look(stage, killed("append_draft", Phase.AFTER))
        throw_away(stage, stage.drafts[0], way)

        its_step_is_skipped(stage)

    @pytest.mark.parametrize("way", ["trash", "for good"])
    def test_before_the_lost_answer_was_made_good(self, stage: Stage, way: str) -> None:
        """The same on every server, whose line broke as it answered the APPEND."""
        a_silence(stage.box)
        stage.recorder.fault = Fault(answer_lost="APPEND")
        with pytest.raises(Transient):
            stage.look()
        throw_away(stage, stage.drafts[0], way)

        its_step_is_skipped(stage)

    def test_before_drafts_was_renumbered(self, quick_stage: Stage) -> None:
        """All UIDs are new, and the draft is not among them."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        stage.box.remove("Drafts", stage.drafts[0].uid, to_trash=False)
        renumber(stage)

        its_step_is_skipped(stage)

    @pytest.mark.parametrize("call", ["append_draft", "drafts"])
    def test_at_once(self, quick_stage: Stage, call: str) -> None:
        """Before the pass that laid it has even ended."""
        stage = quick_stage
        a_silence(stage.box)

        def discard() -> None:
            for draft in stage.drafts:
                stage.box.remove("Drafts", draft.uid, to_trash=False)

        look(stage, at(call, Phase.AFTER, discard, time=1 if call == "append_draft" else 3))

        its_step_is_skipped(stage)

    def test_edited_and_thrown_away(self, quick_stage: Stage) -> None:
        """The owner's version counts as the draft."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        edited = stage.box.edit_draft(stage.drafts[0], "No.\n", at=days_later(0.01), keep_id=False)
        stage.look(0.02)
        stage.box.remove("Drafts", edited.uid, to_trash=False)

        its_step_is_skipped(stage)

    def test_and_fetched_back(self, quick_stage: Stage) -> None:
        """Then it's the owner's own draft, and no other is laid beside it."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        stage.box.remove("Drafts", stage.drafts[0].uid)
        stage.look(0.1)
        stage.look(0.2)
        [trashed] = stage.box.folder("Trash")
        stage.box.move("Trash", trashed.uid, "Drafts")
        for days in (1, 8, 20):
            stage.look(days)
            assert stage.subjects == ["Re: The new site"]

    def test_the_owner_does_it_while_we_do(self, quick_stage: Stage) -> None:
        """Both remove it at the same moment: no draft comes back, and none is left."""
        stage = quick_stage
        an_answered_draft(stage)
        discard = at("take_back", Phase.BEFORE, lambda: stage.box.remove("Drafts", stage.drafts[0].uid, to_trash=False))
        outcome = look(stage, discard, 1)

        assert [done.how for done in outcome.done] == [Retirement.NOT_THERE]
        for days in (1.1, 2, 9):
            stage.look(days)
            assert stage.subjects == []

    @pytest.mark.parametrize("part", ["UID COPY", "UID STORE", "UID EXPUNGE"])
    def test_the_owner_does_it_amid_our_doing_so(self, stage: Stage, part: str) -> None:
        """On every server, between any two of its parts: what each server says of a message that is gone differs."""
        an_answered_draft(stage)
        [draft] = stage.drafts
        discard = lambda: stage.box.remove("Drafts", draft.uid, to_trash=False)  # noqa: E731
        stage.recorder.fault = Fault(before=part, meanwhile=discard)
        with suppress(Transient):  # Courier hangs up
            [done] = stage.look(1).done
            assert done.how in {Retirement.NOT_THERE, Retirement.TO_TRASH}

        assert stage.recorder.struck.is_set()
        for days in (1.1, 2, 9):
            stage.look(days)
            assert stage.box.folder("Drafts") == ()


def an_answered_draft(stage: Stage) -> None:
    """A draft lies there, and the answer that overtakes it, which no pass has seen yet."""
    _, offered = a_silence(stage.box)
    stage.look()
    stage.box.put("INBOX", a_reply(offered, at=days_later(0.7)))


def its_the_owners(stage: Stage) -> None:
    """Whatever passes follow, the draft lies there."""
    kept = [draft.raw for draft in stage.drafts]
    assert len(kept) == 1
    for days in (1, 1.1, 9):
        stage.look(days)
        assert [draft.raw for draft in stage.drafts] == kept


def its_step_is_skipped(stage: Stage) -> None:
    """No draft for a week; then the next step's, counted from the day on which the first was laid, once."""
    for days in (0.1, 0.2, 1.3, 6.4):
        stage.look(days)
        assert stage.subjects == []
    for days in (7.1, 7.2):
        stage.look(days)
        [subject] = stage.subjects
        assert subject != "Re: The new site"


def throw_away(stage: Stage, draft: Stored, way: str) -> None:
    """As mail clients do it."""
    match way:
        case "flag":
            stage.box.flag("Drafts", draft.uid, "\\Deleted")
        case "trash, no flag":
            stage.box.put("Trash", draft.raw, flags=["\\Seen"])
            stage.box.remove("Drafts", draft.uid, to_trash=False)
        case "moved":
            stage.box.move("Drafts", draft.uid, "Archive")
        case "all versions":
            new = stage.box.edit_draft(draft, "Hm.\n", at=days_later(0.001))
            stage.box.put("Trash", draft.raw, flags=["\\Draft", "\\Seen"])
            stage.box.remove("Drafts", new.uid)
        case _:
            stage.box.remove("Drafts", draft.uid, to_trash=way == "trash")


def assert_held(stage: Stage, reason: str) -> None:
    """The thread is held, and the verdict says why."""
    verdict = stage.verdict()
    assert (verdict.state, reason in str(verdict.reason)) == (State.HELD, True), verdict.reason


def make_anew(stage: Stage, folder: str) -> None:
    """The same folder, empty, with another UIDVALIDITY."""
    stage.box.delete(folder)
    if folder not in stage.box.folders:
        stage.box.create(folder)


def renumber(stage: Stage, *, refill: bool = True) -> tuple[Stored, ...]:
    """Drafts with another UIDVALIDITY; what lies in it, unless it isn't put back yet."""
    lying = stage.box.folder("Drafts")
    make_anew(stage, "Drafts")
    for draft in lying if refill else ():
        stage.box.put("Drafts", draft.raw, at=days_ago(0), flags=sorted(draft.flags))
    return lying

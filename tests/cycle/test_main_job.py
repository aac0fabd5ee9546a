"""The main job on every server: a silent client, one draft, and nothing else touched."""

from __future__ import annotations

import re

import pytest

from crickets.domain.thread import OrderKind
from crickets.domain.verdict import State
from crickets.service.outcome import Deed
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, a_silence, days_ago, days_later


class TestLaying:
    """A draft is laid, once, where it belongs."""

    def test_a_silent_client(self, stage: Stage) -> None:
        """One draft lies in the thread, addressed to the client, from the owner."""
        asked, offered = a_silence(stage.box)
        stage.look()

        [draft] = stage.drafts
        assert {"\\Draft", "\\Seen"} == draft.flags
        assert offered.message_id == draft.mail.header("In-Reply-To")
        assert (asked.message_id, offered.message_id) == draft.mail.references
        assert draft.mail.subject == "Re: The new site"
        assert draft.mail.header("To") == CLIENT
        assert draft.mail.header("From") == ME
        assert re.fullmatch(r"<[^<>@\s]+@studio\.example>", draft.mail.message_id)
        assert draft.mail.text.startswith("Hi Anna,")
        assert "Best wishes,\nDana" in draft.mail.text

    def test_nothing_tells_that_a_program_helped(self, stage: Stage) -> None:
        """No header of ours, no name of ours."""
        a_silence(stage.box)
        stage.look()

        [draft] = stage.drafts
        assert b"cricket" not in draft.raw.lower()
        assert [name for name in draft.mail.parsed if name.lower().startswith("x-")] == []

    def test_many_passes(self, stage: Stage) -> None:
        """However often it looks, one draft lies there."""
        a_silence(stage.box)
        for day in (0, 0.1, 1.2, 4, 20):
            stage.look(day)

        assert len(stage.drafts) == 1

    def test_everything_else(self, stage: Stage) -> None:
        """Every other message keeps its UID, its flags and its bytes."""
        a_silence(stage.box)
        stage.box.put("INBOX", a_message(sender="x@y.example", to=ME, at=days_ago(1)))
        before = stage.box.snapshot()
        stage.look()

        assert stage.box.snapshot() == before

    def test_before_its_day(self, stage: Stage) -> None:
        """Four days of silence are no five."""
        a_silence(stage.box)
        stage.look(-2)

        assert stage.subjects == []
        assert stage.state() is State.WAITING

    def test_an_answer_is_there(self, stage: Stage) -> None:
        """Who has answered is not followed up."""
        _, offered = a_silence(stage.box)
        stage.box.put("INBOX", a_reply(offered, at=days_ago(2)))
        stage.look()

        assert stage.subjects == []
        assert stage.state() is State.ANSWERED

    @pytest.mark.parametrize("folder", ["Junk", "Trash", "Archive"])
    def test_an_answer_lies_elsewhere(self, stage: Stage, folder: str) -> None:
        """An answer counts wherever it lies."""
        _, offered = a_silence(stage.box)
        stage.box.put(folder, a_reply(offered, at=days_ago(2)))
        stage.look()

        assert stage.subjects == []
        assert stage.state() is State.ANSWERED

    def test_a_rehearsal(self, stage: Stage) -> None:
        """A dry run changes nothing and shows the draft that it would lay."""
        a_silence(stage.box)
        before = stage.box.snapshot(without=())
        outcome = stage.look(rehearsal=True)

        assert stage.box.snapshot(without=()) == before
        [done] = outcome.done
        assert b"To: Anna Rossi <anna@client.example>" in done.message

    def test_the_owners_own_draft(self, stage: Stage) -> None:
        """Where the owner has a draft of their own in the thread, that is the live one."""
        _, offered = a_silence(stage.box)
        own = a_message(sender=ME, to=CLIENT, at=days_ago(1), reply_to=offered)
        stage.box.put("Drafts", own, flags=["\\Draft", "\\Seen"])
        stage.look()

        assert len(stage.drafts) == 1
        assert stage.state() is State.DRAFTED


class TestALaidDraft:
    """What becomes of a draft is seen, and never undone."""

    def test_an_answer_comes(self, stage: Stage) -> None:
        """An untouched draft goes when the client answers; it lies in the trash, not nowhere."""
        _, offered = a_silence(stage.box)
        stage.look()
        [draft] = stage.drafts
        stage.box.put("INBOX", a_reply(offered, at=days_later(1)))
        outcome = stage.look(2)

        assert stage.subjects == []
        assert [done.deed for done in outcome.done] == [Deed.TAKEN_BACK]
        assert draft.mail.message_id in {m.mail.message_id for m in stage.box.folder("Trash")}

    @pytest.mark.parametrize("keep_id", [True, False], ids=["same Message-ID", "new Message-ID"])
    def test_an_answer_to_an_edited_one(self, stage: Stage, *, keep_id: bool) -> None:
        """A draft that the owner has edited stays, whatever comes."""
        _, offered = a_silence(stage.box)
        stage.look()
        stage.box.edit_draft(stage.drafts[0], "My own words.\n", at=days_later(0.5), keep_id=keep_id)
        stage.look(1)
        stage.box.put("INBOX", a_reply(offered, at=days_later(1)))
        stage.look(2)

        assert [d.mail.text.strip() for d in stage.drafts] == ["My own words."]

    def test_edited_and_answered_between_two_passes(self, stage: Stage) -> None:
        """The same when both happened since the last look."""
        _, offered = a_silence(stage.box)
        stage.look()
        stage.box.edit_draft(stage.drafts[0], "My own words.\n", at=days_later(0.5))
        stage.box.put("INBOX", a_reply(offered, at=days_later(1)))
        stage.look(2)

        assert [d.mail.text.strip() for d in stage.drafts] == ["My own words."]

    def test_a_star(self, stage: Stage) -> None:
        """A flag set by the owner counts as touched."""
        _, offered = a_silence(stage.box)
        stage.look()
        stage.box.flag("Drafts", stage.drafts[0].uid, "\\Flagged")
        stage.box.put("INBOX", a_reply(offered, at=days_later(1)))
        stage.look(2)

        assert len(stage.drafts) == 1

    @pytest.mark.parametrize("to_trash", [True, False], ids=["to the trash", "for good"])
    def test_thrown_away(self, stage: Stage, *, to_trash: bool) -> None:
        """A draft thrown away never comes back; the next step counts from the day it was laid."""
        a_silence(stage.box)
        stage.look()
        stage.box.remove("Drafts", stage.drafts[0].uid, to_trash=to_trash)
        for day in (0.1, 1, 2, 6):
            stage.look(day)
            assert stage.subjects == []
        stage.look(7)

        [draft] = stage.drafts
        assert draft.mail.subject != "Re: The new site"

    @pytest.mark.parametrize("keep_id", [True, False], ids=["same Message-ID", "new Message-ID"])
    def test_sent(self, stage: Stage, *, keep_id: bool) -> None:
        """The last step counts from the day on which the first was really sent, and answers what was sent."""
        a_silence(stage.box)
        stage.look()
        sent = stage.box.send_draft(stage.drafts[0], at=days_later(3), keep_id=keep_id)
        stage.look(4)
        stage.look(9)
        assert stage.subjects == []
        stage.look(10.1)

        [draft] = stage.drafts
        assert sent.message_id == draft.mail.header("In-Reply-To")

    def test_after_the_last_step(self, stage: Stage) -> None:
        """The plan at its end, the thread is closed."""
        a_silence(stage.box)
        stage.look()
        stage.box.send_draft(stage.drafts[0], at=days_later(1))
        stage.look(9)
        stage.box.send_draft(stage.drafts[0], at=days_later(9))
        for day in (10, 20, 60):
            stage.look(day)

        assert stage.subjects == []
        assert stage.state() is State.CLOSED

    def test_a_mail_by_hand(self, stage: Stage) -> None:
        """What the owner writes beside an untouched draft takes its step's place, and the draft goes."""
        _, offered = a_silence(stage.box)
        stage.look()
        by_hand = a_message(sender=ME, to=CLIENT, at=days_later(1), reply_to=offered)
        stage.box.put("Sent", by_hand)
        stage.look(2)

        assert stage.subjects == []
        stage.look(8.1)
        [draft] = stage.drafts
        assert by_hand.message_id == draft.mail.header("In-Reply-To")

    def test_snoozed_and_resumed(self, quick_stage: Stage) -> None:
        """A snooze takes the untouched draft back; when it's over, the same step is laid anew."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        stage.order(OrderKind.SNOOZE, until=days_later(5).date())
        stage.look(1)
        assert stage.subjects == []
        assert stage.state() is State.SNOOZED
        stage.look(6)

        assert stage.subjects == ["Re: The new site"]

    def test_right_after_it_was_taken_back(self, quick_stage: Stage) -> None:
        """What was just taken back isn't mistaken for a draft of the owner's."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look()
        stage.order(OrderKind.STOP)
        stage.look(1)
        stage.order(OrderKind.RESUME)

        assert stage.state() is State.WAITING

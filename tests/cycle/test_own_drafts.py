"""What the owner writes themselves beside Crickets: a draft of theirs counts as the thread's, a mail takes its step."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from email.utils import format_datetime

import pytest

from crickets.domain.message import Role
from crickets.domain.thread import DraftState
from crickets.domain.verdict import Reason, State
from crickets.errors import Transient
from crickets.service.unsent import MOST_UNSENT
from tests.cycle.home import OFFERED, Home
from tests.cycle.interference import look
from tests.cycle.provider import fate
from tests.cycle.stage import CLIENT, ME, Stage, a_silence, days_ago, days_later
from tests.fakes.mailbox import Phase, failing
from tests.servers.mail import Mail, a_message

LATE = "Sorry, I forgot something.\n"


def by_hand(offered: Mail, at: float, *, threaded: bool) -> Mail:
    """A reply of the owner's to their own offer, as a program that keeps threading writes it, or one that doesn't."""
    mail = a_message(ME, CLIENT, at=days_later(at), reply_to=offered, body=LATE)
    return mail if threaded else mail.with_header("References", "").with_header("In-Reply-To", "")


@pytest.mark.parametrize("threaded", [True, False], ids=["threaded", "References lost"])
class TestADraftOfTheOwners:
    def test_before_ours_is_due(self, stage: Stage, *, threaded: bool) -> None:
        """None is laid beside it, and it's told; once it's gone, ours is laid."""
        _, offered = a_silence(stage.box)
        stage.look(-3)
        uid = stage.box.put("Drafts", by_hand(offered, -2, threaded=threaded), flags=["\\Draft", "\\Seen"])
        for days in (0, 1):
            stage.look(days)
            assert [draft.uid for draft in stage.drafts] == [uid]
        verdict = stage.verdict()
        assert (verdict.state, verdict.reason.reason) == (State.DRAFTED, Reason.OWN_DRAFT_LIES)
        stage.box.remove("Drafts", uid, to_trash=False)
        stage.look(1.1)

        [draft] = stage.drafts
        assert LATE not in draft.mail.text

    def test_it_is_sent(self, quick_stage: Stage, *, threaded: bool) -> None:
        """Then it's the anchor, and the first step counts from its day."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        stage.look(-3)
        mail = by_hand(offered, -2, threaded=threaded)
        uid = stage.box.put("Drafts", mail, flags=["\\Draft", "\\Seen"])
        stage.look(-2)
        stage.box.put("Sent", mail, flags=["\\Seen"])
        stage.box.remove("Drafts", uid, to_trash=False)
        for days in (0, 2.9 - 1):
            stage.look(days)
            assert stage.subjects == []
        stage.look(3.1)

        [draft] = stage.drafts
        assert draft.mail.header("In-Reply-To") == mail.message_id


@pytest.mark.parametrize("threaded", [True, False], ids=["threaded", "References lost"])
class TestAMailByHand:
    def test_before_a_draft_lies(self, stage: Stage, *, threaded: bool) -> None:
        """It moves the anchor: the first step counts from its day, and answers it."""
        _, offered = a_silence(stage.box)
        stage.look(-3)
        mail = by_hand(offered, -2, threaded=threaded)
        stage.box.put("Sent", mail, flags=["\\Seen"])
        stage.look(0)
        assert stage.subjects == []
        stage.look(3.1)

        assert [d.mail.header("In-Reply-To") for d in stage.drafts] == [mail.message_id]
        assert stage.verdict().step == 0

    def test_while_a_draft_lies(self, stage: Stage, *, threaded: bool) -> None:
        """It takes its step's place, and retires it; the next counts from its day."""
        _, offered = a_silence(stage.box)
        stage.look()
        mail = by_hand(offered, 1, threaded=threaded)
        stage.box.put("Sent", mail, flags=["\\Seen"])
        stage.look(2)
        assert stage.subjects == []
        stage.look(7.4)
        assert stage.subjects == []
        stage.look(8.1)

        assert [d.mail.header("In-Reply-To") for d in stage.drafts] == [mail.message_id]
        assert stage.verdict().step == 1

    def test_while_a_draft_lies_that_was_edited(self, quick_stage: Stage, *, threaded: bool) -> None:
        """It takes the step's place; what the owner has edited stays, and nothing is laid beside it."""
        stage = quick_stage
        _, offered = a_silence(stage.box)
        stage.look()
        stage.box.edit_draft(stage.drafts[0], "My own words.\n", at=days_later(0.5))
        stage.look(0.6)
        stage.box.put("Sent", by_hand(offered, 1, threaded=threaded), flags=["\\Seen"])
        for days in (1.1, 9, 20):
            stage.look(days)
            assert [draft.mail.text for draft in stage.drafts] == ["My own words.\n"]


def test_a_draft_to_the_client_of_another_matter(quick_stage: Stage) -> None:
    """It keeps nothing back; nor does one that is no reply, or to somebody else."""
    stage = quick_stage
    a_silence(stage.box)
    others = (
        a_message(ME, CLIENT, "Re: The shop", at=days_ago(3)),
        a_message(ME, CLIENT, "The new site", at=days_ago(3)),
        a_message(ME, "Ben <ben@other.example>", "Re: The new site", at=days_ago(3)),
    )
    for other in others:
        stage.box.put("Drafts", other, flags=["\\Draft", "\\Seen"])
    stage.look()

    assert len(stage.drafts) == len(others) + 1


@pytest.fixture
def written_twice(home: Home) -> Home:
    """A PS to the offer is sent from a device whose clock is ten minutes behind: the offer stays the newest mail."""
    behind = days_ago(6) - dt.timedelta(minutes=10)
    ps = a_message(ME, CLIENT, at=behind, reply_to=OFFERED, body="PS: the annex.\n")
    home.memory.put("Sent", ps, at=days_ago(6) + dt.timedelta(minutes=2))
    return home


class TestAMailOlderThanTheDraft:
    """It answers what the draft answers, and isn't the draft: that didn't exist yet."""

    def test_the_draft_is_thrown_away(self, written_twice: Home) -> None:
        """Its step is skipped, and the next counts from the day on which it was laid."""
        home = written_twice
        home.look()
        home.memory.remove("Drafts", home.memory.drafts[0].uid)
        for days in (0.01, 0.02, 0.03, 6.4):
            home.look(days)
        assert (home.memory.drafts, home.only_draft().state) == ((), DraftState.THROWN_AWAY)
        home.look(7.1)

        assert len(home.memory.drafts) == 1

    def test_the_draft_was_never_seen(self, written_twice: Home) -> None:
        """Nor where the answer to its APPEND was lost, and it's gone before the next look."""
        home = written_twice
        home.memory.interfere = failing("append_draft", Phase.AFTER)
        with suppress(Transient):
            home.look()
        home.memory.remove("Drafts", home.memory.drafts[0].uid, to_trash=False)
        for days in (0.01, 0.02, 0.03, 6.4):
            home.look(days)

        assert (home.memory.drafts, home.only_draft().state) == ((), DraftState.LOST)

    def test_the_draft_is_sent(self, written_twice: Home) -> None:
        """What it did become, under a new Message-ID, is known all the same."""
        home = written_twice
        home.look()
        sent = home.memory.send_draft(home.memory.drafts[0], at=days_later(1), keep_id=False)
        home.look(1.1)

        assert home.only_draft().sent_as == sent.message_id.strip("<>")


@pytest.fixture
def elsewhere(stage: Stage) -> tuple[Stage, Mail]:
    """Anna is silent, and there's another folder for drafts than the one in which ours are laid."""
    _, offered = a_silence(stage.box)
    stage.box.create("Entwürfe")
    stage.look(-3)
    return stage, offered


class TestADraftInAnotherFolder:
    """The owner's other program has a folder of its own for drafts."""

    @pytest.mark.parametrize("threaded", [True, False], ids=["threaded", "References lost"])
    def test_before_ours_is_due(self, elsewhere: tuple[Stage, Mail], *, threaded: bool) -> None:
        """None is laid beside it, and it's told; once it's gone, ours is laid."""
        stage, offered = elsewhere
        mail = by_hand(offered, -2, threaded=threaded)
        uid = stage.box.put("Entwürfe", mail, flags=["\\Draft", "\\Seen"])
        for days in (0, 1):
            stage.look(days)
            assert stage.drafts == ()
        verdict = stage.verdict()
        assert (verdict.state, verdict.reason.reason) == (State.DRAFTED, Reason.OWN_DRAFT_LIES)
        stage.box.remove("Entwürfe", uid, to_trash=False)
        stage.look(1.1)

        assert len(stage.drafts) == 1

    def test_it_is_thrown_away_by_a_mark_alone(self, elsewhere: tuple[Stage, Mail]) -> None:
        """What is only marked as deleted is gone, as far as its owner is concerned."""
        stage, offered = elsewhere
        uid = stage.box.put("Entwürfe", by_hand(offered, -2, threaded=True), flags=["\\Draft", "\\Seen"])
        stage.look(0)
        stage.box.flag("Entwürfe", uid, "\\Deleted")
        stage.look(0.1)

        assert len(stage.drafts) == 1

    @pytest.mark.parametrize("keep_id", [True, False], ids=["its id", "another id"])
    def test_ours_is_saved_there(self, elsewhere: tuple[Stage, Mail], *, keep_id: bool) -> None:
        """It's the owner's, not thrown away, and none is laid beside it; sent from there, it's sent."""
        stage, _ = elsewhere
        stage.look()
        [ours] = stage.drafts
        edited = ours.mail.with_text("My own words.\n")
        mail = edited if keep_id else edited.with_header("Message-ID", "<another@studio.example>")
        uid = stage.box.put("Entwürfe", mail, flags=["\\Draft", "\\Seen"])
        stage.box.remove("Drafts", ours.uid, to_trash=False)
        for days in (0.1, 1, 9):
            stage.look(days)
            assert (stage.drafts, stage.verdict().reason.reason) == ((), Reason.DRAFT_IS_YOURS)
        stage.box.put("Sent", mail.with_header("Date", format_datetime(days_later(9.1))), flags=["\\Seen"])
        stage.box.remove("Entwürfe", uid, to_trash=False)
        stage.look(9.2)

        assert (fate(stage), stage.verdict().step) == (DraftState.SENT, 1)


@pytest.mark.parametrize(("folder", "waits"), [("Outbox", True), ("Templates", False), ("Entwürfe/Alt", False)])
def test_a_reply_that_lies_there(quick_stage: Stage, folder: str, *, waits: bool) -> None:
    """What will be sent by and by counts as a draft; a template doesn't, nor what was put away."""
    stage = quick_stage
    _, offered = a_silence(stage.box)
    stage.box.create(folder)
    stage.box.put(folder, by_hand(offered, -2, threaded=True), flags=["\\Seen"] if waits else ["\\Draft", "\\Seen"])
    stage.look()

    assert len(stage.drafts) == (0 if waits else 1)


class TestAnotherFolderForDrafts:
    def test_it_can_not_be_opened(self, quick_stage: Stage) -> None:
        """A draft of the owner's may lie there: nothing is laid, and what to do is told."""
        stage = quick_stage
        a_silence(stage.box)
        stage.box.create("Entwürfe")
        look(stage, blind={"Entwürfe"})

        assert stage.drafts == ()
        [doubt] = stage.overview().accounts[0].evidence.doubts
        assert doubt == (
            "Entwürfe: it can't be read ([NOPERM] Permission denied); if that is to stay so, name it in "
            "accounts.work.folders.skip"
        )
        stage.look(0.1)
        assert len(stage.drafts) == 1

    def test_a_message_in_it_can_not_be_shown(self, home: Home) -> None:
        """Nobody knows whether it's a reply to the client: nothing is laid until it can be, or is gone."""
        home.memory.create("Entwürfe", Role.UNSENT)
        uid = home.memory.put("Entwürfe", a_message(ME, "x@y.example", at=days_ago(1)))
        home.memory.break_message("Entwürfe", uid)
        home.look()
        [doubt] = home.account().evidence.doubts
        assert doubt.startswith("Entwürfe: the server can't show 1 of its messages (UID 1)")
        assert home.memory.drafts == ()
        home.memory.remove("Entwürfe", uid, to_trash=False)
        home.look(0.1)

        assert len(home.memory.drafts) == 1

    def test_it_holds_very_many(self, home: Home) -> None:
        """As many as have come last are looked at, and a reply to mail of these weeks is among them."""
        home.memory.create("Outbox", Role.UNSENT)
        old = a_message(ME, "x@y.example", "Old", at=days_ago(900))
        for _ in range(MOST_UNSENT + 200):
            home.memory.put("Outbox", old)
        home.memory.put("Outbox", by_hand(OFFERED, -2, threaded=True))
        home.look()

        assert home.memory.drafts == ()
        assert len(home.listing().elsewhere) == MOST_UNSENT

    def test_the_line_breaks_before_it_is_written_down(self, home: Home) -> None:
        """What lies there is looked for again, though the folder hasn't moved."""
        home.memory.create("Entwürfe", Role.UNSENT)
        home.look(-3)
        home.memory.put("Entwürfe", by_hand(OFFERED, -2, threaded=True), flags=["\\Draft"])
        home.memory.interfere = failing("drafts", Phase.BEFORE)
        with pytest.raises(Transient):
            home.look()
        for days in (0.1, 0.2):
            home.look(days)
            assert home.memory.drafts == ()

"""What the owner writes themselves beside Crickets: a draft of theirs counts as the thread's, a mail takes its step."""

from __future__ import annotations

import pytest

from crickets.domain.verdict import Reason, State
from tests.cycle.stage import CLIENT, ME, Stage, a_silence, days_ago, days_later
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

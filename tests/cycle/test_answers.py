"""An answer is an answer, wherever the owner filed it and whatever id its author's system gave it."""

from __future__ import annotations

import pytest

from crickets.domain.verdict import State
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, a_silence, days_ago, days_later
from tests.servers.mail import Mail


def under_the_same_id(mail: Mail, at: float, sender: str = CLIENT) -> Mail:
    """What a ticket system answers: a new mail under the id of the one it answers."""
    return a_message(sender=sender, to=ME, at=days_later(at), message_id=mail.message_id)


def test_an_answer_filed_in_sent(quick_stage: Stage) -> None:
    """The owner keeps the conversation together there: nothing is laid."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.box.put("Sent", a_reply(offered, at=days_ago(2)), flags=["\\Seen"])
    quick_stage.look()

    assert quick_stage.subjects == []
    assert quick_stage.state() is State.ANSWERED


def test_an_answer_filed_in_sent_after_a_draft_was_laid(quick_stage: Stage) -> None:
    """The untouched draft goes."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.look()
    quick_stage.box.put("Sent", a_reply(offered, at=days_later(1)), flags=["\\Seen"])
    quick_stage.look(2)

    assert quick_stage.subjects == []
    assert quick_stage.state() is State.ANSWERED


@pytest.mark.parametrize("folder", ["INBOX", "Archive", "Junk", "Trash", "Sent"])
def test_an_answer_under_the_id_of_the_mail_it_answers(quick_stage: Stage, folder: str) -> None:
    """It counts, whichever of the two folders is read first."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.box.put(folder, under_the_same_id(offered, -2), flags=["\\Seen"])
    quick_stage.look()

    assert quick_stage.subjects == []
    assert quick_stage.state() is State.ANSWERED


def test_a_system_that_has_one_id_for_all_its_mail(quick_stage: Stage) -> None:
    """What it sent before the owner's mail hides nothing of what it sends after."""
    asked, _ = a_silence(quick_stage.box)
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    quick_stage.box.put("INBOX", under_the_same_id(asked, 1))
    quick_stage.look(2)

    assert quick_stage.subjects == []
    assert quick_stage.state() is State.ANSWERED

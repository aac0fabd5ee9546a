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


@pytest.mark.parametrize(
    ("address", "is_theirs"),
    [
        ("dana@studio.example", True),
        ("d\u0430na@studio.example", False),
        ("dana@studi\u043e.example", False),
        ("\uff44ana@studio.example", False),
        ("dana@\u017ftudio.example", False),
        ("dana@studio\u3002example", False),
        ("dana@studio.example\u200b", False),
        ('"dana@studio.example" <dana@xn--studo-q2a.example>', False),
    ],
)
def test_an_address_that_looks_like_the_owners(quick_stage: Stage, address: str, *, is_theirs: bool) -> None:
    """Who writes from it is somebody else, who answers; from the owner's own, it would be the mail that waits."""
    _, offered = a_silence(quick_stage.box)
    sender = address if "<" in address else f"Dana Levi <{address}>"
    claim = a_message(to=CLIENT, at=days_ago(1), reply_to=offered, headers={"From": sender})
    quick_stage.box.put("INBOX", claim)
    quick_stage.look()
    verdict = quick_stage.verdict()

    assert verdict.state is (State.WAITING if is_theirs else State.ANSWERED)
    assert verdict.anchor is not None
    assert (f"<{verdict.anchor.id}>" == claim.message_id) == is_theirs
    assert quick_stage.subjects == []

"""What mails say, not only what their headers say: read on a real server, and weighed."""

from __future__ import annotations

from crickets.domain.verdict import Reason, State
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, a_silence, days_ago, days_later
from tests.servers.mail import Mail

OFFER = """Hi Anna,

here is the offer for the new site with the three pages that we spoke of in March,
and the photographs that your colleague sent me on Monday. Does it suit you?

Best wishes,
Dana
"""


def an_offer(stage: Stage) -> Mail:
    """Dana's offer of six days ago, in words that nobody else would use."""
    asked = a_message(sender=CLIENT, to=ME, at=days_ago(10))
    offered = a_message(sender=ME, to=CLIENT, at=days_ago(6), body=OFFER, reply_to=asked)
    stage.box.put("INBOX", asked, flags=["\\Seen"])
    stage.box.put("Sent", offered, flags=["\\Seen"])
    return offered


def the_reason(stage: Stage) -> Reason:
    """Why the thread with Dana's offer stands as it does."""
    return next(v.reason.reason for v in stage.overview().threads if v.subject == "The new site")


def test_a_notice_of_absence_that_no_header_tells(quick_stage: Stage) -> None:
    """It's no answer, and nothing is laid until the client is back."""
    _, offered = a_silence(quick_stage.box)
    words = "Hello,\n\nI am out of the office until 30 March and will have no access to my e-mail.\n\nAnna Rossi\n"
    quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(5.9), body=words))
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.AWAY


def test_a_notice_of_absence_while_a_draft_lies(quick_stage: Stage) -> None:
    """The untouched draft goes."""
    a_silence(quick_stage.box)
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    notice = a_message(
        sender=CLIENT,
        to=ME,
        at=days_later(0.5),
        subject="Automatic reply: The new site",
        body="I am out of the office until 30 March.\n",
        headers={"Auto-Submitted": "auto-replied"},
    )
    quick_stage.box.put("INBOX", notice)
    quick_stage.look(1)

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.AWAY


def test_an_answer_that_lost_its_header(quick_stage: Stage) -> None:
    """Its subject is another and it names no parent, but it quotes the owner's words: an answer."""
    an_offer(quick_stage)
    quoted = "\n".join(f"> {line}" for line in OFFER.split("\n"))
    body = f"Hi Dana,\n\nyes, it does. Let us begin.\n\nOn Friday Dana wrote:\n{quoted}\n"
    quick_stage.box.put("INBOX", a_message(sender=CLIENT, to=ME, at=days_ago(2), subject="Go!", body=body))
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.ANSWERED


def test_a_mail_of_the_client_about_something_else(quick_stage: Stage) -> None:
    """No answer, but no silence either: the step counts from then."""
    an_offer(quick_stage)
    body = "Hi Dana,\n\nwhere shall we meet for lunch on Thursday?\n\nAnna\n"
    quick_stage.box.put("INBOX", a_message(sender=CLIENT, to=ME, at=days_ago(2), subject="Lunch", body=body))
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.HEARD_ELSEWHERE

    quick_stage.look(4)

    assert len(quick_stage.drafts) == 1


def test_a_promise_of_an_answer(quick_stage: Stage) -> None:
    """Nothing is laid before the day it names; when that has passed in silence, the step falls due."""
    offered = an_offer(quick_stage)
    words = "Hi Dana,\n\nthank you, I will get back to you on Monday.\n\nAnna\n"
    quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(5), body=words))
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.PROMISED

    quick_stage.look(14)

    assert len(quick_stage.drafts) == 1


def test_a_last_word_of_thanks(quick_stage: Stage) -> None:
    """Nobody owes an answer to it."""
    asked = a_message(sender=CLIENT, to=ME, at=days_ago(10))
    thanks = a_message(sender=ME, to=CLIENT, at=days_ago(6), body="Perfect, thanks!\n\nDana\n", reply_to=asked)
    quick_stage.box.put("INBOX", asked, flags=["\\Seen"])
    quick_stage.box.put("Sent", thanks, flags=["\\Seen"])
    quick_stage.look()

    assert quick_stage.subjects == []
    assert quick_stage.state() is State.IGNORED


def test_words_are_fetched_once(quick_stage: Stage) -> None:
    """The second pass asks for no body again."""
    a_silence(quick_stage.box)
    quick_stage.look()
    quick_stage.look()

    bodies = [[c for c in session if "BODY.PEEK[]<0." in str(c)] for session in quick_stage.recorder.sessions]
    assert [bool(each) for each in bodies if each] == [True]

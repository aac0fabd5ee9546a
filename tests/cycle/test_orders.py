"""The owner's word while a draft lies there: it's obeyed, and a draft that is no longer wanted goes."""

from __future__ import annotations

import pytest

from crickets.domain.thread import OrderKind
from crickets.domain.verdict import State
from tests.cycle.stage import Stage, a_reply, a_silence, days_later


@pytest.fixture
def drafted(quick_stage: Stage) -> Stage:
    """A draft lies there."""
    a_silence(quick_stage.box)
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    return quick_stage


def test_stop(drafted: Stage) -> None:
    """The draft goes, and none follows."""
    drafted.order(OrderKind.STOP)
    for days in (0.1, 8, 30):
        drafted.look(days)
        assert (drafted.subjects, drafted.state()) == ([], State.STOPPED)


def test_stop_and_resume(drafted: Stage) -> None:
    """The count begins anew on the day of the order."""
    drafted.order(OrderKind.STOP)
    drafted.look(1)
    drafted.order(OrderKind.RESUME)
    drafted.look(5)
    assert drafted.subjects == []
    drafted.look(6.1)

    assert drafted.subjects == ["Re: The new site"]


def test_resume_in_the_middle_of_a_plan(drafted: Stage) -> None:
    """The plan goes on: its next step counts from the order, and the one that was sent isn't laid again."""
    [draft] = drafted.drafts
    drafted.box.send_draft(draft, at=days_later(0.1))
    drafted.look(0.2)
    drafted.order(OrderKind.STOP)
    drafted.look(10)
    drafted.order(OrderKind.RESUME)
    drafted.look(16)
    assert drafted.subjects == []
    told = [str(why) for why in drafted.verdict().why]
    assert any(each.startswith("step 2 counts from your order of") for each in told)
    drafted.look(17.1)

    assert drafted.verdict().step == 1
    assert len(drafted.drafts) == 1


def test_resume_while_it_lies(drafted: Stage) -> None:
    """A count begun anew makes no second draft of the one that lies."""
    drafted.look(1)
    drafted.order(OrderKind.RESUME)
    for days in (1.1, 5, 6.1, 7):
        drafted.look(days)
        assert len(drafted.drafts) <= 1
    assert drafted.subjects == ["Re: The new site"]


REFERRAL = """
[drafts]
retire_to = "nowhere"

[plans.referral]
steps = [{ after = "5 working days", template = "referral" }]
"""
"""What is taken back leaves no copy: a server dates that by its own clock, and an order is given after all it dates."""


def test_a_referral_in_place_of_amends(drafted: Stage) -> None:
    """The owner's own plan of one step stands for the second of `lost`, whose draft goes."""
    drafted.extra, drafted.calendar = REFERRAL, ""
    drafted.order(OrderKind.PLAN, plan="lost")
    for days in (0.1, 2.1):
        drafted.look(days)
    [asked] = drafted.drafts
    drafted.box.send_draft(asked, at=days_later(2.2))
    drafted.look(9.1)
    assert "put it right" in drafted.drafts[0].mail.text
    drafted.order(OrderKind.PLAN, plan="referral")
    drafted.look(9.2)
    assert (drafted.subjects, drafted.verdict().plan) == ([], "referral")
    drafted.look(16.1)

    assert "mention my name" in drafted.drafts[0].mail.text
    assert "plan referral: you ordered it" in map(str, drafted.verdict().why)


def test_snooze_again_and_again(drafted: Stage) -> None:
    """Taken back and laid anew, however often: one draft at a time, each with a Message-ID of its own."""
    ids = {draft.mail.message_id for draft in drafted.drafts}
    for round_ in (1, 2, 3):
        drafted.order(OrderKind.SNOOZE, until=days_later(round_ * 5).date())
        drafted.look(round_ * 5 - 3)
        assert drafted.subjects == []
        drafted.look(round_ * 5 + 0.1)
        ids |= {draft.mail.message_id for draft in drafted.drafts}

    assert len(ids) == 4
    assert len(drafted.box.folder("Trash")) == 3


def test_another_plan(drafted: Stage) -> None:
    """The draft of the former plan goes; the new one's first step counts from the order."""
    drafted.order(OrderKind.PLAN, plan="cold")
    drafted.look(0.1)
    assert drafted.subjects == []
    drafted.look(40)

    assert len(drafted.drafts) == 1


def test_an_answer_after_a_resume(drafted: Stage) -> None:
    """Only later mail counts as an answer to the order, and that does."""
    drafted.look(1)
    drafted.order(OrderKind.RESUME)
    drafted.look(6.1)
    [draft] = drafted.drafts
    drafted.box.put("INBOX", a_reply(draft.mail, at=days_later(6.5)))
    drafted.look(7)

    assert (drafted.subjects, drafted.state()) == ([], State.ANSWERED)

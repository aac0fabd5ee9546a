"""A copy of a mail to the owner's own plus-address: an order, given once, by whichever copy it is found."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from crickets.domain.thread import OrderKind, Thread
from crickets.domain.verdict import State
from crickets.service.overview import detail_of
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, a_silence, days_ago, days_later
from tests.servers.mail import Mail


def an_offer(headers: Mapping[str, str]) -> Mail:
    """What Dana wrote to Anna two days ago, unasked."""
    return a_message(
        sender=ME,
        to=CLIENT,
        at=days_ago(2),
        body="Does it suit you?\n",
        message_id="<offer@studio.example>",
        headers=headers,
    )


BCC, DELIVERED = "Bcc", "Delivered-To"


def the_thread(stage: Stage) -> Thread:
    """The only thread, as `show` has it."""
    name = stage.verdict().thread
    with stage.application() as app:
        detail = detail_of(app.ledger, name, app.settings.policy, stage.clock())
    assert detail is not None
    return detail.thread


@pytest.mark.parametrize(
    ("in_sent", "arrived"),
    [
        ({BCC: "dana+9d@studio.example"}, None),
        ({}, {DELIVERED: "dana+9d@studio.example"}),
        ({BCC: "dana+9d@studio.example"}, {"X-Original-To": "dana+9d@studio.example"}),
        (None, {DELIVERED: "dana+9d@studio.example"}),
        ({"Cc": "dana+9d@studio.example"}, {"Cc": "dana+9d@studio.example"}),
    ],
    ids=["the sent copy", "the copy that arrived", "both", "no copy in Sent", "seen by all"],
)
def test_nine_days(stage: Stage, in_sent: Mapping[str, str] | None, arrived: Mapping[str, str] | None) -> None:
    """The first step falls due nine days after the mail, by one order, though nobody of them ever wrote before."""
    if in_sent is not None:
        stage.box.put("Sent", an_offer(in_sent), flags=["\\Seen"])
    if arrived is not None:
        stage.box.put("INBOX", an_offer(arrived))
    for days in (0.1, 3, 6):
        stage.look(days)
        assert (stage.subjects, stage.state()) == ([], State.WAITING)
    stage.look(7.1)

    assert stage.subjects == ["Closing the loop"]
    assert [(o.kind, o.by) for o in the_thread(stage).orders] == [(OrderKind.WAIT, "dana+9d@studio.example")]
    assert stage.overview().your_turn == ()


def test_a_plan(quick_stage: Stage) -> None:
    """It governs the thread; `show` tells by what."""
    quick_stage.box.put("Sent", an_offer({BCC: "dana+lost@studio.example"}), flags=["\\Seen"])
    quick_stage.look()

    assert quick_stage.verdict().plan == "lost"
    assert "plan lost: you ordered it, by dana+lost@studio.example" in map(str, quick_stage.verdict().why)


def test_stop_in_a_note_while_a_draft_lies(quick_stage: Stage) -> None:
    """The untouched draft goes, and none follows."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    note = a_message(sender=ME, to="dana+stop@studio.example", at=days_later(1), reply_to=offered)
    quick_stage.box.put("INBOX", note)
    for days in (1.1, 8, 30):
        quick_stage.look(days)
        assert (quick_stage.subjects, quick_stage.state()) == ([], State.STOPPED)


def test_a_command_after_it(quick_stage: Stage) -> None:
    """The later word counts, however often the copy is read again."""
    quick_stage.box.put("INBOX", a_message(sender=CLIENT, to=ME, at=days_ago(9), subject="Something else"))
    quick_stage.box.put("Sent", an_offer({BCC: "dana+stop@studio.example"}), flags=["\\Seen"])
    quick_stage.look(0.1)
    assert quick_stage.state() is State.STOPPED
    quick_stage.order(OrderKind.RESUME)
    quick_stage.box.put("Archive", an_offer({BCC: "dana+stop@studio.example"}))
    quick_stage.box.put("INBOX", an_offer({DELIVERED: "dana+stop@studio.example"}))
    quick_stage.look(1)

    assert quick_stage.state() is State.WAITING


def test_a_client_who_writes_there(quick_stage: Stage) -> None:
    """It's an answer, and no order."""
    _, offered = a_silence(quick_stage.box)
    answer = a_reply(offered, at=days_ago(1)).with_header("To", "Dana <dana+project@studio.example>")
    quick_stage.box.put("INBOX", answer.with_header(DELIVERED, "dana+project@studio.example"))
    quick_stage.look()

    assert (quick_stage.state(), the_thread(quick_stage).orders) == (State.ANSWERED, ())


def test_a_version_that_was_not_sent(quick_stage: Stage) -> None:
    """What stood in the Bcc of a draft orders nothing once it was taken out."""
    quick_stage.box.put("Trash", an_offer({BCC: "dana+stop@studio.example"}))
    quick_stage.box.put("Sent", an_offer({"Cc": ME}), flags=["\\Seen"])
    quick_stage.look()

    assert the_thread(quick_stage).orders == ()


def test_the_copy_in_the_reply(quick_stage: Stage) -> None:
    """A draft is for the client alone, whoever stood in Cc."""
    quick_stage.box.put("Sent", an_offer({"Cc": "dana+1d@studio.example"}), flags=["\\Seen"])
    quick_stage.look()

    [draft] = quick_stage.drafts
    assert (draft.mail.header("To"), draft.mail.header("Cc"), draft.mail.header("Bcc")) == (CLIENT, "", "")

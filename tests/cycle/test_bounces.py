"""A mail comes back: its thread rests, whatever the report's own header names."""

from __future__ import annotations

import pytest

from crickets.domain.digest import Hold
from crickets.domain.thread import Order, OrderKind
from crickets.domain.verdict import State
from crickets.service.application import give
from crickets.service.outcome import Deed
from crickets.service.todays_digest import todays_digest
from tests.cycle.stage import ME, Stage, a_silence, days_later
from tests.servers.mail import Mail

RETURNED_AS = {"whole": "message/rfc822", "its header": "text/rfc822-headers"}


def a_return(mail: Mail, at: float, returned_as: str) -> Mail:
    """A report of RFC 3464 on a mail to nobody, without References, as Postfix writes it."""
    date = days_later(at).strftime("%a, %d %b %Y %H:%M:%S +0000")
    lines = f"""Message-ID: <report@mx.client.example>
Date: {date}
From: MAILER-DAEMON@mx.client.example (Mail Delivery System)
To: {ME}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

--edge
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.client.example

Final-Recipient: rfc822; anna@client.example
Action: failed
Status: 5.1.1
--edge
Content-Type: {returned_as}

{mail.head.decode().replace(chr(13), "")}
--edge--
"""
    return Mail(lines.replace("\n", "\r\n").encode())


@pytest.mark.parametrize("returned_as", RETURNED_AS.values(), ids=RETURNED_AS)
def test_an_untouched_draft(quick_stage: Stage, returned_as: str) -> None:
    """It's taken back; no other is laid, and the reason is told."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    quick_stage.box.put("INBOX", a_return(offered, 1, returned_as))
    outcome = quick_stage.look(2)

    assert [done.deed for done in outcome.done] == [Deed.TAKEN_BACK]
    quick_stage.look(20)
    assert quick_stage.subjects == []
    assert quick_stage.state() is State.HELD
    assert "came back" in str(quick_stage.verdict().reason)


BY_PHONE = """
[[clients]]
name = "Rossi SpA"
match = ["*@client.example"]
plan = "project"
phone = "+39 06 1234567"
"""


def test_a_project_whose_check_in_came_back(quick_stage: Stage) -> None:
    """Call and task fall due all the same; once they're done, the mail behind them is held until an order."""
    quick_stage.extra = BY_PHONE
    a_silence(quick_stage.box)
    quick_stage.look()
    [lying] = quick_stage.box.drafts
    sent = quick_stage.box.send_draft(lying, at=days_later(0.1))
    quick_stage.box.put("INBOX", a_return(sent, 0.2, RETURNED_AS["whole"]), at=days_later(0.2))
    quick_stage.look(1)
    assert quick_stage.state() is State.HELD
    [number] = quick_stage.overview().numbers.values()
    with quick_stage.application() as app:
        digest = todays_digest(app.ledger, app.accounts, app.settings.policy, app.clock(), None)
    assert [hold.phone for hold in digest.troubles if isinstance(hold, Hold)] == ["+39061234567"]

    quick_stage.look(8)
    [errand] = quick_stage.overview().errands.values()
    assert (quick_stage.state(), quick_stage.verdict().step, errand.phone) == (State.TASK, 1, number)
    assert any("A mail came back on" in check for check in errand.checks)
    done(quick_stage)
    quick_stage.look(12)
    assert (quick_stage.state(), quick_stage.verdict().step) == (State.TASK, 2)
    done(quick_stage)
    quick_stage.look(30)
    assert (quick_stage.state(), quick_stage.verdict().step, quick_stage.drafts) == (State.HELD, 3, ())

    quick_stage.order(OrderKind.RESUME)
    quick_stage.look(40)
    assert (quick_stage.state(), quick_stage.verdict().step) == (State.DRAFTED, 0)


def done(stage: Stage) -> None:
    """The owner's word that a call or a task is done."""
    verdict = stage.verdict()
    with stage.application() as app:
        give(app, verdict.thread, Order(kind=OrderKind.DONE, at=stage.clock(), step=verdict.step))


@pytest.mark.parametrize("kind", [OrderKind.RESUME, OrderKind.PLAN])
def test_mails_that_are_resumed(quick_stage: Stage, kind: OrderKind) -> None:
    """By an order the count begins anew on its day: what had come back before it holds nothing."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.box.put("INBOX", a_return(offered, 1, RETURNED_AS["whole"]), at=days_later(1))
    quick_stage.look(2)
    assert (quick_stage.drafts, quick_stage.state()) == ((), State.HELD)

    quick_stage.order(kind, plan="negotiation" if kind is OrderKind.PLAN else "")
    quick_stage.look(2.1)
    assert (quick_stage.drafts, quick_stage.state()) == ((), State.WAITING)
    quick_stage.look(9)
    assert len(quick_stage.drafts) == 1

"""Mail of a hundred megabytes on a real server: what is fetched of it is bounded, whoever wrote it."""

from __future__ import annotations

import base64

import pytest

from crickets.domain.verdict import Reason, State
from tests.cycle.stage import CLIENT, ME, Stage, a_message, days_ago
from tests.servers.mail import Mail

MEGABYTE = 1 << 20
LINE = base64.encodebytes(b"Could you send me an offer? Best wishes, Anna. I look forward").replace(b"\n", b"\r\n")
BODY = LINE * (100 * MEGABYTE // len(LINE))


def of_a_hundred_megabytes(mail: Mail, kind: bytes) -> Mail:
    """The same mail, its content so long, in base64."""
    head = mail.raw.partition(b"\r\n\r\n")[0]
    fields = [line for line in head.split(b"\r\n") if not line.lower().startswith((b"content-", b"mime-"))]
    more = [b"MIME-Version: 1.0", b"Content-Transfer-Encoding: base64", *kind.split(b"\r\n")]
    return Mail(b"\r\n".join((*fields, *more, b"", BODY)))


TEXT, PAGE = b"Content-Type: text/plain; charset=utf-8", b"Content-Type: text/html; charset=utf-8"
FILE, INVOICE = (
    b'Content-Type: application/pdf; name="%s.pdf"\r\nContent-Disposition: attachment' % name
    for name in (b"Plan B", b"Rechnung 2026-14")
)


@pytest.mark.parametrize(
    ("kind", "theirs", "most"),
    [(TEXT, True, 2), (PAGE, False, 2), (FILE, False, 40)],
    ids=["a client's text", "the owner's page", "the owner's file"],
)
def test_a_body_of_a_hundred_megabytes(quick_stage: Stage, kind: bytes, most: int, *, theirs: bool) -> None:
    """A beginning is read, more only where an invoice may be; a draft is laid, and the next look fetches nothing."""
    look_at_a_large_one(quick_stage, kind, theirs=theirs)
    assert quick_stage.recorder.passed_on[1] < most * MEGABYTE
    assert quick_stage.state() is State.DRAFTED
    assert max(len(draft.raw) for draft in quick_stage.box.drafts) < MEGABYTE

    quick_stage.look(0.1)
    assert quick_stage.recorder.passed_on[1] < MEGABYTE // 10


def test_an_invoice_of_a_hundred_megabytes(quick_stage: Stage) -> None:
    """What its name alone calls an invoice is held until its owner tells of it; the next look fetches nothing."""
    look_at_a_large_one(quick_stage, INVOICE, theirs=False)
    assert quick_stage.recorder.passed_on[1] < 40 * MEGABYTE
    assert (quick_stage.state(), quick_stage.drafts) == (State.HELD, ())
    assert quick_stage.verdict().reason.reason is Reason.UNCONFIRMED

    quick_stage.look(0.1)
    assert quick_stage.recorder.passed_on[1] < MEGABYTE // 10


def look_at_a_large_one(stage: Stage, kind: bytes, *, theirs: bool) -> None:
    """A look at an offer in answer to a question, one of the two of a hundred megabytes."""
    asked = a_message(CLIENT, ME, at=days_ago(10))
    offered = a_message(ME, CLIENT, body="Here it is. Does it suit you?\n", at=days_ago(6), reply_to=asked)
    stage.box.put("INBOX", of_a_hundred_megabytes(asked, kind) if theirs else asked)
    stage.box.put("Sent", offered if theirs else of_a_hundred_megabytes(offered, kind))
    stage.look()

from __future__ import annotations

import base64

import pytest

from crickets.domain.message import Kind, MessageId
from crickets.reading import kind_of_report
from crickets.reading.reports import Report
from tests.reading.build import a_mail, a_multipart


def _a_report(*recipients: str, kind: str = "delivery-status") -> bytes:
    blocks = "\n\n".join(recipients if kind != "delivery-status" else ("Reporting-MTA: dns; mx.example", *recipients))
    return a_multipart(
        f"report; report-type={kind}",
        "Content-Type: text/plain\n\nThis is the mail system.",
        f"Content-Type: message/{kind}\n\n{blocks}",
        **{"from": "MAILER-DAEMON@mx.example"},
    )


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (("Action: failed\nStatus: 5.1.1",), (Kind.BOUNCE, ("action: failed",))),
        (("Action: FAILED (gone)\nStatus: 4.4.7",), (Kind.BOUNCE, ("action: failed",))),  # given up after days
        (("Action: delayed\nStatus: 4.4.1",), (Kind.DELAY, ("action: delayed",))),
        (("Action: delivered\nStatus: 2.1.5",), (Kind.RECEIPT, ("action: delivered",))),
        (("Action: relayed",), (Kind.RECEIPT, ("action: relayed",))),
        (("Action: expanded",), (Kind.RECEIPT, ("action: expanded",))),
        (("Status: 5.1.1",), (Kind.BOUNCE, ("status: 5.1.1",))),
        (("Status: 4.2.0",), (Kind.DELAY, ("status: 4.2.0",))),
        (("Action: delivered", "Action: failed"), (Kind.BOUNCE, ("action: delivered", "action: failed"))),
        (("Action: delivered", "Action: delayed"), (Kind.DELAY, ("action: delivered", "action: delayed"))),
    ],
)
def test_a_report_of_rfc_3464(recipients: tuple[str, ...], expected: tuple[Kind, tuple[str, ...]]) -> None:
    """Its action decides, else its status; of several recipients the one worst off."""
    report = kind_of_report(_a_report(*recipients))

    assert expected == (report.kind, report.signals)


def test_a_read_receipt() -> None:
    """It's told by its own part, with what it says was done."""
    mail = _a_report("Disposition: manual-action/MDN-sent-manually; displayed", kind="disposition-notification")
    signals = ("disposition: manual-action/mdn-sent-manually; displayed",)

    assert Report(kind=Kind.RECEIPT, signals=signals) == kind_of_report(mail)


@pytest.mark.parametrize(
    ("body", "subject", "expected"),
    [
        ("Unknown user. I'm giving up.", "failure notice", Kind.BOUNCE),
        ("It has not yet been delivered. We will keep trying.", "Mail status", Kind.DELAY),
        ("THIS IS A WARNING MESSAGE ONLY.\n550 later", "Returned mail", Kind.DELAY),
        ("We will retry for days. It could not be delivered so far.", "Delayed Mail (still being retried)", Kind.DELAY),
        ("It could not be delivered, though we tried.", "Delayed mail", Kind.BOUNCE),
        ("Nothing of the kind.", "failure notice", Kind.BOUNCE),
    ],
)
def test_a_report_in_words_alone(body: str, subject: str, expected: Kind) -> None:
    """Failure and delay are told by what the text says first, else by the title."""
    mail = a_mail(body, subject=subject, **{"from": "MAILER-DAEMON@mx.example"})

    assert expected == kind_of_report(mail).kind


def test_a_person_who_writes_of_a_failure() -> None:
    """Words alone make no report of a person's mail."""
    assert Kind.PERSON is kind_of_report(a_mail("Your mail could not be delivered, user unknown!")).kind


_RETURNED = "Message-ID: <sent@studio.example>\nFrom: dana@studio.example\nSubject: The new site"
_FAILED = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nAction: failed\nStatus: 5.1.1"
_SENT = MessageId("sent@studio.example")


def _a_return(*parts: str, **fields: str) -> bytes:
    return a_multipart("report; report-type=delivery-status", _FAILED, *parts, **fields)


@pytest.mark.parametrize(
    "returned",
    [
        pytest.param(f"Content-Type: message/rfc822\n\n{_RETURNED}\n\nHi Anna,", id="the whole mail"),
        pytest.param(f"Content-Type: text/rfc822-headers\n\n{_RETURNED}", id="its header"),
        pytest.param(f"Content-Type: message/rfc822-headers\n\n{_RETURNED}", id="its header, by an older name"),
        pytest.param(f"Content-Type: message/global\n\n{_RETURNED}\n\nHi", id="rfc 6533"),
        pytest.param(f"Content-Type: message/global-headers\n\n{_RETURNED}", id="rfc 6533, its header"),
        pytest.param(
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
            + base64.b64encode(_RETURNED.encode()).decode(),
            id="encoded against the rules",
        ),
        pytest.param("Content-Type: message/rfc822\n\nMESSAGE-ID:\n <sent@studio.example>\n\n", id="folded"),
    ],
)
def test_the_mail_that_a_report_gives_back(returned: str) -> None:
    """Its id tells what the report is about."""
    assert kind_of_report(_a_return(returned)).about == _SENT


@pytest.mark.parametrize(
    "returned",
    [
        "Content-Type: message/rfc822\n\nFrom: dana@studio.example\n\nMessage-ID: <in.the.body@x.example>",
        "Content-Type: message/rfc822\n\nMessage-ID: <one@client.example>\n\nIts own.",
        "Content-Type: message/rfc822\n\n",
        "Content-Type: application/octet-stream\n\nMessage-ID: <a.file@x.example>",
    ],
)
def test_a_report_that_gives_no_id_back(returned: str) -> None:
    """It's about no mail that is known."""
    assert kind_of_report(_a_return(returned)).about is None


def test_a_report_in_words_that_gives_the_mail_back() -> None:
    """Systems of old write it below their words."""
    body = f"Unknown user. I'm giving up.\n\n--- Below this line is a copy of the message.\n\n{_RETURNED}\n\nHi"
    mail = a_mail(body, subject="failure notice", **{"from": "MAILER-DAEMON@mx.example"})

    assert (kind_of_report(mail).kind, kind_of_report(mail).about) == (Kind.BOUNCE, _SENT)


def test_a_person_who_forwards_a_mail() -> None:
    """Only a report is about a mail."""
    mail = a_multipart("mixed", f"Content-Type: message/rfc822\n\n{_RETURNED}\n\nHi")

    assert Report(kind=Kind.PERSON) == kind_of_report(mail)

from __future__ import annotations

import base64

import pytest

from crickets.domain.message import Kind, MessageId
from tests.reading.build import a_mail, a_multipart
from tests.reading.report_build import RETURNED, a_report, judged, reported


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
        (("Action: expired\nStatus: 5.4.7",), (Kind.BOUNCE, ("status: 5.4.7",))),  # no word of RFC 3464
        (("Action: delivered", "Action: failed"), (Kind.BOUNCE, ("action: delivered", "action: failed"))),
        (("Action: delivered", "Action: delayed"), (Kind.DELAY, ("action: delivered", "action: delayed"))),
    ],
)
def test_a_report_of_rfc_3464(recipients: tuple[str, ...], expected: tuple[Kind, tuple[str, ...]]) -> None:
    """Its action decides, else its status; of several recipients the one worst off."""
    report = reported(a_report(*recipients))

    assert expected == (report.kind, report.signals)


def test_a_read_receipt() -> None:
    """It's told by its own part, with what it says was done."""
    mail = a_report("Disposition: manual-action/MDN-sent-manually; displayed", kind="disposition-notification")
    report = reported(mail)

    assert (report.kind, report.signals) == (Kind.RECEIPT, ("disposition: manual-action/mdn-sent-manually; displayed",))


def test_a_notice_on_reading_that_names_the_mail() -> None:
    """Its Original-Message-ID tells what it's about (RFC 8098 §3.2.5)."""
    mail = a_report(
        "Original-Message-ID: <sent@studio.example>\nDisposition: automatic-action/MDN-sent-automatically; displayed",
        kind="disposition-notification",
    )

    assert reported(mail).about == _SENT


@pytest.mark.parametrize(
    ("words", "subject", "expected"),
    [
        ("Your message was automatically rejected by a filter: too large.", "Automatically rejected mail", Kind.BOUNCE),
        ("Your message was deleted without being read.", "Not read: The rejected offer", Kind.RECEIPT),
    ],
)
@pytest.mark.parametrize("done", ["Disposition: automatic-action/MDN-sent-automatically; deleted", "X-Lost: yes"])
def test_a_refusal_sent_as_a_notice_on_reading(words: str, subject: str, done: str, expected: Kind) -> None:
    """RFC 5429 lets a filter refuse so; Outlook's "deleted" is no refusal, whatever the mail's own title says."""
    mail = a_report(done, kind="disposition-notification", words=words, subject=subject)

    assert expected == judged(mail)


def test_a_mail_that_was_opened_though_it_speaks_of_a_refusal() -> None:
    """What was displayed wasn't refused."""
    disposition = "Disposition: manual-action/MDN-sent-manually; displayed"
    mail = a_report(disposition, kind="disposition-notification", subject="Read: Your message was rejected")

    assert judged(mail) is Kind.RECEIPT


def test_a_refusal_whose_own_part_was_lost() -> None:
    """The comment of Auto-Submitted says what it was."""
    fields = {"content_type": 'multipart/report; report-type=disposition-notification; boundary="edge"'}
    mail = a_mail("", auto_submitted="auto-replied (rejected)", **({"from": "postmaster@mx.example"} | fields))

    assert judged(mail) is Kind.BOUNCE


def test_a_report_of_abuse() -> None:
    """It's bulk (RFC 5965), though a mail system sent it and gives a mail back."""
    mail = a_report("Feedback-Type: abuse\nVersion: 1", kind="feedback-report")

    assert judged(mail) is Kind.BULK


def test_several_recipients_without_a_blank_line_between_them() -> None:
    """Each counts, the worst decides, and only those are named for whom it holds."""
    mail = a_report(
        "Final-Recipient: rfc822; a@client.example\nAction: delayed\nStatus: 4.4.1\n"
        "Final-Recipient: rfc822; b@client.example\nAction: failed\nStatus: 5.1.1"
    )
    report = reported(mail)

    assert (report.kind, report.recipients) == (Kind.BOUNCE, ("b@client.example",))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                '{"notificationType":"Bounce","bounce":{"bounceType":"Tran\nsient",'
                '"bouncedRecipients":[{"emailAddress":"anna@client.example"}]}}'
            ),
            Kind.BOUNCE,
        ),
        ('{"Type":"Notification","Message":"{\\"notificationType\\":\\"Complaint\\"}"}', Kind.BULK),
        ('{"eventType":"DeliveryDelay"}', Kind.DELAY),
        ('{"notificationType":"Delivery"}', Kind.RECEIPT),
        ('{"notificationType":["Bounce"]}', Kind.BULK),
        ('{"notificationType":"Bounce"', Kind.BULK),
        ('{"notificationType":' * 5_000, Kind.BULK),
    ],
)
def test_a_notification_by_amazon(body: str, expected: Kind) -> None:
    """Its JSON says what it reports; broken JSON says nothing."""
    mail = a_mail(body, subject="AWS Notification Message", **{"from": "no-reply@sns.example"})

    assert expected == judged(mail)


@pytest.mark.parametrize(
    ("body", "subject", "expected"),
    [
        ("Unknown user. I'm giving up.", "failure notice", Kind.BOUNCE),
        ("It has not yet been delivered. We will keep trying.", "Mail status", Kind.DELAY),
        ("THIS IS A WARNING MESSAGE ONLY.\n550 later", "Returned mail", Kind.DELAY),
        ("We will retry for days. It could not be delivered so far.", "Delayed Mail (still being retried)", Kind.DELAY),
        ("It could not be delivered, though we tried.", "Delayed mail", Kind.DELAY),
        ("It could not be delivered. Giving up.", "Delayed mail", Kind.BOUNCE),
        ("Nothing of the kind.", "failure notice", Kind.BOUNCE),
    ],
)
def test_a_report_in_words_alone(body: str, subject: str, expected: Kind) -> None:
    """Failure and delay are told by what the text says, the more definite first, else by the title."""
    mail = a_mail(body, subject=subject, **{"from": "MAILER-DAEMON@mx.example"})

    assert expected == reported(mail).kind


def test_a_person_who_writes_of_a_failure() -> None:
    """Words alone make no report of a person's mail."""
    assert Kind.PERSON is reported(a_mail("Your mail could not be delivered, user unknown!")).kind


_FAILED = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nAction: failed\nStatus: 5.1.1"
_SENT = MessageId("sent@studio.example")


def _a_return(*parts: str, **fields: str) -> bytes:
    return a_multipart("report; report-type=delivery-status", _FAILED, *parts, **fields)


@pytest.mark.parametrize(
    "returned",
    [
        pytest.param(f"Content-Type: message/rfc822\n\n{RETURNED}\n\nHi Anna,", id="the whole mail"),
        pytest.param(f"Content-Type: text/rfc822-headers\n\n{RETURNED}", id="its header"),
        pytest.param(f"Content-Type: message/rfc822-headers\n\n{RETURNED}", id="its header, by an older name"),
        pytest.param(f"Content-Type: message/global\n\n{RETURNED}\n\nHi", id="rfc 6533"),
        pytest.param(f"Content-Type: message/global-headers\n\n{RETURNED}", id="rfc 6533, its header"),
        pytest.param(
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
            + base64.b64encode(RETURNED.encode()).decode(),
            id="encoded against the rules",
        ),
        pytest.param("Content-Type: message/rfc822\n\nMESSAGE-ID:\n <sent@studio.example>\n\n", id="folded"),
    ],
)
def test_the_mail_that_a_report_gives_back(returned: str) -> None:
    """Its id tells what the report is about."""
    assert reported(_a_return(returned)).about == _SENT


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
    assert reported(_a_return(returned)).about is None


def test_a_report_in_words_that_gives_the_mail_back() -> None:
    """Systems of old write it below their words."""
    body = f"Unknown user. I'm giving up.\n\n--- Below this line is a copy of the message.\n\n{RETURNED}\n\nHi"
    mail = a_mail(body, subject="failure notice", **{"from": "MAILER-DAEMON@mx.example"})

    assert (reported(mail).kind, reported(mail).about) == (Kind.BOUNCE, _SENT)


def test_a_person_who_forwards_a_mail() -> None:
    """Only a report is about a mail."""
    mail = a_multipart("mixed", f"Content-Type: message/rfc822\n\n{RETURNED}\n\nHi")

    report = reported(mail)

    assert (report.kind, report.about, report.recipients) == (Kind.PERSON, None, ())

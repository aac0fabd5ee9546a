"""What looks like a report and is none."""

from __future__ import annotations

import pytest

from crickets.domain.message import Kind
from tests.reading.build import a_mail, a_multipart
from tests.reading.report_build import DAEMON, RETURNED, a_notice, judged, reported

_FAILED = (
    "Content-Type: message/delivery-status\nContent-Disposition: attachment; filename=details.txt\n\n"
    "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; bob@client.example\nAction: failed\nStatus: 5.1.1"
)
_EXIM = (
    "This message was created automatically by mail delivery software.\n\nA message that you sent could not be\n"
    "delivered. This is a permanent error. The following address(es) failed:\n\n  bob@client.example\n    550 5.1.1"
)


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Undeliverable mail", "Hi Dana,\nmy mail to Bob could not be delivered: 550 5.1.1 user unknown. Any idea?"),
        ("Delivery failed", "The parcel was not delivered, they'll try again on Monday."),
        ("Delayed: our meeting", "Sorry, the train is delayed. I'll be there at ten."),
        ("In ritardo", "Arrivo tra mezz'ora, scusa."),
        ("Fwd: Mail delivery failed", _EXIM),
        ("Re: Mail delivery failed: returning message to sender", f"Use my other address.\n\n> {_EXIM}"),
        ("Our mail server", f"Hi Dana,\nsince Monday I get this:\n\n{_EXIM}\n\nAny idea?\nAnna"),
        ("The new site", "> This message was created automatically by mail delivery software.\n> It was not delivered"),
        ("Re: failure notice", "Bob's mailbox is full, please send it to me."),
    ],
)
def test_a_person_who_writes_of_a_failure(subject: str, body: str) -> None:
    """They complain of it, forward it or quote it: it stays a person's mail, with nobody called unreachable."""
    report = reported(a_mail(body, subject=subject))

    assert (report.kind, report.recipients) == (Kind.PERSON, ())


def test_a_person_who_forwards_a_whole_report() -> None:
    """Mail programs attach the report's own parts to a letter."""
    mail = a_multipart(
        "mixed",
        "Content-Type: text/plain\n\nCan you see why?",
        _FAILED,
        subject="Fwd: Undelivered Mail Returned to Sender",
    )

    assert judged(mail) is Kind.PERSON


def test_a_person_who_forwards_a_report_as_a_file() -> None:
    """A mail inside a mail isn't looked into."""
    inner = f"From: {DAEMON}\nSubject: failure notice\nContent-Type: message/delivery-status\n\nAction: failed"
    mail = a_multipart("mixed", "Content-Type: text/plain\n\nSee there.", f"Content-Type: message/rfc822\n\n{inner}")

    assert judged(mail) is Kind.PERSON


@pytest.mark.parametrize(
    ("author", "expected"), [("bob@client.example", Kind.PERSON), ("dana@studio.example", Kind.BOUNCE)]
)
def test_a_mail_that_could_not_be_delivered_attached(author: str, expected: Kind) -> None:
    """Only a mail of the reader's own makes it a report on theirs."""
    returned = RETURNED.replace("dana@studio.example", author)
    parts = ("Content-Type: text/plain\n\nIt could not be delivered.", f"Content-Type: message/rfc822\n\n{returned}")

    assert expected == judged(a_multipart("mixed", *parts))


def test_a_postmaster_who_answers() -> None:
    """Whoever answers from such an address without a word of failure is a person."""
    mail = a_mail(
        "Done, please try the new account.",
        subject="Re: New account",
        **{"from": "Postmaster <postmaster@client.example>", "in_reply_to": "<sent@studio.example>"},
    )

    assert judged(mail) is Kind.PERSON


def test_an_automatic_reply_that_says_its_address_is_gone() -> None:
    """The null path (RFC 3834 §3.3) and a word of failure don't make it a bounce."""
    mail = a_mail(
        "This mailbox does not exist any more. Please write to bob@client.example.",
        subject="Anna has left",
        return_path="<>",
        auto_submitted="auto-replied",
    )

    assert judged(mail) is Kind.AUTO_REPLY


def test_a_challenge() -> None:
    """A filter that wants its sender to prove themselves holds a mail back, and reports nothing."""
    mail = a_multipart(
        "mixed",
        "Content-Type: text/plain\n\nYour message has not been delivered yet. Please confirm that you sent it.",
        f"Content-Type: message/rfc822\n\n{RETURNED}\n\nHi",
        subject="Re: The new site",
        **{"from": "no-reply@filter.example"},
    )

    assert judged(mail) not in {Kind.BOUNCE, Kind.DELAY}


def test_a_robot_that_sends_the_log_of_a_mail_server() -> None:
    """It's full of failures, and no report on the reader's own mail."""
    log = "postfix/smtp: to=<bob@x.example>, status=bounced (550 5.1.1 User unknown)\n" * 40

    assert judged(a_notice(log, sender="cron@studio.example", subject="Logwatch")) is Kind.BULK


def test_a_newsletter_about_delivery() -> None:
    """A shop's parcel that could not be delivered is no mail that bounced."""
    mail = a_notice("Your parcel could not be delivered today.", sender="no-reply@shop.example", subject="Your order")

    assert judged(mail) is Kind.BULK


@pytest.mark.parametrize(
    "body",
    [
        "x" * 2_000_000,
        "a@" * 500_000,
        "<" * 500_000 + "@",
        "To: " * 300_000,
        "Received: x\n" * 100_000,
        "550 5.1.1 " * 200_000,
        "> " * 500_000,
        "a.b" * 300_000 + "@" + "c." * 300_000,
        "Action: failed\n\n" * 50_000,
        "\0\ud800" * 1000,
    ],
)
def test_a_report_of_any_size(body: str) -> None:
    """It is read in bounded time."""
    mail = a_notice("PLACE", subject="failure notice").replace(b"PLACE", body.encode("utf-8", "surrogatepass"))

    assert judged(mail) in {Kind.BOUNCE, Kind.DELAY}

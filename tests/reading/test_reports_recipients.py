from __future__ import annotations

import pytest

from crickets.domain.message import Kind
from tests.reading.build import a_multipart
from tests.reading.report_build import DAEMON, RETURNED, a_notice, a_report, reported


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("Final-Recipient: rfc822; Anna@Client.EXAMPLE", ("Anna@client.example",)),
        ("Final-Recipient: RFC822;<anna@client.example>", ("anna@client.example",)),
        ("Final-Recipient: anna@client.example", ("anna@client.example",)),
        ("Final-Recipient: utf-8; ännchen@bücher.example", ("ännchen@bücher.example",)),
        ('Final-Recipient: rfc822; "anna..r"@client.example', ('"anna..r"@client.example',)),
        (
            "Original-Recipient: rfc822; anna@client.example\nFinal-Recipient: rfc822; ar7@mx.client.example",
            ("ar7@mx.client.example", "anna@client.example"),
        ),
        (
            "Original-Recipient: rfc822;anna@client.example\nFinal-Recipient: rfc822;anna@client.example",
            ("anna@client.example",),
        ),
        ("Final-Recipient: x400; /RFC-822=anna(a)client.example/ADMD= /C=IT/", ("anna@client.example",)),
        ("Final-Recipient: rfc822; IMCEASMTP-anna+40client+2Eexample@mx.example", ("anna@client.example",)),
        ("Final-Recipient: X-LOCAL; |/usr/bin/procmail", ()),
        ("Final-Recipient: rfc822; =?utf-8?q?anna?=@client.example", ()),
    ],
)
def test_the_recipient_of_a_report_of_rfc_3464(fields: str, expected: tuple[str, ...]) -> None:
    """It's a sound address, its type taken off, its domain in small letters, each once."""
    assert expected == reported(a_report(f"{fields}\nAction: failed\nStatus: 5.1.1")).recipients


def test_a_report_on_several_recipients() -> None:
    """Those are named for whom its kind holds."""
    mail = a_report(
        "Final-Recipient: rfc822; a@x.example\nAction: failed",
        "Final-Recipient: rfc822; b@x.example\nAction: delayed",
        "Final-Recipient: rfc822; c@x.example\nAction: failed",
        "Final-Recipient: rfc822; d@x.example\nAction: delivered",
    )

    assert reported(mail).recipients == ("a@x.example", "c@x.example")


def test_a_report_on_itself() -> None:
    """A mail system that can't reach itself names nobody."""
    mail = a_report("Final-Recipient: rfc822; mailer-daemon@mx.example\nAction: failed")

    assert reported(mail).recipients == ()


def test_a_receipt_names_nobody() -> None:
    """Nobody was missed."""
    report = reported(a_report("Final-Recipient: rfc822; a@x.example\nAction: delivered"))

    assert (report.kind, report.recipients) == (Kind.RECEIPT, ())


def test_the_field_of_exim_and_gmail() -> None:
    """X-Failed-Recipients outweighs the words."""
    mail = a_notice("It failed for c@x.example", x_failed_recipients="a@x.example, b@X.example")

    assert reported(mail).recipients == ("a@x.example", "b@x.example")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("failed:\n  anna@client.example\n    550 by mx of bob@other.example", ("anna@client.example",)),
        (
            "<anna@client.example>: unknown\n<bob@client.example>: unknown",
            ("anna@client.example", "bob@client.example"),
        ),
        (">>> MAIL FROM:<x@y.example>\n>>> RCPT TO:<anna@client.example>\n550 no", ("anna@client.example",)),
        ("Unknown user: anna@client.example. Questions? Write to help@mx.example.", ("anna@client.example",)),
        ("Could not be delivered to: <anna@client.example>", ("anna@client.example",)),
        ("550 5.1.1 <anna@client.example>... User unknown", ("anna@client.example",)),
        ("An anna@client.example konnte nicht zugestellt werden.", ("anna@client.example",)),
        ("anna@client.example様へは配信できませんでした", ("anna@client.example",)),
        ("It failed. Ask postmaster@mx.example or abuse@mx.example.", ()),
        ("It failed.\nFrom: dana@studio.example\nMessage-ID: 17@mx.example", ()),
        ("It failed for nobody@nowhere", ()),
        ("Unknown user: anna@client.example (seen by a@x.example)", ("anna@client.example",)),
        ("It failed, said 'anna@client.example'.", ("anna@client.example",)),
    ],
)
def test_addresses_in_words(body: str, expected: tuple[str, ...]) -> None:
    """The one not reached heads a line or is pointed at; who reports, who wrote and whom to ask are not it."""
    assert expected == reported(a_notice(body, reply_to="help@mx.example")).recipients


def test_the_report_s_own_addresses() -> None:
    """Neither its sender nor its reader is named, unless the reader wrote to themselves."""
    words = "failed:\n  {}\n550 unknown, says daemon@mx.example"
    by = {"sender": "Mail Delivery System <daemon@mx.example>", "return_path": "<>"}

    others = reported(a_notice(words.format("dana@studio.example\n  anna@client.example"), **by))
    own = reported(a_notice(words.format("dana@studio.example"), **by))

    assert (others.recipients, own.recipients) == (("anna@client.example",), ("dana@studio.example",))


def _a_return(words: str, to: str) -> bytes:
    returned = RETURNED.replace("anna@client.example", to)
    parts = (f"Content-Type: text/plain\n\n{words}", f"Content-Type: message/rfc822\n\n{returned}\n\nHi")
    return a_multipart("mixed", *parts, **{"from": DAEMON})


@pytest.mark.parametrize(
    ("words", "to", "expected"),
    [
        ("It could not be delivered.", "anna@client.example", ("anna@client.example",)),
        ("It could not be delivered.", "anna@client.example, bob@client.example", ()),
        (
            "It could not be delivered (see bob@client.example, x@y.example).",
            "anna@client.example, bob@client.example",
            ("bob@client.example",),
        ),
        (
            "Your message\n  To: anna@client.example\ndid not reach:\nar7@mx.client.example on Monday",
            "anna@client.example",
            ("ar7@mx.client.example", "anna@client.example"),
        ),
    ],
)
def test_the_mail_given_back_tells_whom_it_went_to(words: str, to: str, expected: tuple[str, ...]) -> None:
    """Its only recipient is meant; of several only one that the words name."""
    assert expected == reported(_a_return(words, to)).recipients

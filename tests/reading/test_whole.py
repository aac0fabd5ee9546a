"""A whole mail: header and body weighed together, and what follows from its words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crickets.domain.message import Address, Kind
from crickets.domain.remarks import Attendance, Remarks
from crickets.reading import reading_of
from tests.reading.build import a_mail

AWAY = "Hello,\n\nI am out of the office and will be back on Monday 23 March.\n\nAnna Rossi\n"


def test_a_person() -> None:
    """Nothing speaks for anything else."""
    reading = reading_of(a_mail("Hi Dana,\n\nyes, that suits us. When can you begin?\n\nAnna\n"))

    assert (reading.kind, reading.unreadable) == (Kind.PERSON, False)
    assert reading.remarks.expectation.answer is True
    assert reading.remarks.language == "en"


def test_an_absence_that_only_the_words_tell() -> None:
    """It's an automatic reply, and says when its author is back."""
    reading = reading_of(a_mail(AWAY))

    assert reading.kind is Kind.AUTO_REPLY
    assert (reading.remarks.away, reading.remarks.away_until) == (True, date(2026, 3, 23))


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons bien reçu votre message et nous vous répondrons dès que possible.\nMerci de ne pas y répondre.",
        "Hemos recibido su mensaje. Le responderemos a la mayor brevedad posible.\n\nEste es un mensaje automático.",
        "Wir haben Ihre Nachricht erhalten und werden sie schnellstmöglich beantworten.\n\nAutomatische Antwort",
    ],
)
def test_a_mail_acknowledged(text: str) -> None:
    """Whoever answers as soon as they can isn't away: the silence goes on."""
    reading = reading_of(a_mail(f"{text}\n", auto_submitted="auto-replied"))

    assert (reading.kind, reading.remarks.away) == (Kind.AUTO_REPLY, False)


@pytest.mark.parametrize("text", ["J'ai un accès limité à ma messagerie.", "Le responderé a mi regreso."])
def test_an_answer_when_back(text: str) -> None:
    """It's an absence, though nothing calls it one."""
    assert reading_of(a_mail(f"{text}\n", auto_submitted="auto-replied")).remarks.away


def test_an_absence_without_a_date_of_its_own() -> None:
    """The server's date stands in for the mail's; without any, no day is made up."""
    undated = a_mail(AWAY, date="")

    assert reading_of(undated, received=datetime(2026, 3, 2, tzinfo=UTC)).remarks.away_until == date(2026, 3, 23)
    assert reading_of(undated).remarks.away_until is None


def test_a_persons_words_under_a_machines_header() -> None:
    """A help desk relays them: they are weighed, and win."""
    quote = "On Tue, 10 Mar 2026, Dana Levi wrote:\n> Does it suit you?\n"
    body = f"Hi Dana,\n\nyes, let us begin on Monday.\n\nAnna\n\n{quote}"

    reading = reading_of(a_mail(body, "Auto-Submitted: auto-replied", "In-Reply-To: <1@studio.example>"))

    assert reading.kind is Kind.PERSON
    assert "auto-submitted: auto-replied" in reading.signals


def test_somebody_who_has_left() -> None:
    """It's told, with whom to write to instead."""
    body = "Anna Rossi no longer works at Client. Please contact Ben Carter <ben@client.example> instead.\n"

    said = reading_of(a_mail(body, "Auto-Submitted: auto-replied")).remarks

    assert said.has_left
    assert [a.key for a in said.write_instead] == ["ben@client.example"]


def test_a_holding_reply() -> None:
    """A person's, with the day that it promises."""
    reading = reading_of(a_mail("Hi Dana,\n\nthank you, I will get back to you on Friday.\n\nAnna\n"))

    assert (reading.kind, reading.remarks.promised) == (Kind.PERSON, date(2026, 3, 6))


def test_a_promise_in_a_mail_without_a_date() -> None:
    """Friday of which week? None is made up."""
    body = "Hi Dana,\n\nthank you, I will get back to you on Friday.\n\nAnna\n"

    assert reading_of(a_mail(body, date="")).remarks.promised is None


BOUNCE = """The mail system

<Anna@Client.example>: host mx.client.example said: 550 5.1.1 user unknown

--b
Content-Type: message/delivery-status

Final-Recipient: rfc822; Anna@Client.example
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: <offer@studio.example>

--b--
"""


def test_a_report() -> None:
    """Whom the mail didn't reach, and which mail it was."""
    raw = (
        b"From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n" + BOUNCE.encode()
    )

    reading = reading_of(raw)

    assert reading.kind is Kind.BOUNCE
    assert reading.remarks == Remarks(language=reading.letter.language, bounced=("Anna@client.example",))
    assert reading.about == "offer@studio.example"


def test_an_invitation_accepted() -> None:
    """By the calendar, for the person."""
    body = (
        "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n"
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@client.example\nEND:VEVENT\nEND:VCALENDAR\n"
    )

    reading = reading_of(a_mail(body, content_type="text/calendar; method=REPLY", subject="Accepted: Kick-off"))

    assert (reading.kind, reading.remarks.attendance) == (Kind.CALENDAR, Attendance.ACCEPTED)


def test_apples_own_mail_to_unsubscribe() -> None:
    """It says to be an automatic reply, and answers nobody."""
    body = "Apple Mail sent this email to unsubscribe from the message.\n"

    reading = reading_of(
        a_mail(body, "Auto-Submitted: auto-replied", "X-Apple-Unsubscribe: true", subject="unsubscribe")
    )

    assert reading.kind is Kind.BULK


def test_telephone_numbers() -> None:
    """Those that name no country are as they're written, unless more than the owner's own speaks for one."""
    raw = a_mail("Hi Dana,\n\nyes.\n\n-- \nAnna Rossi\nTel. 06 6982 1234\n")

    assert reading_of(raw).remarks.phones == ("06 6982 1234",)
    assert reading_of(raw, home="IT").remarks.phones == ("06 6982 1234",)
    assert reading_of(raw, region="IT").remarks.phones == ("+390669821234",)


def test_what_marks_a_quote() -> None:
    """The marks of a mail's own words come again in the quote of its answer."""
    words = "here is the offer for the new site with the three pages that we spoke of in March, and the photographs."
    own = reading_of(a_mail(f"Hi,\n\n{words}\n")).remarks
    answer = reading_of(
        a_mail(f"Fine!\n\nOn 10 March 2026 at 10:00, Dana <dana@studio.example> wrote:\n> {words}\n")
    ).remarks

    assert own.prints
    assert set(own.prints) & set(answer.quoted_prints)
    assert not set(own.prints) & set(answer.prints)


@pytest.mark.parametrize(
    "raw", [b"", b"\x89PNG\r\n\x1a\n\0\0\0", b"Hello there, no header at all.\n", b"X-Odd: 1\n\nhm\n"]
)
def test_no_mail(raw: bytes) -> None:
    """It's said so."""
    assert reading_of(raw).unreadable


def test_a_mail_with_hardly_a_header() -> None:
    """One field is enough to be a mail, and nobody is its author."""
    reading = reading_of(b"Subject: hello\n\nhi\n")

    assert (reading.unreadable, reading.message.sender) == (False, Address(email=""))

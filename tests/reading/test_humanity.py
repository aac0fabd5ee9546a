"""Where a header says "machine" and the words say "person", or the other way round."""

from __future__ import annotations

import pytest

from crickets.domain.message import Kind
from crickets.reading.whole import reading_of
from tests.reading.build import a_header, a_mail, read
from tests.reading.test_selling import kind_of

_ANSWER = (
    "I have changed the printer's driver; could you try again?\n\n"
    "On Mon, 2 Mar 2026 at 10:15, Dana Doe <dana@studio.example> wrote:\n> It still prints blank pages.\n"
)
_AWAY = "I'm out of the office and shall be back on 9 March.\n"


@pytest.mark.parametrize("value", ["auto-generated", "auto-replied", "auto-generated (ticket)"])
def test_auto_submitted_around_a_persons_answer(value: str) -> None:
    """A help desk relays what a person wrote: weighed, not obeyed, once the words have been read."""
    mail = a_mail(_ANSWER, f"Auto-Submitted: {value}", subject="Re: INC0012345 printer", in_reply_to="<a@b.example>")

    assert (read(mail).kind is Kind.PERSON, kind_of(mail)) == (False, Kind.PERSON)


_LETTER = (
    "Hi Dana,\n\nI have looked at both versions with Tom. We like the second one more. The photo of the shop is "
    "rather dark, though. Could you brighten it a little? And when would it go online?\n\nBest wishes,\nAnna\n"
)
_BRIEF = (
    "Ciao Dana,\n\nho guardato le due versioni con Tom. Ci piace di più la seconda. La foto del negozio però è un po' "
    "scura. Puoi schiarirla? E quando andrebbe online?\n\nUn saluto,\nAnna\n"
)
_TEMPLATE = (
    "Hello Dana,\n\nThank you for contacting the help desk. We have received your request and gave it the number 4711. "
    "One of us will look at it soon. I am the assistant of the desk. Did you know that the answer may be in our "
    "handbook? Have you tried it?\n\nKind regards,\nThe help desk\n"
)
_ABSENCE = (
    "Hello,\n\nI am on holiday until 20 March and cannot read my mail. I wish you a good week. The weather is fine. "
    "Is it urgent? Call the office.\n\nBest regards,\nAnna\n"
)


@pytest.mark.parametrize("letter", [_LETTER, _BRIEF])
def test_auto_submitted_around_a_whole_letter(letter: str) -> None:
    """Who greets, says "I", asks and signs is a person, even where nothing is quoted."""
    assert Kind.PERSON is kind_of(a_mail(letter, "Auto-Submitted: auto-replied", in_reply_to="<a@b.example>"))


@pytest.mark.parametrize("letter", [_TEMPLATE, _ABSENCE])
def test_auto_submitted_around_a_template(letter: str) -> None:
    """It is what it says, however kindly it's written."""
    assert Kind.AUTO_REPLY is kind_of(a_mail(letter, "Auto-Submitted: auto-replied", in_reply_to="<a@b.example>"))


def test_the_signals_of_an_answer_by_a_machine() -> None:
    """What it answers is told by its field, once: a machine's reply isn't called an answer."""
    mail = a_mail(_AWAY, "Auto-Submitted: auto-replied", in_reply_to="<a@b.example>")

    signals = reading_of(mail).signals
    assert [each for each in signals if "answer, by" in each or "in-reply-to" in each] == ["in-reply-to"]


def test_a_whole_letter_beside_a_second_field_of_a_machine() -> None:
    """Two fields that only autoresponders set are not outweighed by words: a responder may hold a letter, too."""
    mail = a_mail(_LETTER, "Auto-Submitted: auto-replied", "Precedence: auto_reply", in_reply_to="<a@b.example>")

    assert Kind.AUTO_REPLY is kind_of(mail)


@pytest.mark.parametrize(
    ("mail", "expected"),
    [
        pytest.param(
            a_mail("Your request was received.\n", "Auto-Submitted: auto-replied", in_reply_to="<a@b>"),
            Kind.AUTO_REPLY,
            id="nothing quoted",
        ),
        pytest.param(
            a_mail(f"This is an automatic message.\n\n{_ANSWER}", "Auto-Submitted: auto-replied", in_reply_to="<a@b>"),
            Kind.AUTO_REPLY,
            id="it says what it is",
        ),
        pytest.param(
            a_mail(_ANSWER, "Auto-Submitted: auto-replied", "Return-Path: <>", subject="Re: x", in_reply_to="<a@b>"),
            Kind.AUTO_REPLY,
            id="with the null path of RFC 3834",
        ),
        pytest.param(
            a_mail(_ANSWER, "Auto-Submitted: auto-replied", subject="Automatic reply: x", in_reply_to="<a@b>"),
            Kind.AUTO_REPLY,
            id="with a machine's title",
        ),
        pytest.param(
            a_mail(_ANSWER, "X-JIRA-FingerPrint: 0c1", subject="Re: [jira] (X-1) It prints", in_reply_to="<a@b>"),
            Kind.BULK,
            id="a tracker's own field",
        ),
    ],
)
def test_auto_submitted_around_a_machines_words(mail: bytes, expected: Kind) -> None:
    """It is taken at its word where nothing, or not enough, speaks for a person."""
    assert expected is kind_of(mail)


def test_same_sender_and_subject_once_from_a_machine_once_from_a_person() -> None:
    """Each mail is judged by itself: who has been away once may write the next time."""
    subject = "Re: The new site"
    machine = a_mail(_AWAY, "Auto-Submitted: auto-replied", subject=subject)
    person = a_mail(_ANSWER, subject=subject, in_reply_to="<a@b.example>")

    assert (kind_of(machine), kind_of(person)) == (Kind.AUTO_REPLY, Kind.PERSON)


@pytest.mark.parametrize(
    "line",
    [
        "Return-Path: <>",
        "X-Auto-Response-Suppress: All",
        "X-Auto-Response-Suppress: DR, OOF, AutoReply",
        "Auto-Submitted: no",
        "Precedence: bulk",
        "Precedence: junk",
        "X-OTRS-Loop: no",
        "X-MS-Exchange-Inbox-Rules-Loop: anna@client.example",
        "Feedback-ID: 1:2:3:ses",
    ],
)
def test_a_field_that_proves_nothing_by_itself(line: str) -> None:
    """People's mail carries it as well: forwarded by a rule, sent by a service, sent on by a list."""
    assert Kind.PERSON is kind_of(a_mail("Hi Dana,\n\ncan we meet on Friday?\n\nAnna\n", line))


@pytest.mark.parametrize("precedence", ["bulk", "junk", "list"])
def test_precedence_on_a_post_to_a_list(precedence: str) -> None:
    """It says what the list is, and nothing of who wrote."""
    message = read(a_header("Mailing-List: list talk@list.example; run by ezmlm", f"Precedence: {precedence}"))

    assert (message.kind, message.to_list) == (Kind.PERSON, True)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("X-Apple-Action: VACATION", Kind.AUTO_REPLY),
        ("X-FC-MachineGenerated: true", Kind.AUTO_REPLY),
        ("X-Autoresponse: yes", Kind.AUTO_REPLY),
        ("X-Precedence: auto_reply", Kind.AUTO_REPLY),
        ("Preference: auto-reply", Kind.AUTO_REPLY),
        ("Delivered-To: Autoresponder", Kind.AUTO_REPLY),
        ("X-Auto-Generated: hd-acknowledgement", Kind.BULK),
        ("X-Discourse-Topic-Id: 71", Kind.BULK),
        ("X-Redmine-Host: forge.example", Kind.BULK),
        ("X-List-Unsubscribe: <https://x.example/u>", Kind.BULK),
    ],
)
def test_a_field_too_rare_to_ask_every_mail_for(line: str, expected: Kind) -> None:
    """It counts where the whole mail has been read, and only there."""
    mail = a_mail("Thank you.\n", line)

    assert (read(mail).kind, kind_of(mail)) == (Kind.PERSON, expected)

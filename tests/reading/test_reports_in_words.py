from __future__ import annotations

import pytest

from crickets.domain.message import Kind, MessageId
from tests.reading.build import a_mail, a_multipart
from tests.reading.report_build import DAEMON, RETURNED, a_notice, judged, reported

_SENT = MessageId("sent@studio.example")
_ANNA = "anna@client.example"

_QMAIL = f"""Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{_ANNA}>:
192.0.2.7 does not like recipient.
Remote host said: 550 no mailbox here by that name

--- Below this line is a copy of the message.

Return-Path: <dana@studio.example>
{RETURNED}

Hi Anna"""
_EXIM = f"""This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  {_ANNA}
    SMTP error from remote mail server after RCPT TO:<{_ANNA}>:
    host mx.client.example [192.0.2.9]: 550 5.1.1 unknown

------ This is a copy of the message, including all the headers. ------

Return-path: <dana@studio.example>
{RETURNED}"""
_EXIM_DELAY = f"""This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mx.example.

The address to which the message has not yet been delivered is:

  {_ANNA}
    Delay reason: SMTP error: 451 try later

No action is required on your part. Delivery attempts will continue for
some time, and this warning may be repeated at intervals if the message
remains undelivered."""
_POSTFIX = f"""This is the mail system at host mx.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<{_ANNA}>: host mx.client.example[192.0.2.9] said: 550 5.1.1 unknown
    (in reply to RCPT TO command)"""
_POSTFIX_DELAY = f"""####################################################################
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
####################################################################

Your message could not be delivered for more than 4 hour(s).
It will be retried until it is 5 day(s) old.

<{_ANNA}>: connect to mx.client.example[192.0.2.9]:25: Connection timed out"""
_SENDMAIL = f"""The original message was received at Mon, 2 Mar 2026 10:15:00 +0100
from localhost

   ----- The following addresses had permanent fatal errors -----
<{_ANNA}>
    (reason: 550 5.1.1 unknown)

   ----- Transcript of session follows -----
... while talking to mx.client.example.:
>>> RCPT To:<{_ANNA}>
<<< 550 5.1.1 unknown"""
_SENDMAIL_DELAY = f"""    **********************************************
    **      THIS IS A WARNING MESSAGE ONLY      **
    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
    **********************************************

   ----- The following addresses had transient non-fatal errors -----
<{_ANNA}>

   ----- Transcript of session follows -----
451 4.4.1 reply: read error
Warning: message still undelivered after 4 hours
Will keep trying until message is 5 days old"""
_DOMINO = f"""Your message

  Subject: The new site

was not delivered to:

  {_ANNA}

because:

  User Anna Rossi ({_ANNA}) not listed in Domino Directory"""
_EXCHANGE = f"""Your message

  To:      {_ANNA}
  Subject: The new site
  Sent:    Mon, 2 Mar 2026 10:15:00 +0100

did not reach the following recipient(s):

{_ANNA} on Mon, 2 Mar 2026 10:15:05 +0100
    The recipient name is not recognized"""
_GROUPWISE = f"""The message that you sent was undeliverable to the following:
	{_ANNA} (user not found)

Possibly truncated original message follows:

{RETURNED}"""
_YAHOO = f"""Sorry, we were unable to deliver your message to the following address.

<{_ANNA}>:
554: delivery error: dd This user doesn't have an account

--- Below this line is a copy of the message.

{RETURNED}"""
_GMAIL_DELAY = f"""There was a temporary problem delivering your message to {_ANNA}. Gmail will retry for 45 more hours.
You'll be notified if the delivery fails permanently."""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(_QMAIL, Kind.BOUNCE, id="qmail"),
        pytest.param(_EXIM, Kind.BOUNCE, id="exim"),
        pytest.param(_EXIM_DELAY, Kind.DELAY, id="exim, delay"),
        pytest.param(_POSTFIX, Kind.BOUNCE, id="postfix"),
        pytest.param(_POSTFIX_DELAY, Kind.DELAY, id="postfix, delay"),
        pytest.param(_SENDMAIL, Kind.BOUNCE, id="sendmail"),
        pytest.param(_SENDMAIL_DELAY, Kind.DELAY, id="sendmail, delay"),
        pytest.param(_DOMINO, Kind.BOUNCE, id="domino"),
        pytest.param(_EXCHANGE, Kind.BOUNCE, id="exchange"),
        pytest.param(_GROUPWISE, Kind.BOUNCE, id="groupwise"),
        pytest.param(_YAHOO, Kind.BOUNCE, id="yahoo"),
        pytest.param(_GMAIL_DELAY, Kind.DELAY, id="gmail, delay"),
    ],
)
@pytest.mark.parametrize("title", ["Mail System Error", "Re: The new site", ""])
def test_a_system_that_writes_no_report_of_rfc_3464(body: str, expected: Kind, title: str) -> None:
    """Its words tell what it reports and for whom, whatever its title; "Re:" with an In-Reply-To is one as well."""
    mail = a_notice(body, subject=title, in_reply_to="<sent@studio.example>")
    report = reported(mail)

    assert (expected, (_ANNA,)) == (report.kind, report.recipients)


@pytest.mark.parametrize("body", [_QMAIL, _EXIM, _GROUPWISE, _YAHOO])
def test_a_text_that_gives_the_mail_back(body: str) -> None:
    """The id in what it gives back tells what it's about."""
    assert reported(a_notice(body)).about == _SENT


@pytest.mark.parametrize("body", [_QMAIL, _EXIM, _SENDMAIL])
def test_a_report_from_an_address_like_any_other(body: str) -> None:
    """A report's own opening is enough, where nothing says that a person answers or hands it on."""
    assert judged(a_notice(body, sender="mail@mx.example", subject="The new site")) is Kind.BOUNCE


@pytest.mark.parametrize("author", ["dana@studio.example", "d.doe@studio.example"])
def test_a_robot_that_gives_the_mail_back(author: str) -> None:
    """With a word of failure it's a bounce: phone companies send them from no-reply addresses."""
    mail = a_multipart(
        "mixed",
        "Content-Type: text/plain; charset=utf-8\n\n送信先のメールボックスが一杯のため、送信できませんでした。",
        f"Content-Type: message/rfc822\n\n{RETURNED.replace('dana@studio.example', author)}\n\nHi",
        **{"from": "no-reply@phone.example", "subject": "Mail"},
    )
    report = reported(mail)

    assert (report.kind, report.recipients, report.about) == (Kind.BOUNCE, (_ANNA,), _SENT)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ihre Nachricht konnte nicht zugestellt werden: anna@client.example", Kind.BOUNCE),
        ("Ihre Nachricht wurde noch nicht zugestellt. Die Zustellung wird weiterhin versucht.", Kind.DELAY),
        ("Non è stato possibile recapitare il messaggio a anna@client.example.", Kind.BOUNCE),
        ("Il messaggio non è stato ancora recapitato; verranno effettuati altri tentativi.", Kind.DELAY),
        ("Votre message n'a pas pu être remis à anna@client.example.", Kind.BOUNCE),
        ("Votre message n’a pas encore été remis.", Kind.DELAY),
        ("No se pudo entregar el mensaje a anna@client.example.", Kind.BOUNCE),
        ("Todavía no se ha podido entregar; se seguirá intentando.", Kind.DELAY),
        ("Uw bericht kon niet worden bezorgd.", Kind.BOUNCE),
        ("Uw bericht is nog niet bezorgd, we blijven proberen.", Kind.DELAY),
        ("Não foi possível entregar a mensagem.", Kind.BOUNCE),
        ("Wiadomość nie została dostarczona do anna@client.example.", Kind.BOUNCE),
        ("Wiadomość jest opóźniona, serwer będzie ponawiał próby: kolejne próby za godzinę.", Kind.DELAY),
        ("Ditt meddelande kunde inte levereras.", Kind.BOUNCE),
        ("Ваше сообщение не доставлено.", Kind.BOUNCE),
        ("Сообщение ещё не доставлено, попытки доставки будут продолжены.", Kind.DELAY),
        ("次のあて先へのメッセージはエラーのため送信できませんでした。", Kind.BOUNCE),
        ("您的邮件无法送达以下收件人。", Kind.BOUNCE),
    ],
)
def test_a_report_in_another_language(body: str, expected: Kind) -> None:
    """From a mail system's address the words alone tell, in whatever language."""
    assert expected == judged(a_notice(body, sender="postmaster@mx.example", subject="Info"))


@pytest.mark.parametrize(
    "subject",
    [
        "Unzustellbar: Angebot",
        "Non remis : Devis",
        "No se puede entregar: Oferta",
        "Non recapitabile: Offerta",
        "Onbestelbaar: Offerte",
        "Niedostarczalne: Oferta",
        "Nedoručitelné: Nabídka",
        "Kézbesíthetetlen: Ajánlat",
        "Не удается доставить: Предложение",
        "Teslim edilemedi: Teklif",
        "配信不能: 見積もり",
        "无法投递: 报价",
        "배달되지 않음: 견적",
    ],
)
def test_a_title_in_another_language(subject: str) -> None:
    """With the null path it is enough, though no word of the text is known."""
    assert judged(a_mail("?", subject=subject, return_path="<>", **{"from": "mail@mx.example"})) is Kind.BOUNCE


@pytest.mark.parametrize(
    "body",
    [
        "It was not delivered. It will not be retried.",
        "Error de entrega a estos destinatarios o grupos:\n\na@x.example\nNo se encuentra la dirección de correo.",
        "We tried for 5 days: retry timeout exceeded. Delivery was delayed before.",
        (
            "----- The following addresses had permanent fatal errors -----\n<a@x.example>\n"
            "----- The following addresses had transient non-fatal errors -----\n<b@x.example>"
        ),
    ],
)
def test_a_report_that_speaks_of_trying_and_of_giving_up(body: str) -> None:
    """What is final outweighs."""
    assert judged(a_notice(body)) is Kind.BOUNCE


@pytest.mark.parametrize(
    "title", ["--- Below this line is a copy of the message.\n\n", "Return-Path: <dana@studio.example>\n"]
)
def test_words_of_the_mail_that_is_given_back(title: str) -> None:
    """They aren't the report's, whether a title parts them from it or the mail's header alone."""
    body = f"It could not be delivered.\n\n{title}{RETURNED}\n\nWe will retry."

    assert judged(a_notice(body)) is Kind.BOUNCE


def test_a_report_in_a_language_that_is_not_known() -> None:
    """From a mail system by address and name it's a bounce all the same."""
    assert judged(a_notice("Sawubona.", sender="Mail Delivery System <postmaster@mx.example>")) is Kind.BOUNCE


def test_a_robot_whose_report_begins_below_a_letterhead() -> None:
    """Where no person can have sent it, the opening may stand further down."""
    body = f"mx.example, the mail service of the town\n\n{_POSTFIX}"

    assert judged(a_notice(body, sender="no-reply@mx.example", subject="Info")) is Kind.BOUNCE


@pytest.mark.parametrize(("subject", "expected"), [("Undeliverable message", Kind.BOUNCE), ("Info", Kind.PERSON)])
def test_a_report_from_an_office(subject: str, expected: Kind) -> None:
    """What an administrator's address sends under a report's title is one; people sit there too."""
    body = "To mobile it could not be delivered: 550 no valid recipients."

    assert expected == judged(a_notice(body, sender="sysadmin@phone.example", subject=subject))


@pytest.mark.parametrize(
    ("subject", "body", "expected"),
    [
        ("Read: The new site", "Your message was read on Monday, 2 March 2026 10:15.", Kind.RECEIPT),
        ("Leído: La nueva web", "Su mensaje fue leído el lunes, 2 de marzo de 2026 10:15.", Kind.RECEIPT),
        ("Leído: La nueva web", "Se ha leído el mensaje enviado el lunes 2 de marzo.", Kind.RECEIPT),
        ("Gelesen: Die neue Seite", "Ihre Nachricht wurde gelesen am Montag.", Kind.RECEIPT),
        ("Read: The new site", "I liked the book very much, have you read it too?", Kind.PERSON),
    ],
)
def test_a_receipt_in_words_alone(subject: str, body: str, expected: Kind) -> None:
    """Title and words together show it."""
    assert expected == judged(a_mail(body, subject=subject))


def test_a_report_of_success_in_words_alone() -> None:
    """A mail system that reports nothing bad sends a receipt."""
    assert judged(a_notice("Your message was successfully delivered to:\n  anna@client.example")) is Kind.RECEIPT


def test_fields_of_rfc_3464_in_a_text() -> None:
    """They count as if they stood in a part of their own, where a mail system wrote them."""
    body = "Sorry.\n\nFinal-Recipient: rfc822; anna@client.example\nAction: delayed\nStatus: 4.4.7"
    report = reported(a_notice(body, sender=DAEMON))

    assert (report.kind, report.recipients) == (Kind.DELAY, (_ANNA,))

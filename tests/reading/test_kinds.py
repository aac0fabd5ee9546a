from __future__ import annotations

import pytest

from crickets.domain.message import Kind
from crickets.reading import needs_report
from tests.reading.build import a_header, read

_DSN = 'multipart/report; report-type="delivery-status"; boundary=b'


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(a_header(), Kind.PERSON, id="a usual mail"),
        pytest.param(a_header(subject="Re: The new site", in_reply_to="<a@b>"), Kind.PERSON, id="a reply"),
        pytest.param(a_header("Auto-Submitted: auto-replied"), Kind.AUTO_REPLY, id="rfc 3834"),
        pytest.param(a_header("Auto-Submitted: auto-replied (vacation)"), Kind.AUTO_REPLY, id="with a comment"),
        pytest.param(a_header("Auto-Submitted: auto-generated"), Kind.BULK, id="generated"),
        pytest.param(a_header("Auto-Submitted: no"), Kind.PERSON, id="said to be a person"),
        pytest.param(a_header("Auto-Submitted: no", subject="OOO"), Kind.PERSON, id="who writes OOO"),
        pytest.param(a_header("X-Auto-Response-Suppress: All"), Kind.PERSON, id="exchange, and no proof"),
        pytest.param(a_header("Precedence: auto_reply"), Kind.AUTO_REPLY, id="precedence of autoresponders"),
        pytest.param(a_header("X-Autoreply: yes"), Kind.AUTO_REPLY, id="x-autoreply"),
        pytest.param(a_header("X-Autorespond: yes"), Kind.AUTO_REPLY, id="x-autorespond"),
        pytest.param(a_header("X-Autoreply: no"), Kind.PERSON, id="x-autoreply: no"),
        pytest.param(a_header("Precedence: bulk"), Kind.PERSON, id="precedence alone"),
        pytest.param(a_header("Precedence: bulk", "Feedback-ID: 1:2:mailer"), Kind.BULK, id="two hints"),
        pytest.param(
            a_header("Feedback-ID: 1:2:ses", in_reply_to="<a@b>"), Kind.PERSON, id="an answer sent by a service"
        ),
        pytest.param(a_header("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), Kind.BULK, id="rfc 8058"),
        pytest.param(a_header("List-Unsubscribe: <https://x.example/u>"), Kind.BULK, id="rfc 2369"),
        pytest.param(a_header("List-Id: News <news.shop.example>"), Kind.BULK, id="rfc 2919"),
        pytest.param(a_header("List-Id: <n.shop.example>", "List-Post: NO"), Kind.BULK, id="nobody may post"),
        pytest.param(a_header(**{"from": "Shop <no-reply@shop.example>"}), Kind.BULK, id="no-reply"),
        pytest.param(a_header(**{"from": "Shop <noreply-orders@shop.example>"}), Kind.BULK, id="noreply with a tail"),
        pytest.param(a_header(**{"from": "<nicht-antworten@firma.example>"}), Kind.BULK, id="no-reply in German"),
        pytest.param(
            a_header(**{"from": "Norepl Lyman <norman.reply@x.example>"}), Kind.PERSON, id="only much like it"
        ),
        pytest.param(a_header(**{"from": "<noreplyanna@client.example>"}), Kind.PERSON, id="a name that begins so"),
        pytest.param(a_header(**{"from": "<anna@mail.noreply.example>"}), Kind.PERSON, id="in the domain only"),
        pytest.param(a_header(**{"from": "<newsletterdesign@client.example>"}), Kind.PERSON, id="a trade"),
        pytest.param(a_header(content_type=_DSN), Kind.BOUNCE, id="rfc 3464"),
        pytest.param(
            a_header("Auto-Submitted: auto-replied", content_type=_DSN), Kind.BOUNCE, id="a bounce replies too"
        ),
        pytest.param(
            a_header(content_type="multipart/report; boundary=b;\r\n report-type=disposition-notification"),
            Kind.RECEIPT,
            id="rfc 8098",
        ),
        pytest.param(a_header(content_type="multipart/report; report-type=feedback-report"), Kind.BULK, id="rfc 5965"),
        pytest.param(a_header("X-Failed-Recipients: a@b.example"), Kind.BOUNCE, id="exim, gmail"),
        pytest.param(a_header("Return-Path: <>", **{"from": "postmaster@x.example"}), Kind.BOUNCE, id="null path"),
        pytest.param(a_header(**{"from": "postmaster@x.example"}), Kind.PERSON, id="a postmaster who writes"),
        pytest.param(a_header(**{"from": "Mail System <MAILER-DAEMON>"}), Kind.BOUNCE, id="mailer-daemon"),
        pytest.param(
            a_header(subject="Delivery Status Notification (Delay)", content_type=_DSN),
            Kind.DELAY,
            id="a delay by its title",
        ),
        pytest.param(a_header(content_type="text/calendar; method=REPLY"), Kind.CALENDAR, id="rfc 6047"),
        pytest.param(
            a_header(content_type='multipart/mixed; method="REQUEST"'), Kind.CALENDAR, id="method on the whole"
        ),
        pytest.param(
            a_header("Content-Class: urn:content-classes:calendarmessage"), Kind.CALENDAR, id="exchange meeting"
        ),
    ],
)
def test_what_a_header_shows(header: bytes, expected: Kind) -> None:
    """Each sign is weighed as its source says, and no trap is taken for a sign."""
    assert expected == read(header).kind


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: The new site",
        "Automatische Antwort: Neue Seite",
        "Risposta automatica: Il sito",
        "Odpowiedź automatyczna: Nowa strona",
        "Sjálfvirkt svar: Nýi vefurinn",
        "Réponse automatique : Le site",
        "Respuesta automática: El sitio",
        "Automatisch antwoord: De site",
        "Resposta automática: O site",
        "Autosvar: Webbplatsen",
        "Automatiskt svar: Webbplatsen",
        "Automaattinen vastaus: Sivusto",
        "Automatická odpověď: Stránky",
        "Automatikus válasz: Az oldal",
        "Răspuns automat: Site-ul",
        "Otomatik Yanıt: Site",
        "Автоматический ответ: Сайт",
        "Автоматична відповідь: Сайт",
        "Αυτόματη απάντηση: Ο ιστότοπος",
        "自動応答: サイト",
        "自动答复: 网站",
        "자동 회신: 사이트",
        "Abwesenheitsnotiz",
        "Out of Office",
        "Out-of-Office: Re: The new site",
        "Fuori ufficio",
        "[External] Automatic reply: The new site",
        "EXTERNAL: Automatic reply: The new site",
        "Auto: Re: The new site",
        "Anna Rossi is out of the office (returning 9 March)",
    ],
)
def test_a_title_that_only_machines_give(subject: str) -> None:
    """It shows an automatic reply without any other sign, in every language."""
    assert Kind.AUTO_REPLY is read(a_header(subject=subject)).kind


@pytest.mark.parametrize(
    "subject",
    [
        "Re: Automatic reply: The new site",
        "AW: Automatische Antwort: Neue Seite",
        "Fwd: Undelivered Mail Returned to Sender",
        "Out of office next week, can we move the call?",
        "Automatic replying machines for the shop",
        "Urlop",
        "Absence",
        "Auto",
        "Delivery failure of parcel 123",
        "Rejected",
        "Warning: messages are long",
        "Accepted: the offer of Monday",
        "Read: a book for you",
        "Invitation: our summer party",
    ],
)
def test_a_title_that_a_person_may_give(subject: str) -> None:
    """A person answers a machine, or uses its words: that alone makes nobody a machine."""
    assert Kind.PERSON is read(a_header(subject=subject)).kind


@pytest.mark.parametrize(
    ("subject", "lines", "expected"),
    [
        ("Urlop", ("Return-Path: <>",), Kind.AUTO_REPLY),
        ("Undelivered Mail Returned to Sender", ("Return-Path: <>",), Kind.BOUNCE),
        ("Read: The offer", ("Content-Type: multipart/report; boundary=b",), Kind.PERSON),
        ("Successful Mail Delivery Report", (f"Content-Type: {_DSN}",), Kind.RECEIPT),
    ],
)
def test_a_doubtful_title_with_another_sign(subject: str, lines: tuple[str, ...], expected: Kind) -> None:
    """Two hints of one kind are enough, two of different kinds are not."""
    assert expected == read(a_header(*lines, subject=subject)).kind


_LIST = (
    "List-Id: <talk.list.example>",
    "List-Post: <mailto:talk@list.example>",
    "List-Unsubscribe: <mailto:u@list.example>",
)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(a_header(*_LIST, "Precedence: list"), (Kind.PERSON, True), id="a post"),
        pytest.param(a_header(*_LIST, "Precedence: bulk"), (Kind.PERSON, True), id="a post of an old list"),
        pytest.param(
            a_header("Mailing-List: list x@groups.example", "List-Unsubscribe: <x>"), (Kind.PERSON, True), id="ezmlm"
        ),
        pytest.param(
            a_header("Sender: talk-bounces@list.example", "List-Id: <talk.list.example>"),
            (Kind.PERSON, True),
            id="mailman",
        ),
        pytest.param(a_header(*_LIST, **{"from": "no-reply@list.example"}), (Kind.BULK, False), id="a list's robot"),
        pytest.param(
            a_header(*_LIST, "List-Unsubscribe-Post: List-Unsubscribe=One-Click"), (Kind.BULK, False), id="a newsletter"
        ),
        pytest.param(
            a_header(*_LIST, **{"from": "Bo <notifications@forge.example>"}), (Kind.BULK, False), id="a forge"
        ),
        pytest.param(a_header(*_LIST, "Auto-Submitted: auto-replied"), (Kind.AUTO_REPLY, False), id="away, to a list"),
        pytest.param(a_header(), (Kind.PERSON, False), id="no list"),
    ],
)
def test_mail_through_a_list(header: bytes, expected: tuple[Kind, bool]) -> None:
    """A person's post is told from what a list's robot sends."""
    message = read(header)

    assert expected == (message.kind, message.to_list)


def test_the_signals_of_a_verdict() -> None:
    """Each is named after its field and what stood there, in the header's order."""
    header = a_header("Auto-Submitted: Auto-Replied", "Return-Path: <>", subject="Automatic  Reply: Hello")

    assert read(header).signals == ("auto-submitted: auto-replied", "return-path: <>", "subject: automatic reply")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (a_header(content_type=_DSN), True),
        (a_header(subject="Delivery Status Notification (Delay)"), True),
        (a_header("Auto-Submitted: auto-replied"), False),
        (a_header(), False),
    ],
)
def test_whether_the_body_must_be_read(header: bytes, *, expected: bool) -> None:
    """Only a report leaves open what it reports."""
    assert expected == needs_report(read(header))

"""What tells bulk mail from a person's by its words, its make and how it was sent."""

from __future__ import annotations

import time

import pytest

from crickets.domain.letter import Letter
from crickets.domain.message import Kind, Role
from crickets.reading.body.markup import page_of
from crickets.reading.body.mime import parts_of
from crickets.reading.header.facts import message_of
from crickets.reading.header.fields import fields_of
from crickets.reading.kinds.clues import weighed
from crickets.reading.kinds.humanity import clues_of_a_person
from crickets.reading.kinds.in_header import clues_of, clues_of_whole
from crickets.reading.kinds.selling import clues_in_body, is_by_program
from crickets.reading.quotes.letter import letter_of
from tests.reading.build import a_header, a_mail, a_multipart, raw


def kind_of(mail: bytes) -> Kind:
    """What a whole mail is taken for, by its header and by what is weighed of its body here."""
    fields, letter = fields_of(mail), letter_of(mail)
    message = message_of(raw(mail), role=Role.INBOX)
    header = (*clues_of(fields, message.sender, message.subject), *clues_of_whole(fields))
    body = (*clues_in_body(letter, page_of(parts_of(mail)), fields), *clues_of_a_person(letter, fields))
    return weighed((*header, *body))


def a_page(body: str, *lines: str, **fields: str) -> bytes:
    """A mail that is nothing but HTML."""
    return a_mail(f"<html><body>{body}</body></html>", *lines, content_type="text/html; charset=utf-8", **fields)


_SHOP = '<table bgcolor="#fff"><tr><td align="center"><img src="https://i.shop.example/a.png"></td></tr></table>'
_BEACON = '<img src="https://t.shop.example/o?u=81" width="1" height="1">'


@pytest.mark.parametrize(
    "leaving",
    [
        "Click here to unsubscribe. View this email in your browser.",
        "Hier klicken, um den Newsletter abzubestellen: abmelden. Im Browser ansehen.",
        "Clicca qui per annullare l'iscrizione. Visualizza nel browser.",
        "Kliknij tutaj, aby wypisać się z listy. Polityka prywatności.",
        "Pour vous désabonner, cliquez ici. Voir dans le navigateur.",
        "Si no desea recibir más correos, haga clic aquí para darse de baja. Ver en el navegador.",
        "Uitschrijven kan via deze link: klik hier. Bekijk in browser.",
        "Para cancelar a inscrição, clique aqui. Ver no navegador.",
        "Klicka här för att avregistrera dig. Visa i webbläsaren.",
        "Smelltu hér til að afskrá þig af póstlistanum. Skoða í vafra.",
        "Afmeld nyhedsbrevet: klik her. Vis i browser.",
        "Meld deg av her: klikk her. Vis i nettleser.",
        "Peruuta uutiskirje: klikkaa tästä. Avaa selaimessa.",
        "Odhlásit odběr: klikněte zde. Zobrazit v prohlížeči.",
        "Leiratkozás: kattintson ide. Megtekintés böngészőben.",
        "Dezabonare: click aici. Vezi în browser.",
        "Abonelikten çık: tıklayın. Tarayıcıda görüntüle.",
        "Чтобы отписаться от рассылки, нажмите здесь. Открыть в браузере.",
        "Відписатися: натисніть тут. Переглянути в браузері.",
        "Για διαγραφή κάντε κλικ εδώ. Πολιτική απορρήτου.",
        "配信停止はこちらをクリックしてください。",
        "如需退订，请点击这里。",
        "수신거부를 원하시면 여기를 클릭하세요.",
        "להסרה מרשימת התפוצה לחצו כאן",
        "إلغاء الاشتراك: اضغط هنا",
    ],
)
def test_the_foot_of_a_newsletter(leaving: str) -> None:
    """How to end it shows bulk in every language, without a sign in the header."""
    assert Kind.BULK is kind_of(a_mail(f"Spring is here.\n\n{leaving}\n"))


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(a_page(f"New in.{_SHOP}{_BEACON}"), id="a designed page with a beacon"),
        pytest.param(a_page(f'{_SHOP}<form action="https://x.example"><input></form>'), id="a form"),
        pytest.param(a_page("Hi", subject="Save 50% today", to="undisclosed-recipients:;"), id="an offer to nobody"),
        pytest.param(
            a_mail("Look at this", date="Mon, 2 Mar 2026 10:15:00 -1900"), id="a zone that no clock on earth has"
        ),
        pytest.param(
            a_mail("Order now.\n\nxqzvbnmkjhgfdsapo", subject="Cheap"), id="random letters for filters that count"
        ),
        pytest.param(
            a_mail("THE BEST PRICES EVER SEEN\nORDER NOW, LIMITED TIME OFFER\nTOTALLY FREE SHIPPING, ACT NOW"),
            id="capitals and calls",
        ),
        pytest.param(
            a_mail(
                "Dear Sir,\nI am the barrister of a deceased contractor. A sum of US$12.5 million lies in a security\n"
                "company; I seek your assistance as next of kin. Strictly confidential.\nYours faithfully,\nJohn Doe"
            ),
            id="a fortune, though it's a letter with greeting and name",
        ),
        pytest.param(a_mail("Your backup ran. This is an automatically generated message."), id="says so itself"),
        pytest.param(
            a_mail(
                "Thank you for your order.\nOrder number: 71\nTotal: EUR 120.00\n",
                **{"from": "x <orders@shop.example>"},
            ),
            id="a shop's receipt",
        ),
        pytest.param(
            a_mail("Ihr Bestätigungscode: 1234. Passwort zurücksetzen: https://x.example/r?1\n(c) 2026 X GmbH\n"),
            id="a code, in German",
        ),
        pytest.param(a_mail("a", subject="Garden news!                  38271"), id="a number behind a gap"),
        pytest.param(
            a_mail("XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"), id="the filters' test"
        ),
        pytest.param(
            a_mail(
                "Fix it\n\nBranch: main\nCommit: 1a2b\nAuthor: Bo <b@x.example>\nCommitter: Bo\n", in_reply_to="<a@b>"
            ),
            id="a commit, threaded under another",
        ),
        pytest.param(
            a_mail("Hallo", "X-Mailer: Microsoft Outlook Express 6.00.2600.0000", **{"from": "x@y.example"}),
            id="an Outlook Express that isn't one",
        ),
    ],
)
def test_a_mail_that_went_to_thousands(mail: bytes) -> None:
    """Its words, its make or how it was sent show it, without a sign of RFC 2369."""
    assert Kind.BULK is kind_of(mail)


_SIGNATURE = (
    "<p>Hi Dana,</p><p>could you send me an offer for the new site by Friday?</p><p>Best regards,<br>Anna Rossi</p>"
    '<table bgcolor="#eee"><tr><td align="center"><a href="https://client.example"><img src="https://client.example/l.png">'
    '</a></td><td><a href="https://social.example/client">Follow us</a></td></tr></table>'
)


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(a_mail("Hi Dana,\n\nhow much would the new site cost?\n\nBest,\nAnna"), id="a first letter"),
        pytest.param(a_mail("ok"), id="a word"),
        pytest.param(a_mail("The code you asked for:\n\nk3f9x2abc81"), id="a code as the last line"),
        pytest.param(a_mail(""), id="nothing"),
        pytest.param(a_mail("Call me!!", subject="URGENT!", **{"from": "anna77@client.example"}), id="in a hurry"),
        pytest.param(
            a_multipart(
                "alternative",
                "Content-Type: text/plain\n\nHi Dana,\n\ncould you send me an offer?\n\nBest regards,\nAnna Rossi",
                f"Content-Type: text/html\n\n{_SIGNATURE}",
            ),
            id="a firm's logo, table and links below a person's words",
        ),
        pytest.param(
            a_mail("Hi,\n\nplease unsubscribe me from your newsletter, I never read it.\n\nRegards,\nAnna"),
            id="who asks to be taken off a list",
        ),
        pytest.param(
            a_mail(
                "Yes, please.\n\nOn Mon, 2 Mar 2026 at 10:15, Shop <news@shop.example> wrote:\n"
                "> 50% off! Click here to order now.\n> To unsubscribe, click here. View in browser.",
                subject="Re: Spring sale",
                in_reply_to="<n@shop.example>",
            ),
            id="an answer that quotes a newsletter",
        ),
        pytest.param(
            a_mail(
                "Does it work for you?\n\n_____\nTo unsubscribe from this list:\n"
                "https://list.example/mailman/listinfo/talk\n"
            ),
            id="a post with its list's footer, every header of the list lost",
        ),
        pytest.param(
            a_mail("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", subject="[PATCH] x"), id="a patch"
        ),
    ],
)
def test_a_mail_that_a_person_wrote(mail: bytes) -> None:
    """No single mark makes it bulk, and an answer not even several."""
    assert Kind.PERSON is kind_of(mail)


def test_what_the_clue_tells() -> None:
    """The weightiest marks by name, in one clue for all of them."""
    mail = a_page(f"Order now{_SHOP}{_BEACON}")

    [clue] = clues_in_body(letter_of(mail), page_of(parts_of(mail)), fields_of(mail))

    assert clue.shown.startswith("body: nothing but HTML, beacons")


def test_a_subject_of_a_change_in_code() -> None:
    """It is bulk by its header alone, tags and a series' number apart."""
    assert Kind.BULK is message_of(raw(a_header(subject="[2/3] shop git commit: Fix it")), role=Role.INBOX).kind
    assert Kind.PERSON is message_of(raw(a_header(subject="I can commit: yes")), role=Role.INBOX).kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bitte nicht antworten.", True),
        ("Please DO NOT\nreply to this message", True),
        ("本メールは送信専用です", True),
        ("Please reply to this", False),
        ("", False),
    ],
)
def test_what_programs_say_of_themselves(text: str, *, expected: bool) -> None:
    """It's found in any language, whatever the case and wherever the lines break."""
    assert expected == is_by_program(text)


@pytest.mark.parametrize(
    "piece", ["A", "AB ", "<", "<a href=", "\n", "a1", "!", "$1", "unsubscribe ", "\u200b", "x\n-", "= "]
)
def test_a_text_made_to_take_long(piece: str) -> None:
    """Half a megabyte of anything is weighed in well under a second."""
    text = piece * (512 * 1024 // len(piece))
    letter = Letter(text=text, whole=text)
    begin = time.process_time()

    list(clues_in_body(letter, text, fields_of(b"Subject: " + text[:4000].encode().replace(b"\n", b" "))))

    assert time.process_time() - begin < 20  # what grows by more than it should takes minutes

"""Automatic replies told by their words: bare bodies in many languages, and people who only sound like them."""

from __future__ import annotations

import pytest

from crickets.domain.message import Kind
from crickets.reading.automatic.replies import clues_in_words
from crickets.reading.kinds.clues import ENOUGH, HINT, STRONG


def weight_of(text: str, *, subject: str = "Re: The new site", quoted: bool = False) -> int:
    """How much a letter's words speak for an automatic reply."""
    clues = tuple(clues_in_words(text, subject=subject, quoted=quoted))
    assert all(clue.kind is Kind.AUTO_REPLY for clue in clues)
    return sum(clue.weight for clue in clues)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I am out of the office until 4 May and will answer when I am back.", id="en"),
        pytest.param("On leave until 12/08.", id="en, no person"),
        pytest.param("I'll be back on Monday. If it is urgent, please call the front desk.", id="en, back"),
        pytest.param("Ich bin vom 3. bis 10. August nicht im Büro.\n\nGruß\nHans", id="de"),
        pytest.param(
            "Bin bis zum 5.9. im Urlaub, Ihre Mail wird nicht weitergeleitet. Ich bin dann wieder da.", id="de 2"
        ),
        pytest.param("Ich bin bis Freitag nicht im Buero. Dringendes bitte an Frau Roth.", id="de without umlauts"),
        pytest.param("Sono in ferie fino al 24 agosto. Per urgenze contattare il collega Neri.", id="it"),
        pytest.param("Jestem na urlopie do 15 sierpnia, w pilnych sprawach proszę o kontakt z biurem.", id="pl"),
        pytest.param("Ég er í fríi til 12. ágúst. Ef erindið er áríðandi hafðu samband við Jón.", id="is"),
        pytest.param("Je suis en congé jusqu'au 18 août. En cas d'urgence, contactez l'accueil.", id="fr"),
        pytest.param("Estoy de vacaciones hasta el 15. Para asuntos urgentes llame a la oficina.", id="es"),
        pytest.param("Ik ben afwezig tot 14 augustus en lees mijn mail niet.", id="nl"),
        pytest.param("Estou de férias até 20 de agosto. Em caso de urgência contacte a Rita.", id="pt"),
        pytest.param("Jag är på semester till den 14 augusti och läser inte min mejl.", id="sv"),
        pytest.param("Jeg er på ferie til den 4. august. Ved hastende sager kontakt kontoret.", id="da"),
        pytest.param("Jeg har ferie til 4. august og leser ikke e-post.", id="no"),
        pytest.param("Olen lomalla 31.7. asti. Kiireellisissä asioissa ota yhteyttä Liisaan.", id="fi"),
        pytest.param("Jsem na dovolené do 15. srpna. V naléhavých případech kontaktujte kolegu.", id="cs"),
        pytest.param("Som mimo kancelárie do 15. augusta, odpoviem po návrate.", id="sk"),
        pytest.param("Augusztus 15-ig szabadságon vagyok. Sürgős esetben keresse kollégámat.", id="hu"),
        pytest.param("Sunt în concediu până pe 15 august. Pentru urgențe contactați colegul meu.", id="ro"),
        pytest.param("15 Ağustos tarihine kadar izindeyim. Acil durumlarda Ayşe ile görüşebilirsiniz.", id="tr"),
        pytest.param("Я в отпуске до 15 августа. По срочным вопросам обращайтесь к Ивану.", id="ru"),
        pytest.param("Я у відпустці до 15 серпня, відповім після повернення.", id="uk"),
        pytest.param("Απουσιάζω έως τις 15 Αυγούστου. Για επείγοντα θέματα καλέστε το γραφείο.", id="el"),
        pytest.param("8月12日から16日まで休暇をいただいております。お急ぎの場合は代表までご連絡ください。", id="ja"),
        pytest.param("我正在休假，8月15日回来。紧急事宜请联系我的同事。", id="zh"),
        pytest.param("8월 15일까지 휴가 중입니다. 급한 용무는 사무실로 연락 바랍니다.", id="ko"),
        pytest.param("אני בחופשה עד 15.8. לעניינים דחופים ניתן לפנות למשרד.", id="he"),
        pytest.param("أنا في إجازة حتى 15 أغسطس. للأمور العاجلة يرجى الاتصال بالمكتب.", id="ar"),
        pytest.param("Na godišnjem sam do 15. kolovoza. U hitnim slučajevima obratite se kolegi.", id="hr"),
        pytest.param("Na dopustu sem do 15. avgusta. V nujnih primerih pokličite pisarno.", id="sl"),
        pytest.param("В отпуск съм до 15 август. При спешни случаи се обадете в офиса.", id="bg"),
        pytest.param("Olen puhkusel kuni 15. augustini. Kiireloomuliste asjade korral pöörduge kontorisse.", id="et"),
        pytest.param("Esmu atvaļinājumā līdz 15. augustam. Steidzamos gadījumos zvaniet uz biroju.", id="lv"),
        pytest.param("Esu atostogose iki rugpjūčio 15 d. Skubiais klausimais kreipkitės į biurą.", id="lt"),
        pytest.param("Estic de vacances fins al 15 d'agost. En cas d'urgència truqueu a l'oficina.", id="ca"),
    ],
)
def test_somebody_is_away(text: str) -> None:
    """A bare out-of-office is told by its words alone, whatever its language."""
    assert weight_of(text) >= ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Out till the 6th. Answers when I return.", id="en, out"),
        pytest.param("Out of office. Back 13 May.", id="en, back"),
        pytest.param("On sabbatical, returning 2 November.", id="en, sabbatical"),
        pytest.param("Abwesenheitsnotiz: wieder im Büro ab Mi 06.05.", id="de, a label"),
        pytest.param("Bin ab dem 15.05. wieder erreichbar.", id="de"),
        pytest.param("Rientro il 4 maggio.", id="it"),
        pytest.param("De retour le 4 mai.", id="fr"),
        pytest.param("De vuelta el 4 de mayo.", id="es"),
        pytest.param("Terug op 4 mei.", id="nl"),
        pytest.param("Wracam 4 maja.", id="pl"),
        pytest.param("De volta dia 4 de maio.", id="pt"),
        pytest.param("Åter den 4 maj.", id="sv"),
        pytest.param("Automatisk svar. Jeg læser ikke mails i denne uge.", id="da, a label"),
    ],
)
def test_an_absence_without_a_verb(text: str) -> None:
    """Notices are short: a sentence that begins with the absence or the return needs no verb, a label no sentence."""
    assert weight_of(text) >= ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Thank you for your message. We'll answer as soon as possible.", id="en"),
        pytest.param("Danke für Ihre Nachricht, wir antworten umgehend.", id="de"),
        pytest.param("Tack för ditt mejl. Vi återkommer så snart vi kan.", id="sv"),
        pytest.param("Dziękujemy za wiadomość. Odpowiemy jak najszybciej.", id="pl"),
        pytest.param("Děkujeme za zprávu. Odpovíme co nejdříve.", id="cs"),
        pytest.param("谢谢您的来信，我会尽快回复您。", id="zh"),
    ],
)
def test_an_office_only_promises(text: str) -> None:
    """Thanks and a promise without a day are what an office's machine says; quoting the mail, a person does."""
    assert weight_of(text) >= ENOUGH
    assert weight_of(text, quoted=True) < weight_of(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The office is closed from 16 to 29 August. Mail is answered when we reopen.", id="closed"),
        pytest.param("I am out of office. I will get back to you as soon as I can.", id="as soon as I can"),
        pytest.param("Out of the office starting 01/05/2026 and will not return until 01/19/2026.", id="Notes"),
        pytest.param("Je suis en séminaire jusqu'au 17 juillet.", id="fr, a seminar"),
        pytest.param("Toute l'équipe prend des jours de repos, nous revenons le 24 août.", id="fr, days of rest"),
        pytest.param("Ma remplaçante est Claire, je suis en congé maternité.", id="fr, a substitute"),
        pytest.param("Gli uffici rimarranno chiusi dal 10 al 21 agosto per ferie estive.", id="it, closed"),
        pytest.param("Estamos em recesso até 5 de janeiro.", id="pt, recess"),
        pytest.param("Vi holder lukket mellem jul og nytår.", id="da, closed"),
        pytest.param("Jsem nemocná, e-maily nečtu.", id="cs, ill"),
        pytest.param("Нахожусь на больничном, почту не читаю.", id="ru, ill"),
        pytest.param("Ik ben ziek. Naar verwachting ben ik maandag 10 augustus terug.", id="nl, ill"),
        pytest.param("Deze week werk ik niet; vanaf donderdag 13 augustus lees ik mijn mail weer.", id="nl, works not"),
        pytest.param("Ik ben tot 12 augustus beperkt bereikbaar.", id="nl, little reachable"),
        pytest.param("Ik geniet van mijn vakantie tm 21 augustus. Daarna lees ik je mail.", id="nl, enjoys"),
        pytest.param(
            "Witam, od 03.08 do 21.08.2026 jestem nieobecny. Moje maile nie są przekierowywane.", id="pl, not forwarded"
        ),
    ],
)
def test_other_reasons_to_be_away(text: str) -> None:
    """Who is ill, at a seminar or in a closed office is as far away as who is on holiday."""
    assert weight_of(text) >= ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("FYI, I'm on vacation from tomorrow. That's why I am slow to answer the second part.", id="FYI"),
        pytest.param("I would prefer 10 July, because I'm on vacation next week.", id="prefers a day"),
        pytest.param("Bin am Wochenende erreichbar, gerne ein kurzes Gespräch.", id="de, can be reached"),
        pytest.param("Ab morgen bin ich im Urlaub, das Angebot ist angenommen.", id="de, from tomorrow"),
        pytest.param("While Bob is out of office the keys are with me.", id="within a sentence"),
        pytest.param("Thank you for your mail. I'll answer as soon as possible.", id="one person promises"),
    ],
)
def test_a_person_is_soon_away(text: str) -> None:
    """A machine that is set up days before knows no tomorrow, prefers nothing, and never says "FYI"."""
    assert weight_of(text) < ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("This is an automated reply. We have your mail.", id="says so"),
        pytest.param("We have received your message and will answer within two working days.", id="an office"),
        pytest.param("Your request [#48213] has been received by our team.", id="a help desk"),
        pytest.param("Vielen Dank für Ihre Anfrage. Wir melden uns schnellstmöglich bei Ihnen.", id="an office, de"),
        pytest.param("O seu chamado foi registrado. Em até 48h úteis entraremos em contato.", id="a help desk, pt"),
        pytest.param("Takk fyrir að hafa samband. Erindi þitt hefur fengið númerið 12345.", id="a help desk, is"),
        pytest.param("Mrs Hall no longer works for our company. Please write to info@firm.example.", id="left"),
        pytest.param("Cette adresse n'est plus utilisée, merci d'écrire à contact@firm.example.", id="given up"),
        pytest.param("Please use my new e-mail address: ann@new.example", id="a new address"),
        pytest.param("karl@firma.example ist meine neue E-Mail-Adresse.", id="a new address, de"),
        pytest.param("ab sofort: karl@firma.example", id="nothing but a new address"),
        pytest.param("This mailbox is not monitored.", id="nobody reads"),
        pytest.param("To have your message delivered, please confirm that you are a human.", id="a challenge"),
        pytest.param("Ihre Nachricht wird noch zurückgehalten. Bitte klicken Sie auf den Link.", id="a challenge, de"),
    ],
)
def test_a_machine_answers(text: str) -> None:
    """Acknowledgements, dead addresses and challenges are automatic replies as well."""
    assert weight_of(text) >= ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I'm out of the office today, but will resend it tomorrow.", id="resends it"),
        pytest.param("Hi Dana,\n\nI'm on holiday next week, could you send it before Friday?\n\nAnna", id="asks"),
        pytest.param("I got an out of office reply from Peter, he is away until May. Shall we wait?", id="complains"),
        pytest.param('He wrote: "I am out of the office until 4 May and will answer then." So it goes.', id="cites"),
        pytest.param("Sorry for the late reply, I was out of the office until Monday. The price is fine.", id="back"),
        pytest.param("Thanks for your mail! I'll get back to you on Friday.\n\nAnna", id="promises"),
        pytest.param("Ich bin bis Freitag im Urlaub, aber den Entwurf schicke ich Ihnen noch heute.", id="de"),
        pytest.param("Domani sono fuori ufficio ma ti chiamo giovedì per il contratto.", id="it"),
        pytest.param("Nous avons bien reçu le devis. Quand pouvez-vous commencer ?", id="fr"),
        pytest.param("Danke für Ihre Nachricht, das Angebot nehmen wir gerne an.", id="thanks for a mail"),
        pytest.param("Los viernes no trabajo. La oferta me parece bien, adelante con ella.", id="es"),
        pytest.param("bob@firm.example", id="an address that was asked for"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_person_writes(text: str) -> None:
    """An absence that is mentioned in passing, talked about or over is a person's."""
    assert weight_of(text) < ENOUGH


def test_a_long_letter_mentions_an_absence() -> None:
    """What is said beside it makes it a person's letter, however plain the absence."""
    matter = "The second page needs a larger picture and the colours of the first one look too dark. " * 6
    assert weight_of("I am out of the office until 4 May. " + matter) < HINT


def test_a_body_in_an_undeclared_utf_7() -> None:
    """Old mailers shift every letter outside of ASCII, and don't always say so (RFC 2152)."""
    shifted = "Ich bin bis zum 5. August nicht im Büro.".encode("utf-7").decode("ascii")
    assert "ü" not in shifted
    assert weight_of(shifted) >= ENOUGH


def test_small_print_below_is_not_counted() -> None:
    """A firm's legal notice says nothing of the letter above it."""
    notice = "This e-mail and any attachments are confidential. " + "Any use by others is not allowed. " * 20
    assert weight_of(f"I am on vacation until 4 May.\n\n{notice}") >= ENOUGH


def test_the_subject_says_it_and_the_body_nothing() -> None:
    """A phrase that stands in the subject alone counts, unless the subject is that of the mail answered."""
    assert weight_of("", subject="On vacation until May 5") >= ENOUGH
    assert weight_of("", subject="Re: On vacation until May 5") < HINT


def test_groupwise_puts_it_in_brackets_behind_the_subject() -> None:
    """The brackets at the end of an answer's subject are the answer's own."""
    assert weight_of("", subject="Re: Budget (Out of the office until 5 May)") >= ENOUGH


def test_a_reader_greeted_by_name_speaks_for_a_person() -> None:
    """A machine seldom knows whom it writes to; "Guten Tag" is no name."""
    text = "\n\nThanks for your mail. I am out of the office this week."
    assert weight_of("Hi Dana," + text) < weight_of("Hello," + text) == weight_of("Dear customer," + text)


def test_talk_about_an_automatic_reply_speaks_against_one() -> None:
    """It outweighs a hint from elsewhere, such as the subject of the mail that is talked about."""
    assert weight_of("I received an out of office from her, she is away from work until May. Who can help?") <= -ENOUGH


def test_the_clue_tells_what_was_said() -> None:
    """Each clue names the moves that it stands for."""
    (clue,) = clues_in_words("I am on vacation until 4 May. In urgent cases please call my colleague.", subject="")
    assert clue.weight == STRONG
    assert "says it is away" in clue.shown
    assert "names who helps meanwhile" in clue.shown


@pytest.mark.parametrize(
    "text", ["from 5 to until " * 300, "\n \n" * 2000, '"' * 5000, "休假" * 3000, "[#" * 3000, "\0" * 9]
)
def test_any_text_is_read(text: str) -> None:
    """No text is refused, and none takes long."""
    tuple(clues_in_words(text, subject=text))

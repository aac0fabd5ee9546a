"""Words of the author's own that look like the beginning of a quote or a signature."""

from __future__ import annotations

import pytest

from crickets.reading.quotes.quotes import parts_of_text


@pytest.mark.parametrize(
    "text",
    [
        "I spoke with Anna on 3 March 2026 at 10:15 and she said:\nwe go ahead.",
        "As you wrote on 3/2/26:\nthe site is ready.\nI agree.",
        "Here is what Tom (tom@client.example) wrote:\n\nWe go ahead.\n\nWhat do you think?",
        "Please send it to anna@client.example by 10:15:\nthe offer\nthe invoice",
        "The meeting is on 2 March 2026 at 10:15 with:\n- Anna <anna@client.example>\n- Tom",
        "Date: 2 March 2026\nTime: 10:15\nPlace: Rome\nSubject: the new site",
        "From: Rome\nTo: Milan\nDate: 2 March\nPrice: 100 EUR",
        "Od: 10:15\nDo: 12:00\nTemat: strona\n\nPasuje?",
        "Van Anna hoorde ik het.\nAan: de slag!\nDatum: maandag",
        "| a | b |\n|---|---|\n| c | d |\n\nThat's the table.",
        "Hi,\n\n2026-03-02 10:15 GMT+01:00 we meet\n\nok?",
        "Anna <anna@client.example>\nTom <tom@client.example>\nthese are the people.",
        "A new section.\n\n***\n\nAnother.",
        "Yes.\n\nSent from the warehouse this morning, your parcel should arrive on Monday.",
        "Yes.\n\nSent via DHL.\n\nIt should arrive on Monday. Do tell me when it's there.\nBest,\nAnna",
        "Sent via DHL.\n\nMore tomorrow",
        "Done.\n\nSent by courier today.",
        "Klart.\n\nSkickat med posten idag.",
        "Tamam.\n\nFatura gönderildi.",
        "Selvä.\n\nLähetetty tänään.",
        "好的。\n\n从我的角度看没有问题。",
        "네.\n\n내일 봅시다.",
        "Yes.\n\nImportant notice: we are moving to a new office on Monday.\n\nBest,\nAnna",
        "Yes.\n\nThis message is for Tom only, please don't share it.",
        "Reply above this line of thought is not possible.",
        "```\n-- a comment\n--\nselect 1\n```\n\nThat's the query.",
    ],
)
def test_a_text_without_quote_or_signature(text: str) -> None:
    """It stays whole."""
    assert parts_of_text(text).text == text


@pytest.mark.parametrize(
    ("whole", "text"),
    [
        ("Yes.\n\nAR> Shall we?\nAR> When?\n\nMonday.", "Yes.\n\n\nMonday."),
        ("Yes.\n\n  | Shall we?\n  | When?\n\nMonday.", "Yes.\n\n\nMonday."),
        ("----- Original Message -----\nFrom: Anna\n>\n> Shall we?\nYes.", "Yes."),
        ("    Date:  Mon, 2 Mar 2026\n    From:  Anna <anna@a.example>\n\n  | Shall we?\n\nYes.", "Yes."),
        ("See 2/3/2026.\nOn Mon, 2 Mar 2026, Anna <anna@a.example> wrote:\nShall we?", "See 2/3/2026."),
        ("Yes.\nOn Mon, 2 Mar 2026\n10:15:00 +0100\nAnna <a@a.example> wrote:\nShall we?", "Yes."),
        ("Yes.\n\nOn Thu, 31 Mar 2016 at 11:16 Anna\n\n<\nmailto:Anna <a@a.example>\n> wrote:\n\nWell", "Yes."),
        ("Anna Rossi joked:\n> Shall we?\n\nYes.", "Yes."),
        ("On Mon, 2 Mar 2026 at 10:15, Anna sang:\n> Shall we?\n\nYes.", "Yes."),
        ("Mind this:\n> Shall we?\n\nYes.", "Mind this:\n\nYes."),
        ("Yes.\n\n***\n~~~~~\n====", "Yes."),
        ("Yes...", "Yes..."),
        ("Yes.\n\n???", "Yes.\n\n???"),
    ],
)
def test_a_quote_in_an_old_form(whole: str, text: str) -> None:
    """Only what's quoted goes; what is drawn at the end is no word."""
    assert parts_of_text(whole).text == text


_NOTES = """
Sent from my iPhone
Sent from my mobile, please excuse any typos.
Sent from Mail for Windows
Sent from [Mail](https://mailer.example/1) for Windows
Get Outlook for iOS<https://mailer.example/ios>
Get [Outlook for Android](https://mailer.example/a)
Sent with Proton Mail secure email.
Sent via Superhuman
(sent from a phone)
Von meinem iPhone gesendet
Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.
Outlook für iOS herunterladen
Inviato da iPhone
Scarica Outlook per Android
Wysłane z iPhone'a
Pobierz aplikację Outlook dla systemu iOS
Sent úr iPhone
Envoyé de mon iPhone
Télécharger Outlook pour iOS
Enviado desde mi iPhone
Obtener Outlook para Android
Verstuurd vanaf mijn iPhone
Outlook voor iOS downloaden
Enviado do meu iPhone
Obter o Outlook para iOS
Skickat från min iPhone
Hämta Outlook för iOS
Sendt fra min iPhone
Lähetetty iPhonesta
Odesláno z iPhonu
Odoslané z iPhonu
Poslano z mojega iPhona
Trimis de pe iPhone-ul meu
iPhone'umdan gönderildi
Отправлено с iPhone
Надіслано з iPhone
Στάλθηκε από το iPhone μου
iPhoneから送信
发自我的iPhone
從我的 iPhone 傳送
나의 iPhone에서 보냄
נשלח מה-iPhone שלי
Virus-free. www.scanner.example
Virenfrei. www.scanner.example
"""


@pytest.mark.parametrize("note", [line for line in _NOTES.split("\n") if line])
def test_what_a_program_adds(note: str) -> None:
    """It's no word of the author's, with or without a quote below."""
    assert parts_of_text(f"Yes, gladly.\n\n{note}\n").text == "Yes, gladly."
    assert parts_of_text(f"Yes, gladly.\n\n{note}\n\nOn 2 Mar 2026, at 10:15, A <a@b.example> wrote:\n\nHi").text == (
        "Yes, gladly."
    )


@pytest.mark.parametrize(
    "disclaimer",
    [
        "CONFIDENTIALITY NOTICE: this mail is for the intended recipient only and may be privileged.",
        "This email and any attachments are confidential.\nIf you are not the intended recipient, delete it.",
        "Diese E-Mail enthält vertrauliche Informationen. Sind Sie nicht der richtige Empfänger, löschen Sie sie.",
        "Le informazioni contenute in questa e-mail sono riservate e destinate solo al destinatario.",
        "Ta wiadomość e-mail jest poufna i przeznaczona wyłącznie dla adresata.",
        "Ce message est confidentiel et réservé à son destinataire.",
        "Este mensaje es confidencial y se dirige solo a su destinatario.",
        "Deze e-mail is vertrouwelijk en alleen bestemd voor de geadresseerde.",
        "Esta mensagem é confidencial e destina-se apenas ao destinatário.",
        "Please consider the environment before printing this mail.",
    ],
)
def test_a_disclaimer(disclaimer: str) -> None:
    """It's the firm's, not the author's."""
    parts = parts_of_text(f"Yes, gladly.\n\n{disclaimer}")

    assert (parts.text, parts.signature) == ("Yes, gladly.", disclaimer)

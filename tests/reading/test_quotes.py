from __future__ import annotations

import pytest

from crickets.reading.quotes.quotes import Parts, parts_of_text


@pytest.mark.parametrize(
    "attribution",
    [
        "On Mon, 2 Mar 2026 at 10:15, Anna Rossi <anna@client.example> wrote:",
        "On Mon, 2 Mar 2026 at 10:15, Anna Rossi\n<anna@client.example> wrote:",
        "On 02.03.26 10:15, Anna Rossi wrote:",
        "Am 02.03.2026 um 10:15 schrieb Anna Rossi:",
        "Am Mo., 2. März 2026 um 10:15 Uhr schrieb Anna Rossi <\nanna@client.example>:",
        "Anna Rossi <anna@client.example> schrieb am Mo., 2. März 2026,\n10:15:",
        "Il giorno lun 2 mar 2026 alle ore 10:15 Anna Rossi <anna@client.example> ha scritto:",
        "Il 02/03/2026 10:15, Anna Rossi ha scritto:",
        "W dniu 2.03.2026 o 10:15, Anna Rossi pisze:",
        "pon., 2 mar 2026 o 10:15 Anna Rossi <anna@client.example> napisał(a):",
        "Þann mán., 2. mar. 2026 kl. 10:15 skrifaði Anna Rossi <anna@client.example>:",
        "Le lun. 2 mars 2026 à 10:15, Anna Rossi <anna@client.example> a écrit :",
        "El lun, 2 mar 2026 a las 10:15, Anna Rossi (<anna@client.example>) escribió:",
        "Op ma 2 mrt 2026 om 10:15 schreef Anna Rossi <anna@client.example>:",
        "Em seg., 2 de mar. de 2026 às 10:15, Anna Rossi <anna@client.example> escreveu:",
        "Den mån 2 mars 2026 kl 10:15 skrev Anna Rossi <anna@client.example>:",
        "ma 2. maalisk. 2026 klo 10.15 Anna Rossi (anna@client.example) kirjoitti:",
        "пн, 2 мар. 2026 г. в 10:15, Anna Rossi <anna@client.example>:",
        "2026年3月2日(月) 10:15 Anna Rossi <anna@client.example>:",
        "---- On Mon, 02 Mar 2026 10:15:00 +0100 Anna Rossi <anna@client.example> wrote ----",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "----- Messaggio originale -----",
        "-----Wiadomość oryginalna-----",
        "----- Upprunaleg skilaboð -----",
        "---------- Forwarded message ---------",
        "From: Anna Rossi\nSent: Monday, 2 March 2026 10:15\nTo: Dana\nSubject: The site",
        "*From:* Anna Rossi\n*Date:* Monday, 2 March 2026\n*Subject:* The site",
        "________________________________\nFrom: Anna Rossi\nSent: Monday\nTo: Dana",
        "Von: Anna Rossi\nGesendet: Montag, 2. März 2026\nAn: Dana\nBetreff: Die Seite",
        "Da: Anna Rossi\nInviato: lunedì 2 marzo 2026\nA: Dana\nOggetto: Il sito",
        "Od: Anna Rossi\nWysłano: poniedziałek, 2 marca 2026\nDo: Dana\nTemat: Strona",
        "Frá: Anna Rossi\nSent: mánudagur, 2. mars 2026\nTil: Dana\nEfni: Vefurinn",
        "De : Anna Rossi\nEnvoyé : lundi 2 mars 2026\nÀ : Dana\nObjet : Le site",
        "Van: Anna Rossi\nVerzonden: maandag 2 maart 2026\nAan: Dana\nOnderwerp: De site",
        "Från: Anna Rossi\nSkickat: den 2 mars 2026\nTill: Dana\nÄmne: Sajten",
    ],
)
def test_an_answer_above_what_it_answers(attribution: str) -> None:
    """All from the attribution on is quoted, marked or not, in every language."""
    expected = Parts(text="Yes, gladly.", quoted=f"{attribution}\n\nShall we?\nAnna")

    assert expected == parts_of_text(f"Yes, gladly.\n\n{attribution}\n\nShall we?\nAnna\n")


@pytest.mark.parametrize(
    ("whole", "text"),
    [
        ("> Shall we?\n\nYes.", "Yes."),
        ("Anna wrote:\n> Shall we?\nYes.\n> When?\nMonday.", "Yes.\nMonday."),
        ("On Mon, 2 Mar 2026 Anna <a@b.example> wrote:\nShall we?", "Shall we?"),
        ("-----Original Message-----\nFrom: Anna\n\n> Shall we?\n\nYes.", "Yes."),
        ("See below.\nOn Mon, 2 Mar 2026, Anna wrote:\n\nShall we?", "See below."),
        ("She wrote:\n\n1. the offer\n2. the site", "She wrote:\n\n1. the offer\n2. the site"),
        ("From: the terrace\none sees the sea.", "From: the terrace\none sees the sea."),
        ("On Monday at 10:15 we meet:\n- you\n- me", "On Monday at 10:15 we meet:\n- you\n- me"),
        ("To: do\nSubject: to change", "To: do\nSubject: to change"),
        ("5 > 3 and 3 < 5", "5 > 3 and 3 < 5"),
        ("One.\n\n\nTwo.\n\n", "One.\n\n\nTwo."),
        ("", ""),
    ],
)
def test_an_authors_own_words(whole: str, text: str) -> None:
    """They are kept wherever they stand, and are taken for no quote's beginning."""
    assert text == parts_of_text(whole).text


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        ("Yes.\n-- \nDana\nStudio", Parts(text="Yes.", signature="Dana\nStudio")),
        ("Yes.\n--\nDana", Parts(text="Yes.", signature="Dana")),
        ("Yes.\n-- \nDana\n\n> Well?", Parts(text="Yes.", signature="Dana", quoted="> Well?")),
        ("> Well?\nYes.\n-- \nDana", Parts(text="Yes.", signature="Dana", quoted="> Well?")),
        (
            "Yes.\n____________________\ntalk mailing list",
            Parts(text="Yes.", signature="____________________\ntalk mailing list"),
        ),
        ("Yes.\n\nSent from my iPhone", Parts(text="Yes.", signature="Sent from my iPhone")),
        ("Sí.\n\nEnviado desde mi iPhone", Parts(text="Sí.", signature="Enviado desde mi iPhone")),
        ("Ja.\n\nVon meinem iPhone gesendet", Parts(text="Ja.", signature="Von meinem iPhone gesendet")),
        ("Sì.\n\nInviato da iPhone", Parts(text="Sì.", signature="Inviato da iPhone")),
        ("Tak.\n\nWysłane z iPhone'a", Parts(text="Tak.", signature="Wysłane z iPhone'a")),
        ("Tak.\n\nWyslane z iPhone'a", Parts(text="Tak.", signature="Wyslane z iPhone'a")),
        ("Já.\n\nSent úr iPhone", Parts(text="Já.", signature="Sent úr iPhone")),
        ("Oui.\n\nEnvoyé de mon iPhone", Parts(text="Oui.", signature="Envoyé de mon iPhone")),
        (
            "Sent with the post on Monday.\n" + "More.\n" * 20,
            Parts(text="Sent with the post on Monday." + "\nMore." * 20),
        ),
    ],
)
def test_a_signature(whole: str, expected: Parts) -> None:
    """It reaches from its separator, or what a phone adds, to the next quote or the end."""
    assert expected == parts_of_text(whole)

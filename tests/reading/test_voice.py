from __future__ import annotations

import pytest

from crickets.domain.letter import Letter, Voice
from crickets.reading import letter_of, voice_of
from tests.reading.build import a_letter, a_mail


def test_several_letters_to_a_client() -> None:
    """The newest that shows a thing is believed."""
    newest = a_letter("ok", signature="Sent from my iPhone")
    older = a_letter("Ciao Anna,\nti mando tutto.\nD.", language="it", greeting="Ciao Anna,", sign_off="D.")
    oldest = a_letter("Gentile Anna", language="it", greeting="Gentile Anna,", sign_off="Dana", signature="Studio Doe")

    assert Voice(greeting="Ciao Anna,", sign_off="D.", signature="Studio Doe", language="it", formal=False) == voice_of(
        [newest, older, oldest], []
    )


def test_letters_in_two_languages() -> None:
    """Greeting and closing words are of letters in the language of the newest: no Italian letter begins in English."""
    newest = a_letter("Ecco il file che mi avevi chiesto.", language="it")
    english = a_letter("Hi Anna, here it is.", language="en", greeting="Hi Anna,", sign_off="Best,\nDana")
    short = a_letter("ok", greeting="Anna,")
    italian = a_letter("Ciao Anna", language="it", greeting="Ciao Anna,", sign_off="A presto,\nDana")

    assert (voice_of([newest, english], []).greeting, voice_of([newest, english], []).sign_off) == ("", "")
    assert voice_of([newest, english, italian], []).greeting == "Ciao Anna,"
    assert voice_of([newest, english, italian], []).sign_off == "A presto,\nDana"
    assert voice_of([newest, english, short], []).greeting == "Anna,"


@pytest.mark.parametrize(
    "wish",
    [
        *"Happy Easter,|Have a great weekend,|Frohe Ostern|Schönes Wochenende|Buone feste|Joyeux Noël".split("|"),
        *"Felices fiestas|Fijne feestdagen|Boas festas|Wesołych Świąt|Gleðileg jól|God jul|Trevlig helg".split("|"),
        *"Bom fim de semana|Buen fin de semana|Bon week-end|Buon fine settimana|Buona serata|Have a great week".split(
            "|"
        ),
        *"Bonne fin de journée|Feliz tarde|Bon dimanche".split("|"),
        *"Schönen Feierabend|Fijne avond|Bonne soirée|Miłego wieczoru|Eigðu gott kvöld|Trevlig kväll".split("|"),
    ],
)
def test_a_closing_that_is_true_for_some_days(wish: str) -> None:
    """
    It's another letter's that drafts close with, or none; a name that is also a feast's is none of it.

    Nor is what holds for the evening taken over: drafts are laid in the morning.
    """
    newest = a_letter("it is done.", sign_off=f"{wish}\nDana")

    assert voice_of([newest, a_letter("ok", sign_off="Best,\nNoel")], []).sign_off == "Best,\nNoel"
    assert voice_of([newest], []).sign_off == ""


ENDS = "Hi Anna,\n\n{body}\n\n{closing}"
TURNS = ("the first draft is done.", "here is the offer that you asked me for.")


def own(closing: str, *bodies: str) -> list[Letter]:
    """Letters of the owner's that close alike."""
    return [letter_of(a_mail(ENDS.format(body=body, closing=closing))) for body in bodies]


@pytest.mark.parametrize(
    "closing",
    [
        "Hei hei!\nDana",
        "Tot ziens maar weer\n\nDana",
        "Peace & pixels\nD.",
        "Pip-pip, Dana",
        "Keep drawing!\nDana (Levi)",
    ],
)
def test_closing_words_that_are_in_no_table(closing: str) -> None:
    """They are the owner's where two letters end with them; of one alone nobody could tell."""
    expected = "\n".join(line for line in closing.split("\n") if line)

    assert voice_of(own(closing, *TURNS), []).sign_off == expected
    assert voice_of(own(closing, TURNS[0]), []).sign_off in {"", "Dana"}


@pytest.mark.parametrize(
    "closing",
    ["When can we talk?\n\nDana", "I am away until Monday, by the way.\n\nDana", "Colours:\nRed\n\nDana"],
)
def test_words_that_close_no_letter_twice(closing: str) -> None:
    """A question, a sentence, a list stay what they are though two letters end with them."""
    assert voice_of(own(closing, *TURNS), []).sign_off == "Dana"


def test_the_same_letter_twice() -> None:
    """It shows nothing: it was sent once more."""
    assert voice_of(own("Keep drawing!\nDana", TURNS[0], TURNS[0]), []).sign_off == ""


def test_closing_words_without_a_name() -> None:
    """A letter that is signed shows better how the owner closes; else it's told that there is no name."""
    bare, signed = own("Best,", TURNS[0]), own("Cheers,\nDana", TURNS[1])

    assert (voice_of([*bare, *signed], []).sign_off, voice_of([*bare, *signed], []).unsigned) == (
        "Cheers,\nDana",
        False,
    )
    assert (voice_of(bare, []).sign_off, voice_of(bare, []).unsigned) == ("Best,", True)


def test_closing_words_above_a_signature() -> None:
    """The name may stand in the signature: the newest letter is believed, and it's told that there is none above."""
    bare, signed = own("Best,\n\n-- \nDana Levi", TURNS[0]), own("Cheers,\nDana", TURNS[1])

    assert (voice_of([*bare, *signed], []).sign_off, voice_of([*bare, *signed], []).unsigned) == ("Best,", True)


def test_a_phones_note_below_a_signature() -> None:
    """It was said of that letter: no draft repeats it."""
    [letter] = own("Best,\nDana\n\nStudio Levi\nwww.studio.example\n\nSent from my iPhone", TURNS[0])

    assert voice_of([letter], []).signature == "Studio Levi\nwww.studio.example"


def test_no_letter_to_the_client_yet() -> None:
    """Language, form of address and name are the client's; a greeting is nobody's but the owner's."""
    theirs = a_letter("Szanowna Pani, czy mogę Panią prosić?", language="pl", greeting="Szanowna Pani,", sign_off="Jan")

    assert Voice(language="pl", formal=True, called="Jan") == voice_of([], [theirs])


@pytest.mark.parametrize(
    ("sign_offs", "called"),
    [
        (["Best,\nAnna"], "Anna"),
        (["", "Best,\nAnna"], "Anna"),
        (["Anna Rossi", "Cheers,\nAnna"], "Anna"),
        (["Best,\nAnna", "Best,\nTom"], ""),
        (["Best,\nAnna & Tom"], ""),
        (["Rossi Srl"], ""),
        ([], ""),
    ],
)
def test_the_name_under_the_clients_letters(sign_offs: list[str], called: str) -> None:
    """It's theirs where they sign, and always with the same."""
    assert called == voice_of([], [a_letter(sign_off=sign_off) for sign_off in sign_offs]).called


def test_the_name_under_the_owners_letters() -> None:
    """It's not the client's."""
    assert voice_of([a_letter(sign_off="Best,\nDana")], []).called == ""


def test_no_letter_at_all() -> None:
    """Nothing is shown."""
    assert Voice() == voice_of([], [])


@pytest.mark.parametrize(
    ("language", "text", "formal"),
    [
        ("de", "Können Sie mir Ihre Antwort schicken?", True),
        ("de", "Kannst du mir deine Antwort schicken?", False),
        ("de", "Könnt ihr mir eine Antwort schicken?", False),
        ("de", "Die Antwort kommt morgen.", None),
        ("de", "Die Entwürfe sind fertig. Sie liegen im Ordner.\n\nIhre Farben stimmen: Ihr seht es.", None),
        ("de", "Es fehlt:\n- Ihr Logo\n- Sie als Text", None),
        ("de", "Sie liegen im Ordner. Magst du sie ansehen?", False),
        ("de", "Guten Tag,\n\nIhre Entwürfe sind fertig.", True),
        ("it", "Le scrivo per il Suo sito, gentile Signora.", True),
        ("it", "Ti scrivo per il tuo sito.", False),
        ("it", "La ringrazio, va bene così.", True),
        ("it", "Il sito va online domani. Le pagine sono pronte, ti va?", False),
        ("fr", "Pourriez-vous me donner votre avis ?", True),
        ("fr", "Peux-tu me donner ton avis ?", False),
        ("es", "¿Puede usted decirme algo?", True),
        ("es", "Le agradezco su respuesta.", True),
        ("es", "Te agradezco la respuesta.", False),
        ("es", "¿Puedes decirme qué te parece?", False),
        ("es", "¿Os parece bien?", False),
        ("es", "¿Pueden ustedes decirme algo?", True),
        ("es", "¿Podés mirarla? Avisame.", False),
        ("es", "Avíseme cuando la vea.", True),
        ("es", "Espero que se encuentre bien.", True),
        ("fr", "N’hésitez pas.", True),
        ("fr", "Si besoin, regardez la page trois.", True),
        ("fr", "J'irai chez Lopez, c'est assez loin.", None),
        ("fr", "N'hésite pas.", False),
        ("fr", "Dis-moi si ça va.", False),
        ("nl", "Kunt u mij uw antwoord sturen?", True),
        ("nl", "Kun je me jouw antwoord sturen?", False),
        ("pl", "Czy może Pani zerknąć?", True),
        ("pl", "Czy możesz zerknąć? Daj znać.", False),
        ("pl", "Czy możecie zerknąć?", False),
        ("pl", "Czekam na Waszą odpowiedź.", False),
        ("pl", "Czekam na Państwa odpowiedź.", True),
        ("pl", "Czekam na odpowiedz Panstwa.", True),
        ("pl", "Czy mozesz zerknac?", False),
        ("pl", "Rzuć proszę okiem.", False),
        ("pl", "Czy dałabyś radę do piątku?", False),
        ("pl", "Dziękuję, że wysłałeś zdjęcia.", False),
        ("nl", "Goedemorgen mevrouw Peeters, hierbij de factuur.", True),
        ("nl", "Beste heer De Vries, hierbij de factuur.", True),
        ("pt", "A senhora pode responder?", True),
        ("pt", "Envio-lhe a proposta em anexo.", True),
        ("pt", "Envio-te a proposta em anexo.", False),
        ("pt", "Podes dizer-me o que te parece?", False),
        ("pt", "Podes ver o texto?", False),
        ("pt", "Oi, Ana, você pode ver o texto?", True),
        ("pt", "Oi, Ana, segue o texto para vocês.", None),
        ("sv", "Kan du säga vad du tycker?", False),
        ("is", "Getur þú sagt mér það?", False),
        ("en", "Dear Mr Rossi, could you have a look?", True),
        ("en", "Could you have a look?", None),
        ("ja", "お願いします", None),
        ("", "Könntest du?", None),
    ],
)
def test_the_form_of_address(language: str, text: str, *, formal: bool | None) -> None:
    """It's told by the words that only one form has, in each language's own way."""
    assert formal == voice_of([a_letter(text, language=language)], []).formal


@pytest.mark.parametrize(
    ("language", "greeting", "text", "formal"),
    [
        ("pl", "Cześć Anno,", "Pani Nowak pytała o Panią Kowalską. Czy Pani Nowak ma rację?", False),
        ("it", "Ciao Anna,", "La ringrazio la Signora Verdi, e Lei?", False),
        ("fr", "Salut Anna,", "vous avez tous vu le texte ?", False),
        ("nl", "Hoi Anna,", "mevrouw Bakker zei: Kunt u komen?", False),
        ("de", "Grüß dich, Anna,", "Frau Vogel fragt, ob Sie kommt.", False),
        ("nl", "Ha Anna,", "mevrouw Bakker zei: Kunt u komen?", False),
        ("nl", "Lieve,", "kunt u dit bekijken?", True),
        ("pl", "Cześć Pani Aniu,", "czy może Pani zerknąć?", True),
        ("de", "Hallo Anna,", "können Sie das ansehen?", True),
        ("es", "Hola, Anna:", "le agradezco su respuesta.", True),
    ],
)
def test_a_greeting_that_tells_the_form_of_address(language: str, greeting: str, text: str, *, formal: bool) -> None:
    """It goes before any count of words: others may be spoken of, or spoken to; but only where it can't be polite."""
    letter = a_letter(f"{greeting}\n\n{text}", language=language, greeting=greeting)
    newer = a_letter(text, language=language)

    assert voice_of([letter], []).formal is formal
    assert voice_of([newer, letter], []).formal is formal


def test_a_greeting_that_the_owner_asks_for() -> None:
    """It tells the form of address in the place of that which letters show, where it can."""
    polite = a_letter("Gentile Anna, La ringrazio.", language="it", greeting="Gentile Anna,")
    familiar = a_letter("Grüß dich Anna, wann hast du Zeit?", language="de", greeting="Grüß dich Anna,")

    assert voice_of([polite], [], language="it", greeting="Ciao Annina,").formal is False
    assert voice_of([polite], [], language="it", greeting="Buongiorno Anna,").formal is True
    assert voice_of([familiar], [], language="de", greeting="Sehr geehrte Frau Rossi,").formal is True
    assert voice_of([familiar], [], language="de", greeting="Hallo Anna,").formal is False


def test_a_sentence_about_things_after_a_familiar_letter() -> None:
    """Things are no polite address."""
    newer = a_letter("Hallo Anna,\n\ndie Entwürfe sind fertig. Sie liegen im Ordner.", language="de")
    older = a_letter("Hallo Anna,\n\nmagst du sie ansehen?", language="de")

    assert voice_of([newer, older], []).formal is False


def test_a_letter_of_unknown_language_among_others() -> None:
    """It's read in the language of the others."""
    letters: list[Letter] = [a_letter("Kannst du?"), a_letter("Die Antwort kommt morgen.", language="de")]

    assert False is voice_of(letters, []).formal

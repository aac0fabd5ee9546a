"""Excuses beside a promise to pay, and what only begins like one, in ten languages."""

from __future__ import annotations

from datetime import date

import pytest

from crickets.reading.asking.payments import payment_of
from crickets.reading.asking.promises import promise_of

MONDAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)

PROMISES = {
    "en": "We'll pay on Friday.",
    "it": "Paghiamo venerdì.",
    "pl": "Zapłacimy w piątek.",
    "is": "Við borgum á föstudaginn.",
    "de": "Wir zahlen am Freitag.",
    "fr": "Nous paierons vendredi.",
    "es": "Pagaremos el viernes.",
    "nl": "We betalen vrijdag.",
    "pt": "Pagaremos na sexta-feira.",
    "sv": "Vi betalar på fredag.",
}

EXCUSES = {
    "en": (
        "Sorry, slipped through the cracks.",
        "We overlooked it.",
        "It slipped my mind.",
        "I completely forgot.",
        "Sorry, I forgot to pay.",
        "This was an oversight on our side.",
        "Your mail ended up in spam.",
        "My mistake.",
        "We missed your invoice, sorry.",
        "Invoice 2026-014 got lost in my inbox.",
        "Forgotten.",
        "It escaped our attention.",
        "Sorry about that, totally our fault.",
        "I hadn't seen it.",
    ),
    "it": (
        "Mi era sfuggita.",
        "Ci è sfuggita la fattura.",
        "Me ne sono dimenticato.",
        "Scusa, ce ne siamo completamente dimenticati.",
        "È stata una svista.",
        "È stata una nostra dimenticanza.",
        "Dimenticata.",
        "La mail era finita nello spam.",
        "Non l'avevo vista.",
        "Colpa mia.",
        "Purtroppo la fattura 2026-014 era passata inosservata.",
        "Ho dimenticato di pagare.",
    ),
    "pl": (
        "Umknęło mi.",
        "Przeoczyliśmy fakturę.",
        "Zapomniałem zapłacić.",
        "Przepraszam, całkiem zapomniałam.",
        "To moje przeoczenie.",
        "Nasz błąd.",
        "Mail trafił do spamu.",
        "Wypadło mi z głowy.",
        "Faktura 2026-014 się zawieruszyła.",
        "Nie zauważyłem faktury.",
    ),
    "is": (
        "Ég gleymdi þessu.",
        "Þetta fór fram hjá mér.",
        "Okkur yfirsást þetta.",
        "Við höfum alveg gleymt þessu.",
        "Þetta gleymdist.",
        "Afsakið, mín mistök.",
        "Pósturinn lenti í ruslpósti.",
        "Ég tók ekki eftir reikningnum.",
    ),
    "de": (
        "Ist untergegangen.",
        "Das ist leider untergegangen.",
        "vergessen.",
        "Vergessen.",
        "Ganz vergessen, sorry.",
        "Wir haben die Rechnung übersehen.",
        "Ist mir durchgerutscht.",
        "Das ist mir entgangen.",
        "Ihre Rechnung ist bei uns leider untergegangen.",
        "Das war unser Fehler.",
        "Die Mail ist im Spam gelandet.",
        "Ist mir durch die Lappen gegangen.",
        "Die Rechnung 2026-014 ist liegen geblieben.",
        "Das hatte ich nicht auf dem Schirm.",
        "Ich habe vergessen zu zahlen.",
    ),
    "fr": (
        "Cela m'avait échappé.",
        "Elle nous a échappé.",
        "J'ai complètement oublié.",
        "Oublié.",
        "C'est un oubli de ma part.",
        "Votre facture est passée à la trappe.",
        "Le mail est tombé dans les spams.",
        "Désolé, notre erreur.",
        "Nous avions oublié la facture.",
        "Ça m'est sorti de la tête.",
        "Nous ne l'avions pas vue.",
    ),
    "es": (
        "Se me pasó.",
        "Se nos pasó por alto.",
        "Se me había olvidado.",
        "Lo olvidé completamente.",
        "Fue un descuido nuestro.",
        "Un olvido.",
        "Perdón, error mío.",
        "El correo acabó en spam.",
        "La factura 2026-014 se nos traspapeló.",
        "Olvidada.",
        "No la había visto.",
    ),
    "nl": (
        "Over het hoofd gezien.",
        "Sorry, helemaal vergeten.",
        "Ik heb je factuur over het hoofd gezien.",
        "Het is me ontschoten.",
        "De factuur is blijven liggen.",
        "Hij is er tussendoor geglipt.",
        "Onze fout.",
        "Je mail is in de spam beland.",
        "Ik was vergeten te betalen.",
        "We hebben factuur 2026-014 gemist.",
    ),
    "pt": (
        "Passou despercebida.",
        "Esqueci-me.",
        "Esquecemos de pagar.",
        "Escapou-me.",
        "Foi um lapso nosso.",
        "Desculpe, erro meu.",
        "O email foi parar ao spam.",
        "A fatura 2026-014 ficou esquecida.",
        "Tinha-me esquecido.",
        "Não tinha visto.",
    ),
    "sv": (
        "Jag har missat fakturan.",
        "Helt glömt.",
        "Den har fallit mellan stolarna.",
        "Den slank igenom.",
        "Det har undgått mig.",
        "Glömdes bort.",
        "Ursäkta, vårt misstag.",
        "Mejlet hamnade i skräpposten.",
        "Vi har glömt att betala.",
        "Fakturan 2026-014 blev liggande.",
    ),
}

NO_EXCUSES = {
    "en": (
        "I forgot to mention that the total is wrong.",
        "We forgot that the logo is missing.",
        "You forgot the discount.",
        "You forgot it.",
        "We overlooked that you charged twice.",
        "The discount was overlooked.",
        "We missed the final files.",
        "The rest of the work got lost.",
        "It must be an oversight on your side.",
        "There is an oversight in our invoice.",
        "The payment was missed on your end.",
        "You overlooked the payment.",
    ),
    "it": (
        "Ho dimenticato di dire che il totale è sbagliato.",
        "Ci è sfuggito che manca il logo.",
        "Le è sfuggito lo sconto.",
        "Avete dimenticato lo sconto.",
        "Vi è sfuggito.",
        "Ci era sfuggito il secondo errore.",
        "C'è una svista nella vostra fattura.",
        "Avete dimenticato la fattura.",
    ),
    "pl": (
        "Zapomniałem powiedzieć, że kwota jest błędna.",
        "Zapomniał pan o rabacie.",
        "Przeoczyliśmy brak logo.",
        "W fakturze jest przeoczenie.",
        "To niedopatrzenie z waszej strony.",
    ),
    "is": (
        "Ég gleymdi að segja að upphæðin er röng.",
        "Þú gleymdir afslættinum.",
        "Þetta fór fram hjá þér.",
        "Það eru mistök á reikningnum okkar.",
    ),
    "de": (
        "Ich habe vergessen zu sagen, dass die Summe falsch ist.",
        "Der Rabatt ist untergegangen.",
        "Sie haben den Rabatt vergessen.",
        "Das ist Ihnen entgangen.",
        "Das haben Sie vergessen.",
        "Sie haben das übersehen.",
        "Es ist ein Versehen in der Rechnung.",
        "Sie haben unsere Zahlung übersehen.",
        "In der Rechnung wurde die Zahlung vergessen.",
    ),
    "fr": (
        "J'ai oublié de dire que le montant est faux.",
        "Cela vous a échappé.",
        "Vous avez oublié la remise.",
        "Il nous a échappé que le logo manque.",
        "C'est un oubli de votre part.",
        "Il y a un oubli dans la facture.",
    ),
    "es": (
        "Se me olvidó decir que el importe es incorrecto.",
        "Se le pasó el descuento.",
        "Usted olvidó el descuento.",
        "Se nos pasó que falta el logo.",
        "Es un descuido de su parte.",
        "Hay un descuido en la factura.",
    ),
    "nl": (
        "Ik ben vergeten te zeggen dat het bedrag niet klopt.",
        "Jullie hebben de korting vergeten.",
        "De korting is over het hoofd gezien.",
        "Er is een vergissing in mijn factuur.",
    ),
    "pt": (
        "Esqueci-me de dizer que o valor está errado.",
        "Esqueceram o desconto.",
        "Escapou-lhe o desconto.",
        "Escapou-nos que falta o logo.",
        "É um lapso da sua parte.",
        "Há um lapso na fatura.",
    ),
    "sv": (
        "Jag glömde säga att beloppet är fel.",
        "Ni har glömt rabatten.",
        "Det har undgått er.",
        "Vi har missat rabatten.",
        "Det är ett misstag på vår faktura.",
        "Ni har glömt betalningen.",
    ),
}

FAULTS = (
    ("en", "The amount is incorrect."),
    ("it", "L'importo è errato."),
    ("pl", "Kwota jest błędna."),
    ("is", "Upphæðin er röng."),
    ("de", "Die Summe ist falsch."),
    ("fr", "Le montant est faux."),
    ("es", "El importe es incorrecto."),
    ("nl", "Het bedrag is onjuist."),
    ("pt", "O valor está errado."),
    ("sv", "Beloppet är fel."),
)


def _all_of(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in table.items() for text in texts]


@pytest.mark.parametrize(("language", "excuse"), _all_of(EXCUSES))
def test_an_excuse_in_a_sentence_of_its_own(language: str, excuse: str) -> None:
    """It says nothing besides, and takes nothing from the promise."""
    text = f"Dana,\n\n{excuse} {PROMISES[language]}\n\nAnna"

    assert payment_of(text, language=language, written=MONDAY) == FRIDAY


@pytest.mark.parametrize(("language", "excuse"), _all_of(EXCUSES))
def test_an_excuse_in_the_promises_sentence(language: str, excuse: str) -> None:
    """The same, whatever little words ("leider", "non") it has."""
    promise = PROMISES[language]
    text = f"{excuse.rstrip('.')}, {promise[0].lower()}{promise[1:]}"

    assert payment_of(text, language=language, written=MONDAY) == FRIDAY


@pytest.mark.parametrize(("language", "words"), [*_all_of(NO_EXCUSES), *FAULTS])
def test_what_only_begins_like_an_excuse(language: str, words: str) -> None:
    """It goes on with something of its own, speaks of what the other has forgotten, or finds fault: no promise."""
    promise = PROMISES[language]

    assert payment_of(f"{words} {promise}", language=language, written=MONDAY) is None
    assert (
        payment_of(f"{words.rstrip('.')}, {promise[0].lower()}{promise[1:]}", language=language, written=MONDAY) is None
    )


@pytest.mark.parametrize(
    ("language", "words"), [("en", "The discount is missing."), ("de", "Der Rabatt fehlt uns noch.")]
)
def test_what_stands_below_a_promise(language: str, words: str) -> None:
    """A sentence of its own there isn't taken for a name; a line of who writes is."""
    promise = PROMISES[language]

    assert payment_of(f"{promise} {words}", language=language, written=MONDAY) is None
    assert payment_of(f"{promise}\n\nAnna Rossi\nHead of Marketing", language=language, written=MONDAY) == FRIDAY


def test_an_excuse_beside_the_promise_of_an_answer() -> None:
    """It's read as it is beside the promise of money."""
    text = "Sorry, your mail slipped through the cracks. I'll get back to you on Friday."

    assert promise_of(text, language="en", written=MONDAY) == FRIDAY


@pytest.mark.parametrize(
    "text", ["As for the quote, I'll get back to you on Friday.", "As for the logo, we will let you know on Friday."]
)
def test_what_the_promised_answer_is_about(text: str) -> None:
    """It may be named beside, where no money hangs on it."""
    assert promise_of(text, language="en", written=MONDAY) == FRIDAY


def test_an_invoices_number_in_an_excuse() -> None:
    """It's known by the word before it; a number alone may be anything."""
    assert payment_of("We missed invoice 2026-014, we'll pay on Friday.", language="en", written=MONDAY) == FRIDAY
    assert payment_of("We missed the 10 %. We'll pay on Friday.", language="en", written=MONDAY) is None

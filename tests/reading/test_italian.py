"""Italian letters: the capital of courtesy, and *voi* to one person."""

from __future__ import annotations

import pytest

from crickets.reading import letter_of, voice_of
from tests.reading.build import a_mail

LETTER = "{greeting}\n\n{said}\n\nCordiali saluti,\nDana Levi"
SAID = "ecco il preventivo per il nuovo sito, con i tempi e i costi di cui abbiamo parlato. "


def shown(*said: str, greeting: str = "Gentile Anna,") -> tuple[bool, bool]:
    """Whether letters of Dana's, the newest first, show capitals, and *voi*."""
    letters = [letter_of(a_mail(LETTER.format(greeting=greeting, said=SAID + each))) for each in said]
    voice = voice_of(letters, [], language="it")
    return voice.capitals, voice.voi


@pytest.mark.parametrize(
    "said",
    [
        "Attendo una Sua risposta.",
        "Se preferisce, La chiamo domani.",
        "Spero che Lei stia bene.",
        "Posso chiederLe un parere?",
        "Domani Gliela mando.",
        "Quando è pronta Vi mando la bozza.",
    ],
)
def test_the_capital_of_courtesy(said: str) -> None:
    """It's a capital within a sentence."""
    assert shown(said)[0]
    assert not shown(said.lower())[0]


@pytest.mark.parametrize(
    "said",
    [
        "La settimana prossima sono a La Spezia.",
        "Le bozze sono pronte. La ringrazio.",
        "Lei preferisce il blu? Sua la scelta.",
        "Ci vediamo alla Scala?",
    ],
)
def test_a_capital_that_shows_nothing(said: str) -> None:
    """At the beginning of a sentence, or of a name, every word has one."""
    assert not shown(said)[0]


def test_capitals_in_some_letters() -> None:
    """The newest that shows it either way is believed."""
    capital, small, none = "Attendo una Sua risposta.", "Posso chiederle un parere?", "A presto."

    assert shown(none, capital, small)[0]
    assert not shown(none, small, capital)[0]


@pytest.mark.parametrize(
    "said",
    [
        "Vi ringrazio per la fiducia e attendo la vostra risposta.",
        "Posso chiedervi un parere? Resto in attesa di un Vostro riscontro.",
    ],
)
def test_voi_to_one_person(said: str) -> None:
    """It's so where the letter says nothing else."""
    assert shown(said)[1]
    assert not shown("A presto.", said)[1], "the greeting is of a letter that doesn't show it"


@pytest.mark.parametrize(
    "said",
    [
        "Attendo un vostro riscontro.",
        "Ti mando la bozza, vi ringrazio e attendo la vostra risposta.",
        "Vi ringrazio e attendo la vostra risposta; La chiamo domani.",
        "Vi sono due bozze e vi è un prezzo.",
    ],
)
def test_no_voi_to_one_person(said: str) -> None:
    """Once is a phrase of offices, and beside *tu* and *Lei* it's said of a firm."""
    assert not shown(said)[1]


def test_another_language() -> None:
    """None of it is said of a letter that isn't Italian."""
    letter = letter_of(a_mail("Hi Anna,\n\nare you in La la land? Lei vi vostra voi\n\nBest,\nDana"))
    voice = voice_of([letter], [], language="en")

    assert (voice.capitals, voice.voi) == (False, False)

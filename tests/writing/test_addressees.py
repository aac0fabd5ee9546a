"""To how many a letter speaks, by its greeting and those it goes to."""

from __future__ import annotations

import pytest

from crickets.domain.message import Address
from crickets.writing.addressees import is_to_several
from tests.writing.builders import ANNA, MARCO


def speaks_to_several(greeting: str, *to: Address) -> bool:
    """Whether a greeting in a letter to Anna and others does."""
    people = (ANNA, *to)
    return is_to_several(greeting, to=people, names=[person.name for person in people])


@pytest.mark.parametrize(
    "greeting",
    [
        "Ciao Anna e Marco,",
        "Ciao Anna ed Elena,",
        "Salut Anna, salut Marc,",
        "Liebe Anna, lieber Marco,",
        "Hallo Anna/Marco,",
        "Hi Anna & Marco,",
        "Hi Anna, Tom and Eva,",
        "Hola, Anna y Marco:",
        "Cześć Anno i Marku,",
        "Hæ Anna og Marco,",
        "Hoi Anna en Marco,",
        "Hej Anna och Marco!",
        "Hallo Ed und Tom,",
        "Sehr geehrte Frau Rossi, sehr geehrter Herr Bianchi,",
        "Buongiorno ing. Rossi, arch. Bianchi,",
        "Guten Tag Herr und Frau Rossi,",
        "Gentili Signori,",
        "Signora e signor Rossi,",
        "Hallo zusammen,",
        "Hallo ihr beiden,",
        "Bonjour à tous,",
        "Beste allen,",
        "Komið þið sæl,",
        "Szanowni Państwo,",
        "Dzień dobry Państwu,",
        "Cześć Wam,",
        "Grüß euch,",
        "Ihr Lieben,",
        "Coucou vous deux,",
        "Salut les amis,",
        "Ciao a voi,",
        "Hola, chicos:",
        "Dag allebei,",
        "Hallo collega’s,",
        "Oi, gente,",
        "Exmos. Senhores,",
        "Hej på er!",
        "Spett.le Rossi S.p.A.,",
        "Spettabile Ditta Rossi,",
        "Spett. Tessitura Monti,",
        "Blessaðar,",
    ],
)
def test_a_greeting_to_several(greeting: str) -> None:
    """Names are joined by an *and*, a comma or a stroke, or a word is for more than one, whoever else is written to."""
    assert speaks_to_several(greeting)
    assert speaks_to_several(greeting, MARCO)


@pytest.mark.parametrize(
    "greeting",
    [
        "Ciao Anna,",
        "Hola, Anna:",
        "Hej hej Anna!",
        "Sæl og blessuð Anna,",
        "Gentile Anna, buongiorno,",
        "Rossi, Anna",
        "Dear Anna E. Rossi,",
        "Madame, Monsieur,",
        "Szanowna Pani,",
        "Carissima,",
        "Heil og sæl Anna,",
        "Gentile Signora/Signore,",
        "Gent.ma Sig.ra/Sig. Rossi,",
        "Estimado/a Sr./Sra. Rossi:",
        "Witam Panią,",
    ],
)
def test_a_greeting_to_one(greeting: str) -> None:
    """
    One name, or a title or adjective that only one person can bear, whoever else is written to.

    A stroke between titles is an *or*.
    """
    assert not speaks_to_several(greeting)
    assert not speaks_to_several(greeting, MARCO)


@pytest.mark.parametrize(
    ("name", "greeting", "several"),
    [
        ("João Costa e Silva", "Olá, Costa e Silva,", False),
        ("José Ortega y Gasset", "Hola, José Ortega y Gasset:", False),
        ("Anna e Marco Rossi", "Ciao Anna e Marco,", True),
        ("Allen Smith", "Hi Allen,", False),
        ("Rossi & Figli", "Gentile Rossi & Figli,", True),
        ("Tessitura Monti", "Spett.le Tessitura Monti,", True),
    ],
)
def test_a_name_that_looks_like_two(name: str, greeting: str, *, several: bool) -> None:
    """What stands in one display name is one person's, unless an *and* follows its first word."""
    assert several == is_to_several(greeting, to=(), names=[name])


@pytest.mark.parametrize("greeting", ["Hallo,", "Dzień dobry,", "Buongiorno,", "Góðan dag,", "Hej!", ""])
@pytest.mark.parametrize(
    ("name", "email", "several"),
    [
        ("Marco Bianchi", "marco@client.example", True),
        ("", "marco@client.example", True),
        ("marco@client.example", "marco@client.example", True),
        ("Anna", "anna.rossi@elsewhere.example", False),
        ("", "anna.rossi@elsewhere.example", False),
        ("Rossi SpA", "rossi@client.example", False),
        ("", "info@client.example", False),
    ],
)
def test_a_greeting_that_names_nobody(greeting: str, name: str, email: str, *, several: bool) -> None:
    """It's to all who are written to: each person counts once, a firm or an office doesn't."""
    assert several == speaks_to_several(greeting, Address(name=name, email=email))

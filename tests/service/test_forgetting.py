"""Who is meant to be forgotten, by what was typed; nobody else goes with them, and in doubt nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crickets.domain.message import Address
from crickets.domain.policy import Client
from crickets.service.forgetting import NobodySo, Person, person_meant
from tests.builders import ANNA, BEN, DANA, a_policy, an_address

AT_HOME = Address(name="Anna Rossi", email="anna.rossi@gmail.com")
BARE = an_address("info@plain.example")
EVERYBODY = (DANA, ANNA, BEN, AT_HOME, BARE)
POLICY = replace(
    a_policy(),
    clients=(
        Client(name="Rossi SpA", match=("*@client.example",)),
        Client(name="Plain", match=("info@plain.example", "billing-*@plain.example")),
        Client(name="Nobody yet", match=("x-*@new.example",)),
    ),
)


def meant(typed: str) -> Person:
    """Who goes by it."""
    return person_meant(typed, EVERYBODY, POLICY)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("anna@client.example", (ANNA.email, AT_HOME.email)),
        (" Anna@Client.Example ", (ANNA.email, AT_HOME.email)),
        ("anna rossi", (ANNA.email, AT_HOME.email)),
        ("ros ann", (ANNA.email, AT_HOME.email)),
        ("ben", (BEN.email,)),
        ("info", (BARE.email,)),
        ("new@client.example", ("new@client.example",)),
        ("*@Client.example", ("*@client.example",)),
        ("rossi spa", ("*@client.example", ANNA.email, BEN.email)),
        ("Plain", ("info@plain.example",)),
    ],
)
def test_what_was_typed(typed: str, who: tuple[str, ...]) -> None:
    """An address with the same person's others, a firm, a client of the config, words of a name."""
    assert meant(typed).who == who


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("lena@bücher.example", ("lena@bücher.example", "lena@xn--bcher-kva.example", "lena.vogel@gmail.com")),
        ("lena@xn--bcher-kva.example", ("lena@xn--bcher-kva.example", "lena.vogel@gmail.com")),
        ("*@Bücher.example", ("*@bücher.example", "*@xn--bcher-kva.example")),
        ("Bücher AG", ("*@bücher.example", "*@xn--bcher-kva.example", "lena@xn--bcher-kva.example")),
    ],
)
def test_a_domain_beyond_ascii(typed: str, who: tuple[str, ...]) -> None:
    """Whoever is typed as one reads it is meant as headers bear it too, for so their mail is known and passed over."""
    lena = (
        Address(name="Lena Vogel", email="lena@xn--bcher-kva.example"),
        Address(name="Lena Vogel", email="lena.vogel@gmail.com"),
    )
    policy = replace(POLICY, clients=(Client(name="Bücher AG", match=("*@bücher.example",)),))

    assert person_meant(typed, (*EVERYBODY, *lena), policy).who == who


def test_the_config(subtests: pytest.Subtests) -> None:
    """It's told which of its entries still name them."""
    for typed, clients in (("ben", ("Rossi SpA",)), ("info@plain.example", ("Plain",)), ("x@y.example", ())):
        with subtests.test(typed):
            assert meant(typed).clients == clients


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("client", "fits several people:\n  Anna Rossi <anna@client.example>\n  Ben Carter <ben@client.example>"),
        ("zelda", "no client goes by 'zelda'"),
        ("an", "no client goes by 'an'"),
        ("", "no client goes by ''"),
        ("Nobody yet", "no mail is known of Nobody yet"),
        ("dana@studio.example", "is you"),
        ("*@studio.example", "is you"),
        ("*@gmail.com", "is everybody who has mail there"),
        ("a*@client.example", "is no address"),
        ("a b@client.example", "is no address"),
        ("@", "is no address"),
    ],
)
def test_nobody_or_more_than_one(typed: str, words: str) -> None:
    """It's told, with those who fit; and what to type instead."""
    with pytest.raises(NobodySo) as told:
        meant(typed)

    assert words in told.value.what
    assert told.value.exit_code == 2
    assert told.value.remedy


def test_many_who_fit() -> None:
    """The first few are listed, and how many more."""
    crowd = tuple(an_address(f"n{n}@many.example") for n in range(11))

    with pytest.raises(NobodySo, match="and 3 more"):
        person_meant("many", crowd, POLICY)

"""Whether an invoice's seller is the owner: Dana Levi, dana@studio.example."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crickets.domain.seller import Seller, is_owners
from tests.builders import DANA, OWNER, an_address

OF_A_FIRM = replace(OWNER, companies=("Studio Nord s.r.l.",), tax_ids=("IT 01234567890", "RSSDNA80A01H501U"))


@pytest.mark.parametrize(
    "seller",
    [
        Seller(names=("Dana Levi",)),
        Seller(names=("LEVI, Dana",)),
        Seller(names=("Dott.ssa Dana Lèvi - Web design",)),
        Seller(names=("Some Firm GmbH", "Dana Levi")),
        Seller(names=("Some Firm GmbH",), emails=("info@elsewhere.example", "Dana@Studio.example")),
        Seller(names=("Some Firm GmbH",), emails=("books@studio.example",)),
    ],
    ids=["name", "name turned round", "name among others", "who is asked there", "address", "another of the firm"],
)
def test_what_shows_the_owner(seller: Seller) -> None:
    """Their full name, their address, or one of the domain that they write from."""
    assert is_owners(seller, OWNER, DANA)


@pytest.mark.parametrize(
    "seller",
    [
        Seller(),
        Seller(names=("Dana",)),
        Seller(names=("Levi Strauss GmbH",)),
        Seller(names=("Studio Nord srl",)),
        Seller(names=("...",), tax_ids=("IT01234567890",), emails=("dana@elsewhere.example",)),
    ],
    ids=["nobody", "a first name", "a surname", "a firm", "a number"],
)
def test_what_does_not(seller: Seller) -> None:
    """Anything less: rather one too many is left for the owner to confirm."""
    assert not is_owners(seller, OWNER, DANA)


@pytest.mark.parametrize(
    "seller",
    [
        Seller(names=("STUDIO NORD SRL",)),
        Seller(names=("Studio Nord",)),
        Seller(tax_ids=("01234567890",)),
        Seller(tax_ids=("IT01234567890",)),
        Seller(tax_ids=("rssdna80a01h501u",)),
    ],
    ids=["firm", "without its kind", "number without its country", "VAT number", "codice fiscale"],
)
def test_a_firm_that_the_config_names(seller: Seller) -> None:
    """It's known by its name, whatever kind of firm is written behind it, and by its numbers."""
    assert is_owners(seller, OF_A_FIRM, DANA)


@pytest.mark.parametrize(
    "seller",
    [
        Seller(names=("Studio Nordwind srl",)),
        Seller(names=("Studio Nord Verlag srl",)),
        Seller(names=("S.r.l.",)),
        Seller(tax_ids=("DE123456789", "IT")),
    ],
    ids=["a longer word", "a word more", "no name at all", "other numbers"],
)
def test_another_firm(seller: Seller) -> None:
    """What is only like it is somebody else's."""
    assert not is_owners(seller, OF_A_FIRM, DANA)


def test_an_owner_of_one_word() -> None:
    """It must be the whole of the name."""
    owner = replace(OWNER, name="Cher")

    assert is_owners(Seller(names=("CHER",)), owner, DANA)
    assert not is_owners(Seller(names=("Cher Ltd of London",)), owner, DANA)


def test_an_address_of_a_provider() -> None:
    """Half the world writes from there."""
    dana = an_address("dana@gmail.com")

    assert not is_owners(Seller(emails=("shop@gmail.com",)), OWNER, dana)


def test_what_it_is_called() -> None:
    """By its name, else by what there is."""
    assert str(Seller(names=("Studio Nord", "Dana"), tax_ids=("1",), emails=("a@b.example",))) == "Studio Nord"
    assert str(Seller(tax_ids=("1",), emails=("a@b.example",))) == "a@b.example"
    assert (str(Seller(tax_ids=("1",))), str(Seller())) == ("1", "")

"""Who is gone for good, and whom to write to instead."""

from __future__ import annotations

import pytest

from crickets.domain.message import Address
from crickets.reading.automatic.departures import ADDRESSES_LIMIT, has_left, write_instead

AUTHOR = "tom@firm.example"


@pytest.mark.parametrize(
    "text",
    [
        "Tom no longer works at our company.",
        "I have left the company at the end of May.",
        "This mailbox is no longer in use.",
        "I am no longer with Acme.",
        "I have now left the business.",
        "I have recently left my role at Acme.",
        "Herr Lang ist nicht mehr für unser Unternehmen tätig.",
        "Diese E-Mail-Adresse wird nicht mehr verwendet.",
        "Il signor Neri non lavora più presso la nostra azienda.",
        "Pan Nowak nie jest już pracownikiem naszej firmy.",
        "Madame Blanc ne travaille plus chez nous.",
        "Ya no trabajo en esta empresa.",
        "Jan is niet meer werkzaam bij ons bedrijf.",
        "Já não trabalho nesta empresa.",
        "Informo que deixei de colaborar com a Firma.",
        "Han arbetar inte längre hos oss.",
        "Иван больше не работает в нашей компании.",
        "私は3月末で退職しました。",
        "李明已离职。",
    ],
)
def test_somebody_has_left(text: str) -> None:
    """Who works there no more, and an address that is given up, are gone for good."""
    assert has_left(text)


@pytest.mark.parametrize(
    "text",
    [
        "I am on maternity leave until January 2027.",
        "I have left the office and will be back on Monday.",
        "Ich bin heute nicht mehr im Büro.",
        "Nie ma mnie już dziś w biurze, wracam jutro.",
        "Už nejsem v kanceláři, vrátím se zítra.",
        "J'ai quitté le bureau, de retour demain.",
        "Los viernes no trabajo.",
        "I no longer use that library.",
        "",
    ],
)
def test_somebody_is_only_away(text: str) -> None:
    """A leave, or the end of a day, is no departure."""
    assert not has_left(text)


def test_the_substitute_is_named() -> None:
    """An address where the letter tells whom to turn to, with the name in front of it."""
    text = "I am away until 4 May. In urgent cases please contact Jane Roe (jane@firm.example)."
    assert write_instead(text, AUTHOR) == (Address(name="Jane Roe", email="jane@firm.example"),)


def test_several_in_a_list_below() -> None:
    """A list behind "please contact" belongs to it, in its order, each address once."""
    text = "For urgent matters please contact:\n\nSales: sales@firm.example\nEve <eve@firm.example>\nsales@firm.example"
    assert [one.email for one in write_instead(text, AUTHOR)] == ["sales@firm.example", "eve@firm.example"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I am away. If it is urgent write to tom@firm.example.", id="the author"),
        pytest.param("I am away. If it is urgent write to no-reply@firm.example.", id="a robot"),
        pytest.param("The offer is fine.\n\nTom Hill, hill@other.example", id="only a signature"),
        pytest.param(
            "I am away until 4 May.\n\nThis e-mail is confidential, ask legal@firm.example.", id="small print"
        ),
    ],
)
def test_nobody_is_named(text: str) -> None:
    """Neither the author nor a robot is somebody to turn to, nor is an address that is said for something else."""
    assert write_instead(text, AUTHOR) == ()


@pytest.mark.parametrize(
    "text",
    [
        "In dringenden Fällen wenden Sie sich an eva@firm.example.",
        "Per urgenze scrivere a eva@firm.example",
        "W pilnych sprawach proszę o kontakt: eva@firm.example",
        "En cas d'urgence, contactez eva@firm.example",
        "Please use my new address eva@firm.example",
        "お急ぎの場合は、eva@firm.exampleまでご連絡ください。",
        "По срочным вопросам пишите на eva@firm.example",
    ],
)
def test_in_many_languages(text: str) -> None:
    """Whom to turn to is told by the phrases of each language, and so is a new address."""
    assert [one.email for one in write_instead(text, AUTHOR)] == ["eva@firm.example"]


def test_small_print_in_the_same_paragraph() -> None:
    """A paragraph that ends with small print names whom to turn to before that."""
    text = (
        "This mailbox is closed. Resend your mail to eva@firm.example. This e-mail is confidential, ask a@firm.example."
    )
    assert [one.email for one in write_instead(text, AUTHOR)] == ["eva@firm.example"]


def test_no_more_than_a_few() -> None:
    """A letter that names a whole firm names nobody in particular: the first few do."""
    text = "In urgent cases please contact " + ", ".join(f"p{n}@firm.example" for n in range(20))
    assert len(write_instead(text, AUTHOR)) == ADDRESSES_LIMIT

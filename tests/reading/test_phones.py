"""Telephone numbers as they are dialled."""

from __future__ import annotations

import pytest

from crickets.reading.voice.phones import dialled, phones_in, spaced


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("+39 06 123 4567", "", "+39061234567"),
        ("06 1234567", "IT", "+39061234567"),  # Italy keeps the 0 behind its code
        ("030 1234567", "DE", "+49301234567"),
        ("+44 (0)20 7946 0958", "IT", "+442079460958"),
        ("06 1234567", "", "06 1234567"),
        ("0171  111", "DE", "0171 111"),  # no number in Germany
        ("call me", "IT", "call me"),
    ],
)
def test_a_number(text: str, region: str, number: str) -> None:
    """It's international where its country is known and has such numbers, and else as it's written."""
    assert dialled(text, region) == number


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("+39061234567", "+39 06 123 4567"),
        ("+493012345678", "+49 30 12345678"),
        ("+48221234567", "+48 22 123 45 67"),
        ("0171 111", "0171 111"),
        ("+", "+"),
        ("", ""),
    ],
)
def test_a_number_to_be_read(number: str, told: str) -> None:
    """It has blanks as its country writes them abroad; what isn't international stays as it is."""
    assert spaced(number) == told


@pytest.mark.parametrize(
    ("signature", "region", "numbers"),
    [
        ("Anna Rossi\nTel. +39 06 123 4567", "", ("+39061234567",)),
        ("Anna Rossi\n+39 06 123 4567 | client.example", "", ("+39061234567",)),
        ("T: 06 1234567 - M: 347 1234567", "IT", ("+39061234567", "+393471234567")),
        ("T: 06 1234567", "", ("06 1234567",)),
        ("06 1234567", "", ()),
        ("Tel. (089) 22 33 44-0", "", ("(089) 22 33 44-0",)),
        ("kom. 601 234 567", "DE", ("601 234 567",)),  # no number in Germany
        ("Mobil 0171 2345678\nTel +49 89 223344-0", "IT", ("+491712345678", "+49892233440")),
        ("Handy 0171 2345678\nFax 0049 89 2233440", "IT", ("+491712345678",)),
        (
            "Tel +49 89 2233440\nWien +43 1 2345678\nMobil 0664 123456",
            "",
            ("+49892233440", "+4312345678", "0664 123456"),
        ),
        ("Tel +999 12 345678\nT: 06 1234567", "", ("06 1234567",)),
        ("06 1234567", "IT", ()),
        ("Tel +49 (0)30 1234567, Fax +49 (0)30 1234568", "", ("+49301234567",)),
        ("Tel./Fax: +49 30 1234567", "", ("+49301234567",)),
        ("Fax: +39 06 7654321\nMob: +39 347 1234567", "", ("+393471234567",)),
        ("kom. 601 234 567\nNIP 123-456-32-18\nREGON 123456785", "PL", ("+48601234567",)),
        ("Sími: 551 2345 / 551 2346\nkt. 010203-4567", "IS", ("+3545512345", "+3545512346")),
        ("Portable : 06 12 34 56 78\nSIRET 123 456 789 00012", "FR", ("+33612345678",)),
        ("Handy 0171 2345678 · USt-IdNr. DE123456789", "DE", ("+491712345678",)),
        ("Phone: (212) 555-0100 ext. 12", "US", ("+12125550100",)),
        ("tel:+442079460958", "", ("+442079460958",)),
        ("\u260e 0043 1 2345678", "AT", ("+4312345678",)),
        ("電話：03-1234-5678\n传真：010 1234 5678", "JP", ("+81312345678",)),
        ("Tel: 02.03.2026", "IT", ()),
        ("IBAN IT60 X054 2811 1010 0000 0123 456", "IT", ()),
        ("Order no. 0612345678", "IT", ()),
        ("P.IVA 01234567890", "IT", ()),
        ("Tel 12", "IT", ()),
        ("", "IT", ()),
    ],
)
def test_the_numbers_of_a_signature(signature: str, region: str, numbers: tuple[str, ...]) -> None:
    """They are those that somebody answers; those whose country nothing tells are as they're written."""
    assert phones_in(signature, "", region) == numbers


def test_a_number_in_the_last_words() -> None:
    """It's as good as one in the signature; one far above is somebody else's."""
    text = "Call Tom: +39 06 7654321\n" + "More.\n" * 30 + "Call me: +39 06 123 4567\nAnna"

    assert phones_in("", text) == ("+39061234567",)

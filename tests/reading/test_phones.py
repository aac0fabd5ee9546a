"""Telephone numbers as they are dialled."""

from __future__ import annotations

import pytest

from crickets.reading.voice.phones import dialled, phones_in


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("+39 06 1234567", "", "+39061234567"),
        ("06 1234567", "IT", "+39061234567"),  # Italy keeps the 0 behind its code
        ("030 1234567", "DE", "+49301234567"),
        ("+44 (0)20 7946 0958", "IT", "+442079460958"),
        ("06 1234567", "", "061234567"),
        ("call me", "IT", ""),
    ],
)
def test_a_number(text: str, region: str, number: str) -> None:
    """It's international where its country is known, and else what is there of it."""
    assert dialled(text, region) == number


@pytest.mark.parametrize(
    ("signature", "region", "numbers"),
    [
        ("Anna Rossi\nTel. +39 06 1234567", "", ("+39061234567",)),
        ("Anna Rossi\n+39 06 1234567 | client.example", "", ("+39061234567",)),
        ("T: 06 1234567 - M: 347 1234567", "IT", ("+39061234567", "+393471234567")),
        ("T: 06 1234567", "", ()),
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
    """They are those that somebody answers; without a country none is guessed."""
    assert phones_in(signature, "", region) == numbers


def test_a_number_in_the_last_words() -> None:
    """It's as good as one in the signature; one far above is somebody else's."""
    text = "Call Tom: +39 06 7654321\n" + "More.\n" * 30 + "Call me: +39 06 1234567\nAnna"

    assert phones_in("", text) == ("+39061234567",)

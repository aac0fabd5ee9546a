"""The name with which a client signs."""

from __future__ import annotations

import pytest

from crickets.reading.voice.signed_names import name_signed
from tests.reading.build import a_letter


@pytest.mark.parametrize(
    ("sign_off", "display_name", "name"),
    [
        ("Best,\nAnna", "", "Anna"),
        ("Best, Anna", "Anna Rossi", "Anna"),
        ("Cordiali saluti\nAnna Rossi", "Rossi, Anna", "Anna"),
        ("Viele Grüße\nDr. Anna Rossi", "", "Anna"),
        ("Pozdrawiam,\nŁukasz", "", "Łukasz"),
        ("Kveðja, Jón", "Jón Jónsson", "Jón"),
        ("ANNA", "anna@client.example", "Anna"),
        ("- Jean-Luc", "", "Jean-Luc"),
        ("Annie", "Rossi, Anna", "Annie"),
        ("Thanks,\nMaria", "Anna Rossi", ""),
        ("Abs,\nAnna", "", "Anna"),
        ("Best,\nAnna (Rossi SpA)", "", "Anna"),
        ("Best,\nAnna | Studio Rossi", "", "Anna"),
        ("Best,\n(Rossi SpA)", "", ""),
        ("Beste Grüße aus Mailand\nAnna", "", "Anna"),
        ("Onwards,\nAnna", "", ""),
        ("Anna Rossi,\nMilano", "", ""),
        ("Best,\nAnna & Tom", "", ""),
        ("AR", "Anna Rossi", ""),
        ("A.", "Anna Rossi", ""),
        ("Best,\nThe Studio Team", "", ""),
        ("Rossi Srl", "", ""),
        ("Cheers", "", ""),
        ("", "", ""),
    ],
)
def test_a_sign_off(sign_off: str, display_name: str, name: str) -> None:
    """It gives the one given name below it, or nothing where that isn't sure."""
    assert name_signed(a_letter(sign_off=sign_off), display_name) == name

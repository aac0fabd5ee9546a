"""In which country somebody's telephone is."""

from __future__ import annotations

import pytest

from crickets.reading.voice.countries import country_of


@pytest.mark.parametrize(
    ("address", "language", "home", "country"),
    [
        ("anna@client.it", "", "", "IT"),
        ("jan@firma.pl", "de", "IT", "PL"),
        ("tom@client.co.uk", "en", "IT", "GB"),
        ("ops@startup.io", "en", "IT", ""),
        ("ops@startup.io", "pl", "IT", "PL"),
        ("anna@client.eu", "it", "IT", "IT"),
        ("anna@client.eu", "it", "DE", ""),  # Lugano, perhaps
        ("herr@mail.example", "de", "IT", ""),
        ("herr@mail.example", "de", "AT", "AT"),
        ("tom@mail.example", "en", "GB", ""),
        ("", "", "IT", ""),
    ],
)
def test_a_country(address: str, language: str, home: str, country: str) -> None:
    """An address's domain tells it, else the language if it's one country's or the owner's own; else nothing does."""
    assert country_of(address, language, home) == country

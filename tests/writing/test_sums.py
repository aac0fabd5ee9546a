"""Sums as people write them."""

from __future__ import annotations

from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from crickets.writing.sums import sum_of

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "€1,200.50"),
        ("it", f"1.200,50{NBSP}€"),
        ("pl", f"1{NBSP}200,50{NBSP}€"),
        ("is", f"1.200,50{NBSP}EUR"),
        ("de", f"1.200,50{NBSP}€"),
        ("fr", f"1{NARROW}200,50{NBSP}€"),
        ("es", f"1.200,50{NBSP}€"),
        ("nl", f"€{NBSP}1.200,50"),
        ("pt", f"1{NBSP}200,50{NBSP}€"),
        ("sv", f"1{NBSP}200,50{NBSP}€"),
        ("xx", "€1,200.50"),
    ],
)
def test_a_sum(language: str, written: str) -> None:
    """In the language's own way; English for a language that nobody knows."""
    assert written == sum_of(Decimal("1200.5"), "EUR", language)


@pytest.mark.parametrize(
    ("currency", "language", "written"),
    [
        ("ISK", "is", f"150.000{NBSP}kr."),
        ("PLN", "pl", f"150{NBSP}000,00{NBSP}zł"),
        ("SEK", "sv", f"150{NBSP}000,00{NBSP}kr"),
        ("GBP", "en", "£150,000.00"),
        ("JPY", "en", "JP¥150,000"),
        ("eur", "en", "€150,000.00"),
        ("XYZ", "en", f"XYZ{NBSP}150,000.00"),
    ],
)
def test_a_currency(currency: str, language: str, written: str) -> None:
    """By its sign where that is known, else by its code; with as many digits as it has."""
    assert written == sum_of(Decimal(150000), currency, language)


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        ("1200", "RSD", "RSD 1,200"),
        ("1200.50", "RSD", "RSD 1,200.50"),
        ("1200.5", "KWD", "KWD 1,200.500"),
        ("1200.5", "JPY", "JP¥1,200.5"),
        ("0.125", "EUR", "€0.125"),
    ],
)
def test_nothing_is_rounded_off(amount: str, currency: str, written: str) -> None:
    """A client is asked for what is owed, to the last coin, whatever is customary."""
    assert written == sum_of(Decimal(amount), currency, "en").replace(NBSP, " ")


@pytest.mark.parametrize(
    ("language", "currency", "zone", "written"),
    [
        ("en", "USD", "America/New_York", "$1,200.00"),
        ("en", "USD", "Europe/London", "US$1,200.00"),
        ("pt", "BRL", "America/Sao_Paulo", f"R${NBSP}1.200,00"),
    ],
)
def test_a_sum_written_in_america(language: str, currency: str, zone: str, written: str) -> None:
    """As its people write it."""
    assert written == sum_of(Decimal(1200), currency, language, zone=ZoneInfo(zone))

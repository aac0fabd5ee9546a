"""Sums as ten languages write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crickets.reading.invoices.sums import amount_of, sums_in


@pytest.mark.parametrize(
    ("written", "language", "amount"),
    [
        ("1200", "", "1200"),
        ("1.234,56", "", "1234.56"),
        ("1,234.56", "", "1234.56"),
        ("1\u202f234,56", "", "1234.56"),
        ("1\u2019234.56", "", "1234.56"),
        ("12,5", "", "12.5"),
        ("12.000", "is", "12000"),
        ("12.000", "en", None),
        ("12.000", "", None),
        ("12,000", "en", "12000"),
        ("12,000", "de", None),
        ("1.234.567", "", "1234567"),
        ("1.234.567,89", "", "1234567.89"),
        ("1.234,567", "", None),
        ("1.234.56", "", None),
        ("1,234.567,89", "", None),
    ],
)
def test_amounts(written: str, language: str, amount: str | None) -> None:
    """A number that two countries read in two ways is read by the language, or not at all."""
    assert amount_of(written, language) == (Decimal(amount) if amount else None)


def test_where_a_sum_stands() -> None:
    """It's told with its currency, in the text's order; at most 200 are."""
    text = "Pay € 1.200,00 or 1.300 zł, not 1.2.3.4 or v1.2€"

    assert [(text[one.begin : one.end], one.amount, one.currency) for one in sums_in(text, "pl")] == [
        ("€ 1.200,00", Decimal("1200.00"), "EUR"),
        ("1.300 zł", Decimal(1300), "PLN"),
    ]
    assert len(list(sums_in("€1 " * 1_000, "en"))) == 200

"""Telephone numbers as they are dialled."""

from __future__ import annotations

import pytest

from crickets.reading.phones import dialled


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

"""What an account is called that nobody has named."""

from __future__ import annotations

import pytest

from crickets.cli.whose_account import free_name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("dana@studio.example", "studio"),
        ("dana@bücher.example", "bucher"),
        ("dana@123.example", "dana"),
        ("dana@mail.example", "dana"),
    ],
)
def test_an_address(address: str, name: str) -> None:
    """By its domain, letters without their accents; else by what stands before the @."""
    assert free_name(address, {"mail": "somebody"}) == name

"""What a file's name says."""

from __future__ import annotations

import pytest

from crickets.domain.attachment import bears_number


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("2026-014.pdf", "2026-014"),
        ("Invoice 2026_014 Rossi.pdf", "2026/014"),
        ("re2026-014.XML", "RE-2026-014"),
        ("Fattura_12_2026.xml.p7m", "12/2026"),
        ("1.pdf", "1"),
        ("Rechnung Größe 7b.pdf", "7B"),
    ],
)
def test_a_name_that_bears_a_number(name: str, number: str) -> None:
    """Whatever stands between its blocks, and in whatever case."""
    assert bears_number(name, number)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Contract_2021.pdf", "1"),
        ("2026-0140.pdf", "2026-014"),
        ("12026-014.pdf", "2026-014"),
        ("014-2026.pdf", "2026-014"),
        ("2026-03-014.pdf", "2026-014"),
        ("2026-014.pdf", "RE-2026-014"),
        ("Fattura.xml.p7m", "7"),
        ("Rossi.pdf", "Rossi"),
        ("scan.pdf", ""),
        ("", "7"),
    ],
)
def test_a_name_that_does_not(name: str, number: str) -> None:
    """A piece of a block, the blocks in another order, or some of them are another number."""
    assert not bears_number(name, number)

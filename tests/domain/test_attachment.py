"""What a file's name says."""

from __future__ import annotations

import pytest

from crickets.domain.attachment import bears_another, bears_number, is_page, told_apart


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("2026-014.pdf", "2026-014"),
        ("Invoice 2026_014 Rossi.pdf", "2026/014"),
        ("re2026-014.XML", "RE-2026-014"),
        ("Fattura_12_2026.xml.p7m", "12/2026"),
        ("1.pdf", "1"),
        ("Rechnung Größe 7b.pdf", "7B"),
        ("2026-014.pdf (2)", "2026-014"),
        ("Rechnung (2).pdf", "2"),
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
        ("Rechnung.xml (2)", "2"),
        ("scan.pdf", ""),
        ("", "7"),
    ],
)
def test_a_name_that_does_not(name: str, number: str) -> None:
    """A piece of a block, the blocks in another order, or some of them are another number."""
    assert not bears_number(name, number)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), ()),
        (("a.xml", "b.xml", "A.xml"), ("a.xml", "b.xml", "A.xml")),
        (("a.xml", "b.xml", "a.xml", "a.xml"), ("a.xml", "b.xml", "a.xml (2)", "a.xml (3)")),
        (("a.xml", "a.xml", "a.xml (2)"), ("a.xml", "a.xml (3)", "a.xml (2)")),
        (("a.xml (2)", "a.xml (2)"), ("a.xml (2)", "a.xml (2) (2)")),
    ],
)
def test_files_of_one_name(names: tuple[str, ...], told: tuple[str, ...]) -> None:
    """They're told apart by their place; nobody's own name is taken."""
    assert told_apart(names) == told


@pytest.mark.parametrize(
    ("name", "is_one"), [("scan.PDF", True), ("scan.pdf (2)", True), ("scan.xml", False), ("pdf", False), ("", False)]
)
def test_a_page(name: str, *, is_one: bool) -> None:
    """A person can read it."""
    assert is_page(name) is is_one


@pytest.mark.parametrize(
    ("name", "number", "other"),
    [
        ("Contract_2021.pdf", "1", True),
        ("Rechnung 2026-014.pdf", "RE-2026-014", False),
        ("2026-015.pdf", "2026-014", True),
        ("scan.pdf (2)", "2026-014", False),
        ("Fattura.pdf.p7m", "12", False),
    ],
)
def test_a_name_that_bears_another_number(name: str, number: str, *, other: bool) -> None:
    """Digits that the number doesn't have are something else's."""
    assert bears_another(name, number) is other

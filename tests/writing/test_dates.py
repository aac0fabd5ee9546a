"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from crickets.writing.dates import day, full_day

MAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1 May"),
        ("it", "1º maggio"),
        ("pl", "1 maja"),
        ("is", "1. maí"),
        ("de", "1. Mai"),
        ("fr", "1er mai"),
        ("es", "1 de mayo"),
        ("nl", "1 mei"),
        ("pt", "1 de maio"),
        ("sv", "1 maj"),
        ("da", "1. maj"),
        ("xx", "1 May"),
        ("../x", "1 May"),
        ("", "1 May"),
    ],
)
def test_a_day(language: str, written: str) -> None:
    """A day of this year in the language's own way; English for a language that nobody knows."""
    assert written == day(MAY, language, seen_from=MAY)


@pytest.mark.parametrize(("language", "written"), [("en", "1 May 2026"), ("fr", "1er mai 2026")])
def test_a_day_of_another_year(language: str, written: str) -> None:
    """The year is told where it differs."""
    assert written == day(MAY, language, seen_from=date(2027, 1, 1))
    assert written == full_day(MAY, language)


@pytest.mark.parametrize(("language", "written"), [("fr", "11 mai"), ("it", "11 maggio")])
def test_the_eleventh(language: str, written: str) -> None:
    """Only the first is an ordinal."""
    assert day(date(2026, 5, 11), language, seen_from=MAY) == written

"""Days as people write them."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from crickets.writing.dates import day, full_day, full_weekday

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


@pytest.mark.parametrize(
    ("zone", "written"), [("America/Sao_Paulo", "1º de maio de 2026"), ("Europe/Lisbon", "1 de maio de 2026")]
)
def test_the_first_in_portuguese(zone: str, written: str) -> None:
    """An ordinal in Brazil, in Portugal a number like any other."""
    assert written == full_day(MAY, "pt", zone=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("language", "written"),
    [("fr", "vendredi 1er mai 2026"), ("it", "venerdì 1º maggio 2026"), ("en", "Friday, 1 May 2026")],
)
def test_the_first_with_its_weekday(language: str, written: str) -> None:
    """It's an ordinal there too."""
    assert full_weekday(MAY, language) == written


def test_another_year_in_polish() -> None:
    """Its year is told to be one."""
    assert day(MAY, "pl", seen_from=date(2027, 1, 1)) == "1 maja 2026 r."


@pytest.mark.parametrize(("language", "written"), [("fr", "11 mai"), ("it", "11 maggio")])
def test_the_eleventh(language: str, written: str) -> None:
    """Only the first is an ordinal."""
    assert day(date(2026, 5, 11), language, seen_from=MAY) == written

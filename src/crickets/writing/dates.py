"""
Days as people write them, in their language.

Knows Babel; must not know which day it is or why it is named.
"""

from __future__ import annotations

from datetime import date, tzinfo

from babel.dates import format_date, format_skeleton

from crickets.writing.locales import locale_of

_FIRST = {"fr": "1er", "it": "1º"}
"""The first day of a month, where the language says an ordinal that CLDR's patterns leave out."""


def day(on: date, language: str, *, seen_from: date, zone: tzinfo | None = None) -> str:
    """A day in running text: "14 November", with the year where it isn't that of `seen_from`."""
    if on.year != seen_from.year:
        return full_day(on, language, zone=zone)
    return _ordinal(on, language, format_skeleton("MMMMd", on, locale=locale_of(language, zone)))


def full_day(on: date, language: str, *, zone: tzinfo | None = None) -> str:
    """A day with its year: "14 November 2026"."""
    return _ordinal(on, language, format_date(on, "long", locale=locale_of(language, zone)))


def _ordinal(on: date, language: str, text: str) -> str:
    return _FIRST[language] + text.removeprefix("1") if on.day == 1 and language in _FIRST else text

"""
Days as people write them, in their language.

Knows Babel; must not know which day it is or why it is named.
"""

from __future__ import annotations

from datetime import date, tzinfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

_AMERICAN = ("America/", "US/", "Pacific/Honolulu")


def day(on: date, language: str, *, seen_from: date, zone: tzinfo | None = None) -> str:
    """A day in running text: "14 November", with the year where it isn't that of `seen_from`."""
    if on.year != seen_from.year:
        return full_day(on, language, zone=zone)
    return _ordinal(on, language, format_skeleton("MMMMd", on, locale=_locale(language, zone)))


def full_day(on: date, language: str, *, zone: tzinfo | None = None) -> str:
    """A day with its year: "14 November 2026"."""
    return _ordinal(on, language, format_date(on, "long", locale=_locale(language, zone)))


def _locale(language: str, zone: tzinfo | None) -> Locale:
    """The language's locale; an owner whose zone is American writes English dates the American way."""
    if language == "en":
        return Locale("en", "US" if str(zone).startswith(_AMERICAN) else "GB")
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def _ordinal(on: date, language: str, text: str) -> str:
    """French says "1er" of the first day, which CLDR's patterns leave out."""
    return f"1er{text.removeprefix('1')}" if language == "fr" and on.day == 1 else text

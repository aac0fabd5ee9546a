"""
Days as people write them, in their language.

Knows Babel; must not know which day it is or why it is named.
"""

from __future__ import annotations

import re
from datetime import date, tzinfo

from babel import Locale
from babel.dates import format_date, format_skeleton

from crickets.writing.locales import locale_of

_YEAR_MARKS = {"pl": " r."}
"""What follows the year in running text, by language: the *rok* of Polish."""

_FIRST = {"fr": "1er", "it": "1º", "pt_BR": "1º"}
"""The first day of a month, by locale, where people say an ordinal that CLDR's patterns leave out."""


def day(on: date, language: str, *, seen_from: date, zone: tzinfo | None = None) -> str:
    """A day in running text: "14 November", with the year where it isn't that of `seen_from`."""
    if on.year != seen_from.year:
        return full_day(on, language, zone=zone) + _YEAR_MARKS.get(language, "")
    locale = locale_of(language, zone)
    return _ordinal(on, locale, format_skeleton("MMMMd", on, locale=locale))


def full_day(on: date, language: str, *, zone: tzinfo | None = None) -> str:
    """A day with its year: "14 November 2026"."""
    locale = locale_of(language, zone)
    return _ordinal(on, locale, format_date(on, "long", locale=locale))


def full_weekday(on: date, language: str, *, zone: tzinfo | None = None) -> str:
    """A day with its weekday and its year: "Monday, 30 November 2026"."""
    locale = locale_of(language, zone)
    return _ordinal(on, locale, format_date(on, "full", locale=locale))


def _ordinal(on: date, locale: Locale, text: str) -> str:
    first = _FIRST.get(str(locale), "")
    return re.sub(r"(?<!\d)1(?!\d)", first, text, count=1) if on.day == 1 and first else text

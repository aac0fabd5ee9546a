"""
The locale in which days and sums are written.

Knows Babel's locales and which of them an owner's zone suggests; must not know what is written.
"""

from __future__ import annotations

from datetime import tzinfo

from babel import Locale, UnknownLocaleError

_AMERICAN = ("America/", "US/", "Pacific/Honolulu")


def locale_of(language: str, zone: tzinfo | None) -> Locale:
    """
    The language's locale, or the British one where nobody knows the language.

    An owner whose zone is American writes English and Portuguese as they are written there.
    """
    american = str(zone).startswith(_AMERICAN)
    if language == "en":
        return Locale("en", "US" if american else "GB")
    if language == "pt":
        return Locale("pt", "BR" if american else "PT")
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")

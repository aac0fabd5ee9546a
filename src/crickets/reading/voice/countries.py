"""
In which country somebody's telephone is, by the little that a mail tells of it.

Knows domains and languages; must not know numbers. A wrong number is worse than none: what speaks for two countries
speaks for neither.
"""

from __future__ import annotations

_ANYBODYS = frozenset("AC AI CC CO EU FM GG IM IO LA LY ME SH SU TO TV WS".split())
"""Domains that are sold to everybody for their sound, or are no single country's."""

_OTHERWISE_CALLED = {"UK": "GB"}

_SPOKEN_IN = {
    language: tuple(countries.split())
    for language, countries in {
        "da": "DK", "cs": "CZ", "de": "DE AT CH LI LU", "el": "GR CY", "es": "ES MX AR CO CL PE UY", "fi": "FI",
        "fr": "FR BE CH CA LU MC", "hu": "HU", "is": "IS", "it": "IT CH SM", "nl": "NL BE", "pl": "PL",
        "pt": "PT BR", "sv": "SE FI",
    }.items()
}  # fmt: skip
"""Where most live who write a language to their suppliers; English is written everywhere."""


def country_of(address: str, language: str = "", home: str = "") -> str:
    """
    The country (ISO 3166-1) of numbers that name none, of who writes from an address in a language; empty if unsure.

    Their address's domain tells it; else their language, if it's spoken in one country, or in `home`, the owner's own.
    """
    return _by_domain(address) or _by_language(language, home)


def _by_domain(address: str) -> str:
    last = address.rpartition(".")[2].upper()
    country = _OTHERWISE_CALLED.get(last, last)
    is_a_countrys = len(country) == len("IT") and country not in _ANYBODYS
    return country if is_a_countrys else ""


def _by_language(language: str, home: str) -> str:
    countries = _SPOKEN_IN.get(language, ())
    if home in countries:
        return home
    return countries[0] if len(countries) == 1 else ""

"""
Public holidays by country, or by a part of one.

The only home of the library `holidays`, which is opened only when a country is set: it takes its time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from crickets.config.problems import hint
from crickets.domain.calendar import at_the_weekend

if TYPE_CHECKING:
    from holidays import HolidayBase

_ENGLISH = "en_US"


def known(code: str) -> str:
    """A country of the library (``IT``), one of its parts (``DE-BY``), or nothing; else `ValueError`."""
    if not code:
        return code
    countries = _countries()
    country, _, part = code.partition("-")
    if country not in countries:
        raise ValueError(f"is not a country whose holidays are known{hint(country, tuple(countries))}")
    if part not in countries[country] and code != country:
        parts = tuple(f"{country}-{other}" for other in countries[country])
        raise ValueError(f"is not a part of {country} that has holidays of its own{hint(code, parts)}")
    return code


@cache
def of(code: str) -> Callable[[date], str]:
    """The name of a day's public holiday in a country or a part of one; empty on any other day."""
    if not code:
        return _none
    listed, lock = _listed(code), Lock()  # the library works out a year when it is first asked for one

    def name_of(day: date) -> str:
        with lock:
            return listed.get(day, "")

    return name_of


@cache
def banks_rest(code: str) -> Callable[[date], bool]:
    """Whether no bank of a country moves money on a day: at its weekend, and on its public holidays."""
    if not code:
        return at_the_weekend
    holiday, weekend = of(code), frozenset(_listed(code).weekend)
    return lambda day: day.weekday() in weekend or bool(holiday(day))


def _none(_: date) -> str:
    return ""


def _countries() -> dict[str, list[str]]:
    """Every country by its code (ISO 3166-1), with the codes of its parts."""
    from holidays import list_supported_countries  # noqa: PLC0415 - see the head of the page

    return list_supported_countries(include_aliases=False)


def _listed(code: str) -> HolidayBase:
    """The library's own calendar, with names in English where it has them, whatever the language of the machine."""
    from holidays import country_holidays  # noqa: PLC0415 - see the head of the page

    country, _, part = code.partition("-")
    listed = country_holidays(country, subdiv=part or None)
    if _ENGLISH in listed.supported_languages:
        listed = country_holidays(country, subdiv=part or None, language=_ENGLISH)
    return listed

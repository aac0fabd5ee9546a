"""
Sums of money in running text, in the number formats of ten languages.

Knows how sums are spelled, and that a single separator before three digits is read by the language alone; must not
know what they are for. What can be read in two ways is no sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

_SIGNS: Mapping[str, str | None] = {
    "€": "EUR",
    "£": "GBP",
    "zł": "PLN",
    "zl": "PLN",
    "kč": "CZK",
    "us$": "USD",
    "usd$": "USD",
    "ca$": "CAD",
    "au$": "AUD",
    "r$": "BRL",
    "mx$": "MXN",
    "s/": "PEN",
    "$": None,
    "kr": "",
    "kr.": "",
    "euro": "EUR",
    "euros": "EUR",
}
"""Signs and words for a currency; None where they're several countries', empty where the language tells whose."""

_CROWNS = {"sv": "SEK", "is": "ISK", "da": "DKK", "no": "NOK", "nb": "NOK"}

_CODES = (
    "EUR USD GBP CHF PLN ISK SEK NOK DKK CZK HUF RON BGN BRL CAD AUD NZD JPY TRY UAH "
    "MXN COP ARS CLP PEN UYU BOB CRC DOP GTQ PYG"
).split()
_CODE = "|".join(_CODES)
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))

_BLANK = "[ \u00a0\u202f\u2009]"
_DIGITS = (
    rf"[0-9]{{1,3}}(?:(?:{_BLANK}|[.,'\u2019])[0-9]{{3}}){{1,4}}(?:[.,][0-9]{{2}})?|[0-9]{{1,9}}(?:[.,][0-9]{{1,3}})?"
)
_SUM = re.compile(
    rf"(?<![\w.,/$€£-])(?:(?P<before>{_CODE}|(?i:{_SIGN})){_BLANK}?)(?P<first>{_DIGITS})(?![0-9]|[.,][0-9])"
    rf"(?:{_BLANK}?(?P<code>{_CODE})(?!\w))?"
    rf"|(?<![\w.,/$€£:-])(?P<second>{_DIGITS})(?:[.,]?-+)?{_BLANK}{{0,2}}(?P<after>(?:{_CODE}|(?i:{_SIGN}))(?!\w))",
)
_RATE = re.compile(
    rf"{_BLANK}?(?:/|p\.?{_BLANK}?h\b|(?:per|an?|pro|je|par|por|al|all'|à l'|za|á|på)"
    rf"{_BLANK}(?:hour|day|month|year|stunde|tag|monat|heure|jour|mois|ora|giorno|mese|hora|día|mes|dia|mês|uur|dag|maand"
    r"|godzin|dzie|miesi|tím|dag|mán|timme|dag|månad))",
    re.IGNORECASE,
)
"""What stands behind a rate, which is no sum to pay."""

COMMA_IS_DECIMAL = frozenset("it pl is de fr es nl pt sv da no nb fi cs".split())
POINT_IS_DECIMAL = frozenset({"en"})

_SUMS_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum at `begin` to `end` of a text; `currency` (ISO 4217) is None where its sign is several countries'."""

    begin: int
    end: int
    amount: Decimal
    currency: str | None


def sums_in(text: str, language: str) -> Iterator[Sum]:
    """The sums with a currency that a text names, at most 200; rates, and what can be read in two ways, are none."""
    for found, _ in zip(_SUM.finditer(text), range(_SUMS_LIMIT), strict=False):
        written, mark = found["first"] or found["second"], found["before"] or found["after"]
        amount = amount_of(written, language)
        if amount is not None and not _RATE.match(text, found.end()):
            currency = _currency(mark, language) or found["code"]
            yield Sum(begin=found.start(), end=found.end(), amount=amount, currency=currency)


def _currency(mark: str, language: str) -> str | None:
    known = _SIGNS.get(mark.casefold(), mark)
    return _CROWNS.get(language) if known == "" else known


def amount_of(written: str, language: str) -> Decimal | None:
    """A written number as a sum; None where it could be another, or is none."""
    bare = re.sub(rf"{_BLANK}|['\u2019]", "", written)
    marks = re.sub("[0-9]", "", bare)
    if not marks:
        return Decimal(bare)
    whole, part = re.split(r"[.,](?=[0-9]*\Z)", bare)
    grouped = re.sub("[.,]", "", whole)
    if len(part) < 3:
        others = set(marks[:-1])
        return Decimal(f"{grouped}.{part}") if len(others) <= 1 and marks[-1] not in others else None
    if len(set(marks)) > 1:
        return None
    is_grouping = language in (COMMA_IS_DECIMAL if marks[-1] == "." else POINT_IS_DECIMAL)
    return Decimal(grouped + part) if is_grouping or len(marks) > 1 else None

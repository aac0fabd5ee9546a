"""
Numbers, days and codes as the files of invoices write them; what isn't one is refused.

Knows the lexical forms of XML Schema (xs:decimal, xs:date) and UN/CEFACT's date formats; must not know elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from crickets.domain.invoice import Refusal
from crickets.domain.seller import Seller
from crickets.reading.body.charsets import printable
from crickets.reading.invoices.refused import Refused

YEARS = range(1990, 2200)
"""In which an invoice is issued or falls due."""

NET_DAYS = range(1000)
"""In which payment terms are counted."""

_NUMBER_LIMIT = 100
"""Characters of an invoice's number: EN 16931 sets no limit, FatturaPA 20."""

_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,10})?|\.[0-9]{1,10})")
"""A sum in any currency: 15 digits before the point are more than all the money there is."""
_DAYS = re.compile(r"[0-9]{1,4}(?:\.0{1,4})?")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T[0-9:.]{1,20})?(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_BARE_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{4}|[0-9]{6})?")
"""Formats 102, 203 and 204 of UN/EDIFACT 2379: a day, with minutes, with seconds."""
_CURRENCY = re.compile(r"[A-Z]{3}")
_BLANKS = re.compile(r"\s+")


def number_in(text: str, where: str) -> str:
    """An invoice's number: one line of printable text."""
    number = _BLANKS.sub(" ", printable(text)).strip()
    if not number:
        raise Refused(Refusal.MISSING, where)
    if len(number) > _NUMBER_LIMIT:
        raise Refused(Refusal.BAD_NUMBER, where)
    return number


def numbers_in(texts: Iterable[str]) -> tuple[str, ...]:
    """What one document names of others, or of people, each once, in a line; what's empty or too long is left out."""
    numbers = (_BLANKS.sub(" ", printable(text)).strip() for text in texts)
    return tuple(dict.fromkeys(number for number in numbers if 0 < len(number) <= _NUMBER_LIMIT))


def seller_of(names: Iterable[str], tax_ids: Iterable[str], emails: Iterable[str]) -> Seller:
    """Whom a file names as its seller, each name, number and address once: what's none is left out, nothing refused."""
    return Seller(
        names=numbers_in(names),
        tax_ids=numbers_in(tax_ids),
        emails=tuple(email for email in numbers_in(emails) if "@" in email),
    )


def sum_in(text: str, where: str) -> Decimal:
    """A sum of money, exactly as written; an exponent is no part of xs:decimal."""
    if not text:
        raise Refused(Refusal.MISSING, where)
    if not _DECIMAL.fullmatch(text):
        raise Refused(Refusal.BAD_NUMBER, where)
    return Decimal(text)


def day_in(text: str, where: str) -> date:
    """A day, of ``2026-01-19`` or ``20260119``; what is said of the hour and the zone changes nothing."""
    if not text:
        raise Refused(Refusal.MISSING, where)
    found = _ISO_DAY.fullmatch(text) or _BARE_DAY.fullmatch(text)
    if not found or int(found[1]) not in YEARS:
        raise Refused(Refusal.BAD_DATE, where)
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as err:
        raise Refused(Refusal.BAD_DATE, where) from err


def day_or_none(text: str, where: str) -> date | None:
    """A day where one may be missing."""
    return day_in(text, where) if text else None


def days_after(start: date, text: str, where: str) -> date:
    """The day so many days after another."""
    if not _DAYS.fullmatch(text) or int(Decimal(text)) not in NET_DAYS:
        raise Refused(Refusal.BAD_NUMBER, where)
    return start + timedelta(days=int(Decimal(text)))


def currency_in(text: str, where: str) -> str:
    """A currency's code in ISO 4217's form."""
    if not text:
        raise Refused(Refusal.MISSING, where)
    if not _CURRENCY.fullmatch(text):
        raise Refused(Refusal.BAD_CURRENCY, where)
    return text

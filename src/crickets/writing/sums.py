"""
Sums of money and percents as people write them, in their language.

Knows Babel; must not know what is to be paid, or why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import tzinfo
from decimal import Decimal

from babel.lists import format_list
from babel.numbers import format_currency, format_percent

from crickets.domain.currencies import decimals_of
from crickets.writing.locales import locale_of

_CODE = re.compile(r"(?<=[A-Z]{3})(?=\d)")
"""Between a code and its figure, where CLDR wants a space that Babel leaves out (UTS #35, spacing of currencies)."""


def sum_of(amount: Decimal, currency: str, language: str, *, zone: tzinfo | None = None) -> str:
    """
    A sum with its currency (ISO 4217): "€1,200.00", "1.200,00 €".

    Nothing of it is rounded off. Its parts hang together by spaces that don't break. A currency nobody knows is written
    by its code.
    """
    code = currency.upper()
    # CLDR leaves the small coin out where it's rarely used (RSD): a sum that has one is written with it.
    customary = amount == amount.to_integral_value() or decimals_of(code) != 2
    written = format_currency(
        amount, code, locale=locale_of(language, zone), currency_digits=customary, decimal_quantization=False
    )
    return _CODE.sub("\N{NO-BREAK SPACE}", written)


def percent_of(percents: Iterable[Decimal], language: str, *, zone: tzinfo | None = None) -> str:
    """Percents, exactly: "10.15%", or of several "10.15% and 10.5%"; nothing of none."""
    locale = locale_of(language, zone)
    written = [format_percent(each / 100, locale=locale, decimal_quantization=False) for each in percents]
    return format_list(written, locale=locale) if written else ""

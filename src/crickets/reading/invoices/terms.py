"""
When an invoice is to be paid, of several days and parts that a file names.

Knows that a reminder may come late and never early; must not know formats.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from crickets.domain.invoice import Instalment

FEWEST = 2
"""Parts by which a sum is paid in instalments."""


def in_order(parts: Iterable[Instalment], *, payable: Decimal) -> tuple[Instalment, ...]:
    """The instalments by their days, those without one last; none unless they are several and make the whole sum."""
    given = tuple(parts)
    if len(given) < FEWEST or sum(one.amount for one in given) != payable:
        return ()
    return tuple(sorted(given, key=lambda one: one.due or date.max))


def all_by(day: date | None, parts: Iterable[Instalment]) -> date | None:
    """That day, unless one of the parts has none: then nobody knows by when all of the sum is to be paid."""
    return None if any(part.due is None for part in parts) else day


def latest(days: Iterable[date | None]) -> date | None:
    """The last of some days, as far as they are named: where a file names two, nobody is late before the later."""
    return max((day for day in days if day is not None), default=None)

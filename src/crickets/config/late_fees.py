"""
What a late payment costs, as the config says it.

Knows the words of the file; the arithmetic is the domain's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from crickets.config.problems import hint, shown
from crickets.domain.late_fee import ECB_RATES, Monthly, OwnTerms, ReferenceRate, Rule, Statutory

_MONTHLY, _OWN = {"percent_a_month"}, {"percent_a_year", "fixed_sum", "grace_days"}
_KEYS = ("percent_a_month", "percent_a_year", "fixed_sum", "grace_days")
_MOST_PERCENT, _MOST = 100, 1_000_000
_WAYS = (
    'must be "none", "statutory", { percent_a_month = … } or any of percent_a_year, fixed_sum and grace_days in { … }'
)


def late_fee(value: object) -> Rule | None:
    """The rule that a value of the file means; `ValueError` for what is none."""
    if value == "none":
        return None
    if value == "statutory":
        return Statutory()
    unknown = next((str(key) for key in value if key not in _KEYS), None) if isinstance(value, dict) else None
    if unknown is not None:
        raise ValueError(f"has no {shown(unknown)}{hint(unknown, _KEYS)}")
    if not isinstance(value, dict) or not value or not (value.keys() <= _MONTHLY or value.keys() <= _OWN):
        raise ValueError(_WAYS)
    if value.keys() <= _MONTHLY:
        return Monthly(percent=_number(value, "percent_a_month", _MOST_PERCENT))
    return OwnTerms(
        percent_a_year=_number(value, "percent_a_year", _MOST_PERCENT),
        fixed_sum=_number(value, "fixed_sum", _MOST),
        grace_days=int(_number(value, "grace_days", 365, whole=True)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one client's late fee is to be: a rule, and the keys of it that the file names."""

    rule: Rule | None
    given: frozenset[str]

    def of(self, usual: Rule | None) -> Rule | None:
        """The rule for that client; of the owner's own terms, what isn't named stays as it is for everybody."""
        if not isinstance(self.rule, OwnTerms) or not isinstance(usual, OwnTerms):
            return self.rule
        return replace(usual, **{key: getattr(self.rule, key) for key in self.given})


def change(value: object) -> Change:
    """What a value of a client's entry means; `ValueError` for what is none."""
    return Change(rule=late_fee(value), given=frozenset(value) if isinstance(value, dict) else frozenset())


def reference_rates(value: object) -> tuple[ReferenceRate, ...]:
    """The rates by the half-years that they hold for, in place of the known ones or beside them."""
    if not isinstance(value, dict):
        what = "must be a table of half-years and percents, such as { 2025-07-01 = 2.15 }"
        raise ValueError(what)  # noqa: TRY004 - pydantic hears of a ValueError only
    own = {_half_year(name): _number(value, name, _MOST_PERCENT, least=-10) for name in value}
    rates = {rate.on: rate.percent for rate in ECB_RATES} | own
    return tuple(ReferenceRate(on=on, percent=percent) for on, percent in sorted(rates.items()))


def _half_year(name: str) -> date:
    try:
        day = date.fromisoformat(name)
    except ValueError:
        day = date.min
    if (day.month, day.day) not in {(1, 1), (7, 1)} or day == date.min:
        raise ValueError(f"must name half-years by their first days, such as 2026-07-01, and not {name!r}")
    return day


def _number(value: Mapping[str, object], key: str, most: int, *, least: int = 0, whole: bool = False) -> Decimal:
    """The number at a key, exactly as it's written; nothing if it isn't there."""
    number = value.get(key, 0)
    kinds = (int,) if whole else (int, float)
    if isinstance(number, bool) or not isinstance(number, kinds) or not math.isfinite(number):
        raise ValueError(f"must have a {'whole ' if whole else ''}number for {key}")
    if not least <= number <= most:
        raise ValueError(f"must have a number from {least} to {most} for {key}")
    return Decimal(str(number))

"""
What a late payment costs, by the rule that the owner has chosen.

Knows days, percents and the European Union's rule; must not know invoices, plans or whether to ask for it. Interest is
simple, is counted on what was open each day from the day after the due date, and is rounded once, at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import assert_never

from crickets.domain.currencies import decimals_of

NOTHING = Decimal(0)
EURO = "EUR"
STATUTORY_MARGIN = Decimal(8)
"""Percentage points above the reference rate (Directive 2011/7/EU, article 2(6)): what every member state grants."""
STATUTORY_SUM = Decimal(40)
"""EUR for the costs of recovery, for each late payment and without further word (article 6)."""

_DAYS_OF_A_MONTH = 30
_LAST_ZONE = timezone(timedelta(hours=-12))
"""Where on earth a day ends last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRate:
    """The interest rate of the central bank's main refinancing operations, in percent, that was in force on a day."""

    on: date
    percent: Decimal


ECB_RATES: tuple[ReferenceRate, ...] = tuple(
    ReferenceRate(on=date(year, month, 1), percent=Decimal(percent))
    for year, percents in {
        2013: ("0.75", "0.50"),
        2014: ("0.25", "0.15"),
        2015: ("0.05", "0.05"),
        2016: ("0.05", "0.00"),
        2017: ("0.00", "0.00"),
        2018: ("0.00", "0.00"),
        2019: ("0.00", "0.00"),
        2020: ("0.00", "0.00"),
        2021: ("0.00", "0.00"),
        2022: ("0.00", "0.00"),
        2023: ("2.50", "4.00"),
        2024: ("4.50", "4.25"),
        2025: ("3.15", "2.15"),
        2026: ("2.15",),
    }.items()
    for month, percent in zip((1, 7), percents, strict=False)
)
"""
The European Central Bank's rates on the first day of each half-year, since the directive had to be in force.

From the bank's published key interest rates. A half-year that isn't here is unknown: the owner may add it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Monthly:
    """So many percent a month, by the day: a day costs a thirtieth of it, whatever the month's length."""

    percent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Statutory:
    """The law of the European Union between firms: the half-year's reference rate, 8 points more, and 40 EUR."""

    rates: tuple[ReferenceRate, ...] = ECB_RATES


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTerms:
    """
    What the owner's own terms say: percent a year, and a fixed sum; nothing while no more than `grace_days` are late.

    After those days it's counted from the due date on.
    """

    percent_a_year: Decimal = NOTHING
    fixed_sum: Decimal = NOTHING
    grace_days: int = 0


Rule = Monthly | Statutory | OwnTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Part of a debt that came in; the day itself still counts with what was open before."""

    on: date
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """What was to be paid by a day, in which currency (ISO 4217), and what has been paid of it."""

    amount: Decimal
    currency: str
    due_on: date
    payments: tuple[Payment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LateFee:
    """
    Interest and a fixed sum, each in the currency's minor unit.

    `percents` are what the interest was counted at, a year, each once and in turn; none where it's so much a month.
    `since` is the first day that costs, or None where several debts begin to on several days.
    """

    interest: Decimal = NOTHING
    fixed_sum: Decimal = NOTHING
    percents: tuple[Decimal, ...] = ()
    since: date | None = None

    @property
    def total(self) -> Decimal:
        """What the delay costs altogether."""
        return self.interest + self.fixed_sum


@dataclass(frozen=True, slots=True, kw_only=True)
class RateUnknown:
    """No fee can be told: nobody knows the reference rate of the half-year that begins on that day."""

    half_year: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NotInEuro:
    """No fee can be told: outside the euro the reference rate is a national bank's, and the fixed sum its country's."""

    currency: str


def half_years_unknown(rule: Rule | None, today: date) -> tuple[date, ...]:
    """The half-years up to today, by their first days, whose rate a rule needs and nobody knows."""
    if not isinstance(rule, Statutory):
        return ()
    known = {rate.on for rate in rule.rates}
    years = range(min(known, default=today).year, today.year + 1)
    begun = (day for year in years for day in (date(year, 1, 1), date(year, 7, 1)) if day <= today)
    return tuple(day for day in begun if day not in known)


def days_late(due_on: date, now: datetime, zone: tzinfo) -> int:
    """
    How many days of the owner's have begun since the due date; none on it and before.

    Nor are there any while the due date has not begun everywhere: nobody is late whose calendar still shows the day
    before.
    """
    if now.astimezone(_LAST_ZONE).date() < due_on:
        return 0
    return max((now.astimezone(zone).date() - due_on).days, 0)


def late_fee(debt: Debt, rule: Rule, *, now: datetime, zone: tzinfo = UTC) -> LateFee | RateUnknown | NotInEuro:
    """What the delay of a debt costs until today in the owner's zone; nothing where it was paid in time."""
    late = days_late(debt.due_on, now, zone)
    spans = tuple(_open_spans(debt, debt.due_on + timedelta(days=late)))
    if not spans:
        return LateFee()
    match rule:
        case Monthly():
            interest = sum((span.sum_days for span in spans), NOTHING) * rule.percent / 100 / _DAYS_OF_A_MONTH
            return _fee(debt, spans, interest)
        case Statutory():
            return _statutory(debt, spans, rule)
        case OwnTerms():
            return _by_own_terms(debt, spans, rule, late)
        case _:
            assert_never(rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """Days of one half-year, the one after `after` to `until`, through which the same sum was open."""

    after: date
    until: date
    amount: Decimal

    @property
    def sum_days(self) -> Decimal:
        """The sum, as many times as there are days."""
        return self.amount * (self.until - self.after).days

    @property
    def half_year(self) -> date:
        """The first day of the half-year in which the days lie."""
        return self.until.replace(month=1 if self.until.month < 7 else 7, day=1)

    @property
    def sum_years(self) -> Decimal:
        """The sum, as many times as the days are years: a whole year is one, leap year or not (actual/actual)."""
        year = self.until.year
        return self.sum_days / (date(year + 1, 1, 1) - date(year, 1, 1)).days


def _open_spans(debt: Debt, until: date) -> Iterator[_Span]:
    """The days since the due date on which something was open, cut where a half-year ends or a payment came in."""
    ends = (date(year, *last) for year in range(debt.due_on.year, until.year + 1) for last in ((6, 30), (12, 31)))
    paid = (payment.on for payment in debt.payments)
    cuts = {debt.due_on, until, *(day for day in (*ends, *paid) if debt.due_on < day < until)}
    for after, day in pairwise(sorted(cuts)):
        still_open = debt.amount - sum((p.amount for p in debt.payments if p.on <= after), NOTHING)
        if still_open > NOTHING:
            yield _Span(after=after, until=day, amount=still_open)


def _statutory(debt: Debt, spans: tuple[_Span, ...], rule: Statutory) -> LateFee | RateUnknown | NotInEuro:
    if debt.currency != EURO:
        return NotInEuro(currency=debt.currency)
    rates = {rate.on: rate.percent for rate in rule.rates}
    unknown = [span.half_year for span in spans if span.half_year not in rates]
    if unknown:
        return RateUnknown(half_year=unknown[0])
    percents = tuple(rates[span.half_year] + STATUTORY_MARGIN for span in spans)
    interest = sum((span.sum_years * percent / 100 for span, percent in zip(spans, percents, strict=True)), NOTHING)
    return _fee(debt, spans, interest, STATUTORY_SUM, percents)


def _by_own_terms(debt: Debt, spans: tuple[_Span, ...], rule: OwnTerms, late: int) -> LateFee:
    if late <= rule.grace_days:
        return LateFee()
    interest = sum((span.sum_years for span in spans), NOTHING) * rule.percent_a_year / 100
    return _fee(debt, spans, interest, rule.fixed_sum, (rule.percent_a_year,))


def _fee(
    debt: Debt,
    spans: tuple[_Span, ...],
    interest: Decimal,
    fixed_sum: Decimal = NOTHING,
    percents: tuple[Decimal, ...] = (),
) -> LateFee:
    return LateFee(
        interest=rounded(interest, debt.currency),
        fixed_sum=rounded(fixed_sum, debt.currency),
        percents=tuple(dict.fromkeys(percents)),
        since=spans[0].after + timedelta(days=1),
    )


def altogether(fees: Iterable[LateFee]) -> LateFee:
    """The fees of several debts as one; none where they come to less than nothing."""
    asked = [fee for fee in fees if fee.total]
    since = {fee.since for fee in asked}
    whole = LateFee(
        interest=sum((fee.interest for fee in asked), NOTHING),
        fixed_sum=sum((fee.fixed_sum for fee in asked), NOTHING),
        percents=tuple(dict.fromkeys(percent for fee in asked for percent in fee.percents)),
        since=since.pop() if len(since) == 1 else None,
    )
    return whole if whole.total > NOTHING else LateFee()


def rounded(amount: Decimal, currency: str) -> Decimal:
    """A sum in the currency's minor unit, a half rounded up (away from zero, as tradesmen do)."""
    return amount.quantize(Decimal(1).scaleb(-decimals_of(currency)), rounding=ROUND_HALF_UP)

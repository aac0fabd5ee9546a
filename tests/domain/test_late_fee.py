"""What a late payment costs: figures worked by hand, each beside the day it holds for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from crickets.domain.currencies import decimals_of
from crickets.domain.late_fee import (
    ECB_RATES,
    Debt,
    LateFee,
    Monthly,
    NotInEuro,
    OwnTerms,
    Payment,
    RateUnknown,
    Rule,
    Statutory,
    altogether,
    days_late,
    half_years_unknown,
    late_fee,
    rounded,
)

ROME = ZoneInfo("Europe/Rome")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")  # UTC+14: no day begins earlier
DUE = date(2026, 1, 19)
TWO_PERCENT = Monthly(percent=Decimal(2))


def a_debt(
    amount: str = "1200.00", currency: str = "EUR", due_on: date = DUE, payments: tuple[Payment, ...] = ()
) -> Debt:
    """An invoice of 1,200 euros, due on the 19th of January 2026."""
    return Debt(amount=Decimal(amount), currency=currency, due_on=due_on, payments=payments)


def paid(amount: str, on: date) -> Payment:
    """A part of it that came in."""
    return Payment(on=on, amount=Decimal(amount))


def morning(day: date, zone: ZoneInfo = ROME) -> datetime:
    """Half past eight, when drafts are laid."""
    return datetime(day.year, day.month, day.day, 8, 30, tzinfo=zone)


def fee(rule: Rule, on: date, debt: Debt | None = None) -> LateFee | RateUnknown | NotInEuro:
    """The fee on the morning of a day in Rome, without a word on how it's counted."""
    found = counted(rule, on, debt)
    return replace(found, percents=(), since=None) if isinstance(found, LateFee) else found


def counted(rule: Rule, on: date, debt: Debt | None = None) -> LateFee | RateUnknown | NotInEuro:
    """The same, and at how many percent since when."""
    return late_fee(debt or a_debt(), rule, now=morning(on), zone=ROME)


def costs(interest: str, fixed_sum: str = "0") -> LateFee:
    """A fee, as it's worked by hand."""
    return LateFee(interest=Decimal(interest), fixed_sum=Decimal(fixed_sum))


# ------------------------------------------------------------------------------------------------ lateness


@pytest.mark.parametrize(
    ("now", "zone", "late"),
    [
        (morning(date(2026, 1, 18)), ROME, 0),
        (morning(date(2026, 1, 19)), ROME, 0),
        (morning(date(2026, 1, 20)), ROME, 1),
        (morning(date(2026, 2, 18)), ROME, 30),
        (datetime(2026, 1, 19, 22, 59, tzinfo=UTC), ROME, 0),
        (datetime(2026, 1, 19, 23, 0, tzinfo=UTC), ROME, 1),
        # Until two in the morning of the 20th in Kiritimati it's the 18th where the day ends last.
        (morning(date(2026, 1, 20), KIRITIMATI), KIRITIMATI, 1),
        (datetime(2026, 1, 19, 11, 59, tzinfo=UTC), KIRITIMATI, 0),
        (datetime(2026, 1, 19, 12, 0, tzinfo=UTC), KIRITIMATI, 1),
        # Where the day ends last it's still the 19th at noon of the 20th in London.
        (datetime(2026, 1, 20, 11, 59, tzinfo=UTC), ZoneInfo("Etc/GMT+12"), 0),
    ],
)
def test_days_late(now: datetime, zone: ZoneInfo, late: int) -> None:
    """Days are the owner's, and none is counted while the due date hasn't begun everywhere."""
    assert late == days_late(DUE, now, zone)


@pytest.mark.parametrize("hour", range(-48, 49))
@pytest.mark.parametrize("zone", [ROME, KIRITIMATI, ZoneInfo("Etc/GMT+12"), ZoneInfo("America/New_York")])
def test_nothing_before_the_due_date_in_any_zone(zone: ZoneInfo, hour: int) -> None:
    """Whoever writes from wherever: while a calendar anywhere shows the day before, nobody is late."""
    now = datetime(2026, 1, 19, tzinfo=UTC) + timedelta(hours=hour)
    everywhere = [now + timedelta(hours=offset) for offset in range(-12, 15)]

    if late_fee(a_debt(), TWO_PERCENT, now=now, zone=zone) != LateFee():
        assert min(everywhere).date() >= DUE


# ------------------------------------------------------------------------------------------------ percent a month


@pytest.mark.parametrize(
    ("on", "interest"),
    [
        (date(2026, 1, 19), "0"),
        (date(2026, 1, 20), "0.80"),  # 24.00 a month, 0.80 a day
        (date(2026, 2, 18), "24.00"),  # 30 days
        (date(2026, 3, 20), "48.00"),  # 60
        (date(2026, 4, 19), "72.00"),  # 90
    ],
)
def test_percent_a_month(on: date, interest: str) -> None:
    """1,200.00 at 2 % a month: a day costs a thirtieth, in February too."""
    assert fee(TWO_PERCENT, on) == costs(interest)


def test_a_half_of_the_smallest_coin() -> None:
    """It's rounded up: 100.25 at 2 % for 30 days is 2.005."""
    assert fee(TWO_PERCENT, date(2026, 2, 18), a_debt("100.25")) == costs("2.01")


@pytest.mark.parametrize(
    ("currency", "interest"),
    [("EUR", "3.70"), ("ISK", "4"), ("JPY", "4"), ("KWD", "3.704"), ("CLF", "3.7035"), ("XYZ", "3.70")],
)
def test_the_smallest_coin(currency: str, interest: str) -> None:
    """185.175 at 2 % for 30 days is 3.7035, in as many digits as the currency has."""
    debt = a_debt("185.175", currency)

    assert fee(TWO_PERCENT, date(2026, 2, 18), debt) == costs(interest)


def test_a_sum_below_nothing() -> None:
    """A half goes away from zero on either side."""
    assert [rounded(Decimal(amount), "EUR") for amount in ("-0.005", "0.005")] == [Decimal("-0.01"), Decimal("0.01")]
    assert decimals_of("EUR") == 2


# ------------------------------------------------------------------------------------------------ the law's rate


@pytest.mark.parametrize(
    ("due_on", "on", "interest"),
    [
        # 10.15 % in the first half of 2026: 1,200 × 30/365 × 10.15 % = 10.0109…
        (date(2026, 1, 19), date(2026, 2, 18), "10.01"),
        # 90 days: 30.0328…
        (date(2026, 1, 19), date(2026, 4, 19), "30.03"),
        # 16 days of December 2024 at 12.25 % of a leap year, 14 of January at 11.15 %:
        # 1,200 × (16/366 × 12.25 % + 14/365 × 11.15 %) = 6.42622… + 5.13205… = 11.5582…
        (date(2024, 12, 15), date(2025, 1, 14), "11.56"),
        # 10 days of June 2023 at 10.5 %, 20 of July at 12 %: 3.45205… + 7.89041… = 11.3424…
        (date(2023, 6, 20), date(2023, 7, 20), "11.34"),
        # A whole leap year at 0 + 8 %, due on its eve: 96.00 without a crumb.
        (date(2019, 12, 31), date(2020, 12, 31), "96.00"),
        # Due on the eve of a half-year: the first day late is already of the new one. 1,200/365 × 10.15 % = 0.3336…
        (date(2025, 12, 31), date(2026, 1, 1), "0.33"),
    ],
)
def test_the_laws_rate(due_on: date, on: date, interest: str) -> None:
    """The reference rate of each half-year and eight points more, by the day, and forty euros."""
    assert fee(Statutory(), on, a_debt(due_on=due_on)) == costs(interest, "40.00")


def test_the_whole_of_a_fee() -> None:
    """Interest and fixed sum together are what a notice asks for."""
    assert costs("10.01", "40.00").total == Decimal("50.01")


def test_a_half_year_whose_rate_nobody_knows() -> None:
    """It's told, never guessed from the one before."""
    unknown = RateUnknown(half_year=date(2026, 7, 1))

    assert fee(Statutory(), date(2026, 6, 30), a_debt(due_on=date(2026, 6, 1))) == costs("9.68", "40.00")
    assert fee(Statutory(), date(2026, 7, 1), a_debt(due_on=date(2026, 6, 1))) == unknown
    assert fee(Statutory(rates=()), date(2026, 2, 18)) == RateUnknown(half_year=date(2026, 1, 1))


def test_a_debt_older_than_the_directive() -> None:
    """Its first unknown half-year is told."""
    assert fee(Statutory(), date(2026, 2, 18), a_debt(due_on=date(2012, 12, 1))) == RateUnknown(
        half_year=date(2012, 7, 1)
    )


def test_another_currency() -> None:
    """The euro's rate is no other currency's."""
    assert fee(Statutory(), date(2026, 2, 18), a_debt(currency="PLN")) == NotInEuro(currency="PLN")


def test_the_published_rates() -> None:
    """They stand on the first day of each half-year, without a gap, in order."""
    days = [rate.on for rate in ECB_RATES]

    assert days[0] == date(2013, 1, 1)
    assert all((day.day, day.month in (1, 7)) == (1, True) for day in days)
    assert {(later.year - day.year) * 12 + later.month - day.month for day, later in pairwise(days)} == {6}


# ------------------------------------------------------------------------------------------------ own terms


@pytest.mark.parametrize(
    ("rule", "on", "wanted"),
    [
        (OwnTerms(), date(2026, 2, 18), costs("0")),
        (OwnTerms(fixed_sum=Decimal(15)), date(2026, 1, 20), costs("0", "15.00")),
        # 1,200 × 90/365 × 5 % = 14.7945…
        (OwnTerms(percent_a_year=Decimal(5)), date(2026, 4, 19), costs("14.79")),
        (OwnTerms(percent_a_year=Decimal(5), fixed_sum=Decimal(15), grace_days=14), date(2026, 2, 2), costs("0")),
        # 15 days: 1,200 × 15/365 × 5 % = 2.4657…
        (
            OwnTerms(percent_a_year=Decimal(5), fixed_sum=Decimal(15), grace_days=14),
            date(2026, 2, 3),
            costs("2.47", "15"),
        ),
    ],
)
def test_own_terms(rule: OwnTerms, on: date, wanted: LateFee) -> None:
    """Percent a year, a fixed sum, and days of grace that count again once they are over."""
    assert fee(rule, on) == wanted


# ------------------------------------------------------------------------------------------------ part payments


def test_a_part_payment() -> None:
    """The day of the payment still costs what was open before it: 20 days of 1,200, then 10 of 700, at 2 %."""
    debt = a_debt(payments=(paid("500", date(2026, 2, 8)),))

    assert fee(TWO_PERCENT, date(2026, 2, 18), debt) == costs("20.67")  # 16.00 + 4.666…


def test_a_part_paid_in_time() -> None:
    """Only what was open on the due date is late: 700 for 30 days."""
    debt = a_debt(payments=(paid("500", DUE),))

    assert fee(TWO_PERCENT, date(2026, 2, 18), debt) == costs("14.00")


@pytest.mark.parametrize("rule", [TWO_PERCENT, Statutory(), OwnTerms(fixed_sum=Decimal(15))])
@pytest.mark.parametrize("amount", ["1200", "1300"])
def test_what_was_paid_in_time(rule: Rule, amount: str) -> None:
    """It costs nothing, by whatever rule."""
    assert fee(rule, date(2026, 2, 18), a_debt(payments=(paid(amount, DUE),))) == LateFee()


def test_what_was_paid_late() -> None:
    """It costs what it cost on the day it was paid, however long ago: 1,200 × 10/365 × 10.15 % is 3.3369."""
    debt = a_debt(payments=(paid("1200", date(2026, 1, 29)),))

    assert fee(Statutory(), date(2026, 9, 1), debt) == costs("3.34", "40.00")


def test_two_payments_on_one_day() -> None:
    """They count together: 10 days of 1,200, then 20 of 600, at 2 %."""
    debt = a_debt(payments=(paid("300", date(2026, 1, 29)), paid("300", date(2026, 1, 29))))

    assert fee(TWO_PERCENT, date(2026, 2, 18), debt) == costs("16.00")


@pytest.mark.parametrize(
    ("rule", "due_on", "on", "percents"),
    [
        (Statutory(), date(2025, 1, 19), date(2025, 3, 1), ("11.15",)),
        (Statutory(), date(2025, 5, 19), date(2025, 8, 1), ("11.15", "10.15")),
        (Statutory(), date(2025, 10, 19), date(2026, 2, 1), ("10.15",)),
        (OwnTerms(percent_a_year=Decimal(8)), date(2025, 5, 19), date(2025, 8, 1), ("8",)),
        (TWO_PERCENT, date(2025, 5, 19), date(2025, 8, 1), ()),
    ],
    ids=["one half-year", "two rates", "two half-years at one rate", "own terms", "so much a month"],
)
def test_how_interest_is_counted(rule: Rule, due_on: date, on: date, percents: tuple[str, ...]) -> None:
    """From the day after the due date on, at each half-year's percent in turn."""
    found = counted(rule, on, a_debt(due_on=due_on))

    assert isinstance(found, LateFee)
    assert found.percents == tuple(map(Decimal, percents))
    assert found.since == due_on + timedelta(days=1)


def test_interest_on_what_was_paid_in_time() -> None:
    """It begins with the first day on which something was open."""
    found = counted(Statutory(), date(2026, 3, 1), a_debt(payments=(paid("200", DUE), paid("1000", date(2026, 2, 1)))))

    assert isinstance(found, LateFee)
    assert found.since == date(2026, 1, 20)


def test_the_fees_of_several_debts() -> None:
    """They are added up; what isn't the same for all isn't told."""
    one = LateFee(interest=Decimal(3), fixed_sum=Decimal(40), percents=(Decimal(11), Decimal(10)), since=DUE)
    other = LateFee(interest=Decimal(2), fixed_sum=Decimal(40), percents=(Decimal(10),), since=DUE + timedelta(days=1))

    assert altogether([one, LateFee()]) == one
    assert altogether([one, replace(one, interest=Decimal(1))]) == replace(
        one, interest=Decimal(4), fixed_sum=Decimal(80)
    )
    assert altogether([one, other]) == LateFee(
        interest=Decimal(5), fixed_sum=Decimal(80), percents=(Decimal(11), Decimal(10))
    )
    assert altogether([]) == altogether([LateFee(interest=Decimal(-1), since=DUE)]) == LateFee()


@pytest.mark.parametrize(
    ("rule", "today", "unknown"),
    [
        (Statutory(), date(2026, 6, 30), ()),
        (Statutory(), date(2026, 7, 1), (date(2026, 7, 1),)),
        (Statutory(), date(2027, 1, 1), (date(2026, 7, 1), date(2027, 1, 1))),
        (Statutory(rates=()), date(2026, 3, 1), (date(2026, 1, 1),)),
        (TWO_PERCENT, date(2027, 1, 1), ()),
        (None, date(2027, 1, 1), ()),
    ],
)
def test_half_years_without_a_rate(rule: Rule | None, today: date, unknown: tuple[date, ...]) -> None:
    """Those that have begun are named; only the law's fee needs them."""
    assert half_years_unknown(rule, today) == unknown

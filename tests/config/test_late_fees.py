"""What a late payment costs, as the config says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from crickets.config.late_fees import change, late_fee, reference_rates
from crickets.domain.late_fee import ECB_RATES, Monthly, OwnTerms, ReferenceRate, Rule, Statutory


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("none", None),
        ("statutory", Statutory()),
        ({"percent_a_month": 1.1}, Monthly(percent=Decimal("1.1"))),
        ({"fixed_sum": 40}, OwnTerms(fixed_sum=Decimal(40))),
        (
            {"percent_a_year": 8, "fixed_sum": 9.5, "grace_days": 5},
            OwnTerms(percent_a_year=Decimal(8), fixed_sum=Decimal("9.5"), grace_days=5),
        ),
    ],
)
def test_a_rule(value: object, rule: Rule | None) -> None:
    """Numbers are taken as they're written: 1.1 is no 1.100000000000000089."""
    assert late_fee(value) == rule


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("legal", 'must be "none"'),
        ({}, 'must be "none"'),
        (1, 'must be "none"'),
        ({"percent_a_year": 8, "fixed": 40}, 'has no "fixed"; did you mean fixed_sum'),
        ({"percent_a_month": 1, "fixed_sum": 2}, 'must be "none"'),
        ({"percent_a_month": "1"}, "a number for percent_a_month"),
        ({"percent_a_month": True}, "a number for percent_a_month"),
        ({"percent_a_month": float("nan")}, "a number for percent_a_month"),
        ({"percent_a_month": 101}, "from 0 to 100 for percent_a_month"),
        ({"fixed_sum": -1}, "from 0 to 1000000 for fixed_sum"),
        ({"grace_days": 1.5}, "a whole number for grace_days"),
    ],
)
def test_what_is_none(value: object, what: str) -> None:
    """It's told what would be."""
    with pytest.raises(ValueError, match=what):
        late_fee(value)


TERMS = OwnTerms(percent_a_year=Decimal(8), fixed_sum=Decimal(40), grace_days=5)


@pytest.mark.parametrize(
    ("value", "usual", "rule"),
    [
        ("none", TERMS, None),
        ("statutory", TERMS, Statutory()),
        ({"fixed_sum": 0}, TERMS, replace(TERMS, fixed_sum=Decimal(0))),
        ({"percent_a_year": 4, "grace_days": 10}, TERMS, replace(TERMS, percent_a_year=Decimal(4), grace_days=10)),
        ({"fixed_sum": 9}, None, OwnTerms(fixed_sum=Decimal(9))),
        ({"fixed_sum": 9}, Statutory(), OwnTerms(fixed_sum=Decimal(9))),
        ({"percent_a_month": 1}, TERMS, Monthly(percent=Decimal(1))),
    ],
)
def test_what_one_client_is_asked_for(value: object, usual: Rule | None, rule: Rule | None) -> None:
    """Another rule, none, or of the owner's own terms what is named, the rest as for everybody."""
    assert change(value).of(usual) == rule


def test_reference_rates() -> None:
    """What the owner gives goes before what is known; the rest stays."""
    rates = reference_rates({"2026-07-01": 2.15, "2026-01-01": 9})

    assert rates[:-2] == ECB_RATES[:-1]
    assert rates[-2:] == (
        ReferenceRate(on=date(2026, 1, 1), percent=Decimal(9)),
        ReferenceRate(on=date(2026, 7, 1), percent=Decimal("2.15")),
    )


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ([], "must be a table of half-years"),
        ({"2026-07-02": 1}, "first days"),
        ({"July": 1}, "first days"),
        ({"2026-07-01": "1"}, "a number for 2026-07-01"),
    ],
)
def test_rates_that_are_none(value: object, what: str) -> None:
    """They're told, with an example."""
    with pytest.raises(ValueError, match=what):
        reference_rates(value)

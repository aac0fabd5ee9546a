"""What `check` tells of a config that is sound, and may still do less than its owner thinks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from crickets.cli.check_page import check_json
from crickets.config.settings import Settings
from crickets.domain.late_fee import Statutory
from crickets.domain.plans import Plan
from crickets.domain.policy import Client, Invoicing, Policy
from crickets.service.inspect import rates_not_known
from tests.builders import a_policy
from tests.cli.home import Home

STATUTORY = replace(a_policy(), invoicing=Invoicing(late_fee=Statutory()))


def warnings(policy: Policy, today: date) -> object:
    """What it warns of on a day."""
    return check_json((), None, None, Settings(path=Path("config.toml"), policy=policy, accounts=()), today)["warnings"]


def test_a_half_year_without_a_rate() -> None:
    """It's named, with what is done instead and what is to be set."""
    [told] = rates_not_known(STATUTORY, date(2027, 1, 1))

    assert "rate of the half-year from 2026-07-01 and 2027-01-01 on isn't known here" in told
    assert "asks for no late fee until you set invoices.reference_rates" in told
    assert "{ 2026-07-01 = …, 2027-01-01 = … }" in told
    assert warnings(STATUTORY, date(2027, 1, 1)) == [told]


def test_a_half_year_for_one_client() -> None:
    """It's named if but one client is to be asked for what the law grants, and once for several."""
    both = tuple(Client(name=n, match=("*",), invoicing=Invoicing(late_fee=Statutory())) for n in "ab")
    policy = replace(a_policy(), clients=(*both, Client(name="c", match=("*",))))

    assert [*rates_not_known(policy, date(2026, 7, 1))] == [*rates_not_known(STATUTORY, date(2026, 7, 1))]
    assert [*rates_not_known(policy, date(2026, 7, 1))] != []


def test_a_plan_without_steps() -> None:
    """It's allowed, and told in one line what it means; for the other plans there's nothing to tell."""
    policy = a_policy()
    empty = {**policy.plans, "cold": Plan(name="cold", steps=())}

    assert warnings(replace(policy, plans=empty), date(2026, 6, 30)) == [
        "plans.cold.steps: is empty: nothing is ever due by this plan, its threads are closed at once"
    ]


def test_no_half_year_without_a_rate() -> None:
    """There's nothing to tell where the rates are known, or nobody asks for them."""
    assert warnings(STATUTORY, date(2026, 6, 30)) == []
    assert warnings(a_policy(), date(2027, 1, 1)) == []


def test_a_healthcheck_without_an_address(home: Home) -> None:
    """It's warned of, as it keeps the daemon from nothing else; what is there is never shown."""
    with home.config.open("a") as config:
        config.write('\n[health]\nhealthcheck_url_env = "PING"\n')
    env = home.folder / ".env"

    lacking = home("check", "--json").json["warnings"]
    env.write_text("PING='ftp://checks.example/s3cret'\n")
    spoilt = home("check", "--json")
    env.write_text("PING='https://checks.example/s3cret'\n")
    there = home("check", "--json").json["warnings"]

    [told] = [each for each in lacking if "PING is set neither in the environment nor in" in each]
    assert ". Put a line PING='…' into " in told, "what to do is told as well"
    assert any("health.healthcheck_url_env: what PING holds must be" in each for each in spoilt.json["warnings"])
    assert "s3cret" not in spoilt.out + spoilt.err
    assert not any("healthcheck" in each for each in there)

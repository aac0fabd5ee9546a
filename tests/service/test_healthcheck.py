"""When a sign of life is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from crickets.errors import ConfigError, Transient
from crickets.service import log
from crickets.service.clock import system_clock
from crickets.service.healthcheck import Healthcheck
from crickets.service.tally import Result, Tally


@dataclass(slots=True)
class FakeSign:
    """Counts how often it was given, and ends as `act` says."""

    act: Callable[[], None] = lambda: None
    given: int = 0
    interrupted: int = 0
    healthcheck: list[Healthcheck] = field(default_factory=list)

    def give(self) -> None:
        self.given += 1
        self.act()

    def interrupt(self) -> None:
        self.interrupted += 1


@dataclass(slots=True)
class Watch:
    """A clock that tells seconds, and goes on when it's told to."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


def a_healthcheck(sign: FakeSign, *accounts: str, now: Callable[[], float] | None = None) -> Healthcheck:
    """One for these accounts, of which nothing has been counted."""
    tally = Tally(system_clock)
    return Healthcheck(accounts=accounts or ("work",), tally=tally, sign=lambda: sign, now=now or Watch())


def passed(healthcheck: Healthcheck, *results: tuple[str, Result]) -> bool:
    """Whether a sign is due after these passes."""
    for account, result in results:
        healthcheck.tally.passed(account, result, 0.1)
    return healthcheck.is_due()


GOOD, DOUBTFUL, FAILED = Result


def test_all_are_well() -> None:
    """It's due once each account has been looked at well, and not before."""
    healthcheck = a_healthcheck(FakeSign(), "work", "home")

    assert not passed(healthcheck)
    assert not passed(healthcheck, ("work", GOOD), ("work", GOOD))
    assert passed(healthcheck, ("home", GOOD))


@pytest.mark.parametrize("result", [FAILED, DOUBTFUL])
def test_one_is_not(result: Result) -> None:
    """As long as one isn't well none is due, however well it once was."""
    healthcheck = a_healthcheck(FakeSign(), "work", "home")

    assert not passed(healthcheck, ("work", GOOD), ("home", GOOD), ("home", result), ("work", GOOD))
    assert passed(healthcheck, ("home", GOOD))


def test_one_after_another() -> None:
    """The next is due when a minute is over and all have been looked at again; never before."""
    sign, watch = FakeSign(), Watch()
    healthcheck = a_healthcheck(sign, now=watch)
    assert passed(healthcheck, ("work", GOOD))
    healthcheck.see_to()

    watch.seconds = 59
    assert not passed(healthcheck, ("work", GOOD))
    watch.seconds = 60
    assert healthcheck.is_due()
    healthcheck.see_to()
    watch.seconds = 3600
    assert not healthcheck.is_due()
    assert sign.given == 2


def test_after_a_reload() -> None:
    """What was looked at under the config before counts no more: there has been no look yet."""
    before = a_healthcheck(FakeSign())
    assert passed(before, ("work", GOOD))

    healthcheck = Healthcheck(accounts=("work",), tally=before.tally, sign=FakeSign)
    assert not healthcheck.is_due()
    assert passed(healthcheck, ("work", GOOD))


def refuse() -> None:
    """A server that is away."""
    raise Transient("checks.example could not be reached", remedy="It's tried again.")


def test_it_is_not_taken(capsys: pytest.CaptureFixture[str]) -> None:
    """It's told once, given again later on, and told when it's taken."""
    log.set_up(verbose=False, colours=False)
    sign, watch = FakeSign(act=refuse), Watch()
    healthcheck = a_healthcheck(sign, now=watch)
    assert passed(healthcheck, ("work", GOOD))
    for _ in range(3):
        healthcheck.see_to()
        assert not healthcheck.is_due()
        watch.seconds += 3600
        assert healthcheck.is_due()
    sign.act = lambda: None
    healthcheck.see_to()

    first, second, third, last = capsys.readouterr().err.splitlines()
    assert first.startswith("level=warning event=healthcheck.failed account=[health] error=")
    for again in (second, third):
        assert again.startswith("level=info event=healthcheck.failed account=[health] ")
    assert last == "level=info event=healthcheck.taken"
    assert sign.given == 4


def test_no_address_to_be_had(capsys: pytest.CaptureFixture[str]) -> None:
    """A variable that is gone is told as what it is; no look at the mail minds."""
    log.set_up(verbose=False, colours=False)

    def lost() -> FakeSign:
        raise ConfigError(("health.healthcheck_url_env: URL is set nowhere",), remedy="Set it.")

    Healthcheck(accounts=("work",), tally=Tally(system_clock), sign=lost).see_to()

    assert "URL is set nowhere" in capsys.readouterr().err


def test_a_mistake_of_our_own(capsys: pytest.CaptureFixture[str]) -> None:
    """It's told by its kind alone: its words might have the address in them."""
    log.set_up(verbose=False, colours=False)

    def stumble() -> None:
        raise ValueError("https://checks.example/s3cret is no address")

    a_healthcheck(FakeSign(act=stumble)).see_to()

    told = capsys.readouterr().err
    assert "a mistake of Crickets' own (ValueError)" in told
    assert "s3cret" not in told


def test_told_to_end(capsys: pytest.CaptureFixture[str]) -> None:
    """One that is under way is interrupted, which is no failure; and none comes after it."""
    log.set_up(verbose=False, colours=False)
    sign = FakeSign()
    healthcheck = a_healthcheck(sign)
    assert passed(healthcheck, ("work", GOOD))

    def be_ended() -> None:
        healthcheck.interrupt()
        refuse()

    sign.act = be_ended
    healthcheck.see_to()
    assert not healthcheck.is_due()
    healthcheck.see_to()

    assert (sign.given, sign.interrupted) == (1, 1)
    assert capsys.readouterr().err == ""

"""A wall clock against time that really went by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from crickets.service.clock import system_clock
from crickets.service.pulse import Jumps


@dataclass(slots=True)
class Clock:
    """Goes as the machine's does, `ahead` of it."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self.ahead


@pytest.mark.parametrize("jump", [timedelta(days=3), timedelta(minutes=-5), timedelta(minutes=1)])
def test_a_clock_that_is_set(jump: timedelta) -> None:
    """It's told how far, to the second, and told once."""
    clock = Clock()
    jumps = Jumps(clock)
    clock.ahead = jump

    assert abs(jumps.since_last() - jump) < timedelta(seconds=1)
    assert jumps.since_last() == timedelta()


def test_a_clock_that_drifts() -> None:
    """What a time server mends in small steps is nothing to look up for, however far it adds up."""
    clock = Clock()
    jumps = Jumps(clock)
    for _ in range(20):
        clock.ahead += timedelta(seconds=20)
        assert jumps.since_last() == timedelta()

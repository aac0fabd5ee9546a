"""Chance from a seed: the same seed gives the same year, whatever the machine."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Dice:
    """One stream of chance; a name makes another of it, so that people don't change with the weather."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._random = random.Random(seed)  # noqa: S311 - chance that is the same again, no secret

    def named(self, name: str) -> Dice:
        """Another stream of the same seed."""
        return Dice(f"{self._seed}/{name}")

    def chance(self, share: float) -> bool:
        """True in so many of all cases."""
        return self._random.random() < share

    def pick(self, options: Sequence[_T]) -> _T:
        """One of them."""
        return self._random.choice(options)

    def weighted(self, options: Mapping[_T, float]) -> _T:
        """One of them, by their weights."""
        return self._random.choices(list(options), list(options.values()))[0]

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(low, high)

    def between(self, low: dt.timedelta, high: dt.timedelta) -> dt.timedelta:
        """A span of whole seconds."""
        return dt.timedelta(seconds=self.number(int(low.total_seconds()), int(high.total_seconds())))

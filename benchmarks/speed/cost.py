"""
What a run took, and the median of several.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took: seconds by the clock and of the processor, kilobytes at most; and its last words on stdout."""

    wall: float
    cpu: float
    peak_kb: int
    out: str = ""


Costs = Mapping[str, Cost | str]
"""Who, and what they cost; or why they could not be measured."""


def median_of(costs: Sequence[Cost]) -> Cost:
    """The median of each measure, and the words of the last run."""
    return Cost(
        wall=median(cost.wall for cost in costs),
        cpu=median(cost.cpu for cost in costs),
        peak_kb=int(median(cost.peak_kb for cost in costs)),
        out=costs[-1].out,
    )

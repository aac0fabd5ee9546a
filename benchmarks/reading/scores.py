"""
Precision, recall and their mean, of kinds and of pairs.

Arithmetic alone; knows no mail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from benchmarks.table import share


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many of the `wanted` were found, and how many of the `named` were right."""

    right: int
    named: int
    wanted: int

    @property
    def precision(self) -> float | None:
        """Which share of what was named is right."""
        return share(self.right, self.named)

    @property
    def recall(self) -> float | None:
        """Which share of what there is was found."""
        return share(self.right, self.wanted)

    @property
    def f1(self) -> float | None:
        """Their harmonic mean."""
        return share(2 * self.right, self.named + self.wanted)


def score_of(label: str, judged: Iterable[tuple[str, str]]) -> Score:
    """How one label fared among pairs of (truth, ours)."""
    pairs = Counter(judged)
    return Score(
        right=pairs[label, label],
        named=sum(count for (_, ours), count in pairs.items() if ours == label),
        wanted=sum(count for (truth, _), count in pairs.items() if truth == label),
    )


def score_of_pairs(grouped: Iterable[tuple[Hashable, Hashable]]) -> Score:
    """How well a grouping fared, by pairs of members; each member is (its true group, the group we gave it)."""
    cells = Counter(grouped)
    wanted: Counter[Hashable] = Counter()
    named: Counter[Hashable] = Counter()
    for (truth, ours), count in cells.items():
        wanted[truth] += count
        named[ours] += count
    return Score(right=_pairs(cells), named=_pairs(named), wanted=_pairs(wanted))


def _pairs(counts: Counter[tuple[Hashable, Hashable]] | Counter[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())

"""
Which newcomers go together, and with which threads: the arithmetic of shared keys.

Pure; knows numbers only. Near-linear in the number of keys, whatever cycles the references form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Newcomers (by their position) that share keys, and the threads that have those keys already."""

    members: tuple[int, ...]
    threads: tuple[int, ...] = ()


def grouped(keys: Sequence[Sequence[int]], known: Mapping[int, int]) -> tuple[Group, ...]:
    """
    The newcomers, each with its keys, as groups in order of their first member.

    `known` gives the thread of a key that the ledger has.
    """
    forest = _Forest()
    first: dict[int, int] = {}
    for position, own in enumerate(keys):
        for key in own:
            if (earlier := first.setdefault(key, position)) != position:
                forest.join(position, earlier)
            elif key in known:
                forest.join(position, -known[key])  # threads have numbers from 1 on: below zero they are apart
    return tuple(_group(nodes) for nodes in forest.sets(range(len(keys))))


def joined(edges: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The sets of numbers that hang together by the edges."""
    forest = _Forest()
    for one, other in edges:
        forest.join(one, other)
    return tuple(tuple(nodes) for nodes in forest.sets(one for one, _ in edges))


def _group(nodes: Sequence[int]) -> Group:
    members = tuple(sorted(node for node in nodes if node >= 0))
    return Group(members=members, threads=tuple(sorted(-node for node in nodes if node < 0)))


class _Forest:
    """Disjoint sets, by path halving."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def root(self, node: int) -> int:
        parents = self._parents
        above = parents.setdefault(node, node)
        while above != node:
            parents[node] = node = parents[above]
            above = parents[node]
        return node

    def join(self, one: int, other: int) -> None:
        a, b = self.root(one), self.root(other)
        if a != b:
            self._parents[max(a, b)] = min(a, b)

    def sets(self, nodes: Iterable[int]) -> Iterable[list[int]]:
        """All sets, each with its nodes, in the order in which the given nodes meet them."""
        sets: dict[int, list[int]] = {self.root(node): [] for node in nodes}
        for node in self._parents:
            sets.setdefault(self.root(node), []).append(node)
        return sets.values()

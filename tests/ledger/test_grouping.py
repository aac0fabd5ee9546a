"""The arithmetic of shared keys."""

from __future__ import annotations

from crickets.ledger.grouping import Group, grouped, joined


def test_nothing_in_common() -> None:
    """Each newcomer is its own group."""
    assert grouped([(1,), (2,)], {}) == (Group(members=(0,)), Group(members=(1,)))


def test_a_chain() -> None:
    """Whoever shares a key with one of a group is of it."""
    assert grouped([(1, 2), (3, 4), (5,), (2, 3)], {}) == (Group(members=(0, 1, 3)), Group(members=(2,)))


def test_known_keys() -> None:
    """The threads that have a group's keys are told, each once."""
    assert grouped([(1, 2), (2, 3)], {1: 7, 2: 7, 3: 5}) == (Group(members=(0, 1), threads=(5, 7)),)


def test_two_that_know_one_thread() -> None:
    """They're one group through it."""
    assert grouped([(1,), (2,)], {1: 7, 2: 7}) == (Group(members=(0, 1), threads=(7,)),)


def test_nobody() -> None:
    """No newcomers, no groups."""
    assert (grouped([], {1: 7}), joined([])) == ((), ())


def test_edges() -> None:
    """Numbers hang together by edges, over any number of them."""
    sets = joined([(1, 2), (5, 5), (4, 3), (3, 2)])

    assert [sorted(each) for each in sets] == [[1, 2, 3, 4], [5]]

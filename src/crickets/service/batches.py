"""
Many things, so many at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

_Thing = TypeVar("_Thing")


def in_batches(things: Iterable[_Thing], size: int) -> Iterator[tuple[_Thing, ...]]:
    """All of them in their order, `size` at a time; no more are taken than that before they're used."""
    rest = iter(things)
    while batch := tuple(islice(rest, size)):
        yield batch

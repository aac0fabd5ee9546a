"""
A pass that nobody watches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unwatched:
    """A progress that nobody watches."""

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Tell nobody."""
        return _silent()

    def words(self, account: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Tell nobody."""
        return _silent()

    def deciding(self, account: str) -> AbstractContextManager[None]:
        """Tell nobody."""
        return nullcontext()

    def beat(self) -> None:
        """Tell nobody."""


@contextmanager
def _silent() -> Iterator[Callable[[int], None]]:
    yield lambda _count: None

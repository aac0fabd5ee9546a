"""
A sign of life from a pass: every batch that is read or judged, everything that is begun is a beat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic


@dataclass(slots=True)
class Heartbeat:
    """A `Progress` that shows nothing and knows how long ago the last sign of life was; for any thread."""

    _last: float = field(default_factory=monotonic, init=False)

    @property
    def silent_for(self) -> timedelta:
        """The time since the last beat."""
        return timedelta(seconds=monotonic() - self._last)

    def beat(self) -> None:
        """It lives."""
        self._last = monotonic()

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a folder, and beat with every batch."""
        return self._beating()

    def words(self, account: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin to read mails, and beat with every few."""
        return self._beating()

    def deciding(self, account: str) -> AbstractContextManager[None]:
        """A beat; each batch of threads that is judged is one too."""
        self.beat()
        return nullcontext()

    @contextmanager
    def _beating(self) -> Iterator[Callable[[int], None]]:
        self.beat()
        yield lambda _count: self.beat()

"""
The folders in which a thread's mail lies, by the names that their owner calls them.

Knows names; must not know servers, nor which sign stands between two levels there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from crickets.domain.patterns import is_like


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderName:
    """A folder by its `whole` name on the server, and by its `levels`, without what stands before them all."""

    whole: str
    levels: tuple[str, ...] = ()

    def is_called(self, pattern: str) -> bool:
        """
        Whether its owner calls it so: by its whole name, or level by level with ``/`` between, or as the server does.

        A ``*`` in the pattern stands for anything, deeper levels included; without one, it's this folder and no other.
        """
        return any(is_like(_comparable(name), _comparable(pattern)) for name in self._names)

    @property
    def _names(self) -> tuple[str, ...]:
        by_level = "/".join(self.levels)
        # On the server each delimiter is one sign too, so that its own name for the same levels is as long.
        return (self.whole, by_level, self.whole[-len(by_level) :]) if by_level else (self.whole,)


def is_any_called(folders: Iterable[FolderName], patterns: Iterable[str]) -> bool:
    """Whether one of some folders is called by one of some patterns."""
    patterns = tuple(patterns)
    return any(folder.is_called(pattern) for folder in folders for pattern in patterns)


def _comparable(name: str) -> str:
    """In whatever case, and with accents composed or not: mail clients differ, and show both alike."""
    return unicodedata.normalize("NFC", name).casefold()

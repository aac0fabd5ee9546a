"""What is told of a year: one line for each thing that happened, and the end of it where a promise broke."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

_TOLD = 60


class BrokenPromiseError(AssertionError):
    """A promise of the contract was broken; `promise` is its number there, 0 stands for what else is owed."""

    def __init__(self, promise: int, what: str) -> None:
        super().__init__(f"promise {promise}: {what}" if promise else f"otherwise than owed: {what}")
        self.promise = promise


@dataclass(slots=True)
class Story:
    """The lines of one year."""

    seed: str
    lines: list[str] = field(default_factory=list)

    def tell(self, at: dt.datetime, what: str) -> None:
        """Add a line."""
        self.lines.append(f"{at:%Y-%m-%d %H:%M:%S}  {what}")

    def short(self, about: str = "") -> str:
        """
        The end of it; of everything that names a conversation, only what names this one (``#3``).

        Lines that name none are told while they are near the end.
        """
        lines = [line for line in self.lines if not about or "#" not in line or f"{about} " in f"{line} "]
        return "\n".join(lines[-_TOLD:])

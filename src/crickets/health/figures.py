"""
The figures that are told, at one moment: numbers alone, and of names none but those that accounts have in the config.

No subject, no address and no client's name has a place in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

Numbers = Mapping[str, float]
"""How much there is of each kind; the kinds are words of the program's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFigures:
    """
    One account.

    Counted since the daemon began: `passes` by how they ended, `drafts` by what was done with them, `connections` by
    what they are for. As it stands: `threads` by state, `held` by reason. `evidence_age` and `last_good_at` are None as
    long as it was never read.
    """

    name: str
    passes: Numbers = field(default_factory=dict)
    pass_seconds: float = 0.0
    last_good_at: datetime | None = None
    evidence_age: timedelta | None = None
    connections: Numbers = field(default_factory=dict)
    drafts: Numbers = field(default_factory=dict)
    drafts_waiting: int = 0
    threads: Numbers = field(default_factory=dict)
    held: Numbers = field(default_factory=dict)
    your_turn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All accounts at a moment; `problems` are as many as `status` tells."""

    as_of: datetime
    version: str
    python: str
    problems: int
    accounts: tuple[AccountFigures, ...]

"""
What speaks for a kind of mail, and how clues are weighed together.

Knows no field and no phrase: header and words are read elsewhere, and their clues come together here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crickets.domain.message import Kind

HINT = 1
STRONG = 3
PROOF = 10
ENOUGH = 2
"""What a kind's clues must add up to."""

_MOST_SPECIAL_FIRST = (Kind.DELAY, Kind.RECEIPT, Kind.BOUNCE, Kind.CALENDAR, Kind.AUTO_REPLY, Kind.BULK)
"""
A bounce is an automatic reply too, an automatic reply may look like bulk: the first that suffices is it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing seen in a mail: of which kind it's a sign, how much it weighs (below 0: against), how it is told."""

    kind: Kind
    weight: int
    shown: str


def weighed(clues: Sequence[Clue]) -> Kind:
    """The first kind, from the most special on, whose clues are enough; else a person's."""
    for kind in _MOST_SPECIAL_FIRST:
        if sum(clue.weight for clue in clues if clue.kind is kind) >= ENOUGH:
            return kind
    return Kind.PERSON

"""
How often the owner has given their word, as one look at the ledger tells: whether they have since is seen by another.

Pure data.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsGiven:
    """
    How many words of the owner's there are, invoices too, and of how many people nothing is kept.

    Two numbers: words go with whom they were about, so one of them alone, or a sum, may be what it was before.
    """

    words: int = 0
    forgotten: int = 0

    def since(self, before: WordsGiven) -> int:
        """How many were given since, as far as is seen: one at least, if anything is otherwise."""
        if self == before:
            return 0
        return max(self.words - before.words, self.forgotten - before.forgotten, 1)

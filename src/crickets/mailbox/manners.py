"""
What was learnt of a server that its capabilities don't tell, kept from one connection to the next.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Manners:
    """
    `one_at_a_time`: it lost a command that was sent before the last was answered, which RFC 9051 §5.5 allows.

    `packs_badly`: it won't compress though it says that it can, or does so that nobody can read it.
    """

    one_at_a_time: bool = False
    packs_badly: bool = False

    def note_bad_packing(self) -> None:
        """It isn't asked to compress again."""
        self.packs_badly = True

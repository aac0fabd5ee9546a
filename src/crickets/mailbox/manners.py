"""
What was learnt of a server that its capabilities don't tell, kept from one connection to the next.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Manners:
    """`one_at_a_time`: it lost a command that was sent before the last was answered, which RFC 9051 §5.5 allows."""

    one_at_a_time: bool = False

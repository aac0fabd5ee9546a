"""
The only clock of the program.
"""

from __future__ import annotations

from datetime import UTC, datetime


def system_clock() -> datetime:
    """The present moment by the machine's wall clock, in UTC."""
    return datetime.now(UTC)

"""
The forms in which the log is written.
"""

from __future__ import annotations

from enum import Enum


class LogForm(Enum):
    """How an event is written; `AUTO` is the journal's own where stderr leads there, and text anywhere else."""

    AUTO = "auto"
    TEXT = "text"
    JSON = "json"
    JOURNAL = "journal"

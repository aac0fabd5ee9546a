"""
The way out of a file that can't be read: one exception, which `files` makes a fact.

Knows nothing of formats.
"""

from __future__ import annotations

from crickets.domain.invoice import Refusal


class Refused(Exception):
    """This file isn't read; it never leaves the package."""

    def __init__(self, reason: Refusal, where: str = "") -> None:
        super().__init__(reason, where)
        self.reason = reason
        self.where = where


class NoInvoice(Exception):
    """This file is sound and something else than an invoice; it never leaves the package."""

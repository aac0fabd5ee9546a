"""
Whether mails and people belong together where no header says so.
"""

from __future__ import annotations

from crickets.domain.remarks import Remarks

_ENOUGH = 3
"""How many marks of sentences two texts must share: one may be a phrase that everybody writes."""


def quotes(reply: Remarks, own: Remarks) -> bool:
    """Whether a reply quotes a mail."""
    return len(set(reply.quoted_prints) & set(own.prints)) >= _ENOUGH

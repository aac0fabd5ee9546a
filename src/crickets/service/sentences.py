"""
An error in the one sentence that the ledger keeps of it: of an account's pass, of the task list, of the digest.
"""

from __future__ import annotations

from crickets.domain.problem import Fault
from crickets.errors import CricketsError, Transient


def sentence_of(error: Exception) -> str:
    """What went wrong, and what to do about it where somebody must."""
    if not isinstance(error, CricketsError):
        return Fault.OURS.told(kind=type(error).__name__)
    return error.what if isinstance(error, Transient) else f"{error.what.removesuffix('.')}. {error.remedy}"

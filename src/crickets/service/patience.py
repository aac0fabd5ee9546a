"""
How long to wait before the next try, by who must act.
"""

from __future__ import annotations

from datetime import timedelta

from crickets.errors import CricketsError, LoginRefused

_FIRST = timedelta(seconds=15)
_LONGEST = timedelta(minutes=30)
_AFTER_A_REFUSED_LOGIN = timedelta(hours=1)
"""Servers lock an account after a few wrong passwords; only its owner can mend this one."""


def pause_after(error: CricketsError, failures: int, chance: float) -> timedelta:
    """
    The pause after the `failures`-th failure in a row, between half of it and all of it by `chance` (0 to 1).

    Doubles from 15 seconds to half an hour; the jitter keeps accounts from coming back all at once.
    """
    if isinstance(error, LoginRefused):
        whole = _AFTER_A_REFUSED_LOGIN
    else:
        whole = min(_FIRST * 2 ** min(failures - 1, 16), _LONGEST)
    return whole * (0.5 + chance / 2)

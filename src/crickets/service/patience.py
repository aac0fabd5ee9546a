"""
What follows from a failure: how long to wait before the next try, and how loudly to tell of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from crickets.errors import CricketsError, LoginRefused
from crickets.service.log import logger

_FIRST = timedelta(seconds=15)
_LONGEST = timedelta(minutes=30)
_AFTER_A_REFUSED_LOGIN = timedelta(hours=1)
"""Servers lock an account after a few wrong passwords; only its owner can mend this one."""

_A_WHILE = timedelta(minutes=1)


def pause_after(error: Exception, failures: int, chance: float) -> timedelta:
    """
    The pause after the `failures`-th failure in a row, between half of it and all of it by `chance` (0 to 1).

    Doubles from 15 seconds to half an hour; the jitter keeps accounts from coming back all at once.
    """
    if isinstance(error, LoginRefused):
        whole = _AFTER_A_REFUSED_LOGIN
    else:
        whole = min(_FIRST * 2 ** min(failures - 1, 16), _LONGEST)
    return whole * (0.5 + chance / 2)


@dataclass(slots=True, kw_only=True)
class Patience:
    """
    With something that is tried again and again for one account; each failure is told as `event`.

    A failure is told once in full, at WARNING where it matters to the owner (`loud`); its repetitions, and what
    mends itself, at INFO by their kind alone: the words may hold an address. Our own mistake keeps its traceback.
    """

    account: str
    event: str
    loud: bool = True
    chance: Callable[[], float] = random.random
    _failures: int = field(default=0, init=False)
    _told: str = field(default="", init=False)

    def after(self, error: Exception, *, held: timedelta = timedelta()) -> timedelta:
        """How long to wait now that it failed again; what `held` for a while before it broke had gone well."""
        if held >= _A_WHILE:
            self.renewed()
        self._failures += 1
        pause = pause_after(error, self._failures, self.chance())
        self._tell(error, pause)
        return pause

    def renewed(self) -> None:
        """It went well: the next failure is a first one."""
        self._failures, self._told = 0, ""

    def _tell(self, error: Exception, pause: timedelta) -> None:
        log, again, words = logger(account=self.account), f"{pause.total_seconds():.0f} s", _words(error)
        new, self._told = words != self._told, words
        if new and not isinstance(error, CricketsError):
            log.error(self.event, try_again_in=again, exc_info=error)
        elif new and self.loud:
            log.warning(self.event, error=words, remedy=_remedy(error), try_again_in=again)
        else:
            log.info(self.event, kind=type(error).__name__, failures=self._failures, try_again_in=again)


def _remedy(error: Exception) -> str:
    return error.remedy if isinstance(error, CricketsError) else ""


def _words(error: Exception) -> str:
    return error.what if isinstance(error, CricketsError) else repr(error)

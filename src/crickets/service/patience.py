"""
What follows from a failure: how long to wait before the next try, and how loudly to tell of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from crickets.errors import CricketsError, LoginRefused, Transient
from crickets.service.log import logger

_FIRST = timedelta(seconds=15)
_LONGEST = timedelta(minutes=30)
_AFTER_A_REFUSED_LOGIN = timedelta(hours=1)
"""Servers lock an account after a few wrong passwords; only its owner can mend this one."""

_A_WHILE = timedelta(minutes=1)
_NEXT_TIME = "The next `crickets once` tries it again."
"""What becomes of it where nobody stays to try again, whatever a daemon would do."""


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
    Who isn't `lasting`, being there for a single pass, promises no further try.
    """

    account: str
    event: str
    loud: bool = True
    lasting: bool = True
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
        log, words = logger(account=self.account), _words(error)
        again = {"try_again_in": f"{pause.total_seconds():.0f} s"} if self.lasting else {}
        new, self._told = words != self._told, words
        if new and not isinstance(error, CricketsError):
            log.error(self.event, exc_info=error, **again)
        elif new and self.loud and isinstance(error, CricketsError):
            log.warning(self.event, error=words, remedy=self._remedy(error), **again)
        else:
            log.info(self.event, kind=type(error).__name__, failures=self._failures, **again)

    def _remedy(self, error: CricketsError) -> str:
        return _NEXT_TIME if isinstance(error, Transient) and not self.lasting else error.remedy


def _words(error: Exception) -> str:
    return error.what if isinstance(error, CricketsError) else repr(error)

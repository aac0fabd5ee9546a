"""
What takes its time to make and never changes: made when it's first asked for, and once, whoever asks meanwhile.

`functools.cache` lets each thread that asks before the first is done make one of its own: in a daemon that begins with
many accounts, a book of phrases for each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import TypeVar, TypeVarTuple

_What = TypeVarTuple("_What")
_T = TypeVar("_T")


def made_once(make: Callable[[*_What], _T]) -> Callable[[*_What], _T]:
    """The same function, which makes each of its results once; while one is made, nobody is given another."""
    made: dict[tuple[*_What], _T] = {}
    making = RLock()

    @wraps(make)
    def known(*what: *_What) -> _T:
        if what not in made:
            with making:
                if what not in made:
                    made[what] = make(*what)
        return made[what]

    return known

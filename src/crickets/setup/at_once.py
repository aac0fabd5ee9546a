"""
Several things asked at once, for so long and no longer: servers that don't answer must not be waited for in turn.

What is not done in time is left behind in a thread that ends by itself, and keeps nobody from leaving.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TypeVar

from crickets.errors import CricketsError

_Found = TypeVar("_Found")
Done = tuple[int, _Found | CricketsError]
"""Which of the calls it was, and what it gave, or the error that it ended with."""


def as_they_come(calls: Sequence[Callable[[], _Found]], *, within: float) -> Iterator[Done[_Found]]:
    """What each of the calls came to, the quickest first, until the time is up; a mistake of ours is raised."""
    done: SimpleQueue[tuple[int, _Found | Exception]] = SimpleQueue()
    until = monotonic() + within
    for number, call in enumerate(calls):
        Thread(target=_tried, args=(number, call, done), daemon=True).start()
    for _ in calls:
        try:
            number, found = done.get(timeout=max(0.0, until - monotonic()))
        except Empty:
            return
        if isinstance(found, Exception) and not isinstance(found, CricketsError):
            raise found
        yield number, found


def _tried(number: int, call: Callable[[], _Found], done: SimpleQueue[tuple[int, _Found | Exception]]) -> None:
    try:
        done.put((number, call()))
    except Exception as error:  # noqa: BLE001 - it's raised where the call was asked for
        done.put((number, error))

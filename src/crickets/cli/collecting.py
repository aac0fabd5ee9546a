"""
How much of a process's time goes into looking for what it no longer needs: little.

A command lives for a moment, and most of what it makes lives as long: looking through all of it, again and again while
it's made and once more at the end, took a quarter of the time of `status`.
"""

from __future__ import annotations

import gc

_THRESHOLDS = (200_000, 20, 100)
"""
How many objects are made, and how many looks at the young made, before the next look; 700, 10, 10 by default.

What a command loads alone is more than 100,000, and all of it stays.
"""


def collect_rarely() -> None:
    """Look for what is unreachable only when much was made; what nothing refers to any more goes at once, as ever."""
    gc.set_threshold(*_THRESHOLDS)


def collect_no_more() -> None:
    """Leave all that is there to the system, which takes it back when the process ends."""
    gc.freeze()

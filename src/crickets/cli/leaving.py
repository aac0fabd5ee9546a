"""
How the process ends where a thread was left behind: at once.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def leave(ending: SystemExit) -> None:
    """
    End the process here and now if work that was given up is still under way; else return, to end as others do.

    Up to Python 3.13 an interpreter that ends makes such a thread end too wherever it takes the lock, and where that
    is inside of an extension in C++ or Rust the process is aborted (python/cpython#87135).
    """
    if "crickets.service.threads" not in sys.modules:
        return
    from crickets.service.threads import left_behind

    if not left_behind():
        return
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(_code(ending))


def _code(ending: SystemExit) -> int:
    """What the interpreter would make of it."""
    if ending.code is None:
        return 0
    return ending.code if isinstance(ending.code, int) else 1

"""
What a daemon asks of the machine before it begins: files for all its lines, and one place for all threads' memory.
"""

from __future__ import annotations

import resource
from contextlib import suppress
from ctypes import CDLL

_M_ARENA_MAX = -8
"""glibc's name for how many arenas there may be (malloc.h)."""


def have_room_for_lines() -> None:
    """
    Let the process open as many files as it may at all: an account has four, and 1,024 is a usual limit.

    That limit is there for programs that use select(), which can't watch a file beyond it; nothing in here does.
    """
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    with suppress(OSError, ValueError):  # some systems have another limit behind this one
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def share_one_arena() -> None:
    """
    Have all threads take their memory from one place; before the first of them begins.

    glibc gives threads arenas of their own, and what a pass has let go stays with its thread's: decision 0031 has the
    figures. Elsewhere nothing is done.
    """
    with suppress(AttributeError, OSError):  # musl and macOS have no mallopt()
        CDLL(None).mallopt(_M_ARENA_MAX, 1)

"""What the daemon asks of the machine before it begins."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

_MANY = """
import threading
from ctypes import CDLL
from crickets.service.machine import share_one_arena
{share}
met = threading.Barrier(9)

def holds() -> None:
    CDLL(None).malloc(100)
    met.wait()

threads = [threading.Thread(target=holds) for _ in range(8)]
for each in threads:
    each.start()
met.wait()
CDLL(None).malloc_stats()
"""


def arenas(share: str) -> int:
    """In how many places a process of eight threads keeps its memory, as malloc_stats(3) tells on stderr."""
    told = subprocess.run(
        [sys.executable, "-c", _MANY.format(share=share)], capture_output=True, text=True, check=True
    ).stderr
    return len(re.findall(r"^Arena \d+:", told, re.MULTILINE))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's malloc is asked")
def test_threads_share_one_arena() -> None:
    """With glibc each thread would have one of its own, and keep there what it has let go."""
    if arenas("") < 2:
        pytest.skip("this C library has no arenas")
    assert arenas("share_one_arena()") == 1

"""
On what it was measured: processor, memory, system, server, and where mail and ledger lay.

What can't be told on a machine is left out.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_QUIET = 0.5


def described(cache: Path, other_work: str) -> str:
    """The machine in a line or two, with other work that it did meanwhile, if it's known of any."""
    return "; ".join(filter(None, (*_words(cache), other_work)))


def other_work() -> str:
    """A word on other work that the machine does, or nothing."""
    with suppress(OSError):
        load = os.getloadavg()[0]
        if load > _QUIET:
            return f"busy otherwise (a load of {load:.1f}), so that times are too long and ratios rough"
    return ""


def _words(cache: Path) -> Iterator[str]:
    yield f"{os.cpu_count()} x {_processor()}"
    if memory := _first(Path("/proc/meminfo"), r"MemTotal:\s+(\d+) kB"):
        yield f"{int(memory) / 2**20:.0f} GiB"
    yield f"{_system()}, kernel {platform.release()}"
    yield f"Python {platform.python_version()}"
    yield _dovecot()
    yield f"mail on {_file_system(cache)}, ledger on {_file_system(Path(tempfile.gettempdir()))}"


def _processor() -> str:
    return _first(Path("/proc/cpuinfo"), r"model name\s*:\s*(.+)") or platform.processor() or platform.machine()


def _system() -> str:
    with suppress(OSError):
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    return platform.system()


def _dovecot() -> str:
    with suppress(OSError, subprocess.SubprocessError):
        told = subprocess.run(["dovecot", "--version"], capture_output=True, text=True, check=True)  # noqa: S607 - as the tests find it
        return f"Dovecot {told.stdout.split()[0]}"
    return ""


def _file_system(path: Path) -> str:
    """By the longest mount point above a path."""
    mounts: dict[str, str] = {}
    with suppress(OSError):
        for line in Path("/proc/mounts").read_text("utf-8").splitlines():
            _, point, kind, *_ = line.split()
            mounts[point] = kind
    above = [point for point in mounts if path.absolute().is_relative_to(point)]
    return mounts[max(above, key=len)] if above else "an unknown file system"


def _first(file: Path, pattern: str) -> str:
    with suppress(OSError):
        found = re.search(pattern, file.read_text("utf-8"))
        return found[1].strip() if found else ""
    return ""

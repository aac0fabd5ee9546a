"""
What the process takes of the machine, by the names that dashboards know.

By /proc/self alone. The library's own collector gives nothing at all where it can't read /proc/stat, as in the hardened
unit, which sees no more of /proc than processes (systemd.exec(5), ProcSubset=).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric

_SELF = Path("/proc/self")


def process_figures(now: datetime, process: Path = _SELF) -> Iterator[Metric]:
    """Memory, time on the processor, open files, and since when; nothing where there is no /proc (proc(5))."""
    with suppress(OSError):
        yield from _by_stat(now, (process / "stat").read_text("latin-1"))
    with suppress(OSError):
        yield _gauge("open_fds", "Number of open file descriptors.", len(list((process / "fd").iterdir())))
    with suppress(OSError, StopIteration):
        limits = (process / "limits").read_text("latin-1").splitlines()
        most = next(line.split()[3] for line in limits if line.startswith("Max open files"))
        yield _gauge("max_fds", "Maximum number of open file descriptors.", float(most.replace("unlimited", "inf")))


def _by_stat(now: datetime, stat: str) -> Iterator[Metric]:
    """By /proc/PID/stat, whose second field, in brackets, may hold blanks; those behind it begin with the third."""
    fields, ticks = stat.rpartition(")")[2].split(), os.sysconf("SC_CLK_TCK")
    user, system, begun = (int(fields[n - 3]) / ticks for n in (14, 15, 22))
    age = time.clock_gettime(time.CLOCK_BOOTTIME) - begun
    yield _gauge("virtual_memory_bytes", "Virtual memory size in bytes.", int(fields[23 - 3]))
    memory = int(fields[24 - 3]) * os.sysconf("SC_PAGE_SIZE")
    yield _gauge("resident_memory_bytes", "Resident memory size in bytes.", memory)
    words = "Start time of the process since unix epoch in seconds."
    yield _gauge("start_time_seconds", words, now.timestamp() - age)
    words = "Total user and system CPU time spent in seconds."
    yield CounterMetricFamily("process_cpu_seconds_total", words, user + system)


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(f"process_{name}", words, value)

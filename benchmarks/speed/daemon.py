"""
`crickets run` as a process that is looked at from outside: when it logged what, and what it takes of the machine.

Knows processes and Linux's /proc; must not know what it's asked to do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Empty, Queue
from time import perf_counter, sleep

from benchmarks.speed.runs import Failed
from crickets.config.environment import environment

_PATIENCE = 60.0
_TOLD = 300
_LOOKS, _BETWEEN_LOOKS = 3, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a process has of the machine: memory now and at most, in MB; threads, and open files."""

    rss: float
    peak: float
    threads: int
    files: int


@dataclass(slots=True)
class Daemon:
    """A process that writes its log to stderr; each line is kept with the moment at which it came."""

    process: subprocess.Popen[str]
    _lines: Queue[tuple[float, str]] = field(default_factory=Queue)
    _reader: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def end(self) -> None:
        """Tell it to end; return once it has, and its last line was read."""
        self.process.terminate()
        self.process.wait()
        self._reader.join()

    def hear(self, event: str, account: str = "", within: float = _PATIENCE) -> float:
        """When the next such line came; those before it are forgotten."""
        until, last = perf_counter() + within, ""
        while True:
            try:
                at, last = self._lines.get(timeout=max(0.0, until - perf_counter()))
            except Empty:
                raise Failed(f"no {event} of {account or 'anybody'} in {within:g} s: {last}"[:_TOLD]) from None
            if f"event={event} " in last and (not account or f"account={account} " in f"{last} "):
                return at

    def come_to_rest(self, seconds: float) -> None:
        """Return once nothing was logged for so long."""
        while self._logs_within(seconds):
            pass

    def rest(self, seconds: float) -> None:
        """Return after so long, whatever is logged meanwhile."""
        until = perf_counter() + seconds
        while (left := until - perf_counter()) > 0:
            self._logs_within(left)

    @property
    def cpu(self) -> float:
        """Seconds of the processor so far (proc(5))."""
        behind_name = self._proc("stat").rpartition(")")[2].split()
        return (int(behind_name[11]) + int(behind_name[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def taken(self) -> Taken:
        """What it has now, but for threads that come and go: the one that asks for orders every few seconds."""
        looks = [self._taken_now()]
        for _ in range(_LOOKS - 1):
            sleep(_BETWEEN_LOOKS)
            looks.append(self._taken_now())
        return replace(looks[0], threads=min(each.threads for each in looks))

    def _taken_now(self) -> Taken:
        status = dict(line.split(":", 1) for line in self._proc("status").splitlines())
        return Taken(
            rss=int(status["VmRSS"].split()[0]) / 1024,
            peak=int(status["VmHWM"].split()[0]) / 1024,
            threads=int(status["Threads"]),
            files=len(os.listdir(f"/proc/{self.process.pid}/fd")),  # noqa: PTH208 - names are enough
        )

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self.process.pid}/{name}").read_text("utf-8")

    def _logs_within(self, seconds: float) -> bool:
        try:
            self._lines.get(timeout=seconds)
        except Empty:
            return False
        return True

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.put((perf_counter(), line))


@contextmanager
def running(variables: Mapping[str, str]) -> Iterator[Daemon]:
    """The daemon, in an environment that has these variables too, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "crickets", "run"],
        env={**environment(), **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        daemon = Daemon(process)
        try:
            yield daemon
        finally:
            daemon.end()

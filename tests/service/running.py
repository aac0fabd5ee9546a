"""Crickets as a process, as systemd would run it: what it logs is read as it comes, and its end is looked at."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from tests.no_secret import tells_a_secret

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
_PAUSE = 0.05
_FIELD = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S*)')

#: What a process leaves on stderr that did not end well.
_TRACES = ("Traceback", "Task was destroyed", "never retrieved", "Exception ignored", "Warning:")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log."""

    line: str

    @property
    def fields(self) -> Mapping[str, str]:
        """Its fields, `level` and `event` among them."""
        return {name: value.strip('"') for name, value in _FIELD.findall(self.line)}

    def matches(self, name: str, fields: Mapping[str, str]) -> bool:
        """Whether it's the event of this name with these fields."""
        own = self.fields
        return own.get("event") == name and all(own.get(key) == value for key, value in fields.items())


@dataclass(slots=True)
class Running:
    """A process of Crickets; `log` is what it has written to stderr so far."""

    process: subprocess.Popen[str]
    log: list[Event] = field(default_factory=list)
    told_a_secret: bool = False
    _told: threading.Condition = field(default_factory=threading.Condition)
    _read_up_to: int = 0
    _reader: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def text(self) -> str:
        """All that it has written to stderr."""
        return "\n".join(event.line for event in self.log)

    def hear(self, name: str, /, within: float = PATIENCE, **fields: str) -> Event:
        """The next event of this name, after the one that was last heard."""
        until = monotonic() + within
        with self._told:
            while True:
                for number, event in enumerate(self.log[self._read_up_to :], start=self._read_up_to + 1):
                    if event.matches(name, fields):
                        self._read_up_to = number
                        return event
                if not self._told.wait(until - monotonic()) and monotonic() >= until:
                    raise TimeoutError(
                        f"no {name} {fields} in {within:g} s after line {self._read_up_to}:\n{self.text}"
                    )

    def heard(self, name: str, /, **fields: str) -> tuple[Event, ...]:
        """All such events so far."""
        return tuple(event for event in self.log if event.matches(name, fields))

    def wait_for(self, what: Callable[[], object], within: float = PATIENCE) -> None:
        """Return when it holds; asked anew at each line of the log, and every little while."""
        until = monotonic() + within
        while not what():
            with self._told:
                self._told.wait(_PAUSE)
            if monotonic() > until:
                raise TimeoutError(f"it never came to be:\n{self.text}")

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def end(self, number: signal.Signals = signal.SIGTERM) -> float:
        """Tell it to end; how many seconds that took."""
        began = monotonic()
        self.send(number)
        self.code()
        return monotonic() - began

    def code(self, within: float = PATIENCE) -> int:
        """Its exit code, once it has ended."""
        code = self.process.wait(within)
        self._reader.join(PATIENCE)
        return code

    def traces(self) -> tuple[str, ...]:
        """What is on stderr that a process should not leave there."""
        return tuple(e.line for e in self.log if any(trace in e.line for trace in _TRACES))

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.told_a_secret |= tells_a_secret(line)
            with self._told:
                self.log.append(Event(line.rstrip("\n")))
                self._told.notify_all()


@contextmanager
def running(*arguments: str | Path, environment: Mapping[str, str]) -> Iterator[Running]:
    """A Python process with these arguments and no other environment; it doesn't outlive the test."""
    process = subprocess.Popen(
        [sys.executable, "-W", "default", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        start_new_session=True,  # a test that is ended by ^C ends it itself
    )
    run = Running(process)
    try:
        yield run
    finally:
        process.kill()
        run.code()
        if process.stderr is not None:
            process.stderr.close()
    assert not run.told_a_secret, "a secret is in the log"

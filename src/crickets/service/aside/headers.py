"""
The headers of a folder read, batch by batch: here, or for a large folder in a process of their own.

Knows how much is worth a process, and that nothing is lost with one; must not know what is done with the facts.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pickle import UnpicklingError
from subprocess import DEVNULL, PIPE, Popen
from threading import Lock
from typing import IO, NamedTuple

from crickets.domain.mailbox import RawHeader
from crickets.domain.message import Message, Role
from crickets.errors import CricketsError
from crickets.reading import message_of
from crickets.service.aside.parcels import put_together, received, send, taken_apart

Batch = tuple[RawHeader, ...]
Facts = tuple[Message, ...]
Reading = Generator[tuple[Batch, Facts], None, None]
"""Each batch with the facts of its messages; a process that takes part is gone once it's closed."""

WORTH_A_PROCESS = 5_000
"""How many messages a folder must hold: a process takes a third of a second until it reads."""

_AHEAD = 1
"""How many batches are read by the process while one is kept."""

_TAKEN = Lock()
"""There is one such process at most: many accounts that are read at once have enough to do for every processor."""

_BROKEN = (OSError, EOFError, UnpicklingError, AttributeError, ImportError, IndexError)
"""What comes of a process that has ended, or is another than was meant: what unpickling raises then."""

_COMMAND = (sys.executable, "-P", "-m", "crickets.service.aside.reader")

Program = tuple[str, ...]


class _Line(NamedTuple):
    """A process that reads, and the way there and back."""

    process: Popen[bytes]
    there: IO[bytes]
    back: IO[bytes]


def read_by_batches(batches: Iterable[Batch], role: Role, expected: int) -> Reading:
    """Each batch with the facts of its messages, in their order; what came before a failure is told before it."""
    is_worth_it = expected >= WORTH_A_PROCESS and (os.cpu_count() or 1) > 1 and bool(sys.executable)
    if is_worth_it and _TAKEN.acquire(blocking=False):
        try:
            yield from read_aside(batches, role, _COMMAND)
        finally:
            _TAKEN.release()
    else:
        yield from ((batch, _read(batch, role)) for batch in batches)


def read_aside(batches: Iterable[Batch], role: Role, command: Program) -> Reading:
    """The same, read by a process; once that is gone, by ourselves."""
    waiting: deque[Batch] = deque()
    failure: CricketsError | None = None
    with _asking(command, role) as (ask, answer):
        try:
            for batch in batches:
                ask(batch)
                waiting.append(batch)
                if len(waiting) > _AHEAD:
                    yield waiting[0], answer(waiting.popleft())
        except CricketsError as err:
            failure = err  # by a line that is cut after each batch, none must be lost
        while waiting:
            yield waiting[0], answer(waiting.popleft())
    if failure is not None:
        raise failure


def _read(batch: Batch, role: Role) -> Facts:
    return tuple([message_of(raw, role=role) for raw in batch])


@contextmanager
def _asking(command: Program, role: Role) -> Iterator[tuple[Callable[[Batch], None], Callable[[Batch], Facts]]]:
    """How a batch is given to the process, and how its facts are had: from there as long as it answers."""
    with _process(command) as process:
        lines = [process] if process is not None else []

        def ask(batch: Batch) -> None:
            for line in lines:
                with _dropped_if_broken(lines):
                    send((role, taken_apart(batch)), line.there)

        def answer(batch: Batch) -> Facts:
            for line in lines:
                with _dropped_if_broken(lines):
                    facts = put_together(Message, received(line.back))
                    if len(facts) == len(batch):
                        return facts
            return _read(batch, role)

        yield ask, answer


@contextmanager
def _dropped_if_broken(lines: list[_Line]) -> Iterator[None]:
    """A process that doesn't answer is asked no more: what it was given is read here."""
    try:
        yield
    except _BROKEN:
        lines.clear()


@contextmanager
def _process(command: Program) -> Iterator[_Line | None]:
    """The process, until the block ends; None where none can be had."""
    try:
        # A session of its own: an interrupt from the terminal is for us, who then let it go.
        process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True)  # noqa: S603
    except OSError:
        yield None
        return
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        yield _Line(process, process.stdin, process.stdout)
    finally:
        process.kill()  # it holds nothing that isn't here
        for line in (process.stdin, process.stdout):
            with suppress(OSError):
                line.close()  # type: ignore[union-attr]
        process.wait()

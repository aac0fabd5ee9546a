"""Passes by real processes, quickly: each is forked from a process that has everything loaded, and may be killed.

Knows processes and how one pass is made; must not know what lies in the mailbox, or when to kill.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from crickets.service.application import Application, open_application
from crickets.service.unwatched import Unwatched
from tests.cycle.interference import Interfered, Phase, at

_PATIENCE = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """The moment of a kill: so long after the process connects, or after it begins the `append`th APPEND."""

    seconds: float
    append: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """A process that is to make one pass; it may be killed, if it lives so long."""

    config: Path
    environment: Mapping[str, str]
    now: dt.datetime
    kill: Kill | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Death:
    """How a process ended, as the system says, and after how many seconds."""

    exit_code: int
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether it was killed amid its pass."""
        return self.exit_code == -signal.SIGKILL


@dataclass(frozen=True, slots=True)
class Nursery:
    """Where processes are born."""

    line: Connection

    def live(self, birth: Birth) -> Death:
        """The life of one process."""
        self.line.send(birth)
        if not self.line.poll(2 * _PATIENCE):
            raise TimeoutError("no word from the nursery")
        death = self.line.recv()
        assert isinstance(death, Death)
        return death


@contextmanager
def a_nursery(first: Birth) -> Iterator[Nursery]:
    """
    A process with nothing in it but what a pass needs, and no other thread: so it may be forked.

    It makes the first pass itself, and knows all by that which is loaded or compiled when it's first wanted.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_attend, args=(theirs, first))
    process.start()
    theirs.close()
    try:
        yield Nursery(ours)
    finally:
        ours.close()  # it ends by that
        process.join()


def _attend(line: Connection, first: Birth) -> None:
    _make_pass(first, lambda _: None)
    while True:
        try:
            birth = line.recv()
        except EOFError:
            return
        line.send(_lived(birth))


def _lived(birth: Birth) -> Death:
    heard, tells = Pipe(duplex=False)
    child = os.fork()
    if not child:
        _end_with(_exit_code(birth, tells.send))
    tells.close()
    _wait(heard, _PATIENCE)  # until it connects, or appends
    begun = time.perf_counter()
    if not _wait(heard, birth.kill.seconds if birth.kill else _PATIENCE):
        os.kill(child, signal.SIGKILL)  # nobody else has its number: it's not been waited for
    seconds = time.perf_counter() - begun
    _, status = os.waitpid(child, 0)
    heard.close()
    return Death(exit_code=os.waitstatus_to_exitcode(status), seconds=seconds)


def _wait(heard: Connection, seconds: float) -> bool:
    """Whether the child has said its next word, or ended, within so many seconds."""
    if not heard.poll(seconds):
        return False
    with suppress(EOFError):
        heard.recv()
    return True


def _end_with(code: int) -> NoReturn:
    """No return, nor any of the clearing away that is the parent's."""
    sys.stderr.flush()
    os._exit(code)


def _exit_code(birth: Birth, tell: Callable[[str], None]) -> int:
    try:
        _make_pass(birth, tell)
    except BaseException:  # noqa: BLE001 - above is another process' stack
        traceback.print_exc()
        return 1
    return 0


def _make_pass(birth: Birth, tell: Callable[[str], None]) -> None:
    with open_application(birth.config, birth.environment, exclusive=True, clock=lambda: birth.now) as app:
        _look(app, birth.kill.append if birth.kill else 0, tell)


def _look(app: Application, append: int, tell: Callable[[str], None]) -> None:
    def connect() -> Interfered:
        if not append:
            tell("connects")
        return Interfered(
            app.connect("work"), at("append_draft", Phase.BEFORE, lambda: tell("appends"), time=append or -1)
        )

    session = replace(app.session("work", Unwatched()), connect=connect)
    try:
        session.look()
    finally:
        session.close()
    tell("has passed")

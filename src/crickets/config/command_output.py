"""
The first line that a program prints: how password managers hand out a secret.

Knows processes; must not know what the line is for, and never tells what was printed.
"""

from __future__ import annotations

import os
import select
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from time import monotonic

PATIENCE = 30.0
_LARGEST = 64 << 10
_CHUNK = 4096


class CommandFailed(Exception):
    """The program gave no line: why, in words that hold nothing of its output, and its exit code if it had one."""

    def __init__(self, why: str, *, code: int | None = None) -> None:
        super().__init__(why)
        self.code = code


def first_line(argv: tuple[str, ...], environment: Mapping[str, str], patience: float = PATIENCE) -> bytes:
    """What the program prints before its first line break, once it has ended well; no shell has a part in it."""
    until = monotonic() + patience
    try:
        with _running(argv, environment) as program:
            printed = _printed(program, until)
            code = program.wait(max(0, until - monotonic()))
    except TimeoutExpired:
        raise CommandFailed(f"was still running after {patience:g} seconds") from None
    except OSError as error:
        raise CommandFailed(f"can't be run: {error.strerror}") from None
    if code != 0:
        raise CommandFailed(f"was ended by signal {-code}" if code < 0 else f"failed with exit code {code}", code=code)
    return printed.partition(b"\n")[0].removesuffix(b"\r")


@contextmanager
def _running(argv: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[Popen[bytes]]:
    """The program at work; it doesn't outlive the block, whatever happens in it."""
    program = Popen(argv, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, env=dict(environment))  # noqa: S603
    try:
        yield program
    finally:
        program.kill()
        if program.stdout is not None:
            program.stdout.close()
        program.wait()


def _printed(program: Popen[bytes], until: float) -> bytes:
    """The beginning of its output, all of which is taken so that a long one doesn't stop it."""
    assert program.stdout is not None
    pipe, kept = program.stdout.fileno(), b""
    while _is_readable(pipe, until):
        if not (chunk := os.read(pipe, _CHUNK)):
            return kept
        kept = (kept + chunk)[:_LARGEST]
    raise TimeoutExpired(program.args, 0)


def _is_readable(pipe: int, until: float) -> bool:
    """Whether there is something to read, or its end, in time; select() would fail beyond 1024 open files."""
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    left = until - monotonic()
    return left > 0 and bool(poll.poll(left * 1000))

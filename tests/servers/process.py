"""A server's process: a port for it, its start, its greeting, its end.

Knows processes and sockets; of IMAP only that a server speaks first (RFC 9051 section 7.1).
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.servers.server import LOOPBACK, Unavailable

_START_WITHIN = 20.0
_BETWEEN_KNOCKS = 0.03


def free_port() -> int:
    """A loopback port that nobody listened on a moment ago."""
    with socket.create_server((LOOPBACK, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def closed_port() -> Iterator[int]:
    """A loopback port that refuses whoever comes, and that nobody else gets meanwhile: it's taken, not listened on."""
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        yield taken.getsockname()[1]


def launch(argv: Sequence[str | Path], *, log: Path, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start `argv`, its output in `log`, in a session of its own: so it can be ended with all its children.

    And alone: Cyrus' master passes a SIGTERM on to its whole process group, the tests' own otherwise.
    """
    with log.open("ab") as out:
        return subprocess.Popen(
            [str(a) for a in argv],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            env={**os.environ, **(env or {})},
            start_new_session=True,
        )


def wait_for_greeting(
    name: str, process: subprocess.Popen[bytes], port: int, *, log: Path, implicit_tls: bool = False
) -> None:
    """Return as soon as the server greets; raise Unavailable, with its log's last line, when it never does."""
    wait_until(name, process, lambda: _greets(port, implicit_tls=implicit_tls), log=log)


def wait_until(name: str, process: subprocess.Popen[bytes], ready: Callable[[], bool], *, log: Path) -> None:
    """Return as soon as `ready` says so; raise Unavailable when the process dies first, or is ended for being late."""
    deadline = time.monotonic() + _START_WITHIN
    while not ready():
        # Waiting on the process paces the asking, and tells at once when there is nobody left to ask for.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_BETWEEN_KNOCKS)
            raise Unavailable(name, f"it ended with exit code {process.returncode}: {_end_of(log)}")
        if time.monotonic() > deadline:
            stop(process)
            raise Unavailable(name, f"it was not ready within {_START_WITHIN:.0f} s: {_end_of(log)}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the process and all of its session at once.

    Without grace: nothing it stored is kept, and Dovecot takes more than a second to go when asked.
    """
    if process.poll() is None:  # else its number may be somebody else's by now
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def unverified_tls() -> ssl.SSLContext:
    """TLS that asks no questions: for the tests' own eyes only, never for the code under test."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _greets(port: int, *, implicit_tls: bool) -> bool:
    with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
        line = stack.enter_context(socket.create_connection((LOOPBACK, port), timeout=2))
        if implicit_tls:
            line = stack.enter_context(unverified_tls().wrap_socket(line))
        return bool(line.recv(64))
    return False


def _end_of(log: Path) -> str:
    said = log.read_text(errors="replace").splitlines() if log.exists() else []
    return said[-1] if said else "it logged nothing"

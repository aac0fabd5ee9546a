"""
A pass when nothing has come: on a line that is open, beside one question that tells as much; and when a few are due.

The question is LIST with the state of every folder (RFC 5819): one round trip, and the least that has to be asked.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.speed.ours import Home
from benchmarks.speed.proxy import Proxy, Traffic
from benchmarks.speed.runs import Failed, Program
from benchmarks.speed.server import Line
from crickets.config.environment import environment

_QUESTION = b'Q LIST "" "*" RETURN (STATUS (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ))\r\n'
_FIRST = 2
"""How many passes aren't counted: one lays what is due, and the next sees what the first has laid."""

DUE = 10
"""How many threads are due in the passes that have something to judge; the day's cap keeps it at that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What one look took: seconds by the clock and of the client's processor, and what went over the line."""

    wall: float
    cpu: float
    traffic: Traffic


def median_look(looks: Sequence[Looked]) -> Looked:
    """The median of each measure; what went over the line, of the last, for it's the same each time."""
    return Looked(
        wall=median(look.wall for look in looks), cpu=median(look.cpu for look in looks), traffic=looks[-1].traffic
    )


def asked(line: Line, runs: int) -> Looked:
    """The one question, asked on an open line."""
    with closing(Proxy(line.host, line.port)) as proxy, socket.create_connection((proxy.host, proxy.port)) as client:
        _answer(client, b"* OK")
        client.sendall(f'L LOGIN "{line.login}" "{line.password}"\r\n'.encode())
        _answer(client, b"L OK")
        looks = [_asked(client, proxy) for _ in range(_FIRST + runs)]
    return median_look(looks[_FIRST:])


def _asked(client: socket.socket, proxy: Proxy) -> Looked:
    proxy.reset()
    wall, cpu = perf_counter(), process_time()
    client.sendall(_QUESTION)
    _answer(client, b"Q OK")
    return Looked(wall=perf_counter() - wall, cpu=process_time() - cpu, traffic=proxy.traffic)


def _answer(client: socket.socket, mark: bytes) -> None:
    """Read on until the last line begins with the mark."""
    said = b""
    while not (said.endswith(b"\r\n") and said[:-2].rpartition(b"\r\n")[2].startswith(mark)):
        piece = client.recv(1 << 16)
        if not piece:
            raise Failed("the server hung up")
        said += piece


def passed(home: Home, folder: Path, runs: int) -> tuple[Looked, Looked]:
    """
    Our own pass, on the ledger of a home that has read everything: with nothing new, and with `DUE` due.

    The ledger itself stays as it is.
    """
    with closing(Proxy(home.line.host, home.line.port)) as proxy:
        line = replace(home.line, host=proxy.host, port=proxy.port)
        live = Home(folder=folder, line=line)
        shutil.rmtree(folder, ignore_errors=True)  # of a run that was cut short
        shutil.copytree(home.folder, folder)
        live.configure()
        with _started(live.module("benchmarks.speed.passes")) as program:
            begun = _passed(program, proxy)
            quiet = [_ordered(program, proxy, due=0) for _ in range(_FIRST - 1 + runs)]
            busy = [_ordered(program, proxy, due=DUE) for _ in range(runs)]
    assert begun.traffic.up
    return median_look(quiet[_FIRST - 1 :]), median_look(busy)


@contextmanager
def _started(program: Program) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(  # noqa: S603 - our own
        program.words,
        env={**environment(), **program.environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with started:
        yield started


def _ordered(program: subprocess.Popen[str], proxy: Proxy, *, due: int) -> Looked:
    """The next pass, ordered now, with so many due."""
    assert program.stdin is not None
    proxy.reset()
    program.stdin.write(f"{due}\n")
    program.stdin.flush()
    return _passed(program, proxy)


def _passed(program: subprocess.Popen[str], proxy: Proxy) -> Looked:
    """What a pass told that is over; the first comes unasked."""
    assert program.stdout is not None
    told = program.stdout.readline()
    if not told:
        raise Failed("the pass ended badly; what it said is above")
    return Looked(traffic=proxy.traffic, **json.loads(told))

"""
Who takes part: each program by its operation, or why it can't be had here.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.limit import NoCompiler, drain_in
from benchmarks.speed.neomutt import Neomutt
from benchmarks.speed.ours import Home
from benchmarks.speed.requests import OUR_FIELDS, THE_FIELDS
from benchmarks.speed.runs import Program
from benchmarks.speed.server import Line
from tests.servers.server import Unavailable

C_DRAIN = "C, draining the socket"
PYTHON_DRAIN = "Python, draining the socket"
EMPTY_PYTHON = "python -c pass"
FIRST_READING = "crickets once --dry-run, no ledger yet"
STATUS = "crickets status --json"

_CLIENTS = "benchmarks.speed.clients."


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A program and what it does there, in the words of the table; or why it's missing."""

    operation: str
    who: str
    program: Program | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where all of them work: a folder for what they write, a line to the server, the folders to be read."""

    folder: Path
    line: Line
    folders: Sequence[str]
    peers_python: Path | None

    @property
    def home(self) -> Home:
        """Where our own runs keep their ledger."""
        return Home(folder=self.folder / "ours", line=self.line)


def contenders(place: Place) -> Iterator[Contender]:
    """All of them, in the order of the table and of each round: `status` comes behind what it tells of."""
    yield from _fetching(place)
    yield from _first_reading(place)
    yield from _starting(place)


def _fetching(place: Place) -> Iterator[Contender]:
    fetch, ours = "header fields, fetched", "our header fields, fetched"
    try:
        drain = drain_in(place.folder)
    except NoCompiler as why:
        yield Contender(operation=fetch, who=C_DRAIN, missing=str(why))
    else:
        yield _contender(fetch, C_DRAIN, place, str(drain), THE_FIELDS)
        yield _contender(ours, f"{C_DRAIN} of them", place, str(drain), OUR_FIELDS)
    yield _client(fetch, PYTHON_DRAIN, place, "plain")
    yield _client(fetch, "imaplib", place, "with_imaplib")
    yield _client(fetch, "imapclient", place, "with_imapclient")
    yield _imap_tools("whole headers, fetched and parsed", "imap_tools", place)


def _client(operation: str, who: str, place: Place, module: str) -> Contender:
    return _contender(operation, who, place, sys.executable, "-m", _CLIENTS + module, THE_FIELDS)


def _imap_tools(operation: str, who: str, place: Place) -> Contender:
    python = str(place.peers_python or sys.executable)
    try:
        subprocess.run([python, "-c", "import imap_tools"], capture_output=True, check=True)  # noqa: S603 - a Python
    except (OSError, subprocess.CalledProcessError):
        return Contender(operation=operation, who=who, missing="it isn't installed")
    return _contender(operation, who, place, python, "-m", _CLIENTS + "with_imap_tools", THE_FIELDS)


def _contender(operation: str, who: str, place: Place, *words: str) -> Contender:
    """A program that is called as all clients are; the last of the words are the items that it asks for."""
    *program, items = words
    line = place.line
    where = (line.host, str(line.port), line.login, line.password, items)
    called = Program(who=who, words=(*program, *where, *place.folders), environment=place.home.environment)
    return Contender(operation=operation, who=who, program=called)


def _first_reading(place: Place) -> Iterator[Contender]:
    operation = "first reading"
    try:
        neomutt = Neomutt(place.folder / "neomutt", place.line, place.folders)
    except Unavailable as why:
        yield Contender(operation=operation, who="neomutt", missing=str(why))
    else:
        for program in (neomutt.first_opening(), neomutt.opening_again()):
            yield Contender(operation=operation, who=program.who, program=program)
    program = place.home.command(FIRST_READING, "once", "--dry-run", "--json", fresh=True)
    yield Contender(operation=operation, who=FIRST_READING, program=program)


def _starting(place: Place) -> Iterator[Contender]:
    operation = "start-up"
    empty = Program(who=EMPTY_PYTHON, words=(sys.executable, "-c", "pass"))
    version = place.home.command("crickets --version", "--version")
    status = place.home.command(STATUS, "status", "--json")
    for program in (empty, version, status):
        yield Contender(operation=operation, who=program.who, program=program)

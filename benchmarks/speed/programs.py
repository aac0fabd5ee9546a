"""
Who takes part: each program by its operation, or why it can't be had here.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
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

NEOMUTT = "neomutt, its header cache empty"

_CLIENTS = "benchmarks.speed.clients."

Wanted = Callable[[str, str], bool]
"""Whether a row is to be in the table, by its operation and by who it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """
    A program and what it does there, in the words of the table; or why it's missing.

    `limits` are those of whom the first that could be measured is its limit.
    """

    operation: str
    who: str
    program: Program | None = None
    missing: str = ""
    limits: Sequence[str] = (C_DRAIN, PYTHON_DRAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where all of them work: a folder for what they write, a line to the server, the folders to be read."""

    folder: Path
    line: Line
    folders: Sequence[str]
    peers_python: Path | None = None

    @property
    def home(self) -> Home:
        """Where our own runs keep their ledger."""
        return Home(folder=self.folder / "ours", line=self.line)


def contenders(place: Place, wanted: Wanted) -> Iterator[Contender]:
    """Those wanted, in the order of the table and of each round: `status` comes behind what it tells of."""
    all_of_them = (*_fetching(place), *_opening(place, wanted), *_ours(place))
    return (each for each in all_of_them if wanted(each.operation, each.who))


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


def _opening(place: Place, wanted: Wanted) -> Iterator[Contender]:
    """The nearest program that does comparable work; not even looked for where it isn't wanted."""
    operation = "first reading"
    if not wanted(operation, NEOMUTT):
        return
    try:
        neomutt = Neomutt(place.folder / "neomutt", place.line, place.folders)
    except Unavailable as why:
        yield Contender(operation=operation, who=NEOMUTT, missing=str(why))
    else:
        yield Contender(operation=operation, who=NEOMUTT, program=neomutt.opening(NEOMUTT, fresh=True))
        again = "neomutt, from its header cache"
        yield Contender(operation="second reading", who=again, program=neomutt.opening(again, fresh=False))


def _ours(place: Place) -> Iterator[Contender]:
    first = place.home.command(FIRST_READING, "once", "--dry-run", "--json", fresh=True)
    again = place.home.command("crickets once --dry-run, nothing new", "once", "--dry-run", "--json")
    yield Contender(operation="first reading", who=first.who, program=first)
    yield Contender(operation="second reading", who=again.who, program=again)
    empty = Program(who=EMPTY_PYTHON, words=(sys.executable, "-c", "pass"))
    version = place.home.command("crickets --version", "--version")
    status = place.home.command(STATUS, "status", "--json")
    listed = place.home.command("crickets status", "status")
    foreseen = place.home.command("crickets preview", "preview")
    for program in (empty, version, listed, status, foreseen):
        yield Contender(operation="start-up", who=program.who, program=program, limits=(EMPTY_PYTHON,))


def on_a_slow_link(place: Place) -> Iterator[Contender]:
    """What matters where bytes are dear: the drain, and our first reading; `place` is on that link."""
    operation, drain = "on a slow link", f"{C_DRAIN}, slowly"
    try:
        yield replace(_contender(operation, drain, place, str(drain_in(place.folder)), THE_FIELDS), limits=(drain,))
    except NoCompiler as why:
        yield Contender(operation=operation, who=drain, missing=str(why))
    program = place.home.command(f"{FIRST_READING}, slowly", "once", "--dry-run", "--json", fresh=True)
    yield Contender(operation=operation, who=program.who, program=program, limits=(drain,))

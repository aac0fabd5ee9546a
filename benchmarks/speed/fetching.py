"""
Who fetches headers and keeps nothing: the limit, and the libraries.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.speed.contender import C_DRAIN, PYTHON_DRAIN, Contender, Place
from benchmarks.speed.limit import NoCompiler, drain_in
from benchmarks.speed.requests import OUR_FIELDS, THE_FIELDS
from benchmarks.speed.runs import Program

_CLIENTS = "benchmarks.speed.clients."


def fetching(place: Place) -> Iterator[Contender]:
    """The drains, in C and in Python, and who else can be told which fields to ask for; imap_tools can't."""
    fetch, ours = "header fields, fetched", "our header fields, fetched"
    yield drain(place, fetch, C_DRAIN)
    yield drain(place, ours, f"{C_DRAIN} of them", OUR_FIELDS)
    yield _client(fetch, PYTHON_DRAIN, place, "plain")
    yield _client(fetch, "imaplib", place, "with_imaplib")
    yield _client(fetch, "imapclient", place, "with_imapclient")
    yield _imap_tools("whole headers, fetched and parsed", "imap_tools", place)


def drain(place: Place, operation: str, who: str, items: str = THE_FIELDS) -> Contender:
    """The drain in C, by whatever name; or that there is no compiler."""
    try:
        program = drain_in(place.folder)
    except NoCompiler as why:
        return Contender(operation=operation, who=who, missing=str(why))
    return _contender(operation, who, place, str(program), items)


def as_its_own_limit(contender: Contender) -> Contender:
    """The same, as the limit of a table's part that can't be compared with the rest."""
    return replace(contender, limits=(contender.who,))


def _client(operation: str, who: str, place: Place, module: str) -> Contender:
    return _contender(operation, who, place, sys.executable, "-m", _CLIENTS + module, THE_FIELDS)


def _imap_tools(operation: str, who: str, place: Place) -> Contender:
    python = str(place.peers_python or sys.executable)
    try:
        subprocess.run([python, "-c", "import imap_tools"], capture_output=True, check=True)  # noqa: S603 - a Python
    except (OSError, subprocess.CalledProcessError):
        return Contender(operation=operation, who=who, missing="it isn't installed")
    fetching = _contender(operation, who, place, python, "-m", _CLIENTS + "with_imap_tools", THE_FIELDS)
    return replace(fetching, program=fetching.program and replace(fetching.program, once=True), remark="run once")


def _contender(operation: str, who: str, place: Place, *words: str) -> Contender:
    """A program that is called as all clients are; the last of the words are the items that it asks for."""
    *program, items = words
    line = place.line
    where = (line.host, str(line.port), line.login, line.password, items)
    called = Program(who=who, words=(*program, *where, *place.folders), environment=place.home.environment)
    return Contender(operation=operation, who=who, program=called)

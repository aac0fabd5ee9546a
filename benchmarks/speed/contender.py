"""
What takes part in the table: a program and what it does there, or why it can't be had here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.ours import Home
from benchmarks.speed.runs import Program
from benchmarks.speed.server import Line

C_DRAIN = "C, draining the socket"
PYTHON_DRAIN = "Python, draining the socket"

Wanted = Callable[[str, str], bool]
"""Whether a row is to be in the table, by its operation and by who it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """
    A program and what it does there, in the words of the table; or why it's missing.

    `limits` are those of whom the first that could be measured is its limit. `remark` says what it does otherwise than
    the others do.
    """

    operation: str
    who: str
    program: Program | None = None
    missing: str = ""
    remark: str = ""
    limits: Sequence[str] = (C_DRAIN, PYTHON_DRAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where all of them work: a folder for what they write, a line to the server, its store and the folders there."""

    folder: Path
    line: Line
    store: Path
    folders: Sequence[str]
    peers_python: Path | None = None

    @property
    def home(self) -> Home:
        """Where our own runs keep their ledger."""
        return Home(folder=self.folder / "ours", line=self.line)

    def at(self, name: str, line: Line) -> Place:
        """The same on another line, with a folder of its own below this one."""
        return Place(
            folder=self.folder / name, line=line, store=self.store, folders=self.folders, peers_python=self.peers_python
        )

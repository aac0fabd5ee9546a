"""
The terminal: where results go (stdout) and where remarks go (stderr), with colours where they are wanted.

The only maker of consoles. Markup is off everywhere: text is styled by `Text` objects, so that a bracket in a subject
is a bracket.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import IO, cast

from rich.console import Console
from rich.text import Text

from crickets.cli.filling import filled
from crickets.cli.next_steps import next_steps
from crickets.cli.safe import escaped_json
from crickets.config.environment import environment

_NARROW = 40
"""In fewer columns a table would lose whole cells, names of threads among them; a terminal wraps what is wider."""

_WIDE = 160
"""How wide a page is that goes to a file or to another program, unless COLUMNS says so."""


_PADDING = re.compile(r" +$", re.MULTILINE)


class _Unpadded:
    """A stream that is no terminal, without the blanks by which tables fill their lines."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write whole lines."""
        self._stream.write(_PADDING.sub("", text))
        return len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def results() -> Console:
    """The console of stdout."""
    return _console(stderr=False)


def notes() -> Console:
    """The console of stderr."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    wished = environment().get("COLUMNS", "")
    width = None if stream.isatty() or wished.isdecimal() else _WIDE
    file = None if stream.isatty() else cast("IO[str]", _Unpadded(stream))
    console = Console(file=file, stderr=stderr, width=width, markup=False, highlight=False, emoji=False)
    console.width = max(console.width, _NARROW)
    return console


def show_json(document: Mapping[str, object]) -> None:
    """The document on stdout, and nothing else."""
    _write_json(document, indent=2)


def show_json_line(document: Mapping[str, object]) -> None:
    """The document as one line on stdout, where several follow each other."""
    _write_json(document, indent=None)


def _write_json(document: Mapping[str, object], *, indent: int | None) -> None:
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").casefold().replace("-", "")
    text = json.dumps(document, indent=indent, ensure_ascii=encoding != "utf8")
    sys.stdout.write(escaped_json(text) + "\n")
    sys.stdout.flush()


def paragraph(text: str, style: str = "") -> None:
    """Several sentences on stderr, broken between words."""
    console = notes()
    console.print(filled(Text(next_steps(text), style=style), console.width), soft_wrap=True)


def note(text: str, style: str = "") -> None:
    """One remark on stderr."""
    say(notes(), Text(next_steps(text), style=style))


def say(console: Console, text: Text) -> None:
    """A sentence or more: broken between words for who reads it on a terminal, else unbroken, to be searched for."""
    read = console.file.isatty()
    console.print(filled(text, console.width) if read else text, soft_wrap=True)

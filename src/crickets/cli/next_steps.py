"""
The commands that are named as next steps: with the config that this one was called with, or they'd be for another's.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from pathlib import Path
from shlex import quote

from crickets.cli.safe import plain

_COMMAND = re.compile(r"`crickets (?=[a-z])")

_NAMED: ContextVar[Path | None] = ContextVar("the config that was named", default=None)


def of_config(named: Path | None) -> None:
    """Have the commands that are told of from now on name this config, if one was named."""
    _NAMED.set(named)


def next_steps(text: str) -> str:
    """What is told, each command in it as it's to be typed."""
    named = _NAMED.get()
    if named is None:
        return text
    command = f"`crickets --config {plain(quote(str(named.absolute())))} "
    return _COMMAND.sub(lambda _: command, text)

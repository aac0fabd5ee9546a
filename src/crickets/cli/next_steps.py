"""
The commands that are named as next steps: with all that this one was called with, or they'd be for another's.

The config; the folder of the ledger, where it's another than its user's own; and `sudo`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path
from shlex import quote

from crickets.cli.safe import plain
from crickets.config.environment import environment

_COMMAND = re.compile(r"`crickets (?=[a-z]|(?P<own>--config ))")

_NAMED: ContextVar[Path | None] = ContextVar("the config that was named", default=None)


def of_config(named: Path | None) -> None:
    """Have the commands that are told of from now on name this config, if one was named."""
    _NAMED.set(named)


def next_steps(text: str) -> str:
    """What is told, each command in it as it's to be typed; one that names a config of its own is left that."""

    def typed(found: re.Match[str]) -> str:
        named = None if found["own"] else _NAMED.get()
        return f"`{plain(' '.join(_words(named, environment())))} "

    return _COMMAND.sub(typed, text)


def _words(named: Path | None, around: Mapping[str, str]) -> Iterator[str]:
    if around.get("SUDO_UID") and os.geteuid() == 0:
        yield "sudo"
    if state := around.get("STATE_DIRECTORY"):
        yield f"STATE_DIRECTORY={quote(state)}"
    yield "crickets"
    if named is not None:
        yield f"--config {quote(str(named.absolute()))}"

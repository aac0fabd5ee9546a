"""
The Crickets that is running: by which words it's started, which files a unit must be able to read, how old they are.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import crickets

NAME = "crickets"


def program() -> tuple[str, ...]:
    """
    The words that start this very Crickets: its command as it was called, or the one beside its Python.

    A link stays one: what installs programs points it elsewhere when it upgrades them.
    """
    for command in (Path(sys.argv[0]).absolute(), Path(sys.executable).with_name(NAME)):
        if command.name == NAME and command.is_file() and os.access(command, os.X_OK):
            return (str(command),)
    return (sys.executable, "-P", "-m", NAME)


def files() -> tuple[Path, ...]:
    """The command, its Python, and its code."""
    return Path(program()[0]), Path(sys.executable), Path(crickets.__file__)


def changed_at(*others: Path) -> datetime:
    """When one of these files, of `others` or a library beside them was last put there: who began earlier is outrun."""
    return last_change((*files(), Path(crickets.__file__).parents[1], *others))


def last_change(paths: Iterable[Path]) -> datetime:
    """
    When one of the paths was last put there; those that aren't there count for nothing.

    By the time of the file's own change, for an installer may give it any other. To the second, as systemd tells it.
    """
    changes = (path.stat().st_ctime for path in paths if path.exists())
    return datetime.fromtimestamp(int(max(changes, default=0)), UTC)

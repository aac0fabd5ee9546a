"""
Which command lives in which module, and the import of it when it is asked for.

Knows the names alone; must not know what a command does.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any

import typer.main
from typer.core import TyperGroup

HOMES = {
    "demo": "demo",
    "init": "init",
    "check": "check",
    "once": "once",
    "run": "run",
    "status": "status",
    "show": "show",
    "snooze": "orders",
    "stop": "orders",
    "resume": "orders",
    "plan": "orders",
    "done": "orders",
    "template": "template",
}
"""Every command in the order of the help, and its module in `crickets.cli`."""


class OnDemandGroup(TyperGroup):
    """A group whose commands are imported when they are asked for by name, or all of them for the help."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - typer's own, handed through
        super().__init__(**attributes)
        self.commands = _Commands()


class _Commands(MutableMapping[str, Any]):
    """The commands by name; a module is opened by the first look at one of its commands."""

    def __init__(self) -> None:
        self._opened: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a command of typer, whose class has no public name
        if name in HOMES and name not in self._opened:
            module = import_module(f"crickets.cli.{HOMES[name]}")
            self._opened |= typer.main.get_group(module.app).commands
        return self._opened[name]

    def __setitem__(self, name: str, command: Any) -> None:  # noqa: ANN401 - as above
        self._opened[name] = command

    def __delitem__(self, name: str) -> None:
        del self._opened[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*HOMES, *self._opened)))

    def __len__(self) -> int:
        return len({*HOMES, *self._opened})

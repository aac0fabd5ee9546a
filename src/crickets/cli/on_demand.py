"""
Which command lives in which module, and the import of it when it is asked for.

Knows the names alone; must not know what a command does.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import typer.main
from typer.core import TyperGroup

from crickets.cli.call import FLAG
from crickets.errors import CricketsError, ExitCode

HOMES = {
    "demo": "demo",
    "init": "init",
    "auth": "auth",
    "service": "service",
    "check": "check",
    "once": "once",
    "run": "run",
    "status": "status",
    "show": "show",
    "preview": "preview",
    "clients": "clients",
    "digest": "digest",
    "snooze": "orders",
    "stop": "orders",
    "resume": "orders",
    "plan": "orders",
    "done": "orders",
    "forget": "forget",
    "invoice": "invoice",
    "template": "template",
    "classify": "classify",
}
"""Every command in the order of the help, and its module in `crickets.cli`."""


_UsageError: Any = typer.BadParameter.__mro__[1]
"""click's own, which lives in another place from one typer to the next; BadParameter is the one that typer names."""


class WrongUsage(CricketsError):
    """What was typed can't be understood."""

    exit_code = ExitCode.USAGE


class OnDemandGroup(TyperGroup):
    """A group whose commands are imported when they are asked for by name, or all of them for the help."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - typer's own, handed through
        super().__init__(**attributes)
        self.commands = _Commands()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own, handed through
        """The same, `help COMMAND` taken for `COMMAND --help`."""
        return super().parse_args(ctx, [*args[1:], "--help"] if args[:1] == ["help"] else args)

    def make_context(self, *arguments: Any, **extra: Any) -> Any:  # noqa: ANN401 - as above
        """The same; wrong usage comes out as an error like others."""
        with _usage_told_plainly():
            return super().make_context(*arguments, **extra)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """The same; wrong usage comes out as an error like others."""
        with _usage_told_plainly():
            return super().invoke(ctx)

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """The same, without the type that no other flag is shown with."""
        return _typeless(super().get_help_option(ctx))


_PYDANTICS_OWN = "Value error, "
"""What typer leaves in its words on a choice."""


@contextmanager
def _usage_told_plainly() -> Iterator[None]:
    """Inside, wrong usage is raised as `WrongUsage`: typer's own frame breaks paths in two and can't be searched."""
    try:
        yield
    except _UsageError as error:
        if not error.format_message() or error.ctx is None:  # no words: the help was shown in their place
            raise
        path = error.ctx.command_path
        told = error.format_message().replace(_PYDANTICS_OWN, "", 1)
        raise WrongUsage(f"{path}: {told}", remedy=f"`{path} --help` tells how.") from error


def _quiet_help(command: Any) -> Any:  # noqa: ANN401 - a command of typer, whose class has no public name
    """The command, its arguments and its `--help` shown without a type; and so those below it."""
    help_option = command.get_help_option
    command.get_help_option = lambda ctx: _typeless(help_option(ctx))
    for argument in (param for param in command.params if param.param_type_name == "argument"):
        argument.display_type_rich = lambda **_: None  # its metavar stands beside it, and says it better
    for inner in getattr(command, "commands", {}).values():
        _quiet_help(inner)
    return command


def _typeless(option: Any) -> Any:  # noqa: ANN401 - as above
    if option is not None:
        option.metavar = FLAG
    return option


class _Commands(MutableMapping[str, Any]):
    """The commands by name; a module is opened by the first look at one of its commands."""

    def __init__(self) -> None:
        self._opened: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a command of typer, whose class has no public name
        if name in HOMES and name not in self._opened:
            module = import_module(f"crickets.cli.{HOMES[name]}")
            commands = typer.main.get_group(module.app).commands
            self._opened |= {each: _quiet_help(command) for each, command in commands.items()}
        return self._opened[name]

    def __setitem__(self, name: str, command: Any) -> None:  # noqa: ANN401 - as above
        self._opened[name] = command

    def __delitem__(self, name: str) -> None:
        del self._opened[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*HOMES, *self._opened)))

    def __len__(self) -> int:
        return len({*HOMES, *self._opened})

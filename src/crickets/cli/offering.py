"""
What `init` offers at its end: that Crickets runs by itself from now on, by `crickets service install`.

The one seam between the two commands: it's run as its owner would, in a process of its own.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from shlex import join

import typer

from crickets.cli.asking import agreed
from crickets.cli.given import Given
from crickets.cli.next_steps import next_steps
from crickets.cli.on_demand import HOMES
from crickets.cli.screen import note
from crickets.errors import CricketsError
from crickets.unit.here import program
from crickets.unit.manager import no_service_manager

_STDERR = 2
"""Where it talks: stdout is for what `init` tells."""

Run = Callable[[Sequence[str]], int]


def run_it(arguments: Sequence[str]) -> int:
    """Run a command of ours as its owner would, and tell how it ended."""
    return subprocess.run((*program(), *arguments), stdout=_STDERR, check=False).returncode  # noqa: S603


def offer_service(
    given: Given,
    named: Path | None,
    *,
    owner: str = "",
    commands: Collection[str] = HOMES,
    run: Run = run_it,
    lacking: Callable[[], CricketsError | None] = no_service_manager,
) -> None:
    """
    Offer the service, and have it installed if that's wanted; what goes wrong with it is its own to tell.

    For a config that was named, or that of an `owner` who has a unit of their own on the machine.
    """
    arguments = _installing(named, owner)
    command = join(("crickets", *arguments))
    if "service" not in commands:
        note("`crickets run` watches, as long as it runs; docs/systemd.md has it run by itself.")
        return
    if given.service is None and (lack := lacking()) is not None:
        note(f"{lack.what} {lack.remedy}")
        return
    if not _is_wanted(given, command):
        note(f"`crickets run` watches, as long as it runs; `{command}` has it run by itself.")
        return
    if run((*arguments, *_about_lingering(given))):
        note(f"The service isn't there yet; all else is. Once that is mended: `{command}`", style="yellow")


def _installing(named: Path | None, owner: str) -> tuple[str, ...]:
    """The command, which is told of no config where it knows by the owner which it is."""
    if owner:
        return "service", "install", "--owner", owner
    return ("--config", str(named.absolute()), "service", "install") if named else ("service", "install")


def _about_lingering(given: Given) -> tuple[str, ...]:
    """What was said of it; who is to be asked nothing isn't asked by the other command either."""
    if given.linger is None and not given.quiet:
        return ()
    return ("--linger",) if given.linger else ("--no-linger",)


def _is_wanted(given: Given, command: str) -> bool:
    if given.service is not None:
        return given.service
    with suppress(typer.Abort):  # all else is written by now: whoever breaks off here says no
        return given.asks and agreed(next_steps(f"Have it run by itself from now on (`{command}`)?"), by_default=True)
    note("")
    return False

"""
How a daemon that runs comes to know of what `init --add` has added: by its unit's manager, if its owner says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shlex import join

import typer

from crickets.cli.asking import agreed
from crickets.cli.given import Given
from crickets.cli.screen import note
from crickets.cli.telling import tell
from crickets.unit.manager import PATIENT, CommandFailed, Manager, NoServiceManager, Unreachable
from crickets.unit.place import Place
from crickets.unit.serving import places_for, serving

_BY_HAND = (
    "A daemon that runs takes it up when it's sent SIGHUP or started anew; `crickets service install` has one run."
)


def have_it_taken_up(given: Given, config: Path, environment: Mapping[str, str]) -> None:
    """Have the daemon of a config go by what it says now, or tell how that is done."""
    place = serving(config, places_for(config, environment))
    if place is None:
        note(_BY_HAND)
        return
    manager, command = Manager(place=place, environment=environment), join(place.taking_up)
    if not _runs(manager):
        note(f"The daemon of {place.unit} doesn't run; it takes it up when it does.")
    elif _is_wanted(given, command):
        _take_up(manager, place, command)
    else:
        note(f"`{command}` has the daemon take it up.")


def _take_up(manager: Manager, place: Place, command: str) -> None:
    try:
        manager.do(*place.taking_up, patience=PATIENT)
    except (NoServiceManager, Unreachable, CommandFailed) as error:  # all else is done: what is left is told
        tell(error)
        note(f"The mailbox is in the config all the same; try `{command}` again.", style="yellow")
    else:
        note(f"Done: {command}", style="green")


def _runs(manager: Manager) -> bool:
    try:
        return manager.standing().is_active
    except (NoServiceManager, Unreachable, CommandFailed):
        return False


def _is_wanted(given: Given, command: str) -> bool:
    if given.service is not None:
        return given.service
    with suppress(typer.Abort):  # all else is written by now: whoever breaks off here says no
        return given.asks and agreed(f"Have the daemon take it up now ({command})?", by_default=True)
    note("")
    return False

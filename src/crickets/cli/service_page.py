"""
How `service` tells of the unit: for a person and as JSON. What systemd says is made harmless first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import join

from rich.table import Table
from rich.text import Text

from crickets.cli.safe import plain, plain_lines
from crickets.cli.screen import note, results, show_json
from crickets.cli.shapes import Json, moment
from crickets.cli.shapes import error as error_json
from crickets.cli.words import Today, as_told
from crickets.errors import CricketsError
from crickets.unit.installing import Step
from crickets.unit.manager import Standing
from crickets.unit.place import Place, Scope
from crickets.unit.standing import Seen
from crickets.unit.text import Origin

_LINGER = "loginctl enable-linger"
_WHO = {Scope.USER: "you", Scope.SYSTEM: "the machine"}
_ORIGINS = {
    Origin.MISSING: "not installed",
    Origin.CURRENT: "as this version writes it",
    Origin.OTHER: "by another version of Crickets: `crickets service install` writes it anew",
    Origin.CHANGED: "changed by hand, so it's left alone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done, or with `dry_run` would be."""

    place: Place
    steps: tuple[Step, ...]
    dry_run: bool
    text: str = ""
    warnings: tuple[str, ...] = ()
    lingers: bool | None = None
    config: Path = Path()


def tell_step(step: Step, *, dry_run: bool) -> None:
    """Tell what is done next, or would be."""
    results().print(Text(f"{'would ' if dry_run else ''}{plain(str(step))}", style="dim"), soft_wrap=True)


def tell_installed(done: Done, *, as_json: bool) -> None:
    """Tell of an installation, with what may be amiss and what comes next."""
    for warning in done.warnings:
        note(plain(warning), style="yellow")
    if as_json:
        show_json({**_done_json(done), "text": done.text, "warnings": list(done.warnings), "linger": done.lingers})
        return
    if done.dry_run:
        results().print(Text(f"\n{plain(str(done.place.path))}:\n\n{plain_lines(done.text)}"), soft_wrap=True)
    else:
        results().print(Text(f"Crickets runs for {_WHO[done.place.scope]}.", style="green"))
    if done.place.scope is Scope.USER and not done.lingers:
        note(f"It stops when you log out. To have it go on: {_LINGER}")
    if done.place.scope is Scope.SYSTEM:
        note(f"Your commands look at its ledger so: {plain(beside_the_unit(done.place, done.config, 'status'))}")
    note(f"Its log: {done.place.journal}    The logins are tried by: `crickets check`")


def beside_the_unit(place: Place, config: Path, *command: str) -> str:
    """How root runs a command on the ledger of the machine's unit."""
    return join(("sudo", f"STATE_DIRECTORY={place.state}", "crickets", "--config", str(config), *command))


def tell_uninstalled(done: Done, *, as_json: bool) -> None:
    """Tell of a unit that is gone, and of what isn't."""
    if as_json:
        show_json(_done_json(done))
        return
    if not done.steps:
        results().print(Text(f"There is no {done.place.unit} to take away."))
        return
    left = ", ".join(map(str, done.place.drop_ins))
    note(f"Config, ledger and drafts stay{f', and your {left}' if left else ''}.")


def tell_standing(seen: Seen, today: Today, error: CricketsError | None, *, as_json: bool) -> None:
    """Tell how the unit stands."""
    if as_json:
        show_json(_standing_json(seen, today, error))
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    for name, words in _rows(seen, today):
        table.add_row(name, Text(as_told(words)))
    results().print(table)


def _rows(seen: Seen, today: Today) -> Iterator[tuple[str, str]]:
    yield "unit", f"{seen.place.unit}, for {_WHO[seen.place.scope]}"
    yield "file", f"{seen.place.path}: {_ORIGINS[seen.origin]}"
    if seen.place.owners and not seen.place.owner:
        yield "owners", f"{', '.join(seen.place.owners)}: `crickets service status --owner {seen.place.owners[0]}`"
    if not seen.program_is_there:
        yield "program", f"{seen.program} is gone: `crickets service install` names the one there is"
    for path in seen.drop_ins:
        yield "drop-in", str(path)
    if seen.standing is not None and seen.standing.loaded not in {"", "not-found"}:
        if seen.standing.file not in {"", str(seen.place.path)}:
            yield "loaded from", seen.standing.file
        yield from _running(seen.standing, today)
        yield "log", f"{seen.place.journal} -n 20"
    if seen.lingers is not None:
        yield "linger", "on" if seen.lingers else f"off: it stops when you log out; to have it go on: {_LINGER}"


def _running(standing: Standing, today: Today) -> Iterator[tuple[str, str]]:
    since = f" since {today.moment(standing.since)}" if standing.since and standing.is_active else ""
    why = f", {standing.result}" if standing.result not in {"", "success"} else ""
    yield "runs", f"{standing.active} ({standing.sub}){since}{why}"
    yield "starts by itself", "yes" if standing.enabled == "enabled" else f"no ({standing.enabled or 'unknown'})"
    if standing.status:
        yield "says", standing.status


def _done_json(done: Done) -> Json:
    return {
        "scope": done.place.scope.value,
        "unit": done.place.unit,
        "path": str(done.place.path),
        "dry_run": done.dry_run,
        "steps": [str(step) for step in done.steps],
    }


def _standing_json(seen: Seen, today: Today, error: CricketsError | None) -> Json:
    standing = seen.standing or Standing()
    return {
        "as_of": today.iso(today.now),
        "scope": seen.place.scope.value,
        "unit": seen.place.unit,
        "path": str(seen.place.path),
        "file": seen.origin.value,
        "owners": list(seen.place.owners),
        "program": seen.program or None,
        "program_is_there": seen.program_is_there if seen.program else None,
        "drop_ins": list(map(str, seen.drop_ins)),
        "loaded": standing.loaded or None,
        "enabled": standing.enabled or None,
        "active": standing.active or None,
        "sub": standing.sub or None,
        "since": moment(standing.since, today),
        "status": standing.status or None,
        "result": standing.result or None,
        "linger": seen.lingers,
        "log": seen.place.journal,
        "error": error_json(error),
    }

"""
The first look of `init`: who is silent now, by a reading that touches nothing; as a page, and as JSON.

Loaded when the questions are answered: it brings along all that reads and decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from crickets.cli import shapes
from crickets.cli.check_page import folder_json, folder_table
from crickets.cli.progress import watched
from crickets.cli.rehearsing import Rehearsal
from crickets.cli.safe import plain
from crickets.cli.screen import note, notes, results
from crickets.cli.shapes import Json
from crickets.cli.signing_in import Entered
from crickets.cli.status_page import status_page
from crickets.cli.telling import tell
from crickets.cli.words import count
from crickets.config.places import env_file
from crickets.domain.policy import Policy
from crickets.domain.verdict import State
from crickets.errors import ExitCode
from crickets.service.application import open_application
from crickets.service.once import exit_code_of, look_at_all
from crickets.service.overview import Overview, overview_of

_SILENT = frozenset({State.WAITING, State.DRAFTED, State.TASK, State.HELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """Who is silent, by the first reading; `code` tells how that went."""

    code: ExitCode
    overview: Overview
    policy: Policy


def tell_of_folders(entered: Entered) -> None:
    """Say that the owner is in, and which folder is held for what, and why."""
    server = entered.server
    note(f"Signed in to {server.host}:{server.port} as {plain(server.username)}.", style="green")
    notes().print(folder_table(entered.report.folders))


def look(trial: Rehearsal, entered: Entered, environment: Mapping[str, str], *, shown: bool) -> FirstLook:
    """Who is silent now, told on the way if it's to be `shown`."""
    looked = _first_look(trial, entered, environment)
    if shown:
        _show(looked)
    return looked


def _first_look(trial: Rehearsal, entered: Entered, environment: Mapping[str, str]) -> FirstLook:
    """What one pass finds that only reads; a failure is told, and what was read until then counts."""
    trial.begin(entered.answers)
    around = trial.environment(environment, entered.secrets)
    with open_application(trial.config, around, exclusive=True) as app:
        with watched(notes()) as progress:
            passed = look_at_all(app, progress, rehearsal=True)
        for result in passed:
            if result.error is not None:
                tell(result.error, about=result.account)
        policy = app.settings.policy
        overview = overview_of(app.ledger, app.accounts, policy, app.clock())
        return FirstLook(code=exit_code_of(passed), overview=overview, policy=policy)


def _show(looked: FirstLook) -> None:
    """Who is silent now, counted and in full."""
    overview, console = looked.overview, results()
    silent = sum(verdict.state in _SILENT for verdict in overview.threads)
    console.print(Text(f"\nSilent now: {count(silent, 'thread')}. Your turn: {overview.turns}.", style="bold"))
    for part in status_page(overview, looked.policy, every=False, width=console.width):
        console.print(part)


def as_document(looked: FirstLook, path: Path, entered: Entered) -> Json:
    """`init --json`."""
    server, client = entered.server, entered.answers.client
    return {
        "config": str(path),
        "env": str(env_file(path)) if entered.secrets else None,
        "account": server.account,
        "server": {"host": server.host, "port": server.port, "tls": server.tls.value, "username": server.username},
        "oauth": None if client is None else client.provider.value,
        "folders": [folder_json(folder) for folder in entered.report.folders],
        "status": shapes.status(looked.overview, looked.policy, every=False),
    }

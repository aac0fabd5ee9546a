"""
The course of `init`: ask, sign in, show the folders, write, read for the first time.

Nothing is written before a server has let the owner in; the first reading touches nothing on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rich.text import Text

from crickets.cli import shapes
from crickets.cli.asking import Given, Told, told_by
from crickets.cli.check_page import folder_json, folder_table
from crickets.cli.progress import watched
from crickets.cli.safe import plain
from crickets.cli.screen import note, notes, results, show_json
from crickets.cli.shapes import Json
from crickets.cli.signing_in import signed_in
from crickets.cli.status_page import status_page
from crickets.cli.telling import tell
from crickets.config.places import env_file
from crickets.domain.policy import Policy
from crickets.errors import ExitCode
from crickets.service.application import open_application
from crickets.service.once import exit_code_of, look_at_all
from crickets.service.overview import Overview, overview_of
from crickets.setup.discovery import SignedIn
from crickets.setup.first_config import (
    Answers,
    config_text,
    env_text,
    first_place,
    refuse_to_overwrite,
    write_new,
)

_OPENING = (
    "Crickets will find your mail server, sign in, write a config, and show who is silent. It only reads now, it never "
    "sends, and it keeps your password in {env}, for your eyes alone."
)


def set_up(given: Given, named: Path | None, environment: Mapping[str, str], *, force: bool, as_json: bool) -> ExitCode:
    """From the options to a config that works, and the first look at it."""
    path = first_place(named, environment)
    if not force:
        refuse_to_overwrite(path, env_file(path))
    if given.asks:
        note(_OPENING.format(env=env_file(path)) + "\n")
    told = told_by(given, environment)
    mailbox = signed_in(given, told, environment)
    _tell_what_was_found(mailbox)
    write_new(env_file(path), env_text(told.variable, mailbox.password.secret), force=force)
    write_new(path, config_text(_answers(told, mailbox)), force=force)
    note(f"Written: {path} and {env_file(path)}", style="green")
    code, overview, policy = _first_look(path, environment)
    _show(overview, policy, path, mailbox, as_json=as_json)
    return code


def _tell_what_was_found(mailbox: SignedIn) -> None:
    server = mailbox.server
    note(f"Signed in to {server.host}:{server.port} as {plain(server.username)}.", style="green")
    notes().print(folder_table(mailbox.report.folders))


def _answers(told: Told, mailbox: SignedIn) -> Answers:
    return Answers(
        name=told.name,
        address=told.address,
        timezone=told.timezone,
        country=told.country,
        server=mailbox.server,
        variable=told.variable,
    )


def _first_look(path: Path, environment: Mapping[str, str]) -> tuple[ExitCode, Overview, Policy]:
    with open_application(path, environment, exclusive=True) as app:
        with watched(notes()) as progress:
            passed = look_at_all(app, progress, rehearsal=True)
        for result in passed:
            if result.error is not None:
                tell(result.error, about=result.account)
        policy = app.settings.policy
        return exit_code_of(passed), overview_of(app.ledger, app.accounts, policy, app.clock()), policy


def _show(overview: Overview, policy: Policy, path: Path, mailbox: SignedIn, *, as_json: bool) -> None:
    if as_json:
        show_json(_json(overview, policy, path, mailbox))
        return
    console = results()
    for part in status_page(overview, policy, every=False, width=console.width):
        console.print(part)
    console.print(
        Text("\nNothing was laid yet. `crickets once --dry-run` shows what would be; `crickets run` watches.")
    )


def _json(overview: Overview, policy: Policy, path: Path, mailbox: SignedIn) -> Json:
    server = mailbox.server
    return {
        "config": str(path),
        "env": str(env_file(path)),
        "account": server.account,
        "server": {"host": server.host, "port": server.port, "tls": server.tls.value, "username": server.username},
        "folders": [folder_json(folder) for folder in mailbox.report.folders],
        "status": shapes.status(overview, policy, every=False),
    }

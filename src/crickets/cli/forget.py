"""
`crickets forget`: erase a person from the ledger, and keep nothing of their mail from then on.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crickets.cli.arguments import ClientArgument, JsonOption
from crickets.cli.call import FLAG, opened

if TYPE_CHECKING:
    from crickets.cli.forget_page import Told
    from crickets.service.application import Application
    from crickets.service.forgetting import Person

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Your word on a thread")
def forget(
    ctx: typer.Context,
    client: ClientArgument,
    *,
    undo: Annotated[
        bool,
        typer.Option(
            "--undo", metavar=FLAG, help="Read their mail again that is written from now on; only an address."
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", metavar=FLAG, help="Only tell what would be erased.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", metavar=FLAG, help="Ask nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Erase a person from what Crickets keeps, and pass their mail over from now on (docs/what-it-keeps.md)."""
    from crickets.cli.forget_page import Told, tell_remembered, tell_what_goes

    if undo and dry_run:
        raise typer.BadParameter("--undo erases nothing; give it without --dry-run")
    with opened(ctx, exclusive=False) as app:
        if undo:
            tell_remembered(client, found=_remembered(app, client), as_json=as_json)
            return
        person = _meant(app, client)
        told = Told(person=person, found=app.ledger.known_of(person.who, app.accounts, app.clock()), done=False)
        if not dry_run:
            _confirm(told, yes=yes, as_json=as_json)
            told = Told(person=person, found=app.ledger.forget(person.who, app.accounts, app.clock()), done=True)
    tell_what_goes(told, as_json=as_json)


def _meant(app: Application, typed: str) -> Person:
    from crickets.service.forgetting import NobodySo, person_meant

    if not app.ledger.accounts():
        raise NobodySo("nothing is known of anybody yet", remedy="`crickets once` reads the mailbox.")
    return person_meant(typed, app.ledger.everybody(), app.settings.policy)


def _remembered(app: Application, typed: str) -> bool:
    return app.ledger.remember((typed.strip(),), app.clock())


def _confirm(told: Told, *, yes: bool, as_json: bool) -> None:
    """Return if the owner agrees; what is erased can't be brought back."""
    from crickets.cli.forget_page import what_goes
    from crickets.cli.screen import note

    if yes:
        return
    if as_json or not sys.stdin.isatty():
        raise typer.BadParameter("what is erased can't be brought back; give --yes, or --dry-run to see it first")
    note("\n".join(what_goes(told)))
    typer.confirm("Erase this?", abort=True, err=True)

"""
`crickets once`: one full pass over every account.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption, LogFormOption
from crickets.cli.call import FLAG, call_of, opened

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Every day")
def once(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar=FLAG, help="Touch nothing on the server; show what would be laid.")
    ] = False,
    as_json: JsonOption = False,
    log_form: LogFormOption = None,
) -> None:
    """Read the mail, lay the drafts that are due, take back those overtaken by an answer, and exit."""
    from crickets.cli import shapes_of_passes
    from crickets.cli.once_page import once_page
    from crickets.cli.progress import watched
    from crickets.cli.screen import note, notes, results, show_json
    from crickets.cli.telling import tell
    from crickets.service.once import exit_code_of, keep_all, look_at_all

    with opened(ctx, exclusive=True, log_form=log_form) as app:
        settings, now = app.settings, app.clock()
        for warning in settings.warnings:
            note(warning, style="yellow")
        with watched(notes()) as progress:
            passed = look_at_all(app, progress, rehearsal=dry_run)
        if call_of(ctx).verbose and not dry_run:
            keep_all(passed)
    if as_json:
        show_json(shapes_of_passes.once(passed, settings.policy, now, dry_run=dry_run))
    else:
        console = results()
        for part in once_page(passed, settings.policy, now, dry_run=dry_run):
            console.print(part)
    for result in passed:
        if result.error is not None:
            tell(result.error, about=result.account)
    raise typer.Exit(exit_code_of(passed))

"""
`crickets check`: whether the daemon could run, and what it would find.
"""

from __future__ import annotations

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import opened

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Setting up")
def check(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Check the config, log in to every account, and explain what was found; touches nothing."""
    from dataclasses import replace

    from rich.text import Text

    from crickets.cli.check_page import (
        check_json,
        check_page,
        digest_looked_at,
        exit_code,
        looked_at,
        tasks_looked_at,
    )
    from crickets.cli.screen import results, say, show_json
    from crickets.cli.telling import tell
    from crickets.service.application import require_room_for_ledger
    from crickets.service.health import doubts_of

    with opened(ctx, exclusive=False) as app:
        require_room_for_ledger(app.environment)
        checked = tuple(looked_at(app, account) for account in app.accounts)
        tasks, digest = tasks_looked_at(app), digest_looked_at(app)
        settings = replace(app.settings, warnings=(*app.settings.warnings, *doubts_of(app)))
        today = settings.policy.calendar.day_of(app.clock())
    if as_json:
        show_json(check_json(checked, tasks, digest, settings, today))
    else:
        console = results()
        for part in check_page(checked, tasks, digest, settings, today):
            say(console, part) if isinstance(part, Text) else console.print(part)
    for failed in checked:
        if failed.error is not None:
            tell(failed.error, about=failed.account)
    if tasks is not None and tasks.error is not None:
        tell(tasks.error, about="tasks")
    if digest is not None and digest.error is not None:
        tell(digest.error, about="digest")
    raise typer.Exit(exit_code(checked, tasks, digest))

"""
`crickets status`: who is silent, what waits, and what comes next, from the ledger alone.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import FLAG, opened

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Every day")
def status(
    ctx: typer.Context,
    every: Annotated[
        bool, typer.Option("--all", metavar=FLAG, help="List every thread, the ignored ones too.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Tell who is silent and since when, what waits in Drafts, and what comes next."""
    from crickets.cli import shapes
    from crickets.cli.screen import results, show_json
    from crickets.cli.status_page import MOST, status_page
    from crickets.service.overview import overview_of

    with opened(ctx, exclusive=False) as app:
        policy = app.settings.policy
        overview = overview_of(app.ledger, app.accounts, policy, app.clock(), most=None if every or as_json else MOST)
    if as_json:
        show_json(shapes.status(overview, policy, every=every))
        return
    console = results()
    for part in status_page(overview, policy, every=every, width=console.width):
        console.print(part)

"""
`crickets preview`: what the coming days would bring, from the ledger alone.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import opened

app = typer.Typer(add_completion=False)

_A_YEAR = 366


@app.command(rich_help_panel="Every day")
def preview(
    ctx: typer.Context,
    days: Annotated[
        int, typer.Option("--days", metavar="N", min=1, max=_A_YEAR, help="How many days ahead; up to 366.")
    ] = 30,
    as_json: JsonOption = False,
) -> None:
    """Tell what would be laid on which day if nobody answered and you sent none of it."""
    from crickets.cli.preview_page import preview_page
    from crickets.cli.screen import results, show_json
    from crickets.cli.shapes_of_days import previewed
    from crickets.service.preview import preview_of

    with opened(ctx, exclusive=False) as app:
        policy = app.settings.policy
        foreseen = preview_of(app.ledger, app.accounts, policy, app.clock(), days=days)
    if as_json:
        show_json(previewed(foreseen, policy))
        return
    console = results()
    for part in preview_page(foreseen, policy, width=console.width):
        console.print(part)

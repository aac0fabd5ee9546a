"""
`crickets clients`: how fast each client answers, who is silent in which threads, and who is habitually slow.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import opened

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Every day")
def clients(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(metavar="WHO", help="Words of a client's name or address; without any, all are listed.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Tell how fast your clients answer, the slowest first, and in which threads they are silent."""
    from crickets.cli.clients_page import clients_page
    from crickets.cli.naming import clients_meant
    from crickets.cli.screen import results, show_json
    from crickets.cli.shapes_of_clients import clients as shape
    from crickets.service.clients import clientele_of

    with opened(ctx, exclusive=False) as app:
        policy = app.settings.policy
        known = clientele_of(app.ledger, app.accounts, policy, app.clock(), everybody=bool(who))
        clientele = clients_meant(known, who)
    if as_json:
        show_json(shape(clientele, policy))
        return
    console = results()
    for part in clients_page(clientele, policy, width=console.width):
        console.print(part)

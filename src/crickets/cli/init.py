"""
`crickets init`: from an address and a password to a config, and to the first look at who is silent.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import FLAG, begin_log, call_of
from crickets.cli.given import Given, with_options

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Setting up")
@with_options
def init(
    ctx: typer.Context,
    given: Given,
    *,
    example: Annotated[
        bool, typer.Option("--example", metavar=FLAG, help="Only show a config with every key; set up nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Set up a mailbox: find its server, try the login, show who is silent now, write the config."""
    from crickets.cli.setting_up import set_up
    from crickets.config.environment import environment
    from crickets.setup.first_config import example_text

    if example:
        typer.echo(example_text(), nl=False)
        return
    begin_log(ctx, quiet=True)
    raise typer.Exit(set_up(given, call_of(ctx).config, environment(), as_json=as_json))

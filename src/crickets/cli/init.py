"""
`crickets init`: from an address and a password to a config, and to the first look at who is silent.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import FLAG, begin_log, call_of

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Setting up")
def init(  # noqa: PLR0917 - an option is an argument
    ctx: typer.Context,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Your name, as your mail shows it.")] = "",
    address: Annotated[str, typer.Option("--address", metavar="ADDRESS", help="Your address.")] = "",
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="The IMAP server, in place of one that is found.")
    ] = "",
    port: Annotated[int | None, typer.Option("--port", metavar="PORT", min=1, max=65535, help="Its port.")] = None,
    tls: Annotated[str, typer.Option("--tls", metavar="HOW", help="implicit, starttls, or none on loopback.")] = "",
    username: Annotated[
        str, typer.Option("--username", metavar="NAME", help="The login, where it is not the address.")
    ] = "",
    account: Annotated[
        str, typer.Option("--account", metavar="NAME", help="What to call the account in the config.")
    ] = "mail",
    timezone: Annotated[
        str, typer.Option("--timezone", metavar="ZONE", help="Your time zone, such as Europe/Rome.")
    ] = "",
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CODE", help='Whose holidays are yours: IT, DE-BY, or "" for none.'),
    ] = None,
    password_env: Annotated[
        str, typer.Option("--password-env", metavar="NAME", help="The environment variable with the password.")
    ] = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", metavar=FLAG, help="Read the password from stdin.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", metavar=FLAG, help="Ask nothing: take what is guessed.")] = False,
    force: Annotated[bool, typer.Option("--force", metavar=FLAG, help="Overwrite a config and .env.")] = False,
    example: Annotated[
        bool, typer.Option("--example", metavar=FLAG, help="Only show a config with every key; set up nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Set up an account: find its server, try the login, write the config, show who is silent now."""
    from crickets.cli.asking import Given
    from crickets.cli.setting_up import set_up
    from crickets.config.environment import environment
    from crickets.setup.first_config import example_text

    if example:
        typer.echo(example_text(), nl=False)
        return
    begin_log(ctx)
    given = Given(
        name=name,
        address=address,
        host=host,
        port=port,
        tls=tls,
        username=username,
        account=account,
        timezone=timezone,
        country=country,
        password_env=password_env,
        password_stdin=password_stdin,
        quiet=yes,
    )
    raise typer.Exit(set_up(given, call_of(ctx).config, environment(), force=force, as_json=as_json))

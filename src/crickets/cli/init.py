"""
`crickets init`: from an address and a password to a config, and to the first look at who is silent.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import FLAG, begin_log, call_of

app = typer.Typer(add_completion=False)


_MAILBOX = "Your mailbox"
_OAUTH = "Signing in by OAuth 2.0 (docs/signing-in.md)"
_YOU = "You"


@app.command(rich_help_panel="Setting up")
def init(  # noqa: PLR0917 - an option is an argument
    ctx: typer.Context,
    address: Annotated[
        str, typer.Option("--address", metavar="ADDRESS", help="Your address.", rich_help_panel=_MAILBOX)
    ] = "",
    host: Annotated[
        str,
        typer.Option(
            "--host", metavar="HOST", help="The IMAP server, in place of one that is found.", rich_help_panel=_MAILBOX
        ),
    ] = "",
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="PORT", min=1, max=65535, help="Its port.", rich_help_panel=_MAILBOX),
    ] = None,
    tls: Annotated[
        str,
        typer.Option("--tls", metavar="HOW", help="implicit, starttls, or none on loopback.", rich_help_panel=_MAILBOX),
    ] = "",
    tls_ca_file: Annotated[
        Path | None,
        typer.Option(
            "--tls-ca-file",
            metavar="PATH",
            help="Whose certificates are believed, for a server of your own or a bridge on this machine.",
            rich_help_panel=_MAILBOX,
        ),
    ] = None,
    username: Annotated[
        str,
        typer.Option(
            "--username", metavar="NAME", help="The login, where it is not the address.", rich_help_panel=_MAILBOX
        ),
    ] = "",
    password_env: Annotated[
        str,
        typer.Option(
            "--password-env",
            metavar="NAME",
            help="The environment variable with the password.",
            rich_help_panel=_MAILBOX,
        ),
    ] = "",
    password_stdin: Annotated[
        bool,
        typer.Option("--password-stdin", metavar=FLAG, help="Read the password from stdin.", rich_help_panel=_MAILBOX),
    ] = False,
    account: Annotated[
        str,
        typer.Option(
            "--account", metavar="NAME", help="What to call the account in the config.", rich_help_panel=_MAILBOX
        ),
    ] = "mail",
    oauth: Annotated[
        str,
        typer.Option(
            "--oauth", metavar="WHO", help="Sign in at google or microsoft; none: no.", rich_help_panel=_OAUTH
        ),
    ] = "",
    client_id: Annotated[
        str,
        typer.Option("--client-id", metavar="ID", help="How you registered Crickets there.", rich_help_panel=_OAUTH),
    ] = "",
    client_secret_env: Annotated[
        str,
        typer.Option(
            "--client-secret-env",
            metavar="NAME",
            help="The environment variable with the secret that Google gave with it.",
            rich_help_panel=_OAUTH,
        ),
    ] = "",
    tenant: Annotated[
        str,
        typer.Option("--tenant", metavar="NAME", help="Your organisation at Microsoft.", rich_help_panel=_OAUTH),
    ] = "",
    authority: Annotated[
        str,
        typer.Option(
            "--authority", metavar="URL", help="Microsoft's address in another cloud.", rich_help_panel=_OAUTH
        ),
    ] = "",
    paste: Annotated[
        bool,
        typer.Option(
            "--paste",
            metavar=FLAG,
            help="The browser is on another machine: paste the address it ends at.",
            rich_help_panel=_OAUTH,
        ),
    ] = False,
    browser: Annotated[
        bool | None,
        typer.Option(
            "--browser/--no-browser",
            metavar=FLAG,
            help="Open a browser here, at Microsoft too; or only show the address.",
            rich_help_panel=_OAUTH,
        ),
    ] = None,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="Your name, as your mail shows it.", rich_help_panel=_YOU)
    ] = "",
    timezone: Annotated[
        str,
        typer.Option("--timezone", metavar="ZONE", help="Your time zone, such as Europe/Rome.", rich_help_panel=_YOU),
    ] = "",
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar="CODE",
            help='Whose holidays are yours: IT, DE-BY, or "" for none.',
            rich_help_panel=_YOU,
        ),
    ] = None,
    yes: Annotated[
        bool,
        typer.Option("--yes", "-y", metavar=FLAG, help="Ask nothing: take what is guessed, and write it."),
    ] = False,
    service: Annotated[
        bool | None,
        typer.Option("--service/--no-service", metavar=FLAG, help="Have it run by itself from then on, or don't."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", metavar=FLAG, help="Set a config and .env that are there aside.")
    ] = False,
    example: Annotated[
        bool, typer.Option("--example", metavar=FLAG, help="Only show a config with every key; set up nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Set up a mailbox: find its server, try the login, show who is silent now, write the config."""
    from crickets.cli.asking import Given
    from crickets.cli.setting_up import set_up
    from crickets.config.environment import environment
    from crickets.setup.first_config import example_text

    if example:
        typer.echo(example_text(), nl=False)
        return
    begin_log(ctx, quiet=True)
    given = Given(
        name=name,
        address=address,
        host=host,
        port=port,
        tls=tls,
        tls_ca_file=tls_ca_file,
        username=username,
        account=account,
        timezone=timezone,
        country=country,
        password_env=password_env,
        password_stdin=password_stdin,
        oauth=oauth,
        client_id=client_id,
        client_secret_env=client_secret_env,
        tenant=tenant,
        authority=authority,
        paste=paste,
        browser=browser,
        service=service,
        quiet=yes,
        force=force,
    )
    raise typer.Exit(set_up(given, call_of(ctx).config, environment(), as_json=as_json))

"""
The options of `init`, each once: how it's spelled, what it says, and what it is where it wasn't given.

Loads nothing but typer: the help is made from it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial, wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from crickets.cli.call import FLAG

_mailbox = partial(typer.Option, rich_help_panel="Your mailbox")
_oauth = partial(typer.Option, rich_help_panel="Signing in by OAuth 2.0 (docs/signing-in.md)")
_you = partial(typer.Option, rich_help_panel="You")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The options as they were given; empty is "ask, or guess". `quiet` asks nothing, and takes what is guessed."""

    address: Annotated[str, _mailbox("--address", metavar="ADDRESS", help="Your address.")] = ""
    host: Annotated[str, _mailbox("--host", metavar="HOST", help="The IMAP server, in place of one that is found.")] = (
        ""
    )
    port: Annotated[int | None, _mailbox("--port", metavar="PORT", min=1, max=65535, help="Its port.")] = None
    tls: Annotated[str, _mailbox("--tls", metavar="HOW", help="implicit, starttls, or none on loopback.")] = ""
    tls_ca_file: Annotated[
        Path | None,
        _mailbox(
            "--tls-ca-file",
            metavar="PATH",
            help="Whose certificates are believed, for a server of your own or a bridge on this machine.",
        ),
    ] = None
    username: Annotated[str, _mailbox("--username", metavar="NAME", help="The login, where it is not the address.")] = (
        ""
    )
    password_env: Annotated[
        str, _mailbox("--password-env", metavar="NAME", help="The environment variable with the password.")
    ] = ""
    password_stdin: Annotated[
        bool, _mailbox("--password-stdin", metavar=FLAG, help="Read the password from stdin.")
    ] = False
    account: Annotated[
        str, _mailbox("--account", metavar="NAME", help="What to call the account in the config; mail by default.")
    ] = ""
    formerly: Annotated[
        str,
        _mailbox(
            "--formerly", metavar="NAME", help="The user name by which the ledger knows this mailbox, if by another."
        ),
    ] = ""
    sent_folder: Annotated[
        str, _mailbox("--sent-folder", metavar="NAME", help="The folder with your sent mail, where none is found.")
    ] = ""
    drafts_folder: Annotated[
        str, _mailbox("--drafts-folder", metavar="NAME", help="The folder with your drafts, where none is found.")
    ] = ""
    oauth: Annotated[str, _oauth("--oauth", metavar="WHO", help="Sign in at google or microsoft; none: no.")] = ""
    client_id: Annotated[str, _oauth("--client-id", metavar="ID", help="How you registered Crickets there.")] = ""
    client_secret_env: Annotated[
        str,
        _oauth(
            "--client-secret-env",
            metavar="NAME",
            help="The environment variable with the secret that Google gave with it.",
        ),
    ] = ""
    tenant: Annotated[str, _oauth("--tenant", metavar="NAME", help="Your organisation at Microsoft.")] = ""
    authority: Annotated[str, _oauth("--authority", metavar="URL", help="Microsoft's address in another cloud.")] = ""
    paste: Annotated[
        bool,
        _oauth("--paste", metavar=FLAG, help="The browser is on another machine: paste the address it ends at."),
    ] = False
    browser: Annotated[
        bool | None,
        _oauth(
            "--browser/--no-browser",
            metavar=FLAG,
            help="Open a browser here, at Microsoft too; or only show the address.",
        ),
    ] = None
    name: Annotated[str, _you("--name", metavar="NAME", help="Your name, as your mail shows it.")] = ""
    timezone: Annotated[str, _you("--timezone", metavar="ZONE", help="Your time zone, such as Europe/Rome.")] = ""
    country: Annotated[
        str | None,
        _you("--country", metavar="CODE", help='Whose holidays are yours: IT, DE-BY, or "" for none.'),
    ] = None
    quiet: Annotated[
        bool, typer.Option("--yes", "-y", metavar=FLAG, help="Ask nothing: take what is guessed, and write it.")
    ] = False
    service: Annotated[
        bool | None,
        typer.Option(
            "--service/--no-service",
            metavar=FLAG,
            help="Have it run by itself from then on, or with --add what runs take it up; or don't.",
        ),
    ] = None
    linger: Annotated[
        bool | None,
        typer.Option(
            "--linger/--no-linger",
            metavar=FLAG,
            help="Have your services go on when you are logged out; with --yes alone it's left as it is.",
        ),
    ] = None
    add: Annotated[
        bool, typer.Option("--add", metavar=FLAG, help="Add another mailbox to the config that is there.")
    ] = False
    force: Annotated[
        bool, typer.Option("--force", metavar=FLAG, help="Set a config and .env that are there aside.")
    ] = False

    @property
    def asks(self) -> bool:
        """Whether there is anybody to ask."""
        return not self.quiet and sys.stdin.isatty()

    @property
    def has_password(self) -> bool:
        """Whether the options say where the password is."""
        return self.password_stdin or bool(self.password_env)


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command, for typer, with an option for each field in place of its argument `given`."""
    hints = get_type_hints(Given, include_extras=True)
    options = [
        Parameter(each.name, Parameter.KEYWORD_ONLY, default=each.default, annotation=hints[each.name])
        for each in fields(Given)
    ]

    @wraps(command)
    def called(**values: Any) -> None:  # noqa: ANN401 - whatever typer makes of what was typed
        given = Given(**{each.name: values.pop(each.name) for each in fields(Given)})
        command(given=given, **values)

    first, _, *others = signature(command, eval_str=True).parameters.values()
    called.__signature__ = Signature([first, *options, *others])  # type: ignore[attr-defined]
    return called

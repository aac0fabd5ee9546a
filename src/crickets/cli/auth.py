"""
`crickets auth`: sign in to an account by OAuth 2.0, see how that stands, and forget it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crickets.cli.arguments import AccountArgument, AnyAccountArgument, JsonOption
from crickets.cli.call import FLAG, begin_log, call_of

if TYPE_CHECKING:
    from crickets.service.sign_in import SignIns

app = typer.Typer(add_completion=False)
signing_in = typer.Typer(no_args_is_help=True)
app.add_typer(signing_in, name="auth", rich_help_panel="Setting up")

PasteOption = Annotated[
    bool,
    typer.Option("--paste", metavar=FLAG, help="The browser is on another machine: paste here the address it ends at."),
]
BrowserOption = Annotated[
    bool | None,
    typer.Option(
        "--browser/--no-browser",
        metavar=FLAG,
        help="Open a browser here, at Microsoft too, in place of a code; or only show the address.",
    ),
]


@signing_in.callback()
def auth() -> None:
    """Sign in to accounts at Google and Microsoft by OAuth 2.0 (docs/signing-in.md)."""


@signing_in.command()
def login(
    ctx: typer.Context,
    account: AccountArgument,
    *,
    paste: PasteOption = False,
    browser: BrowserOption = None,
    as_json: JsonOption = False,
) -> None:
    """Sign in: at Microsoft by a code entered in any browser, at Google in a browser here or by --paste."""
    from crickets.cli.auth_course import sign_in
    from crickets.cli.auth_page import tell_sign_in

    if paste and browser:
        raise typer.BadParameter("--paste is for a browser on another machine; give it without --browser")
    sign_ins = _sign_ins(ctx)
    chosen = sign_ins.account(account)
    sign_in(sign_ins, chosen, paste=paste, browser=browser)
    tell_sign_in(sign_ins, chosen, as_json=as_json)


@signing_in.command()
def status(ctx: typer.Context, account: AnyAccountArgument = "", as_json: JsonOption = False) -> None:
    """Tell which accounts are signed in to, until when, and what only you can renew; asks no server."""
    from crickets.cli.auth_page import tell_standings

    sign_ins = _sign_ins(ctx)
    chosen = (sign_ins.account(account),) if account else sign_ins.accounts
    raise typer.Exit(tell_standings(sign_ins, chosen, as_json=as_json))


@signing_in.command()
def logout(ctx: typer.Context, account: AccountArgument, as_json: JsonOption = False) -> None:
    """Forget an account's tokens on this machine; the provider's own page takes back what you allowed."""
    from crickets.cli.auth_page import tell_farewell

    sign_ins = _sign_ins(ctx)
    chosen = sign_ins.account(account)
    tell_farewell(sign_ins, chosen, was_there=sign_ins.file(chosen).remove(), as_json=as_json)


def _sign_ins(ctx: typer.Context) -> SignIns:
    """The sign-ins of the config; the ledger has no part in them."""
    from crickets.config.environment import environment
    from crickets.service.application import settings_of
    from crickets.service.clock import system_clock
    from crickets.service.sign_in import SignIns

    begin_log(ctx, quiet=True)
    variables = environment()
    return SignIns(settings=settings_of(call_of(ctx).config, variables), environment=variables, clock=system_clock)

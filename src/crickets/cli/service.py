"""
`crickets service`: the unit of systemd, put into its place, taken away, looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import FLAG, begin_log, call_of

if TYPE_CHECKING:
    from crickets.unit.place import Place

app = typer.Typer(add_completion=False)
units = typer.Typer(no_args_is_help=True)
app.add_typer(units, name="service", rich_help_panel="Setting up")

SystemOption = Annotated[
    bool | None,
    typer.Option(
        "--system/--user",
        metavar=FLAG,
        help="The machine's unit, under a user of its own, as is the rule for root; or your own.",
    ),
]
OwnerOption = Annotated[
    str,
    typer.Option(
        "--owner",
        metavar="NAME",
        help="One of several owners on the machine; the config is /etc/crickets/NAME/config.toml.",
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", metavar=FLAG, help="Only show what would be done, and the unit.")
]
LingerOption = Annotated[
    bool | None,
    typer.Option(
        "--linger/--no-linger",
        metavar=FLAG,
        help="Have your services go on when you are logged out (loginctl enable-linger); else you are asked.",
    ),
]


@units.callback()
def service() -> None:
    """Have systemd run the daemon: for you, or for the machine (docs/systemd.md)."""


@units.command()
def install(
    ctx: typer.Context,
    *,
    system: SystemOption = None,
    owner: OwnerOption = "",
    linger: LingerOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
) -> None:
    """Write the unit, start it, and have it start by itself; once more after an upgrade."""
    from crickets.cli.service_course import install as install_unit

    begin_log(ctx, quiet=True)
    place = _place(system=system, owner=owner)
    install_unit(place, call_of(ctx).config, linger=linger, dry_run=dry_run, as_json=as_json)


@units.command()
def uninstall(
    ctx: typer.Context,
    *,
    system: SystemOption = None,
    owner: OwnerOption = "",
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
) -> None:
    """End the daemon and take the unit away; config, ledger and drafts stay."""
    from crickets.cli.service_course import uninstall as uninstall_unit

    begin_log(ctx, quiet=True)
    uninstall_unit(_place(system=system, owner=owner), dry_run=dry_run, as_json=as_json)


@units.command()
def status(
    ctx: typer.Context, *, system: SystemOption = None, owner: OwnerOption = "", as_json: JsonOption = False
) -> None:
    """Tell whether it's installed and running, since when, and how it would be after you log out."""
    from crickets.cli.service_course import tell_standing

    begin_log(ctx, quiet=True)
    tell_standing(_place(system=system, owner=owner), call_of(ctx).config, as_json=as_json)


def _place(*, system: bool | None, owner: str) -> Place:
    import os

    from crickets.config.environment import environment
    from crickets.unit.place import is_an_owner, system_place, user_place

    if owner and not is_an_owner(owner):
        raise typer.BadParameter("must be small letters, digits, - and _, a letter first", param_hint="--owner")
    if owner and system is False:
        raise typer.BadParameter("it's for the machine's unit; give it without --user", param_hint="--owner")
    if system if system is not None else owner or os.geteuid() == 0:
        return system_place(owner)
    return user_place(environment())

"""
The course of `service`: look first, say what will be done, do it, look again.

Nothing is written before the config has been read and systemd has answered.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from crickets.cli import service_page as page
from crickets.cli.screen import note
from crickets.cli.words import Today
from crickets.config.environment import environment
from crickets.config.places import env_file, find
from crickets.config.settings import OAuthClient, Settings
from crickets.errors import ConfigError, CricketsError, ExitCode
from crickets.service.application import settings_of
from crickets.service.clock import system_clock
from crickets.unit import here
from crickets.unit.installing import Step, refuse_beside, to_install, to_uninstall
from crickets.unit.manager import CommandFailed, Manager, NoServiceManager, Standing, Unreachable
from crickets.unit.place import Place, Scope, system_config
from crickets.unit.sight import files_named, ledgers_apart, lines_unlike, secrets_unseen, unseen
from crickets.unit.standing import look
from crickets.unit.text import Start, unit_text


class NotRoot(CricketsError):
    """What only root may do."""

    exit_code = ExitCode.USAGE


class Unseen(CricketsError):
    """Files of which the machine's unit would see nothing."""

    exit_code = ExitCode.USAGE


def install(place: Place, named: Path | None, *, linger: bool | None, dry_run: bool, as_json: bool) -> None:
    """Install the unit, or say how that would be done."""
    variables = environment()
    if not dry_run:
        _require_root(place)
    settings = settings_of(_config(place, named, variables), variables)
    _require_sight(place, settings)
    refuse_beside(place)
    manager = Manager(place=place, environment=variables)
    running = _running(manager, asks=not dry_run)
    lingers = manager.lingers()
    wished = place.scope is Scope.USER and _wants_linger(linger, lingers, asks=not (dry_run or as_json))
    text = unit_text(place, Start(program=here.program(), config=settings.path))
    steps = to_install(
        place,
        text,
        linger=wished and not lingers,
        running=running,
        changed_at=here.changed_at(place.path),
        config_changed_at=here.last_change((settings.path, env_file(settings.path))),
    )
    warnings = (
        *settings.warnings,
        *secrets_unseen(settings, place, variables),
        *lines_unlike(settings, place),
        *_not_signed_in(settings, place),
        *ledgers_apart(place, variables),
    )
    _do(steps, manager, dry_run=dry_run, quiet=as_json)
    page.tell_installed(
        page.Done(
            place=place,
            steps=steps,
            dry_run=dry_run,
            text=text,
            warnings=warnings,
            lingers=True if wished else lingers,
            config=settings.path,
        ),
        as_json=as_json,
    )


def uninstall(place: Place, *, dry_run: bool, as_json: bool) -> None:
    """Take the unit away, or say how that would be done."""
    manager = Manager(place=place, environment=environment())
    if not dry_run:
        _require_root(place)
    steps = to_uninstall(place, manager.standing(), manager.running())
    _do(steps, manager, dry_run=dry_run, quiet=as_json)
    page.tell_uninstalled(page.Done(place=place, steps=steps, dry_run=dry_run), as_json=as_json)


def tell_standing(place: Place, named: Path | None, *, as_json: bool) -> None:
    """Tell how the unit stands; where systemd can't be asked, what its file says, and the error's exit code."""
    variables = environment()
    error: CricketsError | None = None
    try:
        seen = look(place, Manager(place=place, environment=variables))
    except (NoServiceManager, Unreachable, CommandFailed) as lost:
        error, seen = lost, look(place, None)
    page.tell_standing(seen, _today(place, named, variables), error, as_json=as_json)
    if error is not None:
        raise error


def _today(place: Place, named: Path | None, variables: Mapping[str, str]) -> Today:
    """The owner's day, if there is a config to say whose; else that of UTC."""
    zone = ZoneInfo("UTC")
    with suppress(CricketsError):
        zone = settings_of(_config(place, named, variables), variables).policy.owner.zone
    return Today(now=system_clock(), zone=zone)


def _config(place: Place, named: Path | None, variables: Mapping[str, str]) -> Path:
    """The config that the unit will read: the machine's doesn't begin with that of whoever installs it."""
    if place.owner and (named or variables.get("CRICKETS_CONFIG")):
        raise typer.BadParameter(f"the config is {system_config(place.owner)}", param_hint="--owner")
    if place.owner:
        return _config_of(place.owner)
    if place.scope is Scope.SYSTEM:
        variables = {name: value for name, value in variables.items() if name == "CRICKETS_CONFIG"}
    return find(named, variables)


def _config_of(owner: str) -> Path:
    path = system_config(owner)
    if not os.path.exists(path):  # noqa: PTH110 - never raises
        raise ConfigError(
            (f"{path}: there is no such file",),
            remedy=f"Lay {owner}'s config there, and its .env beside it: docs/systemd.md has the steps.",
        )
    return path


def _require_root(place: Place) -> None:
    """Refuse before anything else: whoever isn't root gets nowhere with the machine's unit, with any config."""
    if place.scope is Scope.SYSTEM and os.geteuid() != 0:
        raise NotRoot(
            "The machine's unit is root's to install and to take away.",
            remedy="As root, by sudo, with a Crickets in /opt/crickets: docs/systemd.md has the steps. `crickets "
            "service install` is for you alone, and needs no root.",
        )


def _require_sight(place: Place, settings: Settings) -> None:
    if place.scope is Scope.USER:
        return
    lacks = tuple(unseen((*here.files(), *files_named(settings))))
    if lacks:
        raise Unseen(
            "\n".join(lacks),
            remedy=(
                "Crickets belongs into /opt/crickets, its config and what that names into /etc/crickets, for all to "
                "read: docs/systemd.md has the steps."
            ),
        )


def _running(manager: Manager, *, asks: bool) -> Mapping[str, Standing]:
    """The daemons that run from the unit's file; where nobody can say, that's told, but for a rehearsal."""
    try:
        return manager.running()
    except (NoServiceManager, Unreachable, CommandFailed):
        if asks:
            raise
        return {}


def _not_signed_in(settings: Settings, place: Place) -> Iterator[str]:
    """A sentence for each account that has no grant where the machine's unit would look for one."""
    those = [account for account in settings.accounts if isinstance(account.secret, OAuthClient)]
    if not those or place.scope is Scope.USER:
        return
    from crickets.signin import TokenFile

    for account in those:
        if not TokenFile(place.state, account.name).path.exists():
            sign_in = page.beside_the_unit(place, settings.path, "auth", "login", account.name)
            yield f"accounts.{account.name}: nobody is signed in for the unit: {sign_in}"


def _wants_linger(wish: bool | None, lingers: bool | None, *, asks: bool) -> bool:
    """Whether the owner wants their services to go on without them; asked on a terminal, never taken for granted."""
    if wish is not None or lingers or not asks or not sys.stdin.isatty():
        return bool(wish)
    note("It would stop when you log out, as all your services do, unless they may linger.")
    return typer.confirm("Have them go on (loginctl enable-linger)?", default=False, err=True)


def _do(steps: tuple[Step, ...], manager: Manager, *, dry_run: bool, quiet: bool) -> None:
    """Tell each step before it's done: the last waits until the daemon is ready."""
    for step in steps:
        if not quiet:
            page.tell_step(step, dry_run=dry_run)
        if not dry_run:
            step.do(manager)

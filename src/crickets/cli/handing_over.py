"""
The sign-ins that root made by `init`, handed over to the machine's unit, which looks for them in a folder of its own.

They are moved: a refresh token may be good for one use alone, so nobody else must keep it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crickets.cli.offering import Run
from crickets.cli.screen import note
from crickets.cli.telling import tell
from crickets.config.places import state_dir
from crickets.config.settings import OAuthClient
from crickets.errors import CricketsError


def with_sign_ins(config: Path, environment: Mapping[str, str], units: Path, run: Run) -> Run:
    """What runs `service install` once the sign-ins of a config lie in the unit's folder; they're back if it fails."""

    def ran(arguments: Sequence[str]) -> int:
        ours = state_dir(environment)
        try:
            moved = tuple(_moved(config, environment, ours, units))
        except CricketsError as error:  # the other command tells who isn't signed in for the unit
            tell(error)
            moved = ()
        code = run(arguments)
        if code:
            for account in moved:
                move(account, units, ours)
        return code

    return ran


def _moved(config: Path, environment: Mapping[str, str], ours: Path, units: Path) -> Iterator[str]:
    from crickets.service.application import settings_of

    for account in settings_of(config, environment).accounts:
        if isinstance(account.secret, OAuthClient) and move(account.name, ours, units):
            note(f"The sign-in of {account.name} is the unit's from now on: {units}")
            yield account.name


def move(account: str, source: Path, target: Path) -> bool:
    """Move what an owner allowed from one state folder into another; False if there is nothing, or it's the same."""
    from crickets.signin import TokenFile

    grant = TokenFile(source, account).read()
    if grant is None or source.resolve() == target.resolve():
        return False
    with TokenFile(target, account).changing() as keep:
        keep(grant)
    return TokenFile(source, account).remove()

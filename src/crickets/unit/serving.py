"""
The unit that runs the daemon of a config, where there is one.

Reads what units say; must not know whether any of them runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from crickets.config.places import SYSTEM_CONFIG
from crickets.unit.place import Place, Scope, is_an_owner, system_config, system_place, user_place
from crickets.unit.text import config_in


def places_for(config: Path, environment: Mapping[str, str]) -> Iterator[Place]:
    """Where a unit may lie that runs the daemon of a config: the user's own, the machine's, the one of an owner."""
    yield user_place(environment)
    yield system_place()
    if owner := _owner_of(config):
        yield system_place(owner)


def machines_place(config: Path, *, everybodys: Place = system_place()) -> Place:  # noqa: B008 - a frozen place
    """Where the machine's unit for a config is: `everybodys`, unless only an owner's own would read it there."""
    owner = _owner_of(config)
    return system_place(owner) if owner and serving(config, (everybodys,)) is None else everybodys


def _owner_of(config: Path) -> str:
    """Whose config it is, of several owners, by where it lies; empty if it's nobody's in particular."""
    owner = config.parent.name
    return owner if is_an_owner(owner) and config == system_config(owner) else ""


def serving(config: Path, places: Iterable[Place]) -> Place | None:
    """The first of the places whose unit reads this very config; None if there is none."""
    return next((place for place in places if _config_of(place) == config), None)


def state_for(place: Place | None, environment: Mapping[str, str]) -> Mapping[str, str]:
    """The environment in which a command finds what the daemon of a unit keeps, unless it names a folder itself."""
    if place is None or place.scope is Scope.USER or environment.get("STATE_DIRECTORY"):
        return environment
    return {**environment, "STATE_DIRECTORY": str(place.state)}


def _config_of(place: Place) -> Path | None:
    """Which config a unit reads; one that was put there by hand and names none, its user's."""
    try:
        text = place.path.read_text("utf-8", "replace")
    except OSError:
        return None
    if (named := config_in(text, place.owner)) is not None:
        return named
    return place.folder.parents[1] / "crickets" / SYSTEM_CONFIG.name if place.scope is Scope.USER else None

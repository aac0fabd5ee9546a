"""Which unit runs the daemon of a config."""

from __future__ import annotations

from pathlib import Path

import pytest

from crickets.unit.place import Place, Scope, system_place, user_place
from crickets.unit.serving import machines_place, places_for, serving, state_for
from crickets.unit.text import Start, shipped, unit_text

PROGRAM = ("/opt/crickets/bin/crickets",)


def installed(place: Place, config: Path) -> Place:
    """A place where the unit for a config lies."""
    place.folder.mkdir(parents=True, exist_ok=True)
    place.path.write_text(unit_text(place, Start(program=PROGRAM, config=config)))
    return place


@pytest.mark.parametrize(
    "config", ["/srv/dana/config.toml", '/srv/a "b" $HOME 100%/config.toml', "/srv/50%%i/config.toml"]
)
def test_the_one_that_names_it(tmp_path: Path, config: str) -> None:
    """Whatever its path holds; a unit of another config is another's."""
    own = installed(Place(scope=Scope.USER, folder=tmp_path / "own"), Path("/srv/elsewhere.toml"))
    machines = installed(Place(scope=Scope.SYSTEM, folder=tmp_path / "machine"), Path(config))

    assert serving(Path(config), (own, machines)) is machines
    assert serving(Path("/srv/another.toml"), (own, machines)) is None
    assert serving(Path("/srv/another.toml"), (Place(scope=Scope.USER, folder=tmp_path),)) is None


def test_of_several_owners(tmp_path: Path) -> None:
    """One file is for all of them, and each has a config of their own."""
    dana, bruno = (Place(scope=Scope.SYSTEM, folder=tmp_path, owner=name) for name in ("dana", "bruno"))
    installed(dana, Path("/etc/crickets/dana/config.toml"))

    assert serving(Path("/etc/crickets/bruno/config.toml"), (dana, bruno)) is bruno


def test_a_unit_put_there_by_hand(tmp_path: Path) -> None:
    """As it's shipped a user's names no config, so it reads the usual one."""
    own = user_place({"XDG_CONFIG_HOME": str(tmp_path)})
    own.folder.mkdir(parents=True)
    own.path.write_text(shipped(own))

    assert serving(tmp_path / "crickets" / "config.toml", (own,)) is own
    assert serving(tmp_path / "other.toml", (own,)) is None


def test_where_it_is_sought() -> None:
    """A user's own and the machine's; an owner's for a config in a folder of /etc/crickets."""
    around = {"HOME": "/home/dana"}

    assert tuple(places_for(Path("/home/dana/x.toml"), around)) == (user_place(around), system_place())
    assert tuple(places_for(Path("/etc/crickets/dana/config.toml"), around))[2:] == (system_place("dana"),)
    assert tuple(places_for(Path("/etc/crickets/config.toml"), around))[2:] == ()


def test_where_it_keeps_its_sign_ins() -> None:
    """The machine's in a folder of its own; a user's where their commands look by themselves, or as they say."""
    around = {"HOME": "/home/dana"}
    named = {**around, "STATE_DIRECTORY": "/srv/state"}

    assert state_for(system_place("dana"), around) == {**around, "STATE_DIRECTORY": "/var/lib/crickets/dana"}
    assert state_for(system_place(), named) == named
    assert state_for(user_place(around), around) == around
    assert state_for(None, around) == around


def test_where_a_configs_unit_belongs() -> None:
    """Where an owner's config lies, to a unit of theirs; any other, and what no unit could be called by, to the one."""
    assert machines_place(Path("/etc/crickets/dana/config.toml")) == system_place("dana")
    assert machines_place(Path("/etc/crickets/config.toml")) == system_place()
    assert machines_place(Path("/etc/crickets/dana/other.toml")) == system_place()
    assert machines_place(Path("/etc/crickets/Dana Levi/config.toml")) == system_place()


def test_an_owners_config_that_the_one_unit_reads(tmp_path: Path) -> None:
    """It stays with that: the two kinds of units don't go together."""
    config = Path("/etc/crickets/dana/config.toml")
    everybodys = installed(Place(scope=Scope.SYSTEM, folder=tmp_path), config)

    assert machines_place(config, everybodys=everybodys) is everybodys

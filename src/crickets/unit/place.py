"""
Where a unit lies, and what systemd calls it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from crickets.config.places import SYSTEM_CONFIG, resolved

_SYSTEM_FOLDER = Path("/etc/systemd/system")
_STATES = Path("/var/lib/crickets")

#: A part of a user's name, crickets-NAME, of which systemd takes 31 letters; and of a unit's, in which - is a slash.
_OWNER = re.compile(r"[a-z][a-z0-9_-]{0,21}")


class Scope(Enum):
    """Whose service manager starts it."""

    USER = "user"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit's place: the folder of its file, and of which `owner` it is where several share one file."""

    scope: Scope
    folder: Path
    owner: str = ""

    @property
    def template(self) -> str:
        """The name of the file, as it's shipped and as it's written."""
        return "crickets@.service" if self.owner else "crickets.service"

    @property
    def unit(self) -> str:
        """What systemd calls it: `crickets.service`, `crickets@dana.service`."""
        return f"crickets@{self.owner}.service" if self.owner else "crickets.service"

    @property
    def path(self) -> Path:
        """The unit's file."""
        return self.folder / self.template

    @property
    def drop_ins(self) -> tuple[Path, ...]:
        """What the owner has added to it, in the order of its names (systemd.unit(5))."""
        folders = {self.folder / f"{name}.d" for name in (self.template, self.unit)}
        return tuple(sorted(path for folder in folders for path in folder.glob("*.conf")))

    @property
    def owners(self) -> tuple[str, ...]:
        """The owners of the machine that have a unit each, by what is enabled beside this one."""
        links = self.folder.glob("*.wants/crickets@*.service")
        names = {link.name.removeprefix("crickets@").removesuffix(".service") for link in links}
        return tuple(sorted(names - {""}))

    @property
    def state(self) -> Path:
        """Where the machine's unit keeps its ledger; a user's is where their commands look by themselves."""
        return _STATES / self.owner

    @property
    def systemctl(self) -> tuple[str, ...]:
        """The words that a command to its manager begins with, as its owner would type them."""
        return ("systemctl", "--user") if self.scope is Scope.USER else ("systemctl",)

    @property
    def taking_up(self) -> tuple[str, ...]:
        """The command that has its daemon go by a changed config and `.env`: the machine's by a new start."""
        return (*self.systemctl, "reload" if self.scope is Scope.USER else "restart", self.unit)

    @property
    def journal(self) -> str:
        """The command that shows its log."""
        return f"journalctl {'--user ' if self.scope is Scope.USER else ''}-u {self.unit.removesuffix('.service')}"


def user_place(environment: Mapping[str, str]) -> Place:
    """The place of a user's own unit (systemd.unit(5), "User Unit Search Path")."""
    folder = Path(environment.get("XDG_CONFIG_HOME", ""))
    if not folder.is_absolute():
        folder = resolved("~/.config", Path("/config.toml"), environment)
    return Place(scope=Scope.USER, folder=folder / "systemd" / "user")


def system_place(owner: str = "", *, folder: Path = _SYSTEM_FOLDER) -> Place:
    """The place of the machine's unit, or of the one that each of several owners has."""
    return Place(scope=Scope.SYSTEM, folder=folder, owner=owner)


def is_an_owner(name: str) -> bool:
    """Whether a unit of their own can be called by this name."""
    return _OWNER.fullmatch(name) is not None


def system_config(owner: str) -> Path:
    """Where the config belongs of whom the machine's unit serves."""
    return SYSTEM_CONFIG.parent / owner / "config.toml"

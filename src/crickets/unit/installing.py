"""
How a unit is put into its place and taken away: the steps are told first, and the same steps are then done.

Every step can be done twice. A unit that its owner has changed is never overwritten, nor removed.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shlex import join
from tempfile import mkstemp

from crickets.errors import CricketsError, ExitCode, LedgerUnusable
from crickets.unit.manager import PATIENT, Manager, Standing, user_name
from crickets.unit.place import Place, Scope
from crickets.unit.text import Origin, origin_of


class OwnersUnit(CricketsError):
    """A unit that its owner has changed, or that isn't ours."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A file to be written, whole or not at all."""

    path: Path
    text: str

    def __str__(self) -> str:
        return f"write {self.path}"

    def do(self, manager: Manager) -> None:
        """Write it; everybody may read it, as systemd and its owner's tools expect."""
        with _told_plainly(self.path):
            _make_folders(self.path.parent)
            descriptor, made = mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
            try:
                with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor, not a path
                    file.write(self.text)
                    file.flush()
                    os.fchmod(file.fileno(), 0o644)
                    os.fsync(file.fileno())
                Path(made).replace(self.path)
            finally:
                Path(made).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """A file to be taken away."""

    path: Path

    def __str__(self) -> str:
        return f"remove {self.path}"

    def do(self, manager: Manager) -> None:
        """Take it away, if it's still there."""
        with _told_plainly(self.path):
            self.path.unlink(missing_ok=True)


def _make_folders(path: Path) -> None:
    """Have a folder there, and those above it; nobody else may write into a new one, whatever the umask says."""
    for folder in (*reversed(path.parents), path):
        if not folder.exists():
            folder.mkdir(mode=0o755, exist_ok=True)


@dataclass(frozen=True, slots=True)
class Run:
    """A command to the manager."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"run {join(self.words)}"

    def do(self, manager: Manager) -> None:
        """Have it done; it may wait for the daemon."""
        manager.do(*self.words, patience=PATIENT)


Step = Write | Remove | Run


def to_install(
    place: Place,
    text: str,
    *,
    linger: bool,
    running: Mapping[str, Standing],
    changed_at: datetime,
    config_changed_at: datetime,
) -> tuple[Step, ...]:
    """
    What is to be done for the unit to lie there with this text, and to run; raises `OwnersUnit`.

    Of the daemons `running` from the same file, those that began before the program `changed_at` last are started anew,
    other owners' too: what they'd load from now on is no more what they are. So is this one, if it began before its own
    config did.
    """
    origin = origin_at(place)
    if origin is Origin.CHANGED:
        raise _not_ours(place, "overwritten")
    is_new = origin is Origin.MISSING or _read(place.path) != text
    changes = {unit: max(changed_at, config_changed_at) if unit == place.unit else changed_at for unit in running}
    outrun = tuple(running if is_new else _outrun(running, changes))
    writing = Write(path=place.path, text=text), Run((*place.systemctl, "daemon-reload"))
    return (
        *(writing if is_new else ()),
        Run((*place.systemctl, "enable", place.unit)),
        *((Run(("loginctl", "enable-linger", user_name())),) if linger else ()),
        Run((*place.systemctl, "restart" if is_new or place.unit in outrun else "start", place.unit)),
        *(Run((*place.systemctl, "--no-block", "restart", unit)) for unit in outrun if unit != place.unit),
    )


def _outrun(running: Mapping[str, Standing], changes: Mapping[str, datetime]) -> Iterator[str]:
    for unit, standing in running.items():
        if standing.started is not None and standing.started < changes[unit]:
            yield unit


def to_uninstall(place: Place, standing: Standing, running: Collection[str] = ()) -> tuple[Step, ...]:
    """
    What is to be done for the unit to be gone; nothing where it isn't. Raises `OwnersUnit`.

    Its file stays for the other owners: for those whose unit is enabled, and for those whose is among the `running`.
    """
    origin, others = origin_at(place), _others(place, running)
    if origin is Origin.CHANGED and not others:
        raise _not_ours(place, "removed")
    if origin is Origin.MISSING and standing.loaded in {"", "not-found"}:
        return ()
    if origin is Origin.MISSING and Path(standing.file) != place.path:
        raise _elsewhere(place, standing)
    return (
        Run((*place.systemctl, "disable", "--now", place.unit)),
        *(() if others else (Remove(path=place.path),)),
        Run((*place.systemctl, "daemon-reload")),
    )


def refuse_beside(place: Place) -> None:
    """
    Raise `OwnersUnit` where the machine's unit and those of several owners would be installed beside each other.

    /var/lib/crickets belongs to the one, and holds the folders of the others (systemd.exec(5), StateDirectory=).
    """
    if place.scope is Scope.USER:
        return
    other = place.folder / ("crickets.service" if place.owner else "crickets@.service")
    if other.exists():
        raise OwnersUnit(
            f"{other} is installed, and keeps its ledger where {place.unit} would.",
            remedy="Have one unit for all, or one for each owner: docs/systemd.md tells how to change over.",
        )


def _others(place: Place, running: Collection[str]) -> frozenset[str]:
    """The other units that are started from the same file."""
    if not place.owner:
        return frozenset()
    enabled = (f"crickets@{name}.service" for name in place.owners)
    return frozenset({*enabled, *running} - {place.unit})


def origin_at(place: Place) -> Origin:
    """What lies at a unit's place; `LedgerUnusable` if it can't be read."""
    with _told_plainly(place.path):
        return origin_of(place.path, place)


def _read(path: Path) -> str:
    with _told_plainly(path):
        return path.read_text("utf-8", "replace")


@contextmanager
def _told_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerUnusable(
            f"{path} can't be used: {error.strerror}",
            remedy="Check that you may write there (the machine's units are root's: sudo), and that the disk has room.",
        ) from error


def _not_ours(place: Place, what: str) -> OwnersUnit:
    edit = " ".join((*place.systemctl, "edit", place.unit))
    return OwnersUnit(
        f"{place.path} isn't as `crickets service install` writes it, so it isn't {what}.",
        remedy=f"Move it away and try again. What you want to be otherwise belongs into a drop-in: {edit}",
    )


def _elsewhere(place: Place, standing: Standing) -> OwnersUnit:
    stop = " ".join((*place.systemctl, "disable", "--now", place.unit))
    return OwnersUnit(
        f"{place.unit} lies at {standing.file or 'another place'}, where `crickets service install` didn't put it.",
        remedy=f"`{stop}` ends it; who put it there takes it away.",
    )

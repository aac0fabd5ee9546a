"""
systemctl and loginctl: asked within bounds, told apart by what they can't do.

The only home of both. What they print is for whoever shows it to make harmless.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crickets.errors import CricketsError, ExitCode, Transient
from crickets.unit.place import Place, Scope

_QUICK = 20.0
PATIENT = 150.0
"""Seconds for what waits for the daemon: the unit lets it be 90 until it's ready, and 15 until it ends."""

_LONGEST = 2000
"""Characters of one thing that is told; a daemon of many accounts has much to say in its status."""
_MOST = 1 << 20

_BOOTED = Path("/run/systemd/system")  # sd_booted(3)
_PLAIN = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SYSTEMD_PAGER": "", "SYSTEMD_COLORS": "0", "SYSTEMD_URLIFY": "0"}
_ASKED = (
    "Id,LoadState,UnitFileState,ActiveState,SubState,ActiveEnterTimestamp,ExecMainStartTimestamp,StatusText,Result,"
    "FragmentPath"
)


class NoServiceManager(CricketsError):
    """There is no systemd on this machine, or it isn't the one that runs it."""

    exit_code = ExitCode.USAGE


class Unreachable(Transient):
    """systemd is there, and doesn't listen to us."""


class CommandFailed(Transient):
    """systemd understood, and it came to nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """
    What the manager says of a unit; empty where it doesn't know it.

    `since` is when it was last ready, and `started` when the process of its daemon began.
    """

    loaded: str = ""
    enabled: str = ""
    active: str = ""
    sub: str = ""
    since: datetime | None = None
    started: datetime | None = None
    status: str = ""
    result: str = ""
    file: str = ""

    @property
    def is_active(self) -> bool:
        """Whether it runs, or is about to."""
        return self.active in {"active", "activating", "reloading"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """The service manager of a place, asked by the commands that its owner would type."""

    place: Place
    environment: Mapping[str, str]

    def standing(self) -> Standing:
        """How the unit stands; raises `NoServiceManager` or `Unreachable`."""
        return next((standing for _, standing in self._shown(self.place.unit)), Standing())

    def running(self) -> Mapping[str, Standing]:
        """Every unit that is started from this file and runs, by its name: it itself, or those of all owners."""
        pattern = "crickets@*.service" if self.place.owner else self.place.unit
        return {name: standing for name, standing in self._shown(pattern) if name and standing.is_active}

    def _shown(self, pattern: str) -> Iterator[tuple[str, Standing]]:
        told = self.do(*self.place.systemctl, "show", pattern, "--no-pager", f"--property={_ASKED}")
        for block in told.split("\n\n"):
            found = {name: value[:_LONGEST] for name, _, value in (line.partition("=") for line in block.splitlines())}
            yield found.get("Id", ""), _standing(found)

    def lingers(self) -> bool | None:
        """Whether the user's units go on when they are logged out; None where nobody can say."""
        if self.place.scope is Scope.SYSTEM:
            return None
        try:
            told = self.do("loginctl", "show-user", user_name(), "--property=Linger")
        except CommandFailed as failed:
            return False if "not logged in or lingering" in failed.what else None
        except (NoServiceManager, Unreachable):
            return None
        return {"Linger=yes": True, "Linger=no": False}.get(told.strip())

    def do(self, *words: str, patience: float = _QUICK) -> str:
        """What a command prints when it has ended well."""
        program = shutil.which(words[0], path=self.environment.get("PATH"))
        if program is None:
            raise _absent(words[0])
        try:
            ran = subprocess.run(  # noqa: S603 - no shell, and words of ours
                (program, *words[1:]),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=patience,
                check=False,
                env={**self.environment, **_PLAIN},
            )
        except subprocess.TimeoutExpired:
            raise self._failed(words, f"no answer within {patience:g} seconds") from None
        except OSError as error:
            raise self._failed(words, error.strerror or "it can't be run") from error
        if ran.returncode:
            raise self._refused(words, _told(ran.stderr)[:_LONGEST] or f"exit code {ran.returncode}")
        return _told(ran.stdout)

    def _refused(self, words: tuple[str, ...], why: str) -> CricketsError:
        if "not been booted with systemd" in why or ("to bus" in why and not _BOOTED.exists()):
            return _not_booted()
        if "to bus" in why:
            return Unreachable(
                f"`{' '.join(words[:2])}` can't reach the service manager: {why}",
                remedy="Log in as this user itself, by ssh or at the machine, not by su or sudo; then try again.",
            )
        return self._failed(words, why)

    def _failed(self, words: tuple[str, ...], why: str) -> CommandFailed:
        return CommandFailed(
            f"`{' '.join(words)}` failed: {why}", remedy=f"Its log says more: {self.place.journal} -n 30"
        )


def _standing(found: Mapping[str, str]) -> Standing:
    return Standing(
        loaded=found.get("LoadState", ""),
        enabled=found.get("UnitFileState", ""),
        active=found.get("ActiveState", ""),
        sub=found.get("SubState", ""),
        since=_moment(found.get("ActiveEnterTimestamp", "")),
        started=_moment(found.get("ExecMainStartTimestamp", "")),
        status=found.get("StatusText", ""),
        result=found.get("Result", ""),
        file=found.get("FragmentPath", ""),
    )


def no_service_manager() -> NoServiceManager | None:
    """Why there can be no unit on this machine, where that is plain before anything is asked."""
    if shutil.which("systemctl") is None:
        return _absent("systemctl")
    return None if _BOOTED.exists() else _not_booted()


def user_name() -> str:
    """The name of the user whose process this is."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container may run as a number without a name
        return str(os.getuid())


def _absent(program: str) -> NoServiceManager:
    if sys.platform == "darwin":
        return NoServiceManager(
            "There is no systemd on macOS.",
            remedy="launchd does its work there: contrib/launchd has a plist for it, and docs/elsewhere.md the steps.",
        )
    return NoServiceManager(
        f"There is no `{program}` here, so this machine has no systemd.",
        remedy="Have `crickets run` started by what starts services here; docs/elsewhere.md tells how in a container.",
    )


def _not_booted() -> NoServiceManager:
    return NoServiceManager(
        "systemd is installed here, but doesn't run: this may be a container.",
        remedy="Have `crickets run` started by what starts services here; docs/elsewhere.md tells how in a container.",
    )


def _moment(told: str) -> datetime | None:
    """A moment as systemctl writes it where TZ is UTC: "Mon 2026-11-30 03:36:00 UTC"."""
    try:
        return datetime.strptime(told.partition(" ")[2], "%Y-%m-%d %H:%M:%S UTC").replace(tzinfo=UTC)
    except ValueError:
        return None


def _told(printed: bytes) -> str:
    return printed[:_MOST].decode("utf-8", "replace").strip()

"""
What a unit can see of this machine, and of the secrets that the config names: each lack in words, before it counts.

Reads the modes of files; no secret is read but the names in a `.env`.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from crickets.config.own_templates import SUFFIX, templates_beside
from crickets.config.places import env_file
from crickets.config.secrets import env_lines_read_in_two_ways, is_in_env_file
from crickets.config.settings import (
    Command,
    Credential,
    Keyring,
    OAuthClient,
    SecretFile,
    SecretSource,
    Settings,
    TokenCommand,
    Variable,
)
from crickets.unit.place import Place, Scope

_HIDDEN = (Path("/home"), Path("/root"), Path("/run/user"), Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - as the unit hides them
"""What ProtectHome= and PrivateTmp= hide (systemd.exec(5))."""


def unseen(paths: Iterable[Path]) -> Iterator[str]:
    """
    Why the machine's unit, whose user is nobody else, can't get at each of the paths; nothing where it can.

    A folder that is closed is told once, whatever lies in it.
    """
    told = set[Path]()
    for path in dict.fromkeys(paths):
        real = path.resolve()
        hidden = next((folder for folder in _HIDDEN if real.is_relative_to(folder)), None)
        if hidden is not None:
            yield f"{_told(path, real)} lies in {hidden}, which is hidden from the unit"
        elif (closed := _closed(real)) is not None and closed not in told:
            told.add(closed)
            yield f"{_told(path, real)} can't be read by the unit: {closed} is closed to others"


def files_named(settings: Settings) -> Iterator[Path]:
    """The config, and each file without a secret that it can't do without: certificates, and the owner's texts."""
    yield settings.path
    smtp = settings.digest.server if settings.digest is not None else None
    for server in (*settings.accounts, settings.tasks, smtp, settings.health.healthcheck):
        if server is not None and server.tls_ca_file is not None:
            yield server.tls_ca_file
    templates = templates_beside(settings.path)
    if templates.is_dir():
        yield templates
        yield from (templates / f"{name}{SUFFIX}" for name in settings.own_templates)


def secrets_unseen(settings: Settings, place: Place, environment: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each secret that the daemon, started by the unit, would lack or may lack."""
    for whose, source in _sources(settings):
        if words := _lack(source, settings, place, environment):
            yield f"{whose}: {words}"


def lines_unlike(settings: Settings, place: Place) -> Iterator[str]:
    """A sentence on the lines of the `.env` that systemd, reading it for the machine's unit, may read otherwise."""
    lines = env_lines_read_in_two_ways(settings.path) if place.scope is Scope.SYSTEM else ()
    if lines:
        numbers = f"line {lines[0]}" if len(lines) == 1 else f"lines {', '.join(map(str, lines))}"
        yield (
            f"{env_file(settings.path)}: systemd may read {numbers} otherwise than Crickets does: write NAME='…', or "
            f'NAME="…" with a backslash before each " and \\ in it, without `export` and without a comment behind it'
        )


def ledgers_apart(place: Place, environment: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each variable that leads your commands to a ledger, and perhaps not the daemon."""
    for name in ("STATE_DIRECTORY", "XDG_STATE_HOME") if place.scope is Scope.USER else ():
        if environment.get(name):
            yield (
                f"{name} is set in your environment, perhaps not in the unit's: daemon and commands would then have "
                f"each a ledger of its own; `systemctl --user show-environment` tells"
            )


def _sources(settings: Settings) -> Iterator[tuple[str, SecretSource | TokenCommand]]:
    """Every secret of the config, and whose it is."""
    for account in settings.accounts:
        if not isinstance(account.secret, OAuthClient):
            yield f"accounts.{account.name}", account.secret
        elif account.secret.secret is not None:
            yield f"oauth.{account.secret.provider.value}", account.secret.secret
    if settings.tasks is not None:
        yield "tasks", settings.tasks.secret
    if settings.digest is not None and settings.digest.server is not None and settings.digest.server.secret is not None:
        yield "smtp", settings.digest.server.secret
    healthcheck = settings.health.healthcheck
    if healthcheck is not None and isinstance(healthcheck.url, Variable):
        yield "health", healthcheck.url


def _lack(
    source: SecretSource | TokenCommand, settings: Settings, place: Place, environment: Mapping[str, str]
) -> str | None:
    by_system = place.scope is Scope.SYSTEM
    match source:
        case Variable(name=name):
            return _lack_of(name, settings.path, environment)
        case Credential(name=name) if not _is_loaded(name, place):
            edit = " ".join((*place.systemctl, "edit", place.unit))
            return f"the credential {name} must be loaded by a drop-in: {edit}, with LoadCredential={name}:/path of it"
        case Keyring():
            return (
                "the unit has no desktop's keyring" if by_system else "a keyring is open only while you are logged in"
            )
        case Command() | TokenCommand() if by_system:
            return "its command must work without a home folder and as a user of the unit's own"
        case SecretFile(path=path) if by_system:
            return next((f"{words}; use a credential in its place" for words in unseen((path,))), None)
        case _:
            return None


def _is_for_root_alone(path: Path) -> bool:
    """Whether a file is there that we can't read, as a rehearsal without root can't."""
    return os.path.exists(path) and not os.access(path, os.R_OK)  # noqa: PTH110 - never raises


def _lack_of(variable: str, config: Path, environment: Mapping[str, str]) -> str | None:
    """Why the unit, whose environment isn't the owner's, would lack a variable; nothing where the `.env` has it."""
    beside = env_file(config)
    if is_in_env_file(variable, config) or _is_for_root_alone(beside):
        return None
    only = "only in your environment, which the unit doesn't have" if environment.get(variable) else "nowhere"
    return f"{variable} is {only}: put it into {beside} (chmod 600)"


def _is_loaded(name: str, place: Place) -> bool:
    loads = re.compile(rf"^\s*(Load|Set)Credential(Encrypted)?\s*=\s*{re.escape(name)}(:|\s*$)", re.MULTILINE)
    return any(loads.search(_text(path)) for path in place.drop_ins)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _closed(real: Path) -> Path | None:
    """The first of a path and the folders that lead there that is closed to others."""
    for each in (*reversed(real.parents), real):
        try:
            mode = each.stat().st_mode
        except OSError:
            return each
        needed = (stat.S_IROTH if each == real else 0) | (stat.S_IXOTH if stat.S_ISDIR(mode) else 0)
        if mode & needed != needed:
            return each
    return None


def _told(path: Path, real: Path) -> str:
    return str(path) if path == real else f"{path} ({real})"

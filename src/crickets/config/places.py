"""
Where the files are: the config, and the ledger.

Follows the XDG Base Directory Specification and systemd.exec(5), by the environment it is given.
"""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Mapping
from pathlib import Path

from crickets.errors import ConfigError

SYSTEM_CONFIG = Path("/etc/crickets/config.toml")


def find(explicit: Path | None, environment: Mapping[str, str]) -> Path:
    """
    The config file: the one that was named, else `$CRICKETS_CONFIG`, else the user's, else the system's.

    A file that was named is taken as it is, there or not. Raises `ConfigError` when there is none to be found.
    """
    named = explicit or _path(environment.get("CRICKETS_CONFIG", ""))
    if named is not None:
        return named.absolute()
    searched = tuple(_usual(environment))
    found = next((place for place in searched if os.path.exists(place)), None)  # noqa: PTH110 - never raises
    if found is None:
        raise _nowhere(searched)
    return found


def _usual(environment: Mapping[str, str]) -> Iterator[Path]:
    if folder := _xdg("XDG_CONFIG_HOME", ".config", environment):
        yield folder / "config.toml"
    yield SYSTEM_CONFIG


def _nowhere(searched: tuple[Path, ...]) -> ConfigError:
    places = ", ".join(map(str, searched))
    return ConfigError(
        (f"no config found; searched --config, $CRICKETS_CONFIG, {places}",),
        remedy="Run `crickets init` to make one, or name one with --config.",
    )


def state_dir(environment: Mapping[str, str]) -> Path:
    """The folder of the ledger; it may not be there yet. Raises `ConfigError` where nobody says whose it is."""
    given = _path(environment.get("STATE_DIRECTORY", "").partition(":")[0])
    folder = given or _xdg("XDG_STATE_HOME", ".local/state", environment)
    if folder is None:
        raise ConfigError(
            ("no place for the ledger: none of $STATE_DIRECTORY, $XDG_STATE_HOME and $HOME is set",),
            remedy="Set HOME, or StateDirectory=crickets in the systemd unit.",
        )
    return folder


def ledger_path(environment: Mapping[str, str]) -> Path:
    """The ledger's file."""
    return state_dir(environment) / "ledger.sqlite3"


def env_file(config: Path) -> Path:
    """The `.env` that belongs to a config."""
    return config.with_name(".env")


def resolved(text: str, config: Path, environment: Mapping[str, str]) -> Path:
    """The file that a config means: `~` is the user's home, and a relative path begins where the config lies."""
    home = environment.get("HOME", "")
    if home and (text == "~" or text.startswith("~/")):
        return Path(home) / text[2:]
    return config.parent / text


def _xdg(variable: str, below_home: str, environment: Mapping[str, str]) -> Path | None:
    """The program's folder in one of XDG's; a relative path there is to be ignored (§ Environment variables)."""
    given = _path(environment.get(variable, ""))
    if given is not None and given.is_absolute():
        return given / "crickets"
    home = _path(environment.get("HOME", ""))
    return home / below_home / "crickets" if home is not None else None


def _path(text: str) -> Path | None:
    return Path(text) if text else None

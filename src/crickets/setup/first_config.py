"""
For `init`: the config and the `.env` that it writes, as text and onto the disk.

Knows the keys that are worth a line in the beginning; what a key means is the config's to know.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import mkstemp

from crickets.config.places import resolved
from crickets.errors import CricketsError, ExitCode, LedgerUnusable
from crickets.mailbox import Server
from crickets.own_folder import make_own_folder

_CONFIG = """\
# Crickets: who has gone quiet, and the next follow-up in your Drafts. It never sends.
# Every other key, with its default and a word on it: crickets init --example

[me]
name = {name}
addresses = [{address}]  # all that are you; "*@studio.example" fits a whole domain
timezone = {timezone}
{phone_region}
[accounts.{account}]
host = {host}
port = {port}
tls = {tls}
username = {username}
password_env = {variable}  # kept in .env, beside this file

[calendar]
holidays = {country}  # whose public holidays are yours; "" for none
draft_at = "08:30"  # drafts are laid at this hour of a working day
"""


_OR_FORCE = "Move it away, or say --force to write it anew."


class AlreadyThere(CricketsError):
    """A file that would have been overwritten."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that the owner was asked; `country` may be empty, `variable` is the password's name in the `.env`."""

    name: str
    address: str
    timezone: str
    country: str
    server: Server
    variable: str


def config_text(answers: Answers) -> str:
    """A config that says what was answered, and loads."""
    server = answers.server
    region = f"phone_region = {_quoted(answers.country[:2])}\n" if answers.country else ""
    return _CONFIG.format(
        name=_quoted(answers.name),
        address=_quoted(answers.address),
        timezone=_quoted(answers.timezone),
        phone_region=region,
        account=_quoted(server.account) if not server.account.isidentifier() else server.account,
        host=_quoted(server.host),
        port=server.port,
        tls=_quoted(server.tls.value),
        username=_quoted(server.username),
        variable=_quoted(answers.variable),
        country=_quoted(answers.country),
    )


def example_text() -> str:
    """A config with every key, its default and a word on it."""
    return files("crickets.config").joinpath("config.example.toml").read_text("utf-8")


def env_text(variable: str, secret: str) -> str:
    """The `.env` that holds the password, quoted so that nothing in it is expanded."""
    escaped = secret.replace("\\", "\\\\").replace("'", "\\'")
    return f"{variable}='{escaped}'\n"


def first_place(named: Path | None, environment: Mapping[str, str]) -> Path:
    """Where a new config goes: where it was said, else into the user's config folder."""
    if named is not None:
        return named.absolute()
    if given := environment.get("CRICKETS_CONFIG"):
        return Path(given).absolute()
    folder = Path(environment.get("XDG_CONFIG_HOME", ""))
    if not folder.is_absolute():  # unset, or to be ignored by the XDG Base Directory Specification
        folder = resolved("~/.config", Path("/config.toml"), environment)
    return folder / "crickets" / "config.toml"


def refuse_to_overwrite(*paths: Path, remedy: str = _OR_FORCE) -> None:
    """Raise `AlreadyThere` for the first of the paths that is there; `remedy` says what to do about it."""
    for path in paths:
        if path.exists() or path.is_symlink():
            raise _already_there(path, remedy)


def write_new(path: Path, text: str, *, force: bool = False) -> None:
    """
    Write a file that only its owner may read: all of it, or nothing.

    Raises `AlreadyThere` if it's there and nothing forces us, `LedgerUnusable` if the disk refuses.
    """
    try:
        make_own_folder(path.parent)
        _written(path, text.encode(), force=force)
    except OSError as error:
        raise LedgerUnusable(
            f"{path} can't be written: {error.strerror}",
            remedy="Check that your user may write there and that the disk has room.",
        ) from error


def _written(path: Path, content: bytes, *, force: bool) -> None:
    descriptor, made = mkstemp(dir=path.parent, prefix=f".{path.name}.")  # for the owner's eyes from the start
    beside = Path(made)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if force:
            beside.replace(path)
        else:
            _name(beside, path)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _name(beside: Path, path: Path) -> None:
    """Give a written file its name; unlike a rename, a link never replaces what has that name."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise _already_there(path, "Move it away first.") from None


def _already_there(path: Path, remedy: str) -> AlreadyThere:
    return AlreadyThere(f"{path} is there already.", remedy=remedy)


def _quoted(text: str) -> str:
    """A basic string of TOML (§ String), which JSON's is, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

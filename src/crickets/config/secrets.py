"""
The secret that opens an account, from where the config says it is kept.

Nothing told here holds a secret, nor what a program printed, nor what a file says: only names and places.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from shlex import quote

from dotenv import dotenv_values

from crickets.config import from_keyring, texts
from crickets.config.command_output import CommandFailed, first_line
from crickets.config.env_lines import read_in_two_ways
from crickets.config.places import env_file
from crickets.config.problems import Place, dotted
from crickets.config.settings import (
    Account,
    Command,
    Credential,
    HealthcheckUrl,
    Keyring,
    OAuthClient,
    SecretFile,
    SecretSource,
    SmtpServer,
    TaskServer,
    TokenCommand,
    Variable,
)
from crickets.errors import ConfigError

_LARGEST = 64 << 10
NOT_TEXT = "the secret is not UTF-8"
_UNFIT = frozenset("\r\n\0")
"""What no secret may hold: each would end it early on the wire (RFC 9051 §9, quoted strings)."""


def secret_of(account: Account, *, config: Path, environment: Mapping[str, str]) -> str:
    """
    The account's password, or the token that a command prints, read anew.

    Raises `ConfigError`, which says where it was sought. An account that signs in has neither.
    """
    place = ("accounts", account.name)
    match account.secret:
        case TokenCommand(argv=argv):
            return _secret_at((*place, "token_command"), Command(argv=argv), config, environment)
        case OAuthClient():
            raise AssertionError(account.name)
        case source:
            return _secret_at((*place, _KEYS[type(source)]), source, config, environment)


def secret_of_tasks(tasks: TaskServer, *, config: Path, environment: Mapping[str, str]) -> str:
    """The task list's secret, as that of an account."""
    return _secret_at(("tasks", _KEYS[type(tasks.secret)]), tasks.secret, config, environment)


def secret_of_smtp(server: SmtpServer, *, config: Path, environment: Mapping[str, str]) -> str:
    """The secret for sending the digest, as that of an account; none where nobody logs in."""
    if server.secret is None:
        return ""
    return _secret_at(("smtp", _KEYS[type(server.secret)]), server.secret, config, environment)


def healthcheck_url_of(healthcheck: HealthcheckUrl, *, config: Path, environment: Mapping[str, str]) -> str:
    """The address that is asked for when all is well, read anew; `ConfigError` where it's nowhere, or is none."""
    if not isinstance(healthcheck.url, Variable):
        return healthcheck.url
    key = ("health", "healthcheck_url_env")
    found = _secret_at(key, healthcheck.url, config, environment)
    try:
        return texts.healthcheck_url(found)
    except ValueError as error:  # whose words never repeat what was found
        what = f"{config}: {dotted(key)}: what {healthcheck.url.name} holds {error}"
        raise ConfigError((what,), remedy=f"Mend it in the environment, or in {env_file(config)}.") from None


def secret_of_client(client: OAuthClient, *, config: Path, environment: Mapping[str, str]) -> str:
    """The secret that a provider gave with the client_id; empty where it gave none."""
    if client.secret is None:
        return ""
    way = _KEYS[type(client.secret)].removeprefix("password_")
    return _secret_at(("oauth", client.provider.value, f"client_secret_{way}"), client.secret, config, environment)


def _secret_at(key: Place, source: SecretSource, config: Path, environment: Mapping[str, str]) -> str:
    try:
        return _fit(_sought(source, config, environment))
    except _Missing as missing:
        raise ConfigError((f"{config}: {dotted(key)}: {missing.what}",), remedy=missing.remedy) from missing


_KEYS: Mapping[type, str] = {
    Variable: "password_env",
    SecretFile: "password_file",
    Command: "password_command",
    Keyring: "password_keyring",
    Credential: "credential",
}


class _Missing(Exception):
    """There is no secret to be had: why, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


def _sought(source: SecretSource, config: Path, environment: Mapping[str, str]) -> str:
    match source:
        case Variable(name=name):
            return _of_variable(name, env_file(config), environment)
        case SecretFile(path=path):
            return _of_file(path, "Put the secret, and nothing else, into that file.")
        case Command(argv=argv):
            return _of_command(argv, environment)
        case Keyring(service=service, username=username):
            return _of_keyring(service, username, environment)
        case Credential(name=name):
            return _of_credential(name, environment)


def _of_variable(name: str, beside: Path, environment: Mapping[str, str]) -> str:
    """A variable of the environment, else of the `.env`, where nothing is expanded: ``$`` is common in secrets."""
    found = environment.get(name) or dotenv_values(stream=StringIO(_env(beside)), interpolate=False).get(name)
    if not found:
        what = f"{name} is set neither in the environment nor in {beside}"
        raise _Missing(what, f"Put a line {name}='…' into {beside}, then chmod 600 {beside}.")
    return found


def _env(path: Path) -> str:
    try:
        return _text(path)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise _Missing(f"{path} can't be read: {_why(error)}", f"Mend it, or write {path} anew.") from error


def is_in_env_file(name: str, config: Path) -> bool:
    """Whether the `.env` beside a config has a secret of that name; where it can't be read, it has none."""
    try:
        return bool(dotenv_values(stream=StringIO(_env(env_file(config))), interpolate=False).get(name))
    except _Missing:
        return False


def env_lines_read_in_two_ways(config: Path) -> tuple[int, ...]:
    """Which lines of the `.env` beside a config systemd may read otherwise than we; none where it can't be read."""
    try:
        return read_in_two_ways(_env(env_file(config)))
    except _Missing:
        return ()


def _of_file(path: Path, remedy: str) -> str:
    try:
        text = _text(path)
    except (OSError, ValueError) as error:
        raise _Missing(f"{path} can't be read: {_why(error)}", remedy) from error
    return text.removesuffix("\n").removesuffix("\r")


def _text(path: Path) -> str:
    """A small file in UTF-8. Raises `OSError`, or `ValueError` whose words quote nothing of it."""
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST >> 10} KiB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None


def _why(error: OSError | ValueError) -> str:
    return error.strerror or "no reason given" if isinstance(error, OSError) else str(error)


def _of_command(argv: tuple[str, ...], environment: Mapping[str, str]) -> str:
    try:
        return first_line(argv, environment).decode()
    except CommandFailed as failed:
        raise _Missing(str(failed), "Run the command by hand to see why.") from failed
    except UnicodeDecodeError:
        raise _Missing("prints something that is not UTF-8", "Run the command by hand to see why.") from None


def _of_keyring(service: str, username: str, environment: Mapping[str, str]) -> str:
    """A process of its own asks: a keyring that is locked waits for its owner, and then for ever."""
    # -P: else whatever is called keyring.py in the current folder, be it of downloads, would be run.
    argv = (sys.executable, "-P", "-m", from_keyring.__name__, service, username)
    try:
        return first_line(argv, environment).decode()
    except CommandFailed as failed:
        why, remedy = from_keyring.WORDS.get(failed.code, (str(failed), "Unlock the keyring, and try again."))
        raise _Missing(why, remedy.format(service=quote(service), username=quote(username))) from failed
    except UnicodeDecodeError:
        raise _Missing("the keyring holds something that is not UTF-8", "Put it there anew.") from None


def _of_credential(name: str, environment: Mapping[str, str]) -> str:
    remedy = f"Add LoadCredential={name}:/path/of/the/secret to the systemd unit."
    folder = environment.get("CREDENTIALS_DIRECTORY")
    if not folder:
        raise _Missing(f"there is no credential {name}: $CREDENTIALS_DIRECTORY is not set", remedy)
    return _of_file(Path(folder) / name, remedy)


def why_unfit(secret: str) -> str:
    """Why no server can be told a secret, in words that tell nothing of it; empty if one can."""
    try:
        _fit(secret)
    except _Missing as unfit:
        return unfit.what
    return ""


def _fit(secret: str) -> str:
    if not secret:
        raise _Missing("the secret is empty", "Put the secret there.")
    if any("\ud800" <= character <= "\udfff" for character in secret):  # bytes that Python couldn't decode
        raise _Missing(NOT_TEXT, "Put it there anew.")
    if _UNFIT & set(secret):
        raise _Missing("the secret holds a line break or a NUL", "It must be one line: put it there anew.")
    return secret

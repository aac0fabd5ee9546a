"""
The config and the `.env` that `init` writes, as text and onto the disk.

Knows the keys that are worth a line in the beginning; what a key means is the config's to know.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from importlib.resources import files
from itertools import count
from pathlib import Path
from shutil import copyfile
from tempfile import mkstemp

from crickets.config.env_lines import env_line
from crickets.config.places import SYSTEM_CONFIG, env_file, resolved
from crickets.config.settings import Provider
from crickets.errors import CricketsError, ExitCode, LedgerUnusable
from crickets.mailbox import Server
from crickets.own_folder import leave_to, make_own_folder

_CONFIG = """\
# Crickets: who has gone quiet, and the next follow-up in your Drafts. It never sends.
# Every other key, with its default and a word on it: crickets init --example
# After a change `crickets check` tells whether all is well.

[me]
name = {name}  # as your mail shows it
addresses = [{address}]  # all that are you; "*@studio.example" fits a whole domain
timezone = {timezone}
{phone_region}
# Another mailbox is another table like this one, with a name of its own: `crickets init --add` makes it.
{table}
[calendar]
holidays = {country}  # whose public holidays are yours; "" for none
draft_at = "08:30"  # drafts are laid at this hour of a working day
"""
_TABLE = """\
[accounts.{account}]
host = {host}
port = {port}
tls = {tls}
username = {username}
{formerly}{way_in}{folders}{authority}"""
_PASSWORD = "password_env = {variable}  # it's kept in .env, beside this file\n"  # noqa: S105 - a line of config
_MICROSOFT = """
# You are signed in by `crickets auth login {account}`; docs/signing-in.md tells all of it.
[oauth.microsoft]
client_id = {client_id}
tenant = {tenant}
"""
_GOOGLE = """
# You are signed in by `crickets auth login {account}`; docs/signing-in.md tells all of it.
[oauth.google]
client_id = {client_id}
client_secret_env = {variable}  # it's kept in .env, beside this file
"""

_OR_FORCE = """\
It stays as it is. Another mailbox is added to it by `crickets init --add`.
With --force it's set aside, and a new one is written."""


class AlreadyThere(CricketsError):
    """A file that would have been overwritten."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """How Crickets is registered with those who let the owner sign in; Google's have a secret, Microsoft's a tenant."""

    provider: Provider
    client_id: str
    tenant: str = "common"
    authority: str = ""
    variable: str = ""
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """
    All that the owner was asked; `country` may be empty.

    The folders for `sent` mail and `drafts` are named only where they can't be found.
    By `formerly` the ledger knows the mailbox's user, if by another name than the present one.
    The account is opened by a password, whose name in the `.env` is `variable`, or else by signing in as `client`.
    """

    name: str
    address: str
    timezone: str
    country: str
    server: Server
    formerly: str = ""
    sent: str = ""
    drafts: str = ""
    variable: str = ""
    client: Client | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Who may read a new file and pass through the folders made for it; root leaves it to `owner`, if any."""

    file: int
    folder: int
    owner: os.stat_result | None = None


ITS_OWNER = Readers(file=0o600, folder=0o700)
EVERYBODY = Readers(file=0o644, folder=0o755)
"""The machine's unit, whose user is nobody else, reads its config as one of all others."""


def readers_of(config: Path) -> Readers:
    """Those who may read a config, for what is laid beside it: whoever reads the one must be able to read the other."""
    if not config.exists():
        return ITS_OWNER
    state, folder = config.stat(), config.parent.stat()
    return Readers(file=state.st_mode & EVERYBODY.file, folder=folder.st_mode & EVERYBODY.folder, owner=state)


def config_text(answers: Answers) -> str:
    """A config that says what was answered, and loads."""
    region = f"phone_region = {quoted(answers.country[:2])}\n" if answers.country else ""
    return _CONFIG.format(
        name=quoted(answers.name),
        address=quoted(answers.address),
        timezone=quoted(answers.timezone),
        phone_region=region,
        table=account_text(answers),
        country=quoted(answers.country),
    )


def account_text(answers: Answers, *, registered: bool = False) -> str:
    """The account's table, and how Crickets is registered where its owner signs in, unless the config has that."""
    server, client = answers.server, None if registered else answers.client
    return _TABLE.format(
        account=server.account,  # checked to be a bare key
        host=quoted(server.host),
        port=server.port,
        tls=quoted(server.tls.value),
        username=quoted(server.username),
        formerly=f"formerly = {quoted(answers.formerly)}\n" if answers.formerly else "",
        way_in=_way_in(answers),
        folders=_folders(answers),
        authority="" if client is None else _registered(client, server.account),
    )


def _folders(answers: Answers) -> str:
    sent = f"sent = [{quoted(answers.sent)}]" if answers.sent else ""
    drafts = f"drafts = {quoted(answers.drafts)}" if answers.drafts else ""
    named = ", ".join(filter(None, (sent, drafts)))
    return f"folders = {{ {named} }}\n" if named else ""


def _way_in(answers: Answers) -> str:
    own = answers.server.tls_ca_file
    trusted = f"tls_ca_file = {quoted(str(own))}  # whose certificates are believed\n" if own else ""
    if answers.client is not None:
        return f"oauth = {quoted(answers.client.provider.value)}\n{trusted}"
    return _PASSWORD.format(variable=quoted(answers.variable)) + trusted


def _registered(client: Client, account: str) -> str:
    text = _GOOGLE if client.provider is Provider.GOOGLE else _MICROSOFT
    written = text.format(
        account=account,
        client_id=quoted(client.client_id),
        tenant=quoted(client.tenant),
        variable=quoted(client.variable),
    )
    return written + (f"authority = {quoted(client.authority)}\n" if client.authority else "")


def example_text() -> str:
    """A config with every key, its default and a word on it."""
    return files("crickets.config").joinpath("config.example.toml").read_text("utf-8")


def env_text(secrets: Mapping[str, str]) -> str:
    """The `.env` that holds the secrets by their names."""
    return "".join(env_line(name, secret) for name, secret in secrets.items())


def first_place(named: Path | None, environment: Mapping[str, str], *, roots: Path | None = None) -> Path:
    """
    Where a new config goes: where it was said, else into the user's config folder.

    Root's, whose home is `roots`, is the machine's, for so is the unit that root installs; unless there is one at home.
    """
    if named is not None:
        return named.absolute()
    if given := environment.get("CRICKETS_CONFIG"):
        return Path(given).absolute()
    folder = Path(environment.get("XDG_CONFIG_HOME", ""))
    if not folder.is_absolute():  # unset, or to be ignored by the XDG Base Directory Specification
        folder = resolved("~/.config", Path("/config.toml"), environment)
    own = folder / "crickets" / "config.toml"
    is_roots = roots is not None and folder == roots / ".config"
    return SYSTEM_CONFIG if is_roots and not _is_there(own) else own


def readers_at(path: Path) -> Readers:
    """Who must be able to read a config or a `.env`: the machine's unit reads the one, and root for it the other."""
    if not path.is_relative_to(SYSTEM_CONFIG.parent):
        return ITS_OWNER
    return replace(EVERYBODY, file=ITS_OWNER.file) if path == env_file(path) else EVERYBODY


def refuse_to_overwrite(*paths: Path, remedy: str = _OR_FORCE) -> None:
    """Raise `AlreadyThere` for the first of the paths that is there; `remedy` says what to do about it."""
    for path in paths:
        if _is_there(path):
            raise _already_there(path, remedy)


@contextmanager
def written_together(texts: Mapping[Path, str], *, aside: Iterable[Path] = ()) -> Iterator[tuple[Path, ...]]:
    """
    Inside, these files are written as by `write_new`, and those that are to go `aside` have other names: these.

    Who must be able to read them there, can (`readers_at`). All of it, or none: whatever fails, or what is done inside,
    all is as it was.
    """
    with ExitStack() as undoing:
        with ExitStack() as naming:  # each is whole before the first of them, or of the old ones, has another name
            for path, text in reversed(list(texts.items())):
                naming.enter_context(_placed_until_undone(path, undoing)).write_bytes(text.encode())
            moved = tuple(_set_aside(path, undoing) for path in aside if _is_there(path))
        yield moved
        undoing.pop_all()


@contextmanager
def _placed_until_undone(path: Path, undoing: ExitStack) -> Iterator[Path]:
    with _placed(path, readers_at(path)) as beside:
        yield beside
    undoing.callback(path.unlink, missing_ok=True)


def _set_aside(path: Path, undoing: ExitStack) -> Path:
    """Give a file another name beside its own, until that's undone; nothing is lost."""
    names = (path.with_name(f"{path.name}.old{number or ''}") for number in count())
    free = next(name for name in names if not _is_there(name))
    with _told_of(path):
        path.rename(free)
    undoing.callback(free.rename, path)
    return free


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def write_new(path: Path, text: str, readers: Readers = ITS_OWNER) -> None:
    """
    Write a file, by default one that only its owner may read: all of it, or nothing.

    Raises `AlreadyThere` if it's there, `LedgerUnusable` if the disk refuses.
    """
    with _placed(path, readers) as beside:
        beside.write_bytes(text.encode())


def moved_in(source: Path, path: Path) -> bool:
    """Copy a file to where there is none, for its owner alone; False, and nothing done, if there is one."""
    with suppress(AlreadyThere), _placed(path, ITS_OWNER) as beside:
        copyfile(source, beside)
        return True
    return False


@contextmanager
def _placed(path: Path, readers: Readers) -> Iterator[Path]:
    """A file to be written to, for its owner's eyes from the start, which is given its name only when it's whole."""
    with _told_of(path):
        make_own_folder(path.parent, readers.folder)
        descriptor, made = mkstemp(dir=path.parent, prefix=f".{path.name}.")
        beside = Path(made)
        try:
            leave_to(readers.owner or path.parent.stat(), descriptor)
            yield beside
            os.fchmod(descriptor, readers.file)
            os.fsync(descriptor)
            _name(beside, path)
        finally:
            os.close(descriptor)
            with suppress(FileNotFoundError):
                beside.unlink()


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Inside, what the disk refuses is told as `LedgerUnusable`."""
    try:
        yield
    except OSError as error:
        raise LedgerUnusable(
            f"{path} can't be written: {error.strerror}",
            remedy="Check that your user may write there and that the disk has room.",
        ) from error


def _name(beside: Path, path: Path) -> None:
    """Give a written file its name; unlike a rename, a link never replaces what has that name."""
    try:
        try:
            path.hardlink_to(beside)
        except FileExistsError:
            raise
        except OSError:  # FAT and some network disks know no links
            _claim(path)
            _put_where_claimed(beside, path)
    except FileExistsError:
        raise _already_there(path, "Move it away first.") from None


def _claim(path: Path) -> None:
    """Take a name for ourselves, with nothing in it yet, if nothing has it."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))


def _put_where_claimed(beside: Path, path: Path) -> None:
    """Give it the name that was taken; if that fails, nobody has it again: an empty config would pass for one."""
    try:
        beside.replace(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _already_there(path: Path, remedy: str) -> AlreadyThere:
    return AlreadyThere(f"{path} is there already.", remedy=remedy)


def quoted(text: str) -> str:
    """A basic string of TOML (§ String), which JSON's is, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

"""
The server of a mailbox, found by knocking at the doors where it may be, and logged in to.

The password goes over TLS alone, to a server that proves to be of the name it was tried under.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from crickets.errors import CricketsError, Transient
from crickets.mailbox import Password, Server, ServerReport, UnknownAuthority, UntrustedServer, open_mailbox
from crickets.mailbox.certificates import trusting
from crickets.mailbox.knock import knock
from crickets.setup.at_once import as_they_come
from crickets.setup.doors import Door

_CONNECT_SECONDS = 6
_GREETING_SECONDS = 6
"""A server that is there connects, and greets, sooner."""

_KNOCKING_SECONDS = 10
"""All doors are knocked at at once, and none is waited for any longer."""

_NO_ANSWER = Transient("no answer in time", remedy="")


class NoServerFound(Transient):
    """None of the doors leads to a mail server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The server that let the owner in, and what it told of itself."""

    server: Server
    password: Password
    report: ServerReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What is known of an account before its server is: its name, and whose certificates count."""

    name: str
    tls_ca_file: Path | None = None

    def at(self, door: Door, username: str = "") -> Server:
        """The account as it would be behind a door."""
        return Server(
            account=self.name,
            host=door.host,
            port=door.port,
            tls=door.tls,
            username=username,
            tls_ca_file=self.tls_ca_file,
            connect_seconds=_CONNECT_SECONDS,
        )


@dataclass(slots=True)
class _Knocked:
    """How it stands with the doors, by their numbers."""

    doors: tuple[Door, ...]
    errors: dict[int, CricketsError] = field(default_factory=dict)
    opened: set[int] = field(default_factory=set)

    def first(self) -> Door | None:
        """The likeliest of those that opened; none while a likelier one may still do so."""
        ahead = next((number for number in range(len(self.doors)) if number not in self.errors), None)
        return None if ahead is None or ahead not in self.opened else self.doors[ahead]


def found(account: Account, doors: tuple[Door, ...], *, within: float = _KNOCKING_SECONDS) -> Door:
    """
    The first of the doors behind which a mail server is, before anybody signs in.

    Raises the error of a single door, or `NoServerFound` with all that was tried.
    """
    knocked = _Knocked(doors)
    calls = [partial(knock, replace(account.at(door), read_seconds=_GREETING_SECONDS)) for door in doors]
    for number, outcome in as_they_come(calls, within=within):
        if isinstance(outcome, CricketsError):
            knocked.errors[number] = outcome
        else:
            knocked.opened.add(number)
        if door := knocked.first():
            return door
    if knocked.opened:  # a likelier one has used up the time
        return doors[min(knocked.opened)]
    raise _nowhere(doors, [knocked.errors.get(number, _NO_ANSWER) for number in range(len(doors))])


def require_certificates(path: Path) -> None:
    """Nothing, if certificates can be read from a file; else `ConfigError`."""
    trusting(path)


def sign_in(account: Account, door: Door, name: str, password: Password) -> SignedIn:
    """Signed in under a name, by one login: a name that is only guessed at may be somebody else's."""
    server = account.at(door, name)
    mailbox = open_mailbox(server, password)
    try:
        return SignedIn(server=server, password=password, report=mailbox.report())
    finally:
        mailbox.close()


def _not_trusted(doors: tuple[Door, ...], errors: list[CricketsError]) -> CricketsError | None:
    """That the one host which its owner named is there, and can't prove it: no other was to be tried."""
    if len({door.host for door in doors}) > 1:
        return None
    untrusted = [error for error in reversed(errors) if isinstance(error, UntrustedServer)]
    return next(iter(sorted(untrusted, key=lambda error: not isinstance(error, UnknownAuthority))), None)


def _nowhere(doors: tuple[Door, ...], errors: list[CricketsError]) -> CricketsError:
    if len(doors) == 1 and errors[0] is not _NO_ANSWER:
        return errors[0]
    if known := _not_trusted(doors, errors):
        return known
    alike: dict[str, dict[str, None]] = {}
    for door, error in zip(doors, errors, strict=True):
        alike.setdefault(error.what.rpartition(": ")[2], {})[str(door)] = None
    tried = "\n".join(f"  {', '.join(where)}: {reason}" for reason, where in alike.items())
    return NoServerFound(
        f"No mail server was found; tried:\n{tried}",
        remedy="Look it up with your provider (it is called the IMAP server) and name it with --host.",
    )

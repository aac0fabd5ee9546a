"""
For `init`: the server of a mailbox, found by knocking at the usual doors, and logged in to.

The password goes over TLS alone, to a server that proves to be of the name it was tried under.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from crickets.errors import CricketsError, LoginRefused, Transient
from crickets.mailbox import Password, Server, ServerReport, open_mailbox
from crickets.mailbox.knock import knock
from crickets.setup.providers import Guess

_Found = TypeVar("_Found")
_CONNECT_SECONDS = 6
"""A server that is there answers sooner; half a dozen names are tried."""


class NoServerFound(Transient):
    """None of the usual names leads to a mail server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The server that let the owner in, and what it told of itself."""

    server: Server
    password: Password
    report: ServerReport


def found(account: str, guesses: tuple[Guess, ...], trying: Callable[[Guess], None]) -> Guess:
    """The first of the guesses where a mail server is, before anybody signs in; raises as `sign_in` does."""

    def knocked(guess: Guess) -> Guess:
        knock(_server(account, guess))
        return guess

    return _first(guesses, knocked, trying)


def sign_in(
    account: str,
    guesses: tuple[Guess, ...],
    names: tuple[str, ...],
    password: Password,
    trying: Callable[[Guess], None],
) -> SignedIn:
    """
    The first of the guesses that lets one of the names in.

    Raises `LoginRefused` as soon as a server is there and refuses all names; the error of a single guess, or
    `NoServerFound` with all that was tried.
    """
    return _first(guesses, lambda guess: _signed_in(account, guess, names, password), trying)


def _first(guesses: tuple[Guess, ...], attempt: Callable[[Guess], _Found], trying: Callable[[Guess], None]) -> _Found:
    failures: list[tuple[Guess, CricketsError]] = []
    for guess in guesses:
        trying(guess)
        try:
            return attempt(guess)
        except LoginRefused:
            raise
        except CricketsError as error:
            failures.append((guess, error))
    if len(failures) == 1:
        raise failures[0][1]
    raise _nowhere(failures)


def _signed_in(account: str, guess: Guess, names: tuple[str, ...], password: Password) -> SignedIn:
    """Signed in under the first name that is let in; the refusal of the first one, if none is."""
    refused: list[LoginRefused] = []
    for name in names:
        try:
            return _looked_around(_server(account, guess, name), password)
        except LoginRefused as error:
            refused.append(error)
    raise refused[0]


def _server(account: str, guess: Guess, username: str = "") -> Server:
    return Server(
        account=account,
        host=guess.host,
        port=guess.port,
        tls=guess.tls,
        username=username,
        connect_seconds=_CONNECT_SECONDS,
    )


def _looked_around(server: Server, password: Password) -> SignedIn:
    mailbox = open_mailbox(server, password)
    try:
        return SignedIn(server=server, password=password, report=mailbox.report())
    finally:
        mailbox.close()


def _nowhere(failures: list[tuple[Guess, CricketsError]]) -> NoServerFound:
    doors: dict[str, list[str]] = {}
    for guess, error in failures:
        doors.setdefault(error.what.rpartition(": ")[2], []).append(f"{guess.host}:{guess.port}")
    tried = "\n".join(f"  {', '.join(tried)}: {reason}" for reason, tried in doors.items())
    return NoServerFound(
        f"No mail server was found; tried:\n{tried}",
        remedy="Look it up with your provider (it is called the IMAP server) and name it with --host.",
    )

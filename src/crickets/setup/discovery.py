"""
For `init`: the server of a mailbox, found by logging in to it.

The password goes over TLS alone, to a server that proves to be of the name it was tried under.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crickets.errors import CricketsError, LoginRefused, Transient
from crickets.mailbox import Password, Server, ServerReport, open_mailbox
from crickets.setup.providers import Guess

_CONNECT_SECONDS = 6
"""A server that is there answers sooner; half a dozen names are tried."""


class NoServerFound(Transient):
    """None of the usual names leads to a mail server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The server that let the owner in, and what it told of itself."""

    server: Server
    report: ServerReport


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
    failures: list[tuple[Guess, CricketsError]] = []
    for guess in guesses:
        trying(guess)
        try:
            return _signed_in(account, guess, names, password)
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
        server = Server(
            account=account,
            host=guess.host,
            port=guess.port,
            tls=guess.tls,
            username=name,
            connect_seconds=_CONNECT_SECONDS,
        )
        try:
            return _looked_around(server, password)
        except LoginRefused as error:
            refused.append(error)
    raise refused[0]


def _looked_around(server: Server, password: Password) -> SignedIn:
    mailbox = open_mailbox(server, password)
    try:
        return SignedIn(server=server, report=mailbox.report())
    finally:
        mailbox.close()


def _nowhere(failures: list[tuple[Guess, CricketsError]]) -> NoServerFound:
    tried = "\n".join(f"  {guess.host}:{guess.port}: {error.what}" for guess, error in failures)
    return NoServerFound(
        f"No mail server was found; tried:\n{tried}",
        remedy="Look it up with your provider (it is called the IMAP server) and name it with --host.",
    )

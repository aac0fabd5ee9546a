"""
How `init` comes into the mailbox: with what was given, or with somebody at the keyboard who may try again.
"""

from __future__ import annotations

from collections.abc import Mapping

from crickets.cli.asking import Given, Told, asked_doors, asked_password, password_of
from crickets.cli.screen import note
from crickets.cli.telling import tell
from crickets.errors import CricketsError, LoginRefused
from crickets.mailbox import Password
from crickets.setup.discovery import SignedIn, found, sign_in
from crickets.setup.providers import Guess

_TRIES = 3
"""How often a password may be wrong: some servers shut out who errs too often."""


def signed_in(given: Given, told: Told, environment: Mapping[str, str]) -> SignedIn:
    """Signed in; the password is asked for when the server is found, so that nobody types it for nothing."""
    if not given.asks:
        return sign_in(told.account, told.guesses, told.names, password_of(given, environment), _trying)
    door = _found(told)
    if door.remark:
        note(door.remark)
    return _let_in(told, door, password_of(given, environment))


def _found(told: Told) -> Guess:
    """Where the server is; what could not be found is asked for."""
    guesses = told.guesses
    while True:
        try:
            door = found(told.account, guesses, _trying)
        except CricketsError as error:
            note(error.what, style="red")
            note("Your provider's help pages name it; --host, --port and --tls say it in full. Ctrl-C ends here.")
            guesses = asked_doors(guesses)
        else:
            note(f"Found {door.host}:{door.port}.", style="green")
            return door


def _let_in(told: Told, door: Guess, password: Password) -> SignedIn:
    """Signed in with the password, or with another one if it's refused."""
    for _ in range(_TRIES - 1):
        try:
            return sign_in(told.account, (door,), told.names, password, lambda _: None)
        except LoginRefused as error:
            tell(error)
        password = asked_password()
    return sign_in(told.account, (door,), told.names, password, lambda _: None)


def _trying(guess: Guess) -> None:
    note(f"Trying {guess.host}:{guess.port} …", style="dim")

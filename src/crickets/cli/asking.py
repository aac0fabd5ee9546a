"""
What `init` needs to know: taken from the options, or asked for, or guessed; a wrong word is told at once.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import typer

from crickets.config import public_holidays, texts, times
from crickets.mailbox import Password, Tls
from crickets.setup.providers import Guess, guesses_for
from crickets.setup.whereabouts import country_of, zone_name

_Value = TypeVar("_Value")
_ACCOUNT = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,40}")
_PORTS = {Tls.IMPLICIT: 993, Tls.STARTTLS: 143, Tls.NONE: 143}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The options as they were given; empty is "ask, or guess". `quiet` asks nothing."""

    name: str = ""
    address: str = ""
    host: str = ""
    port: int | None = None
    tls: str = ""
    username: str = ""
    account: str = "mail"
    timezone: str = ""
    country: str | None = None
    password_env: str = ""
    password_stdin: bool = False
    quiet: bool = False

    @property
    def asks(self) -> bool:
        """Whether there is anybody to ask."""
        return not self.quiet and sys.stdin.isatty()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that must be known before a server is tried."""

    name: str
    address: str
    account: str
    timezone: str
    country: str
    variable: str
    password: Password
    names: tuple[str, ...]
    guesses: tuple[Guess, ...]


def told_by(given: Given, environment: Mapping[str, str]) -> Told:
    """Everything, asked for where it was not given; `typer.BadParameter` names the option that is wrong or missing."""
    account = _checked("--account", _account, given.account)
    address = _checked("--address", _own_address, given.address or _asked(given, "--address", "Your address"))
    name = _checked("--name", texts.words, given.name or _asked(given, "--name", "Your name, as your mail shows it"))
    timezone = _timezone(given, environment)
    guesses = _guesses(given, address)
    return Told(
        name=name,
        address=address,
        account=account,
        timezone=timezone,
        country=_country(given, timezone),
        variable=_checked("--password-env", texts.variable, given.password_env or _variable(account)),
        password=_password(given, environment, guesses),
        names=(given.username,) if given.username else (address, address.rpartition("@")[0]),
        guesses=guesses,
    )


def _timezone(given: Given, environment: Mapping[str, str]) -> str:
    guess = zone_name(environment)
    zone = given.timezone or _asked(given, "--timezone", "Your time zone", guess)
    return _checked("--timezone", times.zone, zone).key


def _country(given: Given, timezone: str) -> str:
    if given.country is not None:
        return _checked("--country", public_holidays.known, given.country.upper())
    guess = country_of(timezone)
    question = "Whose public holidays are yours (a country, or - for none)"
    answer = _asked(given, "--country", question, guess or "-").strip().upper()
    return _checked("--country", public_holidays.known, "" if answer == "-" else answer)


def _guesses(given: Given, address: str) -> tuple[Guess, ...]:
    if not given.host:
        if given.port or given.tls:
            raise typer.BadParameter("it says nothing without --host", param_hint="--port" if given.port else "--tls")
        return guesses_for(address)
    host = _checked("--host", texts.host, given.host)
    tls = _checked("--tls", texts.choice(Tls), given.tls or _usual_tls(given.port).value)
    if tls is Tls.NONE and not texts.is_loopback(host):
        raise typer.BadParameter("the password would go readable through the net", param_hint="--tls")
    return (Guess(host=host, port=given.port or _PORTS[tls], tls=tls, known=True),)


def _usual_tls(port: int | None) -> Tls:
    return Tls.STARTTLS if port == _PORTS[Tls.STARTTLS] else Tls.IMPLICIT


def _password(given: Given, environment: Mapping[str, str], guesses: tuple[Guess, ...]) -> Password:
    if given.password_stdin:
        secret = sys.stdin.readline().rstrip("\r\n")
    elif given.password_env:
        secret = environment.get(given.password_env, "")
    elif given.asks:
        for remark in dict.fromkeys(guess.remark for guess in guesses if guess.remark):
            typer.echo(remark, err=True)
        secret = str(typer.prompt("Password", hide_input=True, err=True))
    else:
        raise typer.BadParameter("say --password-env NAME or --password-stdin", param_hint="the password")
    if not secret:
        raise typer.BadParameter("it is empty", param_hint="the password")
    return Password(secret=secret)


def _asked(given: Given, option: str, question: str, guess: str = "") -> str:
    """The answer to a question, or the guess where there is nobody to ask."""
    if given.asks:
        return str(typer.prompt(question, default=guess or None, err=True))
    if not guess:
        raise typer.BadParameter("it is needed, and there is nobody to ask", param_hint=option)
    return guess


def _checked(option: str, parse: Callable[[str], _Value], text: str) -> _Value:
    try:
        return parse(text)
    except ValueError as error:
        raise typer.BadParameter(f'"{text}" {error}', param_hint=option) from None


def _account(text: str) -> str:
    if not _ACCOUNT.fullmatch(text):
        raise ValueError("must be a short name of letters, digits, hyphens and underscores")
    return text


def _own_address(text: str) -> str:
    if "*" in text:
        raise ValueError("must be one address; add patterns to the config later")
    return texts.own_address(text)


def _variable(account: str) -> str:
    return f"{account.upper().replace('-', '_')}_IMAP_PASSWORD"

"""
What `init` needs to know: taken from the options, or asked for, or guessed.

A wrong option is told at once and ends it; a wrong answer on a terminal is asked for once more.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from zoneinfo import available_timezones

import typer

from crickets.cli.safe import plain
from crickets.cli.screen import note
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
    names: tuple[str, ...]
    guesses: tuple[Guess, ...]


def told_by(given: Given, environment: Mapping[str, str]) -> Told:
    """Everything, asked for where it was not given; `typer.BadParameter` names the option that is wrong or missing."""
    account = _checked("--account", _account, given.account)
    address = _answer(given, "--address", _own_address, given.address, "Your address")
    name = _answer(given, "--name", texts.words, given.name, "Your name, as your mail shows it")
    timezone = _answer(given, "--timezone", _zone, given.timezone, "Your time zone", zone_name(environment))
    return Told(
        name=name,
        address=address,
        account=account,
        timezone=timezone,
        country=_country(given, timezone),
        variable=_checked("--password-env", texts.variable, given.password_env or _variable(account)),
        names=(given.username,) if given.username else (address, address.rpartition("@")[0]),
        guesses=_guesses(given, address),
    )


def password_of(given: Given, environment: Mapping[str, str]) -> Password:
    """The password, from where the options say that it is, or asked for."""
    if given.password_stdin:
        secret = sys.stdin.readline().rstrip("\r\n")
    elif given.password_env:
        secret = environment.get(given.password_env, "")
    elif given.asks:
        return asked_password()
    else:
        raise typer.BadParameter("say --password-env NAME or --password-stdin", param_hint="the password")
    if not secret:
        raise typer.BadParameter("it is empty", param_hint="the password")
    return Password(secret=secret)


def asked_password() -> Password:
    """What is typed unseen."""
    return Password(secret=str(typer.prompt("Password", hide_input=True, err=True)))


def asked_doors(known: tuple[Guess, ...]) -> tuple[Guess, ...]:
    """Where the mail server may be by its owner's word; the one that was known is offered to be tried again."""
    host = asked("Your IMAP server", texts.host, known[0].host if len(known) == 1 else "")
    if len(known) == 1 and host == known[0].host:
        return known
    return tuple(Guess(host=host, port=_PORTS[tls], tls=tls) for tls in (Tls.IMPLICIT, Tls.STARTTLS))


def asked(question: str, parse: Callable[[str], _Value], guess: str = "") -> _Value:
    """What is answered on the terminal; what is wrong with an answer is told, and the question put again."""
    while True:
        answer = str(typer.prompt(question, default=guess or None, err=True)).strip()
        try:
            return parse(answer)
        except ValueError as error:
            note(f'"{plain(answer)}" {error}', style="red")


def _answer(
    given: Given, option: str, parse: Callable[[str], _Value], said: str, question: str, guess: str = ""
) -> _Value:
    """What an option says; else what is answered; else the guess, where there is nobody to ask."""
    if not said and given.asks:
        return asked(question, parse, guess)
    if not said and not guess:
        raise typer.BadParameter("it is needed, and there is nobody to ask", param_hint=option)
    return _checked(option, parse, said or guess)


def _zone(text: str) -> str:
    """A time zone by its name in any case."""
    wanted = text.casefold().replace(" ", "_")
    return times.zone(next((name for name in available_timezones() if name.casefold() == wanted), text)).key


def _country(given: Given, timezone: str) -> str:
    if given.country is not None:
        return _checked("--country", _holidays, given.country)
    question = "Whose public holidays are yours (a country such as IT, or - for none)"
    return _answer(given, "--country", _holidays, "", question, country_of(timezone) or "-")


def _holidays(text: str) -> str:
    return public_holidays.known("" if text == "-" else text.upper())


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

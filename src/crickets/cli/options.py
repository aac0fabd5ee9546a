"""
The options of `init`, each looked at before anything is asked or tried: what is wrong, and what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from zoneinfo import available_timezones

import typer

from crickets.cli.asking import checked
from crickets.cli.given import Given
from crickets.config import public_holidays, texts, times
from crickets.config.problems import one_of
from crickets.config.settings import Provider
from crickets.errors import CricketsError, ExitCode
from crickets.mailbox import Tls
from crickets.setup.whereabouts import zone_name

_ACCOUNT = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,40}")
_OF_A_CODE = 2
"""Letters that the code of a country has (ISO 3166-1)."""

NO_OAUTH = "none"
_OAUTH = (*(provider.value for provider in Provider), NO_OAUTH)


class OptionsMissing(CricketsError):
    """What would have been asked, had there been anybody to ask."""

    exit_code = ExitCode.USAGE


def require_sound(given: Given, environment: Mapping[str, str]) -> None:
    """Nothing, if all options are sound and enough; else `typer.BadParameter`, or `OptionsMissing` with all of them."""
    for option, parse, text in _parsed(given):
        if text:
            checked(option, parse, text)
    _require_sense(given)
    missing = () if given.asks else tuple(_missing(given, environment))
    if missing:
        raise OptionsMissing(
            "There is nobody to ask, and these options are missing:\n" + "\n".join(f"  {each}" for each in missing),
            remedy="`crickets init --help` tells of each; on a terminal they are asked for.",
        )


def _parsed(given: Given) -> Iterator[tuple[str, Callable[[str], object], str]]:
    yield "--account", account_name, given.account
    yield "--formerly", texts.words, given.formerly
    yield "--address", own_address, given.address
    yield "--name", texts.words, given.name
    yield "--timezone", zone, given.timezone
    yield "--country", holidays, given.country or ""
    yield "--host", texts.host, given.host
    yield "--tls", texts.choice(Tls), given.tls
    yield "--username", texts.words, given.username
    yield "--sent-folder", texts.words, given.sent_folder
    yield "--drafts-folder", texts.words, given.drafts_folder
    yield "--password-env", texts.variable, given.password_env
    yield "--oauth", authority_name, given.oauth
    yield "--client-id", texts.visible, given.client_id
    yield "--client-secret-env", texts.variable, given.client_secret_env
    yield "--tenant", texts.tenant, given.tenant
    yield "--authority", texts.sign_in_url, given.authority


def _require_sense(given: Given) -> None:
    """What is sound by itself, but not together."""
    if not given.host and (given.port or given.tls):
        raise typer.BadParameter("it says nothing without --host", param_hint="--port" if given.port else "--tls")
    if given.tls == Tls.NONE.value and not texts.is_loopback(given.host):
        raise typer.BadParameter("the password would go readable through the net", param_hint="--tls")
    if given.tls_ca_file is not None and not given.tls_ca_file.is_file():
        raise typer.BadParameter(f"there is no file {given.tls_ca_file}", param_hint="--tls-ca-file")
    if given.add and given.force:
        raise typer.BadParameter("the one keeps the config, the other doesn't", param_hint="--add")
    if given.paste and given.browser:
        raise typer.BadParameter(
            "it's for a browser on another machine; give it without --browser", param_hint="--paste"
        )


def _missing(given: Given, environment: Mapping[str, str]) -> Iterator[str]:
    signs_in = given.oauth not in {"", NO_OAUTH}
    if not given.address:
        yield "--address ADDRESS: your address"
    if not given.name and not given.add:
        yield "--name NAME: your name, as your mail shows it"
    if not given.timezone and not given.add and not zone_name(environment):
        yield "--timezone ZONE: your time zone; this machine doesn't say in which it is"
    if not signs_in and not given.has_password and not given.client_id:
        yield "--password-stdin, or --password-env NAME: where the password is; or --oauth, to sign in"
    registered = given.add  # perhaps: the config that is there says so
    if signs_in and not given.client_id and not registered:
        yield "--client-id ID: how Crickets is registered with your provider (docs/signing-in.md)"
    if given.oauth == Provider.GOOGLE.value and not given.client_secret_env and not registered:
        yield "--client-secret-env NAME: where the secret is that came with it"
    if not given.quiet:
        yield "--yes: that what is found may be written"


def own_address(text: str) -> str:
    """One address."""
    if "*" in text:
        raise ValueError("must be one address; add patterns to the config later")
    try:
        texts.address(text)
    except ValueError:
        raise ValueError('must be an address, such as "dana@studio.example"') from None
    return texts.own_address(text)


def account_name(text: str) -> str:
    """What an account may be called: a bare key of TOML."""
    if not _ACCOUNT.fullmatch(text):
        raise ValueError("must be a short name of letters, digits, hyphens and underscores")
    return text


def zone(text: str) -> str:
    """A time zone by its name in any case, or by its city's, if that's the only one of the name."""
    wanted = text.casefold().replace(" ", "_")
    zones = {name.casefold(): name for name in available_timezones()}
    cities = [name for each, name in zones.items() if each.rpartition("/")[2] == wanted and "/" in each]
    return times.zone(zones.get(wanted) or (cities[0] if len(cities) == 1 else text)).key


def holidays(text: str) -> str:
    """A country, or a part of one, by its code in any case; a hyphen is none."""
    if len(text.partition("-")[0]) not in {0, _OF_A_CODE}:
        raise ValueError("must be the code of a country, such as IT, or DE-BY for a part of one, or - for none")
    return public_holidays.known("" if text == "-" else text.upper())


def authority_name(text: str) -> str:
    """Who lets one sign in, or none."""
    if text not in _OAUTH:
        raise ValueError(f"must be {one_of(_OAUTH)}")
    return text


def usual_variable(account: str) -> str:
    """What an account's password is called in the `.env`."""
    return f"{account.upper().replace('-', '_')}_IMAP_PASSWORD"


def encryption(given: Given) -> Tls | None:
    """How the server is spoken to by the options; None where they don't say."""
    return Tls(given.tls) if given.tls else None

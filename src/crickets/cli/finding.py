"""
How `init` comes from an address to the server of its mailbox, with somebody at the keyboard who may know better.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from crickets.cli.asking import agreed, answer, asked
from crickets.cli.given import Given
from crickets.cli.options import encryption, own_address
from crickets.cli.safe import plain
from crickets.cli.screen import note, paragraph
from crickets.config import texts
from crickets.errors import ConfigError, CricketsError, ExitCode, Transient
from crickets.mailbox import UnknownAuthority
from crickets.setup.discovery import Account, NoServerFound, found, require_certificates
from crickets.setup.dns_records import Lookup
from crickets.setup.doors import Door, Origin, Whereabouts, domain_of, named, whereabouts_of
from crickets.setup.providers import Way, advice, meant_by

_BY_HAND = "Look it up with your provider (it is called the IMAP server) and name it with --host."
_LOOK_AGAIN = "Your provider's help pages name the IMAP server: mend --host, or say by --port which port they name."
_NOT_CONNECTED = "No name server answers: is this machine connected? If it is, name your IMAP server with --host."
_NAME_IT = "Your provider's help pages name it; HOST:PORT, where the port isn't a usual one. Ctrl-C ends here."
_WHOSE_AUTHORITY = "A file with the certificate of its own authority (PEM), or - for none"
_PORT = re.compile(r"(?P<host>[^:]+):(?P<port>[0-9]{1,6})")
_HIGHEST_PORT = 65535
_AGAIN = "Enter tries it again. Ctrl-C ends here."


class NoImap(CricketsError):
    """A provider whose mailboxes no other program can open."""

    exit_code = ExitCode.CONFIG


class NotVouchedFor(CricketsError):
    """A server that only DNS vouches for, and whose owner nobody has asked."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An address, the door behind which its mailbox is, and whose certificates were believed there."""

    address: str
    door: Door
    account: Account


def find(given: Given, account: Account, lookup: Lookup) -> Found:
    """The server of the owner's mailbox; what could not be found is asked for."""
    address = answer(given, "--address", own_address, given.address, "Your address")
    places = _places(given, address, lookup)
    while True:
        try:
            return Found(address=address, door=_opened(given, account, address, places), account=account)
        except NoImap:
            raise
        except CricketsError as error:
            told = _to_be_mended_here(_explained(error, address, places), given)
            if not given.asks:
                raise told from error
            paragraph(_lines_of(told), style="red")
            if isinstance(error, UnknownAuthority) and (believed := _authority()):
                account = replace(account, tls_ca_file=believed)
                continue
            paragraph(_AGAIN if places.provider else _NAME_IT)
        address, places = _once_more(address, places, lookup)


def _to_be_mended_here(error: CricketsError, given: Given) -> CricketsError:
    """The error, with what is to be done by the answers and options of `init`: there is no config yet."""
    if isinstance(error, UnknownAuthority):
        error.remedy = error.remedy.replace(" in `tls_ca_file`.", ":" if given.asks else " by --tls-ca-file.")
    elif given.host and not given.asks and error.remedy == _BY_HAND:
        error.remedy = _LOOK_AGAIN
    return error


def _lines_of(error: CricketsError) -> str:
    """What an error says, made harmless, with what may be done about it where that isn't what is asked anyway."""
    lines = [f"{' ' * (len(line) - len(line.lstrip(' ')))}{plain(line)}" for line in error.what.splitlines()]
    return "\n".join((*lines, *(() if error.remedy == _BY_HAND else (plain(error.remedy),))))


def _places(given: Given, address: str, lookup: Lookup) -> Whereabouts:
    if given.host:
        doors = named(given.host, port=given.port, tls=encryption(given))
        return Whereabouts(doors=doors, provider=doors[0].provider)
    note(f"Looking for the mail server of {domain_of(address)} …", style="dim")
    return whereabouts_of(address, lookup)


def _opened(given: Given, account: Account, address: str, places: Whereabouts) -> Door:
    _require_imap(address, places)
    door = found(account, places.doors)
    _require_a_word_on(given, address, door)
    note(f"Found {door}{_how(door)}.", style="green")
    return door


def _require_imap(address: str, places: Whereabouts) -> None:
    if places.provider is not None and places.provider.opened_by is Way.NOTHING:
        _refuse(places.provider.name)
    if not places.doors:
        raise NoServerFound(
            f"{domain_of(address)} says of itself, in DNS, that it has no IMAP server.", remedy=_BY_HAND
        )


def _refuse(provider: str) -> NoReturn:
    raise NoImap(
        f"{provider} has no IMAP: no other program can open its mailboxes, and so Crickets can't either.",
        remedy="It works with a mailbox elsewhere (docs/getting-started.md).",
    )


def _how(door: Door) -> str:
    provider = door.provider.name if door.provider else ""
    match door.origin:
        case Origin.PROVIDER:
            return f": your mailbox is at {provider}"
        case Origin.DELIVERY:
            return f": the mail of your domain goes to {provider}"
        case Origin.RECORD:
            return f": your domain names it{f', and it is of {provider}' if provider else ''}"
    return ""


def _require_a_word_on(given: Given, address: str, door: Door) -> None:
    """Nothing, if the owner's password may go there: a stranger's name in DNS is no reason (RFC 6186 §6)."""
    if not door.is_strange_to(address):
        return
    domain = domain_of(address)
    told = f"{domain} says in DNS that its mail is at {door}, which lies outside of {domain}; nobody has signed that."
    if given.asks:
        paragraph(told, style="yellow")
        if agreed(f"Is {door.host} your provider, and may your password go there?", by_default=False):
            return
        raise NotVouchedFor(f"Your password doesn't go to {door.host}.", remedy=_BY_HAND)
    raise NotVouchedFor(told, remedy=f"If that's your provider, say so: --host {door.host} --port {door.port}.")


def _explained(error: CricketsError, address: str, places: Whereabouts) -> CricketsError:
    """The error, with what is likely to be the matter."""
    provider = places.provider
    if provider is not None and provider.opened_by is Way.BRIDGE:
        return Transient(error.what, remedy=f"{' '.join(advice(provider))} docs/getting-started.md has the steps.")
    if not isinstance(error, NoServerFound):
        return error
    if (meant := meant_by(domain_of(address))) not in {"", domain_of(address)}:
        return NoServerFound(error.what, remedy=f"Did you mean {address.rpartition('@')[0]}@{meant}?")
    if places.told is not None and not places.told.answered:
        return NoServerFound(error.what, remedy=_NOT_CONNECTED)
    return error


def _once_more(address: str, places: Whereabouts, lookup: Lookup) -> tuple[str, Whereabouts]:
    """Another address, or the owner's word on the server; the one that was known is offered to be tried again."""
    known = places.doors[0] if len({door.host for door in places.doors}) == 1 else None
    said = asked("Your IMAP server, or your address if that was wrong", _host_or_address, known.host if known else "")
    if "@" in said:
        note(f"Looking for the mail server of {domain_of(said)} …", style="dim")
        return said, whereabouts_of(said, lookup)
    if known is not None and said == known.host:
        return address, places
    host, port = _host_and_port(said)
    doors = named(host, port=port)
    return address, Whereabouts(doors=doors, provider=doors[0].provider)


def _authority() -> Path | None:
    """Whose certificates the owner believes, of a server for which nobody known vouches; None for nobody's."""
    return asked(_WHOSE_AUTHORITY, _certificates, "-")


def _certificates(text: str) -> Path | None:
    if text == "-":
        return None
    path = Path(text).expanduser().absolute()
    try:
        require_certificates(path)
    except ConfigError as error:
        raise ValueError(f"is no file of certificates: {error.what.rpartition(': ')[2]}") from None
    return path


def _host_or_address(text: str) -> str:
    if "@" in text:
        return own_address(text)
    host, port = _host_and_port(text)
    return texts.host(host) if port is None else f"{texts.host(host)}:{port}"


def _host_and_port(text: str) -> tuple[str, int | None]:
    """What stands before and behind the colon; an address of IPv6 has more than one, and no port."""
    found = _PORT.fullmatch(text)
    if found is None:
        return text, None
    if not 0 < (port := int(found["port"])) <= _HIGHEST_PORT:
        raise ValueError(f"must have a port from 1 to {_HIGHEST_PORT}")
    return found["host"], port

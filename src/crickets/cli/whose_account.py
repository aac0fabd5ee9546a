"""
What `init` calls an account: never by a name that the ledger, or the config, has for another's mailbox.

Two mailboxes of one name would be one to the ledger: drafts to the clients of the one would be laid into the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from unicodedata import combining, normalize

from crickets.cli.asking import asked
from crickets.cli.given import Given
from crickets.cli.options import account_name
from crickets.cli.safe import plain
from crickets.cli.screen import paragraph
from crickets.config.settings import Provider, login_of
from crickets.errors import CricketsError, ExitCode
from crickets.mailbox import Server
from crickets.service.own_mailboxes import is_own, user_of
from crickets.setup.doors import domain_of
from crickets.setup.first_config import Client

USUAL = "mail"
_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")


class AnothersAccount(CricketsError):
    """A name that stands for another's mailbox, and nobody to ask for another one."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Already:
    """What is there before: whose mailboxes are known by which names, and how Crickets is registered."""

    logins: Mapping[str, str] = field(default_factory=dict)
    clients: Mapping[Provider, Client] = field(default_factory=dict)


def called(given: Given, server: Server, address: str, already: Already) -> tuple[Server, str]:
    """The server by the name that its account goes by, and by which name the ledger knows its user, if by another."""
    name, login = server.account, login_of(server.username, server.host)
    known = already.logins.get(name, "")
    if is_own(known, login):
        return server, ""
    if is_own(known, login, given.formerly):
        return server, given.formerly
    free = free_name(address, already.logins)
    told = f"The ledger knows {plain(name)!r} as the mailbox of {plain(known)}."
    if not given.asks:
        raise AnothersAccount(told, remedy=_ways_on(free, known))
    paragraph(f"\n{told}", style="yellow")

    def fit(text: str) -> str:
        if text != name and not is_own(already.logins.get(account_name(text), ""), login):
            raise ValueError(f"is the mailbox of {already.logins[text]}")
        return text

    said = asked(f"What to call this one (or {name}, if it's the same under a new name)", fit, free)
    return replace(server, account=said), user_of(known) if said == name else ""


def _ways_on(free: str, known: str) -> str:
    return (
        f"If this is another mailbox, give it a name of its own: --account {free}. If it's the same under a new user "
        f"name or on another server: --formerly {user_of(known)}."
    )


def _without_accents(text: str) -> str:
    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter))


def free_name(address: str, taken: Mapping[str, str]) -> str:
    """A name for an address's account that stands for none yet: by its domain, else by what is before the @."""
    address = _without_accents(address)
    local, domain = address.rpartition("@")[0], domain_of(address).partition(".")[0]
    words = [word for text in (domain, local) if (word := _UNFIT.sub("-", text).strip("-_")[:30]) and word[0].isalpha()]
    names = (*words, *(f"{(*words, USUAL)[0]}{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)

"""
Where the mailboxes of well-known providers are, what opens them, and what their owners must do before they log in.

The table is `providers.toml`, whose keys are the fields below; a provider is known by the domain of an address, or by
where the mail of a domain is delivered (its MX). Pure, but for reading that table.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache
from importlib.resources import files

from crickets.config.settings import Provider as Authority
from crickets.mailbox import Tls

_ALIKE = 0.8
"""How much of two domains must be the same for one to be taken for a slip of the other: gmial.com is, gmx.fr isn't."""

_THE_MX = "{mx}"
"""The host that takes a domain's mail holds its mailboxes too; each of the provider's customers has another."""


PORTS = {Tls.IMPLICIT: 993, Tls.STARTTLS: 143, Tls.NONE: 143}
"""Where each is spoken, unless somebody says otherwise (RFC 8314 §7.1, RFC 9051 §2.1)."""


class Way(Enum):
    """What opens the mailboxes of a provider."""

    PASSWORD = "password"  # noqa: S105 - the mailbox's own; no secret
    APP_PASSWORD = "app password"  # noqa: S105 - one for a single program, made in the account's settings
    EITHER = "password or app password"  # the latter once two-step verification is on
    SIGN_IN = "sign-in"  # OAuth 2.0 alone
    BRIDGE = "bridge"  # a program of the provider's on this machine
    NOTHING = "nothing"  # there is no IMAP


class Login(Enum):
    """By which name one logs in."""

    ADDRESS = "address"
    NAME = "name"  # what stands before the @
    OTHER = "other"  # one that only its owner knows


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """
    A provider, as its customers' mail programs know it.

    `domains` are those of its own addresses, `mx` ends of the names that take the mail of its customers' domains,
    `hosts` its IMAP servers, the likeliest first. `made_at` is where an app password is made, `switched_on_at` where
    IMAP is allowed before it answers. `own_login` says which name one logs in by, where the address doesn't tell.
    `oauth` is who lets its customers sign in.
    """

    name: str
    domains: tuple[str, ...] = ()
    mx: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    port: int = PORTS[Tls.IMPLICIT]
    tls: Tls = Tls.IMPLICIT
    login: Login = Login.ADDRESS
    own_login: str = ""
    opened_by: Way = Way.PASSWORD
    made_at: str = ""
    switched_on_at: str = ""
    oauth: Authority | None = None
    remark: str = ""


@cache
def providers() -> tuple[Provider, ...]:
    """All of them, in the order of the table."""
    table = tomllib.loads(files("crickets.setup").joinpath("providers.toml").read_text("utf-8"))
    return tuple(map(_provider, table["provider"]))


def of_domain(domain: str) -> Provider | None:
    """Whose the addresses of a domain are."""
    return next((provider for provider in providers() if domain.casefold() in provider.domains), None)


def of_exchanges(exchanges: Iterable[str]) -> tuple[Provider, tuple[str, ...]] | None:
    """Who takes the mail that is delivered to these names, and their IMAP servers; by the longest name that fits."""
    fitting = ((end, provider, name) for name in exchanges for provider in providers() for end in provider.mx)
    found = [each for each in fitting if is_within(each[2], each[0])]
    if not found:
        return None
    _, provider, name = max(found, key=lambda each: len(each[0]))
    return provider, tuple(name if host == _THE_MX else host for host in provider.hosts)


def of_host(host: str) -> Provider | None:
    """Whose an IMAP server is; what stands on this machine may be anybody's."""
    known = (provider for provider in providers() if provider.opened_by is not Way.BRIDGE)
    return next((provider for provider in known if host.casefold() in provider.hosts), None)


def meant_by(domain: str) -> str:
    """The domain of a provider that was probably meant by one that leads nowhere; empty if none is near."""
    known = [known for provider in providers() for known in provider.domains]
    return next(iter(get_close_matches(domain.casefold(), known, n=1, cutoff=_ALIKE)), "")


def is_within(name: str, domain: str) -> bool:
    """Whether a host's name is a domain, or lies below it."""
    return f".{name.casefold()}".endswith(f".{domain.casefold()}")


def advice(provider: Provider) -> tuple[str, ...]:
    """What its customers must know before they log in, sentence by sentence; nothing where there is nothing to know."""
    sentences = {
        Way.APP_PASSWORD: f"It wants an app password, made at {provider.made_at}.",
        Way.EITHER: f"With two-step verification it wants an app password, made at {provider.made_at}.",
        Way.SIGN_IN: "It takes no passwords over IMAP: one signs in by OAuth 2.0.",
        Way.BRIDGE: "Its Bridge must run on this machine; the user name and the password are those that it shows.",
    }
    before = f"IMAP must be switched on first: {provider.switched_on_at}." if provider.switched_on_at else ""
    return tuple(filter(None, (before, sentences.get(provider.opened_by, ""), provider.remark)))


def _provider(row: Mapping[str, object]) -> Provider:
    tls = Tls(row.get("tls", "implicit"))
    texts = {key: str(row[key]) for key in ("made_at", "switched_on_at", "own_login", "remark") if key in row}
    return Provider(
        name=str(row["name"]),
        domains=_names(row, "domains"),
        mx=_names(row, "mx"),
        hosts=_names(row, "hosts"),
        port=int(str(row.get("port", PORTS[tls]))),
        tls=tls,
        login=Login(row.get("login", "address")),
        opened_by=Way(row.get("opened_by", "password")),
        oauth=Authority(row["oauth"]) if "oauth" in row else None,
        **texts,
    )


def _names(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    listed = row.get(key, ())
    assert isinstance(listed, list | tuple)  # the table is ours
    return tuple(map(str, listed))

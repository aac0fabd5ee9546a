"""The tables of docs/getting-started.md, made of the table of providers.

`python -m tests.setup.provider_tables` writes them into the page; a test says when that is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from crickets.mailbox import Tls
from crickets.setup.providers import Login, Provider, Way, providers

PAGE = Path(__file__).parents[2] / "docs" / "getting-started.md"
_BLOCK = re.compile(r"(<!-- (?P<way>[a-z -]+): .*? -->\n).*?(<!-- end -->)", re.DOTALL)
_SHOWN = 4
"""How many domains of a provider are named; of some there are dozens."""

_LOGINS = {Login.ADDRESS: "", Login.NAME: "log in by what stands before the @", Login.OTHER: ""}


def page(text: str) -> str:
    """The page, each of its tables made anew."""
    return _BLOCK.sub(lambda block: f"{block[1]}{table(Way(block['way']))}{block[3]}", text)


def ways_in(text: str) -> tuple[Way, ...]:
    """The ways that the page has a table for."""
    return tuple(Way(block["way"]) for block in _BLOCK.finditer(text))


def table(way: Way) -> str:
    """All providers whose mailboxes are opened in one way."""
    rows = [_row(provider) for provider in providers() if provider.opened_by is way]
    return "\n".join(("| provider | addresses | server | beforehand |", "|---|---|---|---|", *rows, ""))


def _row(provider: Provider) -> str:
    cells = (provider.name, _addresses(provider), _server(provider), "; ".join(_beforehand(provider)))
    return f"| {' | '.join(cells)} |"


def _addresses(provider: Provider) -> str:
    shown = ", ".join(provider.domains[:_SHOWN])
    more = ", …" if len(provider.domains) > _SHOWN else ""
    own = "domains of your own" if provider.mx else ""
    return "; ".join(filter(None, (f"{shown}{more}", own)))


def _server(provider: Provider) -> str:
    hosts = " or ".join("the one that takes your mail" if host == "{mx}" else f"`{host}`" for host in provider.hosts)
    usual = provider.tls is Tls.IMPLICIT and provider.port == 993
    return hosts if usual or not hosts else f"{hosts}, port {provider.port}, {provider.tls.value}"


def _beforehand(provider: Provider) -> Iterator[str]:
    if provider.switched_on_at:
        yield f"switch IMAP on: {provider.switched_on_at}"
    if provider.made_at:
        yield f"app password: {provider.made_at}"
    if provider.own_login:
        yield f"log in by {provider.own_login}"
    elif words := _LOGINS[provider.login]:
        yield words
    if provider.remark:
        yield provider.remark.rstrip(".")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")

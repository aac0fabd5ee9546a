"""
How Crickets is known to an authorisation server, and where that server is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit


def _none() -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """
    One account's way to a grant; the addresses have no question mark in them, as the config sees to.

    `provider` is its table below [oauth]. `device_url` is empty where no code can be entered on another device.
    `redirect_host` is how the provider wants this machine called (RFC 8252 §7.3), `extra` what it wants to be told
    besides as the browser is sent there; where it `ends`, a refresh token's end is the sign-in's, and isn't moved by
    renewals. The client's secret is asked for when it's needed. `address_key` is where the
    config has the server's address.
    """

    account: str
    provider: str
    client_id: str
    scope: str
    auth_url: str
    token_url: str
    device_url: str = ""
    address_key: str = "token_url"
    redirect_host: str = "127.0.0.1"
    ends: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)
    client_secret: Callable[[], str] = field(default=_none, repr=False)

    @property
    def host(self) -> str:
        """The name of the server that gives tokens."""
        return urlsplit(self.token_url).hostname or ""

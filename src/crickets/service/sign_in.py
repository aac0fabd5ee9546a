"""
The accounts that one signs in to by OAuth 2.0: how each is registered, where its tokens are, how it stands.

With this page comes all that speaks to authorisation servers: it's loaded for such accounts alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from crickets.config.places import state_dir
from crickets.config.problems import hint
from crickets.config.secrets import secret_of_client
from crickets.config.settings import Account, OAuthClient, Provider, Settings
from crickets.errors import CricketsError, ExitCode, LedgerUnusable
from crickets.service.ports import Clock
from crickets.signin import NotSignedIn, Registration, TokenFile, Wallet

_AT_GOOGLE = {"access_type": "offline", "prompt": "consent"}
"""Else Google gives a token for an hour alone, at the first sign-in or at each later one (pdobsan/oama#36)."""

_HOSTS = {Provider.GOOGLE: "127.0.0.1", Provider.MICROSOFT: "localhost"}
"""How each wants this machine called; Microsoft heeds no port with a `localhost` that is registered, only there."""

_KEYS = {Provider.GOOGLE: "token_url", Provider.MICROSOFT: "authority"}
"""Where the config has their addresses."""


class NoSuchAccount(CricketsError):
    """An account that isn't in the config, or that nobody signs in to."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """
    How an account's sign-in stands; `problem` says why its owner must sign in, and is empty if they needn't.

    `ends_at` is when they must whatever happens, where the provider has told that.

    Where what is kept can't be used at all, it's `spoilt`: the problem then says how to mend that.
    """

    account: str
    provider: str
    signed_in_at: datetime | None = None
    expires_at: datetime | None = None
    can_be_renewed: bool = False
    ends_at: datetime | None = None
    problem: str = ""
    spoilt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIns:
    """The sign-ins of one config."""

    settings: Settings
    environment: Mapping[str, str]
    clock: Clock

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that one signs in to, in the order of the config."""
        return tuple(account for account in self.settings.accounts if isinstance(account.secret, OAuthClient))

    def account(self, name: str) -> Account:
        """The one of that name; `NoSuchAccount` if there is none, or if it's opened in another way."""
        found = next((account for account in self.accounts if account.name == name), None)
        if found is not None:
            return found
        if any(account.name == name for account in self.settings.accounts):
            what = f"nobody signs in to {name}: the config has another way into it"
            raise NoSuchAccount(what, remedy='Write oauth = "google" or "microsoft" for it; docs/signing-in.md.')
        known = [account.name for account in self.settings.accounts]
        raise NoSuchAccount(f"no account is called {name!r}{hint(name, known)}", remedy="Its name is in the config.")

    def registration(self, account: Account) -> Registration:
        """How Crickets is known to who lets the account's owner in."""
        client = account.secret
        assert isinstance(client, OAuthClient)  # others are not asked for
        return Registration(
            account=account.name,
            provider=client.provider.value,
            client_id=client.client_id,
            scope=client.scope,
            auth_url=client.auth_url,
            token_url=client.token_url,
            device_url=client.device_url,
            address_key=_KEYS[client.provider],
            redirect_host=_HOSTS[client.provider],
            ends=client.provider is Provider.GOOGLE,
            extra=_AT_GOOGLE if client.provider is Provider.GOOGLE else {},
            client_secret=lambda: secret_of_client(client, config=self.settings.path, environment=self.environment),
        )

    def wallet(self, account: Account) -> Wallet:
        """The account's tokens."""
        return Wallet(registration=self.registration(account), file=self.file(account), clock=self.clock)

    def file(self, account: Account) -> TokenFile:
        """Where they are kept."""
        return TokenFile(state_dir(self.environment), account.name)

    def standing(self, account: Account) -> Standing:
        """How the sign-in stands, by what is kept; no server is asked."""
        wallet = self.wallet(account)
        name, provider = account.name, wallet.registration.provider
        try:
            kept = wallet.kept()
        except NotSignedIn as error:
            return Standing(account=name, provider=provider, problem=error.what)
        except LedgerUnusable as error:  # one account's file; how the others stand is to be told all the same
            problem = f"{error.what.removesuffix('.')}. {error.remedy}"
            return Standing(account=name, provider=provider, problem=problem, spoilt=True)
        ended = not kept.can_be_renewed and not kept.lasts(self.clock())
        return Standing(
            account=name,
            provider=provider,
            signed_in_at=kept.signed_in_at,
            expires_at=kept.expires_at,
            can_be_renewed=kept.can_be_renewed,
            ends_at=kept.ends_at,
            problem="the sign-in has ended, and can't be renewed" if ended else "",
        )

    def signed_in_at(self, account: Account) -> datetime | None:
        """When somebody last signed in: who waits for that looks here."""
        kept = self.file(account).read()
        return None if kept is None else kept.signed_in_at

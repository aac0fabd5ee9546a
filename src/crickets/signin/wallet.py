"""
The token that opens an account now: the one that is kept, or a new one in time.

Many may ask at once, in this process and in others: one of them renews, and the others find what it got.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from crickets.errors import CricketsError
from crickets.signin.answers import grant_in
from crickets.signin.endpoint import asked, error_of
from crickets.signin.errors import Declined, NotSignedIn
from crickets.signin.grant import Grant
from crickets.signin.registration import Registration
from crickets.signin.tokens import Save, TokenFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Wallet:
    """An account's tokens: where they are kept, and how new ones are got."""

    registration: Registration
    file: TokenFile
    clock: Callable[[], datetime]

    def token(self) -> str:
        """An access token that lasts for a while; raises `NotSignedIn` where only the owner can get one."""
        kept = self.kept()
        return kept.access_token if kept.lasts(self.clock()) else self._renewed(lambda grant: grant.lasts(self.clock()))

    def another(self, refused: str) -> str:
        """A token in place of one that the mail server has refused, however long it should have lasted."""
        return self._renewed(lambda grant: grant.lasts(self.clock()) and grant.access_token != refused)

    def keep(self, grant: Grant) -> None:
        """Keep what a sign-in has given, in place of all before."""
        with self.file.changing() as save:
            save(grant)

    def kept(self) -> Grant:
        """The grant that is kept, lasting or not; `NotSignedIn` if there is none to go by."""
        grant, account = self.file.read(), self.registration.account
        if grant is None:
            raise NotSignedIn(account, "nobody has signed in yet")
        if (grant.provider, grant.client_id) != (self.registration.provider, self.registration.client_id):
            raise NotSignedIn(account, "the sign-in was for another client_id than the config has")
        if grant.token_url != self.registration.token_url:  # another server, or tenant, isn't shown what this one gave
            raise NotSignedIn(account, "the sign-in was at another address than the config has")
        if grant.gone:
            raise self._gone(grant)
        return grant

    def _renewed(self, will_do: Callable[[Grant], bool]) -> str:
        """A token as asked for: what another has renewed while the lock was waited for, or a new one."""
        with self.file.changing() as save:
            kept = self.kept()
            if will_do(kept):
                return kept.access_token
            fresh = self._fresh(kept, save)
            save(fresh)
        return fresh.access_token

    def _fresh(self, kept: Grant, save: Save) -> Grant:
        if not kept.can_be_renewed:
            raise NotSignedIn(self.registration.account, "the sign-in has ended, and can't be renewed")
        # Microsoft insists on the scope (tarickb/sasl-xoauth2#89); for others it changes nothing (RFC 6749 §6).
        form = {"grant_type": "refresh_token", "refresh_token": kept.refresh_token, "scope": self.registration.scope}
        try:
            answer = asked(self.registration, self.registration.token_url, form)
            return grant_in(answer, self.registration, self.clock(), kept)
        except Declined as declined:
            error = error_of(declined, self.registration, "renew the token")
            if isinstance(error, NotSignedIn):
                ended = kept.ended(str(declined))
                save(ended)  # so that nobody asks again in vain: some servers lock who does
                raise self._gone(ended) from declined
            raise error from declined

    def _gone(self, grant: Grant) -> CricketsError:
        return NotSignedIn(
            self.registration.account, f"{self.registration.host} takes the sign-in no more", answer=grant.gone
        )

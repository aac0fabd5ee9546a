"""
What an owner's sign-in has given: a token that opens the mailbox for an hour or so, and one that gets the next.

Pure; now is an argument.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Self

EARLY = timedelta(minutes=5)
"""How long before its end a token is renewed: a session that begins with it must not be cut off at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """
    The tokens, and when the access token ends.

    `token_url` is where they were given, and the only place where they are shown again. `refresh_token` is empty where
    the server gave none; `gone` says in whose words the grant has ended, and then there
    are no tokens any more. `signed_in_at` tells one sign-in of the owner's from the next; `ends_at` is when they must
    sign in again whatever happens, where the server says so.
    """

    provider: str
    client_id: str
    token_url: str
    signed_in_at: datetime
    expires_at: datetime
    access_token: str = field(repr=False)
    refresh_token: str = field(default="", repr=False)
    gone: str = ""
    ends_at: datetime | None = None

    def lasts(self, now: datetime) -> bool:
        """Whether the access token may still be used for a while."""
        return bool(self.access_token) and now < self.expires_at - EARLY

    @property
    def can_be_renewed(self) -> bool:
        """Whether the owner isn't needed for the next access token."""
        return bool(self.refresh_token)

    def ended(self, words: str) -> Self:
        """The same without tokens: the server takes them no more."""
        return replace(self, access_token="", refresh_token="", gone=words or "it has ended")

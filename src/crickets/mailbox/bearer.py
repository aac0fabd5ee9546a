"""
How a bearer token is presented at the login: OAUTHBEARER (RFC 7628), or the older XOAUTH2 of Google and Microsoft.

imapclient's own answer a refusal with the token once more; here it gets the empty word that the mechanisms ask for,
and only then the server says in the tagged answer why not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Bearer:
    """A SASL mechanism: called with each challenge of the server's, it gives the answer; None breaks off."""

    mechanism: str
    answers: list[str] = field(repr=False)

    def __call__(self, _challenge: bytes) -> str | None:
        """The token first; then, to whatever is said against it, that we have heard."""
        return self.answers.pop(0) if self.answers else None


def bearer(username: str, token: str, capabilities: Iterable[str]) -> Bearer:
    """The newest way that the server says it knows; where it says nothing, the one that is everywhere."""
    if "AUTH=OAUTHBEARER" in capabilities:
        name = username.replace("=", "=3D").replace(",", "=2C")  # RFC 5801 §4
        return Bearer(mechanism="OAUTHBEARER", answers=[f"n,a={name},\1auth=Bearer {token}\1\1", "\1"])
    return Bearer(mechanism="XOAUTH2", answers=[f"user={username}\1auth=Bearer {token}\1\1", ""])

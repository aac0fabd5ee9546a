"""A registration at the tests' authority, and grants as it gives them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from crickets.signin import Grant, Registration
from tests.servers.authority import CLIENT_ID, SCOPE, Authority

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def a_registration(authority: Authority, **changes: object) -> Registration:
    """Crickets as that authority knows it."""
    registration = Registration(
        account="work",
        provider="microsoft",
        client_id=CLIENT_ID,
        scope=SCOPE,
        auth_url=f"{authority.url}/authorize",
        token_url=f"{authority.url}/token",
        device_url=f"{authority.url}/devicecode",
        address_key="authority",
        client_secret=lambda: authority.secret,
    )
    return replace(registration, **changes)  # type: ignore[arg-type]  # each is the dataclass's own


def a_grant(**changes: object) -> Grant:
    """One that was given an hour ago, as long as a token lasts."""
    grant = Grant(
        provider="microsoft",
        client_id=CLIENT_ID,
        token_url="https://login.example/token",
        signed_in_at=NOW - timedelta(hours=1),
        expires_at=NOW,
        access_token="access-old",
        refresh_token="refresh-old",
    )
    return replace(grant, **changes)  # type: ignore[arg-type]  # as above

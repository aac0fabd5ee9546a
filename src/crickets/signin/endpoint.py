"""
An authorisation server asked: a form goes there, an object comes back (RFC 6749 §4.1.3, §6; RFC 8628 §3).

What it says no to is told in our own families, by who must act.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

from crickets.echoes import without
from crickets.errors import ConfigError, CricketsError, Refused, Transient
from crickets.signin.answers import object_in, require_consent
from crickets.signin.errors import Declined, NotSignedIn
from crickets.signin.registration import Registration
from crickets.web import Asking, Site

_LARGEST = 128 << 10
PATIENCE = timedelta(seconds=20)
_AGAIN = "Nothing is lost; try again later."
_DISTRUSTED = (
    "If your network looks into TLS, have this machine trust its authority, or name a file of certificates in "
    "SSL_CERT_FILE."
)
_JUDGED = frozenset({200, 400, 401, 403})
"""With these a server says yes or no in its own words."""

_FOR_NOW = frozenset({408, 425, 429})
_ENDED = frozenset({"invalid_grant", "interaction_required", "consent_required", "login_required"})
"""The owner must sign in anew; the last three are OpenID Connect's (§3.1.2.6), and said by Microsoft."""

_LATER = frozenset({"temporarily_unavailable", "server_error", "slow_down"})
_OURS = frozenset(
    {"invalid_client", "unauthorized_client", "invalid_request", "invalid_scope", "unsupported_grant_type"}
)
"""What's wrong with how Crickets is registered, or with what the config says of that."""

_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


def asked(registration: Registration, url: str, form: Mapping[str, str]) -> Mapping[str, object]:
    """
    The answer to a form, as the client that we're registered as.

    Raises `Declined` where the server refuses in its own words, and our errors for all else.
    """
    secret = registration.client_secret()
    sent = {"client_id": registration.client_id, **({"client_secret": secret} if secret else {}), **form}
    with Asking(_site(registration, url), PATIENCE) as web:
        answer = web.ask("POST", urlsplit(url).path or "/", body=urlencode(sent).encode(), headers=_FORM)
    secrets = [value for name, value in sent.items() if name not in {"client_id", "scope", "grant_type"}]
    _require_judgement(registration, answer.status, without(secrets, answer.words))
    found = object_in(answer.body, registration)
    require_consent(found, secrets)
    return found


def error_of(declined: Declined, registration: Registration, doing: str) -> CricketsError:
    """What a refusal means, and who must act."""
    said = str(declined)
    if declined.code in _ENDED:
        return NotSignedIn(registration.account, f"{registration.host} takes the sign-in no more", answer=said)
    if declined.code in _LATER:
        return Transient(f"{registration.host} can't {doing} for now: {said}", remedy=_AGAIN)
    if declined.code in _OURS:
        table = f"oauth.{registration.provider}"
        return ConfigError(
            (f"{table}: {registration.host} would not {doing}: {said}",),
            remedy=f"Compare [{table}] with how Crickets is registered there; docs/signing-in.md has the steps.",
        )
    return Refused(f"{registration.host} would not {doing}", answer=said, remedy="The words are the server's own.")


def _site(registration: Registration, url: str) -> Site:
    return Site(
        url=url,
        matter=f"the sign-in of {registration.account}",
        key=f"oauth.{registration.provider}.{registration.address_key}",
        again=_AGAIN,
        largest=_LARGEST,
        distrusted=_DISTRUSTED,
    )


def _require_judgement(registration: Registration, status: int, words: str) -> None:
    said = f"{status} {words}".strip()[:100]
    if status in _JUDGED:
        return
    if status >= 500 or status in _FOR_NOW:
        raise Transient(f"{registration.host} can't serve the sign-in now: {said}", remedy=_AGAIN)
    raise Refused(
        f"{registration.host} is no place to sign in",
        answer=said,
        remedy=f"Check {registration.address_key} below [oauth.{registration.provider}].",
    )

"""
A sign-in in a browser (RFC 8252): the browser is sent to the provider, and comes back with a code for a token.

The code is of use only to who holds the verifier (PKCE, RFC 7636), and only the answer to our own question is heard
(state, RFC 6749 §10.12).
"""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlencode, urlsplit

from crickets.errors import Refused
from crickets.signin.answers import grant_in, require_consent
from crickets.signin.endpoint import asked, error_of
from crickets.signin.errors import Declined, NotSignedIn
from crickets.signin.grant import Grant
from crickets.signin.registration import Registration

_LONGEST = 16 << 10
_CODE = re.compile(r"[\x20-\x7e]{1,8192}")


class NotTheAnswer(Exception):
    """An address that answers nothing that was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the provider is asked: the address to open, and what only its answer can match."""

    redirect_uri: str
    url: str = field(repr=False)
    state: str = field(repr=False)
    verifier: str = field(repr=False)


def question(registration: Registration, port: int, *, hint: str) -> Question:
    """A question to be answered at a port of this machine; the provider may be told by a `hint` who will sign in."""
    state, verifier = token_urlsafe(32), token_urlsafe(64)
    redirect_uri = f"http://{registration.redirect_host}:{port}"
    asking = {
        "client_id": registration.client_id,
        "response_type": "code",
        "redirect_uri": redirect_uri,
        "scope": registration.scope,
        "state": state,
        "code_challenge": _challenge(verifier),
        "code_challenge_method": "S256",
        "login_hint": hint,
        **registration.extra,
    }
    url = f"{registration.auth_url}?{urlencode(asking)}"
    return Question(redirect_uri=redirect_uri, url=url, state=state, verifier=verifier)


def code_in(address: str, asked_for: Question, registration: Registration) -> str:
    """
    The code in the address to which the browser came back.

    Raises `NotTheAnswer` where it answers another question or none, and our errors where the answer is no.
    """
    told = _parameters(address)
    if not hmac.compare_digest(told.get("state", "").encode("utf-8", "replace"), asked_for.state.encode()):
        raise NotTheAnswer
    try:
        require_consent(told, (asked_for.state,))
    except Declined as declined:
        if declined.code == "access_denied":
            raise NotSignedIn(registration.account, "the sign-in was refused", answer=str(declined)) from declined
        raise error_of(declined, registration, "end the sign-in") from declined
    if not _CODE.fullmatch(told.get("code", "")):
        raise Refused(f"{registration.host} sent no code", remedy="Try again.")
    return told["code"]


def exchanged(registration: Registration, asked_for: Question, code: str, now: datetime) -> Grant:
    """The grant for a code, which is good once."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": asked_for.redirect_uri,
        "code_verifier": asked_for.verifier,
    }
    try:
        return grant_in(asked(registration, registration.token_url, form), registration, now)
    except Declined as declined:
        if declined.code == "invalid_grant":
            why = "the code from the browser isn't taken any more"
            raise NotSignedIn(registration.account, why, answer=str(declined)) from declined
        raise error_of(declined, registration, "end the sign-in") from declined


def _parameters(address: str) -> Mapping[str, str]:
    """What an address tells behind its question mark, each once."""
    if len(address) > _LONGEST:
        return {}
    try:
        told = parse_qs(urlsplit(address.strip()).query, max_num_fields=50)
    except ValueError:
        return {}
    return {key: values[0] for key, values in told.items() if len(values) == 1}


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()

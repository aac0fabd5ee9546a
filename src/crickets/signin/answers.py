"""
What an authorisation server answers, taken apart: an object of JSON, each value looked at before it's believed.

Pure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from crickets.echoes import without
from crickets.errors import Surprise
from crickets.signin.errors import Declined
from crickets.signin.grant import Grant
from crickets.signin.registration import Registration

_TOKEN = re.compile(r"[\x20-\x7e]{1,16384}")
"""RFC 6749 §A.12: visible characters of ASCII; the longest are Microsoft's, some thousand of them."""

_CODE = re.compile(r"[\x20-\x7e]{1,100}")
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SHOWN = 200
_USUAL = 3600
"""Seconds that a token lasts where the server doesn't say."""

_LONGEST = 86_400
_YEARS = 10 * 366 * 86_400
REPORT = "Nothing was kept. Try again; if it stays so, check the addresses below [oauth.{provider}]."


def object_in(body: bytes, registration: Registration) -> Mapping[str, object]:
    """The answer as an object of JSON; `Surprise` for anything else, of which nothing is kept: it may be a secret."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):  # undecodable bytes are a ValueError too
        found = None
    if not isinstance(found, dict):
        raise surprise(registration, "answered with what is no answer")
    return found


def surprise(registration: Registration, what: str) -> Surprise:
    """An answer that breaks the protocol, without its bytes."""
    return Surprise(f"{registration.host} {what}", remedy=REPORT.format(provider=registration.provider))


def require_consent(answer: Mapping[str, object], secrets: Sequence[str]) -> None:
    """Nothing, unless the answer is a refusal: then `Declined`, with the server's words less the secrets they echo."""
    code = answer.get("error")
    if code is None:
        return
    said = answer.get("error_description")
    words = without(secrets, said) if isinstance(said, str) else ""
    first = next(iter(words.strip().splitlines()), "")  # Microsoft's others are numbers for its own support
    fit = isinstance(code, str) and _CODE.fullmatch(code)
    raise Declined(without(secrets, str(code)) if fit else "error", _UNSHOWN.sub(" ", first)[:_SHOWN])


def grant_in(
    answer: Mapping[str, object], registration: Registration, now: datetime, before: Grant | None = None
) -> Grant:
    """
    The grant that was given; one that renews another keeps its refresh token where no new one came (RFC 6749 §6).

    What was granted may be less or named otherwise than what was asked for: the mail server will tell.
    """
    kind = answer.get("token_type", "bearer")
    if not isinstance(kind, str) or kind.casefold() != "bearer":
        raise surprise(registration, "gave a token of a kind that opens no mailbox")
    refreshed = answer.get("refresh_token")
    return Grant(
        provider=registration.provider,
        client_id=registration.client_id,
        token_url=registration.token_url,
        signed_in_at=now if before is None else before.signed_in_at,
        expires_at=now + timedelta(seconds=seconds_in(answer, "expires_in", _USUAL, _LONGEST)),
        access_token=token_in(answer, "access_token", registration),
        refresh_token=token_in(answer, "refresh_token", registration) if refreshed else _kept(before),
        ends_at=_end_in(answer, now, before) if registration.ends else None,
    )


def _end_in(answer: Mapping[str, object], now: datetime, before: Grant | None) -> datetime | None:
    """When the owner must sign in again: Google says it of programs in *Testing*, and of access for some time alone."""
    seconds = seconds_in(answer, "refresh_token_expires_in", 0, _YEARS)
    if seconds:
        return now + timedelta(seconds=seconds)
    return None if before is None else before.ends_at


def _kept(before: Grant | None) -> str:
    return "" if before is None else before.refresh_token


def token_in(answer: Mapping[str, object], key: str, registration: Registration) -> str:
    """A token that an answer must have."""
    value = answer.get(key)
    if not isinstance(value, str) or not _TOKEN.fullmatch(value):
        raise surprise(registration, f"gave no {key} that could be used")
    return value


def seconds_in(answer: Mapping[str, object], key: str, usual: int, most: int) -> int:
    """A number of seconds, within reason; some servers write it as a string."""
    value = answer.get(key)
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 10:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1e9:  # nor NaN
        return usual
    return min(int(value), most)

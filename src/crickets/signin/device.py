"""
A sign-in on another device (RFC 8628): a short code is shown here, and entered in a browser anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from urllib.parse import urlsplit

from crickets.errors import CricketsError, Refused, Transient
from crickets.signin.answers import grant_in, seconds_in, surprise, token_in
from crickets.signin.endpoint import asked, error_of
from crickets.signin.errors import Declined, NotSignedIn
from crickets.signin.grant import Grant
from crickets.signin.registration import Registration

_KIND = "urn:ietf:params:oauth:grant-type:device_code"
_USER_CODE = re.compile(r"[\x21-\x7e]{1,40}")
_ADDRESS = re.compile(r"[\x21-\x7e]{1,500}")
_SLOWER = 5
"""Seconds by which each `slow_down` makes the pause longer (RFC 8628 §3.5)."""

_SELDOM = 20
"""Seconds; who comes back after a pause that grew without end would be told that nobody had entered the code."""

_REFUSED = frozenset({"access_denied", "authorization_declined"})  # the latter is Microsoft's own
_EXPIRED = frozenset({"expired_token", "code_expired"})
_OTHERWISE = "Where your organisation keeps out who signs in by a code, add --browser, or --paste."
Wait = Callable[[float], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceCode:
    """What the owner is to enter, and where; good for so long, and asked after no more often than `every`."""

    user_code: str
    address: str
    lasts: timedelta
    every: timedelta
    device_code: str = field(repr=False)


def begun(registration: Registration) -> DeviceCode:
    """A code to be entered; raises as `asked` does, in our own families."""
    try:
        answer = asked(registration, registration.device_url, {"scope": registration.scope})
    except Declined as declined:
        raise error_of(declined, registration, "begin a sign-in") from declined
    return DeviceCode(
        user_code=_shown(answer, ("user_code",), _USER_CODE, registration),
        address=_address(answer, registration),
        lasts=timedelta(seconds=seconds_in(answer, "expires_in", 900, 1800)),
        every=timedelta(seconds=max(1, seconds_in(answer, "interval", 5, 60))),
        device_code=token_in(answer, "device_code", registration),
    )


def entered(registration: Registration, code: DeviceCode, *, clock: Callable[[], datetime], wait: Wait) -> Grant:
    """The grant, once the owner has entered the code and agreed; `wait` lets some seconds go by."""
    until, pause = monotonic() + code.lasts.total_seconds(), code.every.total_seconds()
    form = {"grant_type": _KIND, "device_code": code.device_code}
    while monotonic() + pause < until:
        wait(pause)
        try:
            return grant_in(asked(registration, registration.token_url, form), registration, clock())
        except Transient:
            pause = max(pause, min(2 * pause, _SELDOM))  # RFC 8628 §3.5: who doesn't answer is asked less often
        except Declined as declined:
            pause += _longer(declined, registration)
    raise _too_late(registration)


def _longer(declined: Declined, registration: Registration) -> int:
    """By how many seconds the next pause is longer; what isn't "not yet" is raised."""
    if declined.code == "authorization_pending":
        return 0
    if declined.code == "slow_down":
        return _SLOWER
    if declined.code in _EXPIRED:
        raise _too_late(registration) from declined
    error = error_of(declined, registration, "end the sign-in")
    if declined.code in _REFUSED or isinstance(error, NotSignedIn):
        raise _ended(registration, "the sign-in was refused", str(declined)) from declined
    raise error from declined


def _too_late(registration: Registration) -> CricketsError:
    return _ended(registration, "nobody entered the code in time")


def _ended(registration: Registration, why: str, said: str = "") -> CricketsError:
    """A sign-in that came to nothing; some organisations' rules let nobody in by a code, and say so in the browser."""
    return NotSignedIn(registration.account, why, answer=said, otherwise=_OTHERWISE)


def _address(answer: Mapping[str, object], registration: Registration) -> str:
    """Where the code is to be entered: by TLS, or the owner is led astray; `verification_url` is an older name."""
    address = _shown(answer, ("verification_uri", "verification_url"), _ADDRESS, registration)
    if urlsplit(address).scheme != "https" and urlsplit(registration.token_url).scheme == "https":
        raise Refused(
            f"{registration.host} wants the code entered on a page without TLS", answer=address, remedy="Don't."
        )
    return address


def _shown(
    answer: Mapping[str, object], keys: tuple[str, ...], fit: re.Pattern[str], registration: Registration
) -> str:
    found = next((answer[key] for key in keys if key in answer), None)
    if not isinstance(found, str) or not fit.fullmatch(found):
        raise surprise(registration, f"gave no {keys[0]} that could be used")
    return found

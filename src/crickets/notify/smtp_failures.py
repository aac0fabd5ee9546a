"""
What goes wrong between us and an SMTP server, in our own words: whose matter it is, and what to do about it.

No secret is in what is told, though the server repeat it.
"""

from __future__ import annotations

import os
import ssl
from base64 import b64encode
from dataclasses import dataclass
from typing import TypeVar

from aiosmtplib import SMTPAuthenticationError

from crickets.echoes import without
from crickets.errors import CricketsError, LoginRefused, NotNow, Refused, Transient
from crickets.notify.smtp_server import SmtpServer

LOOK_AT_IT = "See to the settings below [smtp] and [digest]."
_AGAIN = "Try again later; the daemon does so by itself, and nothing else waits for it."
_PERMANENT = 500
_LONGEST = 300

_E = TypeVar("_E", bound=BaseException)


@dataclass(frozen=True, slots=True)
class Failures:
    """What goes wrong with one server, as errors to be raised."""

    _server: SmtpServer

    def told_no(self, code: int, words: str, doing: str) -> CricketsError:
        """The server's no: for now (4yz) or for good (5yz), as RFC 5321 §4.2.1 tells them apart."""
        said = f"{code} {self._hushed(words)}".strip()
        if code >= _PERMANENT:
            return Refused(f"{self._server.host} {doing}", answer=said, remedy=LOOK_AT_IT)
        return NotNow(f"{self._server.host} {doing} for now", answer=said, remedy=_AGAIN)

    def login_refused(self, said: str) -> CricketsError:
        """The password, or the name, is wrong."""
        remedy = "Mend username or secret below [smtp]; many providers want an app password."
        return LoginRefused(f"{self._server.host} did not let you in to send mail", answer=said, remedy=remedy)

    def broken(self, error: Exception, doing: str) -> CricketsError:
        """The line, or what was said on it, is no good."""
        host = self._server.host
        distrust = _in(error, ssl.SSLCertVerificationError)
        if distrust is not None:
            remedy = "Nothing was sent. If the server is your own, name its authority's certificate in tls_ca_file."
            return Refused(f"the certificate of {host} can't be trusted", answer=distrust.verify_message, remedy=remedy)
        no_tls = _in(error, ssl.SSLError)
        if no_tls is not None and no_tls.reason in {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"}:
            remedy = 'tls = "implicit" goes with port 465, tls = "starttls" with port 587.'
            return Refused(f"what answers at {host}:{self._server.port} doesn't speak TLS", remedy=remedy)
        return self.for_now(f"{doing}: {_word(error)}")

    def for_now(self, what: str) -> Transient:
        """It passes by itself."""
        return Transient(f"{self._server.host}:{self._server.port} {what}", remedy=_AGAIN)

    def _hushed(self, words: str) -> str:
        """A server's words on one line, without the secret if it's so rude as to repeat it, or what was said of it."""
        line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
        name, secret = self._server.username, self._server.secret
        as_said = (
            b64encode(text.encode("utf-8", "replace")).decode() for text in (f"\0{name}\0{secret}", secret)
        )  # RFC 4954 §4
        return without((*as_said, secret) if secret else (), line)[:_LONGEST]


def without_secret(error: Exception) -> Exception | None:
    """The error to be told as the cause; none of a login's, whose words may repeat what was said."""
    return None if isinstance(error, SMTPAuthenticationError | ValueError) else error


def _in(error: BaseException | None, kind: type[_E]) -> _E | None:
    """The error of that kind that another is, or was made from."""
    while error is not None:
        if isinstance(error, kind):
            return error
        error = error.__cause__ or error.__context__
    return None


def _word(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    deepest: BaseException = error
    while deepest.__cause__ is not None:
        deepest = deepest.__cause__
    if isinstance(deepest, ConnectionError) and deepest.errno:
        return os.strerror(deepest.errno)  # asyncio puts the address in its place
    return str(getattr(deepest, "strerror", None) or deepest)[:_LONGEST]

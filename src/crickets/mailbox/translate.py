"""
What sockets, TLS, imaplib and imapclient raise, and what servers answer, in our own families of errors.

The one place that knows foreign errors by name; everything else in this package raises and sees our own.
"""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from imapclient.exceptions import CapabilityError, IMAPClientError, ProtocolError

from crickets.errors import CricketsError, LoginRefused, Refused, Surprise, Transient
from crickets.mailbox.errors import UntrustedServer
from crickets.mailbox.settings import BearerToken, Credentials

LATER = "Nothing is lost; try again later."
AMISS = "Nothing is lost; try again later. If it stays so, check `host`, `port` and `tls`, and the network."
"""What to do about a server that could not be reached, or did not even greet."""

REPORT = "Please report this, with the bytes the server sent."
_LOGIN_REMEDY = "Check the user name and the password; with two-factor sign-in most providers want an app password."
_BEARER_REMEDY = (
    "Check that `username` is who signed in, and that IMAP is switched on for this mailbox; or sign in anew."
)

_WAYS = 'Check `port` and `tls`: tls = "implicit" goes with port 993, tls = "starttls" with port 143.'
_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"})
"""OpenSSL's words for what is no TLS at all: of version 1 to 3.1, and of later ones."""

_LONGEST = 1_000
"""Of a server's words; an honest one says what's wrong in a line."""

NOTHING_YET = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
"""What a socket that does not wait says when it has nothing: no error at all."""

# RFC 5530 §3 and RFC 9051 §7.1: said of a server's state, which passes, not of the request.
_PASSING_CODES = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "THROTTLED", "BACKOFF"})
# What says the same where no code is given: Gmail's ALERTs, throttling everywhere (docs/quirks.md).
_PASSING_WORDS = re.compile(r"too many|throttl|try again|temporar|rate.?limit|system error|server busy", re.IGNORECASE)
# Words that say less than they mean (docs/quirks.md), and what to do about them.
_REMEDIES = (
    (
        re.compile(r"authenticated but not connected", re.IGNORECASE),
        "Microsoft says so of one who has no right to the mailbox, or signs in too often: check `username`.",
    ),
    (
        re.compile(r"unsafe login", re.IGNORECASE),
        "Allow IMAP for this account on the provider's site, and use the authorisation code it gives.",
    ),
)
_CODE = re.compile(r"\s*+\[([^\s\]]++)[^\]]*+\]")
# imaplib and imapclient wrap an answer in the repr of bytes, once or twice.
_WRAPPING = re.compile(
    r"^(?:(?:[A-Za-z ]+ )?(?:failed|command error): (?:(?:NO|BAD) )?)?\[?b?(['\"])(.*)\1\]?$", re.DOTALL
)
_FAILED = re.compile(r"^[A-Za-z ]+ (?:failed|command error): (?:(?:NO|BAD) )?")


def heard(words: str) -> str:
    """What a server said, as much of it as anybody reads: it's kept, and told each day."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def without(secret: str, words: str) -> str:
    """The same without the secret, if a server says it: before anything is cut off, lest half of it stays."""
    return words.replace(secret, "…") if secret else words


@contextmanager
def socket_words(patience: float) -> Iterator[None]:
    """Inside, a broken or silent connection raises `Transient`; a certificate that is refused passes through."""
    try:
        yield
    except (*NOTHING_YET, ssl.SSLCertVerificationError):
        raise
    except TimeoutError as err:
        raise Transient(f"the server said nothing for {patience:g} seconds", remedy=LATER) from err
    except ssl.SSLError as err:
        raise _without_tls(err) from err
    except OSError as err:
        raise Transient(f"the connection broke: {err.strerror or err}", remedy=LATER) from err


def _without_tls(err: ssl.SSLError) -> CricketsError:
    """What answers in the clear where TLS is spoken to it, or a TLS connection that broke."""
    reason = str(getattr(err, "reason", None) or err)  # OpenSSL's is missing on one that Python made
    if reason in _NO_TLS:
        return UntrustedServer("what answers there doesn't speak TLS", remedy=_WAYS)
    return Transient(f"the encrypted connection broke: {reason.replace('_', ' ')}", remedy=LATER)


@contextmanager
def library_words(doing: str, *, secret: str = "") -> Iterator[None]:
    """Inside, what imaplib and imapclient raise is one of our families, without the secret; `doing` is what failed."""
    try:
        yield
    except (CricketsError, ssl.SSLCertVerificationError):
        raise  # the latter is a ValueError too
    except (ProtocolError, CapabilityError) as err:
        raise Surprise(f"{doing}: {heard(without(secret, str(err)))}", remedy=REPORT) from err
    except imaplib.IMAP4.abort as err:
        raise _aborted(doing, without(secret, str(err))) from err
    except (imaplib.IMAP4.error, IMAPClientError) as err:
        if isinstance(err.__context__, imaplib.IMAP4.abort):
            # imapclient makes a refused login of a line that broke during it.
            raise _aborted(doing, without(secret, str(err.__context__))) from err
        raise refusal(doing, without(secret, bare_answer(str(err)))) from err
    except (ValueError, IndexError, KeyError, TypeError) as err:
        # imapclient's parsers meet an answer that breaks the grammar with these (mjs/imapclient#448).
        said = heard(without(secret, str(err)))
        raise Surprise(f"{doing}: the answer could not be read: {said}", remedy=REPORT) from err


def refusal(doing: str, answer: str) -> CricketsError:
    """The error for a NO or BAD: `Transient` if the server says so itself, else `Refused` with its words."""
    if passes(answer):
        return Transient(f"{doing}: the server can't for now: {heard(answer)}", remedy=LATER)
    remedies = (remedy for words, remedy in _REMEDIES if words.search(answer))
    return Refused(doing, answer=heard(answer), remedy=next(remedies, "The words are the server's own."))


def login_refusal(doing: str, answer: str, credentials: Credentials) -> CricketsError:
    """As `refusal`, for a login; a server that echoes the secret is not let."""
    safe = heard(without(credentials.secret, answer))
    if passes(safe):
        return Transient(f"{doing}: the server can't for now: {safe}", remedy=LATER)
    remedy = _BEARER_REMEDY if isinstance(credentials, BearerToken) else _LOGIN_REMEDY
    return LoginRefused(doing, answer=safe, remedy=remedy)


def passes(answer: str) -> bool:
    """Whether a refusal is said of a state that passes, by its response code or else by its words."""
    if answer.upper().startswith("* BYE"):
        return True
    code = _CODE.match(answer)
    if code and code[1].upper() in _PASSING_CODES:
        return True
    # "[AUTHENTICATIONFAILED] … temporarily blocked" is still the owner's to mend: a code outweighs words.
    settled = code is not None and code[1].upper() != "ALERT"
    return not settled and bool(_PASSING_WORDS.search(answer))


def bare_answer(text: str) -> str:
    """The server's words, without what the libraries put around them."""
    wrapped = _WRAPPING.match(text)
    return wrapped[2] if wrapped else _FAILED.sub("", text)


def _aborted(doing: str, words: str) -> CricketsError:
    """What imaplib calls an abort is a server that hung up, or one whose line could not be understood."""
    if "unexpected" in words:
        return Surprise(f"{doing}: {heard(words)}", wire=words.encode(), remedy=REPORT)
    return Transient(f"{doing}: the server hung up: {heard(words)}", remedy=LATER)

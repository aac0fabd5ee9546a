"""
Whom a TLS connection may trust, and a plain word when it may not.

Knows X.509 by the names of `ssl`; must not know IMAP.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from pathlib import Path

from crickets.errors import CricketsError
from crickets.mailbox.errors import UnknownAuthority, UntrustedServer
from crickets.trust import verifying

# OpenSSL's X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH (x509_vfy.h).
_ANOTHER_NAME = frozenset({62, 64})
# X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT and the three after it.
_UNKNOWN_AUTHORITY = frozenset({18, 19, 20, 21})
_UNSAID = "Nothing was sent, not even your name."


class _Shared:
    """Contexts that many connections have in common: one takes a megabyte, and 16 ms to be made."""

    def __init__(self) -> None:
        self._made: dict[Path | None, tuple[object, ssl.SSLContext]] = {}
        self._making = threading.Lock()

    def trusting(self, ca_file: Path | None) -> ssl.SSLContext:
        """The context for a file's authorities, or the system's, as they are on the disk by now."""
        with self._making:
            stamp = _stamp(ca_file)
            known = self._made.get(ca_file)
            if known is None or known[0] != stamp:
                known = self._made[ca_file] = stamp, verifying(ca_file)
        return known[1]


_SHARED = _Shared()


def trusting(ca_file: Path | None) -> ssl.SSLContext:
    """
    A context that trusts the system's authorities, or those of a file alone; `ConfigError` if it is none.

    It's everybody's: nobody may change it.
    """
    return _SHARED.trusting(ca_file)


def _stamp(ca_file: Path | None) -> tuple[int, ...]:
    """Another one, once other authorities lie on the disk."""
    system = ssl.get_default_verify_paths()
    places = (ca_file,) if ca_file else (system.cafile, system.capath)
    paths = (Path(place) for place in places if place)
    return tuple(path.stat().st_mtime_ns for path in paths if path.exists())


def nameless(context: ssl.SSLContext, ca_file: Path | None) -> ssl.SSLContext:
    """As `context`, but content with a trusted certificate of any name: to learn that name, and nothing more."""
    lenient = verifying(ca_file)
    lenient.minimum_version = context.minimum_version
    lenient.check_hostname = False
    return lenient


def names_in(sock: object) -> tuple[str, ...]:
    """The names a connection's certificate is for (RFC 9525 §2)."""
    certificate = sock.getpeercert() if isinstance(sock, ssl.SSLSocket) else None
    alternatives = (certificate or {}).get("subjectAltName", ())
    return tuple(str(name[1]) for name in alternatives if isinstance(name, tuple))


def distrust(error: ssl.SSLCertVerificationError, host: str, names: Callable[[], tuple[str, ...]]) -> UntrustedServer:
    """The error for a refused certificate; `names` looks whom it is for, where that is the matter."""
    if error.verify_code in _ANOTHER_NAME:
        found = ", ".join(_or_nothing(names)) or "another host"
        remedy = f"{_UNSAID} If it is the server you mean, set `host` to a name the certificate is for."
        return UntrustedServer(f"the certificate is for {found}, not for {host}", remedy=remedy)
    what = f"the certificate of {host} can't be trusted"
    if error.verify_code in _UNKNOWN_AUTHORITY:
        remedy = f"{_UNSAID} If the server is your own, name its authority's certificate in `tls_ca_file`."
        return UnknownAuthority(what, answer=error.verify_message, remedy=remedy)
    remedy = f"{_UNSAID} The server's administrator must mend its certificate."
    return UntrustedServer(what, answer=error.verify_message, remedy=remedy)


def _or_nothing(names: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return names()
    except (OSError, CricketsError):
        return ()

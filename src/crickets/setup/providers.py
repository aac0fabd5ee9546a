"""
Where the mailboxes of well-known providers are, and what their owners must know before they log in.

Pure: a table, and guesses for the domains that aren't in it (the host names that most mail servers go by).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crickets.mailbox import Tls

_APP_PASSWORD = "It wants an app password, made in your account's security settings."  # noqa: S105 - words
_APP_PASSWORD_OR_SIGN_IN = f"{_APP_PASSWORD} Or sign in by OAuth 2.0: docs/signing-in.md has the steps."
_SIGN_IN = "Microsoft takes no passwords over IMAP; one signs in by OAuth 2.0, and docs/signing-in.md has the steps."
_SWITCH_ON = "IMAP must be switched on in the settings of your mailbox first."


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider: the domains of its addresses, its IMAP server, and a remark for its customers."""

    name: str
    domains: tuple[str, ...]
    host: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Where a mailbox may be; `known` says that it's no guess."""

    host: str
    port: int = 993
    tls: Tls = Tls.IMPLICIT
    remark: str = ""
    known: bool = False


PROVIDERS = (
    Provider(
        name="Gmail", domains=("gmail.com", "googlemail.com"), host="imap.gmail.com", remark=_APP_PASSWORD_OR_SIGN_IN
    ),
    Provider(
        name="Microsoft",
        domains=("outlook.com", "hotmail.com", "hotmail.it", "hotmail.fr", "live.com", "msn.com", "outlook.it"),
        host="outlook.office365.com",
        remark=_SIGN_IN,
    ),
    Provider(name="iCloud", domains=("icloud.com", "me.com", "mac.com"), host="imap.mail.me.com", remark=_APP_PASSWORD),
    Provider(name="Fastmail", domains=("fastmail.com", "fastmail.fm"), host="imap.fastmail.com", remark=_APP_PASSWORD),
    Provider(
        name="Yahoo",
        domains=("yahoo.com", "yahoo.it", "yahoo.fr", "yahoo.de", "yahoo.es", "yahoo.co.uk", "ymail.com"),
        host="imap.mail.yahoo.com",
        remark=_APP_PASSWORD,
    ),
    Provider(name="AOL", domains=("aol.com",), host="imap.aol.com", remark=_APP_PASSWORD),
    Provider(name="GMX", domains=("gmx.de", "gmx.net", "gmx.at", "gmx.ch"), host="imap.gmx.net", remark=_SWITCH_ON),
    Provider(name="GMX", domains=("gmx.com", "gmx.us"), host="imap.gmx.com", remark=_SWITCH_ON),
    Provider(name="WEB.DE", domains=("web.de",), host="imap.web.de", remark=_SWITCH_ON),
    Provider(name="T-Online", domains=("t-online.de",), host="secureimap.t-online.de"),
    Provider(name="Posteo", domains=("posteo.de", "posteo.net"), host="posteo.de"),
    Provider(name="mailbox.org", domains=("mailbox.org",), host="imap.mailbox.org"),
    Provider(name="Libero", domains=("libero.it", "inwind.it", "iol.it", "blu.it"), host="imapmail.libero.it"),
    Provider(
        name="Onet",
        domains=("onet.pl", "onet.eu", "op.pl", "vp.pl", "poczta.onet.pl"),
        host="imap.poczta.onet.pl",
        remark=_SWITCH_ON,
    ),
    Provider(name="WP", domains=("wp.pl",), host="imap.wp.pl", remark=_SWITCH_ON),
    Provider(name="Zoho", domains=("zoho.com", "zohomail.com"), host="imap.zoho.com", remark=_SWITCH_ON),
)
"""A few, where a guess would fail or a remark spares a riddle; any other domain is tried out."""

_USUAL = (
    ("imap.{domain}", 993, Tls.IMPLICIT),
    ("mail.{domain}", 993, Tls.IMPLICIT),
    ("{domain}", 993, Tls.IMPLICIT),
    ("imap.{domain}", 143, Tls.STARTTLS),
    ("mail.{domain}", 143, Tls.STARTTLS),
)


def guesses_for(address: str) -> tuple[Guess, ...]:
    """Where the mailbox of an address may be: its provider's server, or else all the usual names of its domain."""
    domain = address.rpartition("@")[2].casefold()
    known = tuple(_known(domain))
    return known or tuple(Guess(host=host.format(domain=domain), port=p, tls=tls) for host, p, tls in _USUAL)


def _known(domain: str) -> Iterator[Guess]:
    for provider in PROVIDERS:
        if domain in provider.domains:
            yield Guess(host=provider.host, remark=provider.remark, known=True)

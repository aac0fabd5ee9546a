"""
What a sound config says: frozen values, and no secret among them.

Knows the domain's policy and the places where secrets are kept; must not know TOML, nor any library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from enum import Enum
from pathlib import Path

from crickets.domain.notice import NOTICE_NAMES
from crickets.domain.owner import OwnAddress
from crickets.domain.policy import Policy


class Tls(Enum):
    """How the connection to a server is made private (RFC 8314 §3)."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"
    NONE = "none"

    @property
    def port(self) -> int:
        """The port that is meant where none is named (RFC 8314 §7.1, RFC 9051 §2.1)."""
        return 993 if self is Tls.IMPLICIT else 143

    @property
    def smtp_port(self) -> int:
        """The same for a server that mail is handed over to (RFC 8314 §7.3, RFC 6409 §3.1, RFC 5321 §4.5.4.2)."""
        return {Tls.IMPLICIT: 465, Tls.STARTTLS: 587, Tls.NONE: 25}[self]


class Watch(Enum):
    """How one learns that something has moved in a mailbox."""

    IDLE = "idle"
    POLL = "poll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """What the owner says of an account's folders; empty is "find out"."""

    sent: tuple[str, ...] = ()
    drafts: str = ""
    trash: str = ""
    skip: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A secret in an environment variable, or in the `.env` beside the config."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretFile:
    """A secret that is all there is in a file."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A secret that a program prints; its arguments may give away too much to be shown."""

    argv: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A secret that systemd passes in under a name (systemd.exec(5), LoadCredential=)."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyring:
    """A secret in the keyring of the owner's desktop, under a service and a user name."""

    service: str
    username: str


SecretSource = Variable | SecretFile | Command | Credential | Keyring


class Provider(Enum):
    """Who lets owners sign in by OAuth 2.0."""

    GOOGLE = "google"
    MICROSOFT = "microsoft"


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthClient:
    """How Crickets is registered with a provider, where that is, and what is asked for; Google's have a secret."""

    provider: Provider
    client_id: str
    scope: str
    auth_url: str
    token_url: str
    device_url: str = ""
    secret: SecretSource | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCommand:
    """An access token of OAuth 2.0 that a program prints."""

    argv: tuple[str, ...] = field(repr=False)


AT = " at "
"""What stands between a user and the server that alone knows them."""


def login_of(username: str, host: str) -> str:
    """Whose mailbox it is: the user's name; where that isn't an address, with the server that knows it."""
    return username if "@" in username else f"{username}{AT}{host}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """
    One mailbox: its server, its user, and where the secret is that opens it, or how one signs in.

    `formerly` is the name by which its user logged in before, where that is another now.
    """

    name: str
    host: str
    port: int
    tls: Tls
    username: str
    secret: SecretSource | TokenCommand | OAuthClient
    watch: Watch = Watch.IDLE
    poll_every: timedelta = timedelta(minutes=10)
    folders: Folders = field(default_factory=Folders)
    tls_ca_file: Path | None = None
    formerly: str = ""

    @property
    def login(self) -> str:
        """Whose mailbox it is."""
        return login_of(self.username, self.host)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskServer:
    """The list on a CalDAV server where calls and tasks are put, in which language, and what opens it."""

    url: str
    username: str
    secret: SecretSource
    tls_ca_file: Path | None = None
    language: str = "en"


class DigestBy(Enum):
    """How the digest comes to its owner."""

    SMTP = "smtp"
    IMAP = "imap"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """The server that the digest is handed over to; nobody logs in where there is no `secret`."""

    host: str
    port: int
    tls: Tls
    username: str = ""
    secret: SecretSource | None = None
    tls_ca_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestWish:
    """
    The digest that the owner wants, at an hour of their working days.

    By SMTP over `server`, or where that is None, into INBOX of an `account`.
    """

    at: time
    sender: OwnAddress
    to: OwnAddress
    language: str
    server: SmtpServer | None = None
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """An address of this machine's own, and the port on it; 0 is any that is free."""

    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthcheckUrl:
    """What is asked for after each good look at all accounts: who knows the address can pretend that all is well."""

    url: str | Variable = field(repr=False)
    tls_ca_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Who is told how Crickets is: where figures are given, and which address is asked for; each only if wanted."""

    metrics: Listening | None = None
    healthcheck: HealthcheckUrl | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    The whole config of `path`; `tasks` is None where calls and tasks go on no list, `digest` where none is wanted.

    `language` is the owner's, by their country; `own_templates` are their texts, by `<name>` or `<language>/<name>`.
    `notices` names the templates that are about invoices.
    `warnings` are what doesn't keep the program from running but should be mended.
    """

    path: Path
    policy: Policy
    accounts: tuple[Account, ...]
    tasks: TaskServer | None = None
    digest: DigestWish | None = None
    language: str = "en"
    health: Health = field(default_factory=Health)
    own_templates: Mapping[str, str] = field(default_factory=dict)
    notices: frozenset[str] = NOTICE_NAMES
    warnings: tuple[str, ...] = ()

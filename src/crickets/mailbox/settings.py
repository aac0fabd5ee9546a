"""
Where an account's server is, and what its owner said of its folders.

Plain values that the config builds; no secret is among them, so that none can be printed with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class Tls(Enum):
    """How the connection is made private (RFC 8314 §3)."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"
    NONE = "none"  # on loopback only: a bridge or proxy on this machine


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderChoices:
    """
    What the owner's config says of folders; empty is "find out".

    `skip` holds names or shell patterns of folders that are not to be read; those below them are left out too.
    """

    sent: tuple[str, ...] = ()
    drafts: str = ""
    trash: str = ""
    skip: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """
    One account's server.

    `tls_ca_file` names the authorities to trust in place of the system's. A connection that is not made within
    `connect_seconds`, or a server that is silent for `read_seconds`, is given up: nothing waits for ever. One whose
    quickest answer takes `far_seconds` is far away: what it sends had better be small.
    """

    account: str
    host: str
    username: str
    port: int = 993
    tls: Tls = Tls.IMPLICIT
    tls_ca_file: Path | None = None
    folders: FolderChoices = field(default_factory=FolderChoices)
    connect_seconds: float = 15
    read_seconds: float = 30
    far_seconds: float = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Password:
    """A password, or an app password."""

    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BearerToken:
    """An OAuth 2.0 access token, fresh enough to be used now (RFC 6749 §1.4)."""

    secret: str = field(repr=False)


Credentials = Password | BearerToken

"""What every IMAP server of the tests has in common: where it listens, and fresh mailboxes on demand.

Knows nothing of how a particular server is configured or started.
"""

from __future__ import annotations

import enum
import itertools
from pathlib import Path
from typing import Protocol, runtime_checkable

from tests.servers.names import Naming

LOOPBACK = "127.0.0.1"
PASSWORD = "s3same-open"

#: The folders every fresh mailbox has beside INBOX, each with the RFC 6154 attribute of its name.
FOLDERS = ("Sent", "Drafts", "Trash", "Archive", "Junk")


class Tls(enum.Enum):
    """How a connection to the server's port is made private."""

    NONE = "none"
    STARTTLS = "starttls"
    IMPLICIT = "implicit"


class Unavailable(Exception):
    """This server cannot be had on this machine; the text says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")


class ImapServer(Protocol):
    """A running server on loopback."""

    @property
    def name(self) -> str: ...

    @property
    def host(self) -> str: ...

    @property
    def port(self) -> int: ...

    @property
    def password(self) -> str:
        """The one password of all its users."""
        ...

    @property
    def tls(self) -> Tls: ...

    @property
    def ca_file(self) -> Path | None:
        """The authority that signed its certificate; None where it has no certificate."""
        ...

    def user(self, who: str = "dana") -> str:
        """A login name never given out before, whose mailbox holds FOLDERS and not one message."""
        ...

    def stop(self) -> None:
        """End it, and remove what it stored."""
        ...


@runtime_checkable
class Localised(Protocol):
    """A server whose folders have names of their own, which their owner knows and a program has to find out."""

    @property
    def naming(self) -> Naming: ...


class FreshLogins:
    """Login names of which no two are alike; one is as long as the other, so that no session is longer for its name."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def next(self, who: str) -> str:
        """`who` with a number; plain ASCII letters and digits, which every server takes as a folder name too."""
        return f"{who}{next(self._numbers):06}"

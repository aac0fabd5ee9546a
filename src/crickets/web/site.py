"""
Where a web server is, and the words in which trouble with it is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """
    A server by the address of something on it; over plain HTTP only where the config allowed that.

    `matter` is what it's asked about ("the task list"), `key` where the config names the address, and `again` what is
    to be told of a failure that may pass. `tls_ca_file` names the authorities to trust in place of the system's, and
    `largest` how many octets of an answer are taken. `distrusted` is what to do where its certificate is no good.
    """

    url: str
    matter: str
    key: str
    again: str
    largest: int
    tls_ca_file: Path | None = None
    distrusted: str = "If the server is your own, name its authority's certificate in tls_ca_file."

    @property
    def host(self) -> str:
        """The server's name."""
        return urlsplit(self.url).hostname or ""

    @property
    def table(self) -> str:
        """The config's table in which the address stands."""
        return self.key.rpartition(".")[0]

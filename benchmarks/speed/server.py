"""
The server that all are measured on: the tests' own Dovecot, its mail in the cache.

Knows how its store is named to it; must not know what is measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_config import Storage
from tests.servers.server import Tls


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Where a client connects to, and as whom."""

    host: str
    port: int
    login: str
    password: str

    def through(self, host: str, port: int) -> Line:
        """The same mailbox, by another way."""
        return replace(self, host=host, port=port)


# A process of the server serves many: else it would take a thousand of them, and more of the kernel's means to watch
# files (fs.inotify.max_user_instances) than there are.
_CROWDED = """
default_process_limit = 2000
default_client_limit = 4000
service imap-login {
  service_count = 0
  process_min_avail = 1
}
service imap {
  client_limit = 25
  service_count = 0
}
"""


class _Kept(Dovecot):
    """A Dovecot that may be used in a `with`; what lies in the cache outlives it."""

    def close(self) -> None:
        self.stop()


@contextmanager
def serving(cache: Path) -> Iterator[Dovecot]:
    """A running server of the cache's mailboxes; raises Unavailable where there is no Dovecot."""
    with closing(_Kept(Storage.MAILDIR, extra=_store(cache))) as server:
        yield server


@contextmanager
def serving_many(mail: Path) -> Iterator[Dovecot]:
    """The same over TLS, for hundreds of lines at once; `mail` holds a mailbox for each login."""
    store = f"mail_location = maildir:{mail.absolute()}/%u\n"
    with closing(_Kept(Storage.MAILDIR, tls=Tls.IMPLICIT, extra=store + _CROWDED)) as server:
        yield server


@contextmanager
def serving_packed(cache: Path) -> Iterator[Dovecot]:
    """The same, offering to compress what goes over a line."""
    packing = "protocol imap {\n  mail_plugins = zlib imap_zlib\n}\n"
    with closing(_Kept(Storage.MAILDIR, extra=_store(cache) + packing)) as server:
        yield server


def _store(cache: Path) -> str:
    # Its own indexes lie beside the mail: what one run has warmed the next finds warm.
    # By the 256 MB that are usual it hangs up on whoever reads a folder of 180,000 messages.
    return f"mail_location = maildir:{cache.absolute()}/%u\ndefault_vsz_limit = 2 G\n"


def line_to(server: Dovecot, login: str) -> Line:
    """The way to one of its mailboxes."""
    return Line(host=server.host, port=server.port, login=login, password=server.password)

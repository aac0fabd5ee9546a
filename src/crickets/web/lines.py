"""
The connections to a web server: each known before a word is said on it, so that another thread can cut it.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from logging import CRITICAL, getLogger
from threading import Lock
from urllib.parse import urlsplit

import urllib3

from crickets.errors import Refused
from crickets.trust import is_this_machine, verifying
from crickets.web.site import Site


class Lines:
    """A pool's connections, to be cut from another thread: each by a handle of its own, as TLS takes the socket."""

    def __init__(self) -> None:
        self._cut = False
        self._lock = Lock()
        self._open: list[socket.socket] = []

    def add(self, line: socket.socket) -> None:
        """Know a connection; one that comes too late is cut at once."""
        with self._lock:
            self._open.append(line.dup())
        if self._cut:
            self.cut()

    def are_cut(self) -> bool:
        """Whether nothing goes over them any more."""
        return self._cut

    def cut(self) -> None:
        """Cut them all, and those to come."""
        with self._lock:
            self._cut = True
            lines, self._open = self._open, []
        for line in lines:
            with line, suppress(OSError):  # the other side may have gone already
                line.shutdown(socket.SHUT_RDWR)


def pool_of(site: Site, lines: Lines, seconds: float) -> urllib3.HTTPConnectionPool:
    """One connection at a time, each known to `lines` before a word is said on it."""
    getLogger("urllib3").setLevel(CRITICAL)  # it tells each fault of an answer, with the address, which may be a secret
    parts = urlsplit(site.url)
    host, port, timeout = site.host, parts.port, urllib3.Timeout(connect=seconds, read=seconds)

    class Plain(urllib3.connection.HTTPConnection):
        def _new_conn(self) -> socket.socket:
            line = super()._new_conn()
            try:
                lines.add(line)
                require_loopback(line.getpeername()[0], site)
            except BaseException:
                line.close()  # nobody else knows it yet
                raise
            return line

    class Private(urllib3.connection.HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            line = super()._new_conn()
            lines.add(line)
            return line

    if parts.scheme == "http":
        plain = urllib3.HTTPConnectionPool(host, port, timeout=timeout)
        plain.ConnectionCls = Plain
        return plain
    private = urllib3.HTTPSConnectionPool(
        host, port, timeout=timeout, ssl_context=verifying(site.tls_ca_file, key=f"{site.table}.tls_ca_file")
    )
    private.ConnectionCls = Private
    return private


def require_loopback(address: str, site: Site) -> None:
    """Nothing, if an address is this very machine: without TLS no secret goes anywhere else."""
    if not is_this_machine(address):
        raise Refused(f"{site.host} is another machine", remedy=f"Give {site.key} an address with https://.")

"""
A TCP connection that is made soon or not at all, and that notices when the other side is gone.

Knows addresses and socket options; must not know IMAP.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from time import monotonic

from crickets.errors import Transient
from crickets.mailbox.translate import AMISS
from crickets.trust import is_this_machine

_KEEPALIVE = (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 20), ("TCP_KEEPCNT", 3))


def connected(host: str, port: int, *, within: float) -> socket.socket:
    """A socket connected to the first of the host's addresses that answers; `Transient` if none does in time."""
    try:
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as err:
        raise Transient(f"the host {host!r} is not known: {_word(err)}", remedy=AMISS) from err
    until = monotonic() + within
    failure: OSError | None = None
    for left, (family, kind, protocol, _, address) in zip(range(len(addresses), 0, -1), addresses, strict=True):
        sock = socket.socket(family, kind, protocol)
        try:
            # One address that swallows packets must not use up the time of the others.
            sock.settimeout(max(0.1, (until - monotonic()) / left))
            sock.connect(address)
            _prepare(sock)
        except OSError as err:
            sock.close()
            failure = err
        else:
            return sock
    raise Transient(f"{host}:{port} could not be reached: {_word(failure)}", remedy=AMISS) from failure


def on_loopback(sock: socket.socket) -> bool:
    """Whether the other end is this very machine."""
    return is_this_machine(sock.getpeername()[0])


def _prepare(sock: socket.socket) -> None:
    # imaplib sends a command and its line end apart: with Nagle's algorithm each waits 44 ms (docs/quirks.md).
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in _KEEPALIVE:
        with suppress(OSError, AttributeError):  # not every system has each of them
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)


def _word(failure: OSError | UnicodeError | None) -> str:
    if isinstance(failure, TimeoutError):
        return "no answer in time"
    return str(getattr(failure, "strerror", None) or failure)

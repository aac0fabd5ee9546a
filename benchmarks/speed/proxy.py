"""
A line between client and server on which is counted what goes over it, and that can be as slow as a real one.

Knows sockets; must not know IMAP.
"""

from __future__ import annotations

import queue
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic, sleep

_PIECE = 1 << 15
_UNDER_WAY = 32
"""How many pieces may be on the way at a time: about what fills a link of 50 ms at 100 Mbit/s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """Bytes each way, and how often the client spoke after the server had: round trips, if it waits for answers."""

    up: int = 0
    down: int = 0
    round_trips: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How long a byte is under way, in seconds, and how many go over it a second; 0 is any number."""

    delay: float = 0.0
    rate: float = 0.0


AT_ONCE = Link()
SLOW = Link(delay=0.025, rate=20e6 / 8)
"""50 ms there and back, 20 Mbit/s: a mailbox over an ordinary line."""


class Proxy:
    """Stands before a server on loopback; `traffic` is what went over all its lines since it was last `reset`."""

    host = "127.0.0.1"

    def __init__(self, host: str, port: int, link: Link = AT_ONCE) -> None:
        self._server = (host, port)
        self._link = link
        self._lock = threading.Lock()
        self._listener = socket.create_server((self.host, 0))
        self.port: int = self._listener.getsockname()[1]
        self.reset()
        threading.Thread(target=self._accept, daemon=True).start()

    def reset(self) -> None:
        """Count from nothing on."""
        with self._lock:
            self._up = self._down = self._round_trips = 0
            self._client_spoke_last = False

    @property
    def traffic(self) -> Traffic:
        """What was counted."""
        with self._lock:
            return Traffic(up=self._up, down=self._down, round_trips=self._round_trips)

    def close(self) -> None:
        """Take no more lines; those that are open end with their ends."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._relay(client, server, by_client=True)
                self._relay(server, client, by_client=False)

    def _relay(self, source: socket.socket, target: socket.socket, *, by_client: bool) -> None:
        under_way: queue.Queue[tuple[float, bytes]] = queue.Queue(_UNDER_WAY)
        threading.Thread(target=self._take, args=(source, under_way, by_client), daemon=True).start()
        threading.Thread(target=_give, args=(under_way, target), daemon=True).start()

    def _take(self, source: socket.socket, under_way: queue.Queue[tuple[float, bytes]], by_client: bool) -> None:  # noqa: FBT001 - a thread's argument
        """Send what comes on its way, each piece to arrive when the link lets it; an empty one is the end."""
        free = 0.0
        piece = b" "
        while piece:
            try:
                piece = source.recv(_PIECE)
            except OSError:
                piece = b""
            self._count(len(piece), by_client=by_client)
            free = max(free, monotonic()) + (len(piece) / self._link.rate if self._link.rate else 0.0)
            under_way.put((free + self._link.delay, piece))

    def _count(self, octets: int, *, by_client: bool) -> None:
        with self._lock:
            if by_client:
                self._up += octets
                self._round_trips += octets > 0 and not self._client_spoke_last
            else:
                self._down += octets
            self._client_spoke_last = by_client


def _give(under_way: queue.Queue[tuple[float, bytes]], target: socket.socket) -> None:
    with suppress(OSError):
        while True:
            due, piece = under_way.get()
            sleep(max(0.0, due - monotonic()))
            if not piece:
                target.shutdown(socket.SHUT_WR)
                return
            target.sendall(piece)

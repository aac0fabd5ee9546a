"""A web server that says what a test tells it to, byte by byte if need be."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from crickets.notify.dav import Place

Act = Callable[[socket.socket], object]
"""What is done with a connection once a request has come in on it."""


@dataclass(slots=True, kw_only=True)
class Web:
    """Where it listens, and what it was asked, head and body."""

    port: int
    ended: threading.Event = field(default_factory=threading.Event)
    requests: list[bytes] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """A task list there."""
        return Place(url=f"http://127.0.0.1:{self.port}/dana/tasks", username="dana", secret="hunter2")


@contextmanager
def a_web(act: Act) -> Iterator[Web]:
    """A server on loopback that treats every connection the same."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        web = Web(port=listener.getsockname()[1])
        threading.Thread(target=_serve, args=(listener, web, act), daemon=True).start()
        try:
            yield web
        finally:
            web.ended.set()
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)


def _serve(listener: socket.socket, web: Web, act: Act) -> None:
    while not web.ended.is_set():
        try:
            line, _ = listener.accept()
        except OSError:
            return
        with line, suppress(OSError):
            web.requests.append(line.recv(1 << 16))
            act(line)
            line.shutdown(socket.SHUT_WR)
            hear_out(line)


def hear_out(line: socket.socket) -> None:
    """Take whatever still comes, to the end: a socket closed over unread bytes takes back what was said on it."""
    line.settimeout(20)
    while line.recv(1 << 16):
        pass


def saying(answer: bytes) -> Act:
    """One whole answer, and the end of the line."""
    return lambda line: line.sendall(answer)


def an_answer(status: str, body: bytes = b"", *headers: str) -> bytes:
    """An answer of HTTP/1.1."""
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""))
    return head.encode() + body

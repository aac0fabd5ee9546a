"""
The ear at which a browser on this machine is heard, once: on loopback alone, and for no longer than it takes.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from datetime import timedelta
from time import monotonic
from typing import Self

from crickets.errors import CricketsError
from crickets.signin.errors import NotSignedIn
from crickets.signin.redirect import NotTheAnswer, Question, code_in
from crickets.signin.registration import Registration

PATIENCE = timedelta(minutes=10)
_LARGEST = 16 << 10
_A_REQUEST = 3.0
"""Seconds for one request: browsers open lines ahead of need, and say nothing on them."""

_MOST = 200
"""More than these are no browser's."""

_PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Crickets</title>
<body style="font-family:sans-serif;margin:4em"><p>{words}</p></body></html>
"""


class Listener:
    """Listens on 127.0.0.1, at a port that is free, within `with`."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def code(self, asked: Question, registration: Registration, patience: timedelta = PATIENCE) -> str:
        """The code that the browser brings back; what answers nothing is sent away, and the next is heard."""
        until = monotonic() + patience.total_seconds()
        for _ in range(_MOST):
            line = self._next(until)
            if line is None:
                break
            with line, suppress(NotTheAnswer, OSError):
                return _heard(line, asked, registration)
        raise NotSignedIn(registration.account, "the browser didn't come back in time")

    def _next(self, until: float) -> socket.socket | None:
        left = until - monotonic()
        if left <= 0:
            return None
        self._socket.settimeout(left)
        try:
            line, _ = self._socket.accept()
        except TimeoutError:
            return None
        return line


def _heard(line: socket.socket, asked: Question, registration: Registration) -> str:
    """The code that one connection brings; it's told a page to look at in any case."""
    try:
        code = code_in(_address_in(_head(line)), asked, registration)
    except NotTheAnswer:
        _say(line, "404 Not Found", "There is nothing here.")
        raise
    except CricketsError:
        _say(line, "200 OK", "You are not signed in. The terminal tells more; you may close this page.")
        raise
    _say(line, "200 OK", "Signed in, as far as the browser goes. Back to the terminal; you may close this page.")
    return code


def _head(line: socket.socket) -> bytes:
    """The head of a request: to its end, or closing the line would take back the page that is sent."""
    until, head = monotonic() + _A_REQUEST, b""
    while b"\r\n\r\n" not in head and len(head) < _LARGEST:
        line.settimeout(max(0.01, until - monotonic()))
        if not (more := line.recv(4096)):
            break
        head += more
    return head


def _address_in(head: bytes) -> str:
    """What a GET asks for (RFC 9112 §3)."""
    words = head.partition(b"\r\n")[0].split(b" ")
    if len(words) != 3 or words[0] != b"GET":
        raise NotTheAnswer
    return words[1].decode("ascii", "replace")


def _say(line: socket.socket, status: str, words: str) -> None:
    page = _PAGE.format(words=words).encode()
    fields = ("Content-Type: text/html; charset=utf-8", "Cache-Control: no-store", "Connection: close")
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {len(page)}", *fields, "", ""))
    with suppress(OSError):  # a browser that has gone needs no page
        line.sendall(head.encode() + page)
        line.shutdown(socket.SHUT_WR)

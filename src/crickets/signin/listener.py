"""
The ear at which a browser on this machine is heard, once: on loopback alone, and for no longer than it takes.

Anybody on this machine can find the port. All who knock are heard at the same time, each for a moment: whoever says
nothing, or anything else than the browser, neither ends the waiting nor stands in the browser's way.
"""

from __future__ import annotations

import asyncio
import socket
from collections import deque
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Self

from crickets.errors import CricketsError
from crickets.signin.errors import NotSignedIn
from crickets.signin.redirect import NotTheAnswer, Question, code_in
from crickets.signin.registration import Registration
from crickets.web import next_line, request_head

PATIENCE = timedelta(minutes=10)
_LARGEST = 16 << 10
_A_REQUEST = 3.0
"""Seconds for one request: browsers open lines ahead of need, and say nothing on them."""

_MOST = 100
"""So many lines are heard at a time; the oldest is left for the next, as a browser says what it has to at once."""

_A_WHILE = 0.1
"""Seconds to the next try, where no file can be opened for another line."""

_PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Crickets</title>
<body style="font-family:sans-serif;margin:4em"><p>{words}</p></body></html>
"""


class Listener:
    """Listens on 127.0.0.1, at a port that is free, within `with`."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=_MOST)
        self._socket.settimeout(0)
        self.port: int = self._socket.getsockname()[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def code(self, asked: Question, registration: Registration, patience: timedelta = PATIENCE) -> str:
        """The code that the browser brings back; what answers nothing is sent away, and others are heard meanwhile."""
        try:
            return asyncio.run(self._brought(asked, registration, patience))
        except TimeoutError:
            raise NotSignedIn(registration.account, "the browser didn't come back in time") from None

    async def _brought(self, asked: Question, registration: Registration, patience: timedelta) -> str:
        code: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        async with asyncio.timeout(patience.total_seconds()), asyncio.TaskGroup() as hearing:
            answering = hearing.create_task(self._hear(hearing, asked, registration, code))
            await asyncio.wait((code,))
            answering.cancel()
        return code.result()

    async def _hear(
        self, hearing: asyncio.TaskGroup, asked: Question, registration: Registration, code: asyncio.Future[str]
    ) -> None:
        """Hear whoever comes, until cancelled."""
        lines: deque[asyncio.Task[None]] = deque()
        try:
            while True:
                line = await next_line(self._socket, a_while=_A_WHILE)
                if len(lines) == _MOST:
                    lines.popleft().cancel()
                lines.append(hearing.create_task(_heard(line, asked, registration, code)))
                lines[-1].add_done_callback(partial(_hang_up, line))  # though it be cancelled before it has begun
        finally:
            for each in lines:
                each.cancel()


def _hang_up(line: socket.socket, _: asyncio.Task[None]) -> None:
    line.close()


async def _heard(line: socket.socket, asked: Question, registration: Registration, code: asyncio.Future[str]) -> None:
    """Settle the code by what one connection brings, if it brings any; it's told a page to look at in any case."""
    with suppress(OSError):  # whoever has gone, or is too slow, is left
        async with asyncio.timeout(_A_REQUEST):
            try:
                brought = code_in(_address_in(await request_head(line, largest=_LARGEST)), asked, registration)
            except NotTheAnswer:
                await _say(line, "404 Not Found", "There is nothing here.")
            except CricketsError as error:
                await _say(line, "200 OK", "You are not signed in. The terminal tells more; you may close this page.")
                if not code.done():
                    code.set_exception(error)
            else:
                words = "Signed in, as far as the browser goes. Back to the terminal; you may close this page."
                await _say(line, "200 OK", words)
                if not code.done():
                    code.set_result(brought)


def _address_in(head: bytes) -> str:
    """What a GET asks for (RFC 9112 §3)."""
    words = head.partition(b"\r\n")[0].split(b" ")
    if len(words) != 3 or words[0] != b"GET":
        raise NotTheAnswer
    return words[1].decode("ascii", "replace")


async def _say(line: socket.socket, status: str, words: str) -> None:
    page = _PAGE.format(words=words).encode()
    fields = ("Content-Type: text/html; charset=utf-8", "Cache-Control: no-store", "Connection: close")
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {len(page)}", *fields, "", ""))
    with suppress(OSError):  # a browser that has gone needs no page
        await asyncio.get_running_loop().sock_sendall(line, head.encode() + page)
        line.shutdown(socket.SHUT_WR)

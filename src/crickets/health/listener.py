"""
The ear at which figures are asked for: a few connections at a time, each for a few seconds, on this machine alone.

The library's own server has a thread for each that asks, waits for ever, and serves whatever name it's asked by; so it
isn't used.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NoReturn

from crickets.errors import Transient
from crickets.health.request import OK, status_of
from crickets.web import END_OF_HEAD, next_line, request_head

MOST = 8
"""How many are heard at a time; the others wait for one of them to end."""

PATIENCE = timedelta(seconds=15)
"""How long one connection may last, the making of its page included."""

_A_REQUEST = timedelta(seconds=3)
_LARGEST = 8 << 10
_A_WHILE = 1.0

Page = Callable[[], Awaitable[bytes | None]]
"""Gives the figures' page, or None where it can't be had now; never raises."""


@dataclass(slots=True, kw_only=True)
class Listener:
    """Gives a `page` to whoever asks at an address of this machine's own; `began` is told the port."""

    host: str
    port: int
    page: Page
    content_type: str
    began: Callable[[int], None]
    patience: timedelta = PATIENCE
    _free: asyncio.Semaphore = field(init=False)

    async def run(self) -> NoReturn:
        """Answer; ends only by being cancelled, or with `Transient` if nobody can listen there."""
        self._free = asyncio.Semaphore(MOST)
        with closing(self._ear()) as ear:
            self.began(ear.getsockname()[1])
            async with asyncio.TaskGroup() as group:
                while True:
                    await self._free.acquire()
                    group.create_task(self._served(await next_line(ear, a_while=_A_WHILE)))

    def _ear(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        try:
            ear = socket.create_server((self.host, self.port), family=family, backlog=MOST)
        except OSError as error:
            where = f"[{self.host}]" if family is socket.AF_INET6 else self.host
            raise Transient(
                f"nobody can ask for figures at {where}:{self.port}: {error.strerror}",
                remedy="Give health.metrics another port, or end what has this one.",
            ) from error
        ear.settimeout(0)
        return ear

    async def _served(self, line: socket.socket) -> None:
        """One connection, to its end: whoever has gone, or is too slow, is left."""
        line.settimeout(0)
        try:
            with closing(line), suppress(OSError, TimeoutError):
                async with asyncio.timeout(self.patience.total_seconds()):
                    await self._answered(line)
        finally:
            self._free.release()

    async def _answered(self, line: socket.socket) -> None:
        async with asyncio.timeout(_A_REQUEST.total_seconds()):
            head, ended, _ = (await request_head(line, largest=_LARGEST)).partition(END_OF_HEAD)
        status = status_of(head if ended else b"")
        page = await self.page() if status == OK else b""
        if page is None:
            status, page = "503 Service Unavailable", b""
        await asyncio.get_running_loop().sock_sendall(line, self._words(status, page))
        line.shutdown(socket.SHUT_WR)

    def _words(self, status: str, page: bytes) -> bytes:
        if status != OK:
            page = f"{status}\n".encode()
        fields = (
            f"HTTP/1.1 {status}",
            f"Content-Type: {self.content_type if status == OK else 'text/plain; charset=utf-8'}",
            f"Content-Length: {len(page)}",
            *(("Allow: GET",) if status.startswith("405") else ()),
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "Connection: close",
        )
        return "\r\n".join((*fields, "", "")).encode() + page

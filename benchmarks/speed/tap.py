"""
A line over TLS that can be listened to: when did the server tell whoever idles that mail came?

Knows TLS and IDLE; must not know what the client makes of it.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from time import perf_counter

from benchmarks.speed.runs import Failed
from tests.servers.loop_thread import LoopThread
from tests.servers.process import unverified_tls

_PIECE = 1 << 16
_PATIENCE = 40.0


class Tap:
    """Stands before a server and shows its certificate."""

    host = "127.0.0.1"

    def __init__(self, host: str, port: int, *, chain: Path, key: Path) -> None:
        self._server = (host, port)
        self._words: Queue[float] = Queue()
        self._tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._tls.load_cert_chain(chain, key)
        self._thread = LoopThread("tap")
        self._listener = self._thread.run(self._listening())
        self.port: int = self._listener.sockets[0].getsockname()[1]

    def forget(self) -> None:
        """What the server has told so far is of no interest."""
        with suppress(Empty):
            while True:
                self._words.get_nowait()

    def word(self) -> float:
        """When the server next told of mail, just before that was passed on."""
        try:
            return self._words.get(timeout=_PATIENCE)
        except Empty:
            raise Failed(f"the server told of no mail in {_PATIENCE:g} s") from None

    def close(self) -> None:
        """Hang up on everybody."""
        self._listener.close()
        self._thread.stop()

    async def _listening(self) -> asyncio.Server:
        return await asyncio.start_server(self._relay, self.host, 0, ssl=self._tls)

    async def _relay(self, from_client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        host, port = self._server
        from_server, to_server = await asyncio.open_connection(host, port, ssl=unverified_tls())
        line = _Line()
        ways = (
            asyncio.create_task(_passed_on(from_client, to_server, line.by_client)),
            asyncio.create_task(_passed_on(from_server, to_client, lambda piece: self._listen(line, piece))),
        )
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            to_client.close()
            to_server.close()

    def _listen(self, line: _Line, piece: bytes) -> None:
        if line.idles and b" EXISTS\r\n" in piece:
            self._words.put(perf_counter())


@dataclass(slots=True)
class _Line:
    """Whether the client has last said IDLE."""

    idles: bool = False

    def by_client(self, piece: bytes) -> None:
        self.idles = piece.rstrip().endswith(b" IDLE")


async def _passed_on(
    source: asyncio.StreamReader, target: asyncio.StreamWriter, listen: Callable[[bytes], None]
) -> None:
    with suppress(OSError):
        while piece := await source.read(_PIECE):
            listen(piece)
            target.write(piece)

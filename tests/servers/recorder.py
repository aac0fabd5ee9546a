"""A proxy between client and server that writes down every command, and lets things go wrong on demand.

Knows the wire's framing (wire.py) and the faults (faults.py); judges nothing: rules.py does.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from pathlib import Path

from tests.servers.faults import SOUND, Fault, passed
from tests.servers.loop_thread import LoopThread
from tests.servers.server import LOOPBACK, ImapServer, Tls
from tests.servers.wire import Command, CommandReader, answers

_PIECE = 64 * 1024
_GOODBYE = 10.0


class Recorder:
    """Stands before a server as if it were that server; see ImapServer. Plain connections only, no TLS."""

    host = LOOPBACK
    tls = Tls.NONE
    ca_file: Path | None = None

    def __init__(self, server: ImapServer, fault: Fault = SOUND) -> None:
        self.name = f"{server.name}, recorded"
        self.password = server.password
        self.fault = fault
        #: Set as soon as a fault has cut a line, or somebody has done something in between.
        self.struck = threading.Event()
        self._server = server
        self._lines: list[_Line] = []
        self._thread = LoopThread("recorder")
        self._listener = self._thread.run(asyncio.start_server(self._relay, LOOPBACK, 0))
        self.port: int = self._listener.sockets[0].getsockname()[1]

    def user(self, who: str = "dana") -> str:
        """A fresh login of the server behind."""
        return self._server.user(who)

    @property
    def sessions(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """What each connection has said so far, as (verb, rest), in the order they were opened."""
        return tuple(tuple(c.words for c in line.commands) for line in self._lines)

    @property
    def commands(self) -> tuple[tuple[str, str], ...]:
        """What all connections have said so far, one connection after the other."""
        return tuple(words for session in self.sessions for words in session)

    @property
    def passed_on(self) -> tuple[int, int]:
        """How many bytes of the client's and of the server's went over the last connection."""
        last = self._lines[-1]
        return last.of_client, last.of_server

    @property
    def complete_commands(self) -> tuple[Command, ...]:
        """The same with tags and literals."""
        return tuple(command for line in self._lines for command in line.commands)

    def forget(self) -> None:
        """Begin a new record; connections that are open go on in it."""
        self._lines = [line for line in self._lines if line.open]
        for line in self._lines:
            line.commands.clear()

    def drop(self) -> None:
        """Cut every line that is open; whoever comes anew is welcome."""
        self._thread.run(self._cut())

    def wait_for_the_server(self) -> None:
        """Return once the server has let go of every line: what it heard before a cut is carried out by then.

        No connection may be open any more.
        """
        self._thread.run(self._closed())

    def stop(self) -> None:
        """Hang up on everybody; the server behind stays as it is."""
        self._thread.run(self._hang_up())
        self._thread.stop()

    def strike(self) -> None:
        """A fault has cut a line: heal, unless the fault is to last."""
        if not self.fault.lasting:
            self.fault = SOUND
        self.struck.set()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = _Line(self, reader, writer)
        self._lines.append(line)
        with contextlib.suppress(OSError):
            await line.relay(self._server)

    async def _hang_up(self) -> None:
        self._listener.close()
        await self._cut()

    async def _cut(self) -> None:
        for line in self._lines:
            line.cut()
        await self._closed()

    async def _closed(self) -> None:
        await asyncio.gather(*(line.closed.wait() for line in self._lines))


class _Line:
    """One client's connection and its twin to the server."""

    def __init__(self, recorder: Recorder, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.commands: list[Command] = []
        self.closed = asyncio.Event()
        self.of_client = self.of_server = 0  # bytes passed on
        self._recorder = recorder
        self._client, self._to_client = reader, writer
        self._writers = [writer]
        self._spoken = CommandReader()
        self._lost_tag = b""  # of the command whose answer is to be lost
        self._late = b""

    @property
    def open(self) -> bool:
        return not self.closed.is_set()

    async def relay(self, server: ImapServer) -> None:
        """Pass on what both sides say, until either hangs up."""
        try:
            reader, writer = await asyncio.open_connection(server.host, server.port)
            self._writers.append(writer)
            ways = {
                asyncio.create_task(self._to_the_server(writer)),
                asyncio.create_task(self._to_the_client(reader)),
            }
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            await self._end(ways)
            await _heard_out(reader, writer)
        finally:
            self.cut()
            self.closed.set()

    def cut(self) -> None:
        """Drop the line without a word."""
        for writer in self._writers:
            writer.transport.abort()

    async def _to_the_server(self, writer: asyncio.StreamWriter) -> None:
        while piece := await self._client.read(_PIECE):
            fault = self._recorder.fault
            commands = self._spoken.feed(piece)
            self.commands += commands
            if fault.black_hole:
                continue
            if fault.before in {self._spoken.verb_being_said, *(c.verb for c in commands)}:
                if fault.meanwhile is None:
                    return self._strike()
                self._recorder.strike()
                await asyncio.to_thread(fault.meanwhile)
            self._lost_tag = next((c.tag.encode() for c in commands if c.verb == fault.answer_lost), self._lost_tag)
            part, cut = passed(piece, self.of_client, fault.after_client_bytes)
            self.of_client += len(part)
            await _write(writer, part)
            if cut:
                return self._strike()
        return None

    async def _to_the_client(self, reader: asyncio.StreamReader) -> None:
        while piece := await reader.read(_PIECE):
            fault = self._recorder.fault
            self.commands += self._spoken.hear(piece)
            if fault.black_hole:
                continue
            if self._lost_tag:
                self._late += piece
                if answers(self._lost_tag, self._late):
                    return self._strike()
                continue
            await self._wait(fault.delay)
            part, cut = passed(piece, self.of_server, fault.after_server_bytes)
            self.of_server += len(part)
            await _write(self._to_client, part)
            if cut:
                return self._strike()
        return None

    def _strike(self) -> None:
        self._to_client.transport.abort()
        self._recorder.strike()

    async def _wait(self, seconds: float) -> None:
        if seconds:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self.closed.wait(), seconds)

    async def _end(self, ways: set[asyncio.Task[None]]) -> None:
        self._to_client.close()  # what was said last still arrives
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, self._to_client.wait_closed(), return_exceptions=True)


async def _write(writer: asyncio.StreamWriter, part: bytes) -> None:
    writer.write(part)
    await writer.drain()


async def _heard_out(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Hang up on the server, and stay until it has hung up too: it does so when it's done with what it heard."""
    with contextlib.suppress(OSError, asyncio.TimeoutError):
        writer.write_eof()
        async with asyncio.timeout(_GOODBYE):
            while await reader.read(_PIECE):
                pass

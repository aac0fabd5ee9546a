"""A server that says what a test makes it say: every odd answer that a real one can't be made to give."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedRWPair
from types import TracebackType
from typing import Self

from crickets.mailbox import ImapMailbox, Password, Server, Tls, open_mailbox

Reply = bytes | Callable[[bytes], bytes]
"""What is answered to a command, or what makes it of the command; ``%t`` is the tag. None of it is added to."""


_OPENED = b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok\r\n%t OK opened\r\n"
_ORDINARY: Mapping[str, Reply] = {
    "LOGIN": b"%t OK in\r\n",
    "LOGOUT": b"* BYE bye\r\n%t OK out\r\n",
    "EXAMINE": _OPENED,
    "SELECT": _OPENED,
    "UNSELECT": b"%t OK done\r\n",
    "LIST": b'* LIST () "/" INBOX\r\n* LIST (\\Drafts) "/" Drafts\r\n* LIST (\\Trash) "/" Trash\r\n%t OK done\r\n',
    "ENABLE": b"* ENABLED CONDSTORE\r\n%t OK done\r\n",
}
HANG_UP = b"%hang up"
ASK = b"+ \r\n%ask"
"""In a reply: the rest of it follows once the client has said another line."""


@dataclass(frozen=True, slots=True)
class Flow:
    """An answer in pieces, sent one by one as they are, for as long as somebody listens."""

    pieces: Callable[[], Iterable[bytes]]


class ScriptedServer:
    """Listens on loopback, one connection after the other; `said` is what clients said, without tags."""

    def __init__(
        self,
        replies: Mapping[str, Reply | Flow] | None = None,
        *,
        capabilities: str = "UIDPLUS MOVE UNSELECT",
        greeting: bytes = b"* OK ready\r\n",
    ) -> None:
        own = {"CAPABILITY": f"* CAPABILITY IMAP4rev1 {capabilities}\r\n%t OK done\r\n".encode()}
        self.replies: dict[str, Reply | Flow] = {**_ORDINARY, **own, **(replies or {})}
        self.said: list[str] = []
        self._greeting = greeting
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    @property
    def settings(self) -> Server:
        """How a client is told of it."""
        return Server(account="work", host="127.0.0.1", port=self.port, username="dana", tls=Tls.NONE, read_seconds=5)

    def mailbox(self) -> ImapMailbox:
        """Our client, logged in."""
        return open_mailbox(self.settings, Password(secret="s3same-open"))

    def _serve(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            with suppress(OSError, ValueError), sock, sock.makefile("rwb") as stream:
                self._talk(stream)

    def _talk(self, stream: BufferedRWPair) -> None:
        self._write(stream, self._greeting)
        while line := stream.readline():
            tag, _, command = line.strip().partition(b" ")
            self.said.append((command or tag).decode("utf-8", "replace"))
            if literal := re.search(rb"\{(\d+)\}$", command):
                self._write(stream, b"+ go on\r\n")
                stream.read(int(literal[1]) + 2)
            reply = self._reply(command or tag)
            if isinstance(reply, Flow):
                for piece in reply.pieces():
                    self._write(stream, piece)
                continue
            first, *others = reply.replace(HANG_UP, b"").replace(b"%t", tag).split(b"%ask")
            self._write(stream, first)
            for rest in others:
                self.said.append(stream.readline().strip().decode())
                self._write(stream, rest)
            if HANG_UP in reply or command == b"LOGOUT":
                return

    def _reply(self, command: bytes) -> bytes | Flow:
        words = command.decode("utf-8", "replace")
        fitting = [verb for verb in self.replies if words.startswith(verb)]
        reply = self.replies[max(fitting, key=len)] if fitting else b"%t BAD not in the script\r\n"
        return reply if isinstance(reply, bytes | Flow) else reply(command)

    @staticmethod
    def _write(stream: BufferedRWPair, reply: bytes) -> None:
        stream.write(reply)
        stream.flush()

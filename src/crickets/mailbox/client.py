"""
The part of imapclient that Crickets uses, with types: the only door through which its untyped values come.

Our own transport is put below it, so that the first byte and the last go through `Stream`.
"""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from imapclient import IMAPClient

from crickets.errors import Surprise
from crickets.mailbox.errors import UntrustedServer
from crickets.mailbox.stream import Stream
from crickets.mailbox.translate import REPORT

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer  # exists for type checkers alone

_WORDLESS = re.compile(rb"\A(\S+ (?:OK|NO|BAD))\r\n\Z")
_LONGEST_WORDLESS = 40
_LONGEST_LITERAL = 1 << 20
_MOST_LINES = 1 << 14


class Client(Protocol):
    """What is asked of imapclient."""

    def capabilities(self) -> tuple[bytes, ...]:
        """CAPABILITY, asked anew after the login."""

    def login(self, username: str, password: str) -> bytes:
        """LOGIN; the name goes out as it is given, the password quoted."""

    def plain_login(self, identity: str, password: str) -> bytes:
        """AUTHENTICATE PLAIN (RFC 4616)."""

    def sasl_login(self, mech_name: str, mech_callable: Callable[[bytes], str | None]) -> bytes:
        """AUTHENTICATE by a mechanism of ours, which answers each challenge."""

    def enable(self, *capabilities: str) -> Sequence[bytes]:
        """ENABLE (RFC 5161)."""

    def id_(self, parameters: dict[str, str]) -> tuple[object, ...]:
        """ID (RFC 2971)."""

    def namespace(self) -> Sequence[Sequence[tuple[bytes | str, str]] | None]:
        """NAMESPACE (RFC 2342): personal, other users', shared."""

    def append(self, folder: bytes, msg: bytes, flags: Sequence[str]) -> bytes:
        """APPEND, without an INTERNALDATE."""

    def logout(self) -> bytes:
        """LOGOUT, and the connection is shut."""

    def shutdown(self) -> None:
        """The connection is shut without a word."""


class Transport(imaplib.IMAP4):
    """
    imaplib's protocol over a `Stream`; it neither connects nor reads by itself.

    `before_a_command` is called before anything is sent: imaplib knows nothing of answers that others wait for.
    """

    def __init__(self, stream: Stream, host: str) -> None:
        self.stream = stream
        self.before_a_command: Callable[[], None] = lambda: None
        self._lines = 0
        super().__init__(host)

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        """The stream, connected already, is taken over."""
        self.host, self.port = host, port
        self.sock: socket.socket = self.stream.sock

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes; what imaplib reads by itself (a folder's name, say) is never long."""
        if size > _LONGEST_LITERAL:
            raise Surprise(f"the server announced {size} bytes where a few were asked for", remedy=REPORT)
        return self.stream.read(size)

    def readline(self) -> bytes:
        """
        One whole line; an answer without words is given the space that imaplib insists on (docs/quirks.md).

        imaplib is slow with each, and keeps them all: what it asks for is answered in a few.
        """
        self._lines += 1
        if self._lines > _MOST_LINES:
            raise Surprise("the server sent an answer of lines without end", remedy=REPORT)
        line = self.stream.readline()
        return _WORDLESS.sub(rb"\1 \r\n", line) if len(line) < _LONGEST_WORDLESS else line

    def send(self, data: Buffer) -> None:
        """All of it, once nothing else is to come first."""
        self.before_a_command()
        self._lines = 0
        self.stream.send(bytes(data))

    def shutdown(self) -> None:
        """Hung up."""
        self.stream.close()

    def begin_tls(self, context: ssl.SSLContext) -> None:
        """STARTTLS (RFC 9051 §6.2.1); what was said before it is forgotten, the capabilities are asked anew."""
        if self.state != "NONAUTH":
            # A greeting with PREAUTH leaves no room for STARTTLS: somebody may have put it there (CVE-2021-38370).
            raise Surprise("the server considers us logged in before encryption", remedy=REPORT)
        if "STARTTLS" not in self.capabilities:
            raise UntrustedServer(
                f"{self.host} does not offer to encrypt the connection (STARTTLS)",
                remedy='Nothing was sent. Try tls = "implicit" with port 993.',
            )
        self._simple_command("STARTTLS")
        self.stream.secure(context, self.host)
        self.sock = self.stream.sock
        self.untagged_responses.clear()
        self._get_capabilities()


class _ImapClient(IMAPClient):  # type: ignore[misc]  # imapclient has no types
    """imapclient on a `Transport` that exists already."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        super().__init__(transport.host, ssl=False)
        self.folder_encode = False  # names are kept as the server writes them: `folders.py` decodes them
        transport.debug = 0  # imapclient sets 5: every line is formatted for a log that nobody reads

    def _create_IMAP4(self) -> Transport:  # noqa: N802 - imapclient's name
        return self._transport

    def _set_read_timeout(self) -> None:
        """The stream keeps its own."""


def client_on(transport: Transport) -> Client:
    """An imapclient that speaks over the transport."""
    client: Client = _ImapClient(transport)
    return client

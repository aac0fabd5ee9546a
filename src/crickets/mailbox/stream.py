"""
The bytes that come from a server: lines and counted blocks, or a clear word on why they do not come.

Knows sockets and time-outs; must not know IMAP. imaplib's own reader can't do this work: it can't tell "nothing yet"
from "never again", loses half a line that arrives late, and hides what it has read ahead (docs/quirks.md, IDLE).
"""

from __future__ import annotations

import selectors
import socket
import ssl
from contextlib import suppress
from time import monotonic

from crickets.errors import Surprise, Transient
from crickets.mailbox.translate import LATER, NOTHING_YET, REPORT, socket_words

_CHUNK = 1 << 16
_LONGEST_LINE = 1 << 20
_LONGEST_ANSWER = 1 << 27
"""Room for a batch of headers, each as long as any is kept; a listing of a million messages is a third of it."""
_PATIENCE_FOR_AN_ANSWER = 3
"""How many times as long as for a byte is waited for the whole of an answer: a drip must not keep a pass for ever."""


class Stream:
    """
    A connected socket, read through a buffer that nobody else looks into.

    `patience` is how long a read waits for the next byte, in seconds; then, or when the other side has hung up, it
    raises `Transient`, and the connection is of no more use. The same if what follows on the last that was sent takes
    three times as long in all; if more of it must be kept than any honest answer holds, it's a `Surprise`.
    """

    def __init__(self, sock: socket.socket, *, patience: float) -> None:
        self.sock = sock
        self._patience = patience
        self._buffer = bytearray()
        sock.settimeout(patience)
        self._answer_begins()

    def send(self, octets: bytes) -> None:
        """All of the bytes are on their way; what comes now is the answer to them."""
        self._answer_begins()
        with socket_words(self._patience):
            self.sock.settimeout(self._patience)
            self.sock.sendall(octets)

    def readline(self) -> bytes:
        """The next line with its line end; never less than a whole one."""
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            self._expect_line_end()
            self._more()
        return self._taken(end + 1)

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes."""
        while len(self._buffer) < size:
            self._more()
        return self._taken(size)

    def skip(self, size: int) -> None:
        """The next `size` bytes are gone, without having been kept."""
        while size > len(self._buffer):
            size -= len(self._buffer)
            self._buffer.clear()
            self._more()
        del self._buffer[:size]

    def line_within(self, seconds: float, wake: socket.socket) -> bytes | None:
        """The next whole line; None when `seconds` have passed without one, or `wake` has something to read."""
        until = monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(self.sock, selectors.EVENT_READ)
            selector.register(wake, selectors.EVENT_READ)
            while b"\n" not in self._buffer:
                self._expect_line_end()
                if self._more_at_once():
                    continue
                woken = {key.fileobj for key, _ in selector.select(max(0.0, until - monotonic()))}
                if not woken or wake in woken:
                    return None
        return self.readline()

    def secure(self, context: ssl.SSLContext, host: str) -> None:
        """
        From here on all is encrypted.

        What came in the clear behind the server's consent is thrown away: it may be anybody's (CVE-2011-0411).
        """
        self._buffer.clear()
        with socket_words(self._patience):
            self.sock = context.wrap_socket(self.sock, server_hostname=host)

    def be_patient_for(self, seconds: float) -> None:
        """From here on a read waits this long for the next byte, and three times as long for an answer."""
        self._patience = seconds
        self._answer_begins()
        with suppress(OSError):
            self.sock.settimeout(seconds)

    def interrupt(self) -> None:
        """A read under way, in whatever thread, ends as if the other side had hung up."""
        with suppress(OSError):
            # Not the TLS socket's own: that one takes its session from under the reader's feet.
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    def close(self) -> None:
        """Hung up; never raises."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self.sock.close()

    def _answer_begins(self) -> None:
        self._until = monotonic() + self._patience * _PATIENCE_FOR_AN_ANSWER
        self._kept = 0

    def _expect_line_end(self) -> None:
        if len(self._buffer) > _LONGEST_LINE:
            raise Surprise("the server sent a line without end", wire=bytes(self._buffer[:2000]), remedy=REPORT)

    def _taken(self, size: int) -> bytes:
        self._kept += size
        if self._kept > _LONGEST_ANSWER:
            raise Surprise("the server sent an answer without end", wire=bytes(self._buffer[:2000]), remedy=REPORT)
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _more(self) -> None:
        left = self._until - monotonic()
        if left <= 0:
            raise self._too_slow()
        try:
            with socket_words(self._patience):
                self.sock.settimeout(min(left, self._patience))
                self._keep(self.sock.recv(_CHUNK))
        except Transient as err:
            raise (self._too_slow() if monotonic() >= self._until else err) from err.__cause__

    def _too_slow(self) -> Transient:
        whole = self._patience * _PATIENCE_FOR_AN_ANSWER
        return Transient(f"the server did not come to the end of an answer in {whole:g} seconds", remedy=LATER)

    def _more_at_once(self) -> bool:
        """Whether something lay ready to be read, and was."""
        self.sock.settimeout(0)
        try:
            with socket_words(self._patience):
                self._keep(self.sock.recv(_CHUNK))
        except NOTHING_YET:
            return False
        finally:
            self.sock.settimeout(self._patience)
        return True

    def _keep(self, octets: bytes) -> None:
        if not octets:
            raise Transient("the server hung up", remedy=LATER)
        self._buffer += octets

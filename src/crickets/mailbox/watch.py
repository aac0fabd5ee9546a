"""
Waiting until something moves in a folder, by IDLE (RFC 2177), on a connection of its own.

Knows nothing of what moved: whoever waits looks for himself. imapclient's IDLE is not used, for it spins on a line
that is dead, and loses what comes before, with, or in two halves after the server's consent (docs/quirks.md, IDLE).
"""

from __future__ import annotations

import re
import selectors
import socket
from contextlib import suppress
from time import monotonic

from crickets.errors import CricketsError, Transient
from crickets.mailbox.connection import Connection, connect
from crickets.mailbox.folders import Folders
from crickets.mailbox.settings import Credentials, Server
from crickets.mailbox.translate import LATER, refusal
from crickets.mailbox.wire import answer_of, check

# Mail that comes or goes. Flags are left out: the owner's reading of a mail is nothing to act on.
_MOVED = re.compile(rb"\* (?:\d+ (?:EXISTS|EXPUNGE)|VANISHED)\b", re.IGNORECASE)
# RFC 2177 allows 29 minutes; many a gateway forgets a quiet connection after 10 to 15.
_ANEW_AFTER_SECONDS = 9 * 60.0
_TAG = b"W1"


def open_watch(server: Server, credentials: Credentials, folder: str = "INBOX") -> Watch:
    """A watch on a folder, over a new connection; raises as `connect` does, or `Refused` if it can't be opened."""
    connection = connect(server, credentials)
    try:
        Folders(connection, server).examine(folder)
    except BaseException:
        connection.close()
        raise
    return Watch(connection, patience=server.read_seconds)


class Watch:
    """
    Waits, and tells when to look.

    One thread waits; `stop` alone may be called from another. After `Transient` it is of no more use but to `close`.
    """

    def __init__(
        self, connection: Connection, *, patience: float, anew_after_seconds: float = _ANEW_AFTER_SECONDS
    ) -> None:
        self._connection = connection
        self._stream = connection.stream
        self._patience = patience
        self._anew_after = anew_after_seconds
        self._ends = 0.0  # when this IDLE has lasted long enough; 0 while there is none
        self._stopped = False
        self._woken, self._waker = socket.socketpair()

    @property
    def supports_idle(self) -> bool:
        """Whether the server tells of changes; if not, `wait` only lets time pass."""
        return self._connection.can("IDLE")

    def wait(self, timeout_seconds: float) -> bool:
        """
        Whether something moved, as soon as it did; False when the time is over, or after `stop`.

        Raises `Transient` when the connection has ended. What moves between two calls is told by the second.
        """
        until = monotonic() + timeout_seconds
        if not self.supports_idle:
            self._sleep(timeout_seconds)
            return False
        while not self._stopped and monotonic() < until:
            if self._moves_before(until):
                return not self._stopped
        return False

    def _sleep(self, seconds: float) -> None:
        """Let so much time pass, or less if told to stop; not by select(), which can't watch a 1,024th file."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._woken, selectors.EVENT_READ)
            selector.select(seconds)

    def stop(self) -> None:
        """Whoever waits, now or later, is let go at once; may be called from any thread, more than once."""
        self._stopped = True
        with suppress(OSError):
            self._waker.send(b"\0")

    def close(self) -> None:
        """The watch is over and logged out; never raises."""
        with suppress(CricketsError, OSError):
            if self._ends:
                self._hear_again()
                self._ended()
        self._connection.close()
        self._woken.close()
        self._waker.close()

    def _hear_again(self) -> None:
        """After a stop, for the goodbye: impatiently."""
        self._stopped, self._patience = False, 1.0
        self._woken.settimeout(0)
        with suppress(BlockingIOError):
            self._woken.recv(4096)

    def _moves_before(self, until: float) -> bool:
        """Whether something moved before then, or before the IDLE has to be begun anew."""
        if self._ends <= monotonic():
            moved = self._ended() if self._ends else False
            return self._begun() or moved
        line = self._stream.line_within(min(until, self._ends) - monotonic(), self._woken)
        moved = False
        while line is not None:  # all that has come, so that one delivery is told once
            moved |= self._tells(line)
            line = self._stream.line_within(0, self._woken)
        return moved

    def _begun(self) -> bool:
        """Whether something moved while the server was asked to tell."""
        self._stream.send(_TAG + b" IDLE\r\n")
        moved = False
        while (line := self._answer()) and not line.startswith(b"+"):
            if line.startswith(_TAG + b" "):
                raise refusal("watching the mailbox", answer_of(line).words)
            moved |= self._tells(line)
        self._ends = monotonic() + self._anew_after
        return moved

    def _ended(self) -> bool:
        """Whether something moved while the server was asked to stop telling."""
        self._stream.send(b"DONE\r\n")
        moved = False
        while (line := self._answer()) and not line.startswith(_TAG + b" "):
            moved |= self._tells(line)
        self._ends = 0.0
        return moved

    def _answer(self) -> bytes:
        """The next line, which the server owes us; nothing once we were stopped."""
        line = self._stream.line_within(self._patience, self._woken)
        if line is None and not self._stopped:
            raise Transient(f"the server said nothing for {self._patience:g} seconds", remedy=LATER)
        return line or b""

    def _tells(self, line: bytes) -> bool:
        """Whether an untagged line says that mail came or went; a goodbye raises `Transient`."""
        check(line)
        return bool(_MOVED.match(line))

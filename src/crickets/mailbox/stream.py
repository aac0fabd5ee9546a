"""
The bytes that come from a server: lines and counted blocks, or a clear word on why they do not come.

Knows sockets and time-outs; must not know IMAP. imaplib's own reader can't do this work: it can't tell "nothing yet"
from "never again", loses half a line that arrives late, and hides what it has read ahead (docs/quirks.md, IDLE).
"""

from __future__ import annotations

import selectors
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from math import inf
from time import monotonic

from crickets.errors import Surprise, Transient
from crickets.mailbox.deflate import Packing
from crickets.mailbox.translate import LATER, NOTHING_YET, REPORT, socket_words

_CHUNK = 1 << 16
_LONGEST_LINE = 1 << 20
_LONGEST_ANSWER = 1 << 27
"""Room for a batch of headers, each as long as any is kept; a listing of a million messages is a third of it."""
_MOST_LINES = 1 << 20
"""Of one answer: each takes far more room here than on the wire, the shortest thirty times as much."""
_PATIENCE_FOR_AN_ANSWER = 3
"""How many times as long as for a byte is waited for the whole of an answer: a drip must not keep a pass for ever."""
_PROMPT = 1 / 3
"""How much of the patience an answer may take and be held to be in time, with a second more for each kilobyte."""
_PATIENCE_FOR_ALL = 10
"""How many times as long as for a byte the answers may be late in all; each that's prompt makes up for others."""
_LEAST_RATE = 1000

Scanner = Callable[[bytes, int], tuple[int, bool]]
"""
Reads what it can of some bytes from a position on; up to where, and whether the bytes end in the midst of something.

It should ask for the rest of a short thing only: what it's shown again is copied each time.
"""


class Stream:
    """
    A connected socket, read through a buffer that nobody else looks into.

    `patience` is how long a read waits for the next byte, in seconds; then, or when the other side has hung up, it
    raises `Transient`, and the connection is of no more use. The same if an answer, which begins with what was sent
    last or with `expect`, takes three times as long in all, or if answer after answer comes just in time, until they're
    ten times as late together; if it has more bytes to be kept, or more lines, than any honest one, it's a `Surprise`.
    `quickest` is the shortest time after which something came when something had been sent, in seconds. Time is what
    `clock` says.
    """

    def __init__(self, sock: socket.socket, *, patience: float, clock: Callable[[], float] = monotonic) -> None:
        self.sock = sock
        self.quickest = inf
        self._clock = clock
        self._patience = patience
        self._late = self._waited = 0.0
        self._came = 0
        self._buffer = b""
        self._at = 0
        self._packing: Packing | None = None
        self._sent_at: float | None = None
        sock.settimeout(patience)
        self.expect()

    def send(self, octets: bytes) -> None:
        """All of the bytes are on their way; what comes now is the answer to them."""
        self.expect()
        with socket_words(self._patience):
            self.sock.settimeout(self._patience)
            self.sock.sendall(octets if self._packing is None else self._packing.packed(octets))
        self._sent_at = self._clock()

    def expect(self) -> None:
        """What is read from here on is another answer, with a time and a measure of its own."""
        if self._came:
            self._late = max(0.0, self._late_by_now - self._patience * _PROMPT)
        self._waited, self._came = 0.0, 0
        self._until = self._clock() + self._patience * _PATIENCE_FOR_AN_ANSWER
        self._kept = 0
        self._lines = 0

    def scan(self, scanner: Scanner) -> None:
        """Whatever `scanner` can read by itself is read, as the bytes for it come."""
        while True:
            at, is_cut = scanner(self._buffer, self._at)
            self._advance(at)
            if not is_cut:
                return
            self._more()

    def readline(self) -> bytes:
        """The next line with its line end; never less than a whole one."""
        self._count_line()
        pieces: list[bytes] = []
        length = 0
        while (end := self._buffer.find(b"\n", self._at)) < 0:
            length += self._unread
            self._expect_line_end(length)
            pieces.append(self._taken(self._unread))
            self._more()
        last = self._taken(end + 1 - self._at)
        return b"".join((*pieces, last)) if pieces else last

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes."""
        pieces: list[bytes] = []
        missing = size
        while missing > self._unread:
            missing -= self._unread
            pieces.append(self._taken(self._unread))
            self._more()
        last = self._taken(missing)
        return b"".join((*pieces, last)) if pieces else last

    def skip(self, size: int) -> None:
        """The next `size` bytes are gone, without having been kept."""
        while size > self._unread:
            size -= self._unread
            self._at = len(self._buffer)
            self._more()
        self._at += size

    def line_within(self, seconds: float, wake: socket.socket) -> bytes | None:
        """The next whole line; None when `seconds` have passed without one, or `wake` has something to read."""
        until = self._clock() + seconds
        with (
            selectors.PollSelector() as selector
        ):  # of its own epoll() would take a file, for each line that is watched
            selector.register(self.sock, selectors.EVENT_READ)
            selector.register(wake, selectors.EVENT_READ)
            while self._buffer.find(b"\n", self._at) < 0:
                self._expect_line_end(self._unread)
                if self._more_at_once():
                    continue
                woken = {key.fileobj for key, _ in selector.select(max(0.0, until - self._clock()))}
                if not woken or wake in woken:
                    return None
        return self.readline()

    def secure(self, context: ssl.SSLContext, host: str) -> None:
        """
        From here on all is encrypted.

        What came in the clear behind the server's consent is thrown away: it may be anybody's (CVE-2011-0411).
        """
        self._buffer, self._at = b"", 0
        with socket_words(self._patience):
            self.sock = context.wrap_socket(self.sock, server_hostname=host)

    @property
    def is_packed(self) -> bool:
        """Whether all goes compressed."""
        return self._packing is not None

    def pack(self, packing: Packing) -> None:
        """From here on all goes compressed, what has come already behind the server's consent too."""
        self._packing = packing
        self._buffer, self._at = packing.unpacked(self._buffer[self._at :]), 0

    def be_patient_for(self, seconds: float) -> None:
        """From here on a read waits this long for the next byte, and three times as long for an answer."""
        self._patience = seconds
        self.expect()
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

    @property
    def _unread(self) -> int:
        return len(self._buffer) - self._at

    def _expect_line_end(self, length: int) -> None:
        if length > _LONGEST_LINE:
            raise Surprise("the server sent a line without end", wire=self._shown, remedy=REPORT)

    def _count_line(self) -> None:
        self._lines += 1
        if self._lines > _MOST_LINES:
            raise Surprise("the server sent an answer of lines without end", wire=self._shown, remedy=REPORT)

    def _taken(self, size: int) -> bytes:
        taken = self._buffer[self._at : self._at + size]
        self._advance(self._at + size)
        return taken

    def _advance(self, at: int) -> None:
        self._kept += at - self._at
        if self._kept > _LONGEST_ANSWER:
            raise Surprise("the server sent an answer without end", wire=self._shown, remedy=REPORT)
        self._at = at

    @property
    def _shown(self) -> bytes:
        return self._buffer[self._at : self._at + 2000]

    def _more(self) -> None:
        began = self._clock()
        if began >= self._until:
            raise self._too_slow()
        try:
            with socket_words(self._patience):
                self.sock.settimeout(min(self._until - began, self._patience))
                octets = self._come()
        except Transient as err:
            raise (self._too_slow() if self._clock() >= self._until else err) from err.__cause__
        self._keep(octets)
        self._count_delay(self._clock() - began, len(octets))

    def _count_delay(self, seconds: float, octets: int) -> None:
        self._waited += seconds
        self._came += octets
        if self._late_by_now > self._patience * _PATIENCE_FOR_ALL:
            late = f"{self._late_by_now:.0f} seconds late in all"
            raise Transient(f"the server answers, but each time only just in time: {late}", remedy=LATER)

    @property
    def _late_by_now(self) -> float:
        return self._late + self._waited - self._came / _LEAST_RATE

    def _too_slow(self) -> Transient:
        whole = self._patience * _PATIENCE_FOR_AN_ANSWER
        return Transient(f"the server did not come to the end of an answer in {whole:g} seconds", remedy=LATER)

    def _more_at_once(self) -> bool:
        """Whether something lay ready to be read, and was."""
        self.sock.settimeout(0)
        try:
            with socket_words(self._patience):
                self._keep(self._come())
        except NOTHING_YET:
            return False
        finally:
            self.sock.settimeout(self._patience)
        return True

    def _come(self) -> bytes:
        """What comes next, unpacked: perhaps nothing yet of it."""
        if self._packing is None:
            return self._received()
        return self._packing.left() or self._packing.unpacked(self._received())

    def _received(self) -> bytes:
        octets = self.sock.recv(_CHUNK)
        if not octets:
            raise Transient("the server hung up", remedy=LATER)
        if self._sent_at is not None:
            self.quickest = min(self.quickest, self._clock() - self._sent_at)
            self._sent_at = None
        return octets

    def _keep(self, octets: bytes) -> None:
        # What is left over is short, a line's beginning say: of what is long each piece was taken as it came.
        self._buffer, self._at = self._buffer[self._at :] + octets, 0

"""A client's bytes, cut into commands (RFC 3501 section 2.2.1 and RFC 7888's literals that wait for no leave)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

#: One command: text and literal in turn, beginning and ending with text.
Parts = list[bytes]

_LITERAL = re.compile(rb"\{(\d+)(\+?)\}\Z")


class Framing:
    """Whole commands from pieces of any size; `consent` is called when the client waits for leave to go on."""

    def __init__(self, consent: Callable[[], None]) -> None:
        self._consent = consent
        self._unread = bytearray()
        self._parts: Parts = []
        self._missing: int | None = None  # of the literal being said

    def feed(self, octets: bytes) -> Iterator[Parts]:
        """The commands that these bytes complete; each is to be carried out before the next is asked for."""
        self._unread += octets
        while self._take_literal() and (line := self._line()) is not None:
            if literal := _LITERAL.search(line):
                self._announced(line[: literal.start()], int(literal[1]), waits=not literal[2])
            else:
                self._parts.append(line)
                parts, self._parts = self._parts, []
                yield parts

    def _line(self) -> bytes | None:
        end = self._unread.find(b"\n")
        if end < 0:
            return None
        line = bytes(self._unread[:end])
        del self._unread[: end + 1]
        return line.removesuffix(b"\r")

    def _announced(self, text: bytes, size: int, *, waits: bool) -> None:
        self._parts.append(text)
        self._missing = size
        if waits:
            self._consent()

    def _take_literal(self) -> bool:
        """Whether no literal is being waited for, or no longer."""
        if self._missing is None:
            return True
        if len(self._unread) < self._missing:
            return False
        self._parts.append(bytes(self._unread[: self._missing]))
        del self._unread[: self._missing]
        self._missing = None
        return True

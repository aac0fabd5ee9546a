"""
What goes over a line made smaller, as RFC 4978 has it: one DEFLATE stream (RFC 1951) each way, without end.

Knows zlib; must not know sockets, or what is said. A thousand times as much as came may be packed in it, so it's
unpacked a piece at a time, and no more of it than is asked for.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

from crickets.errors import Transient
from crickets.mailbox.translate import LATER

_PIECE = 1 << 16
_BARE = -zlib.MAX_WBITS
"""Without zlib's own head and check sum (RFC 4978 §4)."""


class Packing:
    """Both ways of one line, from where its two ends have agreed on it; `broken` is told of what can't be unpacked."""

    def __init__(self, broken: Callable[[], None]) -> None:
        self._broken = broken
        self._packer = zlib.compressobj(wbits=_BARE)
        self._unpacker = zlib.decompressobj(wbits=_BARE)
        self._is_more = False

    def packed(self, octets: bytes) -> bytes:
        """The same, packed to its last octet: nothing is kept back for what may be sent later."""
        return self._packer.compress(octets) + self._packer.flush(zlib.Z_SYNC_FLUSH)

    def left(self) -> bytes:
        """A further piece of what came before; nothing once that was all."""
        return self.unpacked(b"") if self._is_more else b""

    def unpacked(self, octets: bytes) -> bytes:
        """The first piece of what came, or all, or nothing yet; `Transient` if it can't be unpacked, or has ended."""
        try:
            piece = self._unpacker.decompress(self._unpacker.unconsumed_tail + octets, _PIECE)
        except zlib.error as err:
            self._broken()
            raise Transient(f"what the server sent compressed can't be read ({err})", remedy=LATER) from err
        if not piece and self._unpacker.eof:
            raise Transient("the server hung up", remedy=LATER)
        self._is_more = len(piece) == _PIECE
        return piece

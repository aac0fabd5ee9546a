"""What can go wrong on a line, for the recorder to bring about.

Pure: says what shall happen and when; does nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong. Bytes are counted on each connection from its beginning.

    A fault that cuts strikes once, and then the line is well again, unless it is `lasting`.
    """

    #: Cut once the server has been passed so many bytes of the client's; the byte after them never arrives.
    after_client_bytes: int | None = None
    #: Cut once the client has been passed so many bytes of the server's.
    after_server_bytes: int | None = None
    #: Cut as this command begins, so that the server never hears of it: `UID MOVE`, `APPEND`.
    #: (Courier 5.0.13 stores a message whose literal is whole, though the command's own end never comes.)
    before: str | None = None
    #: Cut as the server answers this command: it is carried out, and the client never hears so.
    answer_lost: str | None = None
    #: Seconds by which each piece of the server's is late.
    delay: float = 0.0
    #: Accept, and say nothing; whatever the client says is swallowed.
    black_hole: bool = False
    lasting: bool = False
    #: Nothing is cut: somebody does this in the moment before the command `before`, which then goes its way.
    meanwhile: Callable[[], object] | None = None


SOUND = Fault()


def passed(piece: bytes, already: int, limit: int | None) -> tuple[bytes, bool]:
    """How much of a piece may pass, and whether the line is cut after it, when `already` bytes have passed before."""
    if limit is None or already + len(piece) < limit:
        return piece, False
    return piece[: max(0, limit - already)], True

"""
When a line is compressed (RFC 4978): once much is to be read over a long one, and never before the login is over.

Knows what that costs and saves; must not know how it's done (docs/decisions/0016).
"""

from __future__ import annotations

from crickets.domain.mailbox import FolderState, Uid
from crickets.mailbox.connection import Connection
from crickets.mailbox.deflate import Packing
from crickets.mailbox.manners import Manners

MANY = 500
"""How many messages are worth the round trip that it takes to agree."""


def pack_for(connection: Connection, manners: Manners, state: FolderState, after: Uid, *, far_seconds: float) -> None:
    """
    From here on all is compressed, if much of a folder is to be read, the server is far away, and it can do that.

    On a short line it would be a loss: packing takes a server longer than sending.
    """
    is_many = state.exists >= MANY and (state.uid_next is None or state.uid_next - after > MANY)
    if is_many and connection.round_trip >= far_seconds:
        pack(connection, manners)


def pack(connection: Connection, manners: Manners) -> None:
    """From here on all is compressed, if the server can do that and has never done it badly."""
    if manners.packs_badly or connection.stream.is_packed or not connection.can("COMPRESS=DEFLATE"):
        return
    _, answer = connection.conversation.ask(b"COMPRESS DEFLATE")
    if answer.ok:
        connection.stream.pack(Packing(manners.note_bad_packing))
    else:
        manners.note_bad_packing()

"""
Putting the digest into INBOX: the one thing that is ever laid there, and only where the owner's config wants it so.

What was laid is known again by its Message-ID among the newest headers, not by SEARCH: Yahoo's answers no such
question (docs/quirks.md), and others look into an index that is late.
"""

from __future__ import annotations

import re

from crickets.domain.mailbox import Uid
from crickets.domain.message import MessageId
from crickets.mailbox.connection import Connection
from crickets.mailbox.drafts import message_id_of
from crickets.mailbox.folders import Folders
from crickets.mailbox.headers import Headers, in_batches
from crickets.mailbox.translate import library_words

INBOX = "INBOX"

_NEWEST = 500
"""How many messages are looked through: within the hours in which a digest is tried again no more will have come."""

_SPAN = 5_000
"""How many UIDs back they are asked for, where the server tells its UIDNEXT: a large INBOX is a long list."""

_LINE_END = re.compile(rb"\r\n|\r|\n")


def lies_in_inbox(connection: Connection, folders: Folders, message_id: MessageId) -> bool:
    """Whether a message of that id is among the newest of INBOX."""
    opened = folders.examine(INBOX)
    if not opened.state.exists:
        return False
    headers = Headers(connection, opened.name)
    from_here = max(0, (opened.state.uid_next or 0) - _SPAN)
    newest = headers.uids_above(Uid(from_here), opened.state.exists)[-_NEWEST:]
    found = (header for batch in in_batches(newest) for header in headers.of(batch))
    return any(message_id_of(header.header) == message_id for header in found)


def append_to_inbox(connection: Connection, folders: Folders, message: bytes) -> None:
    """Lay a message into INBOX: unread, without a flag; it came when it was laid."""
    folders.leave(INBOX)  # Courier lays nothing into a folder that is open read-only (docs/quirks.md)
    with library_words("putting the digest into INBOX"):
        connection.client.append(folders.wire_name(INBOX), _LINE_END.sub(b"\r\n", message), ())

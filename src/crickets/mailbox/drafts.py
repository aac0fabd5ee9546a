r"""
The Drafts folder: what lies there, and laying one more.

Knows APPEND and where the server says that it laid it; the taking back is `retire`'s. The only write in here is an
APPEND to Drafts.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import compat32

from crickets.domain.mailbox import DraftPlace, RawDrafts, RawHeader, Uid
from crickets.domain.message import MessageId
from crickets.errors import Refused, Transient
from crickets.mailbox.connection import Connection
from crickets.mailbox.folders import Folders, OpenFolder
from crickets.mailbox.headers import Headers, in_batches
from crickets.mailbox.translate import library_words

# In the APPEND itself: without \Draft there Outlook shows a received mail for ever (pimalaya/himalaya#662).
_FLAGS = ("\\Draft", "\\Seen")
_APPENDUID = re.compile(rb"\[APPENDUID (\d{1,10}) (\d{1,10})\]", re.IGNORECASE)  # RFC 4315 §3
_LINE_END = re.compile(rb"\r\n|\r|\n")


def listed(connection: Connection, folders: Folders, name: str) -> RawDrafts:
    """All that lies in the folder of that name now; `Refused` rather than a part of it."""
    opened = folders.examine(name)
    headers = _headers(connection, opened)
    found: list[RawHeader] = []
    if opened.state.exists:
        for batch in in_batches(headers.uids_above(Uid(0), opened.state.exists)):
            found += headers.of(batch)
    if headers.skipped:
        raise Refused(
            f"the server can't show a message in {name!r} (UID {headers.skipped[0].uid})",
            answer=headers.skipped[0].why,
            remedy="Open the folder in your mail client and delete the message that is broken.",
        )
    return RawDrafts(folder=name, uid_validity=opened.state.uid_validity, headers=tuple(found), state=opened.state)


def appended(
    connection: Connection, folders: Folders, name: str, message: bytes, message_id: MessageId
) -> DraftPlace | None:
    r"""
    Where a message lies after it was laid into Drafts as ``\Draft \Seen``, read back from the server.

    None if it was taken, and the server doesn't say where it lies, or says it wrong: what has its Message-ID may be the
    owner's next version already. It is given no INTERNALDATE: that is the moment of the APPEND (jstedfast/MailKit#769).
    """
    folders.leave(name)  # Courier lays nothing into a folder that is open read-only (docs/quirks.md)
    with library_words("laying the draft"):
        said = connection.client.append(folders.wire_name(name), _LINE_END.sub(b"\r\n", message), _FLAGS)
    try:
        return _found(connection, folders.examine(name), said, message_id)
    except Refused as refusal:
        # A refusal would say that nothing was laid, and the next look would lay another.
        raise Transient(f"the draft was laid; {refusal.what}", remedy="It's looked for at the next look.") from refusal


def _found(connection: Connection, opened: OpenFolder, said: bytes, message_id: MessageId) -> DraftPlace | None:
    promised = _promised(said, opened)
    found = _headers(connection, opened).of([promised]) if promised and opened.state.exists else ()
    # Not even APPENDUID is taken on trust (mguessan/davmail#315).
    return next((_place(opened, header) for header in found if message_id_of(header.header) == message_id), None)


def message_id_of(header: bytes) -> MessageId:
    """The Message-ID in a header block, without its angle brackets; empty if there is none."""
    value = str(message_from_bytes(header, policy=compat32).get("message-id", ""))
    return MessageId("".join(value.split()).removeprefix("<").removesuffix(">"))


def _headers(connection: Connection, opened: OpenFolder) -> Headers:
    return Headers(connection, opened.name, mod_sequences=opened.mod_sequences)


def _promised(said: bytes, opened: OpenFolder) -> Uid | None:
    """The UID that the server says the message got, if it is one of this folder as it is now."""
    promise = _APPENDUID.search(said)
    if promise and int(promise[1]) == opened.state.uid_validity:
        return Uid(int(promise[2]))
    return None


def _place(opened: OpenFolder, header: RawHeader) -> DraftPlace:
    return DraftPlace(
        folder=opened.name,
        uid_validity=opened.state.uid_validity,
        uid=header.uid,
        flags=header.flags,
        mod_sequence=header.mod_sequence,
    )

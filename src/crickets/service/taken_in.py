"""
What is read of a folder, as messages: from the header of each, and of a report from what it says.

Knows the port and the reading; must not know which folder is read when.
"""

from __future__ import annotations

from dataclasses import replace

from crickets.domain.mailbox import Folder, RawHeader, Uid, UidValidity
from crickets.domain.message import Message
from crickets.reading import message_of, needs_report, reading_of
from crickets.service.ports import Mailbox

_REPORT_OCTETS = 256 * 1024
"""How much of a report is fetched: what it says of the mail stands before the mail that it gives back."""


def messages_in(
    mailbox: Mailbox, folder: Folder, uid_validity: UidValidity, batch: tuple[RawHeader, ...]
) -> tuple[tuple[Uid, Message], ...]:
    """The messages of a folder that is read, with their UIDs, in the same order."""
    read = [(raw.uid, message_of(raw, role=folder.role)) for raw in batch]
    reports = [uid for uid, message in read if needs_report(message)]
    bodies = dict(mailbox.messages(folder.name, uid_validity, reports, limit=_REPORT_OCTETS)) if reports else {}

    def known_kind(uid: Uid, message: Message) -> Message:
        if not needs_report(message):
            return message
        body = bodies.get(uid) or mailbox.message(folder.name, uid_validity, uid, limit=_REPORT_OCTETS)
        return message if body is None else _read_through(message, body)

    return tuple((uid, known_kind(uid, message)) for uid, message in read)


def _read_through(message: Message, body: bytes) -> Message:
    """A report as its body shows it: what it reports, of which mail, and whom that didn't reach."""
    whole = reading_of(body, received=message.received)
    parents = tuple(dict.fromkeys((*message.parents, *filter(None, (whole.about,)))))
    return replace(message, kind=whole.kind, signals=whole.signals, parents=parents, remarks=whole.remarks)

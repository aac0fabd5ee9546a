"""
A whole mail, header and body, made facts: what it is, what it says, and what follows from its words.

Knows in which order the readings build on each other, and how the clues of header and words come together. Must not
know servers or storage. Never raises, for any bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from crickets.domain.letter import Letter
from crickets.domain.mailbox import RawHeader, Uid
from crickets.domain.message import Kind, Message, MessageId, Role
from crickets.domain.remarks import Remarks
from crickets.reading.fields import fields_of
from crickets.reading.headers import message_of
from crickets.reading.letter import letter_of
from crickets.reading.reports import kind_of_report

_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands in for the server's date of a mail that didn't come from one and names none itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    A mail as a careful person reads it: its facts, its words taken apart, and what they say.

    `about` is the id of the mail that a report is about, where the report gives that mail back. `unreadable` says that
    nothing in the bytes looks like a mail.
    """

    message: Message
    letter: Letter
    remarks: Remarks
    about: MessageId | None = None
    unreadable: bool = False

    @property
    def kind(self) -> Kind:
        """What wrote it."""
        return self.message.kind

    @property
    def signals(self) -> tuple[str, ...]:
        """By which signals that is known."""
        return self.message.signals


_ANY_MAIL_HAS = frozenset({"from", "sender", "to", "subject", "date", "message-id", "received", "return-path"})
"""Where not one of these is found, it's no mail: an image, a spreadsheet, an empty file."""


def reading_of(raw: bytes, *, received: datetime | None = None, region: str = "") -> Reading:
    """
    All that a mail's bytes tell.

    `received` is the server's date, where there is a server; `region` (ISO 3166) is where telephone numbers without a
    country's prefix are dialled.
    """
    header = RawHeader(uid=Uid(1), flags=frozenset(), internal_date=received or _NO_DATE, header=raw)
    message = message_of(header, role=Role.INBOX)
    report = kind_of_report(raw)
    letter = letter_of(raw)
    message = replace(message, kind=report.kind, signals=report.signals)
    return Reading(
        message=message,
        letter=letter,
        remarks=Remarks(language=letter.language),
        about=report.about,
        unreadable=_ANY_MAIL_HAS.isdisjoint(fields_of(raw).by_name),
    )

"""
A whole mail, header and body, made facts: what it is, what it says, and what follows from its words.

Knows in which order the readings build on each other, and how the clues of header and words come together. Must not
know servers or storage. Never raises, for any bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from crickets.domain.letter import Letter
from crickets.domain.mailbox import RawHeader, Uid
from crickets.domain.message import Kind, Message, MessageId, Role
from crickets.domain.remarks import Attendance, Remarks
from crickets.reading.absence import back_on
from crickets.reading.automatic import clues_in_words
from crickets.reading.clues import Clue
from crickets.reading.departures import has_left, write_instead
from crickets.reading.expectation import expectation_of
from crickets.reading.fields import Fields, fields_of
from crickets.reading.headers import message_of
from crickets.reading.humanity import clues_of_a_person
from crickets.reading.invitations import attendance_of, calendar_clues
from crickets.reading.kinds import clues_of, clues_of_whole, is_posted, verdict_by
from crickets.reading.letter import letter_of_parts
from crickets.reading.markup import page_of
from crickets.reading.mime import Part, parts_of
from crickets.reading.phones import phones_in
from crickets.reading.prints import prints_of
from crickets.reading.promises import promise_of
from crickets.reading.reports import Report, report_of
from crickets.reading.selling import clues_in_body

_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands in for the server's date of a mail that didn't come from one and names none itself."""

_ANY_MAIL_HAS = frozenset({"from", "sender", "to", "subject", "date", "message-id", "received", "return-path"})
"""Where not one of these is found, it's no mail: an image, a spreadsheet, an empty file."""


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


def reading_of(raw: bytes, *, received: datetime | None = None, region: str = "") -> Reading:
    """
    All that a mail's bytes tell.

    `received` is the server's date, where there is a server; `region` (ISO 3166) is where telephone numbers without a
    country's prefix are dialled.
    """
    fields, parts = fields_of(raw), tuple(parts_of(raw))
    letter = letter_of_parts(parts)
    header = RawHeader(uid=Uid(1), flags=frozenset(), internal_date=received or _NO_DATE, header=raw)
    message = message_of(header, role=Role.INBOX)
    in_header = clues_of(fields, message.sender, message.subject)
    report = report_of(fields=fields, parts=parts, text=letter.whole, header_clues=in_header)
    clues = (*in_header, *report.clues, *_in_body(fields, parts, letter, message.subject))
    verdict = verdict_by(clues, posted=is_posted(fields))
    judged = replace(message, kind=verdict.kind, signals=verdict.signals, to_list=verdict.to_list)
    written = message.date or received
    return Reading(
        message=judged,
        letter=letter,
        remarks=_remarks(judged, letter, parts, report, None if written is None else written.date(), region),
        about=report.about,
        unreadable=_ANY_MAIL_HAS.isdisjoint(fields.by_name),
    )


def _in_body(fields: Fields, parts: Sequence[Part], letter: Letter, subject: str) -> tuple[Clue, ...]:
    """What speaks for any kind but a report, beyond the header that is read of all mail."""
    return (
        *clues_of_whole(fields),
        *calendar_clues(parts, subject=subject, text=letter.text),
        *clues_in_words(letter.text, subject=subject, quoted=bool(letter.quoted)),
        *clues_in_body(letter, page_of(parts), fields),
        *clues_of_a_person(letter, fields),
    )


def _remarks(
    message: Message, letter: Letter, parts: Sequence[Part], report: Report, written: date | None, region: str
) -> Remarks:
    """What the words say, as far as it belongs to the kind of mail."""
    undelivered = message.kind in {Kind.BOUNCE, Kind.DELAY}  # other clues may have outvoted the report's
    said = Remarks(language=letter.language, bounced=report.recipients if undelivered else ())
    match message.kind:
        case Kind.PERSON:
            return replace(
                said,
                promised=None if written is None else _promise(letter, written),
                expectation=expectation_of(letter, message.subject),
                phones=phones_in(letter.signature, letter.text, region, letter.language),
                prints=prints_of(letter.text),
                quoted_prints=prints_of(letter.quoted),
            )
        case Kind.AUTO_REPLY:
            return replace(
                said,
                away=any("says it is away" in signal for signal in message.signals),
                away_until=None if written is None else _back_on(letter, message.subject, written),
                has_left=has_left(letter.text),
                write_instead=write_instead(letter.text, message.sender.email),
                phones=phones_in(letter.signature, letter.text, region, letter.language),
            )
        case Kind.CALENDAR:
            return replace(said, attendance=_attendance(message, parts))
        case _:
            return said


def _promise(letter: Letter, written: date) -> date | None:
    return promise_of(letter.text, language=letter.language, written=written)


def _back_on(letter: Letter, subject: str, written: date) -> date | None:
    return back_on(f"{subject}\n{letter.text}", language=letter.language, written=written)


def _attendance(message: Message, parts: Sequence[Part]) -> Attendance | None:
    return attendance_of(parts, sender=message.sender.email, subject=message.subject)

"""
What a mail's words say that bears on the count of silence, by the kind of mail.

Knows which reading says what; must not know how each reads, nor what follows from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from crickets.domain.letter import Letter
from crickets.domain.message import Kind, Message
from crickets.domain.remarks import Remarks
from crickets.reading.asking.expectation import expectation_of
from crickets.reading.asking.payments import payment_of
from crickets.reading.asking.promises import promise_of
from crickets.reading.automatic.departures import has_left, write_instead
from crickets.reading.automatic.moves import Move, said_in_subject, tells_of_absence
from crickets.reading.body.mime import Part
from crickets.reading.header.author_day import local_day
from crickets.reading.header.fields import Fields
from crickets.reading.moments.absence import back_on
from crickets.reading.quotes.prints import prints_of
from crickets.reading.reports.invitations import attendance_of
from crickets.reading.reports.reports import Report
from crickets.reading.voice.phones import phones_in

_CLOCKS_DIFFER = timedelta(days=2)
"""How far a mail's own date may be from the server's: zones, and a night in a queue."""

_OF_AN_ABSENCE = frozenset({Move.AWAY, Move.LATER})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMail:
    """A mail taken apart, its kind known; `received` is the server's date, where there is a server."""

    message: Message
    fields: Fields
    parts: Sequence[Part]
    letter: Letter
    received: datetime | None = None

    @property
    def written(self) -> date | None:
        """
        The day on which its author wrote it, in their own zone: "tomorrow" is the day after it.

        A clock that is days off the server's is not believed.
        """
        day, arrived = local_day(self.fields.first("date")), None if self.received is None else self.received.date()
        is_off = day is not None and arrived is not None and abs(day - arrived) > _CLOCKS_DIFFER
        return arrived if day is None or is_off else day


def remarks_of(mail: ReadMail, report: Report, region: str) -> Remarks:
    """What the words of a mail say; `region` is the country of telephone numbers that name none, where it's known."""
    said = Remarks(language=mail.letter.language)
    match mail.message.kind:
        case Kind.PERSON:
            return _of_a_person(said, mail, region)
        case Kind.AUTO_REPLY:
            return _of_a_responder(said, mail, region)
        case Kind.BOUNCE | Kind.DELAY:
            return replace(said, bounced=report.recipients)
        case Kind.CALENDAR:
            message = mail.message
            attendance = attendance_of(mail.parts, sender=message.sender.email, subject=message.subject)
            return replace(said, attendance=attendance)
        case _:
            return said


def _of_a_person(said: Remarks, mail: ReadMail, region: str) -> Remarks:
    letter, written = mail.letter, mail.written
    return replace(
        said,
        promised=None if written is None else promise_of(letter.text, language=letter.language, written=written),
        pays_by=None if written is None else payment_of(letter.text, language=letter.language, written=written),
        expectation=expectation_of(letter, mail.message.subject),
        phones=phones_in(letter.signature, letter.text, region, letter.language),
        prints=prints_of(letter.text),
        quoted_prints=prints_of(letter.quoted),
    )


def _of_a_responder(said: Remarks, mail: ReadMail, region: str) -> Remarks:
    letter, subject = mail.letter, mail.message.subject
    until = _back_on(mail)
    is_away = tells_of_absence(letter.text) or not said_in_subject(subject).isdisjoint(_OF_AN_ABSENCE)
    return replace(
        said,
        away=until is not None or is_away,
        away_until=until,
        has_left=has_left(letter.text),
        write_instead=write_instead(letter.text, mail.message.sender.email),
        phones=phones_in(letter.signature, letter.text, region, letter.language),
    )


def _back_on(mail: ReadMail) -> date | None:
    written = mail.written
    if written is None:
        return None
    text = f"{mail.message.subject}\n{mail.letter.text}"
    return back_on(text, language=mail.letter.language, written=written)

"""
A whole mail, header and body, made facts: what it is, what it says, and what follows from its words.

Knows in which order the readings build on each other, and how the clues of header and words come together. Must not
know servers or storage. Never raises, for any bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from crickets.domain.letter import Letter
from crickets.domain.mailbox import RawHeader, Uid
from crickets.domain.message import Kind, Message, MessageId, Role
from crickets.domain.remarks import Remarks
from crickets.domain.subject import is_reply_by_hand
from crickets.reading.asking.decisions import clues_of_a_decision
from crickets.reading.automatic.replies import clues_in_words
from crickets.reading.body.markup import page_of
from crickets.reading.body.mime import Part, parts_of
from crickets.reading.header.facts import message_of
from crickets.reading.header.fields import Fields, fields_of
from crickets.reading.kinds.clues import Clue, weighed
from crickets.reading.kinds.humanity import clues_of_a_person
from crickets.reading.kinds.in_header import clues_of, clues_of_whole, is_posted, verdict_by
from crickets.reading.kinds.selling import clues_in_body
from crickets.reading.quotes.letter import letter_of_parts
from crickets.reading.remarks import ReadMail, remarks_of
from crickets.reading.reports.invitations import calendar_clues
from crickets.reading.reports.reports import report_of
from crickets.reading.voice.countries import country_of

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
    about: MessageId | None = None
    unreadable: bool = False

    @property
    def remarks(self) -> Remarks:
        """What its words say."""
        return self.message.remarks or Remarks()

    @property
    def kind(self) -> Kind:
        """What wrote it."""
        return self.message.kind

    @property
    def signals(self) -> tuple[str, ...]:
        """By which signals that is known."""
        return self.message.signals


def reading_of(
    raw: bytes, *, received: datetime | None = None, region: str = "", home: str = "", own: bool = False
) -> Reading:
    """
    All that a mail's bytes tell.

    `received` is the server's date, where there is a server. `region` (ISO 3166-1) is the country of telephone numbers
    that name none; where it's empty, the author's address and language tell it, and `home`, the owner's own, counts as
    far as they speak for it. Of the owner's `own` mail the header alone says what wrote it: an offer sounds like
    an offer, and who tells a client of their holidays has written to them.
    """
    fields, parts = fields_of(raw), tuple(parts_of(raw))
    letter = letter_of_parts(parts)
    header = RawHeader(uid=Uid(1), flags=frozenset(), internal_date=received or _NO_DATE, header=raw)
    message = message_of(header, role=Role.INBOX)
    in_header = clues_of(fields, message.sender, message.subject)
    report = report_of(fields=fields, parts=parts, text=letter.whole, header_clues=in_header)
    in_fields = (*in_header, *clues_of_whole(fields))
    in_body = () if own else (*report.clues, *_in_body(fields, parts, letter, message.subject))
    verdict = verdict_by((*in_fields, *in_body), posted=is_posted(fields))
    judged = replace(message, kind=verdict.kind, signals=verdict.signals, to_list=verdict.to_list)
    country = region or country_of(message.sender.email, letter.language, home)
    mail = ReadMail(message=judged, fields=fields, parts=parts, letter=letter, received=received)
    said = replace(remarks_of(mail, report, country), told_by_words=verdict.kind is not weighed(in_fields))
    return Reading(
        message=replace(judged, remarks=said),
        letter=letter,
        about=report.about,
        unreadable=_ANY_MAIL_HAS.isdisjoint(fields.by_name),
    )


def _in_body(fields: Fields, parts: Sequence[Part], letter: Letter, subject: str) -> tuple[Clue, ...]:
    """What in the words and their make speaks for any kind but a report."""
    answers = "in-reply-to" in fields or "references" in fields or is_reply_by_hand(subject)
    return (
        *calendar_clues(parts, subject=subject, text=letter.text),
        *clues_in_words(letter.text, subject=subject, quoted=bool(letter.quoted)),
        *(clues_of_a_decision(letter.text) if answers else ()),
        *clues_in_body(letter, page_of(parts), fields),
        *clues_of_a_person(letter, fields),
    )

"""
Builders of what a draft is written from; every part has a plain default.

Knows the domain's values only; must not know how the writing works.
"""

from __future__ import annotations

import email
import email.policy
import re
from datetime import date, datetime
from email.message import EmailMessage, Message
from zoneinfo import ZoneInfo

from crickets.domain.followup import FollowUp
from crickets.domain.letter import Letter
from crickets.domain.message import Address, MessageId

ROME = ZoneInfo("Europe/Rome")
WRITTEN_AT = datetime(2026, 11, 21, 8, 30, tzinfo=ROME)
DANA = Address(name="Dana Levi", email="dana@studio.example")
ANNA = Address(name="Anna Rossi", email="anna@client.example")
MARCO = Address(name="Marco Bianchi", email="marco@client.example")
OWN_ID = MessageId("6f1c2a9e-3b7d-4c55-9e0f-1a2b3c4d5e6f@studio.example")


def a_followup(
    *,
    template: str = "check-in",
    message_id: str = OWN_ID,
    sender: Address = DANA,
    to: tuple[Address, ...] = (ANNA,),
    cc: tuple[Address, ...] = (),
    references: tuple[str, ...] = ("asked@client.example", "offer@studio.example"),
    subject: str = "The new site",
    keep_subject: bool = False,
    quote: bool = True,
    written_at: datetime = WRITTEN_AT,
    asked_on: date = date(2026, 11, 14),
    language: str = "",
) -> FollowUp:
    """The check-in to Anna, a week after Dana's offer."""
    return FollowUp(
        id=MessageId(message_id),
        template=template,
        sender=sender,
        to=to,
        cc=cc,
        parent=MessageId(references[-1]) if references else None,
        references=tuple(map(MessageId, references)),
        subject=subject,
        keep_subject=keep_subject,
        quote=quote,
        written_at=written_at,
        days=7,
        asked_on=asked_on,
        language=language,
    )


def an_offer(whole: str = "Hi Anna,\n\nhere is the offer.\n", *, greeting: str = "", html: bool = False) -> Letter:
    """The mail that went unanswered."""
    return Letter(text=whole, whole=whole, greeting=greeting, language="en", html=html)


def parsed(draft: bytes) -> EmailMessage:
    """The draft as a modern reader sees it."""
    return email.message_from_bytes(draft, policy=email.policy.default)


def parsed_leniently(draft: bytes) -> Message:
    """The draft as the older of the library's readers sees it, with its header values as they stand."""
    return email.message_from_bytes(draft, policy=email.policy.compat32)


def text_of(draft: bytes) -> str:
    """The plain text of a draft, decoded."""
    part = parsed(draft).get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def header_of(draft: bytes) -> bytes:
    """The header block, with its last line's end."""
    return draft.partition(b"\r\n\r\n")[0] + b"\r\n"


def raw_field(draft: bytes, name: str) -> bytes | None:
    """One field's value as it stands on the wire, folds included, read without any library."""
    found = re.search(rb"(?:^|\r\n)%s: ?((?:[^\r\n]|\r\n[ \t])*)\r\n" % name.encode(), header_of(draft))
    return found[1] if found else None

"""Mail for the tests: whole messages and header blocks, as servers give them."""

from __future__ import annotations

from datetime import UTC, datetime

from crickets.domain.letter import Letter
from crickets.domain.mailbox import RawHeader, Uid
from crickets.domain.message import Message, Role
from crickets.reading import message_of

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def a_header(*lines: str, **fields: str) -> bytes:
    """A header block of a usual mail; a keyword replaces a field (`in_reply_to=…`), an empty one takes it away."""
    usual = {
        "from": "Anna Rossi <anna@client.example>",
        "to": "Dana Doe <dana@studio.example>",
        "subject": "The new site",
        "date": "Mon, 2 Mar 2026 10:15:00 +0100",
        "message-id": "<one@client.example>",
    }
    usual |= {name.replace("_", "-"): value for name, value in fields.items()}
    written = [f"{name.title()}: {value}" for name, value in usual.items() if value]
    return "\r\n".join([*written, *lines, "", ""]).encode()


def raw(header: bytes, *, draft: bool = False, conversation: str = "", received: datetime = NOW) -> RawHeader:
    """A header block as it comes from the server."""
    return RawHeader(
        uid=Uid(7),
        flags=frozenset({"\\Seen"}),
        internal_date=received,
        header=header,
        draft=draft,
        conversation=conversation,
    )


def read(header: bytes, role: Role = Role.INBOX) -> Message:
    """The facts of a header block."""
    return message_of(raw(header), role=role)


def a_mail(body: str, *lines: str, **fields: str) -> bytes:
    """A whole mail of one plain part in UTF-8, unless a field says otherwise."""
    fields = {"mime_version": "1.0", "content_type": "text/plain; charset=utf-8"} | fields
    return a_header(*lines, **fields) + body.replace("\n", "\r\n").encode()


def a_multipart(kind: str, *parts: str, **fields: str) -> bytes:
    """A whole mail of several parts, each written with its own header."""
    body = "".join(f"--edge\n{part}\n" for part in parts) + "--edge--\n"
    return a_mail(body, content_type=f'multipart/{kind}; boundary="edge"', **fields)


def a_letter(
    text: str = "", *, language: str = "", greeting: str = "", sign_off: str = "", signature: str = ""
) -> Letter:
    """A letter as the reading would give it."""
    return Letter(text=text, language=language, greeting=greeting, sign_off=sign_off, signature=signature, whole=text)

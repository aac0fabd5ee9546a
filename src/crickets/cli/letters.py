"""
A draft's bytes as an owner reads them: the few headers that matter, and the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from crickets.cli.safe import plain, plain_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDraft:
    """What is read of a draft; headers and names of files on one line each, decoded, harmless for a terminal."""

    headers: tuple[tuple[str, str], ...]
    attached: tuple[str, ...]
    text: str


def read(message: bytes) -> ReadDraft:
    """The draft as it will be seen in a mail client."""
    parsed = message_from_bytes(message, policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    found = ((name, plain(str(parsed[name] or ""))) for name in ("From", "To", "Cc", "Subject"))
    return ReadDraft(
        headers=tuple((name, value) for name, value in found if value),
        attached=tuple(plain(part.get_filename() or "") for part in parsed.iter_attachments()),
        text=_text(parsed),
    )


def subject_of(message: bytes) -> str:
    """The subject of a draft, decoded."""
    return str(message_from_bytes(message, policy=policy.default)["Subject"] or "")


def text_of(message: bytes) -> str:
    """The plain text of a draft, as it is."""
    part = message_from_bytes(message, policy=policy.default).get_body(("plain",))
    return "" if part is None else str(part.get_content()).replace("\r\n", "\n")


def _text(parsed: EmailMessage) -> str:
    part = parsed.get_body(("plain",))
    return "" if part is None else plain_lines(str(part.get_content())).strip("\n")

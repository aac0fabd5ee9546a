"""
A draft's bytes: its header and its words as one RFC 5322 message.

Knows MIME; must not know how the words came about. Nothing in it tells that a program helped: no field that
starts with X-, no name of a mail program, ids and boundaries like anybody's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from email.quoprimime import body_encode

from crickets.domain.attachment import Attachment
from crickets.domain.followup import FollowUp
from crickets.domain.message import MessageId
from crickets.writing import headers
from crickets.writing.addr_spec import a_labels
from crickets.writing.enclosing import attachment_part
from crickets.writing.wording import Wording

_SHORT = 76
_QP_WIDTH = 72
"""Two short of 74: ``From `` may grow by two, and no line passes 76 (RFC 2045 §6.7)."""


def compose(followup: FollowUp, wording: Wording, attachments: Sequence[Attachment] = ()) -> bytes:
    r"""
    The draft as it is appended: ASCII throughout, lines ended by CRLF, none longer than 998 octets, no NUL.

    Raises `ValueError` if an address or the draft's own id can't stand in a header, or its date has no zone.
    """
    message = (
        _envelope(followup, wording.subject) + "MIME-Version: 1.0\r\n" + content(followup.id, wording, attachments)
    )
    return message.encode("ascii")


def message_id_for(seed: str, domain: str) -> MessageId:
    """
    An id for a draft, the same for the same seed, with the look of a random UUID (RFC 9562 §5.4).

    Raises `ValueError` for a domain that is none.
    """
    digits = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    groups = (digits[:8], digits[8:12], f"4{digits[13:16]}", f"{variant}{digits[17:20]}", digits[20:32])
    return MessageId(f"{'-'.join(groups)}@{a_labels(domain.lower())}")


def _envelope(followup: FollowUp, subject: str) -> str:
    """Every field but those of the content."""
    if not headers.is_writable(followup.id):
        raise ValueError(f"{followup.id!a} can't be a Message-ID")
    return "".join(
        (
            headers.mailboxes("From", (followup.sender,)),
            headers.mailboxes("To", followup.to),
            headers.mailboxes("Cc", followup.cc),
            headers.unstructured("Subject", subject),
            headers.moment("Date", followup.written_at),
            headers.message_ids("Message-ID", (followup.id,)),
            headers.message_ids("In-Reply-To", () if followup.parent is None else (followup.parent,)),
            headers.message_ids("References", followup.references),
        )
    )


def content(message_id: MessageId, wording: Wording, attachments: Sequence[Attachment] = ()) -> str:
    """The fields of the content, an empty line and the content: the words, and what is attached to them."""
    if not attachments:
        return _words(message_id, wording)
    words = _words(message_id, wording, alone=False)
    return _multipart("mixed", message_id, (words, *map(attachment_part, attachments)))


def _words(message_id: MessageId, wording: Wording, *, alone: bool = True) -> str:
    """The text, or the text and its mirror."""
    if wording.html is None:
        return _part("text/plain", wording.text, as_it_is=alone and _is_short_ascii(wording.text))
    return _multipart("alternative", message_id, (_part("text/plain", wording.text), _part("text/html", wording.html)))


def _multipart(kind: str, message_id: MessageId, parts: Sequence[str]) -> str:
    boundary = _boundary(kind, message_id)
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    return f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n\r\n{body}--{boundary}--\r\n'


def _part(media_type: str, text: str, *, as_it_is: bool = False) -> str:
    encoding, body = ("7bit", text) if as_it_is else ("quoted-printable", _quoted_printable(text))
    fields = f"Content-Type: {media_type}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n"
    return fields + "\r\n" + body.replace("\n", "\r\n")


def _is_short_ascii(text: str) -> bool:
    """Whether every line can go as it is: short, ASCII, and nothing that a mail store would mend."""
    return text.isascii() and not any(
        len(line) > _SHORT or line == "." or line.startswith("From ") for line in text.split("\n")
    )


def _quoted_printable(text: str) -> str:
    """RFC 2045 §6.7, and ``From `` and a lone dot encoded: mbox and SMTP take those for their own."""
    encoded = body_encode(text.encode().decode("latin-1"), maxlinelen=_QP_WIDTH, eol="\n")
    return re.sub(r"^(?:\.$|F(?=rom ))", lambda mark: f"={ord(mark[0]):02X}", encoded, flags=re.MULTILINE)


def _boundary(kind: str, message_id: MessageId) -> str:
    """A boundary that neither quoted-printable text nor base64 holds: there no ``_`` follows ``=`` (RFC 2045 §6.7)."""
    return f"=_{hashlib.sha256(f'{kind} {message_id}'.encode()).hexdigest()[:32]}"

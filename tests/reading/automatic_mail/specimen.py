"""
A mail made for the tests, with the truth about it, and how it is put into bytes.

Knows RFC 5322 and MIME as far as mailers write them; must not know what the words say.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from datetime import date, datetime
from email.header import Header
from email.utils import format_datetime
from enum import Enum
from html import escape
from quopri import encodestring
from random import Random

from crickets.domain.message import Kind
from tests.reading.automatic_mail.tongue import Lines


class Shape(Enum):
    """How much of the header is left."""

    WHOLE = "whole"
    PRIVATE = "the system's private fields"
    STRIPPED = "From, To, Date, Subject and MIME"
    BARE = "From, To, Date, Subject alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """
    A mail and the truth about it.

    `has_left` is None where it's a matter of opinion. `wording` says what its words are about.
    """

    raw: bytes
    kind: Kind
    language: str
    system: str
    shape: Shape
    wording: str
    away_until: date | None = None
    has_left: bool | None = False
    write_instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Who writes to whom, when, about what; and the fields beside these."""

    sender: str
    address: str
    to: str
    sent: datetime
    subject: str
    own_id: str
    fields: Lines = ()


_STANDARD = ("auto-submitted:", "precedence:", "x-precedence:", "in-reply-to:", "references:")
"""What every system may write, by RFC 3834 §3.1.7 and by custom."""

_EDGE = "edge-2f6b0c1d"
_LEGACY = {
    "de": "iso-8859-1",
    "fr": "iso-8859-15",
    "pl": "iso-8859-2",
    "ru": "koi8-r",
    "ja": "iso-2022-jp",
    "ko": "euc-kr",
    "zh": "gb18030",
    "he": "windows-1255",
    "el": "iso-8859-7",
    "tr": "iso-8859-9",
}


def mail_of(envelope: Envelope, body: str, *, shape: Shape, language: str, html: bool, chance: Random) -> bytes:
    """A whole mail in bytes."""
    if shape is Shape.BARE:
        return _joined([*_four(envelope)]) + body.replace("\n", "\r\n").encode()
    content = _alternative(body, chance) if html else _part(body, "plain", _charset(body, language, chance), chance)
    fields = [*_four(envelope), *_further(envelope, shape), "MIME-Version: 1.0"]
    return _joined(fields)[:-2] + content


def _four(envelope: Envelope) -> Lines:
    return (
        f"From: {_encoded(envelope.sender)} <{envelope.address}>",
        f"To: {envelope.to}",
        f"Date: {format_datetime(envelope.sent)}",
        f"Subject: {_encoded(envelope.subject)}",
    )


def _further(envelope: Envelope, shape: Shape) -> Lines:
    if shape is Shape.STRIPPED:
        return ()
    kept = envelope.fields
    if shape is Shape.PRIVATE:
        kept = tuple(field for field in kept if not field.lower().startswith(_STANDARD))
    return (f"Message-ID: {envelope.own_id}", *(f"{_named(field)}" for field in kept))


def _named(field: str) -> str:
    name, _, value = field.partition(":")
    return f"{name}: {_encoded(value.strip())}"


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=200).encode(linesep="\r\n")


def _joined(fields: list[str]) -> bytes:
    return "\r\n".join([*fields, "", ""]).encode()


def _charset(body: str, language: str, chance: Random) -> str:
    """UTF-8, or what mailers of the language wrote before it, where that has all the letters."""
    legacy = _LEGACY.get(language, "utf-8")
    try:
        body.encode(legacy)
    except UnicodeEncodeError:
        return "utf-8"
    return legacy if chance.random() < 0.25 else "utf-8"


def _part(body: str, subtype: str, charset: str, chance: Random) -> bytes:
    """A text part, its header first."""
    text = body.replace("\n", "\r\n").encode(charset)
    coding = chance.choice(("8bit", "quoted-printable", "base64"))
    if coding == "quoted-printable":
        text = encodestring(text.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
    elif coding == "base64":
        text = b"\r\n".join(b64encode(text[at : at + 57]) for at in range(0, len(text), 57))
    head = f"Content-Type: text/{subtype}; charset={charset}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
    return head.encode() + text + b"\r\n"


def _alternative(body: str, chance: Random) -> bytes:
    """The text, and the same in HTML; or in HTML alone."""
    paragraphs = "".join(f"<p>{escape(line, quote=False)}</p>" for line in body.split("\n") if line.strip())
    hypertext = _part(f"<html><body>{paragraphs}</body></html>", "html", "utf-8", chance)
    if chance.random() < 0.4:
        return hypertext
    edge = f"--{_EDGE}".encode()
    parts = (_part(body, "plain", "utf-8", chance), hypertext)
    head = f'Content-Type: multipart/alternative; boundary="{_EDGE}"\r\n\r\n'.encode()
    return head + b"".join(edge + b"\r\n" + part for part in parts) + edge + b"--\r\n"

"""
The leaves of a mail's MIME tree, and the text in them.

Knows RFC 2045, 2046, 2183, 3676 and how they are broken; must not know what a text says. Bounded in depth,
number and size, since the standard library's parser recurses with the nesting. Never raises.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from crickets.reading.body.charsets import text_of
from crickets.reading.body.parameters import parameters_of
from crickets.reading.header.fields import Fields, fields_of

SIZE_LIMIT = 32 << 20
"""How much of a mail is looked at: more than any provider lets through."""
TEXT_LIMIT = 512 * 1024
"""How much of one part is read as text, in octets before decoding."""
DEPTH_LIMIT = 20
PARTS_LIMIT = 200

_BLANK_LINES = (b"\n\n", b"\n\r\n", b"\r\r")
_BASE64_FOOTER = re.compile(rb"\r?\n\r?\n(?=[^\r\n]{0,200}[^A-Za-z0-9+/=\r\n])")
"""Where a list's robot has put words below what it didn't know for base64."""
_FIRST_DELIMITER = re.compile(rb"(?:\A|\n)--([^\s-][^\r\n]{0,69}?)[ \t]*\r?\n")
_DELIMITER_END = re.compile(rb"(--)?[ \t]*+(?:\r?\n|\r|\Z)")
_BASE64_JUNK = re.compile(rb"[^A-Za-z0-9+/]+")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_SEPARATOR = "-- "
"""Begins a signature, and is no flowed line (RFC 3676 §4.3)."""
_FLOWED_QUOTE = re.compile(r">*")


_SHOWN = frozenset({"text/plain", "text/html", "text/enriched", "text/markdown", "text/calendar"})
"""Texts that are shown as the letter, or speak for it, though they bear a name; any other that bears one is a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One leaf: its fields, its type in small letters, its content as it was sent; `inside` names its parents."""

    fields: Fields
    type: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    inside: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """The name its author gave it as a file (RFC 2183 §2.3), or nothing."""
        _, disposition = parameters_of(self.fields.first("content-disposition"))
        return " ".join((disposition.get("filename") or self.parameters.get("name") or "").split())[:255]

    @property
    def is_attachment(self) -> bool:
        """Whether it's a file rather than a piece of the letter: said so, or a named part that isn't the text."""
        disposition = self.fields.word("content-disposition")
        return disposition == "attachment" or (self.type not in _SHOWN and bool(self.file_name))

    def octets(self, limit: int = TEXT_LIMIT) -> bytes:
        """Its content with the transfer encoding undone (RFC 2045 §6), as far as it goes."""
        raw = self.content[: limit * 2]
        encoding = self.fields.word("content-transfer-encoding")
        if encoding == "base64":
            clean = _BASE64_JUNK.sub(b"", _BASE64_FOOTER.split(raw, maxsplit=1)[0])
            clean = clean[: len(clean) // 4 * 4 + (len(clean) % 4 if len(clean) % 4 != 1 else 0)]
            return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))[:limit]
        if encoding == "quoted-printable":
            return binascii.a2b_qp(raw)[:limit]
        return raw[:limit]

    def text(self) -> str:
        r"""Its text with ``\n`` at line ends, by the charset it claims or, where that lies, a better one."""
        octets = self.octets()
        label = self.parameters.get("charset", "")
        if self.type == "text/html" and not label:
            meta = _META_CHARSET.search(octets[:2048])
            label = meta[1].decode("ascii") if meta else ""
        text = text_of(octets, label).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        return _unflowed(text, self.parameters) if self.parameters.get("format", "").casefold() == "flowed" else text


def parts_of(raw: bytes) -> Iterator[Part]:
    """The leaves of a message in their order, at most 200; a message inside a message is a leaf."""
    yield from islice(_leaves(_part(raw[:SIZE_LIMIT], "text/plain", ())), PARTS_LIMIT)


def _leaves(part: Part) -> Iterator[Part]:
    if not part.type.startswith("multipart/"):
        yield part
        return
    if len(part.inside) >= DEPTH_LIMIT:
        return
    pieces = _pieces(part)
    if not pieces:
        yield Part(fields=part.fields, type="text/plain", content=part.content, inside=part.inside)
        return
    usual = "message/rfc822" if part.type == "multipart/digest" else "text/plain"  # RFC 2046 §5.1.5
    inside = (*part.inside, part.type)
    del part  # nothing is kept of what is handed on: 32 MB at each of twenty depths would be a gigabyte
    pieces.reverse()
    while pieces:
        yield from _leaves(_part(pieces.pop(), usual, inside))


def _part(raw: bytes, usual: str, inside: tuple[str, ...]) -> Part:
    """A part out of its header block and content; without a Content-Type that makes sense it's the usual one."""
    head, content = _cut(raw)
    fields = fields_of(head)
    written, parameters = parameters_of(fields.first("content-type"))
    return Part(
        fields=fields,
        type=written if "/" in written else usual,
        parameters=parameters,
        content=content,
        inside=inside,
    )


def _cut(raw: bytes) -> tuple[bytes, bytes]:
    """A header block and what follows its blank line; without one, all is content unless it reads as a header."""
    start = len(raw) - len(raw.lstrip(b"\r\n")) if not raw.startswith((b"\n\n", b"\r\n\r\n")) else 0
    if start == 0 and raw.startswith((b"\n", b"\r\n")):
        return b"", raw.partition(b"\n")[2]
    # A search for each, as a pattern that holds them all looks at 32 MB a hundred times as long.
    found = [(at, at + len(blank)) for blank in _BLANK_LINES if (at := raw.find(blank, start)) >= 0]
    if found:
        head_end, content_start = min(found)
        return raw[:head_end].removesuffix(b"\r"), raw[content_start:]
    return (raw, b"") if b":" in raw[:80].partition(b"\n")[0] else (b"", raw)


def _pieces(part: Part) -> list[bytes]:
    """What stands between the delimiters of a multipart (RFC 2046 §5.1.1); a lost last one ends with the mail."""
    boundary = part.parameters.get("boundary", "").rstrip().encode("utf-8", "replace")[:200]
    found = _between(part.content, boundary) if boundary else []
    if found:
        return found
    guess = _FIRST_DELIMITER.search(part.content[:4096])
    return _between(part.content, guess[1]) if guess else []


def _between(content: bytes, boundary: bytes) -> list[bytes]:
    """The pieces between the lines that are `boundary` behind two dashes."""
    pieces: list[bytes] = []
    start = -1
    at = content.find(b"--" + boundary)
    while at >= 0 and len(pieces) < PARTS_LIMIT:
        behind = at + 2 + len(boundary)
        line_end = _DELIMITER_END.match(content, behind)
        if line_end and (at == 0 or content[at - 1 : at] in {b"\n", b"\r"}):
            if start >= 0:
                pieces.append(content[start : max(start, at - (2 if content[at - 2 : at] == b"\r\n" else 1))])
            if line_end[1]:
                return pieces
            start = behind = line_end.end()
        at = content.find(b"--" + boundary, behind)
    if start >= 0:
        pieces.append(content[start:])
    return pieces


def _unflowed(text: str, parameters: Mapping[str, str]) -> str:
    """Text of format=flowed with its lines whole again (RFC 3676 §4), quote marks kept."""
    cut = -1 if parameters.get("delsp", "").casefold() == "yes" else None
    lines: list[list[str]] = []
    depth_before, is_open = 0, False
    for line in text.split("\n"):
        marks = _FLOWED_QUOTE.match(line)
        depth = marks.end() if marks else 0
        content = line[depth + 1 :] if line[depth : depth + 1] == " " else line[depth:]
        goes_on = is_open and depth == depth_before and content != _SEPARATOR
        is_open, depth_before = content.endswith(" ") and content != _SEPARATOR, depth
        if not goes_on:
            lines.append([f"{'>' * depth} "] if depth else [])
        lines[-1].append(content[:cut] if is_open else content)
    return "\n".join(map("".join, lines))

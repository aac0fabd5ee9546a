"""
The text a reader of a mail would see, and the files it brings.

Knows which MIME parts are shown (RFC 2046 §5.1, RFC 2387); must not know what the text says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crickets.reading.body.charsets import printable
from crickets.reading.body.hypertext import marked_text_of
from crickets.reading.body.mime import Part, parts_of
from crickets.reading.quotes.quote_markup import unmarked

TEXT_LIMIT = 256 * 1024
_READ_LIMIT = 4 * TEXT_LIMIT
"""How much is read over all parts: most of a page is markup."""

_ALTERNATIVE = "multipart/alternative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """
    A mail's whole plain text, whether it had HTML, and the names of its attachments.

    `marked` is the text with the marks of `quote_markup` in front of lines that HTML says are quoted.
    """

    text: str = ""
    marked: str = ""
    html: bool = False
    attachments: tuple[str, ...] = ()


def body_of(raw: bytes) -> Body:
    """What a mail shows; plain text where its author's mailer gave some, else the HTML's."""
    return body_of_parts(tuple(parts_of(raw)))


def body_of_parts(parts: Sequence[Part]) -> Body:
    """The same of a mail that was taken apart before."""
    letters = [part for part in parts if _is_letter(part)]
    marked = _tidy("\n".join(_texts(letters)))[:TEXT_LIMIT]
    return Body(
        text=unmarked(marked),
        marked=marked,
        html=any(part.type == "text/html" for part in letters),
        attachments=tuple(name for name in map(_file_name, parts) if name),
    )


def _is_letter(part: Part) -> bool:
    return part.type in {"text/plain", "text/html", "text/enriched", "text/markdown"} and not part.is_attachment


def _texts(letters: Sequence[Part]) -> list[str]:
    """The texts to show: of alternatives only one, plain if it says anything; else all, in their order."""
    plain = [part for part in letters if part.type != "text/html"]
    written = _first(plain)
    inside_alternative = any(_ALTERNATIVE in part.inside for part in letters)
    if written and (inside_alternative or len(plain) == len(letters)):
        return written
    return _first(letters)


def _shown(part: Part, written: str) -> str:
    return marked_text_of(written) if part.type == "text/html" else written


def _first(letters: Iterable[Part]) -> list[str]:
    """What some parts say, those that say anything, up to as much as is read of a mail; the rest isn't decoded."""
    found: list[str] = []
    read = said = 0
    for part in letters:
        written = part.text()
        text = _shown(part, written)
        found.extend([text] if text.strip() else [])
        read, said = read + len(written), said + len(text)
        if read > _READ_LIMIT or said > TEXT_LIMIT:
            break
    return found


def _file_name(part: Part) -> str:
    """How an attachment is named to a person; empty for what belongs to the letter."""
    if _is_letter(part) or part.type.startswith("multipart/"):
        return ""
    if part.file_name:
        return part.file_name
    is_shown_inside = "multipart/related" in part.inside or "content-id" in part.fields
    return part.type if part.is_attachment and not is_shown_inside else ""


def _tidy(text: str) -> str:
    r"""A text with ``\n`` alone, no controls, no blanks at line ends but the signature separator's."""
    lines = (printable(line) for line in text.replace("\u2028", "\n").replace("\u2029", "\n").split("\n"))
    return "\n".join(line if line == "-- " else line.rstrip() for line in lines).strip("\n")

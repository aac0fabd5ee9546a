"""
HTML as the plain text a person would have typed.

Knows what elements do to lines; must not know what the text says. Looks at each character a bounded number of times.
Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from crickets.reading.body.signature_marks import marks_signature
from crickets.reading.body.tags import (
    EMPTY_ELEMENTS,
    LINE_ELEMENTS,
    PARAGRAPH_ELEMENTS,
    SILENT_ELEMENTS,
    TOKEN,
    attributes_of,
)
from crickets.reading.quotes.quote_markup import LINE, quote_mark_of

LIMIT = 512 * 1024
_QUOTE_LIMIT = 12
_LINK_LIMIT = 200

_BLANKS = re.compile(r"[ \t\n\r\f\u00a0]+")
_TOO_MANY_BLANK_LINES = re.compile(r"\n(?:>+ ?)?(?:\n(?:>+ ?)?){2,}")

_SEPARATOR = "-- "
_EMPTY_QUOTE = re.compile(r"(?:\n>*+)++\Z")


@dataclass(slots=True)
class _Page:
    """The text written so far."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    quote: int = 0
    verbatim: int = 0
    silent: str = ""
    tight: bool = False
    link: str = ""
    link_from: int = 0
    mark: str = ""
    marked: str = ""
    marked_depth: int = 0

    def write(self, text: str) -> None:
        """Go on with the line, blanks made single unless they are meant as they are."""
        if self.verbatim:
            first, *others = text.split("\n")
            self.line.append(first)
            for other in others:
                self.end_line()
                self.line.append(other)
            return
        written, text = text, _BLANKS.sub(" ", text)
        if "\u00a0" in written and not text.strip() and not self.line:
            self.line.append("\u00a0")  # a paragraph of nothing but this is how Outlook writes a blank line
        at_start = not self.line or self.line[-1].endswith(" ")
        if text.strip() or not at_start:
            self.line.append(text.lstrip() if at_start else text)

    def end_line(self) -> None:
        """End the line that is being written, empty or not."""
        text = "".join(self.line).rstrip()
        if self.quote:
            text = f"{'>' * self.quote} {text}".rstrip()
        elif self.mark and text.strip():
            text, self.mark = self.mark + text, LINE if self.marked else ""
        if text != "--" or self.lines[-1:] != [_SEPARATOR]:  # a marked signature may bring its own
            self.lines.append(text)
        self.line.clear()

    def break_line(self) -> None:
        """Begin a new line unless one has just begun."""
        if any(piece.strip(" ") for piece in self.line):
            self.end_line()
        self.line.clear()

    def break_paragraph(self) -> None:
        """Begin a new paragraph unless one has just begun."""
        self.break_line()
        if self.lines and self.lines[-1].strip("> "):
            self.end_line()


def marked_text_of(html: str) -> str:
    """
    The text of an HTML page: blocks as lines and paragraphs, quotes behind ``>``, links behind their text.

    The marks of `quote_markup` stand where the page says that a line is quoted.
    """
    page = _Page()
    for token in TOKEN.finditer(html[:LIMIT]):
        name = (token["name"] or token["broken"] or "").casefold()
        if page.silent:
            if name.lstrip("/") == page.silent and (token["end"] or name.startswith("/")):
                page.silent = ""
        elif token["text"]:
            page.write(unescape(token["text"]))
        elif name.startswith("/") or token["end"]:
            _close(page, name.lstrip("/"))
        elif name:
            _open(page, name, token["attributes"] or "")
    page.break_line()
    text = _TOO_MANY_BLANK_LINES.sub("\n\n", "\n".join(page.lines)).strip("\n")
    return _EMPTY_QUOTE.sub("", text)


def _open(page: _Page, name: str, written: str) -> None:
    attributes = attributes_of(written)
    if name == page.marked:
        page.marked_depth += 1
    if name in SILENT_ELEMENTS:
        page.silent = name
    elif name == "br":
        page.end_line()
    elif name == "p" and "msonormal" in attributes.get("class", "").casefold():
        page.tight = True  # Word's paragraphs have no margin
        page.break_line()
    elif name in PARAGRAPH_ELEMENTS:
        page.break_paragraph()
    elif name in LINE_ELEMENTS or name == "hr":
        page.break_line()
    _begin(page, name, attributes)


def _begin(page: _Page, name: str, attributes: Mapping[str, str]) -> None:
    """What an element writes or changes where it begins."""
    if name == "blockquote":
        page.quote = min(page.quote + 1, _QUOTE_LIMIT)
    elif name == "pre":
        page.verbatim += 1
    elif name == "li":
        page.write("- ")
    elif name in {"td", "th"} and page.line:
        page.write(" ")
    elif name == "a":
        page.link, page.link_from = attributes.get("href", ""), len(page.line)
    if marks_signature(attributes):
        _sign(page)
    if attributes and not page.marked and not page.quote and name not in EMPTY_ELEMENTS:
        _mark(page, name, attributes)


def _mark(page: _Page, name: str, attributes: Mapping[str, str]) -> None:
    """Note that the page says where a quote is."""
    mark = quote_mark_of(attributes)
    if mark:
        page.break_line()
        page.mark = mark
    if mark == LINE:
        page.marked, page.marked_depth = name, 1


def _sign(page: _Page) -> None:
    """Put the separator of RFC 3676 §4.3 before a signature that the mailer has marked, unless it's there."""
    page.break_line()
    if not page.quote and "--" not in [line.strip() for line in page.lines[-2:]]:
        page.lines.append(_SEPARATOR)


def _close(page: _Page, name: str) -> None:
    if name == page.marked:
        page.marked_depth -= 1
        if not page.marked_depth:
            page.break_line()
            page.marked = page.mark = ""
    if name == "a":
        _end_link(page)
    elif name == "blockquote":
        page.break_line()
        page.quote = max(0, page.quote - 1)
        page.end_line()
    elif name == "pre":
        page.break_line()
        page.verbatim = max(0, page.verbatim - 1)
    elif name in PARAGRAPH_ELEMENTS and not (name == "p" and page.tight):
        page.break_paragraph()
    elif name in PARAGRAPH_ELEMENTS or name in LINE_ELEMENTS:
        page.break_line()
    page.tight = page.tight and name != "p"


def _end_link(page: _Page) -> None:
    """Show where a link leads, if its text doesn't."""
    text = "".join(page.line[page.link_from :]).strip()
    link, page.link = page.link, ""
    bare = link.split("://", 1)[-1].strip("/")
    if link.startswith(("http://", "https://")) and len(link) <= _LINK_LIMIT and text and bare not in text:
        page.write(f" <{link}>")

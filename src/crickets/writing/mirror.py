"""
The HTML part: the plain text over again, looking like the owner's own HTML letters.

Knows the few elements a letter needs; must not know what the text says. Everything is escaped but the signature as the
owner set it, which the reading has made harmless; nothing is loaded from elsewhere. The text is the reference, this its
mirror.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby, takewhile

from crickets.domain.look import NO_LOOK, NO_MARKUP, CleanMarkup, Font, Look, Paragraphs, Quotes

_DEEPEST = 8
"""Quotes within quotes beyond this stay text: a mail must not decide how deep we recurse."""

_BAR = 'style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"'
_QUOTE_TAGS: Mapping[Quotes, str] = {
    Quotes.CITED: f'<blockquote type="cite" {_BAR}>',
    Quotes.GMAIL: f'<blockquote class="gmail_quote" {_BAR}>',
}
"""By these the owner's program knows a quote, to fold it away; the bar is for programs that know neither."""

_EMPTY_LINES: Mapping[Paragraphs, str] = {
    Paragraphs.SPACED: "",
    Paragraphs.TIGHT: '<p style="margin:0"><br></p>',
    Paragraphs.LINES: "<div><br></div>",
}
"""What sets two paragraphs apart, where they have no space of their own."""


def mirrored(
    letter: str,
    signature: str = "",
    quote: str = "",
    *,
    look: Look = NO_LOOK,
    signature_markup: CleanMarkup = NO_MARKUP,
) -> str:
    """
    An HTML document with the same paragraphs, lines and quotes as the parts of a draft's text.

    `signature_markup` stands for the signature's text, where it's given.
    """
    parts = (
        "\n".join(_blocks(letter.split("\n"), look)) if letter else "",
        f"<div>{signature_markup}</div>" if signature_markup else "\n".join(_paragraphs(signature.split("\n"), look)),
        "\n".join(_quotation(quote.split("\n"), look)) if quote else "",
    )
    between = _EMPTY_LINES[look.paragraphs]
    apart = f"\n{between}\n" if between else "\n"
    return f"<!DOCTYPE html>\n<html>\n<body>\n{_set_in(look.font, apart.join(filter(None, parts)))}\n</body>\n</html>\n"


def _set_in(font: Font, body: str) -> str:
    declared = {"font-family": font.family, "font-size": font.size, "color": font.colour}
    style = ";".join(f"{name}:{value}" for name, value in declared.items() if value)
    return f'<div style="{escape(style)}">\n{body}\n</div>' if style else body


def _quotation(lines: list[str], look: Look) -> Iterator[str]:
    """The line that says who wrote, and what they wrote."""
    if look.quotes is Quotes.GMAIL:
        above = list(takewhile(lambda line: not line.startswith(">"), lines))
        yield '<div class="gmail_quote">'
        yield f'<div class="gmail_attr">{"<br>".join(map(_line, above))}</div>'
        yield from _blocks(lines[len(above) :], look)
        yield "</div>"
    else:
        yield from _blocks(lines, look)


def _blocks(lines: Iterable[str], look: Look, depth: int = 0) -> Iterator[str]:
    for is_quote, group in groupby(lines, key=lambda line: depth < _DEEPEST and line.startswith(">")):
        if is_quote:
            yield _QUOTE_TAGS[look.quotes]
            yield from _blocks(map(_unmarked, group), look, depth + 1)
            yield "</blockquote>"
        else:
            yield from _paragraphs(group, look)


def _paragraphs(lines: Iterable[str], look: Look) -> Iterator[str]:
    """Paragraphs, and between them what sets them apart."""
    is_first = True
    for is_text, group in groupby(lines, key=lambda line: bool(line.strip())):
        if is_text:
            if not is_first and _EMPTY_LINES[look.paragraphs]:
                yield _EMPTY_LINES[look.paragraphs]
            is_first = False
            yield _paragraph(map(_line, group), look.paragraphs)


def _paragraph(lines: Iterable[str], manner: Paragraphs) -> str:
    match manner:
        case Paragraphs.LINES:
            return "\n".join(f"<div>{line}</div>" for line in lines)
        case Paragraphs.TIGHT:
            return '<p style="margin:0">' + "<br>\n".join(lines) + "</p>"
        case Paragraphs.SPACED:
            return "<p>" + "<br>\n".join(lines) + "</p>"


def _unmarked(line: str) -> str:
    return line[2:] if line.startswith("> ") else line[1:]


def _line(text: str) -> str:
    """A line with its indents and gaps kept, which HTML would close up."""
    return re.sub("^ | (?= )", "&nbsp;", escape(text.replace("\t", "    ")))

"""
The HTML part: the plain text over again, for an anchor that had one.

Knows the few elements a letter needs; must not know what the text says. Everything is escaped; nothing is
loaded from elsewhere and nothing is styled. The text is the reference, this its mirror.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

_DEEPEST = 8
"""Quotes within quotes beyond this stay text: a mail must not decide how deep we recurse."""


def mirrored(text: str) -> str:
    """An HTML document with the same paragraphs, lines and quotes as the text."""
    body = "\n".join(_blocks(text.split("\n"), 0))
    return f"<!DOCTYPE html>\n<html>\n<body>\n{body}\n</body>\n</html>\n"


def _blocks(lines: Iterable[str], depth: int) -> Iterator[str]:
    for is_quote, group in groupby(lines, key=lambda line: depth < _DEEPEST and line.startswith(">")):
        if is_quote:
            yield '<blockquote type="cite">'
            yield from _blocks(map(_unmarked, group), depth + 1)
            yield "</blockquote>"
        else:
            yield from _paragraphs(group)


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    for is_text, group in groupby(lines, key=lambda line: bool(line.strip())):
        if is_text:
            yield "<p>" + "<br>\n".join(map(_line, group)) + "</p>"


def _unmarked(line: str) -> str:
    return line[2:] if line.startswith("> ") else line[1:]


def _line(text: str) -> str:
    """A line with its indents and gaps kept, which HTML would close up."""
    return re.sub("^ | (?= )", "&nbsp;", escape(text.replace("\t", "    ")))

"""
Text broken into lines as a reader wants it: between words, and going on as far in as it began.

Pure. What is to be copied stays whole, longer than a line though it may be: a command, a path, an address of the web.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

_WORD = re.compile(r"(?:`[^`]*`|\S)+")
"""A command in backquotes is one word, blanks and all."""


def filled(text: Text, width: int) -> Text:
    """The text for lines of so many columns."""
    return Text("\n").join(piece for line in text.split("\n", allow_blank=True) for piece in _pieces(line, width))


def _pieces(line: Text, width: int) -> Iterator[Text]:
    whole = line.plain
    further_in = len(whole) - len(whole.lstrip(" "))
    begins = ends = 0
    for word in _WORD.finditer(whole):
        if ends and further_in * bool(begins) + cell_len(whole[begins : word.end()]) > width:
            yield _further_in(line[begins:ends], further_in * bool(begins))
            begins = word.start()
        ends = word.end()
    yield _further_in(line[begins:], further_in * bool(begins))


def _further_in(piece: Text, columns: int) -> Text:
    return Text(" " * columns).append_text(piece)

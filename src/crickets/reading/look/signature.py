"""
The signature as it was set in an HTML letter.

Knows that it says what the text says, word for word, wherever it stands in the page and however the mail program
marks it; must not know what makes markup harmless. What says anything else isn't it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from crickets.domain.letter import Letter
from crickets.domain.look import NO_MARKUP, CleanMarkup, Paragraphs
from crickets.reading.body.hypertext import marked_text_of
from crickets.reading.look.lines import Line, lines_of_page
from crickets.reading.look.sanitised import sanitised
from crickets.reading.quotes.quotes import parts_of_text
from crickets.reading.quotes.signatures import bare_signature, is_phone_note, without_pictures
from crickets.reading.voice.greeting import frame_of

_TRIES = 50
_LINES = 40
"""More lines than these, blank ones among them, are no signature."""
_LINK = re.compile(r"<(?:https?://|mailto:|tel:)[^<>\s]{1,2000}>", re.IGNORECASE)
"""Where a link leads, which programs write behind its words in the plain text."""
_SPACED = re.compile(r'<p style="(?![^"]*\bmargin)')
_NO_LETTERS = re.compile(r"[\W_]+")
_SEPARATORS = frozenset({"--", "\u2014"})


def signed_by_page(letter: Letter, html: str) -> Letter:
    """The letter with the signature that its page alone marks as one, and that its text ends with, unmarked."""
    if letter.signature and not is_phone_note(letter.signature):
        return letter
    marked = parts_of_text(marked_text_of(html)).signature
    lines = letter.text.split("\n")
    at = _begins(lines, _letters(_LINK.sub(" ", without_pictures(marked))))
    if not at:
        return letter
    frame, signature = frame_of("\n".join(lines[:at]).rstrip()), "\n".join(lines[at:]).strip("\n")
    return replace(letter, text=frame.text, greeting=frame.greeting, sign_off=frame.sign_off, signature=signature)


def _begins(lines: Sequence[str], signature: str) -> int:
    """At which line a text's last begin that say just what a signature says; 0 if none do, or all of them."""
    below = ""
    for at in range(len(lines) - 1, max(len(lines) - _LINES, 0), -1):
        below = _letters(_LINK.sub(" ", lines[at])) + below
        if not signature.endswith(below):
            return 0
        if below == signature and below:
            return at
    return 0


def signature_markup(signature: str, html: str, lines: Sequence[Line]) -> CleanMarkup:
    """The markup of a signature that was found in the text, its separator included; empty if it isn't found whole."""
    wanted = _letters(_LINK.sub(" ", bare_signature(signature)))
    first, last = _found(wanted, [_letters(line.text) for line in lines])
    if first < 0:
        return NO_MARKUP
    if first and lines[first - 1].text in _SEPARATORS:
        first -= 1
    if lines[first].inside:
        return NO_MARKUP
    clean = sanitised(html[lines[first].start : lines[last].end])
    if any(line.paragraphs is Paragraphs.TIGHT for line in lines[first : last + 1]):
        clean = _tightened(clean)
    said = "".join(_letters(line.text) for line in lines_of_page(clean))
    return clean if said == wanted else NO_MARKUP


def _tightened(clean: CleanMarkup) -> CleanMarkup:
    """The paragraphs without the space that Outlook takes from them in a sheet of styles, which doesn't come along."""
    return CleanMarkup(_SPACED.sub('<p style="margin: 0; ', clean).replace("<p>", '<p style="margin: 0">'))


def _found(wanted: str, lines: Sequence[str]) -> tuple[int, int]:
    """The first and the last of the lines that together say what is wanted, where they do so first; -1 if none do."""
    ends = list(accumulate(map(len, lines)))
    by_end = {end: number for number, end in reversed(list(enumerate(ends)))}
    by_start = {end - len(line): number for number, (line, end) in enumerate(zip(lines, ends, strict=True)) if line}
    whole, at = "".join(lines), -1
    for _ in range(_TRIES if wanted else 0):
        at = whole.find(wanted, at + 1)
        if at < 0:
            break
        if at in by_start and at + len(wanted) in by_end:
            return by_start[at], by_end[at + len(wanted)]
    return -1, -1


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()

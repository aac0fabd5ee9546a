"""
What in a mail speaks for a person having written it.

Knows how people answer each other; must not know how advertisements look. Its clues have weights below 0: they take
back what a header shows by itself, for issue trackers and help desks relay people's words under `Auto-Submitted`
(osTicket#6380), and lists mark them as bulk. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crickets.domain.letter import Letter
from crickets.domain.message import Kind
from crickets.domain.subject import is_reply_by_hand
from crickets.reading.asking.hearing import Sign, heard_in
from crickets.reading.automatic.moves import Move, moves_in, telling
from crickets.reading.header.fields import Fields
from crickets.reading.kinds.clues import HINT, STRONG, Clue
from crickets.reading.kinds.selling import is_by_program

_I = re.compile(
    r"(?<!\w)(?:I|I'm|I\u2019m|I've|I\u2019ve|I'll|ich|mir|mich|io|mi|ho|sono|ja|mnie|mam|ég|mér|je|j'ai|j\u2019ai|moi|yo"
    r"|me|he|ik|mij|heb|eu|estou|jag|mig|jeg|minä|já|én|ben|я|мне|εγώ|私|我|저)(?!\w)"
)
"""What speaks of oneself."""
_TEXT_LIMIT = 8_000

_LEAST_SENTENCES = 4
"""Fewer may be a machine's that was written to sound kind ("How are we doing? Tell us!")."""

_PERSONS_MOVES = frozenset({Move.RECEIVED, Move.UNTIL, Move.LATER, Move.PROMISED, Move.INSTEAD})
"""What both say: thanks for the mail, a day, an answer to come, somebody to write to."""


def clues_of_a_person(letter: Letter, fields: Fields) -> Iterator[Clue]:
    """What takes back some of what the header and the make of a mail show; nothing of it for a program's own words."""
    text = letter.text[:_TEXT_LIMIT]
    names_parents = "in-reply-to" in fields or "references" in fields
    answers = names_parents or is_reply_by_hand(fields.text("subject"))
    if names_parents:
        yield Clue(kind=Kind.BULK, weight=-2 * HINT, shown="in-reply-to" if "in-reply-to" in fields else "references")
    elif answers:
        yield Clue(kind=Kind.BULK, weight=-HINT, shown="subject: as of a reply")
    if is_by_program(text) or not text.strip():
        return
    if letter.quoted:
        yield Clue(kind=Kind.BULK, weight=-STRONG if answers else -HINT, shown="body: words of their own above a quote")
    if letter.quoted and answers:
        yield Clue(kind=Kind.AUTO_REPLY, weight=-STRONG, shown="body: words of their own above a quote")
    elif names_parents and _is_a_conversation(letter, text):
        yield Clue(kind=Kind.AUTO_REPLY, weight=-STRONG, shown="body: somebody's own letter, with a question")
    if letter.greeting and letter.sign_off and _I.search(text):
        yield Clue(kind=Kind.BULK, weight=-2 * HINT, shown="body: a letter of somebody's own")


def _is_a_conversation(letter: Letter, text: str) -> bool:
    """
    Whether a letter is somebody's from its greeting to its sign-off: it says "I", asks, and makes no machine's move.

    A help desk's template thanks, gives a number, says that the mail came in; an absence says that it is one.
    """
    framed = bool(letter.greeting and letter.sign_off and _I.search(text))
    if not framed or "?" not in text or not telling(moves_in(text)) <= _PERSONS_MOVES:
        return False
    sentences = heard_in(text)
    spoken = [one for one in sentences if len(one.sentence.words) > 1]
    return len(spoken) >= _LEAST_SENTENCES and any(Sign.QUESTION in one.asks() for one in spoken)

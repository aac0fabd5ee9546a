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
from crickets.reading.clues import HINT, STRONG, Clue
from crickets.reading.fields import Fields
from crickets.reading.selling import is_by_program

_ANSWER = re.compile(
    r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|antw|antwort|sv|vs|odp|r|ris|rif|res|resp|rv|ref|fw|fwd|wg|tr|i|vl|enc|vb|svar|vá"
    r"|ynt|ha|yt|на|отв|回复|答复|返信|답장)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]",
    re.IGNORECASE,
)
"""How a subject begins that a person's mailer has answered or forwarded."""

_I = re.compile(
    r"(?<!\w)(?:I|I'm|I\u2019m|I've|I\u2019ve|I'll|ich|mir|mich|io|mi|ho|sono|ja|mnie|mam|ég|mér|je|j'ai|j\u2019ai|moi|yo"
    r"|me|he|ik|mij|heb|eu|estou|jag|mig|jeg|minä|já|én|ben|я|мне|εγώ|私|我|저)(?!\w)"
)
"""What speaks of oneself."""
_TEXT_LIMIT = 8_000


def clues_of_a_person(letter: Letter, fields: Fields) -> Iterator[Clue]:
    """What takes back some of what the header and the make of a mail show; nothing of it for a program's own words."""
    text = letter.text[:_TEXT_LIMIT]
    names_parents = "in-reply-to" in fields or "references" in fields
    answers = names_parents or bool(_ANSWER.match(fields.text("subject")))
    if names_parents:
        yield Clue(kind=Kind.BULK, weight=-2 * HINT, shown="an answer, by its ids")
    elif answers:
        yield Clue(kind=Kind.BULK, weight=-HINT, shown="an answer, by its subject")
    if is_by_program(text) or not text.strip():
        return
    if letter.quoted:
        yield Clue(kind=Kind.BULK, weight=-STRONG if answers else -HINT, shown="body: words of their own above a quote")
    if letter.quoted and answers:
        yield Clue(kind=Kind.AUTO_REPLY, weight=-STRONG, shown="body: words of their own above a quote")
    if letter.greeting and letter.sign_off and _I.search(text):
        yield Clue(kind=Kind.BULK, weight=-2 * HINT, shown="body: a letter of somebody's own")

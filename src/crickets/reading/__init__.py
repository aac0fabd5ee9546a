"""
Bytes made facts: what a mail is, who wrote it to whom, and what it says.

Pure: knows RFC 5322 and its kin and how real mail breaks them; must not know servers, storage or the time.
"""

from typing import TYPE_CHECKING

from crickets.on_first_use import on_first_use

if TYPE_CHECKING:
    from crickets.reading.header.facts import listed_draft_of, message_of, needs_report
    from crickets.reading.look.look import letter_with_look
    from crickets.reading.quotes.letter import letter_of
    from crickets.reading.quotes.signatures import without_law
    from crickets.reading.voice.language import language_of
    from crickets.reading.voice.signature_habit import ended_by, habitual_signature, may_end_in_a_habit
    from crickets.reading.voice.voice import voice_of
    from crickets.reading.whole import Reading, reading_of
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "Reading": "whole",
            "ended_by": "voice.signature_habit",
            "habitual_signature": "voice.signature_habit",
            "language_of": "voice.language",
            "letter_of": "quotes.letter",
            "letter_with_look": "look.look",
            "listed_draft_of": "header.facts",
            "may_end_in_a_habit": "voice.signature_habit",
            "message_of": "header.facts",
            "needs_report": "header.facts",
            "reading_of": "whole",
            "voice_of": "voice.voice",
            "without_law": "quotes.signatures",
        },
    )

__all__ = [
    "Reading",
    "ended_by",
    "habitual_signature",
    "language_of",
    "letter_of",
    "letter_with_look",
    "listed_draft_of",
    "may_end_in_a_habit",
    "message_of",
    "needs_report",
    "reading_of",
    "voice_of",
    "without_law",
]

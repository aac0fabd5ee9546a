"""
Bytes made facts: what a mail is, who wrote it to whom, and what it says.

Pure: knows RFC 5322 and its kin and how real mail breaks them; must not know servers, storage or the time.
"""

from crickets.reading.header.facts import listed_draft_of, message_of, needs_report
from crickets.reading.look.look import letter_with_look
from crickets.reading.quotes.letter import letter_of
from crickets.reading.voice.language import language_of
from crickets.reading.voice.voice import voice_of
from crickets.reading.whole import Reading, reading_of

__all__ = [
    "Reading",
    "language_of",
    "letter_of",
    "letter_with_look",
    "listed_draft_of",
    "message_of",
    "needs_report",
    "reading_of",
    "voice_of",
]

"""
A mail's bytes, made a letter.

Knows in which order the readings build on each other; each has its module. Never raises, for any bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from crickets.domain.letter import Letter
from crickets.reading.body.bodies import Body, body_of, body_of_parts
from crickets.reading.body.mime import Part
from crickets.reading.quotes.quotes import parts_of_text
from crickets.reading.voice.greeting import frame_of
from crickets.reading.voice.language import language_of


def letter_of(raw: bytes) -> Letter:
    """What a mail says, taken apart; any bytes are a letter, if an empty one."""
    return _letter(body_of(raw))


def letter_of_parts(parts: Sequence[Part]) -> Letter:
    """The same of a mail that was taken apart before."""
    return _letter(body_of_parts(parts))


def _letter(body: Body) -> Letter:
    parts = parts_of_text(body.marked)
    frame = frame_of(parts.text)
    return Letter(
        text=frame.text,
        quoted=parts.quoted,
        signature="\n".join(filter(None, (frame.signature, parts.signature))),
        whole=body.text.rstrip(),
        greeting=frame.greeting,
        sign_off=frame.sign_off,
        language=language_of(frame.text),
        html=body.html,
        attachments=body.attachments,
    )

"""
A mail's bytes, made a letter.

Knows in which order the readings build on each other; each has its module. Never raises, for any bytes.
"""

from __future__ import annotations

from crickets.domain.letter import Letter
from crickets.reading.bodies import body_of
from crickets.reading.greeting import frame_of
from crickets.reading.language import language_of
from crickets.reading.quotes import parts_of_text


def letter_of(raw: bytes) -> Letter:
    """What a mail says, taken apart; any bytes are a letter, if an empty one."""
    body = body_of(raw)
    parts = parts_of_text(body.text)
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

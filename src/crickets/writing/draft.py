"""
A draft from beginning to end: its words, and the bytes that carry them.
"""

from __future__ import annotations

from collections.abc import Sequence

from crickets.domain.attachment import Attachment
from crickets.domain.followup import FollowUp
from crickets.domain.letter import Letter, Voice
from crickets.writing.composing import compose
from crickets.writing.shelf import Shelf
from crickets.writing.wording import words_of


def write_draft(
    followup: FollowUp,
    voice: Voice,
    anchor: Letter,
    owner_name: str,
    shelf: Shelf,
    attachments: Sequence[Attachment] = (),
    *,
    answered: Letter | None = None,
) -> bytes:
    """
    The draft with its attachments, ready to be appended; `answered` is what it quotes, if that isn't the anchor.

    Raises `ConfigError` for a template that is missing or can't be filled, `ValueError` for an address that
    can't stand in a header (not ASCII before the ``@``, or no address at all).
    """
    return compose(followup, words_of(followup, voice, anchor, owner_name, shelf, answered=answered), attachments)

"""
From a decision and the facts to the bytes of a draft. Pure: it reads nothing but its own package's templates.
"""

from __future__ import annotations

from collections.abc import Sequence

from crickets.domain.attachment import Attachment
from crickets.domain.followup import FollowUp
from crickets.domain.letter import Letter, Voice
from crickets.writing.builtin import LANGUAGES, TEMPLATE_NAMES
from crickets.writing.compose import compose, message_id_for
from crickets.writing.shelf import Shelf, Template
from crickets.writing.wording import Wording, words_of

__all__ = [
    "LANGUAGES",
    "TEMPLATE_NAMES",
    "Shelf",
    "Template",
    "Wording",
    "compose",
    "message_id_for",
    "words_of",
    "write_draft",
]


def write_draft(
    followup: FollowUp,
    voice: Voice,
    anchor: Letter,
    owner_name: str,
    shelf: Shelf,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """
    The draft with its attachments, ready to be appended.

    Raises `ConfigError` for a template that is missing or can't be filled, `ValueError` for an address that
    can't stand in a header (not ASCII before the ``@``, or no address at all).
    """
    return compose(followup, words_of(followup, voice, anchor, owner_name, shelf), attachments)

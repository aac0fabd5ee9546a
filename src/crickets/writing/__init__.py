"""
From a decision and the facts to the bytes of a draft. Pure: it reads nothing but its own package's templates.
"""

from typing import TYPE_CHECKING

from crickets.on_first_use import on_first_use

if TYPE_CHECKING:
    from crickets.writing.builtin import LANGUAGES, TEMPLATE_NAMES
    from crickets.writing.composing import compose, message_id_for
    from crickets.writing.draft import write_draft
    from crickets.writing.shelf import Shelf, Template
    from crickets.writing.wording import Wording, words_of
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "LANGUAGES": "builtin",
            "TEMPLATE_NAMES": "builtin",
            "Shelf": "shelf",
            "Template": "shelf",
            "Wording": "wording",
            "compose": "composing",
            "message_id_for": "composing",
            "words_of": "wording",
            "write_draft": "draft",
        },
    )

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

"""
Quotation marks within quotation marks: a subject that has some is itself quoted in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_INNER: Mapping[str, tuple[str, str]] = {
    "de": ("‚", "‘"),
    "en": ("‘", "’"),
    "es": ("“", "”"),
    "fr": ("“", "”"),
    "is": ("‚", "‘"),
    "it": ("“", "”"),
    "nl": ("‘", "’"),
    "pl": ("«", "»"),
    "pt": ("‘", "’"),
    "sv": ("’", "’"),
}
"""The second kind of marks, by language; the first is what our texts have."""

_PAIR = re.compile(
    r"„([^„“”]*)[“”]|“([^“”]*)”|”([^”]*)”|«[\s\u202f]*([^«»]*?)[\s\u202f]*»|»([^«»]*)«"
    r'|(?<!\w)"([^"]*)"(?!\w)',
)


def within_marks(text: str, language: str) -> str:
    """The text with whole pairs of outer marks, of whatever language, made the inner ones of this language."""
    before, after = _INNER.get(language, _INNER["en"])
    return _PAIR.sub(lambda pair: f"{before}{next(filter(None, pair.groups()), '')}{after}", text)

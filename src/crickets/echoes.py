"""
What a server said, less the secrets that it was told: some are so rude as to repeat them.

Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote_plus


def without(secrets: Iterable[str], text: str) -> str:
    """The text less the secrets, be it as they stand in a form; one that holds another is to come before it."""
    for secret in filter(None, secrets):
        text = text.replace(secret, "…").replace(quote_plus(secret), "…")
    return text

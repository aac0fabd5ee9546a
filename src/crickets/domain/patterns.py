"""
Patterns as the owner writes them: ``*`` stands for anything, every other sign for itself.

Brackets are common in the names of folders (Gmail's own) and of files, and stand for no choice of letters there.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase


def is_like(text: str, pattern: str) -> bool:
    """Whether a text fits a pattern from end to end, in the case in which both are written."""
    return fnmatchcase(text, pattern.replace("[", "[[]").replace("?", "[?]"))


def is_like_any(text: str, patterns: Iterable[str]) -> bool:
    """Whether a text fits one of some patterns, in whatever case."""
    return any(is_like(text.casefold(), pattern.casefold()) for pattern in patterns)

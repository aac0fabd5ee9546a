"""
RFC 2047 encoded words for text that ASCII can't hold.

Knows the words' syntax and lengths; must not know which header they stand in.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator

_LENGTH = 62
"""§2 allows 75; shorter, the first word still fits behind ``Subject: Re: `` in a line of 76."""

_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")
"""What stands for itself in a Q word of a phrase (§5 (3)), the strictest of the three places."""


def encoded_words(text: str) -> tuple[str, ...]:
    """The words that, put side by side, read as `text`; none splits a character (§5)."""
    word = _q_word if _is_mostly_bare(text) else _b_word
    return tuple(word(piece) for piece in _pieces(text, lambda piece: len(word(piece)) <= _LENGTH))


def _pieces(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """The text in pieces that fit, each as long as can be."""
    piece = ""
    for char in text:
        if piece and not fits(piece + char):
            yield piece
            piece = ""
        piece += char
    yield piece


def _is_mostly_bare(text: str) -> bool:
    """Whether a person can still read the text in a Q word."""
    return sum(char in _BARE or char == " " for char in text) * 2 >= len(text)


def _q_word(text: str) -> str:
    return f"=?utf-8?Q?{''.join(map(_q, text))}?="


def _b_word(text: str) -> str:
    return f"=?utf-8?B?{base64.b64encode(text.encode()).decode('ascii')}?="


def _q(char: str) -> str:
    if char == " ":
        return "_"
    return char if char in _BARE else "".join(f"={octet:02X}" for octet in char.encode())

"""
RFC 2047 encoded words, made text.

Knows the words and how mailers break them; must not know which field they stood in. Never raises.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from crickets.reading.body.charsets import text_of

ENCODED_WORD = r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*+\?="
"""One encoded word; blanks inside it are against §2 and common."""

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*+)\?=")
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})")
_BASE64_JUNK = re.compile(rb"[^A-Za-z0-9+/]+")

_PLAIN = "="
"""Stands for a charset where plain text is meant; none is called so."""
_Piece = tuple[str, bytes]


def unworded(text: str) -> str:
    """A text with its encoded words decoded, blanks between two of them dropped (§6.2)."""
    if "=?" not in text:
        return text
    return "".join(
        octets.decode("utf-8", "replace") if label == _PLAIN else text_of(octets, label)
        for label, octets in _pieces(text)
    )


def _pieces(text: str) -> Iterator[_Piece]:
    """
    Runs of bytes with their charset label, the text between words among them.

    Neighbours of one charset are joined before they are decoded: mailers split characters between words (§5
    forbids).
    """
    label, octets, end = "", b"", 0
    for word in _WORD.finditer(text):
        between = text[end : word.start()]
        charset, content = word[1].partition("*")[0].casefold(), _content(word)
        if octets and not between.strip() and charset == label:
            octets += content
        else:
            yield label, octets
            if between.strip() or not end:
                yield _PLAIN, between.encode("utf-8", "replace")
            label, octets = charset, content
        end = word.end()
    yield label, octets
    yield _PLAIN, text[end:].encode("utf-8", "replace")


def _content(word: re.Match[str]) -> bytes:
    """The bytes inside one encoded word (§4)."""
    raw = word[3].encode("utf-8", "replace")
    return _unbase64(raw) if word[2] in "bB" else _unquoted(raw)


def _unquoted(raw: bytes) -> bytes:
    return _QUOTED.sub(lambda found: bytes((int(found[1], 16),)), raw.replace(b"_", b" "))


def _unbase64(raw: bytes) -> bytes:
    """Base64 with its padding lost, or cut in the middle, as far as it goes."""
    clean = _BASE64_JUNK.sub(b"", raw)
    clean = clean[:-1] if len(clean) % 4 == 1 else clean
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))

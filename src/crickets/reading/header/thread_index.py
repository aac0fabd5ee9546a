"""
Microsoft's Thread-Index: which conversation of Outlook or Exchange a mail belongs to.

Knows [MS-OXOMSG] §2.2.1.3, PidTagConversationIndex; must not know other fields. Never raises, for any bytes.
"""

from __future__ import annotations

import binascii

_HEADER = 22
"""The octets that all mail of a conversation shares: one reserved, five of a time, sixteen of a GUID."""

_WRITTEN = 30
"""How many characters of base64 hold them; each reply adds five octets behind, which tell nothing here."""

_LONGEST = 4_000
"""How many characters of a field are looked at, blanks included."""

_RESERVED = b"\x01"
_TIMES = range(0xB0, 0xF0)
"""The high octet of a FILETIME of our days, behind its leading 01: from 1990 to 2040."""

_FEWEST = 4
"""How many different octets a GUID has at least: fewer are a placeholder."""

_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def conversation_of(raw: bytes) -> str:
    """The 22 octets of a Thread-Index field that name the conversation, in hex; empty if it is none."""
    octets = _decoded(raw) if raw else b""
    if len(octets) != _HEADER or not _is_dated(octets):
        return ""
    return octets.hex() if len(set(octets[-16:])) >= _FEWEST else ""


def _decoded(raw: bytes) -> bytes:
    """What the beginning of a field holds in base64, blanks apart; nothing if it's no base64."""
    written = b"".join(raw[:_LONGEST].split())[:_WRITTEN].rstrip(b"=").translate(_URL_SAFE)
    try:
        return binascii.a2b_base64(written + b"=" * (-len(written) % 4), strict_mode=True)
    except binascii.Error:
        return b""


def _is_dated(octets: bytes) -> bool:
    """
    Whether it begins with a moment of our days.

    Outlook takes the time's own leading 01 for the reserved octet, Exchange writes both ([MS-OXOMSG], appendix A, 2).
    """
    if octets[:1] != _RESERVED:
        return False
    return octets[1] in _TIMES or (octets[1:2] == _RESERVED and octets[2] in _TIMES)

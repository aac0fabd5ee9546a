"""
A structured MIME field: its value and its parameters.

Knows RFC 2045 §5.1, RFC 2231 and the encoded words that mailers write there against the rules; must not know
parts. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from crickets.reading.body.charsets import printable, text_of
from crickets.reading.header.encoded_words import unworded

_LIMIT = 8_000
_PARAMETER = re.compile(r';\s*+([^\s=;"]{1,80})\s*+=\s*+(?:"((?:[^"\\]|\\.)*+)"?|([^;]*+))', re.DOTALL)
_CONTINUED = re.compile(r"([^*]+)\*(?:(\d{1,3})(\*?))?\Z")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def parameters_of(raw: bytes) -> tuple[str, Mapping[str, str]]:
    """The value of a field such as Content-Type in small letters, and its parameters, decoded, by name."""
    text = text_of(raw[:_LIMIT])
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, bytes]] = {}
    encoded: set[str] = set()
    for found in _PARAMETER.finditer(text):
        value = found[3].strip() if found[2] is None else _ESCAPED.sub(r"\1", found[2])
        name = found[1].casefold()
        continued = _CONTINUED.match(name)
        if continued:
            octets = value.encode("utf-8", "replace")
            is_encoded, number = continued[2] is None or bool(continued[3]), int(continued[2] or 0)
            pieces.setdefault(continued[1], {}).setdefault(number, unquote_to_bytes(octets) if is_encoded else octets)
            if is_encoded and number == 0:
                encoded.add(continued[1])
        else:
            plain.setdefault(name, printable(unworded(value)))
    joined = {name: _joined(parts, names_a_charset=name in encoded) for name, parts in pieces.items()}
    return text.partition(";")[0].strip().casefold(), plain | joined


def _joined(parts: Mapping[int, bytes], *, names_a_charset: bool) -> str:
    """The value of a parameter cut in pieces (RFC 2231 §3), in the charset that the first one may name (§4)."""
    octets = b"".join(parts[number] for number in sorted(parts))
    charset, quote, rest = octets.partition(b"'")
    _, second, value = rest.partition(b"'")
    if names_a_charset and quote and second:
        return printable(text_of(value, charset.decode("ascii", "replace")))
    return printable(text_of(octets))

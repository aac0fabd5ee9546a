"""
The fields of a header block, by name, and the text in them.

Knows RFC 5322 §2.2 and §3.2.2, and headers that break them; must not know what any field means. A targeted
scan, not the standard library's: that costs a thousand microseconds a message, this ten. Never raises for any
bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from crickets.reading.body.charsets import printable, text_of
from crickets.reading.header.encoded_words import unworded

BLOCK_LIMIT = 1 << 20
"""How much of a header block is looked at; what real servers pass on is a hundredth of it."""
FIELDS_LIMIT = 2_000
FIELD_LIMIT = 64 * 1024
"""How much of one field is kept: room for References with several hundred ids."""
TEXT_LIMIT = 2_000
"""How long a decoded text may get: twice a line of RFC 5322 §2.1.1."""

_FIELD = re.compile(rb"^([!-9;-~]++)[ \t]*+:(.*(?:\n(?![!-9;-~]++[ \t]*+:).*)*)", re.MULTILINE)
"""
A name, a colon, and all lines that don't begin a field: a continuation without its blank is what a mailer
does that folds by itself, and a line that is no field at all has no better home.
"""
_BLANKS = str.maketrans("\t\r\n\u2028\u2029", "     ")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one message: unfolded raw values by lower-case name, in their order."""

    by_name: Mapping[str, list[bytes]] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.by_name

    def first(self, name: str) -> bytes:
        """A field's value, of several the first, or nothing; as it stands, unfolded, without outer blanks."""
        found = self.by_name.get(name)
        if not found:
            return b""
        value = found[0]
        return unfolded(value) if b"\n" in value else value.strip()

    def every(self, name: str) -> tuple[bytes, ...]:
        """All values of a field, in their order."""
        return tuple(unfolded(value) for value in self.by_name.get(name, ()))

    def text(self, name: str) -> str:
        """A field's first value, decoded for reading."""
        found = self.by_name.get(name)
        return decoded(unfolded(found[0])) if found else ""

    def word(self, name: str) -> str:
        """A field's first value as a token to compare: small letters, no comment or parameter behind it."""
        return _token(self.first(name)[:200].partition(b";")[0])


def fields_of(block: bytes) -> Fields:
    """The fields of a header block, up to its first blank line; every byte string has some, or none."""
    found = _FIELD.findall(_head(block))[:FIELDS_LIMIT]
    by_name = {_name(name): [value[:FIELD_LIMIT]] for name, value in found}
    return Fields(by_name if len(by_name) == len(found) else _gathered(found))


def _gathered(found: Iterable[tuple[bytes, bytes]]) -> dict[str, list[bytes]]:
    """The values of each field, where one stands more than once."""
    by_name: dict[str, list[bytes]] = {}
    for name, value in found:
        by_name.setdefault(_name(name), []).append(value[:FIELD_LIMIT])
    return by_name


@lru_cache(maxsize=1024)
def _token(value: bytes) -> str:
    """What stands in front of all comments, to be compared: mail has a few dozen such, a hundred thousand times."""
    return text_of(value).partition("(")[0].strip().casefold()


@lru_cache(maxsize=1024)
def _name(written: bytes) -> str:
    """A field's name as it is compared; mail has a few dozen of them, a hundred thousand times."""
    return written.decode("ascii").lower()


def _head(block: bytes) -> bytes:
    """The block without a body behind it, with line ends that are line ends."""
    block = block[:BLOCK_LIMIT].lstrip(b"\r\n")
    if b"\r" in block:
        block = _line_ends_mended(block)
    end = block.find(b"\n\n")
    return block if end < 0 else block[:end]


def _line_ends_mended(block: bytes) -> bytes:
    """CRLF as LF; a lone CR is a blank, as it could smuggle in a field, unless there is no LF at all (old Macs)."""
    if b"\n" not in block:
        return block.replace(b"\r", b"\n")
    block = block.replace(b"\r\n", b"\n")
    return block.replace(b"\r", b" ") if b"\r" in block else block


def unfolded(value: bytes) -> bytes:
    """A value on one line (RFC 5322 §2.2.3), without outer blanks."""
    if b"\n" not in value:
        return value.strip()
    return b" ".join(filter(None, (line.strip() for line in value.split(b"\n"))))


def decoded(raw: bytes) -> str:
    """A value's text: encoded words decoded, 8-bit as UTF-8 or Windows-1252, on one line, no controls, bounded."""
    text = unworded(text_of(raw[: TEXT_LIMIT * 8]))[:TEXT_LIMIT]
    return text if text.isprintable() else printable(text.translate(_BLANKS)).strip()

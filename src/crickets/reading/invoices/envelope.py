"""
What lies inside a signed file (.p7m): the content of a CMS SignedData (RFC 5652), as CAdES makes it.

Knows the tags and lengths of BER (X.690 §8.1) along the one way that leads to the content, and walks it without ever
going deeper than that way: no general decoder of ASN.1 is needed, and the one at hand hasn't been released for years.
Both DER and the indefinite lengths and octet strings in pieces that some signing programs write. No signature is
checked: what is read is the owner's own sent mail. Must not know what the content is.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from crickets.domain.invoice import Refusal
from crickets.reading.invoices.refused import NoInvoice, Refused

SIZE_LIMIT = 24 << 20
"""Octets of a signed file: its XML in base64, and some certificates."""

LAYERS_LIMIT = 3
"""Signatures around one another, as when a second person signs the file that the first one signed."""

_PIECES_LIMIT = 100_000
"""Pieces of an octet string: those in use have 1,000 octets or more."""
_NESTED_LIMIT = 8
_LENGTH_OCTETS = 5

_SEQUENCE, _SET, _OCTETS, _OCTETS_IN_PIECES, _OID, _EXPLICIT_0, _INTEGER = 0x30, 0x31, 0x04, 0x24, 0x06, 0xA0, 0x02
_CONSTRUCTED = 0x20
_HIGH_TAG = 0x1F
_INDEFINITE = 0x80

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
"""1.2.840.113549.1.7.2 (RFC 5652 §5.1)"""

_ARMOUR = re.compile(rb"-----(?:BEGIN|END) [A-Z0-9 ]{1,20}-----")
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """One value of BER: its tag, and where its content and the value itself end."""

    tag: int
    start: int
    stop: int
    end: int


def is_envelope(octets: bytes) -> bool:
    """Whether some octets begin as a signed file does: with a SEQUENCE, or in base64."""
    return octets[:1] == bytes([_SEQUENCE]) or octets.lstrip()[:1] in {b"M", b"-"}  # 0x30 is M in base64


def content_of(octets: bytes) -> bytes:
    """
    The content of a signed file, out of as many signatures as are around it, three at most.

    Refused where it isn't made as RFC 5652 has it, or holds no content (a detached signature).
    """
    if len(octets) > SIZE_LIMIT:
        raise Refused(Refusal.TOO_LARGE)
    inside = _binary(octets)
    for _ in range(LAYERS_LIMIT):
        inside = _signed_content(inside)
        if inside[:1] != bytes([_SEQUENCE]):
            return inside
    raise Refused(Refusal.TOO_DEEP, "signatures")


def _binary(octets: bytes) -> bytes:
    """The file in binary, if some program wrote it in base64, with or without PEM's lines around it."""
    if octets[:1] == bytes([_SEQUENCE]):
        return octets
    bare = _ARMOUR.sub(b"", octets)
    if not _BASE64.fullmatch(bare):
        raise Refused(Refusal.BROKEN_ENVELOPE)
    try:
        return base64.b64decode(bare)
    except binascii.Error as err:
        raise Refused(Refusal.BROKEN_ENVELOPE) from err


def _signed_content(octets: bytes) -> bytes:
    """The eContent of a SignedData: ContentInfo, [0], SignedData, encapContentInfo, [0], octets."""
    content_info = _expect(octets, 0, len(octets), _SEQUENCE)
    kind = _expect(octets, content_info.start, content_info.stop, _OID)
    if octets[kind.start : kind.stop] != _SIGNED_DATA:
        raise NoInvoice  # encrypted, or a bundle of certificates
    wrapped = _expect(octets, kind.end, content_info.stop, _EXPLICIT_0)
    signed = _expect(octets, wrapped.start, wrapped.stop, _SEQUENCE)
    version = _expect(octets, signed.start, signed.stop, _INTEGER)
    algorithms = _expect(octets, version.end, signed.stop, _SET)
    encapsulated = _expect(octets, algorithms.end, signed.stop, _SEQUENCE)
    content_type = _expect(octets, encapsulated.start, encapsulated.stop, _OID)
    holder = _expect(octets, content_type.end, encapsulated.stop, _EXPLICIT_0)
    value = _value_at(octets, holder.start, holder.stop)
    return b"".join(_pieces(octets, value))


def _expect(octets: bytes, at: int, stop: int, tag: int) -> _Value:
    """The value at a place, which must be of this tag."""
    value = _value_at(octets, at, stop)
    if value.tag != tag:
        raise Refused(Refusal.BROKEN_ENVELOPE, f"octet {at}")
    return value


def _value_at(octets: bytes, at: int, stop: int) -> _Value:
    """The value at a place, whole before `stop`; one of indefinite length ends where its last part ends."""
    tag, start, length = _head_at(octets, at, stop)
    if length is None:
        end = _end_of_contents(octets, start, stop)
        return _Value(tag=tag, start=start, stop=end - 2, end=end)
    if start + length > stop:
        raise Refused(Refusal.BROKEN_ENVELOPE, f"octet {at}")
    return _Value(tag=tag, start=start, stop=start + length, end=start + length)


def _head_at(octets: bytes, at: int, stop: int) -> tuple[int, int, int | None]:
    """The tag at a place, where its content starts, and its length; None for an indefinite one."""
    if at + 2 > stop or octets[at] & _HIGH_TAG == _HIGH_TAG:
        raise Refused(Refusal.BROKEN_ENVELOPE, f"octet {at}")
    tag, first = octets[at], octets[at + 1]
    if first < _INDEFINITE:
        return tag, at + 2, first
    if first == _INDEFINITE and tag & _CONSTRUCTED:
        return tag, at + 2, None
    count = first - _INDEFINITE
    if not 0 < count <= _LENGTH_OCTETS or at + 2 + count > stop:
        raise Refused(Refusal.BROKEN_ENVELOPE, f"octet {at}")
    return tag, at + 2 + count, int.from_bytes(octets[at + 2 : at + 2 + count], "big")


def _end_of_contents(octets: bytes, start: int, stop: int) -> int:
    """Where a value of indefinite length ends: behind the two zeros that belong to it, all of it passed over once."""
    at, depth = start, 1
    for _ in range(_PIECES_LIMIT):
        if octets[at : at + 2] == b"\0\0" and at + 2 <= stop:
            at, depth = at + 2, depth - 1
            if not depth:
                return at
            continue
        _, content, length = _head_at(octets, at, stop)
        depth += length is None
        at = content + (length or 0)
        if at > stop:
            break
    raise Refused(Refusal.BROKEN_ENVELOPE, f"octet {start}")


def _pieces(octets: bytes, value: _Value) -> Iterator[bytes]:
    """The octets of a string that's whole, or in pieces (X.690 §8.7.3), in their order."""
    waiting = [(value, 0)]
    for _ in range(_PIECES_LIMIT):
        if not waiting:
            return
        one, depth = waiting.pop()
        if one.tag == _OCTETS:
            yield octets[one.start : one.stop]
        elif one.tag == _OCTETS_IN_PIECES and depth < _NESTED_LIMIT:
            waiting += [(part, depth + 1) for part in reversed(list(_parts(octets, one)))]
        else:
            raise Refused(Refusal.BROKEN_ENVELOPE, f"octet {one.start}")
    raise Refused(Refusal.TOO_MANY, "pieces")


def _parts(octets: bytes, value: _Value) -> Iterator[_Value]:
    """The values that one is made of, one after another."""
    at = value.start
    for _ in range(_PIECES_LIMIT):
        if at >= value.stop:
            return
        part = _value_at(octets, at, value.stop)
        yield part
        at = part.end
    raise Refused(Refusal.TOO_MANY, "pieces")

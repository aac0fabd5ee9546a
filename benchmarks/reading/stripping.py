"""
Mail with header fields taken away, as gateways, forwarders and exports do.

Knows how a header block is cut into fields (RFC 5322 §2.2); must not know what any field means to a reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

FOUR = frozenset({b"from", b"to", b"date", b"subject"})
"""What is left of a header in the hardest case."""

_END = re.compile(rb"\r?\n\r?\n|\r\r")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")


def bare(raw: bytes) -> bytes:
    """A mail with From, To, Date and Subject alone: even how the body is coded is lost."""
    return kept(raw, FOUR.__contains__)


def stripped(raw: bytes) -> bytes:
    """A mail with From, To, Date and Subject, and what a reader needs to show the body (RFC 2045)."""
    return kept(raw, lambda name: name in FOUR or name == b"mime-version" or name.startswith(b"content-"))


def kept(raw: bytes, wanted: Callable[[bytes], bool]) -> bytes:
    """A mail with those fields whose name, in lower case, is wanted."""
    return rewritten(raw, lambda name, field: field if wanted(name) else b"")


def rewritten(raw: bytes, change: Callable[[bytes, bytes], bytes]) -> bytes:
    """A mail with each field, its line end included, as `change` of its name and bytes gives it."""
    end = _END.search(raw)
    header, rest = (raw[: end.start()], raw[end.start() :]) if end else (raw, b"")
    return b"".join(change(_name(field), field) for field in _fields(header)).rstrip(b"\r\n") + rest


def _fields(header: bytes) -> Iterator[bytes]:
    """The fields with their folded lines; every one ends with a line end."""
    field = b""
    for line in _LINE.findall(header + b"\n"):
        if field and line[:1] not in (b" ", b"\t"):
            yield field
            field = b""
        field += line
    if field.strip():
        yield field


def _name(field: bytes) -> bytes:
    return field.partition(b":")[0].strip().lower()

"""A file that a mail brings along."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file, byte for byte as its author had it; `type` is its media type in small letters (RFC 2045 §5.1)."""

    name: str
    type: str
    content: bytes

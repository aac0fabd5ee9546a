"""A file that a mail brings along, and what its name says."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLOCKS = re.compile(r"[^\W\d_]+|\d+")
_SIGNED = ".p7m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file, byte for byte as its author had it; `type` is its media type in small letters (RFC 2045 §5.1)."""

    name: str
    type: str
    content: bytes


def bears_number(name: str, number: str) -> bool:
    """
    Whether a file's name bears an invoice's number: its blocks of digits and of letters, each whole, in their order.

    What stands between them may differ (`2026/014`, `2026_014.pdf`), as may the case. 1 isn't in `Contract_2021.pdf`;
    a number without a digit is in no name.
    """
    sought, blocks = _blocks(number), _blocks(name.casefold().removesuffix(_SIGNED))
    places = range(len(blocks) - len(sought) + 1)
    return any(map(str.isdecimal, sought)) and any(blocks[at : at + len(sought)] == sought for at in places)


def _blocks(text: str) -> list[str]:
    return _BLOCKS.findall(text.casefold())

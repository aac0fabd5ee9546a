"""A file that a mail brings along, and what its name says."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAIL_OCTETS = 32 * 1024 * 1024
"""How large a mail may be that's fetched for its files: larger than most providers let through."""

_BLOCKS = re.compile(r"[^\W\d_]+|\d+")
_SIGNED = ".p7m"
_PAGES = ".pdf"
_PLACE = re.compile(r"(\.\w{2,4}) \(\d+\)\Z")
"""What `told_apart` puts behind a name; never told from a name that has no ending and is like that by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file, byte for byte as its author had it; `type` is its media type in small letters (RFC 2045 §5.1)."""

    name: str
    type: str
    content: bytes


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """
    The names of a mail's files in their order, no two the same: the second of one name is `Rechnung.xml (2)`.

    They're what is kept of the files, and by them each is found again in its mail.
    """
    told: list[str] = []
    for name in names:
        others = (f"{name} ({place})" for place in itertools.count(2))
        free = (other for other in others if other not in told and other not in names)
        told.append(next(free) if name in told else name)
    return tuple(told)


def is_page(name: str) -> bool:
    """Whether a file is for people to read, by its name as it was told apart."""
    return _own(name).endswith(_PAGES)


def bears_number(name: str, number: str) -> bool:
    """
    Whether a file's name bears an invoice's number: its blocks of digits and of letters, each whole, in their order.

    `name` is as it was told apart. What stands between them may differ (`2026/014`, `2026_014.pdf`), as may the case.
    1 isn't in `Contract_2021.pdf`; a number without a digit is in no name.
    """
    return bool(numbers_borne((name,), (number,)))


def numbers_borne(names: Iterable[str], numbers: Iterable[str]) -> tuple[str, ...]:
    """The numbers that one of some names or another bears."""
    borne = [_blocks(_own(name).removesuffix(_SIGNED)) for name in names]
    return tuple(number for number in numbers if any(_bears(blocks, _blocks(number)) for blocks in borne))


def _bears(blocks: Sequence[str], sought: Sequence[str]) -> bool:
    places = range(len(blocks) - len(sought) + 1)
    return any(map(str.isdecimal, sought)) and any(blocks[at : at + len(sought)] == sought for at in places)


def bears_another(name: str, number: str) -> bool:
    """Whether a file's name, as it was told apart, bears digits that are no block of an invoice's number."""
    return any(block.isdecimal() for block in {*_blocks(_own(name).removesuffix(_SIGNED))} - {*_blocks(number)})


def _own(name: str) -> str:
    """A name in small letters, without its file's place among those of one name."""
    return _PLACE.sub(r"\1", name).casefold()


def _blocks(text: str) -> list[str]:
    return _BLOCKS.findall(text.casefold())

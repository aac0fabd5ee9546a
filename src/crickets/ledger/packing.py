"""
Many values as one text, and one as the number it's indexed by.

Knows what SQLite takes; must not know any table.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from json.encoder import encode_basestring_ascii
from typing import Any, cast

from sqlalchemy import Select, bindparam, func, select

from crickets.domain.message import Address, MessageId

_CACHED = 20_000
"""How many lists of addresses are kept unpacked: a mailbox has few people and many mails."""

_HASHED = 8_192
"""How many hashes are kept: the ids of a batch, which its answers name again and again, and the people of it."""

Values = dict[str, object]
"""The columns of one row to be."""


@lru_cache(maxsize=_HASHED)
def hashed(text: str) -> int:
    """A text as the 64 bits it's indexed by: a tenth of a Message-ID's room, and as good as never the same twice."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def hashed_bonds(bonds: Iterable[tuple[str, ...]]) -> Iterator[int]:
    """Bonds of people (`kinship.bonds`) as they're indexed."""
    return (hashed("\n".join(bond)) for bond in bonds)


def clean(text: str) -> str:
    """A text that SQLite takes as it is: without the NULs and half characters that broken mail leaves."""
    return text.replace("\0", "") if text.isascii() else text.encode("utf-8", "replace").decode().replace("\0", "")


def among(name: str) -> Select[Any]:
    """For an ``IN``: the values of the parameter of this name, any number of them, `packed`."""
    return select(func.json_each(bindparam(name)).table_valued("value").c.value)


def packed(values: Iterable[object]) -> str:
    """
    Any number of values as one text: for one column, or for one parameter, of which SQLite allows only so many.

    Plain ASCII: half characters, which SQLite refuses, go in and come out as they are.
    """
    together = list(values)
    return _json(together) if together else "[]"


_json = json.JSONEncoder(separators=(",", ":")).encode


def packed_texts(texts: Collection[str]) -> str:
    """The same for texts alone, in a third of the time: four such columns has a mail."""
    return f"[{','.join(map(encode_basestring_ascii, texts))}]" if texts else "[]"


def unpacked(packed: str) -> tuple[str, ...]:
    """The texts of one parameter or column again."""
    return tuple(_parsed(packed)[0]) if packed != "[]" else ()


_parsed = json.JSONDecoder().raw_decode


def unpacked_ids(packed: str) -> tuple[MessageId, ...]:
    """The ids of such a text."""
    return cast("tuple[MessageId, ...]", unpacked(packed))


def packed_addresses(addresses: tuple[Address, ...]) -> str:
    """Addresses as one text."""
    return _packed_addresses(addresses) if addresses else "[]"


@lru_cache(maxsize=_CACHED)
def _packed_addresses(addresses: tuple[Address, ...]) -> str:
    return packed([(address.name, address.email) for address in addresses])


@lru_cache(maxsize=_CACHED)
def unpacked_addresses(packed: str) -> tuple[Address, ...]:
    """The addresses of such a text."""
    return tuple(Address(name=name, email=email) for name, email in json.loads(packed))

"""
The short names by which the owner calls threads.

Knows how a name is made and how it may be mistyped; must not know what a thread holds.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import Connection, bindparam, select, union_all

from crickets.domain.thread import ThreadId
from crickets.ledger.packing import among, packed
from crickets.ledger.tables import FORMER_NAMES, THREADS

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Base 32 without the letters that look like others: Crockford's, in lower case (no i, l, o, u)."""

_SPELLED = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _ALPHABET)
"""… from the letters of RFC 4648."""

_MISREAD = str.maketrans("oil", "011")
_SHORTEST = 4
_LONGEST = 51
_MOST_FOUND = 20

_NUMBER = union_all(
    select(THREADS.c.n).where(THREADS.c.name == bindparam("name")),
    select(FORMER_NAMES.c.thread).where(FORMER_NAMES.c.name == bindparam("name")),
)
_TAKEN = union_all(
    select(THREADS.c.name).where(THREADS.c.name.in_(among("names"))),
    select(FORMER_NAMES.c.name).where(FORMER_NAMES.c.name.in_(among("names"))),
)


def full_name(account: str, message_id: str) -> str:
    """The whole name a thread could have, of which it takes as little as is its own."""
    digest = sha256(f"{account}\0{message_id}".encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest)[:_LONGEST].decode().translate(_SPELLED)


def name_threads(connection: Connection, full_names: Sequence[str]) -> tuple[str, ...]:
    """A name for each new thread, in their order: its first letters, as many as no other thread has had."""
    names: dict[str, str] = {}
    length = _SHORTEST
    while left := [full for full in full_names if full not in names]:
        taken = _taken(connection, [full[:length] for full in left]) | set(names.values())
        for full in left:
            if full[:length] not in taken:
                names[full] = full[:length]
                taken.add(full[:length])
        length += 1
    return tuple(names[full] for full in full_names)


def number_of(connection: Connection, thread: ThreadId) -> int | None:
    """The number of the thread of this name, or of the one it was merged into; None if there is none."""
    return connection.execute(_NUMBER, {"name": spelled(thread)}).scalar()


def names_beginning(connection: Connection, prefix: str) -> tuple[ThreadId, ...]:
    """The present names of the threads that this could mean: the one of this very name, or all that begin so."""
    name = spelled(prefix)
    if not name:
        return ()
    if (number := number_of(connection, ThreadId(name))) is not None:
        present = select(THREADS.c.name).where(THREADS.c.n == number)
    else:
        after = name + "~"  # sorts behind every letter of the alphabet
        present = select(THREADS.c.name).where(THREADS.c.name > name, THREADS.c.name < after).limit(_MOST_FOUND)
    return tuple(ThreadId(found) for found in connection.execute(present.order_by(THREADS.c.name)).scalars())


def spelled(typed: str) -> str:
    """A name as it's kept, from how it may be typed: ``K3FO`` is ``k3f0``."""
    return typed.strip().casefold().translate(_MISREAD)


def _taken(connection: Connection, names: Sequence[str]) -> set[str]:
    return set(connection.execute(_TAKEN, {"names": packed(names)}).scalars())

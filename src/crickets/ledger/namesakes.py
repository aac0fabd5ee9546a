"""
Giving each mail an id of its own, where several bear the same.

Knows what the ledger holds under an id; which mails are two is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from crickets.domain.message import Message, MessageId, Role
from crickets.domain.namesakes import are_namesakes, set_apart
from crickets.ledger.message_rows import MESSAGE, message_of
from crickets.ledger.packing import among, packed
from crickets.ledger.tables import MESSAGES

_KNOWN = select(MESSAGES.c.n, *MESSAGE).where(
    MESSAGES.c.account == bindparam("account"), MESSAGES.c.id.in_(among("ids"))
)


class Known(NamedTuple):
    """A message that the ledger has, with its number."""

    n: int
    message: Message


class Arrival(NamedTuple):
    """A message that was read, under the id by which it's kept, and the id that it bears."""

    message: Message
    borne: MessageId


def known_messages(connection: Connection, account: int, ids: Iterable[MessageId]) -> dict[MessageId, Known]:
    """What the ledger has of these ids."""
    rows = connection.execute(_KNOWN, {"account": account, "ids": packed(ids)})
    found = (Known(row[0], message_of(row)) for row in rows)
    return {each.message.id: each for each in found}


def told_apart(
    connection: Connection, account: int, copies: Sequence[Message]
) -> tuple[tuple[Arrival, ...], dict[MessageId, Known]]:
    """
    The messages in their order, each that only bears another's id set apart from it.

    And what the ledger has of their ids, as they are by then.
    """
    held = known_messages(connection, account, (copy.id for copy in copies))
    outdated = False
    for copy in copies:
        if _has_the_better_claim(copy, held) and _makes_room(connection, account, held[copy.id]):
            del held[copy.id]
            outdated = True
    holders = {own_id: known.message for own_id, known in held.items()}
    arrivals = tuple(Arrival(_apart(copy, holders), copy.id) for copy in copies)
    if outdated or any(each.message.id != each.borne for each in arrivals):
        held = known_messages(connection, account, (each.message.id for each in arrivals))
    return arrivals, held


def _apart(copy: Message, holders: dict[MessageId, Message]) -> Message:
    holder = holders.setdefault(copy.id, copy)
    return set_apart(copy) if holder is not copy and are_namesakes(copy, holder) else copy


def _has_the_better_claim(copy: Message, held: Mapping[MessageId, Known]) -> bool:
    """Whether a sent mail comes upon another's under its id: the owner's drafts must be able to name the sent one."""
    holder = held.get(copy.id)
    if holder is None or Role.SENT not in copy.places - holder.message.places:
        return False
    return are_namesakes(copy, holder.message)


def _makes_room(connection: Connection, account: int, holder: Known) -> bool:
    """Set a mail of the ledger apart, unless it stands there under its other id as well."""
    other_id = set_apart(holder.message).id
    if known_messages(connection, account, (other_id,)):
        return False
    connection.execute(update(MESSAGES).where(MESSAGES.c.n == holder.n).values(id=other_id))
    return True

"""
Whose mail a message is: from or to which addresses, and when it was written.

Knows the table of people; who has something in common with whom is `kin`'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.message import Message
from crickets.domain.threading import people_of, written_at
from crickets.ledger.bulk import in_bulk, tuples_in_bulk
from crickets.ledger.columns import as_number
from crickets.ledger.linking import Newcomer
from crickets.ledger.packing import Values, hashed
from crickets.ledger.tables import PEOPLE

_COLUMNS = "account address written_at message"
_OF_PERSON = upsert(PEOPLE).on_conflict_do_nothing()
_OF_PERSON_NO_MORE = text(
    "DELETE FROM people"
    " WHERE account = :account AND address = :address AND written_at = :written_at AND message = :message"
)


def keep_people(connection: Connection, account: int, newcomers: Sequence[Newcomer]) -> None:
    """Write down whom the newcomers concern."""
    rows = [row for new in newcomers for row in _rows(account, new.n, new.message, new.written_at)]
    tuples_in_bulk(connection, _OF_PERSON, _COLUMNS, rows)


def move_people(connection: Connection, account: int, number: int, before: Message, after: Message) -> None:
    """Write down whom a message concerns, and since when, once it's another than it was."""
    stale, fresh = (_rows(account, number, m, as_number(written_at(m))) for m in (before, after))
    gone: list[Values] = [dict(zip(_COLUMNS.split(), row, strict=True)) for row in stale - fresh]
    in_bulk(connection, _OF_PERSON_NO_MORE, gone)
    tuples_in_bulk(connection, _OF_PERSON, _COLUMNS, sorted(fresh - stale))


def _rows(account: int, number: int, message: Message, at: int) -> set[tuple[int, ...]]:
    return {(account, hashed(person.key), at, number) for person in people_of(message)}

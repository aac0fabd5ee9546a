"""
What else the ledger knows of a reply: whether anybody answered it, and how its author's other mail is written.

Knows the tables that tell; what follows from it is the domain's to say.
"""

from __future__ import annotations

from sqlalchemy import Connection, exists, func, select

from crickets.domain.message import Address
from crickets.ledger.candidates import Mail
from crickets.ledger.packing import clean, hashed
from crickets.ledger.tables import MESSAGES, PEOPLE, THREADS

_SOME = 100
"""How much of somebody's mail is looked through: it's mostly by them, or answers them and names a parent."""


def is_alone(connection: Connection, mail: Mail) -> bool:
    """Whether a mail is all there is in its thread."""
    size = select(THREADS.c.size).where(THREADS.c.n == mail.thread)
    return bool(connection.execute(size).scalar_one() == 1)


def has_named_parents(connection: Connection, account: int, author: Address) -> bool:
    """Whether any of the newest mail that somebody wrote names the mail it answers."""
    newest = (
        select(PEOPLE.c.message)
        .where(PEOPLE.c.account == account, PEOPLE.c.address == hashed(author.key))
        .order_by(PEOPLE.c.written_at.desc())
        .limit(_SOME)
    )
    by_them = func.json_extract(MESSAGES.c.sender, "$[0][1]").collate("NOCASE") == clean(author.email)
    naming = exists().where(MESSAGES.c.n.in_(newest), MESSAGES.c.parents != "[]", by_them)
    return bool(connection.execute(select(naming)).scalar())

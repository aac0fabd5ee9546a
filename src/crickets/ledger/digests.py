"""
The digests to the owner: which there were, what became of them, and whether one has come to a mailbox that is read.

Knows the table of digests; must not know what stands in one.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, bindparam, case, exists, select
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.digest import Fate, Issue
from crickets.domain.message import MessageId
from crickets.ledger.packing import clean
from crickets.ledger.tables import DIGESTS, MESSAGES, THREADS

_COLUMNS = (DIGESTS.c.id, DIGESTS.c.day, DIGESTS.c.at, DIGESTS.c.fate, DIGESTS.c.told)
_NEWEST = select(*_COLUMNS).order_by(DIGESTS.c.at.desc(), DIGESTS.c.id).limit(1)
_OUT = (Fate.INTENDED.value, Fate.SENT.value)
_COUNTS = case({Fate.SENT.value: 0, Fate.INTENDED.value: 1, Fate.NOTHING.value: 2}, value=DIGESTS.c.fate, else_=3)
_OF_DAY = (
    select(*_COLUMNS)
    .where(DIGESTS.c.day == bindparam("day"))
    .order_by(_COUNTS, DIGESTS.c.at.desc(), DIGESTS.c.id)
    .limit(1)
)
_SENT = _NEWEST.where(DIGESTS.c.fate == Fate.SENT.value, DIGESTS.c.at <= bindparam("now"))
_IDS = select(DIGESTS.c.id).where(DIGESTS.c.fate != Fate.NOTHING.value)
_KEEP = upsert(DIGESTS)
_KEPT = _KEEP.on_conflict_do_update(
    index_elements=["id"], set_={name: _KEEP.excluded[name] for name in ("day", "at", "fate", "told")}
)
_HAS_COME = select(exists().where(MESSAGES.c.id == bindparam("id")))
_STIRRED = (
    select(THREADS.c.name)
    .join(MESSAGES, MESSAGES.c.thread == THREADS.c.n)
    .where(MESSAGES.c.account == bindparam("account"), MESSAGES.c.received > bindparam("since"))
    .group_by(THREADS.c.n)
)


def issue_of(connection: Connection, day: date) -> Issue | None:
    """The digest of a day, or None: of several the one that came, or may have, before those that didn't."""
    return _issue(connection.execute(_OF_DAY, {"day": day}).mappings().first())


def last_issue_sent(connection: Connection, now: datetime) -> Issue | None:
    """The last digest that was sent, but by a clock that was ahead of this one; or None."""
    return _issue(connection.execute(_SENT, {"now": now}).mappings().first())


def keep_issue(connection: Connection, issue: Issue) -> None:
    """Write down a digest, or what became of it."""
    told = " ".join(sorted(issue.told))
    row = {"id": clean(issue.id), "day": issue.day, "at": issue.at, "fate": issue.fate.value, "told": told}
    connection.execute(_KEPT, row)


def begin_issue(connection: Connection, issue: Issue) -> bool:
    """Write one down that is about to be handed over, unless another of its day has come, or may have."""
    of_day = issue_of(connection, issue.day)
    free = of_day is None or of_day.id == issue.id or of_day.fate.value not in _OUT
    if free:
        keep_issue(connection, issue)
    return free


def digest_ids(connection: Connection) -> frozenset[MessageId]:
    """The ids of all digests that were handed over, whatever was answered."""
    return frozenset(MessageId(known) for known in connection.execute(_IDS).scalars())


def has_come(connection: Connection, digest: MessageId) -> bool:
    """Whether a mail of that id was ever read in any account."""
    return bool(connection.execute(_HAS_COME, {"id": clean(digest)}).scalar())


def stirred(connection: Connection, account: int, since: datetime) -> tuple[str, ...]:
    """The names of the threads that a mail has come to since a moment."""
    return tuple(connection.execute(_STIRRED, {"account": account, "since": since}).scalars())


def _issue(row: RowMapping | None) -> Issue | None:
    if row is None:
        return None
    told = frozenset(row["told"].split())
    return Issue(id=MessageId(row["id"]), day=row["day"], at=row["at"], fate=Fate(row["fate"]), told=told)

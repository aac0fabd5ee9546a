"""
Which threads rest, until when, and what wakes them beside the triggers: other rules, and mail of those they listen for.

Knows the columns that are no facts (docs/decisions/0014); how long a thread may rest is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, exists, func, literal_column, or_, select, text, update

from crickets.domain.cases import SKEW
from crickets.domain.kinship import bonds
from crickets.domain.message import Address
from crickets.domain.owner import Owner
from crickets.domain.rest import Census, Rest
from crickets.domain.thread import ThreadId
from crickets.domain.verdict import State
from crickets.ledger.bulk import in_bulk
from crickets.ledger.columns import as_number
from crickets.ledger.packing import Values, among, hashed, hashed_bonds, packed, unpacked_addresses
from crickets.ledger.tables import ACCOUNTS, LISTENERS, MESSAGES, THREADS

_A_CLOCKS_JITTER = timedelta(minutes=1)

_RULES = select(ACCOUNTS.c.edition, ACCOUNTS.c.judged_at).where(ACCOUNTS.c.n == bindparam("account"))
_UNDER = update(ACCOUNTS).where(ACCOUNTS.c.n == bindparam("number"))
_AWAKE = select(THREADS.c.n).where(THREADS.c.account == bindparam("account"), THREADS.c.wakes_at <= bindparam("now"))
_RESTS = (
    THREADS.c.account == bindparam("account"),
    or_(THREADS.c.wakes_at.is_(None), THREADS.c.wakes_at > bindparam("now")),
)
_IS_LISTED = THREADS.c.state != literal_column("''")
_SILENT = (
    select(THREADS.c.n)
    .where(*_RESTS, _IS_LISTED, THREADS.c.state == bindparam("state"), THREADS.c.is_old <= bindparam("old"))
    .order_by(THREADS.c.since, THREADS.c.n)
    .limit(bindparam("most"))
)
_IN_LINE = select(THREADS.c.n).where(*_RESTS, THREADS.c.in_line == literal_column("1"))
_ARE_TURNS = (*_RESTS, THREADS.c.turn_since.is_not(None))
_HEARD_SINCE = exists().where(MESSAGES.c.thread == THREADS.c.n, MESSAGES.c.received >= bindparam("heard_since"))
_TURNS = select(THREADS.c.n).where(*_ARE_TURNS).order_by(THREADS.c.turn_since, THREADS.c.n).limit(bindparam("most"))
_OLD_TURNS = select(func.count()).select_from(THREADS).where(*_ARE_TURNS, ~_HEARD_SINCE)
_HOW_MANY = (
    select(THREADS.c.state, func.count(), func.count(THREADS.c.turn_since), func.sum(THREADS.c.is_old))
    .where(*_RESTS, _IS_LISTED)
    .group_by(THREADS.c.state)
)
_HOW_MANY_AWAKE = select(func.count()).where(
    THREADS.c.account == bindparam("account"), THREADS.c.wakes_at <= bindparam("now")
)
_DUE_NEXT = select(func.min(THREADS.c.due_at)).where(
    THREADS.c.account == bindparam("account"), THREADS.c.due_at > bindparam("now")
)
_LISTED_BUT = select(THREADS.c.n).where(
    THREADS.c.account == bindparam("account"), _IS_LISTED, THREADS.c.state.not_in(among("besides"))
)
_HEARD_OF_LATE = select(MESSAGES.c.thread).where(
    MESSAGES.c.account == bindparam("account"), MESSAGES.c.received >= bindparam("heard_since")
)
_NEIGHBOURS = text(
    "SELECT DISTINCT others.thread FROM listeners AS own"
    " JOIN listeners AS others ON others.account = own.account AND others.bond = own.bond"
    " WHERE own.thread IN (SELECT value FROM json_each(:threads))"
)
_LOOK_AT = text("UPDATE threads SET wakes_at = -1 WHERE n IN (SELECT value FROM json_each(:threads))")
# A thread of which something was learnt while it was looked at bears another mark by now.
_REST = text(
    "UPDATE threads SET wakes_at = :until, due_at = :due_at, state = :state, is_old = :is_old, since = :since,"
    " turn_since = :turn_since, in_line = :in_line"
    " WHERE name = :name AND wakes_at = -1"
)
_AUTHORS = select(MESSAGES.c.sender).where(MESSAGES.c.account == bindparam("account")).distinct()
# One that listens may have neighbours that are to be looked at with it; one in Sent is the owner's, whoever wrote it.
_REST_UNWRITTEN = text(
    "UPDATE threads SET wakes_at = NULL, due_at = NULL, state = '', is_old = 0, since = NULL, turn_since = NULL,"
    " in_line = 0 WHERE account = :account AND wakes_at <= :now"
    " AND n NOT IN (SELECT thread FROM orders) AND n NOT IN (SELECT thread FROM drafts)"
    " AND n NOT IN (SELECT thread FROM listeners) AND n IN (SELECT thread FROM messages WHERE account = :account"
    " GROUP BY thread HAVING max(received) < :before AND max(ifnull(date, received)) <= :latest"
    " AND NOT max(places LIKE '%sent%' OR sender IN (SELECT value FROM json_each(:owners))))"
)
_STOP_LISTENING = delete(LISTENERS).where(
    LISTENERS.c.thread.in_(select(THREADS.c.n).where(THREADS.c.name.in_(among("names"))))
)
_LISTEN = text(
    "INSERT OR IGNORE INTO listeners (account, bond, thread) SELECT account, :bond, n FROM threads WHERE name = :name"
)
_WAKE_ALL = text("UPDATE threads SET wakes_at = 0 WHERE account = :account AND wakes_at IS NOT 0")
_WAKE = text("UPDATE threads SET wakes_at = 0 WHERE wakes_at IS NOT 0 AND n IN (SELECT value FROM json_each(:threads))")
_WAKE_LISTENERS = text(
    "UPDATE threads SET wakes_at = 0 WHERE wakes_at IS NOT 0 AND n IN (SELECT thread FROM listeners"
    " WHERE account = :account AND bond IN (SELECT value FROM json_each(:bonds)))"
)
_WAKE_OF_PEOPLE = text(
    "UPDATE threads SET wakes_at = 0 WHERE wakes_at IS NOT 0 AND n IN (SELECT messages.thread FROM people"
    " JOIN messages ON messages.n = people.message WHERE people.account = :account"
    " AND people.address IN (SELECT value FROM json_each(:addresses)))"
)
_OF_ACCOUNT = THREADS.c.account == bindparam("account")
# Two questions, each one step in the index: as one with an "or" SQLite goes through all that's awake.
_ANY_RESTS = select(
    or_(exists().where(_OF_ACCOUNT, THREADS.c.wakes_at.is_(None)), exists().where(_OF_ACCOUNT, THREADS.c.wakes_at > 0))
)


def are_rules_known(connection: Connection, account: int, edition: str, now: datetime) -> bool:
    """Whether what rests does so under these rules, and by a clock that hasn't been set back since."""
    known = connection.execute(_RULES, {"account": account}).one()
    return bool(edition == known.edition) and (known.judged_at is None or now >= known.judged_at - _A_CLOCKS_JITTER)


def begin_rules(connection: Connection, account: int, edition: str) -> None:
    """From now on threads rest under these rules; none does that rested under others."""
    wake_all(connection, account)
    connection.execute(_UNDER, {"number": account, "edition": edition, "judged_at": None})


def awake(connection: Connection, account: int, now: datetime) -> tuple[int, ...]:
    """The threads whose verdict may be another by now, and those that share a bond with any of them."""
    woken = connection.execute(_AWAKE, {"account": account, "now": as_number(now)}).scalars().all()
    neighbours = connection.execute(_NEIGHBOURS, {"threads": packed(woken)}).scalars() if woken else ()
    return tuple(dict.fromkeys((*woken, *neighbours)))


def worth_a_look(
    connection: Connection, account: int, now: datetime, besides: Collection[State], since: datetime | None
) -> tuple[int, ...]:
    """The threads but those that rest as nothing, or as one of these; and whatever was received since a moment."""
    these = {"account": account, "now": as_number(now), "besides": packed(state.value for state in besides)}
    found = set(connection.execute(_AWAKE, these).scalars())
    found.update(connection.execute(_LISTED_BUT, these).scalars())
    if since is not None:
        found.update(heard_since(connection, account, since))
    return tuple(found)


def heard_since(connection: Connection, account: int, moment: datetime) -> tuple[int, ...]:
    """The threads in which something was received since a moment."""
    these = {"account": account, "heard_since": moment}
    return tuple(set(connection.execute(_HEARD_OF_LATE, these).scalars()))


def resting(
    connection: Connection, account: int, now: datetime, state: State, most: int | None, *, old: bool
) -> tuple[int, ...]:
    """The threads that rest and are listed so, the longest silent first; not more than so many, too `old` or not."""
    limits = {"most": _ALL if most is None else most, "old": int(old)}
    these = {"account": account, "now": as_number(now), "state": state.value, **limits}
    return tuple(connection.execute(_SILENT, these).scalars())


def resting_turns(
    connection: Connection, account: int, now: datetime, most: int | None, heard_since: datetime | None
) -> tuple[int, ...]:
    """
    The threads that rest while their client waits for the owner, the longest waiting first.

    Only those to which mail came since a moment, if one is given.
    """
    these = {"account": account, "now": as_number(now), "most": _ALL if most is None else most}
    if heard_since is None:
        return tuple(connection.execute(_TURNS, these).scalars())
    return tuple(connection.execute(_TURNS.where(_HEARD_SINCE), {**these, "heard_since": heard_since}).scalars())


def old_turns(connection: Connection, account: int, now: datetime, before: datetime) -> int:
    """How many threads rest while their client waits for the owner, all mail of which came before a moment."""
    these = {"account": account, "now": as_number(now), "heard_since": before}
    return int(connection.execute(_OLD_TURNS, these).scalar_one())


def in_line(connection: Connection, account: int, now: datetime) -> tuple[int, ...]:
    """The threads that rest while they stand in line for a draft."""
    return tuple(connection.execute(_IN_LINE, {"account": account, "now": as_number(now)}).scalars())


def number_awake(connection: Connection, account: int, now: datetime) -> int:
    """How many threads don't rest."""
    return int(connection.execute(_HOW_MANY_AWAKE, {"account": account, "now": as_number(now)}).scalar_one())


def census(connection: Connection, account: int, now: datetime, awake: int) -> Census:
    """How many threads rest, by what they're listed as, beside those that are awake."""
    rows = connection.execute(_HOW_MANY, {"account": account, "now": as_number(now)}).all()
    return Census(
        awake=awake,
        states={State(state): number for state, number, _, _ in rows},
        turns=sum(turns for _, _, turns, _ in rows),
        old=sum(old for _, _, _, old in rows),
    )


def due_next(connection: Connection, account: int, now: datetime) -> datetime | None:
    """When the first of those that rest is to be looked at, whether or not anything moves."""
    return connection.execute(_DUE_NEXT, {"account": account, "now": now}).scalar()


def look_at(connection: Connection, threads: Sequence[int]) -> None:
    """Mark threads that are being looked at: the mark is lost with whatever is learnt meanwhile."""
    connection.execute(_LOOK_AT, {"threads": packed(threads)})


def lay_to_rest(connection: Connection, account: int, rests: Sequence[tuple[ThreadId, Rest]], now: datetime) -> None:
    """Let threads rest that were looked at, but those of which something has been learnt since."""
    connection.execute(_STOP_LISTENING, {"names": packed(name for name, _ in rests)})
    in_bulk(connection, _REST, [_columns(name, rest) for name, rest in rests])
    in_bulk(
        connection, _LISTEN, [{"name": name, "bond": bond} for name, r in rests for bond in hashed_bonds(r.listens_for)]
    )
    connection.execute(_UNDER, {"number": account, "judged_at": now})


def lay_unwritten_to_rest(connection: Connection, account: int, owner: Owner, before: datetime, now: datetime) -> None:
    """
    Let the threads rest in which the owner never had a word, and all mail was received `before`.

    As judging each would: nothing in them waits for anybody, nor ever will but by what is learnt (`Rest`).
    """
    authors = connection.execute(_AUTHORS, {"account": account}).scalars()
    owners = packed(author for author in authors if any(map(owner.is_me, unpacked_addresses(author))))
    moments = {"now": as_number(now), "before": as_number(before), "latest": as_number(now + SKEW)}
    connection.execute(_REST_UNWRITTEN, {"account": account, "owners": owners, **moments})
    connection.execute(_UNDER, {"number": account, "judged_at": now})


def wake(connection: Connection, threads: Iterable[int]) -> None:
    """Let these threads be looked at again."""
    connection.execute(_WAKE, {"threads": packed(threads)})


def wake_all(connection: Connection, account: int) -> None:
    """Let all threads be looked at again."""
    connection.execute(_WAKE_ALL, {"account": account})


def wake_listeners(connection: Connection, account: int, people: Iterable[Address]) -> None:
    """Wake what listens for any of these people, or for somebody of their name or firm."""
    heard = {bond for person in set(people) for bond in hashed_bonds(bonds(person))}
    if heard:
        connection.execute(_WAKE_LISTENERS, {"account": account, "bonds": packed(heard)})


def wake_acquainted(connection: Connection, account: int, addresses: Iterable[str]) -> None:
    """Wake every thread with one of these people: they have become acquaintances of the owner's, or are none."""
    hashes = packed(hashed(address) for address in addresses)
    connection.execute(_WAKE_OF_PEOPLE, {"account": account, "addresses": hashes})


def any_rests(connection: Connection, account: int) -> bool:
    """Whether any thread does: while an account is read for the first time, none does."""
    return bool(connection.execute(_ANY_RESTS, {"account": account}).scalar())


def _columns(name: ThreadId, rest: Rest) -> Values:
    return {
        "name": name,
        "until": None if rest.until is None else as_number(rest.until),
        "due_at": None if rest.due_at is None else as_number(rest.due_at),
        "state": "" if rest.state is None else rest.state.value,
        "is_old": int(rest.is_old),
        "since": None if rest.since is None else as_number(rest.since),
        "turn_since": None if rest.turn_since is None else as_number(rest.turn_since),
        "in_line": int(rest.in_line),
    }


_ALL = -1
"""What SQLite takes for no limit."""

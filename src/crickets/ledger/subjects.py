"""
Finding a thread by its subject, for replies whose parents are all unknown.

Knows the tables of links, and how to look few candidates up; whether one will do is the domain's to say. That no
parent is known is a claim about absence: it's relied on only once the account has been read through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crickets.domain.message import Message
from crickets.domain.resemblance import Links, is_bare_post, joins_by_subject, links_offered, links_sought, searches
from crickets.domain.threading import parent_keys, written_at
from crickets.ledger.bulk import in_bulk, tuples_in_bulk
from crickets.ledger.candidates import Mail, mail_after, mail_before, mail_of, mail_where, replies_to
from crickets.ledger.columns import as_number
from crickets.ledger.grouping import joined
from crickets.ledger.habits import has_named_parents, is_alone
from crickets.ledger.linking import KnownKeys, Newcomer, look_up
from crickets.ledger.merging import merged
from crickets.ledger.packing import Values, among, hashed, packed
from crickets.ledger.tables import ACCOUNTS, LINKS_OFFERED, LINKS_SOUGHT, MESSAGES

_LINKED_UP_TO = select(ACCOUNTS.c.linked_up_to).where(ACCOUNTS.c.n == bindparam("account"))
_NEWEST = select(func.max(MESSAGES.c.n))
_LINK_AGAIN = text("UPDATE accounts SET linked_up_to = min(linked_up_to, :before) WHERE n = :account")
_LINKED = update(ACCOUNTS).where(ACCOUNTS.c.n == bindparam("number"))
_OFFERED, _SOUGHT = insert(LINKS_OFFERED), insert(LINKS_SOUGHT)
_OFFERED_ONCE = upsert(LINKS_OFFERED).on_conflict_do_nothing()
_COLUMNS = "account link written_at message"
_OFFERS_NO_MORE = text(
    "DELETE FROM links_offered"
    " WHERE account = :account AND link = :link AND written_at = :written_at AND message = :message"
)
_REPLIES = mail_where(
    MESSAGES.c.n.in_(
        select(LINKS_SOUGHT.c.message).where(
            LINKS_SOUGHT.c.account == bindparam("account"), LINKS_SOUGHT.c.message > bindparam("last")
        )
    )
)
# The sum keeps SQLite from going through all of the account's messages by its index, for the few new ones.
_NEWCOMERS = mail_where(MESSAGES.c.n > bindparam("last"), MESSAGES.c.account + 0 == bindparam("account"))
_WANTED = (
    select(LINKS_SOUGHT.c.link)
    .where(LINKS_SOUGHT.c.account == bindparam("account"), LINKS_SOUGHT.c.link.in_(among("links")))
    .distinct()
)
_SEEK_NO_MORE = delete(LINKS_SOUGHT).where(LINKS_SOUGHT.c.message.in_(among("messages")))


def keep_links(connection: Connection, account: int, newcomers: Sequence[Newcomer], known: KnownKeys) -> None:
    """Write down under which subjects and people the newcomers can be found, and which of them seek."""
    held = {key for key, each in known.items() if each.held}
    held.update(key for new in newcomers for key in new.own)
    orphans = [new for new in newcomers if held.isdisjoint(new.parents)]
    offered = [row for new in newcomers for row in _rows(account, new, links_offered(new.message))]
    sought = [row for new in orphans for row in _rows(account, new, links_sought(new.message))]
    tuples_in_bulk(connection, _OFFERED, _COLUMNS, offered)
    tuples_in_bulk(connection, _SOUGHT, _COLUMNS, sought)


def move_links(connection: Connection, account: int, number: int, before: Message, after: Message) -> None:
    """
    Write down under which links a message is found, and which it seeks, once it's another than it was.

    Replies may have waited for what it is now: it's linked again, with all that came after it.
    """
    stale = _rows_of(account, number, before, links_offered(before))
    fresh = _rows_of(account, number, after, links_offered(after))
    gone: list[Values] = [dict(zip(_COLUMNS.split(), row, strict=True)) for row in stale - fresh]
    in_bulk(connection, _OFFERS_NO_MORE, gone)
    if fresh - stale:
        tuples_in_bulk(connection, _OFFERED_ONCE, _COLUMNS, sorted(fresh - stale))
        connection.execute(_LINK_AGAIN, {"account": account, "before": number - 1})
    if connection.execute(_SEEK_NO_MORE, {"messages": packed((number,))}).rowcount:
        tuples_in_bulk(connection, _SOUGHT, _COLUMNS, sorted(_rows_of(account, number, after, links_sought(after))))


def link_by_subject(connection: Connection, account: int) -> None:
    """Bring together what belongs together by its subject, of all that came since this was last done."""
    last = connection.execute(_LINKED_UP_TO, {"account": account}).scalar_one()
    newest = connection.execute(_NEWEST).scalar()
    if newest is None or newest <= last:
        return
    edges = [*_replies_that_came(connection, account, last), *_replies_that_waited(connection, account, last)]
    merged(connection, joined(edges))
    connection.execute(_LINKED, {"number": account, "linked_up_to": newest})


def _replies_that_came(connection: Connection, account: int, last: int) -> Iterator[tuple[int, int]]:
    """New replies of unknown parents, each with the newest mail that it may answer: as pairs of threads."""
    for replies in mail_of(connection, _REPLIES, {"account": account, "last": last}):
        for reply in _orphans(connection, account, replies):
            answered = _answered(connection, account, reply)
            if answered is not None:
                yield reply.thread, answered.thread


def _replies_that_waited(connection: Connection, account: int, last: int) -> Iterator[tuple[int, int]]:
    """New mail, each with the replies of unknown parents that came before it and may answer it."""
    if last == 0:
        return
    for newcomers in mail_of(connection, _NEWCOMERS, {"account": account, "last": last}):
        links = {hashed(link) for mail in newcomers for link in links_offered(mail.message)}
        wanted = set(connection.execute(_WANTED, {"account": account, "links": packed(links)}).scalars())
        for mail in newcomers if wanted else ():
            waiting = _orphans(connection, account, replies_to(connection, account, mail, wanted))
            for reply in waiting:
                if _answers(connection, account, reply, mail):
                    yield mail.thread, reply.thread


def _answered(connection: Connection, account: int, reply: Mail) -> Mail | None:
    """The newest mail before a reply that it may answer by its subject; else, by wrong clocks, the first after it."""
    for links in _searches(connection, account, reply):
        for nearest in (mail_before, mail_after):
            candidate = nearest(connection, account, reply, links)
            if candidate is not None and joins_by_subject(reply.message, candidate.message, links):
                return candidate
    return None


def _answers(connection: Connection, account: int, reply: Mail, mail: Mail) -> bool:
    """Whether a reply that waited may answer this mail."""
    return any(joins_by_subject(reply.message, mail.message, by) for by in _searches(connection, account, reply))


def _searches(connection: Connection, account: int, reply: Mail) -> tuple[Links, ...]:
    """By which links a reply looks for what it answers, with what the ledger knows of its author and its thread."""
    if not is_bare_post(reply.message):
        return searches(reply.message, unanswered=False, names_parents=False)
    return searches(
        reply.message,
        unanswered=is_alone(connection, reply),
        names_parents=has_named_parents(connection, account, reply.message.sender),
    )


def _orphans(connection: Connection, account: int, replies: Sequence[Mail]) -> tuple[Mail, ...]:
    """Those replies whose parents are still unknown; the others seek no more."""
    if not replies:
        return ()
    parents = {key for reply in replies for key in _hashed_parents(reply.message)}
    held = {key for key, known in look_up(connection, account, parents).items() if known.held}
    found = [reply.n for reply in replies if not held.isdisjoint(_hashed_parents(reply.message))]
    if found:
        connection.execute(_SEEK_NO_MORE, {"messages": packed(found)})
    return tuple(reply for reply in replies if reply.n not in set(found))


def _rows(account: int, new: Newcomer, links: Links) -> list[tuple[int, ...]]:
    return [(account, hashed(link), new.written_at, new.n) for link in links]


def _rows_of(account: int, number: int, message: Message, links: Links) -> set[tuple[int, ...]]:
    return {(account, hashed(link), as_number(written_at(message)), number) for link in links}


def _hashed_parents(message: Message) -> frozenset[int]:
    return frozenset(hashed(key) for key in parent_keys(message))

"""
Drafts: what is to be laid, what became of it, and what lies in the Drafts folder.

Knows the tables of drafts and of the listing; must not know why a draft is laid.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, exists, func, insert, or_, select, update

from crickets.domain.calendar import Day
from crickets.domain.mailbox import DraftsListing, UidValidity
from crickets.domain.thread import Draft, DraftState
from crickets.ledger.linking import keep_draft_key
from crickets.ledger.names import number_of
from crickets.ledger.rows import LISTED, draft_values, in_bulk, listed_of, listed_values
from crickets.ledger.tables import LIVING, DraftRow, ListedRow, Listing, ThreadRow

_ABANDONED = DraftState.ABANDONED.value


def intended_on(connection: Connection, day: Day) -> int:
    """
    How many drafts were intended for a day, or since it began; what never reached the server doesn't count.

    Both, as the owner may have moved over a border of days: what was laid for this date where they were before, and
    what was laid for another and is of today by the zone they are in now. After today nothing can have been laid but
    by another clock, and nobody knows which of the two is right.
    """
    of_the_day = or_(DraftRow.day == day.date, DraftRow.laid_at >= day.begins)
    drafts = select(func.count()).where(of_the_day, DraftRow.state != _ABANDONED)
    return connection.execute(drafts).scalar_one()


def keep_intention(connection: Connection, draft: Draft, day: Day, cap: int) -> bool:
    """
    Write down that a draft is about to be laid, unless the day has its fill.

    `LookupError` for a thread that isn't; `ValueError` if it has a living draft, or if this very draft has been on
    the server. One that was abandoned before it got there may be tried anew.
    """
    thread = number_of(connection, draft.thread)
    if thread is None:
        raise LookupError(f"no thread {draft.thread}")
    _refuse_second(connection, thread, draft)
    if intended_on(connection, day) >= cap:
        return False
    connection.execute(delete(DraftRow).where(DraftRow.id == draft.id))
    connection.execute(insert(DraftRow).values(thread=thread, day=day.date, **draft_values(draft)))
    account = connection.execute(select(ThreadRow.account).where(ThreadRow.n == thread)).scalar_one()
    keep_draft_key(connection, account, thread, draft.id)
    return True


def keep_outcome(connection: Connection, draft: Draft) -> None:
    """Write down what became of a draft; `LookupError` if it was never intended."""
    changed = connection.execute(update(DraftRow).where(DraftRow.id == draft.id).values(draft_values(draft)))
    if not changed.rowcount:
        raise LookupError(f"no draft {draft.id}")


def keep_listing(connection: Connection, account: int, listing: DraftsListing) -> None:
    """Write down what lies in Drafts now, in place of what lay there before."""
    connection.execute(delete(Listing).where(Listing.account == account))
    row = {"folder": listing.folder, "uid_validity": listing.uid_validity, "at": listing.at}
    connection.execute(insert(Listing).values(account=account, **row))
    rows = [{"account": account, **listed_values(draft)} for draft in listing.drafts]
    in_bulk(connection, insert(ListedRow), rows)


def listing_of(connection: Connection, account: int) -> DraftsListing | None:
    """What lay in Drafts when it was last listed."""
    row = connection.execute(
        select(Listing.folder, Listing.uid_validity, Listing.at).where(Listing.account == account)
    ).one_or_none()
    if row is None:
        return None
    listed = select(*LISTED).where(ListedRow.account == account).order_by(ListedRow.n)
    return DraftsListing(
        folder=row.folder,
        uid_validity=UidValidity(row.uid_validity),
        at=row.at,
        drafts=tuple(listed_of(each) for each in connection.execute(listed)),
    )


def _refuse_second(connection: Connection, thread: int, draft: Draft) -> None:
    living = exists().where(DraftRow.thread == thread, DraftRow.state.in_(LIVING))
    if connection.execute(select(living)).scalar():
        raise ValueError(f"thread {draft.thread} has a living draft")
    known = exists().where(DraftRow.id == draft.id, DraftRow.state != _ABANDONED)
    if connection.execute(select(known)).scalar():
        raise ValueError(f"draft {draft.id} has been laid before")

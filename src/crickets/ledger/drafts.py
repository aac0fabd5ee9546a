"""
Drafts: what is to be laid, what became of it, and what lies in the Drafts folder.

Knows the tables of drafts and of the listing; must not know why a draft is laid.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, bindparam, delete, exists, func, insert, or_, select, update

from crickets.domain.calendar import Day
from crickets.domain.mailbox import DraftsListing, FolderState, ListedDraft, Uid, UidValidity
from crickets.domain.message import Address
from crickets.domain.thread import Draft, DraftState
from crickets.domain.threading import keys_of_draft
from crickets.ledger.bulk import in_bulk
from crickets.ledger.draft_rows import LISTED, draft_values, listed_of, listed_values
from crickets.ledger.forgotten import is_of_somebody_forgotten
from crickets.ledger.linking import keep_draft_key, look_up
from crickets.ledger.names import number_of
from crickets.ledger.packing import Values, among, hashed, packed
from crickets.ledger.resting import wake, wake_listeners
from crickets.ledger.tables import DRAFTS, FORGOTTEN_DRAFTS, LISTED_DRAFTS, LISTINGS, LIVING, THREADS

_ABANDONED = DraftState.ABANDONED.value

_INTENDED = select(func.count()).where(
    or_(DRAFTS.c.day == bindparam("day"), DRAFTS.c.laid_at >= bindparam("begins")), DRAFTS.c.state != _ABANDONED
)
_FORGOTTEN = select(func.count()).where(
    or_(FORGOTTEN_DRAFTS.c.day == bindparam("day"), FORGOTTEN_DRAFTS.c.laid_at >= bindparam("begins"))
)
_COUNTS_NO_MORE = delete(FORGOTTEN_DRAFTS).where(FORGOTTEN_DRAFTS.c.laid_at < bindparam("before"))
_A_DAY_ANYWHERE = timedelta(days=3)
"""How long a moment may be of the same day as now, wherever the owner moves."""
_IS_OCCUPIED = select(exists().where(DRAFTS.c.thread == bindparam("thread"), DRAFTS.c.state.in_(LIVING)))
_IS_KNOWN = select(exists().where(DRAFTS.c.id == bindparam("draft"), DRAFTS.c.state != _ABANDONED))
_ACCOUNT_OF = select(THREADS.c.account).where(THREADS.c.n == bindparam("thread"))
_FORGET = delete(DRAFTS).where(DRAFTS.c.id == bindparam("draft"))
_INTEND = insert(DRAFTS)
_SETTLE = update(DRAFTS).where(DRAFTS.c.id == bindparam("draft"))
_LISTING = select(
    LISTINGS.c.folder,
    LISTINGS.c.uid_validity,
    LISTINGS.c.at,
    LISTINGS.c.uid_next,
    LISTINGS.c.held,
    LISTINGS.c.mod_sequence,
).where(LISTINGS.c.account == bindparam("account"))
_LISTED = select(*LISTED).where(LISTED_DRAFTS.c.account == bindparam("account")).order_by(LISTED_DRAFTS.c.n)
_UNLIST = delete(LISTINGS).where(LISTINGS.c.account == bindparam("account"))
_LIST = insert(LISTINGS)
_STILL_LISTED = update(LISTINGS).where(LISTINGS.c.account == bindparam("number"))
_LIST_DRAFT = insert(LISTED_DRAFTS)


def intended_on(connection: Connection, day: Day) -> int:
    """
    How many drafts were intended for a day, or since it began; what never reached the server doesn't count.

    Both, as the owner may have moved over a border of days: what was laid for this date where they were before, and
    what was laid for another and is of today by the zone they are in now. After today nothing can have been laid but
    by another clock, and nobody knows which of the two is right. Those to people who were forgotten since count on.
    """
    of_it = {"day": day.date, "begins": day.begins}
    return sum(connection.execute(count, of_it).scalar_one() for count in (_INTENDED, _FORGOTTEN))


def count_on(connection: Connection, column: Column[int], drafts: Iterable[int], at: datetime) -> None:
    """
    Keep of drafts that are about to be erased that they were laid on their day, as long as that may be today.

    The drafts are those whose `column` has one of these numbers.
    """
    before = at - _A_DAY_ANYWHERE
    connection.execute(_COUNTS_NO_MORE, {"before": before})
    laid = select(DRAFTS.c.day, DRAFTS.c.laid_at).where(
        column.in_(among("these")), DRAFTS.c.state != _ABANDONED, DRAFTS.c.laid_at >= before
    )
    connection.execute(insert(FORGOTTEN_DRAFTS).from_select(["day", "laid_at"], laid), {"these": packed(drafts)})


def keep_intention(connection: Connection, draft: Draft, day: Day, cap: int) -> bool:
    """
    Write down that a draft is about to be laid, unless the day has its fill, or its client was just forgotten.

    `ValueError` if it has a living draft, or if this very draft has been on
    the server. One that was abandoned before it got there may be tried anew.
    """
    thread = number_of(connection, draft.thread)
    to = (Address(email=each) for each in draft.to)
    if thread is None or is_of_somebody_forgotten(connection, to, draft.since):
        return False
    _refuse_second(connection, thread, draft)
    if intended_on(connection, day) >= cap:
        return False
    connection.execute(_FORGET, {"draft": draft.id})
    connection.execute(_INTEND, {"thread": thread, "day": day.date, **draft_values(draft)})
    account = connection.execute(_ACCOUNT_OF, {"thread": thread}).scalar_one()
    keep_draft_key(connection, account, thread, draft.id)
    return True


def keep_outcome(connection: Connection, draft: Draft) -> None:
    """Write down what became of a draft; `LookupError` if it was never intended."""
    changed = connection.execute(_SETTLE, {"draft": draft.id, **draft_values(draft)})
    if not changed.rowcount:
        raise LookupError(f"no draft {draft.id}")


def keep_listing(connection: Connection, account: int, listing: DraftsListing) -> None:
    """Write down what lies in Drafts now, and what waits to be sent elsewhere, in place of what lay there before."""
    before = listing_of(connection, account)
    if before is not None and replace(before, at=listing.at, state=listing.state) == listing:
        connection.execute(_STILL_LISTED, {"number": account, "at": listing.at, **_state_values(listing.state)})
        return
    connection.execute(_UNLIST, {"account": account})
    row = {"folder": listing.folder, "uid_validity": listing.uid_validity, "at": listing.at}
    connection.execute(_LIST, {"account": account, **row, **_state_values(listing.state)})
    rows = [{"account": account, **listed_values(draft)} for draft in listing.everywhere]
    in_bulk(connection, _LIST_DRAFT, rows)
    _wake(
        connection, account, set(listing.everywhere).symmetric_difference(() if before is None else before.everywhere)
    )


def _wake(connection: Connection, account: int, changed: AbstractSet[ListedDraft]) -> None:
    """Wake the threads that these drafts may belong to, by what they say that they answer or by whom they are to."""
    keys = {hashed(key) for draft in changed for key in keys_of_draft(draft)}
    wake(connection, {known.thread for known in look_up(connection, account, keys).values()})
    wake_listeners(connection, account, (Address(name="", email=to) for draft in changed for to in draft.to))


def keep_still_listed(connection: Connection, account: int, at: datetime) -> None:
    """Write down that at this moment what lay there was still what was last listed."""
    connection.execute(_STILL_LISTED, {"number": account, "at": at})


def listing_of(connection: Connection, account: int) -> DraftsListing | None:
    """What lay in Drafts when it was last listed."""
    row = connection.execute(_LISTING, {"account": account}).one_or_none()
    if row is None:
        return None
    listed = tuple(listed_of(each) for each in connection.execute(_LISTED, {"account": account}))
    return DraftsListing(
        folder=row.folder,
        uid_validity=UidValidity(row.uid_validity),
        at=row.at,
        drafts=tuple(draft for draft in listed if draft.place.folder == row.folder),
        elsewhere=tuple(draft for draft in listed if draft.place.folder != row.folder),
        state=_state_in(row),
    )


def _state_values(state: FolderState | None) -> Values:
    """A state as a row has it; its UIDVALIDITY is the listing's."""
    if state is None:
        return {"uid_next": None, "held": None, "mod_sequence": None}
    return {"uid_next": state.uid_next, "held": state.exists, "mod_sequence": state.mod_sequence}


def _state_in(row: Any) -> FolderState | None:  # noqa: ANN401 - a row has no type of its own
    if row.held is None:
        return None
    return FolderState(
        uid_validity=UidValidity(row.uid_validity),
        uid_next=None if row.uid_next is None else Uid(row.uid_next),
        exists=row.held,
        mod_sequence=row.mod_sequence,
    )


def _refuse_second(connection: Connection, thread: int, draft: Draft) -> None:
    if connection.execute(_IS_OCCUPIED, {"thread": thread}).scalar():
        raise ValueError(f"thread {draft.thread} has a living draft")
    if connection.execute(_IS_KNOWN, {"draft": draft.id}).scalar():
        raise ValueError(f"draft {draft.id} has been laid before")

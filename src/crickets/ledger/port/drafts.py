"""
What lies in Drafts, and the life of our drafts.

Knows how durable each is to be; the statements are theirs who keep them.
"""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError

from crickets.domain.calendar import Day
from crickets.domain.mailbox import DraftsListing
from crickets.domain.thread import Draft
from crickets.ledger import drafts, forgotten
from crickets.ledger.engine import Mode
from crickets.ledger.port.transactions import Transactions


class Drafts(Transactions):
    """Drafts: those listed, and those of ours, from intention to end."""

    def list_drafts(self, account: str, listing: DraftsListing) -> None:
        """Keep what lies in Drafts now, in place of what lay there before."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            drafts.keep_listing(connection, number, forgotten.with_blanks(connection, listing))

    def drafts_listing(self, account: str) -> DraftsListing | None:
        """What lay in Drafts when it was last listed."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return None if number is None else drafts.listing_of(connection, number)

    def intend(self, draft: Draft, *, day: Day, cap: int) -> bool:
        """
        Write down that a draft is about to be laid; False if `cap` drafts were already intended for `day`.

        False too if the thread is there no more, its client being forgotten. Raises `ValueError` if it has a living
        draft: two are never laid.
        """
        with self._writing(Mode.DURABLE) as connection:
            return drafts.keep_intention(connection, draft, day, cap)

    def settle(self, draft: Draft) -> None:
        """Keep a draft's new state (and place)."""
        try:
            with self._writing(Mode.DURABLE) as connection:
                drafts.keep_outcome(connection, draft)
        except IntegrityError as err:
            raise ValueError(f"draft {draft.id} can't be {draft.state.value}: {err.orig}") from err

    def laid_on(self, day: Day) -> int:
        """How many drafts were intended for a day, or since it began, over all accounts, abandoned ones apart."""
        with self._reading() as connection:
            return drafts.intended_on(connection, day)

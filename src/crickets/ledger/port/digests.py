"""
The digests to the owner, and what has moved since the last.

Knows which question goes to which module; the statements are theirs.
"""

from __future__ import annotations

from datetime import date, datetime

from crickets.domain.digest import Issue
from crickets.domain.message import MessageId
from crickets.domain.thread import ThreadId
from crickets.ledger import accounts, digests
from crickets.ledger.port.transactions import Transactions


class Digests(Transactions):
    """Which digests were sent, and what became of them."""

    def issue_of(self, day: date) -> Issue | None:
        """The digest of a day, or None: of several the one that came, or may have, before those that didn't."""
        with self._reading() as connection:
            return digests.issue_of(connection, day)

    def last_issue_sent(self, now: datetime) -> Issue | None:
        """The last digest that was sent, but by a clock that was ahead of this one; or None."""
        with self._reading() as connection:
            return digests.last_issue_sent(connection, now)

    def keep_issue(self, issue: Issue) -> None:
        """Keep a digest, or what became of it."""
        with self._writing() as connection:
            digests.keep_issue(connection, issue)

    def begin_issue(self, issue: Issue) -> bool:
        """Keep one that is about to be handed over, unless another of its day has come, or may have."""
        with self._writing() as connection:
            return digests.begin_issue(connection, issue)

    def digest_ids(self) -> frozenset[MessageId]:
        """The ids of all digests that were handed over, whatever was answered."""
        with self._reading() as connection:
            return digests.digest_ids(connection)

    def has_come(self, digest: MessageId) -> bool:
        """Whether a mail of that id was ever read in any account."""
        with self._reading() as connection:
            return digests.has_come(connection, digest)

    def stirred(self, account: str, since: datetime) -> tuple[ThreadId, ...]:
        """The threads of an account that a mail has come to since a moment."""
        with self._reading() as connection:
            number = accounts.number_of_account(connection, account)
            found = () if number is None else digests.stirred(connection, number, since)
            return tuple(map(ThreadId, found))

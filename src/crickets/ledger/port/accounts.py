"""
What is known of each account as a whole, and how far it was read.

Knows which question about an account goes to which module; the statements are theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from crickets.domain.evidence import Evidence
from crickets.domain.mailbox import FolderEvidence
from crickets.ledger import accounts, stamps
from crickets.ledger.port.transactions import Transactions
from crickets.ledger.subjects import link_by_subject


class Accounts(Transactions):
    """How well each account is known."""

    def accounts(self) -> tuple[str, ...]:
        """Every account that was ever read or found wanting, by name."""
        with self._reading() as connection:
            return accounts.account_names(connection)

    def logins(self) -> Mapping[str, str]:
        """Whose mailbox each account is, as far as that is known."""
        with self._reading() as connection:
            return accounts.logins(connection)

    def note_login(self, account: str, login: str) -> None:
        """Keep whose mailbox an account is, as it has just been opened."""
        if self.logins().get(account) == login:
            return
        with self._writing() as connection:
            accounts.keep_login(connection, self._entered(connection, account), login)

    def first_read_at(self, account: str) -> datetime | None:
        """When the account was first read through, or None."""
        with self._reading() as connection:
            return accounts.first_read_at(connection, account)

    def evidence(self, account: str) -> tuple[FolderEvidence, ...]:
        """How far each folder was read."""
        with self._reading() as connection:
            return accounts.evidence_for(connection, account)

    def standing(self, account: str) -> Evidence:
        """How well an account is known: its evidence, when it was first read through, and its problem, all at once."""
        with self._reading() as connection:
            return accounts.standing_of(connection, account)

    def complete(self, account: str, at: datetime) -> None:
        """
        Every watched folder of the account has been read through at `at`.

        Only now may a reply be said to have no known parent, so this is when subjects are first looked at.
        """
        with self._writing() as connection:
            number = self._entered(connection, account)
            accounts.keep_first_read(connection, number, at)
            link_by_subject(connection, number)

    def mend_stamps(self, account: str, now: datetime) -> None:
        """Bring what a clock that was ahead has written down back to now; nothing, if it's now that must be wrong."""
        with self._reading() as connection:
            number = self._number(connection, account)
            if number is None or not stamps.any_ahead(connection, number, now):
                return
        with self._writing() as connection:
            if not stamps.is_behind(connection, number, now):
                stamps.bring_back(connection, number, now)

    def note_problem(self, account: str, problem: str, at: datetime) -> None:
        """Keep why the account could not be read or acted on at `at`; an empty problem clears it."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            accounts.keep_problem(connection, number, problem, at)

    def problem(self, account: str) -> str:
        """Why the account could not be read the last time, or nothing."""
        with self._reading() as connection:
            return accounts.problem_of(connection, account)

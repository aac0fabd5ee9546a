"""
One transaction on the SQLite file for each call, and what is remembered from one to the next.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from sqlalchemy import Connection

from crickets.domain.rest import Census
from crickets.ledger import accounts
from crickets.ledger.engine import Mode, Store


class Transactions:
    """What each part of the ledger's port begins with: the file, and the accounts' numbers in it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._numbers: dict[str, int] = {}
        self._counted: dict[str, Census] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def _number(self, connection: Connection, account: str) -> int | None:
        """An account's number, or None if it's not known; once seen it's remembered, for none ever goes."""
        known = self._numbers.get(account)
        if known is None:
            known = accounts.number_of_account(connection, account)
            if known is not None:
                self._numbers[account] = known
        return known

    def _entered(self, connection: Connection, account: str) -> int:
        """The same, its row made if it has none: such a number is remembered only once that is kept."""
        known = self._numbers.get(account)
        return accounts.enter_account(connection, account) if known is None else known

    def _reading(self) -> AbstractContextManager[Connection]:
        return self._store.reading()

    def _writing(self, mode: Mode = Mode.WRITE) -> AbstractContextManager[Connection]:
        return self._store.writing(mode)

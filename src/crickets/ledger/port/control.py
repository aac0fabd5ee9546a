"""
What was heard from the control folders.

Knows which question goes to which module; the statements are theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from crickets.domain.control import Put
from crickets.domain.thread import Order, ThreadId
from crickets.ledger import accounts, control
from crickets.ledger.engine import Mode
from crickets.ledger.port.transactions import Transactions


class Control(Transactions):
    """The owner's word, given by putting mail into folders."""

    def heeded(self, account: str) -> frozenset[str]:
        """The control folders that were made or have been listened to, by their titles."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return frozenset() if number is None else control.titles_heeded(connection, number)

    def heed_no_more(self, account: str) -> None:
        """The owner wants no control folders (any more): what is put there from now on is no order."""
        with self._reading() as connection:
            number = self._number(connection, account)
            if number is None or not control.is_anything_heeded(connection, number):
                return
        with self._writing() as connection:
            number = self._entered(connection, account)
            control.heed_none(connection, number)
            accounts.keep_control_trouble(connection, number, "")

    def unheeded(self, account: str, title: str, folder: str) -> tuple[Put, ...]:
        """What lies in a folder, which is the control folder of that title, and has not been heard as it lies there."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return () if number is None else control.puts_unheard(connection, number, title, folder)

    def heed(self, account: str, title: str, folder: str | None, orders: Sequence[tuple[ThreadId, Order]]) -> None:
        """Keep that all is heard that lies in a folder, and what was ordered by it; None for one just made."""
        with self._writing(Mode.DURABLE) as connection:
            number = self._entered(connection, account)
            control.keep_heard(connection, number, title, folder, orders)

    def note_control(self, account: str, trouble: str) -> None:
        """Keep why the control folders could not all be made; nothing clears it."""
        if trouble == self.control_trouble(account):
            return
        with self._writing() as connection:
            accounts.keep_control_trouble(connection, self._entered(connection, account), trouble)

    def control_trouble(self, account: str) -> str:
        """Why the control folders could not all be made, or nothing."""
        with self._reading() as connection:
            return accounts.control_trouble_of(connection, account)

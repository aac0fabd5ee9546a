"""
Invoices, what came in for them, and the mails that may bring some along.

Knows how durable each is to be; the statements are theirs who keep them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from crickets.domain.message import Message
from crickets.domain.receivable import Credit, Receipt, Receivable
from crickets.domain.thread import ThreadId
from crickets.ledger import invoices
from crickets.ledger.engine import Mode
from crickets.ledger.port.transactions import Transactions


class Invoices(Transactions):
    """Money that is owed to the owner."""

    def unopened(self, account: str, since: datetime) -> tuple[tuple[ThreadId, Message], ...]:
        """The mails since a moment that may bring files along and weren't looked into, oldest first."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return () if number is None else invoices.unopened(connection, number, since)

    def note_opened(
        self, account: str, message: Message, found: Sequence[Receivable] = (), credited: Sequence[Credit] = ()
    ) -> None:
        """Keep which files a mail brings along (`message.files`), and the invoices and credit notes among them."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            invoices.keep_opened(connection, number, message, found)
            for credit in credited:
                invoices.keep_credit(connection, number, credit)

    def invoices(self, account: str) -> tuple[Receivable, ...]:
        """All invoices of an account, in the order in which they came to be known."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return () if number is None else invoices.invoices_of(connection, number)

    def note_invoice(self, account: str, invoice: Receivable) -> None:
        """Keep what the owner says of an invoice, new or known by its number."""
        with self._writing(Mode.DURABLE) as connection:
            invoices.keep_invoice(connection, self._entered(connection, account), invoice)

    def note_receipt(self, account: str, invoice: Receivable, receipt: Receipt) -> None:
        """Keep what came in for an invoice; `LookupError` if it isn't known."""
        with self._writing(Mode.DURABLE) as connection:
            invoices.keep_receipt(connection, self._entered(connection, account), invoice, receipt)

    def forget_receipt(self, account: str, invoice: Receivable, receipt: Receipt) -> None:
        """Money that the owner said came in for an invoice did not; `LookupError` if it isn't known."""
        with self._writing(Mode.DURABLE) as connection:
            invoices.forget_receipt(connection, self._entered(connection, account), invoice, receipt)

"""
The threads, and the owner's word on each.

Knows how many are put together at a time: memory stays bounded, questions few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, bindparam, func, insert, select

from crickets.domain.thread import Order, Thread, ThreadId
from crickets.domain.words_given import WordsGiven
from crickets.ledger import forgotten, invoices
from crickets.ledger.assembly import (
    assembled,
    threads_by_age,
    threads_with_living_drafts,
    threads_with_notices,
    threads_with_unseen_drafts,
)
from crickets.ledger.engine import Mode
from crickets.ledger.names import names_beginning, number_of
from crickets.ledger.order_rows import order_values
from crickets.ledger.port.transactions import Transactions
from crickets.ledger.tables import ORDERS, THREADS

_CHUNK = 500
"""How many threads are put together at a time: memory stays bounded, questions few."""

_ACCOUNT_OF = select(THREADS.c.account).where(THREADS.c.n == bindparam("thread"))
_NEWEST_ORDER = select(func.max(ORDERS.c.n))


class Threads(Transactions):
    """Threads, put together from all that is known of them."""

    def threads(self, account: str) -> Iterator[Thread]:
        """Every thread of the account that holds at least one message, oldest first; read by and by."""
        yield from self._chosen(account, threads_by_age)

    def unsettled(self, account: str, *, unseen: bool = False) -> Iterator[Thread]:
        """The threads with a draft of ours whose life has not ended; or only those with one that was not seen lying."""
        yield from self._chosen(account, threads_with_unseen_drafts if unseen else threads_with_living_drafts)

    def asking(self, account: str) -> Iterator[Thread]:
        """The threads in which a notice about invoices was sent."""
        yield from self._chosen(account, threads_with_notices)

    def thread(self, thread: ThreadId) -> Thread | None:
        """One thread, or None; one that was merged into another is that other."""
        with self._reading() as connection:
            number = number_of(connection, thread)
            if number is None:
                return None
            account = connection.execute(_ACCOUNT_OF, {"thread": number}).scalar_one()
            [found] = assembled(connection, account, (number,))
        return found

    def find(self, prefix: str) -> tuple[ThreadId, ...]:
        """The threads that the owner may mean by the beginning of an id: one if it's clear, at most 20."""
        with self._reading() as connection:
            return names_beginning(connection, prefix)

    def order(self, thread: ThreadId, order: Order) -> None:
        """Keep the owner's word on a thread."""
        with self._writing(Mode.DURABLE) as connection:
            number = number_of(connection, thread)
            if number is None:
                raise LookupError(f"no thread {thread}")
            connection.execute(insert(ORDERS).values(thread=number, **order_values(order)))

    def orders_given(self) -> WordsGiven:
        """How often the owner has given their word, invoices too: it's another when another process keeps one."""
        with self._reading() as connection:
            newest = connection.execute(_NEWEST_ORDER).scalar() or 0  # one goes with whom it was about, who is counted
            words = newest + invoices.words_given(connection)
            return WordsGiven(words=words, forgotten=len(forgotten.forgotten(connection).marks))

    def _chosen(self, account: str, choose: Callable[[Connection, int], Sequence[int]]) -> Iterator[Thread]:
        with self._reading() as connection:
            number = self._number(connection, account)
            threads = () if number is None else choose(connection, number)
        for some in (threads[start : start + _CHUNK] for start in range(0, len(threads), _CHUNK)):
            with self._reading() as connection:
                chunk = () if number is None else assembled(connection, number, some)
            yield from chunk

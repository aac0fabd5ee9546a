"""
Which threads are to be judged, and as what the others rest.

Knows which question goes to which module; the statements are theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from crickets.domain.owner import Owner
from crickets.domain.rest import Census, Rest
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.verdict import State
from crickets.ledger import resting
from crickets.ledger.assembly import by_age
from crickets.ledger.port.threads import Threads


class Rests(Threads):
    """Threads by whether anything may be new about them."""

    def abide_by(self, account: str, edition: str, now: datetime) -> bool:
        """
        From now on threads rest under the rules of this edition; under others, or a later clock's, none does.

        Whether these are others than before: then every thread is awake.
        """
        with self._reading() as connection:
            number = self._number(connection, account)
            if number is None or resting.are_rules_known(connection, number, edition, now):
                return False
        with self._writing() as connection:
            resting.begin_rules(connection, number, edition)
        return True

    def rest_unwritten(self, account: str, owner: Owner, before: datetime, now: datetime) -> None:
        """Let the threads rest until something is learnt that hold nothing of the owner's, and only mail `before`."""
        self._counted.pop(account, None)
        with self._writing() as connection:
            resting.lay_unwritten_to_rest(connection, self._entered(connection, account), owner, before, now)

    def abides_by(self, account: str, edition: str, now: datetime) -> bool:
        """Whether what rests does so under the rules of this edition, and by a clock that is no later."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return number is not None and resting.are_rules_known(connection, number, edition, now)

    def to_be_judged(self, account: str, now: datetime) -> Iterator[Thread]:
        """Every thread that doesn't rest, marked as looked at, and those that share a bond with one, oldest first."""
        with self._reading() as connection:
            number = self._number(connection, account)
            threads = () if number is None else resting.awake(connection, number, now)
        if not threads:
            return
        with self._writing() as connection:
            resting.look_at(connection, threads)
        yield from self._chosen(account, lambda connection, number: by_age(connection, number, threads))

    def rest(self, account: str, rests: Sequence[tuple[ThreadId, Rest]], now: datetime) -> None:
        """Let threads rest that were looked at, but those of which something has been learnt since."""
        if rests:
            self._counted.pop(account, None)
            with self._writing() as connection:
                resting.lay_to_rest(connection, self._entered(connection, account), rests, now)

    def awake(self, account: str, now: datetime) -> Iterator[Thread]:
        """Every thread that doesn't rest, oldest first."""
        yield from self._chosen(
            account, lambda connection, number: by_age(connection, number, resting.awake(connection, number, now))
        )

    def worth_a_look(
        self, account: str, now: datetime, *, besides: Collection[State] = (), heard_since: datetime | None = None
    ) -> Iterator[Thread]:
        """
        Every thread but those that rest as nothing, or as one of these states, oldest first.

        And those in which something was received since a moment, however they rest.
        """
        yield from self._chosen(
            account,
            lambda connection, number: by_age(
                connection, number, resting.worth_a_look(connection, number, now, besides, heard_since)
            ),
        )

    def heard_since(self, account: str, moment: datetime) -> Iterator[Thread]:
        """The threads in which something was received since a moment, the owner's own mail too, oldest first."""
        yield from self._chosen(
            account,
            lambda connection, number: by_age(connection, number, resting.heard_since(connection, number, moment)),
        )

    def resting(
        self, account: str, now: datetime, state: State, most: int | None = None, *, old: bool = True
    ) -> Iterator[Thread]:
        """The threads that rest and are listed so, the longest silent first and no more than that; too `old` or not."""
        yield from self._chosen(
            account, lambda connection, number: resting.resting(connection, number, now, state, most, old=old)
        )

    def resting_turns(
        self, account: str, now: datetime, most: int | None = None, *, heard_since: datetime | None = None
    ) -> Iterator[Thread]:
        """
        The threads that rest while their client waits for the owner, the longest waiting first.

        Only those to which mail came since a moment, if one is given.
        """
        yield from self._chosen(
            account, lambda connection, number: resting.resting_turns(connection, number, now, most, heard_since)
        )

    def old_turns(self, account: str, now: datetime, before: datetime) -> int:
        """How many such threads there are, all mail of which came before a moment."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return 0 if number is None else resting.old_turns(connection, number, now, before)

    def in_line(self, account: str, now: datetime) -> Iterator[Thread]:
        """The threads that rest while they stand in line for a draft, oldest first."""
        yield from self._chosen(
            account, lambda connection, number: by_age(connection, number, resting.in_line(connection, number, now))
        )

    def census(self, account: str, now: datetime) -> Census:
        """
        How many threads rest, by what they're listed as.

        All that are listed are walked through for it. So it's done once, until one comes to rest or another wakes.
        """
        with self._reading() as connection:
            number = self._number(connection, account)
            awake = 0 if number is None else resting.number_awake(connection, number, now)
            known = self._counted.get(account)
            if number is not None and (known is None or known.awake != awake):
                known = self._counted[account] = resting.census(connection, number, now, awake)
        return known or Census(states={})

    def due_next(self, account: str, now: datetime) -> datetime | None:
        """When the first of those threads that rest is to be looked at, whether or not anything moves."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return None if number is None else resting.due_next(connection, number, now)

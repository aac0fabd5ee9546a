"""
Who is forgotten, and how they go.

Knows in which order what concerns them is found, told and erased; the statements are theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection

from crickets.domain.forgotten import Erasure, Forgotten, mark_of
from crickets.domain.message import Address
from crickets.errors import LedgerBusy, LedgerHasNoRoom
from crickets.ledger import accounts, erasure, forgotten, survey
from crickets.ledger.engine import Mode, owes_wiping
from crickets.ledger.port.transactions import Transactions

_A_MOMENT = 1_000
"""Milliseconds for which a pass waits for others to have read."""


class Forgetting(Transactions):
    """People of whom nothing is kept."""

    def everybody(self) -> tuple[Address, ...]:
        """All whose addresses stand in any mail, each as it's written there."""
        with self._reading() as connection:
            return survey.everybody(connection)

    def known_of(self, who: Sequence[str], served: Collection[str], at: datetime) -> Erasure:
        """What would be erased of these addresses and whole domains; drafts are taken back in accounts `served`."""
        those = Forgotten(marks=tuple(mark_of(each, b"") for each in who))
        with self._reading() as connection:
            return survey.told(connection, survey.surveyed(connection, those, served))

    def forget(self, who: Sequence[str], served: Collection[str], at: datetime) -> Erasure:
        """
        Erase these people, by their addresses and whole domains, and keep nothing of their mail from now on.

        Threads in which an untouched draft lies are erased once it has been taken back, in accounts that are `served`.
        """
        with self._store.erasing() as connection:
            forgotten.keep_marks(connection, who, at)
            erased = self._erase(connection, served, at)
        self._store.wipe()
        return erased

    def forget_the_rest(self, at: datetime) -> bool:
        """
        Erase what waited for a draft that has gone by now; whether anything did.

        The bytes of what was erased before are written over too, if somebody who read kept that from being done, or
        the disk was full.
        """
        with self._reading() as connection:
            is_any, is_to_be_wiped = forgotten.is_any_free(connection), owes_wiping(connection)
        if is_any:
            with self._store.erasing() as connection:
                self._erase(connection, accounts.account_names(connection), at)
        if is_any or is_to_be_wiped:
            # The next pass tries it again: mail waits for this one, and its own few rows may well have room.
            with suppress(LedgerBusy, LedgerHasNoRoom):
                self._store.wipe(patience=_A_MOMENT)
        return is_any

    def owes_wiping(self) -> bool:
        """Whether bytes of what was erased may still stand in the file."""
        with self._reading() as connection:
            return owes_wiping(connection)

    def remember(self, who: Sequence[str], until: datetime) -> bool:
        """Forget these no longer: what is written from a moment on is read as anybody's. Whether any were forgotten."""
        with self._writing(Mode.DURABLE) as connection:
            found = tuple(forgotten.forget_no_longer(connection, each, until) for each in who)
        return any(found)

    def _erase(self, connection: Connection, served: Collection[str], at: datetime) -> Erasure:
        those = forgotten.forgotten(connection)
        found = survey.surveyed(connection, those, served)
        told = survey.told(connection, found)
        erasure.erase(connection, found, those, at)
        self._counted.clear()
        return told

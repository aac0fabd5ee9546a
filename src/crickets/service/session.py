"""
One account's connection over many passes: made when it's needed, kept while it's well, dropped when it fails.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

import stamina

from crickets.domain.evidence import FRESH
from crickets.domain.policy import Policy
from crickets.errors import CricketsError, Transient
from crickets.service.cycle import Pass
from crickets.service.log_lines import speak_by_structlog
from crickets.service.outcome import Done, Outcome
from crickets.service.ports import Clock, Ledger, Mailbox, Progress
from crickets.service.sentences import sentence_of
from crickets.writing import Shelf

TRIES = 3
PATIENCE = timedelta(seconds=45)
"""How long new tries are begun; with the longest try after that, a silent server is given up within two minutes."""

_LATER = "Nothing is lost; it is tried again later."

_Act = Callable[[Pass], Outcome]


class Connection(Mailbox, Protocol):
    """A mailbox whose calls another thread may cut short."""

    def interrupt(self) -> None:
        """End whatever call is under way, with `Transient`; the connection is of no more use."""


@dataclass(slots=True, kw_only=True)
class Session:
    """
    An account and the connection to it; `told` is a pass's own.

    A line's first pass opens every folder, and so does one an hour after that: nobody relies for longer on what a
    server tells of folders unopened.
    """

    connect: Callable[[], Connection]
    ledger: Ledger
    policy: Policy
    shelf: Shelf
    clock: Clock
    progress: Progress
    account: str
    told: bool = False
    _connection: Connection | None = field(default=None, init=False)
    _opened_at: datetime | None = field(default=None, init=False)
    _done: list[Done] = field(default_factory=list, init=False)
    _ended: threading.Event = field(default_factory=threading.Event, init=False)
    _given_up: timedelta | None = field(default=None, init=False)

    def look(self) -> Outcome:
        """One pass; an error is noted in the ledger and drops the connection."""
        return self._attempt(Pass.run)

    def rehearse(self) -> Outcome:
        """One pass that touches nothing on the server."""
        return self._attempt(Pass.rehearse)

    def look_with_patience(self, *, rehearsal: bool) -> Outcome:
        """One pass, tried again a few times if it fails for now."""
        speak_by_structlog()  # stamina tells of each try by it
        attempts = stamina.retry_context(
            on=self._may_pass, attempts=TRIES, timeout=PATIENCE, wait_initial=1, wait_max=10
        )
        for attempt in attempts:
            with attempt:
                return self.rehearse() if rehearsal else self.look()
        msg = "stamina ended without a result or an error"
        raise AssertionError(msg)

    def hand_over(self) -> tuple[Done, ...]:
        """What was done since this was last asked, by passes that failed too."""
        done, self._done = tuple(self._done), []
        return done

    def give_up(self, after: timedelta) -> None:
        """Make a pass that is under way in another thread fail at once: so long it hasn't got on."""
        self._given_up = after
        if (connection := self._connection) is not None:  # read once: the other thread may just be done
            connection.interrupt()

    def interrupt(self) -> None:
        """Make a pass that is under way in another thread end at once, and let no other begin."""
        self._ended.set()
        if (connection := self._connection) is not None:  # read once: the other thread may just be done
            connection.interrupt()

    def close(self) -> None:
        """Log out."""
        connection, self._connection, self._opened_at = self._connection, None, None
        if connection is not None:
            connection.close()

    @property
    def _is_over(self) -> bool:
        return self._ended.is_set() or self._given_up is not None

    def _may_pass(self, error: Exception) -> bool:
        return isinstance(error, Transient) and not self._ended.is_set()

    def _attempt(self, act: _Act) -> Outcome:
        self._given_up = None
        try:
            with self._told_why():
                return self._on_a_living_line(act)
        except Exception as error:
            self._note(error)
            raise

    @contextmanager
    def _told_why(self) -> Iterator[None]:
        """Inside, a line that broke because a pass was given up is told of as that."""
        try:
            yield
        except Transient as error:
            if self._given_up is None:
                raise
            minutes = f"{self._given_up.total_seconds() / 60:g} minutes"
            raise Transient(f"the pass did not get on for {minutes}, and was ended", remedy=_LATER) from error

    def _on_a_living_line(self, act: _Act) -> Outcome:
        """The pass; a line that was kept may have died in its sleep, and then a new one is tried at once."""
        if self._connection is not None:
            with suppress(Transient):
                return self._acted(act)
        return self._acted(act)

    def _acted(self, act: _Act) -> Outcome:
        now = self.clock()
        try:
            this = self._pass(now)
            outcome = act(this)
        except BaseException:
            self.close()
            raise
        if this.closely:
            self._opened_at = now
        return outcome

    def _note(self, error: Exception) -> None:
        """Let `status` tell of it. Being told to stop is no problem of the account's."""
        if not self._ended.is_set():
            with suppress(CricketsError):  # it may be the ledger itself that failed
                self.ledger.note_problem(self.account, sentence_of(error), self.clock())

    def _pass(self, now: datetime) -> Pass:
        if self._connection is None and not self._is_over:
            self._connection = self.connect()
        if self._connection is None or self._is_over:
            raise Transient(f"{self.account}: told to stop", remedy="Start it again when you like.")
        return Pass(
            mailbox=self._connection,
            ledger=self.ledger,
            policy=self.policy,
            shelf=self.shelf,
            clock=self.clock,
            progress=self.progress,
            closely=self._opened_at is None or not timedelta(0) <= now - self._opened_at < FRESH,
            told=self.told,
            done=self._done,
        )

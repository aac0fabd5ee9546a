"""Crickets beside a mailbox in memory, for what no real server can be made to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from crickets.domain.mailbox import DraftsListing
from crickets.domain.thread import Draft, Order, OrderKind
from crickets.domain.verdict import State
from crickets.service.application import Application, give, open_application
from crickets.service.outcome import Outcome
from crickets.service.overview import AccountView, Overview, overview_of
from crickets.service.ports import Ledger
from crickets.service.session import Connection
from crickets.service.unwatched import Unwatched
from tests.cycle.stage import ANY_HOUR, CLIENT, CONFIG, ME, NOW, Clock, days_ago, days_later
from tests.fakes.mailbox import FakeMailbox, MemoryMailbox
from tests.servers.mail import a_message, a_reply

ASKED = a_message(sender=CLIENT, to=ME, at=days_ago(10))
OFFERED = a_message(sender=ME, to=CLIENT, at=days_ago(6), body="Does it suit you?\n", reply_to=ASKED)
ANSWER = a_reply(OFFERED, at=days_ago(1))


@dataclass(slots=True, kw_only=True)
class Home:
    """Crickets beside a mailbox in memory; each look is a process of its own."""

    path: Path
    memory: MemoryMailbox = field(default_factory=MemoryMailbox)
    clock: Clock = field(default_factory=lambda: Clock(NOW))
    port: int = 1
    extra: str = ""

    def look(self, days: float = 0, connect: Callable[[], Connection] | None = None) -> Outcome:
        """One pass, so many days after NOW."""
        with self._open(days) as app:
            session = app.session("work", Unwatched(), told=True)
            session = replace(session, connect=connect or (lambda: FakeMailbox(self.memory)))
            try:
                return session.look()
            finally:
                session.close()

    @contextmanager
    def keeping_the_line(self) -> Iterator[tuple[Ledger, Callable[[float], Outcome]]]:
        """The ledger of a process that keeps its connection, and what makes one pass more, so many days after NOW."""
        with self._open(0) as app:
            session = app.session("work", Unwatched())
            session = replace(session, connect=lambda: FakeMailbox(self.memory))

            def look(days: float) -> Outcome:
                self.clock.now = days_later(days)
                return session.look()

            try:
                yield app.ledger, look
            finally:
                session.close()

    def look_over_the_wire(self) -> Outcome:
        """One pass through the real client."""
        with self._open(0) as app:
            session = app.session("work", Unwatched(), told=True)
            try:
                return session.look()
            finally:
                session.close()

    def overview(self) -> Overview:
        """What `status` tells at NOW."""
        with self._open(0) as app:
            return overview_of(app.ledger, app.accounts, app.settings.policy, days_later(0))

    def states(self) -> set[State]:
        """What the threads are that are followed, at NOW."""
        return {verdict.state for verdict in self.overview().threads}

    def only_draft(self) -> Draft:
        """The only draft that was ever laid, with what became of it."""
        [draft] = self.drafts()
        return draft

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts that were ever laid, thread by thread."""
        with self._open(0) as app:
            return tuple(draft for thread in app.ledger.threads("work") for draft in thread.drafts)

    def order(self, kind: OrderKind, days: float, *, until: dt.date | None = None) -> None:
        """The owner's word on the only thread that is followed, so many days after NOW."""
        [verdict] = self.overview().threads
        with self._open(days) as app:
            give(app, verdict.thread, Order(kind=kind, at=app.clock(), until=until))

    def listing(self) -> DraftsListing:
        """What lay in the folders for drafts when they were last listed."""
        with self._open(0) as app:
            listing = app.ledger.drafts_listing("work")
        assert listing is not None
        return listing

    def account(self) -> AccountView:
        """What it tells of the account."""
        [view] = self.overview().accounts
        return view

    @contextmanager
    def _open(self, days: float) -> Iterator[Application]:
        config = self.path / "config.toml"
        base = CONFIG.format(host="127.0.0.1", port=self.port, user="dana", cap=100, at_a_time=1, zone="Europe/Rome")
        config.write_text(base + ANY_HOUR + self.extra, encoding="utf-8")
        environment = {
            "WORK_IMAP_PASSWORD": "s3same-open", "STATE_DIRECTORY": str(self.path / "state"), "HOME": str(self.path),
        }  # fmt: skip
        self.clock.now = days_later(days)
        with open_application(config, environment, exclusive=True, clock=self.clock) as app:
            yield app

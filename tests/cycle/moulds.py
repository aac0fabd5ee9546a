"""A stage that is made ready once and copied as often as is wanted: for what is done thousands of times over.

Knows how a mailbox is copied on Dovecot, and a ledger in memory; must not know what is played on the copies.
"""

from __future__ import annotations

import copy
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from crickets.ledger import SqlLedger, ledger_in_memory
from crickets.service.application import Application
from tests.cycle.stage import Stage, a_stage
from tests.servers.dovecot import Dovecot
from tests.servers.faults import SOUND
from tests.servers.mailbox import Stored
from tests.servers.recorder import Recorder

Content = dict[str, tuple[Stored, ...]]
"""All that is in a mailbox, folder by folder."""


@dataclass(slots=True, kw_only=True)
class QuickStage(Stage):
    """A stage with its ledger in memory; still each pass has a session of its own, and knows the ledger alone."""

    app: Application

    @contextmanager
    def application(self) -> Iterator[Application]:
        """Crickets with that ledger."""
        yield self.app


@dataclass(frozen=True, slots=True, kw_only=True)
class Mould:
    """A stage as it was when it was ready, its mailbox's content, and a copy of its ledger."""

    server: Dovecot
    ready: QuickStage
    content: Content
    ledger: sqlite3.Connection

    @property
    def recorder(self) -> Recorder:
        """Before the server, the same one for every copy."""
        return self.ready.recorder

    def copied(self) -> QuickStage:
        """The stage as it was, for another login; the copy before it is of no more use."""
        self.ledger.backup(_bare(self.ready.app.ledger))
        anew = SqlLedger(self.ready.app.ledger._store)  # which remembers nothing of the copy before
        known = replace(self.ready.app, ledger=anew)
        self.recorder.forget()
        self.recorder.struck.clear()
        self.recorder.fault = SOUND
        box = copy.copy(self.ready.box)
        box.user = self.server.copy_of(box.user)
        return replace(self.ready, box=box, app=_logged_in_as(box.user, known))

    def trace_of(self, copy: QuickStage) -> tuple[object, ...]:
        """All that is left behind on a copy: what is in the mailbox, which UID comes next, what the ledger holds."""
        content = tuple(content_of(copy).items())
        return content, copy.box.next_uid("Drafts"), tuple(_bare(copy.app.ledger).iterdump())


@contextmanager
def a_mould(make_ready: Callable[[Stage], object]) -> Iterator[Mould]:
    """A stage, made ready, on a Dovecot of its own whose processes serve one connection after another."""
    server = Dovecot(quick=True)
    try:
        with (
            tempfile.TemporaryDirectory() as home,
            a_stage(server, Path(home)) as stage,
            closing(sqlite3.connect(":memory:")) as ledger,
        ):
            ready = _with_ledger_in_memory(stage)
            make_ready(ready)
            _bare(ready.app.ledger).backup(ledger)
            yield Mould(server=server, ready=ready, content=content_of(ready), ledger=ledger)
    finally:
        server.stop()


def content_of(stage: Stage) -> Content:
    """What is in the mailbox now; deleted drafts too, as long as they aren't expunged."""
    with stage.box.staying():
        return stage.box.snapshot(without=())


def _with_ledger_in_memory(stage: Stage) -> QuickStage:
    with stage.application() as app:
        known = replace(app, ledger=ledger_in_memory())
    return QuickStage(
        home=stage.home,
        box=stage.box,
        recorder=stage.recorder,
        clock=stage.clock,
        password=stage.password,
        app=known,
    )


def _logged_in_as(user: str, app: Application) -> Application:
    accounts = tuple(replace(account, username=user) for account in app.settings.accounts)
    return replace(app, settings=replace(app.settings, accounts=accounts))


def _bare(ledger: SqlLedger) -> sqlite3.Connection:
    """The one connection of a ledger in memory."""
    driver = ledger._store._engine.raw_connection().driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver

"""A mailbox on a real server, Crickets beside its owner, and a clock that only the test moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crickets.domain.thread import Order, OrderKind, ThreadId
from crickets.domain.verdict import State, Verdict
from crickets.service.application import Application, give, open_application
from crickets.service.outcome import Outcome
from crickets.service.overview import Overview, overview_of
from crickets.service.unwatched import Unwatched
from tests.servers.mail import Mail, a_message, a_reply
from tests.servers.mailbox import OwnersMailbox, Stored
from tests.servers.recorder import Recorder
from tests.servers.rules import Allowed, broken_rules
from tests.servers.server import ImapServer

ME = "Dana Levi <dana@studio.example>"
CLIENT = "Anna Rossi <anna@client.example>"
NOW = dt.datetime(2026, 3, 18, 11, 0, tzinfo=dt.UTC)
"""A Wednesday, noon in Rome."""

CONFIG = """
[me]
name = "Dana Levi"
addresses = ["dana@studio.example", "dana@levi.example"]
timezone = "{zone}"

[accounts.work]
host = "{host}"
port = {port}
tls = "none"
username = "{user}"
password_env = "WORK_IMAP_PASSWORD"

[track]
since = "365 days"
max_new_drafts_per_day = {cap}
max_live_drafts_per_client = {at_a_time}
"""

ANY_HOUR = """
[calendar]
working_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
holidays = ""
draft_at = "00:00"
"""
"""A calendar that keeps no draft waiting."""


@dataclass(slots=True)
class Clock:
    """Stands still until it's moved."""

    now: dt.datetime

    def __call__(self) -> dt.datetime:
        """The test's present."""
        return self.now


@dataclass(slots=True, kw_only=True)
class Stage:
    """Crickets and the owner at one mailbox."""

    home: Path
    box: OwnersMailbox
    recorder: Recorder
    clock: Clock
    password: str
    cap: int = 100
    at_a_time: int = 1
    zone: str = "Europe/Rome"
    calendar: str = ANY_HOUR
    extra: str = ""
    control: tuple[str, ...] = ()
    digest: bool = False

    def look(self, days: float = 0, *, rehearsal: bool = False) -> Outcome:
        """One pass by a process of its own, `days` after NOW: nothing is remembered but by the ledger."""
        self.clock.now = NOW + dt.timedelta(days=days)
        with self.application() as app:
            session = app.session("work", Unwatched(), told=True)
            try:
                return session.rehearse() if rehearsal else session.look()
            finally:
                session.close()

    def overview(self) -> Overview:
        """What `status` would tell now."""
        with self.application() as app:
            return overview_of(app.ledger, app.accounts, app.settings.policy, self.clock())

    def verdict(self) -> Verdict:
        """What holds for the only thread that is followed."""
        [verdict] = self.overview().threads
        return verdict

    def state(self) -> State:
        """The state of the only thread that is followed."""
        return self.verdict().state

    def order(self, kind: OrderKind, *, until: dt.date | None = None, plan: str = "") -> None:
        """The owner's word on the only thread that is followed."""
        self.order_in(self.verdict().thread, kind, until=until, plan=plan)

    def order_in(self, thread: ThreadId, kind: OrderKind, *, until: dt.date | None = None, plan: str = "") -> None:
        """The owner's word on a thread."""
        with self.application() as app:
            give(app, thread, Order(kind=kind, at=self.clock(), until=until, plan=plan))

    @contextmanager
    def application(self) -> Iterator[Application]:
        """Crickets with this test's config, ledger and clock."""
        with open_application(self.config(), self.environment, exclusive=True, clock=self.clock) as app:
            yield app

    @property
    def environment(self) -> dict[str, str]:
        """What a process of Crickets' finds in its environment here."""
        return {
            "WORK_IMAP_PASSWORD": self.password,
            "STATE_DIRECTORY": str(self.home / "state"),
            "HOME": str(self.home),
        }

    def config(self) -> Path:
        """Where its config lies, written anew."""
        base = CONFIG.format(
            host=self.recorder.host,
            port=self.recorder.port,
            user=self.box.user,
            cap=self.cap,
            at_a_time=self.at_a_time,
            zone=self.zone,
        )
        path = self.home / "config.toml"
        path.write_text(base + self.calendar + self.extra, encoding="utf-8")
        return path

    def broken_rules(self) -> tuple[str, ...]:
        """Every command so far that Crickets may not send."""
        naming = self.box.naming
        allowed = Allowed(
            drafts=naming.on_the_wire("Drafts"),
            trash=naming.on_the_wire("Trash"),
            own=frozenset(range(1, 10_000)),  # which UIDs are ours, the promises' own tests look at
            append_to=frozenset({"INBOX"}) if self.digest else frozenset(),
            create=frozenset(map(naming.on_the_wire, self.control)),
        )
        return tuple(wrong for commands in self.recorder.sessions for wrong in broken_rules(commands, allowed))

    @property
    def drafts(self) -> tuple[Stored, ...]:
        """What lies in Drafts."""
        return self.box.drafts

    @property
    def subjects(self) -> list[str]:
        """The subjects of what lies in Drafts."""
        return [draft.mail.subject for draft in self.drafts]


def days_ago(days: float) -> dt.datetime:
    """So many days before NOW."""
    return NOW - dt.timedelta(days=days)


def days_later(days: float) -> dt.datetime:
    """So many days after NOW."""
    return NOW + dt.timedelta(days=days)


def a_silence(box: OwnersMailbox) -> tuple[Mail, Mail]:
    """Anna asked for an offer ten days ago, Dana answered six days ago, and Anna has been quiet since."""
    asked = a_message(sender=CLIENT, to=ME, at=days_ago(10))
    offered = a_message(
        sender=ME,
        to=CLIENT,
        at=days_ago(6),
        body="Hi Anna,\n\nhere is the offer. Does it suit you?\n\nBest wishes,\nDana\n",
        reply_to=asked,
    )
    box.put("INBOX", asked, flags=["\\Seen"])
    box.put("Sent", offered, flags=["\\Seen"])
    return asked, offered


@contextmanager
def a_stage(server: ImapServer, home: Path) -> Iterator[Stage]:
    """A fresh mailbox behind a recording proxy; at the end, no forbidden command must have been sent."""
    recorder = Recorder(server)
    user = server.user()
    stage = Stage(
        home=home,
        box=OwnersMailbox(server, user),
        recorder=recorder,
        clock=Clock(NOW),
        password=server.password,
    )
    try:
        yield stage
        assert stage.broken_rules() == ()
    finally:
        recorder.stop()


__all__ = ["CLIENT", "ME", "NOW", "Stage", "a_message", "a_reply", "a_silence", "a_stage", "days_ago", "days_later"]

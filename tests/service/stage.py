"""Dana's mailboxes on real servers, and the daemon beside them; time is real, so all mail is dated by the clock."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from crickets.ledger import open_ledger
from tests.notify.sockets import Ear
from tests.servers.mail import Mail, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.recorder import Recorder
from tests.servers.server import ImapServer
from tests.service.running import Running, running

ME = "Dana Levi <dana@studio.example>"
CLIENT = "Anna Rossi <anna@client.example>"
SUBJECT = "The new site for the bakery"

_CONFIG = """
[me]
name = "Dana Levi"
addresses = ["dana@studio.example"]
timezone = "Europe/Rome"

[track]
since = "365 days"
max_new_drafts_per_day = {cap}

[calendar]
working_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
holidays = ""
draft_at = "{draft_at}"
"""
_ACCOUNT = """
[accounts.{name}]
host = "{host}"
port = {port}
tls = "none"
username = "{user}"
{way_in}
poll_every = "{poll_every}"
{extra}"""


@dataclass(slots=True, kw_only=True)
class Account:
    """One account of the config; `server` may be any that listens, or seems to."""

    name: str
    host: str
    port: int
    user: str
    password: str
    poll_every: str = "10 minutes"
    extra: str = ""
    password_variable: str = ""
    oauth: str = ""

    @property
    def variable(self) -> str:
        """The environment's name for the password."""
        return self.password_variable or f"{self.name}_PASSWORD"

    @property
    def table(self) -> str:
        """Its part of the config."""
        return _ACCOUNT.format(
            name=self.name,
            host=self.host,
            port=self.port,
            user=self.user,
            way_in=f'oauth = "{self.oauth}"' if self.oauth else f'password_env = "{self.variable}"',
            poll_every=self.poll_every,
            extra=self.extra,
        )


@dataclass(slots=True)
class Stage:
    """A home folder with a config in it, and the daemon that runs by it."""

    home: Path
    accounts: list[Account] = field(default_factory=list)
    extra: str = ""
    cap: int = 100
    draft_at: str = "00:00"

    @property
    def ledger(self) -> Path:
        """Where the ledger lies."""
        return self.home / "state" / "ledger.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        """All that the daemon finds in its environment."""
        secrets = {account.variable: account.password for account in self.accounts}
        return {"HOME": str(self.home), "STATE_DIRECTORY": str(self.ledger.parent), **secrets}

    def add(
        self, server: ImapServer, name: str = "work", *, via: Recorder | None = None, poll_every: str = "10 minutes"
    ) -> OwnersMailbox:
        """An account with a fresh mailbox on a server, which the daemon reaches `via` a proxy; the owner doesn't."""
        user, door = server.user(), via or server
        self.accounts.append(
            Account(
                name=name,
                host=door.host,
                port=door.port,
                user=user,
                password=server.password,
                poll_every=poll_every,
            )
        )
        return OwnersMailbox(server, user)

    def write_config(self, extra: str | None = None) -> Path:
        """The config file as it's to be from now on."""
        path = self.home / "config.toml"
        accounts = "".join(account.table for account in self.accounts)
        path.write_text(
            _CONFIG.format(cap=self.cap, draft_at=self.draft_at) + accounts + (self.extra if extra is None else extra),
            encoding="utf-8",
        )
        return path

    @contextmanager
    def daemon(self, ear: Ear | None = None, **environment: str) -> Iterator[Running]:
        """`crickets run`; whatever the test did to it, it must leave no traceback behind."""
        told = {"NOTIFY_SOCKET": ear.address} if ear is not None else {}
        with self.command("run", **told, **environment) as daemon:
            yield daemon
        assert daemon.traces() == (), daemon.text

    @contextmanager
    def command(self, *arguments: str, **environment: str) -> Iterator[Running]:
        """Any command of Crickets."""
        config = self.write_config()
        with running(
            "-m", "crickets", "--config", config, *arguments, environment={**self.environment, **environment}
        ) as run:
            yield run

    def assert_ledger_is_sound(self) -> None:
        """The ledger is whole, and nobody has its lock."""
        with closing(sqlite3.connect(self.ledger)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        with open_ledger(self.ledger, exclusive=True):
            pass

    def problems(self) -> Mapping[str, str]:
        """What the ledger says is wrong with each account."""
        with open_ledger(self.ledger, exclusive=False) as ledger:
            return {name: ledger.problem(name) for name in ledger.accounts()}

    def threads(self, account: str = "work") -> tuple[str, ...]:
        """The names of all threads of an account."""
        with open_ledger(self.ledger, exclusive=False) as ledger:
            return tuple(thread.id for thread in ledger.threads(account))


def ago(days: float) -> dt.datetime:
    """So many days before now, to the second."""
    return (dt.datetime.now(dt.UTC) - dt.timedelta(days=days)).replace(microsecond=0)


def a_silence(box: OwnersMailbox, *, days: float = 6, client: str = CLIENT, subject: str = SUBJECT) -> Mail:
    """A client asked for an offer, Dana answered so many days ago, and they have been quiet since; Dana's mail."""
    asked = a_message(sender=client, to=ME, at=ago(days + 2), subject=subject)
    offered = a_message(sender=ME, to=client, at=ago(days), reply_to=asked)
    box.put("INBOX", asked, flags=["\\Seen"])
    box.put("Sent", offered, flags=["\\Seen"])
    return offered

"""A user's machine, as far as the commands see it: a config, a `.env`, a ledger, and a terminal of so many columns."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Any

import pytest

from crickets.cli.main import main
from crickets.domain.mailbox import FolderEvidence, Uid, UidValidity
from crickets.domain.message import Address, Kind, Message, MessageId, Role
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Order, ThreadId
from crickets.ledger import SqlLedger, open_ledger
from crickets.service.clock import system_clock

CONFIG = """
[me]
name = "Dana Levi"
addresses = ["dana@studio.example"]
timezone = "Europe/Rome"

[accounts.work]
host = "127.0.0.1"
port = {port}
tls = "none"
username = "{username}"
password_env = "WORK_IMAP_PASSWORD"

[track]
max_new_drafts_per_day = 100
ignore = ["*@shop.example"]

[calendar]
working_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
draft_at = "00:00"

[[clients]]
name = "Bruno's"
match = ["bruno@client.example"]
plan = "by-phone"
phone = "+39 06 1234567"

[plans.by-phone]
steps = [{{ after = "2 days", do = "call", note = "ask for [the] key" }}, {{ after = "5 days", template = "check-in" }}]
"""
DEAD_PORT = 1
PASSWORD_LINE = "WORK_IMAP_PASSWORD='{password}'\n"

DANA = Address(name="Dana Levi", email="dana@studio.example")
ANNA = Address(name="Anna Rossi", email="anna@client.example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """The document on stdout, which holds nothing else."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Home:
    """One user's config and state; called with arguments it runs the command in this process."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    @property
    def config(self) -> Path:
        """The config file."""
        return self.folder / "config.toml"

    @property
    def command(self) -> str:
        """What its commands begin with where they are named as next steps."""
        return f"crickets --config {quote(str(self.config))}"

    @property
    def state(self) -> Path:
        """The ledger's file."""
        return self.folder / "state" / "crickets" / "ledger.sqlite3"

    def configure(self, *, port: int = DEAD_PORT, username: str = "dana", password: str = "", more: str = "") -> None:
        """Write the config and the `.env`."""
        self.config.write_text(CONFIG.format(port=port, username=username) + more)
        env = self.folder / ".env"
        env.write_text(PASSWORD_LINE.format(password=password or "unused"))
        env.chmod(0o600)

    def __call__(self, *arguments: str, stdin: str = "") -> Ran:
        """Run `crickets` with this home's config."""
        return self.plain("--config", str(self.config), *arguments, stdin=stdin)

    def plain(self, *arguments: str, stdin: str = "") -> Ran:
        """Run `crickets` with these arguments alone."""
        self.monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        told = self.capsys.readouterr()
        return Ran(code=int(ended.value.code or 0), out=told.out, err=told.err)

    @contextmanager
    def ledger(self) -> Iterator[SqlLedger]:
        """The ledger that the commands read, opened to be filled."""
        with open_ledger(self.state, exclusive=True) as ledger:
            yield ledger

    def remember(
        self, *messages: Message, read_ago: dt.timedelta = dt.timedelta(minutes=4), through: bool = True
    ) -> None:
        """Fill the ledger as a reading does that found these messages; one that isn't `through` has more to read."""
        read_at = system_clock() - read_ago
        with self.ledger() as ledger:
            for role, name in ((Role.INBOX, "INBOX"), (Role.SENT, "Sent"), (Role.JUNK, "Junk")):
                found = [m for m in messages if role in m.places]
                read = tuple((Uid(n), m) for n, m in enumerate(found, 1))
                evidence = FolderEvidence(
                    folder=name,
                    role=role,
                    uid_validity=UidValidity(1),
                    last_uid=Uid(len(found)),
                    whole=True,
                    read_at=read_at,
                )
                ledger.record("work", evidence, read)
            if through:
                ledger.complete("work", read_at)

    def order(self, thread: str, order: Order) -> None:
        """Give an order behind the commands' back."""
        with self.ledger() as ledger:
            ledger.order(ThreadId(thread), order)

    @property
    def threads(self) -> list[Any]:
        """Every thread as `status --all` tells it."""
        return list(self("status", "--json", "--all").json["threads"])

    def only_thread(self) -> str:
        """The name of the one thread there is."""
        (thread,) = self.threads
        return str(thread["id"])


def days_ago(days: float) -> dt.datetime:
    """A moment so many days before the present one; the commands live by the real clock."""
    return system_clock().replace(microsecond=0) - dt.timedelta(days=days)


def a_sent(
    number: int = 1,
    *,
    at: dt.datetime,
    to: Address = ANNA,
    subject: str = "The new site",
    answers: Message | None = None,
) -> Message:
    """A mail of the owner's, in Sent."""
    return Message(
        id=MessageId(f"sent-{number}@studio.example"),
        parents=() if answers is None else (answers.id,),
        subject=subject,
        sender=DANA,
        to=(to,),
        date=at,
        received=at,
        places=frozenset({Role.SENT}),
    )


def a_received(
    number: int = 1,
    *,
    at: dt.datetime,
    sender: Address = ANNA,
    subject: str = "The new site",
    answers: Message | None = None,
    kind: Kind = Kind.PERSON,
    signals: tuple[str, ...] = (),
    remarks: Remarks | None = None,
) -> Message:
    """A mail to the owner, in the inbox."""
    return Message(
        id=MessageId(f"received-{number}@{sender.domain}"),
        parents=() if answers is None else (answers.id,),
        subject=subject,
        sender=sender,
        to=(DANA,),
        date=at,
        received=at,
        kind=kind,
        signals=signals,
        places=frozenset({Role.INBOX}),
        remarks=remarks,
    )


def a_silence(
    days: float, *, number: int = 1, client: Address = ANNA, subject: str = "The new site"
) -> tuple[Message, Message]:
    """A client's question, and the owner's answer of so many days ago, since when the client is silent."""
    asked = a_received(number, at=days_ago(days + 1), sender=client, subject=subject)
    return asked, a_sent(number, at=days_ago(days), to=client, subject=f"Re: {subject}", answers=asked)

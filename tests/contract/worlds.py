"""A mailbox seen from both sides: by its owner, and by the port. The fake and every real server are such a world."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from crickets.domain.message import Role
from crickets.mailbox import ImapMailbox, Password, Server, Tls, open_mailbox
from crickets.service.ports import Inbox, Mailbox
from tests.fakes.mailbox import FakeMailbox, MemoryMailbox
from tests.servers.mail import Mail
from tests.servers.mailbox import OwnersMailbox, Stored
from tests.servers.server import ImapServer


class Owner(Protocol):
    """What an owner can do in their own mail client; see OwnersMailbox."""

    @property
    def drafts(self) -> tuple[Stored, ...]: ...
    def create(self, folder: str) -> None: ...
    def put(
        self, folder: str, mail: Mail | bytes, *, at: dt.datetime | None = None, flags: Sequence[str] = ()
    ) -> int: ...
    def folder(self, name: str) -> tuple[Stored, ...]: ...
    def remove(self, folder: str, uid: int, *, to_trash: bool = True) -> None: ...
    def flag(self, folder: str, uid: int, *flags: str, on: bool = True) -> None: ...
    def edit_draft(self, draft: Stored, text: str, *, at: dt.datetime, keep_id: bool = True) -> Stored: ...
    def snapshot(self, *, without: Sequence[str] = ("Drafts",)) -> dict[str, tuple[Stored, ...]]: ...


class Ports(Mailbox, Inbox, Protocol):
    """Both ports that a connection fills."""


@dataclass(slots=True, kw_only=True)
class World:
    """One user's mailbox; `mailbox` is what fills the ports, open and logged in."""

    name: str
    owner: Owner
    mailbox: Ports
    names: dict[Role, str] = field(init=False)

    def __post_init__(self) -> None:
        self.names = {folder.role: folder.name for folder in self.mailbox.folders()}

    @property
    def labels(self) -> bool:
        """Whether folders are labels, as at Gmail: what lies in one lies in All Mail too."""
        return Role.ALL in self.names

    @property
    def is_silent(self) -> bool:
        """Whether it doesn't say where it lays what it's given: it knows no UIDPLUS."""
        return self.name == "old"  # nothing of the port tells what a server lacks

    @property
    def draft_flags(self) -> set[str]:
        """The flags that a draft has as it's laid; Gmail has a label for the first (djcb/mu#938)."""
        return {"\\Seen"} if self.labels else {"\\Draft", "\\Seen"}


def server_settings(server: ImapServer, user: str) -> Server:
    """How our own client is told of a server of the tests."""
    return Server(
        account="work", host=server.host, port=server.port, username=user, tls=Tls(server.tls.value),
        tls_ca_file=server.ca_file,
    )  # fmt: skip


def mailbox_on(server: ImapServer, user: str) -> ImapMailbox:
    """Our own client, logged in to a server of the tests."""
    return open_mailbox(server_settings(server, user), Password(secret=server.password))


@contextlib.contextmanager
def fake_world() -> Iterator[World]:
    """The fake, and its owner."""
    memory = MemoryMailbox()
    yield World(name="fake", owner=memory, mailbox=FakeMailbox(memory))


@contextlib.contextmanager
def real_world(server: ImapServer) -> Iterator[World]:
    """A fresh mailbox on a real server, and its owner."""
    user = server.user()
    owner = OwnersMailbox(server, user)
    mailbox = mailbox_on(server, user)
    try:
        yield World(name=server.name, owner=owner, mailbox=mailbox)
    finally:
        mailbox.close()

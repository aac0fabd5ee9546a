"""
The two ways in which a digest comes to its owner: handed over by SMTP, or laid into their INBOX.

A way is used for one digest. Whom mail goes to is the owner's own address, in either.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from crickets.config import settings
from crickets.config.settings import DigestWish
from crickets.domain.message import MessageId
from crickets.domain.owner import OwnAddress
from crickets.errors import Transient
from crickets.notify.smtp import Post
from crickets.notify.smtp_server import SmtpServer, Tls
from crickets.service.ports import Inbox


class InboxLine(Inbox, Protocol):
    """An INBOX whose calls another thread may cut short."""

    def interrupt(self) -> None:
        """End whatever call is under way, with `Transient`."""


@dataclass(slots=True, kw_only=True, eq=False)
class BySmtp:
    """Over a server that takes mail: nobody can see there what came of it."""

    post: Post
    sender: OwnAddress
    to: OwnAddress

    def deliver(self, mail: bytes, _: MessageId, *, again: bool, begin: Callable[[], None]) -> None:
        """Hand it over."""
        assert not again  # it might come twice
        self.post.send(mail, sender=self.sender, to=self.to, handing_over=begin)

    def try_out(self) -> None:
        """Log in, and nothing more."""
        self.post.log_in()

    def interrupt(self) -> None:
        """End what is under way in another thread."""
        self.post.interrupt()


@dataclass(slots=True, kw_only=True, eq=False)
class ByImap:
    """Into INBOX: whether it lies there can be seen, so that it may be tried again at any time."""

    connect: Callable[[], InboxLine]
    _inbox: InboxLine | None = field(default=None, init=False)
    _ended: bool = field(default=False, init=False)

    def deliver(self, mail: bytes, message_id: MessageId, *, again: bool, begin: Callable[[], None]) -> None:
        """Lay it there."""
        inbox = self._inbox = self.connect()
        try:
            if self._ended:
                raise Transient("told to stop", remedy="Start it again when you like.")
            begin()
            inbox.append_digest(mail, message_id, again=again)
        finally:
            self._inbox = None
            inbox.close()

    def try_out(self) -> None:
        """Nothing: whether the account lets us in is found out with all accounts."""

    def interrupt(self) -> None:
        """End what is under way in another thread."""
        self._ended = True
        if (inbox := self._inbox) is not None:  # read once: the other thread may just be done
            inbox.interrupt()


def by_smtp(wish: DigestWish, server: settings.SmtpServer, secret: str) -> BySmtp:
    """The way over a server."""
    place = SmtpServer(
        host=server.host,
        port=server.port,
        tls=Tls(server.tls.value),
        username=server.username,
        secret=secret,
        tls_ca_file=server.tls_ca_file,
    )
    return BySmtp(post=Post(place), sender=wish.sender, to=wish.to)

"""An SMTP server of the tests' own: a real aiosmtpd, with TLS and AUTH, that takes mail or does what a test says.

Knows aiosmtpd; what is sent is the tests' business.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session, syntax

from tests.servers import home as homes
from tests.servers.certificates import LOOPBACK_NAMES, certificate_for
from tests.servers.loop_thread import LoopThread
from tests.servers.server import LOOPBACK, PASSWORD

USER = "dana@studio.example"
_GOODBYE = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A mail as it was handed over."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    private: bool
    authenticated: bool

    @property
    def mail(self) -> EmailMessage:
        """The same, parsed."""
        parsed = message_from_bytes(self.raw, policy=default)
        assert isinstance(parsed, EmailMessage)
        return parsed


@dataclass(slots=True, kw_only=True)
class Manners:
    """What goes otherwise than well; a reply to a verb in place of the usual one, or a line that is cut there."""

    replies: dict[str, str] = field(default_factory=dict)
    #: "DATA": before it may be said; "END": after all of it was.
    cut_at: str = ""
    #: Whether AUTH is wanted, and offered.
    auth: bool = True
    #: Whether STARTTLS is offered.
    starttls: bool = True
    #: Whether END is waited for without an answer.
    silent_at: str = ""
    meanwhile: Callable[[str], object] = field(default=lambda verb: None)


class Smtp:
    """A running server; `taken` is all that it took, `commands` all verbs that it heard on all connections."""

    def __init__(self, *, tls: str = "implicit", names: tuple[str, ...] = LOOPBACK_NAMES) -> None:
        logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # aiosmtpd's own remarks, in this very process
        self.tls, self.manners = tls, Manners()
        self.taken: list[Taken] = []
        self.commands: list[str] = []
        self.connections = 0
        self._home = homes.new_home("smtp")
        self._certificate = certificate_for(names, self._home)
        self._thread = LoopThread("smtp")
        self._listener: asyncio.Server | None = None
        self._protocols: list[_Protocol] = []
        self.port = 0
        self.open()

    @property
    def ca_file(self) -> Path:
        """Who signed for it."""
        return self._certificate.ca

    def open(self) -> None:
        """Listen, on the port that it had before if it had one."""
        context = self._context if self.tls == "implicit" else None
        loop = self._thread.loop
        self._listener = self._thread.run(loop.create_server(self._welcomed, LOOPBACK, self.port, ssl=context))
        self.port = self._listener.sockets[0].getsockname()[1]

    def close(self) -> None:
        """Be away: who comes is refused."""

        async def closed(listener: asyncio.Server) -> None:
            listener.close()
            for protocol in self._protocols:
                protocol.cut()
            async with asyncio.timeout(_GOODBYE):
                for protocol in self._protocols:
                    await protocol.gone.wait()

        if self._listener is not None:
            self._thread.run(closed(self._listener))
        self._listener = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self._thread.stop()
        homes.remove(self._home)

    @property
    def _context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._certificate.chain, self._certificate.key)
        return context

    def _welcomed(self) -> _Protocol:
        self.connections += 1
        offers = self.tls == "starttls" and self.manners.starttls
        protocol = _Protocol(
            self,
            tls_context=self._context if offers else None,
            require_starttls=offers,
            authenticator=_is_dana if self.manners.auth else None,
            auth_required=self.manners.auth,
            auth_exclude_mechanism=() if self.manners.auth else ("LOGIN", "PLAIN"),
            auth_require_tls=self.tls == "starttls",  # aiosmtpd doesn't see a TLS that was there before it
            hostname="mail.studio.example",
            loop=self._thread.loop,
        )
        self._protocols.append(protocol)
        return protocol


def _is_dana(_: SMTP, __: Session, ___: Envelope, mechanism: str, auth: object) -> AuthResult:
    assert isinstance(auth, LoginPassword)
    return AuthResult(success=auth == LoginPassword(USER.encode(), PASSWORD.encode()), handled=False)


class _Protocol(SMTP):
    """aiosmtpd with the manners that a test wants, looked up anew at each verb."""

    def __init__(self, server: Smtp, **options: object) -> None:
        self._of = server
        self.gone = asyncio.Event()
        self.gone.set()  # until somebody is there
        with warnings.catch_warnings(action="ignore"):  # that a login may be heard in the clear: on loopback
            super().__init__(_Handler(server), **options)  # type: ignore[arg-type]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.gone.clear()
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.gone.set()

    def cut(self) -> None:
        """Drop the line without a word."""
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()

    async def _unusual(self, verb: str) -> bool:
        self._of.commands.append(verb)
        self._of.manners.meanwhile(verb)
        if self._of.manners.cut_at == verb:
            self.cut()
            return True
        if self._of.manners.silent_at == verb:
            return True
        if reply := self._of.manners.replies.get(verb):
            await self.push(reply)
            return True
        return False

    @syntax("EHLO hostname")
    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802 - aiosmtpd's name
        if not await self._unusual("EHLO"):
            await super().smtp_EHLO(hostname)

    async def smtp_STARTTLS(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        if not await self._unusual("STARTTLS"):
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        if not await self._unusual("AUTH"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd's name
        if not await self._unusual("MAIL"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd's name
        if not await self._unusual("RCPT"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        if not await self._unusual("DATA"):
            await super().smtp_DATA(arg)


class _Handler:
    """Takes mail."""

    def __init__(self, server: Smtp) -> None:
        self._of = server

    async def handle_DATA(self, smtp: _Protocol, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        manners = self._of.manners
        self._of.commands.append("END")
        manners.meanwhile("END")
        if reply := manners.replies.get("END"):
            return reply
        assert isinstance(envelope.original_content, bytes)
        self._of.taken.append(
            Taken(
                sender=str(envelope.mail_from),
                recipients=tuple(map(str, envelope.rcpt_tos)),
                raw=envelope.original_content,
                private=self._of.tls == "implicit" or session.ssl is not None,
                authenticated=session.authenticated is True,
            )
        )
        if manners.cut_at == "END":
            smtp.cut()
        if manners.silent_at == "END":
            await asyncio.Event().wait()
        return "250 taken"

"""
Mail to the owner by SMTP (RFC 5321), and to nobody else: whom it goes to is an `OwnAddress`, or it can't be said.

The only home of aiosmtplib. Each errand is one connection, bounded in time; the name and the secret are said over TLS
alone, or to this very machine. Must not know what is sent, nor why.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

import aiosmtplib
from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from crickets.domain.labels import spelled
from crickets.domain.owner import OwnAddress
from crickets.errors import NotNow, Refused, Transient
from crickets.notify.smtp_failures import LOOK_AT_IT, Failures, without_secret
from crickets.notify.smtp_line import Line, as_data, goodbye
from crickets.notify.smtp_server import SmtpServer, Tls
from crickets.trust import is_this_machine, verifying

PATIENCE = timedelta(seconds=30)
"""How long an errand may take, from the host's name to the goodbye."""

_ANSWER = 15.0
_OURSELVES = "[127.0.0.1]"
"""What we call ourselves (RFC 5321 §4.1.3): the machine's own name is nobody's business."""

_WAYS = ("plain", "login")
_Came = TypeVar("_Came")


class AnswerLost(Transient):
    """It was handed over, and nobody knows whether it was taken: sent again, it might come twice."""


class Post:
    """A server to hand mail over to; each call blocks, and raises one of our own errors."""

    def __init__(self, server: SmtpServer, patience: timedelta = PATIENCE) -> None:
        self._server, self._failures = server, Failures(server)
        self._patience = patience.total_seconds()
        self._context = None if server.tls is Tls.NONE else verifying(server.tls_ca_file, key="smtp.tls_ca_file")
        self._ended = False
        self._under_way: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None

    def send(self, mail: bytes, *, sender: OwnAddress, to: OwnAddress, handing_over: Callable[[], None]) -> None:
        """
        Hand over a mail; `handing_over` is called when the server is ready for it, right before it's said.

        Raises `LoginRefused`, `Refused` or `NotNow` (of the sender, the recipient or the mail: it wasn't taken),
        `Transient` (nothing was handed over), and `AnswerLost`.
        """
        for address in (sender, to):
            if not spelled(address.email).isascii():
                remedy = "Name an address in digest.to and [me] that is written in ASCII."
                raise Refused(f"no ordinary mail can go to {address.email!a}", remedy=remedy)
        self._run(lambda client: self._sent(client, mail, sender, to, handing_over))

    def log_in(self) -> None:
        """Log in, and nothing more."""
        self._run(_nothing_more)

    def interrupt(self) -> None:
        """End what is under way in another thread, and let nothing else begin."""
        self._ended = True
        if (under_way := self._under_way) is not None:  # read once: the other thread may just be done
            loop, task = under_way
            with suppress(RuntimeError):  # the loop has ended by itself
                loop.call_soon_threadsafe(task.cancel)

    def _run(self, errand: Callable[[SMTP], Awaitable[None]]) -> None:
        try:
            asyncio.run(self._within_time(errand))
        except asyncio.CancelledError as error:
            raise self._failures.for_now("told to stop") from error

    async def _within_time(self, errand: Callable[[SMTP], Awaitable[None]]) -> None:
        task = asyncio.current_task()
        assert task is not None  # a coroutine that runs is a task's
        self._under_way = asyncio.get_running_loop(), task
        if self._ended:
            raise self._failures.for_now("told to stop")
        client = Line(
            hostname=self._server.host,
            port=self._server.port,
            use_tls=self._server.tls is Tls.IMPLICIT,
            start_tls=False,  # by ourselves: aiosmtplib's default goes on without, where somebody leaves it out
            tls_context=self._context,
            local_hostname=_OURSELVES,
            timeout=_ANSWER,
        )
        try:
            async with asyncio.timeout(self._patience):
                await self._let_in(client)
                await errand(client)
                await goodbye(client)
        except TimeoutError as error:
            raise self._failures.for_now("took too long") from error
        finally:
            self._under_way = None
            await client.let_go()

    async def _let_in(self, client: SMTP) -> None:
        """Connected, private, and logged in where there is a name to say."""
        await self._asked(client.connect(), "could not be reached")
        if self._server.tls is Tls.NONE:
            self._require_loopback(client)
        await self._asked(client.ehlo(), "did not greet us")
        if self._server.tls is Tls.STARTTLS:
            await self._made_private(client)
        if self._server.username:
            await self._logged_in(client)

    async def _made_private(self, client: SMTP) -> None:
        if not client.supports_extension("starttls"):
            remedy = 'Nothing was sent. Try tls = "implicit" with port 465.'
            raise Refused(f"{self._server.host} does not offer to encrypt the connection (STARTTLS)", remedy=remedy)
        await self._asked(client.starttls(), "did not encrypt the connection")
        await self._asked(client.ehlo(), "did not greet us")  # what was said before counts no more (RFC 3207 §4.2)

    async def _logged_in(self, client: SMTP) -> None:
        """By one way, once: aiosmtplib would try each, and so many wrong passwords lock an account."""
        private = client.get_transport_info("sslcontext") is not None
        assert private or self._server.tls is Tls.NONE  # then it's this machine, as was looked at before
        way = next((way for way in _WAYS if way in client.server_auth_methods), None)
        if way is None:
            raise Refused(f"{self._server.host} takes no password", remedy=LOOK_AT_IT)
        log_in = client.auth_plain if way == "plain" else client.auth_login
        try:
            await self._asked(log_in(self._server.username, self._server.secret), "broke off the login")
        except NotNow as refusal:
            raise refusal from None  # its cause may have the secret in it
        except Refused as refusal:
            raise self._failures.login_refused(refusal.answer) from None

    async def _sent(
        self, client: SMTP, mail: bytes, sender: OwnAddress, to: OwnAddress, handing_over: Callable[[], None]
    ) -> None:
        await self._asked(client.mail(spelled(sender.email)), "did not take the digest's sender")
        await self._asked(client.rcpt(spelled(to.email)), "did not take your own address")
        ready = await self._asked(client.execute_command(b"DATA"), "did not take the digest")
        if ready.code != aiosmtplib.SMTPStatus.start_input:
            raise self._failures.told_no(ready.code, ready.message, "did not take the digest")
        handing_over()
        await self._handed_over(client, mail)

    async def _handed_over(self, client: SMTP, mail: bytes) -> None:
        """Say all of it, and hear that it was taken; from here on a lost answer leaves it open whether it was."""
        protocol = client.protocol
        try:
            if protocol is None:
                raise aiosmtplib.SMTPServerDisconnected("it hung up")
            protocol.write(as_data(mail))  # by hand: aiosmtplib would say DATA and the mail in one go
            answer = await protocol.read_response(timeout=_ANSWER)
        except (SMTPException, OSError, TimeoutError, asyncio.CancelledError) as error:
            what = f"{self._server.host} was given the digest, and its answer got lost: it may have come to you or not"
            remedy = "It isn't sent twice; what is still to be done stands in the next one."
            raise AnswerLost(what, remedy=remedy) from error
        if answer.code != aiosmtplib.SMTPStatus.completed:
            raise self._failures.told_no(answer.code, answer.message, "did not take the digest")

    async def _asked(self, call: Awaitable[_Came], doing: str) -> _Came:
        """What a call of aiosmtplib gives; what it raises in our own words."""
        try:
            came = await call
        except SMTPResponseException as error:
            raise self._failures.told_no(error.code, error.message, doing) from without_secret(error)
        except (SMTPException, OSError, ValueError) as error:
            raise self._failures.broken(error, doing) from without_secret(error)
        if self._ended:  # Python 3.11's wait_for forgets a cancelling that comes together with the answer
            raise self._failures.for_now("told to stop")
        return came

    def _require_loopback(self, client: SMTP) -> None:
        """Nothing, if the other end is this very machine: without TLS nothing of the owner's goes elsewhere."""
        if not is_this_machine(str(client.get_transport_info("peername")[0])):
            remedy = 'Set smtp.tls = "implicit" (port 465) or "starttls" (port 587).'
            raise Refused(f"{self._server.host} is another machine, and tls is none", remedy=remedy)


async def _nothing_more(_: SMTP) -> None:
    """That was all."""

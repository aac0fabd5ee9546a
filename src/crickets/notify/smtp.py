"""
Mail to the owner by SMTP (RFC 5321), and to nobody else: whom it goes to is an `OwnAddress`, or it can't be said.

The only home of aiosmtplib. Each errand is one connection, bounded in time; the name and the secret are said over TLS
alone, or to this very machine. Must not know what is sent, nor why.
"""

from __future__ import annotations

import asyncio
import os
import re
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar

import aiosmtplib
from aiosmtplib import SMTP, SMTPAuthenticationError, SMTPException, SMTPResponseException

from crickets.domain.owner import OwnAddress
from crickets.errors import ConfigError, CricketsError, LoginRefused, NotNow, Refused, Transient

PATIENCE = timedelta(seconds=30)
"""How long an errand may take, from the host's name to the goodbye."""

_ANSWER = 15.0
_OURSELVES = "[127.0.0.1]"
"""What we call ourselves (RFC 5321 §4.1.3): the machine's own name is nobody's business."""

_WAYS = ("plain", "login")
_AGAIN = "It's tried again; nothing else waits for it."
_LOOK_AT_IT = "See to the settings below [smtp] and [digest]."
_PERMANENT = 500
_TURNS = 3
"""Of the loop, which ends next, until TLS and the socket below it are closed: nobody closes them after it."""

_LONGEST = 300

_Came = TypeVar("_Came")


class Tls(Enum):
    """How the connection is made private (RFC 8314 §3)."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"
    NONE = "none"  # on loopback only: a relay or a bridge on this machine


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """Where mail is handed over, and what opens it; without a `username` nobody logs in."""

    host: str
    port: int
    tls: Tls = Tls.IMPLICIT
    username: str = ""
    secret: str = field(default="", repr=False)
    tls_ca_file: Path | None = None


class AnswerLost(Transient):
    """It was handed over, and nobody knows whether it was taken: sent again, it might come twice."""


class Post:
    """A server to hand mail over to; each call blocks, and raises one of our own errors."""

    def __init__(self, server: SmtpServer, patience: timedelta = PATIENCE) -> None:
        self._server = server
        self._patience = patience.total_seconds()
        self._context = None if server.tls is Tls.NONE else _trusting(server.tls_ca_file)
        self._ended = False
        self._under_way: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None

    def send(self, mail: bytes, *, sender: OwnAddress, to: OwnAddress, handing_over: Callable[[], None]) -> None:
        """
        Hand over a mail; `handing_over` is called when the server is ready for it, right before it's said.

        Raises `LoginRefused`, `Refused` or `NotNow` (of the sender, the recipient or the mail: it wasn't taken),
        `Transient` (nothing was handed over), and `AnswerLost`.
        """
        for address in (sender, to):
            if not address.email.isascii():
                remedy = "Name an address in digest.to and [me] that is written in ASCII."
                raise Refused(f"no ordinary mail can go to {address.email!a}", remedy=remedy)
        self._run(lambda client: self._sent(client, mail, sender, to, handing_over))

    def log_in(self) -> None:
        """Log in, and nothing more."""
        self._run(_nothing_more)

    def interrupt(self) -> None:
        """End what is under way in another thread, and let nothing else begin."""
        self._ended = True
        if self._under_way is not None:
            loop, task = self._under_way
            with suppress(RuntimeError):  # the loop has ended by itself
                loop.call_soon_threadsafe(task.cancel)

    def _run(self, errand: Callable[[SMTP], Awaitable[None]]) -> None:
        try:
            asyncio.run(self._within_time(errand))
        except asyncio.CancelledError as error:
            raise self._for_now("told to stop") from error

    async def _within_time(self, errand: Callable[[SMTP], Awaitable[None]]) -> None:
        task = asyncio.current_task()
        assert task is not None  # a coroutine that runs is a task's
        self._under_way = asyncio.get_running_loop(), task
        if self._ended:
            raise self._for_now("told to stop")
        client = _Line(
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
                with suppress(SMTPException, OSError):
                    await client.quit()
        except TimeoutError as error:
            raise self._for_now("took too long") from error
        finally:
            self._under_way = None
            client.close()
            for _ in range(_TURNS):
                await asyncio.sleep(0)

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
            raise Refused(f"{self._host} does not offer to encrypt the connection (STARTTLS)", remedy=remedy)
        await self._asked(client.starttls(), "did not encrypt the connection")
        await self._asked(client.ehlo(), "did not greet us")  # what was said before counts no more (RFC 3207 §4.2)

    async def _logged_in(self, client: SMTP) -> None:
        """By one way, once: aiosmtplib would try each, and so many wrong passwords lock an account."""
        private = client.get_transport_info("sslcontext") is not None
        assert private or self._server.tls is Tls.NONE  # then it's this machine, as was looked at before
        way = next((way for way in _WAYS if way in client.server_auth_methods), None)
        if way is None:
            raise Refused(f"{self._host} takes no password", remedy=_LOOK_AT_IT)
        log_in = client.auth_plain if way == "plain" else client.auth_login
        try:
            await self._asked(log_in(self._server.username, self._server.secret), "broke off the login")
        except NotNow as refusal:
            raise refusal from None  # its cause may have the secret in it
        except Refused as refusal:
            raise self._login_refused(refusal.answer) from None

    async def _sent(
        self, client: SMTP, mail: bytes, sender: OwnAddress, to: OwnAddress, handing_over: Callable[[], None]
    ) -> None:
        await self._asked(client.mail(sender.email), "did not take the digest's sender")
        await self._asked(client.rcpt(to.email), "did not take your own address")
        ready = await self._asked(client.execute_command(b"DATA"), "did not take the digest")
        if ready.code != aiosmtplib.SMTPStatus.start_input:
            raise self._told_no(ready.code, ready.message, "did not take the digest")
        handing_over()
        await self._handed_over(client, mail)

    async def _handed_over(self, client: SMTP, mail: bytes) -> None:
        """Say all of it, and hear that it was taken; from here on a lost answer leaves it open whether it was."""
        protocol = client.protocol
        try:
            if protocol is None:
                raise aiosmtplib.SMTPServerDisconnected("it hung up")
            protocol.write(_as_data(mail))  # by hand: aiosmtplib would say DATA and the mail in one go
            answer = await protocol.read_response(timeout=_ANSWER)
        except (SMTPException, OSError, TimeoutError, asyncio.CancelledError) as error:
            what = f"{self._host} was given the digest, and its answer got lost: it may have come to you or not"
            remedy = "It isn't sent twice; what is still to be done stands in the next one."
            raise AnswerLost(what, remedy=remedy) from error
        if answer.code != aiosmtplib.SMTPStatus.completed:
            raise self._told_no(answer.code, answer.message, "did not take the digest")

    async def _asked(self, call: Awaitable[_Came], doing: str) -> _Came:
        """What a call of aiosmtplib gives; what it raises in our own words."""
        try:
            came = await call
        except SMTPResponseException as error:
            raise self._told_no(error.code, error.message, doing) from _without_secret(error)
        except (SMTPException, OSError, ValueError) as error:
            raise self._broken(error, doing) from _without_secret(error)
        if self._ended:  # Python 3.11's wait_for forgets a cancelling that comes together with the answer
            raise self._for_now("told to stop")
        return came

    @property
    def _host(self) -> str:
        return self._server.host

    def _told_no(self, code: int, words: str, doing: str) -> CricketsError:
        """The server's no: for now (4yz) or for good (5yz), as RFC 5321 §4.2.1 tells them apart."""
        said = f"{code} {self._hushed(words)}".strip()
        if code >= _PERMANENT:
            return Refused(f"{self._host} {doing}", answer=said, remedy=_LOOK_AT_IT)
        return NotNow(f"{self._host} {doing} for now", answer=said, remedy=_AGAIN)

    def _login_refused(self, said: str) -> CricketsError:
        remedy = "Mend username or secret below [smtp]; many providers want an app password."
        return LoginRefused(f"{self._host} did not let you in to send mail", answer=said, remedy=remedy)

    def _broken(self, error: Exception, doing: str) -> CricketsError:
        distrust = _in(error, ssl.SSLCertVerificationError)
        if distrust is not None:
            remedy = "Nothing was sent. If the server is your own, name its authority's certificate in tls_ca_file."
            what = f"the certificate of {self._host} can't be trusted"
            return Refused(what, answer=distrust.verify_message, remedy=remedy)
        no_tls = _in(error, ssl.SSLError)
        if no_tls is not None and no_tls.reason in {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"}:
            remedy = 'tls = "implicit" goes with port 465, tls = "starttls" with port 587.'
            return Refused(f"what answers at {self._host}:{self._server.port} doesn't speak TLS", remedy=remedy)
        return self._for_now(f"{doing}: {_word(error)}")

    def _for_now(self, what: str) -> Transient:
        return Transient(f"{self._host}:{self._server.port} {what}", remedy=_AGAIN)

    def _hushed(self, words: str) -> str:
        """A server's words on one line, without the secret if it's so rude as to repeat it."""
        line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
        secret = self._server.secret
        return (line.replace(secret, "…") if secret else line)[:_LONGEST]

    def _require_loopback(self, client: SMTP) -> None:
        """Nothing, if the other end is this very machine: without TLS nothing of the owner's goes elsewhere."""
        if not is_loopback(str(client.get_transport_info("peername")[0])):
            remedy = 'Set smtp.tls = "implicit" (port 465) or "starttls" (port 587).'
            raise Refused(f"{self._host} is another machine, and tls is none", remedy=remedy)


class _Line(SMTP):
    """aiosmtplib's client, which lets go of its line at once: no loop waits for the other side's goodbye by TLS."""

    def close(self) -> None:
        """Hung up."""
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()
        super().close()


def is_loopback(address: str) -> bool:
    """Whether an IP address is this very machine's."""
    found = ip_address(address.partition("%")[0])
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


async def _nothing_more(_: SMTP) -> None:
    """That was all."""


_LINE_END = re.compile(rb"\r\n|\r|\n")
_DOT = re.compile(rb"(?m)^\.")


def _as_data(mail: bytes) -> bytes:
    """A mail as it's said after DATA: its lines ended, dots doubled, a lone one behind it (RFC 5321 §4.5.2)."""
    lines = _LINE_END.sub(b"\r\n", mail)
    whole = lines if lines.endswith(b"\r\n") else lines + b"\r\n"
    return _DOT.sub(b"..", whole) + b".\r\n"


def _trusting(ca_file: Path | None) -> ssl.SSLContext:
    """A context that trusts the system's authorities, or those of a file alone; `ConfigError` if it is none."""
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except OSError as error:  # of which ssl.SSLError is one
        why = getattr(error, "reason", "") or error.strerror
        raise ConfigError(
            (f"smtp.tls_ca_file: no certificates could be read from {ca_file}: {why}",),
            remedy="Give a file of certificates in PEM form.",
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2  # RFC 8996
    return context


_E = TypeVar("_E", bound=BaseException)


def _in(error: BaseException | None, kind: type[_E]) -> _E | None:
    """The error of that kind that another is, or was made from."""
    while error is not None:
        if isinstance(error, kind):
            return error
        error = error.__cause__ or error.__context__
    return None


def _without_secret(error: Exception) -> Exception | None:
    """The error to be told as the cause; none of a login's, whose words may repeat what was said."""
    return None if isinstance(error, SMTPAuthenticationError | ValueError) else error


def _word(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    deepest: BaseException = error
    while deepest.__cause__ is not None:
        deepest = deepest.__cause__
    if isinstance(deepest, ConnectionError) and deepest.errno:
        return os.strerror(deepest.errno)  # asyncio puts the address in its place
    return str(getattr(deepest, "strerror", None) or deepest)[:_LONGEST]

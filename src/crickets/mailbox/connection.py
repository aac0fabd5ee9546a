"""
A connection to an account's server, private and logged in.

Knows greeting, TLS, login, ID and capabilities; must not know folders or messages.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from crickets.errors import ConfigError, CricketsError, Surprise, Transient
from crickets.mailbox.bearer import bearer
from crickets.mailbox.certificates import distrust, nameless, names_in, trusting
from crickets.mailbox.client import Client, Transport, client_on
from crickets.mailbox.settings import BearerToken, Credentials, Password, Server, Tls
from crickets.mailbox.sockets import connected, on_loopback
from crickets.mailbox.stream import Stream
from crickets.mailbox.translate import AMISS, library_words, login_refusal
from crickets.mailbox.wire import Conversation

_WHO_WE_ARE = {"name": "Crickets"}
_SIGNING_OFF_SECONDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """
    One connection, logged in: imapclient for what it does well, a `Conversation` of our own for the rest.

    `capabilities` are those after the login, in upper case. `identity` is what the server told of itself by ID.
    `round_trip` is how long the quickest answer took until then, in seconds.
    """

    client: Client
    stream: Stream
    conversation: Conversation
    greeting: str
    capabilities: frozenset[str]
    identity: tuple[tuple[str, str], ...] = ()
    round_trip: float = 0.0

    def can(self, *capabilities: str) -> bool:
        """Whether the server says that it can do all of this; what it answers proves nothing (docs/quirks.md)."""
        return self.capabilities.issuperset(capabilities)

    def interrupt(self) -> None:
        """Whatever is being read ends with `Transient`; may be called from another thread."""
        self.stream.interrupt()

    def close(self) -> None:
        """Logged out and hung up; never raises."""
        # Impatient: this may be the goodbye to a server that is silent.
        self.stream.be_patient_for(_SIGNING_OFF_SECONDS)
        with suppress(CricketsError, OSError), library_words("logging out"):
            self.client.logout()
        self.stream.close()


def connect(server: Server, credentials: Credentials) -> Connection:
    """
    A connection to the server, encrypted as the settings say, and logged in.

    Raises `Transient`, `LoginRefused`, `UntrustedServer`, or `ConfigError` for plaintext beyond this machine.
    """
    transport = _reached(server)
    try:
        return _logged_in(server, credentials, transport)
    except BaseException:
        transport.shutdown()
        raise


def _reached(server: Server) -> Transport:
    """The transport after the greeting; where nothing is encrypted no certificates are read, which takes a while."""
    if server.tls is Tls.NONE:
        return _greeted(server, None)
    return _secured(server, trusting(server.tls_ca_file))


def _secured(server: Server, context: ssl.SSLContext) -> Transport:
    try:
        return _greeted(server, context)
    except ssl.SSLCertVerificationError as err:
        lenient = nameless(context, server.tls_ca_file)
        raise distrust(err, server.host, lambda: _certified_names(server, lenient)) from err


def _greeted(server: Server, context: ssl.SSLContext | None) -> Transport:
    """The transport after the server's greeting, with TLS where there is a context for it."""
    stream = Stream(connected(server.host, server.port, within=server.connect_seconds), patience=server.read_seconds)
    try:
        if context is None:
            _refuse_beyond_loopback(server, stream)
        with _at_the_door(server):
            if context and server.tls is Tls.IMPLICIT:
                stream.secure(context, server.host)
            transport = Transport(stream, server.host)
        if context and server.tls is Tls.STARTTLS:
            with library_words(f"encrypting the connection to {server.host}"):
                transport.begin_tls(context)
    except BaseException:
        stream.close()
        raise
    return transport


@contextmanager
def _at_the_door(server: Server) -> Iterator[None]:
    """Inside, what fails tells the address: before a greeting, that is as likely wrong as the server is unwell."""
    place = f"{server.host}:{server.port}"
    try:
        with library_words(f"connecting to {place}"):
            yield
    except Transient as err:
        raise Transient(f"{place}: {err.what}", remedy=AMISS) from err
    except Surprise as err:
        raise Surprise(err.what, wire=err.wire, remedy="No IMAP server answers so: check `host` and `port`.") from err


def _certified_names(server: Server, context: ssl.SSLContext) -> tuple[str, ...]:
    transport = _greeted(server, context)
    try:
        return names_in(transport.sock)
    finally:
        transport.shutdown()


def _logged_in(server: Server, credentials: Credentials, transport: Transport) -> Connection:
    client = client_on(transport)
    if transport.state == "NONAUTH":
        _log_in(client, server, credentials)
    with library_words("asking what the server can do"):
        capabilities = _capabilities(client)
    with library_words("introducing ourselves"):
        identity = _introduced(client, capabilities)
        if {"ENABLE", "CONDSTORE"} <= capabilities:
            client.enable("CONDSTORE")  # Dovecot counts MODSEQ from its first use on (docs/quirks.md)
    conversation = Conversation(transport.stream)
    transport.before_a_command = conversation.settle
    return Connection(
        client=client,
        stream=transport.stream,
        conversation=conversation,
        greeting=bytes(transport.welcome or b"").decode("utf-8", "replace"),
        capabilities=capabilities,
        identity=identity,
        round_trip=transport.stream.quickest,
    )


def _log_in(client: Client, server: Server, credentials: Credentials) -> None:
    doing = f"{server.host} did not let {server.username} in"
    try:
        with library_words(doing, secret=credentials.secret):
            _present(client, server.username, credentials)
    except CricketsError as err:
        answer = getattr(err, "answer", None)
        if answer is None:
            raise
        raise login_refusal(doing, answer, credentials) from None


def _present(client: Client, username: str, credentials: Credentials) -> None:
    """Name and secret, in the way the server takes them."""
    capabilities = _capabilities(client)
    match credentials:
        case Password(secret=secret):
            # LOGIN carries ASCII alone, and is everywhere; PLAIN carries all (RFC 4616 §2).
            ascii_only = secret.isascii() and username.isascii()
            if ascii_only and "LOGINDISABLED" not in capabilities:
                client.login(_quoted(username), secret)  # imaplib quotes the password, not the name
            else:
                client.plain_login(username, secret)
        case BearerToken(secret=token):
            way = bearer(username, token, capabilities)
            client.sasl_login(way.mechanism, way)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _capabilities(client: Client) -> frozenset[str]:
    return frozenset(word.decode("ascii", "replace").upper() for word in client.capabilities())


def _introduced(client: Client, capabilities: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """What the server tells of itself for our name; some open no folder to who does not say one (163.com)."""
    if "ID" not in capabilities:
        return ()
    told = client.id_(_WHO_WE_ARE)
    words = told[0] if told and isinstance(told[0], tuple) else ()
    texts = [word.decode("utf-8", "replace") if isinstance(word, bytes) else str(word or "") for word in words]
    return tuple(zip(texts[::2], texts[1::2], strict=False))


def _refuse_beyond_loopback(server: Server, stream: Stream) -> None:
    if not on_loopback(stream.sock):
        raise ConfigError(
            (f'accounts.{server.account}.tls: "none" would send the password readable to {server.host}',),
            remedy='Set tls = "implicit" (port 993) or "starttls" (port 143); "none" is for this machine only.',
        )

"""Handshakes with servers that aren't what they should be: each is refused, and nothing was said to it."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from crickets.errors import CricketsError, Surprise, Transient
from crickets.mailbox import Password, Server, Tls, UntrustedServer
from crickets.mailbox.connection import connect
from tests.mailbox.scripted import ScriptedServer

SECRET = Password(secret="s3same-open")
LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)
INJECTED = b"* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=EVIL\r\n* PREAUTH you are in\r\nX OK injected\r\n"


class TlsServer:
    """Speaks TLS by a context on loopback; `heard` is what was said to it inside of that."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        self.heard = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                sock.settimeout(5)
                with sock, suppress(OSError), self._context.wrap_socket(sock, server_side=True) as secured:
                    secured.sendall(b"* OK ready\r\n")
                    self.heard += secured.recv(1000)

    @contextmanager
    def running(self) -> Iterator[None]:
        """It serves until the block ends."""
        self._thread.start()
        try:
            yield
        finally:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._thread.join(5)


def showing(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """A server's context."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def refused(context: ssl.SSLContext, ca_file: Path | None) -> tuple[CricketsError, bytes]:
    """What is told of a server, and what it heard."""
    server = TlsServer(context)
    settings = Server(
        account="work", host="localhost", port=server.port, username="dana", tls_ca_file=ca_file, read_seconds=5
    )
    with server.running(), pytest.raises(CricketsError) as told:
        connect(settings, SECRET)
    return told.value, server.heard


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    """One that the owner trusts, and its file."""
    made, file = trustme.CA(), tmp_path_factory.mktemp("authority") / "ca.pem"
    made.cert_pem.write_to_path(file)
    return made, file


@pytest.mark.parametrize("newest", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_a_server_that_knows_only_old_tls(authority: tuple[trustme.CA, Path], newest: ssl.TLSVersion) -> None:
    """Nothing older than 1.2 is spoken (RFC 8996), though its certificate is in order."""
    issued, ca_file = authority
    context = showing(issued.issue_cert("localhost"))
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, newest
    context.set_ciphers("ALL:@SECLEVEL=0")  # or OpenSSL itself would not do it
    error, heard = refused(context, ca_file)

    assert isinstance(error, Transient | UntrustedServer)
    assert "protocol" in str(error).lower()
    assert heard == b""


def test_a_certificate_that_has_expired(authority: tuple[trustme.CA, Path]) -> None:
    """It's told, and whose it is to mend."""
    issued, ca_file = authority
    error, heard = refused(showing(issued.issue_cert("localhost", not_before=LONG_AGO, not_after=LONG_AGO)), ca_file)

    assert isinstance(error, UntrustedServer)
    assert "expired" in str(error)
    assert heard == b""


def test_a_certificate_that_vouches_for_itself(authority: tuple[trustme.CA, Path]) -> None:
    """It isn't trusted by the system's authorities, nor by another that the owner named."""
    itself = trustme.CA().issue_cert("localhost")
    for ca_file in (None, authority[1]):
        error, heard = refused(showing(itself), ca_file)

        assert isinstance(error, UntrustedServer)
        assert "`tls_ca_file`" in error.remedy
        assert heard == b""


def test_a_certificate_for_another_name(authority: tuple[trustme.CA, Path]) -> None:
    """A name that only begins or ends alike is another's, and a wildcard is for one label."""
    issued, ca_file = authority
    for name in ("localhost.evil.example", "*.localhost", "evil-localhost"):
        error, heard = refused(showing(issued.issue_cert(name)), ca_file)

        assert "not for localhost" in str(error)
        assert b"LOGIN" not in heard  # it's asked once more whose it is, with a greeting and no more


def test_words_behind_the_consent_to_starttls() -> None:
    """They're thrown away before TLS begins (CVE-2011-0411); a server that then speaks none is refused."""
    with ScriptedServer({"STARTTLS": b"%t OK begin\r\n" + INJECTED}, capabilities="STARTTLS") as server:
        with pytest.raises((UntrustedServer, Transient, Surprise)):
            connect(replace(server.settings, tls=Tls.STARTTLS, read_seconds=1), SECRET)

        assert [said for said in server.said if said.startswith(("LOGIN", "AUTHENTICATE"))] == []

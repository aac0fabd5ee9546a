"""
Somebody on the line to an SMTP server before it's encrypted, who puts words of theirs into the server's mouth.

What is theirs counts for nothing (RFC 3207 §4.2, CVE-2011-0411). It's aiosmtplib that throws it away: these tell if a
release of it does so no more.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest

from crickets.domain.owner import OwnAddress
from crickets.errors import CricketsError
from crickets.notify.smtp import Post
from crickets.notify.smtp_server import SmtpServer, Tls
from tests.notify.test_smtp import OWNER
from tests.servers.server import PASSWORD
from tests.servers.smtp import USER, Smtp

Said = Callable[[bytes], bytes]
"""What the client is told in place of a piece of what the server says in the clear."""

THEIRS = b"250-mail.studio.example\r\n250 AUTH LOGIN\r\n"
STARTTLS = b"STARTTLS\r\n"
PATIENCE = timedelta(seconds=5)


@pytest.fixture
def smtp() -> Iterator[Smtp]:
    """A server that wants STARTTLS first."""
    with Smtp(tls="starttls") as server:
        yield server


@contextmanager
def between(server: Smtp, told: Said) -> Iterator[int]:
    """The port of somebody who passes everything on, but what the server says in answer to STARTTLS as `told`."""

    def serve() -> None:
        with (
            suppress(OSError),
            listener.accept()[0] as line,
            socket.create_connection(("127.0.0.1", server.port)) as on,
        ):
            asked = threading.Event()
            pumping = threading.Thread(target=pump, args=(on, line, asked))
            pumping.start()
            while piece := line.recv(65536):
                if piece == STARTTLS:
                    asked.set()
                on.sendall(piece)
            on.shutdown(socket.SHUT_WR)
            pumping.join(10)

    def pump(server_side: socket.socket, client_side: socket.socket, asked: threading.Event) -> None:
        with suppress(OSError):
            while piece := server_side.recv(65536):
                if asked.is_set():
                    asked.clear()
                    piece = told(piece)
                client_side.sendall(piece)
            client_side.shutdown(socket.SHUT_WR)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = threading.Thread(target=serve)
        serving.start()
        yield int(listener.getsockname()[1])
        serving.join(20)


def send(server: Smtp, port: int) -> None:
    """A mail of the owner's to themselves."""
    place = SmtpServer(
        host="localhost", port=port, tls=Tls.STARTTLS, username=USER, secret=PASSWORD, tls_ca_file=server.ca_file
    )
    own = OwnAddress(USER, OWNER)
    Post(place, PATIENCE).send(b"Subject: Today\r\n\r\nNothing.\r\n", sender=own, to=own, handing_over=lambda: None)


def test_words_behind_the_consent(smtp: Smtp) -> None:
    """They come in one piece with it, and are no answer to what is said once the line is private."""
    with between(smtp, lambda consent: consent + THEIRS) as port:
        send(smtp, port)

    assert [(mail.private, mail.authenticated) for mail in smtp.taken] == [(True, True)]
    assert smtp.commands == ["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "END", "QUIT"]


@pytest.mark.parametrize("answer", [b"250 it is private now\r\n", b"220-wait\r\n", b"503 no\r\n"])
def test_no_consent(smtp: Smtp, answer: bytes) -> None:
    """Whoever keeps the line open to be read gets neither name nor mail, whatever they answer in its place."""
    with between(smtp, lambda _: answer) as port, pytest.raises(CricketsError):
        send(smtp, port)

    assert smtp.taken == []
    assert smtp.commands[:2] == ["EHLO", "STARTTLS"]
    assert not {"AUTH", "MAIL"}.intersection(smtp.commands)

"""A sign of life, given to a real server that says what a test tells it to."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging import WARNING
from pathlib import Path

import pytest

from crickets.errors import CricketsError, Refused, Transient
from crickets.health.sign_of_life import SignOfLife
from tests.notify.web import Web, a_web, an_answer, hear_out, saying
from tests.servers.certificates import ANOTHER_HOST, LOOPBACK_NAMES, certificate_for

PATH = "/ping/s3cret?from=crickets"


def address(web: Web) -> str:
    """A secret address there."""
    return f"http://127.0.0.1:{web.port}{PATH}"


def refusal(sign: SignOfLife) -> CricketsError:
    """Why it wasn't taken, which never tells the address."""
    with pytest.raises(CricketsError) as caught:
        sign.give()
    assert "s3cret" not in f"{caught.value} {caught.value!r}"
    return caught.value


def test_it_is_taken() -> None:
    """One GET for the address, and nothing of ours in it."""
    with a_web(saying(an_answer("200 OK", b"OK"))) as web:
        SignOfLife(address(web)).give()

    [request] = web.requests
    head, _, body = request.partition(b"\r\n\r\n")
    assert head.startswith(f"GET {PATH} HTTP/1.1\r\n".encode())
    assert body == b""


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("204 No Content", None),
        ("302 Found", Refused),
        ("400 Bad Request", Refused),
        ("404 Not Found", Refused),
        ("429 Too Many Requests", Transient),
        ("503 Service Unavailable", Transient),
    ],
)
def test_what_is_answered(status: str, kind: type[CricketsError] | None) -> None:
    """Only what says that it's well is that; nothing is followed elsewhere."""
    with a_web(saying(an_answer(status, b"", "Location: http://127.0.0.1:1/s3cret"))) as web:
        sign = SignOfLife(address(web))
        if kind is None:
            sign.give()
        else:
            assert isinstance(refusal(sign), kind)
    assert len(web.requests) == 1


@pytest.mark.parametrize(
    "head",
    [
        "no colon here",
        " a line that goes on with none",
        "Content-Type: multipart/mixed",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
    ],
)
def test_a_head_that_is_none(head: str, caplog: pytest.LogCaptureFixture) -> None:
    """urllib3 would tell the log of it, with the whole address, each time that the sign is given."""
    with a_web(saying(f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n0\r\n\r\n".encode())) as web:
        SignOfLife(address(web)).give()

    assert [record.getMessage() for record in caplog.records if record.levelno >= WARNING] == []


@pytest.mark.parametrize(
    "answer",
    [
        f"GET {PATH} HTTP/1.1",
        f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{PATH}",
        f"{PATH} " * 9000,
    ],
    ids=["line", "chunk", "endless line"],
)
def test_an_answer_that_is_none(answer: str) -> None:
    """What stands there may be what was asked: it isn't told."""
    with a_web(saying(f"{answer}\r\n\r\n".encode())) as web:
        assert isinstance(refusal(SignOfLife(address(web))), Transient)


def test_an_answer_without_end() -> None:
    """No more of it is taken in than such an answer may have."""

    def endless(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        with suppress(OSError):
            while True:
                line.sendall(b"OK" * 4096)

    with a_web(endless) as web:
        assert "answers without end about the healthcheck" in str(refusal(SignOfLife(address(web))))


def test_nobody_is_there() -> None:
    """It's told as what passes."""
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]

    assert isinstance(refusal(SignOfLife(f"http://127.0.0.1:{port}/s3cret")), Transient)


def test_told_to_end() -> None:
    """A server that says nothing holds up no end."""
    signs: list[SignOfLife] = []

    def silent(line: socket.socket) -> None:
        signs[0].interrupt()
        hear_out(line)

    with a_web(silent) as web:
        signs.append(SignOfLife(address(web)))
        assert isinstance(refusal(signs[0]), Transient)


@contextmanager
def a_private_web(names: tuple[str, ...], folder: Path) -> Iterator[tuple[int, Path, list[bytes]]]:
    """A server that speaks TLS, and says that it's well: its port, who signed for it, and what it was asked."""
    shown, context = certificate_for(names, folder), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown.chain, shown.key)
    requests: list[bytes] = []

    def serve(ear: socket.socket) -> None:
        with suppress(OSError):
            line, _ = ear.accept()
            with context.wrap_socket(line, server_side=True) as private:
                requests.append(private.recv(1 << 16))
                private.sendall(an_answer("200 OK"))

    with socket.create_server(("127.0.0.1", 0)) as ear:
        served = threading.Thread(target=serve, args=(ear,), daemon=True)
        served.start()
        yield ear.getsockname()[1], shown.ca, requests
        served.join(20)


def test_an_authority_that_is_named(tmp_path: Path) -> None:
    """A server of one's own is asked by TLS, where the config names who signed for it."""
    with a_private_web(LOOPBACK_NAMES, tmp_path) as (port, ca, requests):
        SignOfLife(f"https://localhost:{port}{PATH}", ca).give()

    assert requests[0].startswith(f"GET {PATH} ".encode())


@pytest.mark.parametrize(("names", "known"), [(LOOPBACK_NAMES, False), (ANOTHER_HOST, True)])
def test_a_certificate_that_is_no_good(tmp_path: Path, names: tuple[str, ...], *, known: bool) -> None:
    """By an authority that nobody knows, or for another host: the address isn't told."""
    with a_private_web(names, tmp_path) as (port, ca, requests):
        error = refusal(SignOfLife(f"https://localhost:{port}{PATH}", ca if known else None))

    assert "the certificate of localhost can't be trusted" in str(error)
    assert "tls_ca_file" in str(error)
    assert requests == []

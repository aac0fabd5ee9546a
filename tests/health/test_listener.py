"""The ear at which figures are asked for, on a real socket."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from http.client import HTTPConnection

import pytest

from crickets.errors import Transient
from crickets.health.listener import MOST, Listener

PATIENCE = 10.0
Story = Callable[[int], None]


async def figures() -> bytes | None:
    """A page."""
    return b"crickets_problems 0.0\n"


async def nothing() -> bytes | None:
    """None to be had now."""
    return None


def listening(story: Story, page: Callable[[], Awaitable[bytes | None]] = figures, host: str = "127.0.0.1") -> None:
    """Let it listen while a story is lived in another thread."""

    async def main() -> None:
        port: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        listener = Listener(
            host=host, port=0, page=page, content_type="text/plain; version=0.0.4", began=port.set_result
        )
        work = asyncio.create_task(listener.run())
        await asyncio.wait((work, port), return_when=asyncio.FIRST_COMPLETED)
        try:
            await asyncio.to_thread(story, port.result())
        finally:
            work.cancel()
            await asyncio.wait((work,))

    asyncio.run(main())


def asked(port: int, method: str = "GET", path: str = "/metrics", host: str = "") -> tuple[int, str, bytes]:
    """The status, the kind of what came, and that."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request(method, path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read()


def a_line(port: int) -> socket.socket:
    """A connection on which nothing is said."""
    return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)


def test_the_figures() -> None:
    """They come with the kind that Prometheus asks for; as often as they're asked for."""

    def story(port: int) -> None:
        for _ in range(MOST + 2):
            assert asked(port) == (200, "text/plain; version=0.0.4", b"crickets_problems 0.0\n")

    listening(story)


def test_another_kind_of_address() -> None:
    """By IPv6, where the machine has it."""

    def story(port: int) -> None:
        with closing(HTTPConnection("::1", port, timeout=PATIENCE)) as connection:
            connection.request("GET", "/metrics")
            assert connection.getresponse().status == 200

    listening(story, host="::1")


@pytest.mark.parametrize(
    ("method", "path", "host", "status"),
    [
        ("GET", "/", "", 404),
        ("POST", "/metrics", "", 405),
        ("GET", "/metrics", "evil.example", 403),
    ],
)
def test_anything_else(method: str, path: str, host: str, status: int) -> None:
    """It's refused, and nobody looks at any figure for it."""

    async def none() -> bytes | None:
        raise AssertionError("asked for")

    def story(port: int) -> None:
        assert asked(port, method, path, host)[0] == status
        assert b"crickets_" not in asked(port, method, path, host)[2]

    listening(story, none)


def test_no_figures_for_now() -> None:
    """That's told as what passes."""

    def story(port: int) -> None:
        assert asked(port)[0] == 503

    listening(story, nothing)


def test_those_who_say_nothing() -> None:
    """They hold up nobody as long as there is room, and are hung up on in the end."""

    def story(port: int) -> None:
        silent = [a_line(port) for _ in range(MOST - 1)]
        assert asked(port)[0] == 200
        silent.extend(a_line(port) for _ in range(2))
        assert asked(port)[0] == 200  # once the first have been given up
        assert silent[0].recv(1) == b""
        for line in silent:
            line.close()

    listening(story)


def test_a_request_without_end() -> None:
    """No more is taken in than a head may have."""

    def story(port: int) -> None:
        with a_line(port) as line:
            line.sendall(b"GET /metrics HTTP/1.1\r\n" + b"a" * (8 << 10))
            assert line.recv(64).startswith(b"HTTP/1.1 400 ")
        assert asked(port)[0] == 200

    listening(story)


def test_who_hangs_up() -> None:
    """In the middle of a request, or before the answer: nobody else notices."""

    def story(port: int) -> None:
        for said in (b"", b"GET /met", b"GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"):
            with a_line(port) as line:
                line.sendall(said)
        assert asked(port)[0] == 200

    listening(story)


def test_a_port_that_is_taken() -> None:
    """It's told with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        listener = Listener(host="127.0.0.1", port=port, page=figures, content_type="", began=lambda _port: None)

        with pytest.raises(Transient, match=rf"nobody can ask for figures at 127\.0\.0\.1:{port}: Address already"):
            asyncio.run(listener.run())


def test_a_page_that_takes_too_long() -> None:
    """Whoever asked is hung up on; the next is heard."""

    async def never() -> bytes | None:
        await asyncio.get_running_loop().create_future()
        return None

    async def main() -> None:
        port: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        listener = Listener(host="127.0.0.1", port=0, page=never, content_type="", began=port.set_result)
        work = asyncio.create_task(replace(listener, patience=timedelta(milliseconds=50)).run())
        where = await port
        for _ in range(2):
            reader, writer = await asyncio.open_connection("127.0.0.1", where)
            writer.write(b"GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert await reader.read() == b""
            writer.close()
        work.cancel()
        await asyncio.wait((work,))

    asyncio.run(main())

"""What a web server may do to whoever asks it, and what is told of it."""

from __future__ import annotations

import gzip
import itertools
import socket
import threading
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
import urllib3

from crickets.errors import ConfigError, CricketsError, LoginRefused, Refused, Transient
from crickets.notify.dav import LARGEST, Dav, Place
from crickets.web import Site
from crickets.web.lines import require_loopback
from tests.notify.web import Act, a_web, an_answer, hear_out, saying

SOON = timedelta(seconds=0.6)
IN_TIME = 3.0
"""Seconds after which a test that is about `SOON` has failed, on a busy machine too."""


def asked(act: Act, *, patience: timedelta = timedelta(seconds=10)) -> tuple[int, bytes]:
    """What comes of asking a server that acts so."""
    with a_web(act) as web, Dav(web.place, patience) as dav:
        answer = dav.ask("PROPFIND", dav.path, body=b"<x/>", headers={"Depth": "0"})
        return answer.status, answer.body


def error_of(act: Act, *, patience: timedelta = timedelta(seconds=10)) -> CricketsError:
    """What is told of a server that acts so."""
    with pytest.raises(CricketsError) as caught:
        asked(act, patience=patience)
    assert "hunter2" not in str(caught.value)
    return caught.value


def test_a_request() -> None:
    """It goes to the address of the config with what opens it, and asks for no compression."""
    with a_web(saying(an_answer("207 Multi-Status", b"<y/>"))) as web, Dav(web.place) as dav:
        answer = dav.ask("PROPFIND", dav.path, body=b"<x/>", headers={"Depth": "0"})

    assert (answer.status, answer.body, answer.is_there, answer.was_changed) == (207, b"<y/>", True, False)
    [request] = web.requests
    assert request.startswith(b"PROPFIND /dana/tasks/ HTTP/1.1\r\n")
    for line in (b"Authorization: Basic ZGFuYTpodW50ZXIy", b"Accept-Encoding: identity", b"Depth: 0"):
        assert b"\r\n" + line + b"\r\n" in request


def test_a_password_in_other_letters() -> None:
    """It's sent in UTF-8."""
    with a_web(saying(an_answer("200 OK"))) as web, Dav(replace(web.place, secret="5€")) as dav:
        dav.ask("GET", "/")

    assert b"Basic " + b64encode("dana:5€".encode()) in web.requests[0]


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_what_is_not_there(status: str) -> None:
    """That's an answer, and no error."""
    with a_web(saying(an_answer(status))) as web, Dav(web.place) as dav:
        assert not dav.ask("DELETE", "/x").is_there


def test_what_was_changed() -> None:
    """So is that nothing was done for it isn't any more as was supposed."""
    with a_web(saying(an_answer("412 Precondition Failed"))) as web, Dav(web.place) as dav:
        assert dav.ask("PUT", "/x").was_changed


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("401 Unauthorized", LoginRefused),
        ("403 Forbidden", Refused),
        ("405 Method Not Allowed", Refused),
        ("423 Locked", Transient),
        ("429 Too Many Requests", Transient),
        ("500 Oops", Transient),
        ("503 Service Unavailable", Transient),
    ],
)
def test_a_refusal(status: str, kind: type[CricketsError]) -> None:
    """Its family says who must act, and the server's words are kept."""
    error = error_of(saying(an_answer(status)))

    assert type(error) is kind
    assert status in error.what


@pytest.mark.parametrize("spoken", ["hunter2", b64encode(b"dana:hunter2").decode()], ids=["as it is", "as it was said"])
@pytest.mark.parametrize("status", ["401", "403", "503"])
def test_a_server_that_repeats_the_password(status: str, spoken: str) -> None:
    """It isn't told on: the words are kept in the ledger, and shown."""
    error = error_of(saying(an_answer(f"{status} {spoken} is not enough")))

    assert spoken not in error.what
    assert f"{status} … is not enough" in error.what


def test_an_address_that_leads_elsewhere() -> None:
    """It isn't followed: the password would go there too."""
    with a_web(saying(an_answer("200 OK"))) as other:
        away = an_answer("301 Moved Permanently", b"", f"Location: http://127.0.0.1:{other.port}/")

        assert "301 Moved Permanently" in error_of(saying(away)).what
    assert other.requests == []


def test_an_answer_without_end() -> None:
    """No more of it is taken than any task list is long."""

    def act(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 207 Multi-Status\r\n\r\n")
        for _ in itertools.count():
            line.sendall(b"x" * 65_536)

    assert "answers without end" in str(error_of(act))


def test_an_answer_that_unpacks_to_much() -> None:
    """It isn't unpacked: that was not asked for."""
    packed = gzip.compress(b"x" * (LARGEST * 4))

    assert asked(saying(an_answer("207 Multi-Status", packed, "Content-Encoding: gzip"))) == (207, packed)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"hello\r\n",
        b"HTTP/1.1 207 Multi-Status\r\nContent-Length: 99\r\n\r\nshort",
        b"HTTP/1.1 207 Multi-Status\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 207 X\r\n" + b"A: b\r\n" * 300 + b"\r\n",
        b"HTTP/1.1 207 X\r\nA: " + b"b" * 100_000 + b"\r\n\r\n",
    ],
    ids=["nothing", "no HTTP", "cut short", "bad chunk", "many fields", "a long field"],
)
def test_what_is_no_answer(answer: bytes) -> None:
    """It's told as a failure that may pass."""
    assert isinstance(error_of(saying(answer)), Transient)


def drip(line: socket.socket) -> None:
    """A head that never ends, a byte at a time and each in time."""
    line.sendall(b"HTTP/1.1 207 Multi-Status\r\nA: ")
    pace = threading.Event()
    while not pace.wait(0.02):
        line.sendall(b"b")


def drip_a_body(line: socket.socket) -> None:
    """The same of a body."""
    line.sendall(b"HTTP/1.1 207 Multi-Status\r\n\r\n")
    drip(line)


def say_nothing(line: socket.socket) -> None:
    """Not a word, until the other side hangs up."""
    hear_out(line)


@pytest.mark.parametrize("act", [drip, drip_a_body, say_nothing])
def test_a_slow_server(act: Act) -> None:
    """It's broken off in time, whatever it does to seem alive."""
    begun = monotonic()

    error = error_of(act, patience=SOON)

    assert isinstance(error, Transient)
    assert monotonic() - begun < IN_TIME


def test_a_server_that_is_slow_over_tls() -> None:
    """A handshake that never ends is broken off too."""
    begun = monotonic()
    with a_web(drip) as web:
        place = Place(url=web.place.url.replace("http:", "https:"), username="dana", secret="hunter2")
        with Dav(place, SOON) as dav, pytest.raises(Transient):
            dav.ask("GET", "/")

    assert monotonic() - begun < IN_TIME


def test_many_requests_to_a_slow_server() -> None:
    """The time is for all of them together: once it's over, nothing more is asked."""
    with a_web(say_nothing) as web, Dav(web.place, SOON) as dav:
        for _ in range(3):
            with pytest.raises(Transient):
                dav.ask("GET", "/")
    assert len(web.requests) <= 2


def test_an_end_from_another_thread() -> None:
    """What is under way ends at once."""
    begun = threading.Event()

    def act(line: socket.socket) -> None:
        begun.set()
        say_nothing(line)

    with a_web(act) as web, Dav(web.place) as dav:
        enders = threading.Thread(target=lambda: dav.interrupt() if begun.wait(10) else None)
        enders.start()
        with pytest.raises(Transient, match="took too long"):
            dav.ask("GET", "/")
        enders.join()


def test_an_end_while_a_connection_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes to nothing, and is closed: else Python says so when the process ends."""
    with a_web(say_nothing) as web, Dav(web.place) as dav:
        opened: Callable[..., socket.socket] = urllib3.util.connection.create_connection
        made: list[socket.socket] = []

        def connect(*arguments: object, **options: object) -> socket.socket:
            line = opened(*arguments, **options)
            made.append(line)
            dav.interrupt()
            return line

        monkeypatch.setattr(urllib3.util.connection, "create_connection", connect)
        with pytest.raises(Transient):
            dav.ask("GET", dav.path)

    assert [line.fileno() for line in made] == [-1]


def test_a_server_that_is_not_there() -> None:
    """It's told what the matter is."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    place = Place(url=f"http://127.0.0.1:{port}/", username="dana", secret="hunter2")

    with (
        Dav(place) as dav,
        pytest.raises(Transient, match="could not be reached for the task list: Connection refused"),
    ):
        dav.ask("GET", "/")


def test_a_host_that_nobody_knows() -> None:
    """It's told by its name."""
    place = Place(url="https://nobody.invalid/", username="dana", secret="hunter2")

    with Dav(place) as dav, pytest.raises(Transient, match=r"nobody\.invalid could not be reached"):
        dav.ask("GET", "/")


def test_no_tls_to_another_machine() -> None:
    """The password goes to this machine alone, whatever a name leads to."""
    site = Site(url="http://localhost/", matter="the task list", key="tasks.caldav_url", again="", largest=1)

    for address in ("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"):
        require_loopback(address, site)
    for address in ("192.0.2.7", "10.0.0.1", "fe80::1%eth0", "2001:db8::1"):
        with pytest.raises(Refused, match=r"localhost is another machine\nGive tasks\.caldav_url an address"):
            require_loopback(address, site)


def test_certificates_that_are_none(tmp_path: Path) -> None:
    """It's the config's mistake."""
    none = tmp_path / "none.pem"
    none.write_text("hello")

    with pytest.raises(ConfigError, match=r"tasks\.tls_ca_file: no certificates could be read from "):
        Dav(Place(url="https://a.example/", username="dana", secret="hunter2", tls_ca_file=none))


def test_how_servers_write_addresses() -> None:
    """As a path or as a whole address, it's the same; another host's name is of no consequence."""
    dav = Dav(Place(url="https://a.example/dana/tasks", username="dana", secret="hunter2"))

    assert dav.path == "/dana/tasks/"
    for before in ("/dana/tasks/", "https://a.example/dana/tasks/", "http://evil.example/dana/tasks/", ""):
        assert dav.href_of(f"{before}x.ics") == "/dana/tasks/x.ics"


def test_an_address_in_other_letters() -> None:
    """It's written as the web has it, once."""
    for url in ("https://a.example/Größe/a b/", "https://a.example/Gr%C3%B6%C3%9Fe/a%20b/"):
        assert Dav(Place(url=url, username="dana", secret="hunter2")).path == "/Gr%C3%B6%C3%9Fe/a%20b/"

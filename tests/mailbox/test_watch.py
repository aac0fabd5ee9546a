"""Waiting for something to move, on servers that tell it in every way."""

from __future__ import annotations

import datetime as dt
import socket
import threading
from collections.abc import Callable
from time import monotonic

import pytest

from crickets.errors import Refused, Transient
from crickets.mailbox import Password, Watch, open_watch
from crickets.mailbox.connection import connect
from crickets.mailbox.stream import Stream
from tests.contract.worlds import server_settings
from tests.mailbox.scripted import HANG_UP, ScriptedServer
from tests.servers.mail import a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer

AT = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
AGREED = b"+ idling\r\n"


def watching(server: ScriptedServer, *, patience: float = 5, anew_after_seconds: float = 600) -> Watch:
    """A watch on a scripted server."""
    connection = connect(server.settings, Password(secret="s3same-open"))
    return Watch(connection, patience=patience, anew_after_seconds=anew_after_seconds)


def idling(said: bytes) -> ScriptedServer:
    """A server that says this when IDLE is asked for."""
    return ScriptedServer({"IDLE": said, "DONE": b"W1 OK done\r\n"}, capabilities="IDLE")


def took(act: Callable[[], object]) -> float:
    """How many seconds it took."""
    before = monotonic()
    act()
    return monotonic() - before


@pytest.mark.parametrize(
    "said",
    [
        AGREED + b"* 4 EXISTS\r\n",
        AGREED + b"* OK Still here\r\n* 2 EXPUNGE\r\n",
        b"* 4 EXISTS\r\n" + AGREED,
        AGREED + b"* VANISHED 5\r\n",
    ],
    ids=["with the consent", "after a sign of life", "before the consent", "vanished"],
)
def test_mail_that_comes_or_goes(said: bytes) -> None:
    """It's told, wherever the server says it, and told once."""
    with idling(said) as server:
        watch = watching(server)

        assert watch.wait(5)
        assert not watch.wait(0.1)
        watch.close()


@pytest.mark.parametrize("said", [b"* OK Still here\r\n", b"* 3 FETCH (FLAGS (\\Seen))\r\n", b"* 0 RECENT\r\n", b""])
def test_what_is_nothing_to_act_on(said: bytes) -> None:
    """A sign of life, or a mail being read, wakes nobody."""
    with idling(AGREED + said) as server:
        watch = watching(server)

        assert not watch.wait(0.2)
        watch.close()


@pytest.mark.parametrize(
    "said", [AGREED + b"* BYE going down\r\n", AGREED + HANG_UP, HANG_UP, AGREED + b"* 4 EXI" + HANG_UP]
)
def test_a_server_that_goes(said: bytes) -> None:
    """Whoever waits is told, at once, and does not spin."""
    with idling(said) as server:
        watch = watching(server)
        with pytest.raises(Transient):
            watch.wait(5)
        watch.close()


def test_a_server_that_refuses() -> None:
    """Its words are told."""
    with idling(b"W1 NO not for you\r\n") as server:
        watch = watching(server)
        with pytest.raises(Refused, match="not for you"):
            watch.wait(5)
        watch.close()


def test_a_server_that_never_agrees() -> None:
    """It's given up."""
    with idling(b"* OK hm\r\n") as server:
        watch = watching(server, patience=0.1)
        with pytest.raises(Transient, match="said nothing"):
            watch.wait(5)
        watch.close()


def test_a_line_that_has_died_unnoticed() -> None:
    """It's given up when the IDLE is to be begun anew and nobody answers: a gateway may have forgotten it."""
    with ScriptedServer({"IDLE": AGREED, "DONE": b""}, capabilities="IDLE") as server:
        watch = watching(server, patience=0.1, anew_after_seconds=0.05)
        with pytest.raises(Transient, match="said nothing"):
            watch.wait(5)
        watch.close()


def test_a_word_in_two_halves() -> None:
    """It's told once it's whole, however long the second half takes to come."""
    near, far = socket.socketpair()
    quiet, waker = socket.socketpair()
    with near, far, quiet, waker:
        stream = Stream(near, patience=5)
        far.sendall(b"* 4 EXI")
        assert stream.line_within(0.05, quiet) is None
        far.sendall(b"STS\r\n")
        assert stream.line_within(5, quiet) == b"* 4 EXISTS\r\n"


def test_an_idle_that_lasts_long() -> None:
    """It's begun anew, and goes on waiting."""
    with idling(AGREED) as server:
        watch = watching(server, anew_after_seconds=0.05)

        assert not watch.wait(0.3)
        watch.close()

    assert server.said.count("IDLE") > 2
    assert server.said.count("DONE") >= server.said.count("IDLE") - 1


def test_mail_told_between_two_idles() -> None:
    """What comes with the answer to DONE is told too."""
    replies = {"IDLE": AGREED, "DONE": b"* 4 EXISTS\r\nW1 OK done\r\n"}
    with ScriptedServer(replies, capabilities="IDLE") as server:
        watch = watching(server, anew_after_seconds=0.05)

        assert watch.wait(5)
        watch.close()


def test_waiting_that_is_stopped() -> None:
    """Another thread ends it within a moment, once and for all."""
    with idling(AGREED) as server:
        watch = watching(server)
        threading.Timer(0.1, watch.stop).start()

        assert took(lambda: watch.wait(60)) < 5
        assert took(lambda: watch.wait(60)) < 5
        watch.close()

    assert server.said[-2:] == ["DONE", "LOGOUT"]


def test_waiting_that_is_stopped_before_the_server_agrees() -> None:
    """A server that owes an answer can't keep anybody."""
    with idling(b"") as server:
        watch = watching(server, patience=60)
        threading.Timer(0.1, watch.stop).start()

        assert took(lambda: watch.wait(60)) < 5
        watch.close()


def test_a_server_without_idle() -> None:
    """Only time passes there, and stopping ends it."""
    with ScriptedServer() as server:
        watch = watching(server)

        assert not watch.supports_idle
        assert not watch.wait(0.05)
        watch.stop()
        assert took(lambda: watch.wait(60)) < 5
        watch.close()


def test_a_folder_that_can_not_be_opened() -> None:
    """It's refused, and the connection is not left open."""
    replies = {"EXAMINE": b"%t NO [NONEXISTENT] no such folder\r\n"}
    with ScriptedServer(replies, capabilities="IDLE") as server:
        with pytest.raises(Refused):
            open_watch(server.settings, Password(secret="s3same-open"), "Nowhere")

        assert server.said[-1] == "LOGOUT"


def test_mail_on_a_real_server(any_server: ImapServer) -> None:
    """It's told soon, the first and the next, and not told where there is none."""
    user = any_server.user()
    owner = OwnersMailbox(any_server, user)
    watch = open_watch(server_settings(any_server, user), Password(secret=any_server.password))
    try:
        assert not watch.wait(0.3)
        for _ in range(2):
            owner.put("INBOX", a_message(at=AT))
            assert watch.wait(70)  # Cyrus without idled looks once a minute
            watch.wait(0.3)
    finally:
        watch.close()

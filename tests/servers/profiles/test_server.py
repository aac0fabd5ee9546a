"""Our own server over real sockets, with the mail clients of others."""

from __future__ import annotations

import datetime as dt
import socket
import threading

import pytest

from tests.servers import test_servers
from tests.servers.fixtures import serving
from tests.servers.mail import a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.profiles.listed import PLAIN
from tests.servers.profiles.moments import Cut, Moment, Phase
from tests.servers.profiles.server import ProfileServer

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def any_server(plain_server: ProfileServer) -> ProfileServer:
    """Our own, for the tests that each server of the tests passes."""
    return plain_server


class TestAsEachServer:
    """What holds for the servers that are installed."""

    test_logging_in = staticmethod(test_servers.test_a_fresh_user_logs_in_with_imapclient_and_has_every_folder)
    test_a_wrong_password = staticmethod(test_servers.test_a_wrong_password_is_refused)
    test_a_fresh_mailbox = staticmethod(test_servers.test_a_fresh_mailbox_is_empty)
    test_appending = staticmethod(test_servers.test_what_is_appended_is_fetched_back_byte_for_byte)
    test_two_users = staticmethod(test_servers.test_one_users_mail_is_not_seen_by_another)
    test_idle = staticmethod(test_servers.test_idle_tells_of_new_mail)


def test_the_owner_and_the_mailbox_behind(plain_server: ProfileServer) -> None:
    """What is done by IMAP lies in the mailbox in memory, and the other way round."""
    box = OwnersMailbox(plain_server, plain_server.user())
    memory = plain_server.mailbox(box.user)
    uid = box.put("Drafts", a_message(at=AT), flags=["\\Draft"])
    edited = box.edit_draft(box.drafts[0], "Better words\n", at=AT)
    memory.flag("Drafts", edited.uid, "\\Flagged")
    box.create("Crickets/Stop")
    box.move("Drafts", edited.uid, "Crickets/Stop")

    assert memory.folder("Crickets/Stop") == box.folder("Crickets/Stop")
    [moved] = box.folder("Crickets/Stop")
    assert (edited.uid, moved.raw, moved.flags) == (uid + 1, edited.raw, edited.flags | {"\\Flagged"})


def test_a_line_that_is_cut(plain_server: ProfileServer) -> None:
    """The client sees it end; the next one is served."""
    box = OwnersMailbox(plain_server, plain_server.user())

    def cut(moment: Moment) -> None:
        if moment == Moment(call="APPEND", phase=Phase.AFTER):
            raise Cut

    plain_server.interfere = cut
    said = f"a LOGIN {box.user} {plain_server.password}\r\nb APPEND Drafts {{3+}}\r\nHi!\r\nc NOOP\r\n"

    assert heard_until_the_end(plain_server, said).splitlines()[1:] == ["a OK Logged in"]
    assert [draft.raw for draft in box.drafts] == [b"Hi!"]


def test_two_clients_at_once(plain_server: ProfileServer) -> None:
    """Each message gets a UID of its own, and none is lost."""
    box = OwnersMailbox(plain_server, plain_server.user())
    given: list[int] = []

    def put_many() -> None:
        given.extend(box.put("INBOX", a_message(at=AT)) for _ in range(20))

    threads = [threading.Thread(target=put_many) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert sorted(given) == list(range(1, 61))
    assert {message.uid for message in box.folder("INBOX")} == set(given)


def test_a_mistake_of_the_servers_own() -> None:
    """It isn't lost in a thread: whoever stops the server is told."""

    def stumble(moment: Moment) -> None:
        if moment.call == "LOGIN":
            raise ZeroDivisionError

    served = serving(PLAIN)
    server = next(served)
    server.interfere = stumble
    heard_until_the_end(server, "a LOGIN dana pw\r\n")

    with pytest.raises(ZeroDivisionError):
        next(served)


def heard_until_the_end(server: ProfileServer, said: str) -> str:
    """What the server answers until it hangs up."""
    with socket.create_connection((server.host, server.port), timeout=20) as sock:
        sock.sendall(said.encode())
        return b"".join(iter(lambda: sock.recv(4096), b"")).decode()

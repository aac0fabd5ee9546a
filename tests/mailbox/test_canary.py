"""Faults of our libraries that are worked around: a test FAILS when its fault is mended, and the way round may go."""

from __future__ import annotations

import re

import pytest
from imapclient import IMAPClient

from tests.mailbox.scripted import HANG_UP, ScriptedServer


@pytest.fixture
def server() -> ScriptedServer:
    """A server that answers a FETCH well, and hangs up in IDLE."""
    replies = {"UID FETCH": b"* 1 FETCH (UID 1 FLAGS ())\r\n%t OK done\r\n", "IDLE": b"+ idling\r\n" + HANG_UP}
    return ScriptedServer(replies, capabilities="IDLE")


def logged_in(server: ScriptedServer) -> IMAPClient:
    """Imapclient as it is out of the box."""
    client = IMAPClient("127.0.0.1", server.port, ssl=False, timeout=5)
    client.login("dana", "s3same-open")
    client.select_folder("INBOX", readonly=True)
    return client


def test_ranges_of_uids(server: ScriptedServer) -> None:
    """mjs/imapclient#666: ranges are refused, after the answer came. When this fails: see mailbox/wire.py."""
    with server:
        client = logged_in(server)
        with pytest.raises(ValueError, match=re.escape("1:*")):
            client.fetch("1:*", ["FLAGS"])
        assert any("1:*" in said for said in server.said)
        client.shutdown()


def test_the_end_of_an_idle_connection(server: ScriptedServer) -> None:
    """mjs/imapclient#565: a dead line looks like a quiet one. When this fails: see mailbox/watch.py."""
    with server:
        client = logged_in(server)
        client.idle()
        assert [client.idle_check(timeout=5) for _ in range(3)] == [[], [], []]
        client.shutdown()


def test_an_answer_without_words() -> None:
    """Imaplib takes "A1 OK" for no answer. When this fails: see mailbox/client.py."""
    with ScriptedServer({"SELECT": b"%t OK\r\n"}) as server:
        client = logged_in(server)
        with pytest.raises(IMAPClient.AbortError, match="unexpected response"):
            client.select_folder("INBOX")
        client.shutdown()


def test_a_folder_with_a_bracket() -> None:
    """It keeps imapclient from listing any folder. When this fails: see mailbox/folders.py."""
    with ScriptedServer({"LIST": b'* LIST () "/" [half\r\n%t OK done\r\n'}) as server:
        client = logged_in(server)
        with pytest.raises(IMAPClient.Error, match="closing"):
            client.list_folders()
        client.shutdown()

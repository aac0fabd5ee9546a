"""A message that the server will not show: whether it's that message, or the server that is unwell."""

from __future__ import annotations

from contextlib import closing

import pytest

from crickets.domain.mailbox import Uid, UidValidity
from crickets.errors import NotNow, Refused, Transient
from tests.mailbox.scripted import Reply, ScriptedServer

FOR_NOW = "NO [UNAVAILABLE] Temporary failure"
FOR_GOOD = "NO [EXPUNGEISSUED] No such message"


def a_server(body: str, uid: str = "OK done") -> ScriptedServer:
    """A server that answers so when it's asked for a body, and when it's asked for a UID alone."""

    def told(command: bytes) -> bytes:
        return b"%t " + (body if b"BODY" in command else uid).encode() + b"\r\n"

    replies: dict[str, Reply] = {"UID FETCH": told}
    return ScriptedServer(replies)


@pytest.mark.parametrize(
    ("body", "uid", "error"),
    [
        pytest.param(FOR_NOW, "OK done", NotNow, id="this one can't be shown for now"),
        pytest.param(FOR_NOW, FOR_NOW, Transient, id="nothing can be shown for now"),
        pytest.param(FOR_GOOD, "OK done", Refused, id="this one can't be shown"),
        pytest.param(FOR_GOOD, FOR_GOOD, Refused, id="nothing can be shown"),
    ],
)
def test_a_refusal(body: str, uid: str, error: type[Exception]) -> None:
    """Its family says whom it's about; the connection lives on."""
    with a_server(body, uid) as server, closing(server.mailbox()) as mailbox:
        with pytest.raises(error) as caught:
            mailbox.message("INBOX", UidValidity(7), Uid(1), limit=9)

        assert type(caught.value) is error
        assert mailbox.examine("INBOX").exists == 3


def test_a_refusal_for_good() -> None:
    """The server isn't asked twice."""
    with a_server(FOR_GOOD) as server, closing(server.mailbox()) as mailbox:
        with pytest.raises(Refused):
            mailbox.message("INBOX", UidValidity(7), Uid(1), limit=9)

        fetched = [said for said in server.said if "FETCH" in said]
    assert fetched == ["UID FETCH 1 (UID BODY.PEEK[]<0.9>)"]


def test_what_courier_shows_of_a_message_that_is_gone() -> None:
    """It's nobody's mail: the message is gone."""
    shown = (
        b"From: System Administrator <root@localhost>\r\nSubject: message unavailable\r\n\r\n"
        b"This message is no longer available on the server.\r\n"
    )
    answer = b"* 1 FETCH (UID 1 BODY[]<0> {%d}\r\n%b)\r\n%%t OK done\r\n" % (len(shown), shown)
    with ScriptedServer({"UID FETCH": answer}) as server, closing(server.mailbox()) as mailbox:
        assert mailbox.message("INBOX", UidValidity(7), Uid(1), limit=9999) is None

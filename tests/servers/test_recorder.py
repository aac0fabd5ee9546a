"""The recording proxy: what it writes down, and how it makes things go wrong."""

from __future__ import annotations

import contextlib
import datetime as dt
import imaplib
import re
import socket
from collections.abc import Iterator

import imapclient
import pytest

from tests.servers.faults import Fault, passed
from tests.servers.mail import a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.recorder import Recorder
from tests.servers.rules import broken_rules
from tests.servers.server import ImapServer

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
PATIENCE = 20.0


@pytest.fixture
def recorder(any_server: ImapServer) -> Iterator[Recorder]:
    """A recorder before each server in turn."""
    made = Recorder(any_server)
    yield made
    made.stop()


@pytest.fixture
def user(recorder: Recorder) -> str:
    """A fresh login."""
    return recorder.user()


@pytest.fixture
def behind(any_server: ImapServer, user: str) -> OwnersMailbox:
    """The same user's mailbox, seen past the recorder."""
    return OwnersMailbox(any_server, user)


def a_client(recorder: Recorder, user: str) -> imapclient.IMAPClient:
    """A client that talks through the recorder."""
    client = imapclient.IMAPClient(recorder.host, port=recorder.port, ssl=False, timeout=PATIENCE)
    client.login(user, recorder.password)
    client.capabilities()  # asked for at some point by every command that needs one of them
    return client


@contextlib.contextmanager
def broken_line(client: imapclient.IMAPClient) -> Iterator[None]:
    """What is done here meets a line that breaks, or a server that says nothing."""
    with pytest.raises((OSError, imaplib.IMAP4.abort)):
        yield
    client.shutdown()


def append(client: imapclient.IMAPClient, folder: str) -> None:
    """Lay a draft into a folder."""
    client.append(folder, a_message(at=AT).raw, (rb"\Draft", rb"\Seen"))


def drafts(behind: OwnersMailbox) -> str:
    """The folder Drafts, as that server calls it."""
    return behind.naming.on_the_wire("Drafts")


class TestTheRecord:
    def test_every_command_is_written_down(self, recorder: Recorder, user: str, behind: OwnersMailbox) -> None:
        """In order, with verb and rest; the literal apart, whole; what the client gets is what the server says."""
        with a_client(recorder, user) as client:
            recorder.forget()
            append(client, drafts(behind))
            client.select_folder("INBOX", readonly=True)
            client.idle()
            client.idle_done()

        verbs = [verb for verb, _ in recorder.commands]
        [appended] = [c for c in recorder.complete_commands if c.verb == "APPEND"]
        assert verbs == ["APPEND", "EXAMINE", "IDLE", "DONE", "LOGOUT"]
        assert appended.literals[0] == behind.folder("Drafts")[0].raw

    def test_connections_are_kept_apart(self, recorder: Recorder, user: str) -> None:
        """Each is a session of its own, so that what is selected in one says nothing of the other."""
        with a_client(recorder, user) as one, a_client(recorder, user) as other:
            recorder.forget()
            one.select_folder("INBOX", readonly=True)
            other.noop()

        assert recorder.sessions == ((("EXAMINE", '"INBOX"'), ("LOGOUT", "")), (("NOOP", ""), ("LOGOUT", "")))

    def test_a_refused_append_is_written_down(self, recorder: Recorder, user: str) -> None:
        """Whether or not its literal was ever sent; and what follows is read right."""
        with a_client(recorder, user) as client:
            recorder.forget()
            with pytest.raises(imapclient.exceptions.IMAPClientError):
                append(client, "No such folder")
            client.noop()

        assert [verb for verb, _ in recorder.commands] == ["APPEND", "NOOP", "LOGOUT"]

    def test_the_rules_judge_a_real_session(self, recorder: Recorder, user: str, behind: OwnersMailbox) -> None:
        """An owner's own client breaks them, which the record shows."""
        OwnersMailbox(recorder, user).remove("INBOX", behind.put("INBOX", a_message(at=AT)))
        broken = [rule for session in recorder.sessions for rule in broken_rules(session)]

        assert [re.match("(?:UID )?[A-Z]+", told)[0] for told in broken] == [  # type: ignore[index]
            "SELECT",
            "UID COPY",
            "UID STORE",
            "UID EXPUNGE",
        ]


class TestFaults:
    def test_cut_before_a_command_the_server_never_hears_it(
        self, recorder: Recorder, user: str, behind: OwnersMailbox
    ) -> None:
        """The client sees a broken line, and nothing was appended."""
        client = a_client(recorder, user)
        recorder.fault = Fault(before="APPEND")
        with broken_line(client):
            append(client, drafts(behind))

        assert behind.drafts == ()

    def test_somebody_acts_before_a_command(self, recorder: Recorder, user: str, behind: OwnersMailbox) -> None:
        """Once, and nothing is cut: the command goes its way."""
        mail = a_message(at=AT, subject="Meanwhile")
        recorder.fault = Fault(before="APPEND", meanwhile=lambda: behind.put("Drafts", mail))
        with a_client(recorder, user) as client:
            append(client, drafts(behind))
            append(client, drafts(behind))

        assert recorder.struck.is_set()
        assert [draft.mail.subject == "Meanwhile" for draft in behind.drafts] == [True, False, False]

    def test_a_lost_answer_the_server_has_done_it(self, recorder: Recorder, user: str, behind: OwnersMailbox) -> None:
        """The client sees a broken line, but the draft lies there: the case for seeking before appending again."""
        client = a_client(recorder, user)
        recorder.fault = Fault(answer_lost="APPEND")
        with broken_line(client):
            append(client, drafts(behind))

        assert len(behind.drafts) == 1

    def test_a_fault_strikes_once(self, recorder: Recorder, user: str) -> None:
        """The next connection is sound, and the test is told that it struck."""
        recorder.fault = Fault(after_server_bytes=5)
        with pytest.raises((OSError, imaplib.IMAP4.error)):
            a_client(recorder, user)
        with a_client(recorder, user) as client:
            client.noop()

        assert recorder.struck.is_set()

    def test_a_lasting_fault_strikes_again(self, recorder: Recorder, user: str) -> None:
        """Until it is taken away."""
        recorder.fault = Fault(after_server_bytes=0, lasting=True)
        for _ in range(2):
            with pytest.raises((OSError, imaplib.IMAP4.error)):
                a_client(recorder, user)

        assert len(recorder.sessions) == 2

    @pytest.mark.parametrize("limit", [0, 1, 7, 20])
    def test_cut_after_bytes_of_the_servers(self, recorder: Recorder, limit: int) -> None:
        """So many arrive, and then the line is dead."""
        recorder.fault = Fault(after_server_bytes=limit)

        assert len(all_that_comes(recorder, b"")) == limit

    def test_cut_after_bytes_of_the_clients(self, recorder: Recorder, user: str, behind: OwnersMailbox) -> None:
        """The server hears the beginning of a message only."""
        client = a_client(recorder, user)
        recorder.fault = Fault(after_client_bytes=150)
        with broken_line(client):
            append(client, drafts(behind))

        assert recorder.struck.wait(PATIENCE)
        assert behind.drafts == ()

    def test_the_server_is_waited_for(self, recorder: Recorder, user: str, behind: OwnersMailbox) -> None:
        """Behind a line that was cut it goes on with what it has heard; then no line is left, on either side."""
        client = a_client(recorder, user)
        recorder.fault = Fault(answer_lost="APPEND")
        with broken_line(client):
            append(client, drafts(behind))
        recorder.wait_for_the_server()
        recorder.forget()

        assert recorder.sessions == ()

    def test_a_black_hole_says_nothing(self, recorder: Recorder) -> None:
        """It accepts, and the client waits in vain."""
        recorder.fault = Fault(black_hole=True)
        with (
            socket.create_connection((recorder.host, recorder.port), timeout=0.3) as line,
            pytest.raises(TimeoutError),
        ):
            line.recv(1)

    def test_a_server_may_fall_silent_in_a_session(self, recorder: Recorder, user: str) -> None:
        """And speak again to the next who comes, once the fault is taken away."""
        client = a_client(recorder, user)
        client.socket().settimeout(0.5)  # only now: a login may take longer on a busy machine
        recorder.fault = Fault(black_hole=True)
        with broken_line(client):
            client.noop()
        recorder.fault = Fault()
        with a_client(recorder, user) as client:
            said = client.noop()

        assert said

    def test_a_slow_server_is_only_late(self, recorder: Recorder, user: str) -> None:
        """Everything comes in the end."""
        with a_client(recorder, user) as client:
            recorder.fault = Fault(delay=0.05)
            state = client.select_folder("INBOX", readonly=True)

        assert state[b"EXISTS"] == 0


def all_that_comes(recorder: Recorder, said: bytes) -> bytes:
    """What a client gets that says this at once and then only listens."""
    came = b""
    with socket.create_connection((recorder.host, recorder.port), timeout=PATIENCE) as line:
        line.sendall(said)
        try:
            while piece := line.recv(4096):
                came += piece
        except ConnectionResetError:
            pass
    return came


@pytest.mark.parametrize(
    ("already", "limit", "expected"),
    [(0, None, (b"abc", False)), (0, 4, (b"abc", False)), (0, 3, (b"abc", True)), (2, 3, (b"a", True))],
)
def test_how_much_of_a_piece_may_pass(already: int, limit: int | None, expected: tuple[bytes, bool]) -> None:
    """Up to the limit, counted from the connection's beginning."""
    assert passed(b"abc", already, limit) == expected

"""Each server of the tests: it starts, lets one in as any mail client, and keeps its users apart."""

from __future__ import annotations

import datetime as dt
import imaplib
import re
import ssl
from collections.abc import Iterator

import imapclient
import pytest

from tests.servers.certificates import ANOTHER_HOST
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import running
from tests.servers.mail import Mail, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import FOLDERS, ImapServer, Tls

RECEIVED = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def logged_in(server: ImapServer, user: str) -> imapclient.IMAPClient:
    """A client of that user, as the code under test would make one."""
    client = imapclient.IMAPClient(server.host, port=server.port, ssl=False, timeout=20)
    client.normalise_times = False
    client.login(user, server.password)
    return client


def test_a_fresh_user_logs_in_with_imapclient_and_has_every_folder(any_server: ImapServer) -> None:
    """The code under test needs no special case to log in, and finds Sent, Drafts, Trash, Archive and Junk."""
    user = any_server.user()
    with logged_in(any_server, user) as client:
        names = {name.removeprefix("INBOX.") for _, _, name in client.list_folders()}

    assert names == {"INBOX", *FOLDERS}


def test_a_wrong_password_is_refused(any_server: ImapServer) -> None:
    """A login is a real one: the password counts."""
    client = imapclient.IMAPClient(any_server.host, port=any_server.port, ssl=False, timeout=20)
    with client, pytest.raises(imapclient.exceptions.LoginError):
        client.login(any_server.user(), "wrong")


def test_a_fresh_mailbox_is_empty(any_server: ImapServer) -> None:
    """Not one message lies anywhere before the test puts one there."""
    box = OwnersMailbox(any_server, any_server.user())

    assert box.snapshot(without=()) == dict.fromkeys(box.folders, ())


def test_what_is_appended_is_fetched_back_byte_for_byte(any_server: ImapServer) -> None:
    """Bytes, flags and the time of receipt come back as they were given, under the UID that APPENDUID told."""
    user = any_server.user()
    folder = OwnersMailbox(any_server, user).naming.on_the_wire("Drafts")
    mail = a_message(at=RECEIVED, body="Grüße,\nund bis bald.\n")
    with logged_in(any_server, user) as client:
        answer = client.append(folder, mail.raw, (rb"\Draft", rb"\Seen"), RECEIVED)
        uid = int(re.search(rb"APPENDUID \d+ (\d+)", answer)[1])  # type: ignore[index]
        client.select_folder(folder, readonly=True)
        got = client.fetch([uid], ["BODY.PEEK[]", "FLAGS", "INTERNALDATE"])[uid]

    assert got[b"BODY[]"] == mail.raw
    assert set(got[b"FLAGS"]) - {rb"\Recent"} == {rb"\Draft", rb"\Seen"}
    assert got[b"INTERNALDATE"] == RECEIVED


def test_one_users_mail_is_not_seen_by_another(any_server: ImapServer) -> None:
    """Two users of one server share nothing, so that tests may share a server."""
    anna, boris = (OwnersMailbox(any_server, any_server.user()) for _ in range(2))
    anna.put("INBOX", a_message(at=RECEIVED))

    assert (len(anna.folder("INBOX")), len(boris.folder("INBOX"))) == (1, 0)


def test_one_login_is_as_long_as_another(any_server: ImapServer) -> None:
    """So that no session is longer for the name that is said in it."""
    assert len({len(any_server.user()) for _ in range(20)}) == 1


def test_idle_tells_of_new_mail(any_server: ImapServer) -> None:
    """A waiting client hears of a new message without asking."""
    user = any_server.user()
    box = OwnersMailbox(any_server, user)
    with logged_in(any_server, user) as client:
        client.select_folder("INBOX", readonly=True)
        client.idle()
        box.put("INBOX", a_message(at=RECEIVED))
        heard = client.idle_check(timeout=20)
        client.idle_done()

    assert (1, b"EXISTS") in heard


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("dovecot_sdbox", {"SPECIAL-USE", "MOVE", "CONDSTORE", "UIDPLUS", "UNSELECT", "NAMESPACE"}),
        ("dovecot_maildir", {"SPECIAL-USE", "MOVE", "CONDSTORE", "UIDPLUS", "UNSELECT", "NAMESPACE"}),
        ("cyrus", {"SPECIAL-USE", "MOVE", "CONDSTORE", "UIDPLUS", "UNSELECT", "NAMESPACE", "OBJECTID"}),
        ("courier", {"UIDPLUS", "NAMESPACE"}),
        ("pymap_server", {"MOVE", "UIDPLUS", "OBJECTID"}),
    ],
)
def test_the_servers_differ_as_real_ones_do(request: pytest.FixtureRequest, name: str, offered: set[str]) -> None:
    """Together they cover what the code under test must do with and without."""
    server: ImapServer = request.getfixturevalue(name)
    with logged_in(server, server.user()) as client:
        known = {c.decode() for c in client.capabilities()}

    told_apart = {"SPECIAL-USE", "MOVE", "CONDSTORE", "UIDPLUS", "UNSELECT", "NAMESPACE", "OBJECTID"}
    assert known & told_apart == offered


@pytest.mark.parametrize("name", ["dovecot_sdbox", "dovecot_maildir", "cyrus"])
def test_folders_carry_their_special_use(request: pytest.FixtureRequest, name: str) -> None:
    """RFC 6154 attributes stand in a plain LIST; Cyrus writes them in lower case."""
    server: ImapServer = request.getfixturevalue(name)
    with logged_in(server, server.user()) as client:
        uses = {folder: {f.lower() for f in flags} for flags, _, folder in client.list_folders()}

    assert all(f"\\{name.lower()}".encode() in uses[name] for name in FOLDERS)


class TestASpecialDovecot:
    """The options by which a test makes Dovecot poorer, or private."""

    @pytest.fixture
    def plain_old(self) -> Iterator[ImapServer]:
        yield from running(lambda: Dovecot(drop=("MOVE", "UIDPLUS", "SPECIAL-USE"), special_use=False))

    @pytest.fixture(params=[Tls.IMPLICIT, Tls.STARTTLS])
    def private(self, request: pytest.FixtureRequest) -> Iterator[ImapServer]:
        yield from running(lambda: Dovecot(tls=request.param))

    @pytest.fixture
    def impostor(self) -> Iterator[ImapServer]:
        yield from running(lambda: Dovecot(tls=Tls.IMPLICIT, certified_for=ANOTHER_HOST))

    @pytest.fixture
    def quick(self) -> Iterator[ImapServer]:
        yield from running(lambda: Dovecot(quick=True))

    def test_a_copied_mailbox_is_the_same_and_another(self, quick: ImapServer) -> None:
        """To the UID, the flag and the byte; what comes into the copy isn't in the original."""
        assert isinstance(quick, Dovecot)
        box = OwnersMailbox(quick, quick.user())
        box.put("Sent", a_message(at=RECEIVED), flags=["\\Seen"])
        before = box.snapshot(without=())
        copied = OwnersMailbox(quick, quick.copy_of(box.user))

        assert copied.snapshot(without=()) == before
        copied.put("Sent", a_message(at=RECEIVED))
        assert box.snapshot(without=()) == before

    def test_dropped_capabilities_are_not_announced(self, plain_old: ImapServer) -> None:
        """What is dropped is gone after login too, and what is not stays."""
        with logged_in(plain_old, plain_old.user()) as client:
            known = set(client.capabilities())

        assert known & {b"MOVE", b"UIDPLUS", b"SPECIAL-USE"} == set()
        assert b"CONDSTORE" in known

    def test_without_special_use_folders_have_no_attribute(self, plain_old: ImapServer) -> None:
        """Then only a folder's name tells what it is for."""
        with logged_in(plain_old, plain_old.user()) as client:
            flags = {flag for flags, _, _ in client.list_folders() for flag in flags}

        assert flags == {rb"\HasNoChildren"}

    def test_a_certificate_for_this_host_is_accepted(self, private: ImapServer) -> None:
        """With the made-up authority trusted, implicit TLS and STARTTLS both verify."""
        trusted = ssl.create_default_context(cafile=str(private.ca_file))
        implicit = private.tls is Tls.IMPLICIT
        client = imapclient.IMAPClient(private.host, private.port, ssl=implicit, ssl_context=trusted, timeout=20)
        if not implicit:
            client.starttls(trusted)
        with client:
            said = client.login(private.user(), private.password)

        assert said

    def test_the_owners_mailbox_works_over_tls(self, private: ImapServer) -> None:
        """The witness reaches a private server as well."""
        box = OwnersMailbox(private, private.user())

        assert set(box.folders) == {"INBOX", *FOLDERS}

    def test_a_certificate_for_another_host_is_not(self, impostor: ImapServer) -> None:
        """Even with its authority trusted: the name is wrong."""
        trusted = ssl.create_default_context(cafile=str(impostor.ca_file))
        with pytest.raises(ssl.SSLCertVerificationError):
            imaplib.IMAP4_SSL(impostor.host, impostor.port, ssl_context=trusted, timeout=20)


def test_a_stored_message_is_a_mail(pymap_server: ImapServer) -> None:
    """What lies in a folder can be read as what was put there."""
    box = OwnersMailbox(pymap_server, pymap_server.user())
    mail = a_message(at=RECEIVED)
    box.put("INBOX", mail)

    assert [stored.mail for stored in box.folder("INBOX")] == [Mail(mail.raw)]

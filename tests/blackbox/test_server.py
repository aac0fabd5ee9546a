"""A server that is away, silent, somebody else's or of another mind: told as what it is, and nothing is lost."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.blackbox.mailboxes import Mailbox, a_mailbox
from tests.blackbox.user import User, a_config, ended, interrupt
from tests.servers.dovecot import Dovecot
from tests.servers.faults import Fault
from tests.servers.fixtures import running
from tests.servers.mailbox import OwnersMailbox
from tests.servers.process import closed_port
from tests.servers.recorder import Recorder
from tests.servers.server import LOOPBACK, ImapServer, Tls

AGAIN = "Nothing is lost; try again later."
AMISS = f"{AGAIN} If it stays so, check `host`, `port` and `tls`, and the network."
ASKING = [("check",), ("once",), ("once", "--dry-run"), ("once", "--json")]


@pytest.fixture(scope="module")
def another_host() -> Iterator[ImapServer]:
    """Dovecot with the certificate of another host."""
    yield from running(lambda: Dovecot(tls=Tls.IMPLICIT, certified_for=("mail.elsewhere.example", "*.other.example")))


@pytest.fixture(scope="module")
def own_authority() -> Iterator[ImapServer]:
    """Dovecot with a good certificate of an authority that nobody knows."""
    yield from running(lambda: Dovecot(tls=Tls.IMPLICIT))


@contextmanager
def behind(server: ImapServer, fault: Fault) -> Iterator[tuple[Recorder, Mailbox]]:
    """A mailbox whose config leads over a line that goes wrong; its owner's own mail client has a better one."""
    line, login = Recorder(server, fault), server.user()
    try:
        yield line, Mailbox(box=OwnersMailbox(server, login), config=a_config(line, login))
    finally:
        line.stop()


@pytest.mark.parametrize("arguments", ASKING)
def test_a_wrong_password(user: User, mailbox: Mailbox, arguments: tuple[str, ...]) -> None:
    """77; the account and the login are named, the secret never is."""
    user.configure(mailbox.config, password="n0t-the-right-one")

    ran = user(*arguments)

    assert ran.code == 77
    assert ran.trouble == [
        f"work: 127.0.0.1 did not let {mailbox.box.user} in: [AUTHENTICATIONFAILED] Authentication failed.",
        "Check the user name and the password; with two-factor sign-in most providers want an app password.",
    ]
    assert "n0t-the-right-one" not in ran.out + ran.err


def test_a_wrong_password_in_status(user: User, mailbox: Mailbox) -> None:
    """What keeps the account from being read is told there too."""
    user.configure(mailbox.config, password="n0t-the-right-one")
    user("once")

    [problem] = user("status", "--json").json["problems"]

    assert problem.startswith("work: 127.0.0.1 did not let ")


@pytest.mark.parametrize("arguments", ASKING)
def test_a_server_away(user: User, mailbox: Mailbox, arguments: tuple[str, ...]) -> None:
    """75, and where it was sought."""
    with closed_port() as port:
        user.configure(mailbox.config.replace(str(mailbox.box.server.port), str(port)))
        ran = user(*arguments)

    assert ran.code == 75
    assert ran.trouble == [f"work: 127.0.0.1:{port} could not be reached: Connection refused", AMISS]


def test_a_host_of_no_name(user: User, mailbox: Mailbox) -> None:
    """75: names are not found as well while the network is away."""
    user.configure(mailbox.config.replace("127.0.0.1", "imap.invalid").replace('"none"', '"implicit"'))

    ran = user("check")

    assert ran.code == 75
    assert ran.trouble[0].startswith("work: the host 'imap.invalid' is not known: ")
    assert ran.trouble[1:] == [AMISS]


@pytest.mark.timeout(150)
def test_a_server_that_says_nothing(dovecot_sdbox: ImapServer, user: User) -> None:
    """It accepts, and no word comes: `once` and `check` give up within two minutes (both at a time: it takes one)."""
    with behind(dovecot_sdbox, Fault(black_hole=True)) as (line, mailbox):
        user.configure(mailbox.config)
        with user.running("once") as once, user.running("check") as check:
            tried, checked = ended(once), ended(check)

    words = [f"work: 127.0.0.1:{line.port}: the server said nothing for 30 seconds", AMISS]
    assert (tried.code, tried.trouble) == (75, words)
    assert (checked.code, checked.trouble) == (75, words)


@pytest.mark.parametrize("arguments", [("once",), ("once", "--dry-run"), ("check",)])
def test_an_interrupt(dovecot_sdbox: ImapServer, user: User, arguments: tuple[str, ...]) -> None:
    """Ctrl-C while a server is silent: it ends long before the server would be given up, with 130 and no lock."""
    listener = socket.create_server((LOOPBACK, 0))
    listener.settimeout(30)
    user.configure(
        a_mailbox(dovecot_sdbox).config.replace(f"port = {dovecot_sdbox.port}", f"port = {listener.getsockname()[1]}")
    )
    with listener, user.running(*arguments) as process, listener.accept()[0]:
        interrupt(process)
        ran = ended(process, within=10)

    assert (ran.code, ran.out, ran.err) == (130, "", "")
    assert user("status").code == 0


HANGS_UP = [
    pytest.param(Fault(after_server_bytes=10, lasting=True), AMISS, id="while it greets"),
    pytest.param(Fault(answer_lost="LOGIN", lasting=True), AGAIN, id="after the login"),
    pytest.param(Fault(after_server_bytes=2000, lasting=True), AGAIN, id="in the middle of an answer"),
    pytest.param(Fault(answer_lost="UID FETCH", lasting=True), AGAIN, id="before the headers"),
]


@pytest.mark.parametrize(("fault", "what_to_do"), HANGS_UP)
def test_a_server_that_hangs_up(dovecot_sdbox: ImapServer, user: User, fault: Fault, what_to_do: str) -> None:
    """75 and no draft; the next pass, on a sound line, lays the one that is due."""
    with behind(dovecot_sdbox, fault) as (line, mailbox):
        mailbox.silence()
        user.configure(mailbox.config)
        failed = user("once")
        assert mailbox.drafts == []
        line.fault = Fault()
        well = user("once")

    assert (failed.code, failed.out) == (75, "")
    assert failed.trouble[0].startswith("work: ")
    assert "the server hung up" in failed.trouble[0]
    assert failed.trouble[-1] == what_to_do
    assert (well.code, mailbox.drafts) == (0, ["Re: The new site"])


@pytest.mark.parametrize("command", ["check", "once"])
def test_a_certificate_of_another_host(another_host: ImapServer, user: User, command: str) -> None:
    """78, for a new try won't help: the hosts that it is for are told, and that nothing was said to it."""
    user.configure(a_config(another_host, another_host.user(), more=f'tls_ca_file = "{another_host.ca_file}"'))

    ran = user(command)

    assert ran.code == 78
    [what, what_to_do] = ran.trouble
    assert what == "work: the certificate is for mail.elsewhere.example, *.other.example, not for 127.0.0.1"
    assert what_to_do == (
        "Nothing was sent, not even your name. If it is the server you mean, set `host` to a name the certificate"
        " is for."
    )


@pytest.mark.parametrize("command", ["check", "once"])
def test_a_certificate_of_an_unknown_authority(own_authority: ImapServer, user: User, command: str) -> None:
    """78 again; whose server it is can name its authority."""
    user.configure(a_config(own_authority, own_authority.user()))

    ran = user(command)

    assert ran.code == 78
    assert ran.trouble[0].startswith("work: the certificate of 127.0.0.1 can't be trusted: ")
    assert ran.trouble[-1] == (
        "Nothing was sent, not even your name. If the server is your own, name its authority's certificate in"
        " `tls_ca_file`."
    )


def test_an_authority_that_was_named(own_authority: ImapServer, user: User) -> None:
    """With it all is well."""
    user.configure(a_config(own_authority, own_authority.user(), more=f'tls_ca_file = "{own_authority.ca_file}"'))

    assert user("check").code == 0


def test_no_tls_where_it_is_wanted(user: User, mailbox: Mailbox) -> None:
    """What answers in the clear is told which port goes with which `tls`."""
    user.configure(mailbox.config.replace('"none"', '"implicit"'))

    ran = user("check")

    assert ran.code == 78
    assert ran.trouble == [
        "work: what answers there doesn't speak TLS",
        'Check `port` and `tls`: tls = "implicit" goes with port 993, tls = "starttls" with port 143.',
    ]


def test_a_server_without_starttls(user: User, mailbox: Mailbox) -> None:
    """The password is kept from a line that nobody encrypts."""
    user.configure(mailbox.config.replace('"none"', '"starttls"'))

    ran = user("once")

    assert ran.code == 78
    assert ran.trouble[-1] == 'Nothing was sent. Try tls = "implicit" with port 993.'


def test_a_server_of_another_kind(user: User, mailbox: Mailbox) -> None:
    """A wrong port may lead to a secure shell: told by its own words."""
    with _greeter(b"SSH-2.0-OpenSSH_9.2p1\r\n") as port:
        user.configure(mailbox.config.replace(str(mailbox.box.server.port), str(port)))
        ran = user("check")

    assert ran.code == 75
    assert "SSH-2.0-OpenSSH_9.2p1" in ran.trouble[0]
    assert ran.trouble[-1] == "No IMAP server answers so: check `host` and `port`."


@contextmanager
def _greeter(words: bytes) -> Iterator[int]:
    """The port of one that greets everybody with these words."""
    with socket.create_server((LOOPBACK, 0)) as listener:

        def greet() -> None:
            line, _ = listener.accept()
            with line:
                line.sendall(words)
                line.recv(1)

        threading.Thread(target=greet, daemon=True).start()
        yield listener.getsockname()[1]

"""Connecting and logging in: private, bounded in time, and clear about what is wrong."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
import traceback
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from crickets.errors import ConfigError, CricketsError, LoginRefused, Surprise, Transient
from crickets.mailbox import BearerToken, Password, Server, Tls, UntrustedServer, open_mailbox
from crickets.mailbox.certificates import distrust
from crickets.mailbox.connection import connect
from crickets.mailbox.sockets import connected
from tests.contract.worlds import server_settings
from tests.mailbox.scripted import ASK, HANG_UP, ScriptedServer
from tests.servers import server as servers
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import running
from tests.servers.server import PASSWORD, ImapServer

TOKEN = BearerToken(secret="t0ken")
SECRET = Password(secret=PASSWORD)


@pytest.fixture(scope="module", params=[servers.Tls.IMPLICIT, servers.Tls.STARTTLS])
def encrypted(request: pytest.FixtureRequest) -> Iterator[ImapServer]:
    """A server with a certificate for localhost."""
    yield from running(lambda: Dovecot(tls=request.param))


@pytest.fixture(scope="module", params=[servers.Tls.IMPLICIT, servers.Tls.STARTTLS])
def misnamed(request: pytest.FixtureRequest) -> Iterator[ImapServer]:
    """A server with another server's certificate."""
    yield from running(lambda: Dovecot(tls=request.param, certified_for=("mail.other.example",)))


@pytest.fixture
def silent() -> Iterator[Server]:
    """A server that accepts and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield Server(
            account="work", host="127.0.0.1", port=listener.getsockname()[1], username="dana", tls=Tls.NONE,
            connect_seconds=0.2, read_seconds=0.2,
        )  # fmt: skip


class TestTls:
    def test_a_trusted_server(self, encrypted: ImapServer) -> None:
        """It's logged in to over TLS, whichever way it begins."""
        connection = connect(server_settings(encrypted, encrypted.user()), SECRET)

        assert connection.can("MOVE")
        assert type(connection.stream.sock).__name__ == "SSLSocket"
        connection.close()

    def test_a_server_of_an_unknown_authority(self, encrypted: ImapServer) -> None:
        """It's not trusted; the remedy names the setting that would trust it."""
        settings = replace(server_settings(encrypted, encrypted.user()), tls_ca_file=None)

        with pytest.raises(UntrustedServer) as error:
            connect(settings, SECRET)

        assert "`tls_ca_file`" in error.value.remedy

    def test_a_certificate_of_another_host(self, misnamed: ImapServer) -> None:
        """The error says whom the certificate is for."""
        settings = server_settings(misnamed, misnamed.user())

        with pytest.raises(UntrustedServer, match=r"is for mail\.other\.example, not for 127\.0\.0\.1"):
            connect(settings, SECRET)

    def test_a_file_of_authorities_that_is_none(self, tmp_path: Path) -> None:
        """It's the owner's to mend."""
        settings = Server(account="work", host="127.0.0.1", username="d", tls_ca_file=tmp_path / "missing")

        with pytest.raises(ConfigError, match="tls_ca_file"):
            connect(settings, SECRET)

    def test_a_server_without_starttls(self) -> None:
        """The password is not sent in the clear instead."""
        with ScriptedServer() as server:
            with pytest.raises(UntrustedServer, match="STARTTLS"):
                connect(replace(server.settings, tls=Tls.STARTTLS), SECRET)

            assert [said for said in server.said if said.startswith("LOGIN")] == []

    def test_a_server_that_considers_us_logged_in(self) -> None:
        """It can't talk us out of encryption (CVE-2021-38370)."""
        with ScriptedServer(greeting=b"* PREAUTH welcome\r\n") as server, pytest.raises(Surprise):
            connect(replace(server.settings, tls=Tls.STARTTLS), SECRET)

    def test_plaintext_on_loopback(self) -> None:
        """It's allowed: bridges and proxies of this machine have it."""
        with ScriptedServer() as server:
            connect(server.settings, SECRET).close()

            assert 'LOGIN "dana" "s3same-open"' in server.said

    def test_plaintext_beyond_this_machine(self) -> None:
        """Nothing is sent to an address that is not this machine's own loopback."""
        with socket.create_server(("0.0.0.0", 0)) as listener:  # noqa: S104 - to be reached otherwise
            outside = own_address()
            settings = Server(account="work", host=outside, port=listener.getsockname()[1], username="d", tls=Tls.NONE)
            with pytest.raises(ConfigError, match="readable"):
                connect(settings, SECRET)
            accepted, _ = listener.accept()
            with accepted:
                assert accepted.recv(100) == b""


def own_address() -> str:
    """This machine's address in a network; the test is skipped where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737; nothing is sent
        except OSError:
            pytest.skip("this machine is in no network")
        return str(probe.getsockname()[0])


@pytest.mark.parametrize(
    ("code", "names", "words"),
    [
        (62, ("a.example", "*.b.example"), "is for a.example, *.b.example, not for mail.example"),
        (64, (), "is for another host, not for mail.example"),
        (10, ("mail.example",), "the certificate of mail.example can't be trusted: why"),
        (19, ("mail.example",), "the certificate of mail.example can't be trusted: why"),
    ],
    ids=["another name", "another address, names unknown", "expired", "self-signed"],
)
def test_what_is_said_of_a_certificate(code: int, names: tuple[str, ...], words: str) -> None:
    """What is wrong with it, in our words and OpenSSL's."""
    error = ssl.SSLCertVerificationError()
    error.verify_code, error.verify_message = code, "why"

    assert words in str(distrust(error, "mail.example", lambda: names))


def test_a_certificate_whose_names_can_not_be_had() -> None:
    """The look for them fails: the rest is told."""

    def away() -> tuple[str, ...]:
        raise Transient("away", remedy="Later.")

    error = ssl.SSLCertVerificationError()
    error.verify_code, error.verify_message = 62, "why"

    assert "is for another host, not for mail.example" in str(distrust(error, "mail.example", away))


class TestTimeOuts:
    def test_a_call_cut_short(self) -> None:
        """Another thread ends what waits for a silent server, at once."""
        asked = threading.Event()

        def silence(_command: bytes) -> bytes:
            asked.set()
            return b""

        with ScriptedServer({"EXAMINE": silence}) as server:
            mailbox = open_mailbox(replace(server.settings, read_seconds=60), SECRET)

            def cut_short() -> None:
                asked.wait(5)
                mailbox.interrupt()

            ender = threading.Thread(target=cut_short)
            ender.start()
            before = monotonic()
            with pytest.raises(Transient):
                mailbox.examine("INBOX")
            assert monotonic() - before < 10
            ender.join(5)
            mailbox.close()

    def test_a_server_that_says_nothing(self, silent: Server) -> None:
        """It's given up in time."""
        before = monotonic()

        with pytest.raises(Transient, match=r"nothing for 0\.2 seconds"):
            connect(silent, SECRET)
        assert monotonic() - before < 5

    def test_a_server_that_says_nothing_to_tls(self, silent: Server) -> None:
        """It's given up in time too."""
        with pytest.raises(Transient):
            connect(replace(silent, tls=Tls.IMPLICIT), SECRET)

    def test_a_port_where_nobody_listens(self) -> None:
        """It's told at once."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]

        with pytest.raises(Transient, match="Connection refused"):
            connected("127.0.0.1", port, within=5)

    def test_a_host_that_is_not_known(self) -> None:
        """It's told by name (RFC 6761 keeps .invalid free)."""
        with pytest.raises(Transient, match=r"nowhere\.invalid"):
            connected("nowhere.invalid", 993, within=5)

    @pytest.mark.parametrize("host", ["a" * 64 + ".example", "", "..."])
    def test_a_host_that_can_not_be(self, host: str) -> None:
        """No odd error comes of it."""
        with pytest.raises(Transient):
            connected(host, 1, within=1)

    def test_a_connection_that_is_kept(self) -> None:
        """It sends at once, and finds out when the other side is gone."""
        with (
            socket.create_server(("127.0.0.1", 0)) as listener,
            connected("127.0.0.1", listener.getsockname()[1], within=5) as sock,
        ):
            assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)


class TestLogin:
    def test_a_wrong_password(self, any_server: ImapServer) -> None:
        """It's refused in the server's own words, and the password is nowhere in ours."""
        settings = server_settings(any_server, any_server.user())

        with pytest.raises(LoginRefused) as error:
            open_mailbox(settings, Password(secret="wr0ng-secret"))

        assert error.value.answer
        assert "wr0ng" not in f"{error.value}{error.value!r}{error.value.__context__}{Password(secret='wr0ng')!r}"

    def test_a_server_that_can_not_for_now(self) -> None:
        """Nobody must act."""
        replies = {"LOGIN": b"%t NO [UNAVAILABLE] backend is away\r\n"}
        with ScriptedServer(replies) as server, pytest.raises(Transient, match="backend is away"):
            server.mailbox()

    def test_a_server_that_says_goodbye(self) -> None:
        """Nobody must act, whether it's said at the greeting or at the login."""
        with ScriptedServer(greeting=b"* BYE overloaded\r\n") as server, pytest.raises(Transient):
            server.mailbox()
        replies = {"LOGIN": b"* BYE going down\r\n" + HANG_UP}
        with ScriptedServer(replies) as server, pytest.raises(Transient, match="going down"):
            server.mailbox()

    @pytest.mark.parametrize(
        "reply",
        [
            b"%t NO " + b"x" * 100_000 + b"\r\n",
            b"%t NO [UNAVAILABLE] " + b"x" * 100_000 + b"\r\n",
            b"* BYE " + b"x" * 100_000 + b"\r\n" + HANG_UP,
        ],
    )
    def test_words_without_end(self, reply: bytes) -> None:
        """As much of them is told, and kept, as anybody reads."""
        with ScriptedServer({"LOGIN": reply}) as server, pytest.raises(CricketsError) as at_login:
            server.mailbox()
        server = ScriptedServer({"EXAMINE": reply})
        with server, closing(server.mailbox()) as mailbox, pytest.raises(CricketsError) as later:
            mailbox.examine("INBOX")
        for error in (at_login.value, later.value):
            assert 1_000 < len(error.what) < 1_200

    @pytest.mark.parametrize("code", [b"", b"[UNAVAILABLE] "])
    @pytest.mark.parametrize("before", [0, 970])
    def test_a_server_that_says_the_secret(self, code: bytes, before: int) -> None:
        """It isn't told, nor a piece of it, however long its words are."""
        reply = b"%t NO " + code + b"x" * before + b" hunter2-hunter2-hunter2-hunter2 is no password\r\n"
        with ScriptedServer({"LOGIN": reply}) as server, pytest.raises(CricketsError) as error:
            open_mailbox(server.settings, Password(secret="hunter2-hunter2-hunter2-hunter2"))
        assert "hunter" not in error.value.what

    def test_a_server_that_hangs_up(self) -> None:
        """It may be there the next time."""
        with ScriptedServer({"LOGIN": HANG_UP}) as server, pytest.raises(Transient, match="hung up"):
            server.mailbox()

    def test_what_is_no_imap_server(self) -> None:
        """It's a surprise, not a traceback."""
        greeting = b"220 smtp.example ESMTP\r\n"
        with ScriptedServer(greeting=greeting) as server, pytest.raises(Surprise):
            server.mailbox()

    def test_a_name_with_odd_characters(self) -> None:
        """It's sent quoted."""
        with ScriptedServer() as server:
            connect(replace(server.settings, username='STUDIO\\dana "d"'), SECRET).close()

            assert r'LOGIN "STUDIO\\dana \"d\"" "s3same-open"' in server.said

    def test_a_password_beyond_ascii(self) -> None:
        """It's sent by AUTHENTICATE PLAIN, in UTF-8."""
        with ScriptedServer({"AUTHENTICATE PLAIN": ASK + b"%t OK in\r\n"}) as server:
            connect(server.settings, Password(secret="пароль")).close()

            assert base64.b64encode("\0dana\0пароль".encode()).decode() in server.said

    @pytest.mark.parametrize(
        ("capabilities", "mechanism"),
        [("AUTH=OAUTHBEARER AUTH=XOAUTH2", "OAUTHBEARER"), ("AUTH=XOAUTH2", "XOAUTH2"), ("", "XOAUTH2")],
    )
    def test_a_token(self, capabilities: str, mechanism: str) -> None:
        """It's presented in the newest way the server knows."""
        with ScriptedServer({"AUTHENTICATE": ASK + b"%t OK in\r\n"}, capabilities=capabilities) as server:
            connect(server.settings, BearerToken(secret="t0ken")).close()

            assert f"AUTHENTICATE {mechanism}" in server.said

    @pytest.mark.parametrize(
        ("capabilities", "presented", "heard"),
        [
            ("AUTH=OAUTHBEARER", b"n,a=da=2Cna,\1auth=Bearer t0ken\1\1", b"\1"),
            ("AUTH=XOAUTH2", b"user=da,na\1auth=Bearer t0ken\1\1", b""),
        ],
    )
    def test_a_token_that_is_refused(self, capabilities: str, presented: bytes, heard: bytes) -> None:
        """What is said against it is heard, and only then the server says no; the token isn't presented again."""
        why = base64.b64encode(b'{"status":"401","schemes":"bearer","scope":"https://mail.example/"}')
        refusal = ASK + b"+ " + why + b"\r\n%ask" + b"%t NO [AUTHENTICATIONFAILED] Invalid credentials t0ken\r\n"
        with (
            ScriptedServer({"AUTHENTICATE": refusal}, capabilities=capabilities) as server,
            pytest.raises(LoginRefused) as error,
        ):
            connect(replace(server.settings, username="da,na"), TOKEN)

        said = server.said[server.said.index(f"AUTHENTICATE {capabilities.removeprefix('AUTH=')}") + 1 :]
        assert [base64.b64decode(line) for line in said[:2]] == [presented, heard]
        assert "Invalid credentials …" in str(error.value)
        assert "sign in anew" in str(error.value)
        assert TOKEN.secret not in "".join(traceback.format_exception(error.value))

    def test_a_server_that_is_never_done_with_a_token(self) -> None:
        """It's told that there is no more to say."""
        endless = ASK + b"+ \r\n%ask+ \r\n%ask%t BAD cancelled\r\n"
        with ScriptedServer({"AUTHENTICATE": endless}) as server, pytest.raises(LoginRefused):
            connect(server.settings, BearerToken(secret="t0ken"))

        assert server.said[-1] == "*"

    def test_a_challenge_that_can_not_be_read(self) -> None:
        """It's a surprise, without the token."""
        with ScriptedServer({"AUTHENTICATE": ASK + b"+ abc\r\n%ask"}) as server, pytest.raises(Surprise) as error:
            connect(server.settings, BearerToken(secret="t0ken"))

        assert "t0ken" not in str(error.value)

    def test_a_server_that_logs_in_by_itself(self) -> None:
        """PREAUTH on this machine needs no login."""
        with ScriptedServer(greeting=b"* PREAUTH hello\r\n") as server:
            connect(server.settings, SECRET).close()

            assert not [said for said in server.said if said.startswith("LOGIN")]

    def test_a_server_of_few_words(self) -> None:
        """An OK is an OK, with nothing said to it."""
        with ScriptedServer({"LOGIN": b"%t OK\r\n"}) as server:
            connect(server.settings, SECRET).close()

            assert server.said[-1] == "LOGOUT"

    def test_a_server_with_a_name(self) -> None:
        """It's told ours, and tells its own."""
        replies = {"ID": b'* ID ("name" "Gimap" "version" NIL)\r\n%t OK\r\n'}
        with ScriptedServer(replies, capabilities="ID") as server:
            connection = connect(server.settings, SECRET)
            connection.close()

            assert connection.identity == (("name", "Gimap"), ("version", ""))
            assert 'ID ("name" "Crickets")' in server.said


class TestGoodbye:
    def test_a_server_that_says_nothing_to_logout(self) -> None:
        """Closing ends all the same, and raises nothing."""
        with ScriptedServer({"LOGOUT": HANG_UP}) as server:
            mailbox = server.mailbox()

            mailbox.close()
            mailbox.close()

"""The token that opens an account now: kept, renewed in time, by one for all; and the end of a grant."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote_plus

import pytest

from crickets.errors import ConfigError, CricketsError, Refused, Surprise, Transient
from crickets.signin import Grant, NotSignedIn, TokenFile, Wallet
from tests.servers.authority import CLIENT_ID, SCOPE, Authority, an_authority
from tests.servers.certificates import LOOPBACK_NAMES, certificate_for
from tests.signin.builders import NOW, a_grant, a_registration


@contextmanager
def a_stranger(folder: Path) -> Iterator[int]:
    """A port at which somebody speaks TLS, with a certificate by an authority that nobody knows."""
    shown, context = certificate_for(LOOPBACK_NAMES, folder), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown.chain, shown.key)

    def greet() -> None:
        with suppress(OSError):
            line, _ = listener.accept()
            with line, context.wrap_socket(line, server_side=True):
                pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        greeting = threading.Thread(target=greet)
        greeting.start()
        yield listener.getsockname()[1]
        greeting.join(10)


class Clock:
    """Stands still until it's set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The hour of a sign-in."""
    return Clock()


@pytest.fixture
def wallet(authority: Authority, clock: Clock, tmp_path: Path) -> Wallet:
    """That of an account whose owner has just signed in."""
    wallet = Wallet(registration=a_registration(authority), file=TokenFile(tmp_path, "work"), clock=clock)
    _, given = authority._grant()
    wallet.keep(
        a_grant(
            token_url=f"{authority.url}/token",
            signed_in_at=NOW,
            expires_at=NOW + timedelta(hours=1),
            access_token=given["access_token"],
            refresh_token=given["refresh_token"],
        )
    )
    return wallet


def moved(wallet: Wallet, authority: Authority, url: str) -> Wallet:
    """The same, as if the sign-in had been at another address."""
    wallet.keep(replace(kept(wallet), token_url=url))
    return replace(wallet, registration=a_registration(authority, token_url=url))


def kept(wallet: Wallet) -> Grant:
    """What lies in the file."""
    grant = wallet.file.read()
    assert grant is not None
    return grant


def test_a_token_that_lasts(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """It's used, and nobody is asked."""
    clock.now += timedelta(minutes=54)

    assert wallet.token() in authority.access
    assert authority.forms == []


def test_a_token_that_is_about_to_end(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """It's renewed five minutes before its end, and the new one kept with the new refresh token."""
    first, clock.now = wallet.token(), NOW + timedelta(minutes=55)

    second = wallet.token()

    assert second != first
    assert second in authority.access
    assert authority.forms == [
        {
            "client_id": CLIENT_ID,
            "grant_type": "refresh_token",
            "refresh_token": authority.spent[0],
            "scope": SCOPE,
        }
    ]
    assert kept(wallet).refresh_token in authority.refresh
    assert (kept(wallet).signed_in_at, kept(wallet).expires_at) == (NOW, clock.now + timedelta(hours=1))
    assert wallet.token() == second


def test_a_server_that_lets_a_refresh_token_be(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """It stays, over many renewals (RFC 6749 §6)."""
    authority.rotates = False
    before = kept(wallet).refresh_token

    for _ in range(3):
        clock.now += timedelta(hours=2)
        wallet.token()

    assert kept(wallet).refresh_token == before
    assert authority.renewals() == 3


def test_a_sign_in_that_will_end(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """Each renewal tells how much of it is left; one that doesn't moves nothing, and elsewhere it says nothing."""
    wallet = replace(wallet, registration=replace(wallet.registration, ends=True))
    ends = []
    for authority.ends_in in (0, 604_799, 0):
        clock.now += timedelta(hours=1)
        wallet.token()
        ends.append(kept(wallet).ends_at)
    authority.ends_in = 604_799
    clock.now += timedelta(hours=1)
    replace(wallet, registration=replace(wallet.registration, ends=False)).token()

    told_at = clock.now - timedelta(hours=2)
    assert ends == [None, told_at + timedelta(seconds=604_799), ends[1]]
    assert kept(wallet).ends_at is None


def test_a_token_that_the_mail_server_refuses(wallet: Wallet, authority: Authority) -> None:
    """Another is got, though it should have lasted; who comes with the same complaint gets that one."""
    refused = wallet.token()

    another = wallet.another(refused)

    assert another != refused
    assert wallet.another(refused) == another == wallet.token()
    assert authority.renewals() == 1


def test_many_at_once(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """One renews for all: a refresh token is good for one use."""
    clock.now += timedelta(hours=2)
    tokens: list[str] = []
    threads = [threading.Thread(target=lambda: tokens.append(wallet.token())) for _ in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert len(tokens) == 8
    assert len({*tokens}) == authority.renewals() == 1


_ANOTHER_PROCESS = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote_plus
from crickets.signin import Registration, TokenFile, Wallet
url, folder, now = sys.argv[1:]
registration = Registration(
    account="work", provider="microsoft", client_id="crickets-at-dana", scope="mail offline_access",
    auth_url=url, token_url=url + "/token",
)
file, clock = TokenFile(Path(folder), "work"), lambda: datetime.fromisoformat(now)
print(Wallet(registration=registration, file=file, clock=clock).token())
"""


def test_two_processes_at_once(wallet: Wallet, authority: Authority, clock: Clock, tmp_path: Path) -> None:
    """The same between the daemon and a command: no rotated token is lost."""
    clock.now += timedelta(hours=2)
    at_once = threading.Barrier(2, timeout=20)

    def together(_handler: BaseHTTPRequestHandler, _form: object) -> bool:
        """Answer the first only when it's certain that nobody else asks beside it."""
        with pytest.raises(threading.BrokenBarrierError):
            at_once.wait(1)
        return False

    authority.instead = together
    arguments = [sys.executable, "-c", _ANOTHER_PROCESS, authority.url, str(tmp_path), clock.now.isoformat()]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    processes = [subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment) for _ in range(3)]
    tokens = {process.communicate(timeout=60)[0].strip() for process in processes}

    assert authority.renewals() == 1
    assert tokens == {wallet.token()}
    assert [process.returncode for process in processes] == [0, 0, 0]


def test_nobody_has_signed_in(authority: Authority, clock: Clock, tmp_path: Path) -> None:
    """It's told which command does it, the name fit for a shell."""
    registration = a_registration(authority, account="my mail")
    wallet = Wallet(registration=registration, file=TokenFile(tmp_path, "my mail"), clock=clock)

    with pytest.raises(NotSignedIn) as caught:
        wallet.token()

    assert str(caught.value) == "nobody has signed in yet\nRun `crickets auth login 'my mail'`."
    assert caught.value.exit_code == 77


def test_a_grant_that_is_gone(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """It's told in the server's words, less the token in them; after that nobody is asked in vain any more."""
    secret = kept(wallet).refresh_token
    authority.forget()
    clock.now += timedelta(hours=2)

    for _ in range(3):
        with pytest.raises(NotSignedIn) as caught:
            wallet.token()
        assert str(caught.value) == (
            "127.0.0.1 takes the sign-in no more: invalid_grant: AADSTS70008: … has expired or was revoked.\n"
            "Run `crickets auth login work`."
        )

    assert authority.renewals() == 1
    assert secret not in wallet.file.path.read_text()
    assert not kept(wallet).can_be_renewed


@pytest.mark.parametrize("code", ["interaction_required", "consent_required", "login_required"])
def test_a_server_that_wants_to_see_the_owner(wallet: Wallet, authority: Authority, clock: Clock, code: str) -> None:
    """The same: only they can go on."""
    authority.instead = lambda handler, _form: _say(handler, 400, b'{"error": "%b"}' % code.encode())
    clock.now += timedelta(hours=2)

    with pytest.raises(NotSignedIn, match=code):
        wallet.token()
    assert kept(wallet).gone


def test_a_grant_without_a_refresh_token(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """It's good as long as it lasts."""
    wallet.keep(a_grant(token_url=f"{authority.url}/token", expires_at=NOW + timedelta(hours=1), refresh_token=""))

    assert wallet.token() == "access-old"
    clock.now += timedelta(hours=2)
    with pytest.raises(NotSignedIn, match="the sign-in has ended, and can't be renewed"):
        wallet.token()
    assert authority.forms == []


def test_a_sign_in_for_another_client(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """Its tokens aren't shown to a server that didn't give them."""
    changed = Wallet(registration=a_registration(authority, client_id="new"), file=wallet.file, clock=clock)

    with pytest.raises(NotSignedIn, match="for another client_id than the config has"):
        changed.token()


def test_a_sign_in_at_another_place(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """No token is shown to another server, or tenant, than gave it; back at the old one they're as good as before."""
    clock.now += timedelta(hours=2)
    with an_authority() as other:
        for changed in (a_registration(other), a_registration(authority, token_url=f"{authority.url}/other/token")):
            elsewhere = Wallet(registration=changed, file=wallet.file, clock=clock)
            for ask in (elsewhere.token, lambda: elsewhere.another("refused")):  # noqa: B023 - asked at once
                with pytest.raises(NotSignedIn, match="at another address than the config has"):
                    ask()

    assert (other.forms, authority.forms) == ([], [])
    assert wallet.token() != "access-old"


_KILLED_AFTER_A_ROTATION = _ANOTHER_PROCESS.replace(
    "print(Wallet(registration=registration, file=file, clock=clock).token())",
    "import os\nWallet(registration=registration, file=file, clock=clock).token()\nos.kill(os.getpid(), 9)",
)


def test_killed_right_after_a_rotation(wallet: Wallet, authority: Authority, clock: Clock, tmp_path: Path) -> None:
    """What the server gave is kept by then, and nobody has to sign in again: the old refresh token is good no more."""
    former = kept(wallet)
    clock.now += timedelta(hours=2)
    arguments = [
        sys.executable, "-c", _KILLED_AFTER_A_ROTATION, authority.url, str(tmp_path), clock.now.isoformat()
    ]  # fmt: skip
    killed = subprocess.run(arguments, check=False, env={"PYTHONPATH": ":".join(sys.path)}, timeout=60)

    assert killed.returncode == -9
    assert kept(wallet).refresh_token != former.refresh_token
    assert wallet.token() == kept(wallet).access_token
    clock.now += timedelta(hours=2)
    assert wallet.token()
    assert authority.renewals() == 2


def _say(handler: BaseHTTPRequestHandler, status: int, body: bytes, words: str | None = None) -> bool:
    handler.send_response(status, words)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
    return True


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, b"", Surprise),
        (200, b"<html>hunter2</html>", Surprise),
        (200, b'{"access_token": 1}', Surprise),
        (200, b'{"access_token": "hunter2\\r\\nA1 LOGOUT"}', Surprise),
        (200, b'{"access_token": "a", "token_type": "mac"}', Surprise),
        (200, b'{"access_token": "a", "token_type": null}', Surprise),
        (200, b'{"access_token": "a", "refresh_token": ["hunter2"]}', Surprise),
        (200, b'{"access_token": "' + b"a" * 20_000 + b'"}', Surprise),
        (200, b"x" * 1_000_000, Surprise),
        (400, b'{"error": 7, "error_description": {}}', CricketsError),
        (400, b'{"error": "temporarily_unavailable"}', Transient),
        (401, b'{"error": "invalid_client"}', ConfigError),
        (500, b'{"error": "invalid_grant"}', Transient),
    ],
)
def test_an_answer_that_renews_nothing(
    wallet: Wallet, authority: Authority, clock: Clock, status: int, body: bytes, kind: type[CricketsError]
) -> None:
    """The refresh token stays, for the next time; nothing of the answer is told."""
    before, clock.now = kept(wallet), NOW + timedelta(hours=2)
    authority.instead = lambda handler, _form: _say(handler, status, body)

    with pytest.raises(kind) as caught:
        wallet.token()

    assert "hunter2" not in str(caught.value)
    assert kept(wallet) == before


def test_a_server_that_is_away(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """It's told, and tried again; the grant stays. What's worse is tried with `crickets.web`."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        away = moved(wallet, authority, f"http://127.0.0.1:{listener.getsockname()[1]}/token")
    before, clock.now = kept(wallet), NOW + timedelta(hours=2)

    with pytest.raises(Transient, match="could not be reached for the sign-in of work: Connection refused"):
        away.token()
    assert kept(wallet) == before


def test_a_server_that_gives_no_tokens(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """It's told by the key that the config has for it: Microsoft's addresses all follow from one."""
    clock.now += timedelta(hours=2)
    authority.instead = lambda handler, _form: _say(handler, 404, b"<html>")

    with pytest.raises(Refused, match=r"is no place to sign in: 404 .*\nCheck authority below \[oauth\.microsoft\]"):
        wallet.token()


def test_a_server_that_nobody_vouches_for(wallet: Wallet, authority: Authority, clock: Clock, tmp_path: Path) -> None:
    """Nothing is sent there, and what's told to be done can be done."""
    clock.now += timedelta(hours=2)
    with a_stranger(tmp_path) as port:
        strange = moved(wallet, authority, f"https://localhost:{port}/token")
        with pytest.raises(Refused, match="the certificate of localhost can't be trusted") as caught:
            strange.token()

    assert "SSL_CERT_FILE" in caught.value.remedy
    assert "tls_ca_file" not in caught.value.remedy


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, b'{"error": "bad %b"}'),
        (400, b'{"error": "bad", "error_description": "form=%b"}'),
        (404, b""),
    ],
)
def test_a_server_that_echoes_what_it_is_told(
    wallet: Wallet, authority: Authority, clock: Clock, status: int, body: bytes
) -> None:
    """No secret is told in its words, wherever it puts it and however it's written."""
    authority.secret, token = "c1ient+s3cret/", kept(wallet).refresh_token
    clock.now += timedelta(hours=2)
    for secret in (token, authority.secret, quote_plus(authority.secret)):
        said = body.replace(b"%b", secret.encode())
        authority.instead = lambda handler, _form: _say(handler, status, said, f"no {secret}")  # noqa: B023 - asked now
        with pytest.raises(CricketsError) as caught:
            wallet.token()
        assert secret not in str(caught.value)
        assert "…" in str(caught.value)


def test_a_token_of_a_minute(wallet: Wallet, authority: Authority, clock: Clock) -> None:
    """It's used all the same, and a new one got each time."""
    authority.lifetime = 60
    clock.now += timedelta(hours=2)

    assert wallet.token() != wallet.token()
    assert authority.renewals() == 2

"""A sign-in in a browser: what it's sent with, what it comes back with, and who else may knock."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from time import monotonic
from urllib.parse import parse_qs, urlsplit

import pytest

from crickets.errors import ConfigError, CricketsError, Refused
from crickets.signin import Listener, NotSignedIn, NotTheAnswer, Question, code_in, exchanged, question
from tests.servers.authority import SCOPE, Authority
from tests.signin.builders import NOW, a_registration

SOON = timedelta(seconds=10)


def asked_for(authority: Authority, port: int = 50_000) -> Question:
    """A question to the authority."""
    return question(a_registration(authority), port, hint="dana@studio.example")


def test_what_the_browser_is_sent_with(authority: Authority) -> None:
    """It's all that the provider needs, and none of what makes the answer worth something."""
    registration = a_registration(authority, extra={"prompt": "consent"}, redirect_host="localhost")

    asked = question(registration, 50_000, hint="dana@studio.example")

    query = {key: value for key, [value] in parse_qs(urlsplit(asked.url).query).items()}
    assert asked.url.startswith(f"{authority.url}/authorize?")
    assert query | {"state": "", "code_challenge": ""} == {
        "client_id": registration.client_id,
        "response_type": "code",
        "redirect_uri": "http://localhost:50000",
        "scope": SCOPE,
        "state": "",
        "code_challenge": "",
        "code_challenge_method": "S256",
        "login_hint": "dana@studio.example",
        "prompt": "consent",
    }
    assert asked.verifier not in asked.url
    assert 43 <= len(asked.verifier) <= 128  # RFC 7636 §4.1
    assert asked.state not in repr(asked)


def test_two_questions(authority: Authority) -> None:
    """No two are alike."""
    one, other = asked_for(authority), asked_for(authority)

    assert one.state != other.state
    assert one.verifier != other.verifier


def test_a_sign_in(authority: Authority) -> None:
    """The code that comes back gets a grant, once."""
    registration, asked = a_registration(authority), asked_for(authority)

    code = code_in(authority.agree(asked.url), asked, registration)
    grant = exchanged(registration, asked, code, NOW)

    assert grant.access_token in authority.access
    assert grant.can_be_renewed
    with pytest.raises(NotSignedIn, match="the code from the browser isn't taken any more: invalid_grant"):
        exchanged(registration, asked, code, NOW)


def test_a_code_that_somebody_else_asked_for(authority: Authority) -> None:
    """Without the verifier of its question it's worth nothing (PKCE)."""
    registration, asked = a_registration(authority), asked_for(authority)
    code = code_in(authority.agree(asked.url), asked, registration)

    with pytest.raises(NotSignedIn, match="isn't taken"):
        exchanged(registration, asked_for(authority), code, NOW)


def test_a_secret_that_is_lacking(authority: Authority) -> None:
    """It's the config's mistake."""
    authority.secret, registration, asked = "s", a_registration(authority, client_secret=str), asked_for(authority)
    code = code_in(authority.agree(asked.url), asked, registration)

    with pytest.raises(ConfigError, match=r"oauth\.microsoft: .* would not end the sign-in: invalid_client"):
        exchanged(registration, asked, code, NOW)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda address, state: address.replace(state, "other"),
        lambda address, state: address.replace(f"state={state}&", ""),
        lambda address, state: f"{address}&state={state}",
        lambda address, state: address.partition("?")[2],
        lambda address, state: "",
        lambda address, state: "http://[/",
        lambda address, state: address + "&a=b" * 100,
        lambda address, state: address + "a" * 20_000,
        lambda address, state: address.replace(state, "\udcff"),
    ],
)
def test_what_answers_another_question(authority: Authority, spoil: Callable[[str, str], str]) -> None:
    """It's no answer: nobody is signed in to a mailbox that isn't theirs."""
    registration, asked = a_registration(authority), asked_for(authority)

    with pytest.raises(NotTheAnswer):
        code_in(spoil(authority.agree(asked.url), asked.state), asked, registration)


@pytest.mark.parametrize(
    ("refusal", "kind", "told"),
    [
        ("access_denied", NotSignedIn, "the sign-in was refused"),
        ("invalid_scope", ConfigError, r"oauth\.microsoft: "),
        ("odd", Refused, "would not end the sign-in: odd"),
    ],
)
def test_a_refusal(authority: Authority, refusal: str, kind: type[CricketsError], told: str) -> None:
    """Its family says who must act."""
    authority.refusal, asked = refusal, asked_for(authority)

    with pytest.raises(kind, match=told):
        code_in(authority.agree(asked.url), asked, a_registration(authority))


def test_an_answer_without_a_code(authority: Authority) -> None:
    """It's told."""
    asked = asked_for(authority)

    with pytest.raises(Refused, match="sent no code"):
        code_in(f"http://127.0.0.1/?state={asked.state}", asked, a_registration(authority))


def knock(port: int, request: bytes) -> bytes:
    """What is answered to a request."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line, suppress(OSError):
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        return line.makefile("rb").read()
    return b""


def get(port: int, target: str) -> tuple[int, str]:
    """The answer to a browser's request."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        line.request("GET", target)
        answer = line.getresponse()
        return answer.status, answer.read().decode()
    finally:
        line.close()


def test_a_browser_that_comes_back(authority: Authority) -> None:
    """It's told that it may go; whoever else knocked before is sent away."""
    pages: list[tuple[int, str]] = []

    def browse(port: int, asked: Question) -> None:
        socket.create_connection(("127.0.0.1", port)).close()
        knock(port, b"")
        knock(port, b"POST / HTTP/1.1\r\n\r\n")
        knock(port, b"\xff" * 40_000)
        pages.append(get(port, "/favicon.ico"))
        pages.append(get(port, "/?state=guessed&code=mine"))
        pages.append(get(port, authority.agree(asked.url).partition(str(port))[2]))

    registration = a_registration(authority)
    with Listener() as listener:
        asked = question(registration, listener.port, hint="")
        browser = threading.Thread(target=browse, args=(listener.port, asked))
        browser.start()
        code = listener.code(asked, registration, SOON)
        browser.join(10)

    assert code in authority.codes
    assert [status for status, _ in pages] == [404, 404, 200]
    assert "Signed in" in pages[-1][1]
    assert code not in pages[-1][1]


def test_a_browser_that_brings_a_refusal(authority: Authority) -> None:
    """The page says so, and the waiting is over."""
    authority.refusal = "access_denied"
    registration, pages = a_registration(authority), []

    with Listener() as listener:
        asked = question(registration, listener.port, hint="")
        target = authority.agree(asked.url).partition(str(listener.port))[2]
        browser = threading.Thread(target=lambda: pages.append(get(listener.port, target)))
        browser.start()
        with pytest.raises(NotSignedIn, match="the sign-in was refused"):
            listener.code(asked, registration, SOON)
        browser.join(10)

    assert "not signed in" in pages[0][1]


def test_nobody_comes_back(authority: Authority) -> None:
    """It's not waited for for ever, even if somebody knocks all the time and says nothing."""
    registration, begun = a_registration(authority), monotonic()

    with Listener() as listener:
        idle = [socket.create_connection(("127.0.0.1", listener.port)) for _ in range(3)]
        with pytest.raises(NotSignedIn, match="the browser didn't come back in time"):
            listener.code(asked_for(authority), registration, timedelta(seconds=0.3))
        for line in idle:
            line.close()

    assert monotonic() - begun < 10


class TestANeighbour:
    """Somebody else on this machine, who has found the port: they end no sign-in, and hold up none."""

    def test_who_knocks_without_end(self, authority: Authority) -> None:
        """However many wrong answers came before it, the browser's is heard."""
        registration = a_registration(authority)
        with Listener() as listener:
            asked = question(registration, listener.port, hint="")

            def knock_and_browse() -> None:
                for _ in range(300):
                    knock(listener.port, b"GET /?state=guessed&code=mine HTTP/1.1\r\n\r\n")
                get(listener.port, authority.agree(asked.url).partition(str(listener.port))[2])

            with started(knock_and_browse):
                assert listener.code(asked, registration, SOON) in authority.codes

    def test_who_says_nothing(self, authority: Authority) -> None:
        """More lines than are heard at a time lie open before the browser comes: it's answered at once."""
        registration = a_registration(authority)
        with Listener() as listener, ExitStack() as open_ones:
            asked = question(registration, listener.port, hint="")

            def stay_and_browse() -> None:
                for _ in range(150):
                    open_ones.enter_context(socket.create_connection(("127.0.0.1", listener.port), timeout=10))
                get(listener.port, authority.agree(asked.url).partition(str(listener.port))[2])

            with started(stay_and_browse):
                begun = monotonic()
                assert listener.code(asked, registration, SOON) in authority.codes

        assert monotonic() - begun < 3

    def test_who_says_a_byte_at_a_time(self, authority: Authority) -> None:
        """However quickly they come, the waiting has its end."""
        begun, over = monotonic(), threading.Event()
        with Listener() as listener:

            def drip() -> None:
                with socket.create_connection(("127.0.0.1", listener.port)) as line, suppress(OSError):
                    while not over.wait(0.002):
                        line.send(b"G")

            with started(drip):
                with pytest.raises(NotSignedIn, match="the browser didn't come back in time"):
                    listener.code(asked_for(authority), a_registration(authority), timedelta(seconds=0.5))
                over.set()

        assert monotonic() - begun < 3


@contextmanager
def started(work: Callable[[], None]) -> Iterator[None]:
    """Somebody at work beside us, who is waited for in the end."""
    at_work = threading.Thread(target=work)
    at_work.start()
    try:
        yield
    finally:
        at_work.join(30)


def test_where_it_listens() -> None:
    """It's on this machine alone."""
    with Listener() as listener, pytest.raises(OSError, match="refused"):
        socket.create_connection((_own_address(), listener.port), timeout=5)


def _own_address() -> str:
    """An address of this machine that isn't 127.0.0.1."""
    return "127.0.0.2"

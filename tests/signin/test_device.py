"""A sign-in by a code that is entered on another device."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crickets.errors import ConfigError, CricketsError, LoginRefused, Refused, Surprise, Transient
from crickets.signin import Grant, NotSignedIn, begun, entered
from crickets.signin.device import DeviceCode
from tests.notify.web import a_web, an_answer, saying
from tests.servers.authority import Authority
from tests.signin.builders import NOW, a_registration


class Waits:
    """Lets no time go by, and remembers how much should have."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


def signed_in(authority: Authority, waits: Waits | None = None) -> Grant:
    """What comes of a whole sign-in."""
    registration = a_registration(authority)
    return entered(registration, begun(registration), clock=lambda: NOW, wait=waits or Waits())


def test_a_sign_in(authority: Authority) -> None:
    """The code is shown, and asked after until it was entered; then the tokens are there."""
    authority.pending, waits = 2, Waits()

    grant = signed_in(authority, waits)

    assert waits.seconds == [1, 1, 1]
    assert grant.access_token in authority.access
    assert grant.refresh_token in authority.refresh
    assert (grant.signed_in_at, grant.expires_at) == (NOW, NOW + timedelta(hours=1))
    assert authority.forms[0]["scope"] == "mail offline_access"


def test_what_is_to_be_entered(authority: Authority) -> None:
    """It's the code and where; what the code stands for isn't shown."""
    code = begun(a_registration(authority))

    assert (code.user_code, code.address) == ("WDJB-MJHT", f"{authority.url}/device")
    assert code.device_code not in repr(code)


def test_a_server_that_wants_less_haste(authority: Authority) -> None:
    """Each time it's asked five seconds later (RFC 8628 §3.5)."""
    authority.slow_down, waits = 2, Waits()

    signed_in(authority, waits)

    assert waits.seconds == [1, 6, 11]


def test_a_server_that_is_away_for_a_moment(authority: Authority) -> None:
    """It's asked again, less often; the code is still good."""
    failures, waits = [503, 503], Waits()

    def fail(handler: object, _form: object) -> bool:
        if not failures:
            return False
        handler.send_error(failures.pop())  # type: ignore[attr-defined]  # an HTTP handler's
        return True

    authority.instead = fail
    signed_in(authority, waits)

    assert waits.seconds == [1, 2, 4]


def test_a_server_that_is_away_for_long(authority: Authority) -> None:
    """It's asked ever less often, but never so seldom that its owner would think that nothing comes of the code."""
    failures, waits = [503] * 5, Waits()

    def fail(handler: object, _form: object) -> bool:
        if not failures:
            return False
        handler.send_error(failures.pop())  # type: ignore[attr-defined]  # an HTTP handler's
        return True

    authority.instead = fail
    signed_in(authority, waits)

    assert waits.seconds == [1, 2, 4, 8, 16, 20]


@pytest.mark.parametrize(
    ("refusal", "kind", "told"),
    [
        ("access_denied", NotSignedIn, "the sign-in was refused: access_denied: so it is"),
        ("authorization_declined", NotSignedIn, "the sign-in was refused"),
        ("invalid_grant", NotSignedIn, "(?s)the sign-in was refused: invalid_grant: .* add --browser, or --paste"),
        ("expired_token", NotSignedIn, "nobody entered the code in time"),
        ("code_expired", NotSignedIn, "nobody entered the code in time"),
        ("invalid_client", ConfigError, r"oauth\.microsoft: 127\.0\.0\.1 would not end the sign-in: invalid_client"),
        ("server_error", Transient, "can't end the sign-in for now"),
        ("odd", Refused, "would not end the sign-in: odd"),
    ],
)
def test_a_refusal(authority: Authority, refusal: str, kind: type[CricketsError], told: str) -> None:
    """Its family says who must act; a code that the server echoes isn't told."""
    authority.refusal = refusal

    with pytest.raises(kind, match=told) as caught:
        signed_in(authority)

    assert authority.given.isdisjoint(str(caught.value).split())


def test_nobody_enters_the_code(authority: Authority) -> None:
    """It's waited for no longer than it's good for."""
    registration = a_registration(authority)
    code = begun(registration)
    brief = DeviceCode(
        user_code="A", address="https://a.example/", lasts=timedelta(), every=code.every, device_code=code.device_code
    )

    with pytest.raises(
        LoginRefused, match=r"(?s)nobody entered the code in time\nRun `crickets auth login work`.* --paste"
    ):
        entered(registration, brief, clock=lambda: NOW, wait=Waits())


def test_a_client_that_nobody_knows(authority: Authority) -> None:
    """It's the config's mistake, and it's told where the steps are."""
    registration = a_registration(authority, client_id="other")

    with pytest.raises(ConfigError, match=r"would not begin a sign-in: unauthorized_client\n.*docs/signing-in\.md"):
        begun(registration)


@pytest.mark.parametrize(
    "answer",
    [
        b"hello",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"device_code": "a"}',
        b'{"device_code": "a", "user_code": "a\\u001b[2J", "verification_uri": "https://a.example/"}',
        b'{"device_code": "a", "user_code": 7, "verification_uri": "https://a.example/"}',
        b'{"device_code": "a", "user_code": "b", "verification_uri": "https://a.example/\\nevil"}',
        b'{"device_code": "\\u00e9", "user_code": "b", "verification_uri": "https://a.example/"}',
        b'{"device_code": "' + b"a" * 200_000 + b'", "user_code": "b", "verification_uri": "https://a.example/"}',
    ],
)
def test_what_is_no_answer(authority: Authority, answer: bytes) -> None:
    """It's told, without a word of it: there may be a secret in it."""
    with a_web(saying(an_answer("200 OK", answer))) as web:
        registration = a_registration(authority, device_url=f"http://127.0.0.1:{web.port}/")
        with pytest.raises(Surprise) as caught:
            begun(registration)

    assert "evil" not in str(caught.value)
    assert caught.value.wire == b""


def test_odd_numbers(authority: Authority) -> None:
    """Times beyond reason are brought back to it."""
    told = b'{"device_code": "a", "user_code": "b", "verification_url": "https://a.example/", %b}'
    times = {
        b'"expires_in": 1e300, "interval": -1': (900, 5),
        b'"expires_in": 999999, "interval": 0': (1800, 1),
        b'"expires_in": "60", "interval": "x"': (60, 5),
        b'"expires_in": NaN, "interval": true': (900, 5),
    }
    for numbers, expected in times.items():
        with a_web(saying(an_answer("200 OK", told % numbers))) as web:
            code = begun(a_registration(authority, device_url=f"http://127.0.0.1:{web.port}/"))
        assert (code.lasts.total_seconds(), code.every.total_seconds()) == expected


def test_a_page_without_tls(authority: Authority) -> None:
    """A code is entered nowhere where others can read along."""
    told = b'{"device_code": "a", "user_code": "b", "verification_uri": "http://evil.example/"}'
    with a_web(saying(an_answer("200 OK", told))) as web:
        registration = a_registration(
            authority, device_url=f"http://127.0.0.1:{web.port}/", token_url="https://login.example/token"
        )
        with pytest.raises(Refused, match="without TLS"):
            begun(registration)


@pytest.mark.parametrize(
    ("status", "kind", "told"),
    [
        ("500 Oops", Transient, "can't serve the sign-in now: 500 Oops"),
        ("429 Too Many Requests", Transient, "429"),
        ("404 Not Found", Refused, r"is no place to sign in: 404 Not Found\nCheck authority below \[oauth.microsoft\]"),
        ("302 Found", Refused, "is no place to sign in: 302 Found"),
    ],
)
def test_a_server_that_is_another(authority: Authority, status: str, kind: type[CricketsError], told: str) -> None:
    """It's told which address to look at, and nothing is followed elsewhere."""
    act = saying(an_answer(status, b"<html>", "Location: http://127.0.0.1:1/"))
    with a_web(act) as web, pytest.raises(kind, match=told):
        begun(a_registration(authority, device_url=f"http://127.0.0.1:{web.port}/"))

"""Which requests are for the figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.health.request import OK, status_of


def a_head(line: str = "GET /metrics HTTP/1.1", *fields: str) -> bytes:
    """The head of a request."""
    return "\r\n".join((line, *(fields or ("Host: 127.0.0.1:9469",)))).encode()


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:9469", "127.9.9.9:1", "localhost", "LOCALHOST:9469", "[::1]", "[::1]:9469"]
)
def test_a_name_of_this_machine(host: str) -> None:
    """It's served by each, at any port: a tunnel may begin at another."""
    assert status_of(a_head("GET /metrics HTTP/1.1", "Accept: */*", f"host:\t{host} ")) == OK


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:9469", "evil@127.0.0.1", "", "192.0.2.1", "::1"],
)
def test_a_name_that_leads_here(host: str) -> None:
    """A page of somebody else's that had its name lead to this machine learns nothing (DNS rebinding)."""
    assert status_of(a_head("GET /metrics HTTP/1.1", f"Host: {host}")) == "403 Forbidden"


@pytest.mark.parametrize("fields", [("Accept: */*",), ("Host: 127.0.0.1", "Host: evil.example"), ("Host : 127.0.0.1",)])
def test_no_name_or_two(fields: tuple[str, ...]) -> None:
    """Which one is meant nobody knows (RFC 9112 §3.2)."""
    assert status_of(a_head("GET /metrics HTTP/1.0", *fields)) == "403 Forbidden"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("GET /metrics?format=text HTTP/1.1", OK),
        ("GET / HTTP/1.1", "404 Not Found"),
        ("GET /metrics/ HTTP/1.1", "404 Not Found"),
        ("GET //metrics HTTP/1.1", "404 Not Found"),
        ("POST /metrics HTTP/1.1", "405 Method Not Allowed"),
        ("HEAD /metrics HTTP/1.1", "405 Method Not Allowed"),
        ("get /metrics HTTP/1.1", "405 Method Not Allowed"),
        ("GET /metrics HTTP/2.0", "400 Bad Request"),
        ("GET /metrics", "400 Bad Request"),
        ("", "400 Bad Request"),
    ],
)
def test_what_is_asked_for(line: str, status: str) -> None:
    """One path, by one method."""
    assert status_of(a_head(line)) == status


@given(st.binary(max_size=200))
def test_any_bytes(head: bytes) -> None:
    """Whatever comes has a status, and none of it is told again."""
    assert status_of(head)[:3] in {"200", "400", "403", "404", "405"}

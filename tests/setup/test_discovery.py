"""Knocking at doors and logging in, on real servers with certificates of an authority of the tests' own."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from time import monotonic

import pytest

from crickets.errors import CricketsError, LoginRefused
from crickets.mailbox import Password, Tls, UntrustedServer
from crickets.setup.discovery import Account, NoServerFound, found, sign_in
from crickets.setup.doors import Door
from tests.servers import server as servers
from tests.servers.certificates import ANOTHER_HOST
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import running
from tests.servers.server import ImapServer


@pytest.fixture(scope="module")
def implicit() -> Iterator[ImapServer]:
    """A Dovecot that speaks TLS from the start."""
    yield from running(lambda: Dovecot(tls=servers.Tls.IMPLICIT))


@pytest.fixture(scope="module")
def starttls() -> Iterator[ImapServer]:
    """One that speaks it when it's asked to."""
    yield from running(lambda: Dovecot(tls=servers.Tls.STARTTLS))


@pytest.fixture(scope="module")
def of_another_name() -> Iterator[ImapServer]:
    """One whose certificate is for another host."""
    yield from running(lambda: Dovecot(tls=servers.Tls.IMPLICIT, certified_for=ANOTHER_HOST))


@pytest.fixture
def tarpit() -> Iterator[Door]:
    """A door that opens, and behind which nobody says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield Door(host="127.0.0.1", port=listening.getsockname()[1])


def door(server: ImapServer, host: str = "localhost", tls: Tls | None = None) -> Door:
    """Where a server is."""
    return Door(host=host, port=server.port, tls=tls or Tls(server.tls.value))


def account(server: ImapServer | None = None) -> Account:
    """An account that believes a server's authority."""
    return Account(name="mail", tls_ca_file=server.ca_file if server else None)


CLOSED = Door(host="127.0.0.1", port=1)


@pytest.mark.parametrize("how", ["implicit", "starttls"])
def test_a_server_that_is_there(request: pytest.FixtureRequest, how: str) -> None:
    """It's found, and lets in whom it knows."""
    server: ImapServer = request.getfixturevalue(how)
    user = server.user()

    opened = found(account(server), (CLOSED, door(server)))
    entered = sign_in(account(server), opened, user, Password(secret=server.password))

    assert opened == door(server)
    assert (entered.server.username, entered.server.tls) == (user, opened.tls)
    assert any(folder.name == "Drafts" for folder in entered.report.folders)


def test_the_likeliest_of_several(implicit: ImapServer, starttls: ImapServer) -> None:
    """The first in the order of the doors counts, not the quickest; both are believed by their own authority alone."""
    twice = (door(implicit), door(implicit, "127.0.0.1"))

    assert found(account(implicit), twice) == twice[0]
    assert found(account(implicit), twice[::-1]) == twice[1]
    assert found(account(implicit), (door(starttls), door(implicit))) == door(implicit)


def test_an_authority_that_nobody_knows(implicit: ImapServer) -> None:
    """No server is found there, and no password is ever asked for."""
    with pytest.raises(UntrustedServer, match="can't be trusted"):
        found(account(), (door(implicit),))


def test_a_certificate_for_another_name(of_another_name: ImapServer) -> None:
    """A server that can't prove to be of the name it was tried under is none."""
    with pytest.raises(UntrustedServer, match=r"is for mail\.elsewhere\.example, not for localhost"):
        found(account(of_another_name), (door(of_another_name),))


def test_starttls_where_tls_is_expected(starttls: ImapServer) -> None:
    """It's told, and nothing goes in the clear."""
    with pytest.raises(UntrustedServer, match="doesn't speak TLS"):
        found(account(starttls), (door(starttls, tls=Tls.IMPLICIT),))


def test_a_silent_door_before_an_open_one(implicit: ImapServer, tarpit: Door) -> None:
    """It's waited for as long as was said; then the open one is taken."""
    begun = monotonic()

    assert found(account(implicit), (tarpit, door(implicit)), within=1) == door(implicit)
    assert monotonic() - begun < 3


def test_no_server_under_any_name(tarpit: Door) -> None:
    """Every door that was tried is told, what failed alike together; and what to do."""
    closed = (CLOSED, Door(host="localhost", port=1))

    with pytest.raises(NoServerFound) as nowhere:
        found(account(), (*closed, tarpit), within=1)

    assert nowhere.value.what.splitlines()[1:] == [
        "  127.0.0.1:1, localhost:1: Connection refused",
        f"  {tarpit}: no answer in time",
    ]
    assert "--host" in nowhere.value.remedy


def test_a_single_door_that_is_closed() -> None:
    """Its own error says more than a list of one."""
    with pytest.raises(CricketsError, match=r"127\.0\.0\.1:1 could not be reached") as closed:
        found(account(), (CLOSED,))

    assert not isinstance(closed.value, NoServerFound)


def test_who_is_not_let_in(pymap_server: ImapServer) -> None:
    """The refusal tells the name."""
    with pytest.raises(LoginRefused, match=r"dana@studio\.example"):
        sign_in(account(), door(pymap_server, "127.0.0.1"), "dana@studio.example", Password(secret="not-it-77"))

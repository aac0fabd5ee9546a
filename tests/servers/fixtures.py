"""pytest's way to the servers: each is started when a test first asks for it, and lives as long as the test session.

A server that cannot be had skips the tests that want it, by name and with the reason; on CI it fails them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import NoReturn

import pytest

from tests.servers.by_token import MailByToken, mail_by_token
from tests.servers.courier import Courier
from tests.servers.cyrus import Cyrus
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_config import Storage
from tests.servers.embedded import PymapServer
from tests.servers.profiles.listed import GMAIL, ICLOUD, MICROSOFT_365, OLD, PLAIN, YAHOO
from tests.servers.profiles.profile import Profile
from tests.servers.profiles.server import ProfileServer
from tests.servers.provision import on_ci
from tests.servers.radicale import Radicale
from tests.servers.server import ImapServer, Unavailable

#: The fixtures of all servers, for tests that are to hold on each.
SERVERS = ("dovecot_sdbox", "dovecot_maildir", "cyrus", "courier", "pymap_server")

#: The fixtures of our own server, one for each profile.
PROVIDERS = ("plain_server", "gmail", "microsoft365", "icloud", "yahoo", "old_server")


@pytest.fixture(scope="session")
def dovecot_sdbox() -> Iterator[ImapServer]:
    """Dovecot with its own storage: separator `/`, all extensions."""
    yield from running(Dovecot)


@pytest.fixture(scope="session")
def dovecot_maildir() -> Iterator[ImapServer]:
    """Dovecot on Maildir++: separator `.`, all extensions."""
    yield from running(lambda: Dovecot(Storage.MAILDIR))


@pytest.fixture(scope="session")
def cyrus() -> Iterator[ImapServer]:
    """Cyrus: special-use attributes in lower case, OBJECTID."""
    yield from running(Cyrus)


@pytest.fixture(scope="session")
def courier() -> Iterator[ImapServer]:
    """Courier: prefix `INBOX.`, no special use, no MOVE, no CONDSTORE, no UNSELECT."""
    yield from running(Courier)


@pytest.fixture(scope="session")
def pymap_server() -> Iterator[ImapServer]:
    """The one in this process, pymap: quick, no special use."""
    yield from running(PymapServer)


@pytest.fixture(scope="session")
def by_token() -> Iterator[MailByToken]:
    """Dovecot that lets in by tokens of an authority, and that authority."""
    with ExitStack() as house:
        try:
            both = house.enter_context(mail_by_token())
        except Unavailable as missing:
            _do_without(str(missing))
        yield both


@pytest.fixture(scope="session")
def radicale() -> Iterator[Radicale]:
    """Radicale, a CalDAV server: it comes with the tests' own libraries, so it's never missing."""
    with Radicale() as server:
        yield server


@pytest.fixture
def plain_server() -> Iterator[ProfileServer]:
    """Our own, without any habit: all extensions that Crickets can make use of."""
    yield from serving(PLAIN)


@pytest.fixture
def gmail() -> Iterator[ProfileServer]:
    """As Gmail is told: labels as folders, All Mail, names in Italian."""
    yield from serving(GMAIL)


@pytest.fixture
def microsoft365() -> Iterator[ProfileServer]:
    """As Microsoft 365 is told: few extensions, no keywords, names in German."""
    yield from serving(MICROSOFT_365)


@pytest.fixture
def icloud() -> Iterator[ProfileServer]:
    """As iCloud is told: no MOVE, no special use, early news in IDLE."""
    yield from serving(ICLOUD)


@pytest.fixture
def yahoo() -> Iterator[ProfileServer]:
    """As Yahoo is told: no UNSELECT, no IDLE, no CONDSTORE though it looks so."""
    yield from serving(YAHOO)


@pytest.fixture
def old_server() -> Iterator[ProfileServer]:
    """A server of RFC 3501 alone: no message can be removed without all others."""
    yield from serving(OLD)


@pytest.fixture(params=PROVIDERS)
def any_provider(request: pytest.FixtureRequest) -> ProfileServer:
    """Each profile of our own server in turn."""
    server: ProfileServer = request.getfixturevalue(request.param)
    return server


@pytest.fixture(params=SERVERS)
def any_server(request: pytest.FixtureRequest) -> ImapServer:
    """Each server in turn."""
    server: ImapServer = request.getfixturevalue(request.param)
    return server


def running(start: Callable[[], ImapServer]) -> Iterator[ImapServer]:
    """The body of a fixture: the server started, and stopped in the end; also for a test's own special server."""
    server = _started(start)
    try:
        yield server
    finally:
        server.stop()


def serving(profile: Profile) -> Iterator[ProfileServer]:
    """The body of a fixture: our own server with that profile; a fresh one costs nothing."""
    server = ProfileServer(profile)
    try:
        yield server
    finally:
        server.stop()


def _started(start: Callable[[], ImapServer]) -> ImapServer:
    try:
        return start()
    except Unavailable as missing:
        why = str(missing)
    return _do_without(why)


def _do_without(why: str) -> NoReturn:
    if on_ci(os.environ):
        pytest.fail(f"{why} (on CI every server must run)", pytrace=False)
    pytest.skip(why)

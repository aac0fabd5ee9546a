"""`init` at a server where no folder for sent mail or drafts can be told from the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crickets.config.load import load
from crickets.domain.message import Role
from crickets.writing import TEMPLATE_NAMES
from tests.cli.home import Home
from tests.cli.terminal import Terminal
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import running
from tests.servers.mailbox import OwnersMailbox

NONE_BY_ITSELF = "namespace inbox {\n mailbox Sent {\n auto = no\n }\n mailbox Drafts {\n auto = no\n }\n}\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    """One that makes no such folders."""
    for server in running(lambda: Dovecot(special_use=False, extra=NONE_BY_ITSELF)):
        assert isinstance(server, Dovecot)
        yield server


@pytest.fixture
def options(home: Home, server: Dovecot) -> tuple[str, ...]:
    """All but the password and the folders, of a mailbox with two folders of its owner's."""
    home.config.unlink()
    (home.folder / ".env").unlink()
    mailbox = OwnersMailbox(server, server.user())
    mailbox.create("Zettel")
    mailbox.create("Weg")
    return (
        *("init", "--no-service", "--host", server.host, "--port", str(server.port), "--tls", "none"),
        *("--username", mailbox.user, "--name", "Dana", "--address", "dana@studio.example"),
        *("--timezone", "Europe/Rome", "--country", "it"),
    )


def test_they_are_named(home: Home, server: Dovecot, options: tuple[str, ...]) -> None:
    """What is no folder there is told; the config says the answers, and the daemon could run by it."""
    with Terminal(home, *options) as terminal:
        terminal.answer("Password: ", server.password)
        terminal.answer("Which one has the mail that you sent (- for none of them) [-]: ", "Wegg")
        terminal.answer("did you mean Weg?", "Weg")
        terminal.answer("Which one has your drafts (- for none of them) [-]: ", "Zettel")
        terminal.answer("Write that? [Y/n]: ", "y")
        seen = terminal.rest()

    assert terminal.code == 0, seen
    assert home("check").code == 0
    roles = {folder["role"]: folder["name"] for folder in home("check", "--json").json["accounts"][0]["folders"]}
    assert (roles[Role.SENT.value], roles[Role.DRAFTS.value]) == ("Weg", "Zettel")


def test_they_are_options(home: Home, server: Dovecot, options: tuple[str, ...]) -> None:
    """As every answer is."""
    named = ("--sent-folder", "Weg", "--drafts-folder", "Zettel", "--yes", "--password-stdin")
    told = home(*options, *named, stdin=f"{server.password}\n")

    assert told.code == 0, told.err
    (account,) = load(home.config, {}, templates=TEMPLATE_NAMES).accounts
    assert (account.folders.sent, account.folders.drafts) == (("Weg",), "Zettel")


def test_there_are_none(home: Home, server: Dovecot, options: tuple[str, ...]) -> None:
    """What to do is told for each, with the key of the config."""
    told = home(*options, "--yes", "--password-stdin", stdin=f"{server.password}\n")

    for key in ("accounts.mail.folders.sent", "accounts.mail.folders.drafts"):
        assert f"make one in your mail program, or name it by {key}" in told.err

"""`init`, by OAuth 2.0: on a real Dovecot that lets in by tokens, and an authority of the tests' own."""

from __future__ import annotations

import stat

import pytest

from crickets.config.load import load
from crickets.config.settings import OAuthClient
from crickets.writing import TEMPLATE_NAMES
from tests.cli.home import Home
from tests.cli.terminal import Terminal
from tests.cli.test_init import a_silence
from tests.servers.authority import CLIENT_ID, Authority
from tests.servers.by_token import MailByToken
from tests.servers.mailbox import OwnersMailbox


@pytest.fixture
def mailbox(by_token: MailByToken) -> OwnersMailbox:
    """A fresh one with a silence in it, whose owner will agree."""
    return a_silence(by_token.owner())


@pytest.fixture
def bare(home: Home) -> Home:
    """A home without config."""
    home.config.unlink()
    (home.folder / ".env").unlink()
    return home


@pytest.fixture
def server(mailbox: OwnersMailbox) -> tuple[str, ...]:
    """Where the mailbox is, and who its owner is."""
    return (
        *("--address", "dana@studio.example", "--name", "Dana Levi", "--timezone", "Europe/Rome", "--country", "-"),
        *("--host", "127.0.0.1", "--port", str(mailbox.server.port), "--tls", "none", "--username", mailbox.user),
    )


def at_microsoft(authority: Authority) -> tuple[str, ...]:
    """How Crickets is registered there, as options."""
    return (
        "--oauth",
        "microsoft",
        "--client-id",
        CLIENT_ID,
        "--tenant",
        "studio.example",
        "--authority",
        authority.url,
    )


def test_a_sign_in(bare: Home, by_token: MailByToken, server: tuple[str, ...]) -> None:
    """It goes as `auth login` does; tokens and config are written, no `.env`, and passes are made by them."""
    authority = by_token.authority

    told = bare("init", "--yes", *server, *at_microsoft(authority))

    assert told.code == 0, told.err
    assert f"Open {authority.url}/device in a browser, on any machine, and enter the code WDJB-MJHT" in told.err
    assert "Anna Rossi" in told.out
    (account,) = load(bare.config, {}, templates=TEMPLATE_NAMES).accounts
    assert isinstance(account.secret, OAuthClient)
    assert not (bare.folder / ".env").exists()
    tokens = bare.state.with_name("tokens") / "mail.json"
    assert stat.S_IMODE(tokens.stat().st_mode) == 0o600
    assert bare("auth", "status").code == 0
    assert bare("check").code == 0
    shown = told.out + told.err + bare.config.read_text()
    assert not [secret for secret in authority.given if secret in shown]


def test_a_sign_in_that_is_refused(bare: Home, by_token: MailByToken, server: tuple[str, ...]) -> None:
    """Nothing is written, and no token is kept."""
    by_token.authority.refusal = "access_denied"

    told = bare("init", "--yes", *server, *at_microsoft(by_token.authority))

    assert told.code == 77
    assert "Nothing was written; try again. Where your organisation" in told.err
    assert "auth login" not in told.err
    assert not [path for path in bare.folder.rglob("*") if path.is_file()]


def test_a_sign_in_of_another(bare: Home, by_token: MailByToken, server: tuple[str, ...]) -> None:
    """A token that doesn't open the mailbox is told, and nothing is written."""
    by_token.authority.user = "somebody-else"

    told = bare("init", "--yes", *server, *at_microsoft(by_token.authority))

    assert told.code == 77
    assert "Check that `username` is who signed in" in told.err
    assert not bare.config.exists()


def test_no_room_for_its_token(bare: Home, by_token: MailByToken, server: tuple[str, ...]) -> None:
    """The config that was there, and was to be set aside, is there as it was; a new one would have no token."""
    bare.config.write_text("mine")
    (bare.folder / "state").write_text("in its place")

    told = bare("init", "--yes", "--force", *server, *at_microsoft(by_token.authority))

    assert told.code == 74, told.err
    assert ("Set aside" in told.err, "Written" in told.err) == (False, False)
    assert {path.name: path.read_text() for path in bare.folder.iterdir()} == {
        "config.toml": "mine", "state": "in its place",
    }  # fmt: skip


def test_on_a_terminal(bare: Home, by_token: MailByToken, server: tuple[str, ...]) -> None:
    """The ids that its owner registered are asked for, and what they are is told."""
    cloud = ("--authority", by_token.authority.url)
    with Terminal(bare, "init", "--no-service", *server, "--oauth", "microsoft", *cloud) as terminal:
        seen = terminal.answer("The client ID (application ID): ", CLIENT_ID)
        terminal.answer("or common [common]: ", "studio.example")
        seen += terminal.answer("Write that? [Y/n]: ", "y")
        rest = terminal.rest()

    assert terminal.code == 0, rest
    assert "You register Crickets at Microsoft yourself, once" in seen
    assert ".env" not in rest


def test_another_mailbox(bare: Home, by_token: MailByToken, server: tuple[str, ...]) -> None:
    """How Crickets is registered stands in the config already, and isn't said again; its tokens are its own."""
    bare("init", "--yes", *server, *at_microsoft(by_token.authority))
    before = bare.config.read_text()
    shop = a_silence(by_token.owner())
    place = ("--host", "127.0.0.1", "--port", str(shop.server.port), "--tls", "none", "--username", shop.user)
    told = bare("init", "--add", "--yes", "--address", "shop@levi.example", *place, *("--oauth", "microsoft"))

    assert told.code == 0, told.err
    first, second = load(bare.config, {}, templates=TEMPLATE_NAMES).accounts
    assert second.name == "levi"
    assert first.secret == second.secret
    assert bare.config.read_text().count("[oauth.microsoft]") == before.count("[oauth.microsoft]") == 1
    assert sorted(path.name for path in bare.state.with_name("tokens").glob("*.json")) == ["levi.json", "mail.json"]
    assert not (bare.folder / ".env").exists()

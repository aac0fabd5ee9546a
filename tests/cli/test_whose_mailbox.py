"""An account of the config that is another's mailbox than the ledger knows by its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.home import Home, a_sent, days_ago
from tests.servers.server import ImapServer

OF_DANA = "dana@studio.example"
OF_THE_SHOP = "shop@studio.example"


@pytest.fixture
def known(home: Home) -> Callable[[str], None]:
    """Have the ledger know whose mailbox `work` is."""

    def note(login: str) -> None:
        home.remember(a_sent(at=days_ago(9)))
        with home.ledger() as ledger:
            ledger.note_login("work", login)

    return note


@pytest.mark.parametrize("command", [("status",), ("once",), ("once", "--dry-run"), ("check",), ("preview",)])
def test_another_config_with_the_same_ledger(
    home: Home, known: Callable[[str], None], command: tuple[str, ...]
) -> None:
    """Nothing is read or laid, and both ways out are told."""
    known(OF_DANA)
    home.configure(username=OF_THE_SHOP)
    ran = home(*command)

    assert ran.code == 78
    assert (
        f"{home.config}: accounts.work.username: the ledger knows this account as the mailbox of {OF_DANA}" in ran.err
    )
    assert f"(got that of {OF_THE_SHOP})" in ran.err
    assert "[accounts.NAME]" in ran.err
    assert f'formerly = "{OF_DANA}"' in ran.err


@pytest.mark.parametrize("username", [OF_DANA, "Dana@Studio.Example"])
def test_the_same_mailbox(home: Home, known: Callable[[str], None], username: str) -> None:
    """However its owner writes the name."""
    known(OF_DANA)
    home.configure(username=username)

    assert home("status").code == 0


def test_a_name_that_another_server_knows_too(home: Home, known: Callable[[str], None]) -> None:
    """A name that is no address tells nothing without its server."""
    known("dana at imap.elsewhere.example")
    home.configure(username="dana")
    ran = home("status")

    assert ran.code == 78
    assert "dana at 127.0.0.1" in ran.err


def test_a_user_who_is_called_otherwise_now(home: Home, known: Callable[[str], None]) -> None:
    """By the owner's word it's the same mailbox."""
    known("old@studio.example")
    home.configure(username=OF_DANA)
    text = home.config.read_text()
    home.config.write_text(text.replace("username =", 'formerly = "old@studio.example"\nusername =', 1))

    assert home("status").code == 0


def test_a_mailbox_that_has_moved(home: Home, known: Callable[[str], None]) -> None:
    """To another server that knows the same plain name: the owner's word will do."""
    known("dana at imap.old.example")
    home.configure(username="dana")
    assert home("status").code == 78
    text = home.config.read_text()
    home.config.write_text(text.replace("username =", 'formerly = "dana"\nusername =', 1))

    assert home("status").code == 0


def test_what_was_read_by_an_earlier_version(home: Home, pymap_server: ImapServer) -> None:
    """Whose it is isn't known, and is kept from the next pass on."""
    home.remember(a_sent(at=days_ago(9)))
    with home.ledger() as ledger:
        assert ledger.logins() == {}
    user = pymap_server.user()
    home.configure(port=pymap_server.port, username=user, password=pymap_server.password)
    home("once", "--dry-run")

    with home.ledger() as ledger:
        assert ledger.logins() == {"work": f"{user} at 127.0.0.1"}

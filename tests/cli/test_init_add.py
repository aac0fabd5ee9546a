"""`init --add`: another mailbox goes into the config that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from crickets.config.load import load
from crickets.config.secrets import secret_of
from crickets.config.settings import Settings
from crickets.writing import TEMPLATE_NAMES
from tests.cli.home import Home, days_ago
from tests.cli.terminal import Terminal
from tests.servers.mail import CLIENT, OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer
from tests.unit.fake_systemd import FakeSystemd


@pytest.fixture
def mailbox(pymap_server: ImapServer) -> OwnersMailbox:
    """One whose client has been silent for six days."""
    mailbox = OwnersMailbox(pymap_server, pymap_server.user())
    asked = a_message(at=days_ago(10))
    mailbox.put("INBOX", asked)
    mailbox.put("Sent", a_message(OWNER, CLIENT, at=days_ago(6), reply_to=asked))
    return mailbox


@pytest.fixture
def first(home: Home) -> Home:
    """A home whose config has a mailbox already, and a rule of its owner's."""
    home.configure(more='\n[[rules]] # mine\nmatch = { subject = "x" }\nplan = "none"\n')
    return home


@pytest.fixture
def server(mailbox: OwnersMailbox) -> tuple[str, ...]:
    """Where the other mailbox is, as options."""
    return ("--host", "127.0.0.1", "--port", str(mailbox.server.port), "--tls", "none", "--username", mailbox.user)


def settings_of(home: Home) -> Settings:
    """What the config says."""
    return load(home.config, {}, templates=TEMPLATE_NAMES)


def test_all_answers_given(first: Home, mailbox: OwnersMailbox, server: tuple[str, ...]) -> None:
    """Nothing but the mailbox is asked for; the config says what it said, and the new mailbox; both have a secret."""
    before, secrets = first.config.read_text(), (first.folder / ".env").read_text()
    options = ("init", "--add", "--yes", "--address", "shop@levi.example", *server, "--password-stdin")
    told = first(*options, stdin=f"{mailbox.server.password}\n")

    assert told.code == 0, told.err
    settings = settings_of(first)
    assert [account.name for account in settings.accounts] == ["work", "levi"]
    assert settings.policy.owner.addresses == ("dana@studio.example", "shop@levi.example")
    assert [rule.plan for rule in settings.policy.rules] == ["none"]
    assert first.config.read_text().replace(', "shop@levi.example"]', "]").startswith(before)
    assert (first.folder / ".env").read_text() == f"{secrets}LEVI_IMAP_PASSWORD='{mailbox.server.password}'\n"
    assert secret_of(settings.accounts[1], config=first.config, environment={}) == mailbox.server.password
    assert "Anna Rossi" in told.out


def test_on_a_terminal(first: Home, mailbox: OwnersMailbox, server: tuple[str, ...]) -> None:
    """What is to be written is shown, without the password; a no leaves all as it was."""
    before = first.config.read_text()
    for last, code in (("n", 1), ("y", 0)):
        with Terminal(first, "init", "--add", *server) as terminal:
            terminal.answer("Your address: ", "dana@studio.example")
            terminal.answer("What to call it in the config [studio]: ", "work")
            terminal.answer("What to call it in the config [studio]: ", "shop")
            terminal.answer("Password: ", mailbox.server.password)
            seen = terminal.answer("Write that? [Y/n]: ", last)
            rest = terminal.rest()
        assert terminal.code == code, rest
        assert "+[accounts.shop]" in seen
        assert mailbox.server.password not in seen
        assert (first.config.read_text() == before) is (last == "n")

    assert [account.name for account in settings_of(first).accounts] == ["work", "shop"]
    assert settings_of(first).policy.owner.addresses == ("dana@studio.example",)


def test_a_mailbox_that_is_there_already(first: Home, mailbox: OwnersMailbox, server: tuple[str, ...]) -> None:
    """Read twice, its clients would be asked twice: it's refused, and so is a name that is taken."""
    options = ("init", "--add", "--yes", "--address", "dana@studio.example", *server, "--password-stdin")
    first(*options, stdin=f"{mailbox.server.password}\n")
    before = first.config.read_text()
    again = first(*options, "--account", "other", stdin=f"{mailbox.server.password}\n")
    named = first(*options, "--account", "work", stdin=f"{mailbox.server.password}\n")
    first.config.write_text(before.replace(f'"{mailbox.user}"', f'"{mailbox.user}@studio.example"'))
    by_address = first(*options, "--account", "other", stdin=f"{mailbox.server.password}\n")
    first.config.write_text(before)

    assert (again.code, named.code, by_address.code) == (2, 2, 2)
    assert "already, as [accounts.studio]" in again.err
    assert "--account" in named.err
    assert first.config.read_text() == before


def test_no_config_to_add_to(home: Home, server: tuple[str, ...]) -> None:
    """The first mailbox is set up without --add; a config that is wrong is to be mended first."""
    home.config.write_text("[me]\n")
    wrong = home("init", "--add", "--yes", "--address", "a@b.example", *server, "--password-stdin", stdin="x\n")
    home.config.unlink()
    none = home("init", "--add", "--yes", "--address", "a@b.example", *server, "--password-stdin", stdin="x\n")

    assert (wrong.code, none.code) == (78, 78)
    assert "`" + home.command + " init` to make one" in none.err


@pytest.fixture
def systemd(first: Home, tmp_path: Path) -> FakeSystemd:
    """Programs that stand in for systemd's, and a unit that runs the daemon of the config."""
    made = FakeSystemd.made(tmp_path / "systemd")
    first.monkeypatch.setenv("PATH", made.path)
    first("service", "install", "--user")
    made.says("show", "LoadState=loaded\nActiveState=active\n")
    (made.home / "diary").unlink()
    return made


RELOADS = ["systemctl --user reload crickets.service"]


@pytest.mark.parametrize(
    ("option", "done", "said"),
    [
        ("--no-service", [], "`systemctl --user reload crickets.service` has the daemon take it up"),
        ("--service", RELOADS, "Done: systemctl --user reload crickets.service"),
        ("--yes", [], "`systemctl --user reload crickets.service` has the daemon take it up"),
    ],
)
def test_a_daemon_that_runs(
    first: Home,
    systemd: FakeSystemd,
    mailbox: OwnersMailbox,
    server: tuple[str, ...],
    option: str,
    done: list[str],
    said: str,
) -> None:
    """It's had to read the config anew if its owner says so; else the command is named."""
    options = ("init", "--add", "--yes", "--address", "shop@levi.example", *server, "--password-stdin", option)
    told = first(*options, stdin=f"{mailbox.server.password}\n")

    assert told.code == 0, told.err
    assert systemd.diary == done
    assert said in told.err


def test_a_daemon_that_does_not_listen(
    first: Home, systemd: FakeSystemd, mailbox: OwnersMailbox, server: tuple[str, ...]
) -> None:
    """What was added stays, and it's told what is left to do."""
    systemd.fails("reload", "Failed to reload crickets.service: it's gone\n")
    options = ("init", "--add", "--yes", "--address", "shop@levi.example", *server, "--password-stdin", "--service")
    told = first(*options, stdin=f"{mailbox.server.password}\n")

    assert told.code == 0, told.err
    assert "it's gone" in told.err
    assert "try `systemctl --user reload crickets.service` again" in told.err
    assert [account.name for account in settings_of(first).accounts] == ["work", "levi"]


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ("ActiveState=inactive\n", "The daemon of crickets.service doesn't run"),
        ("", "The daemon of crickets.service doesn't run"),
    ],
)
def test_a_daemon_that_does_not_run(
    first: Home, systemd: FakeSystemd, mailbox: OwnersMailbox, server: tuple[str, ...], standing: str, said: str
) -> None:
    """It begins with the config as it is."""
    systemd.says("show", standing)
    options = ("init", "--add", "--yes", "--address", "shop@levi.example", *server, "--password-stdin", "--service")
    told = first(*options, stdin=f"{mailbox.server.password}\n")

    assert systemd.diary == []
    assert said in told.err


def test_a_daemon_on_a_terminal(
    first: Home, systemd: FakeSystemd, mailbox: OwnersMailbox, server: tuple[str, ...]
) -> None:
    """Its owner is asked, and Enter means yes."""
    with Terminal(first, "init", "--add", *server) as terminal:
        terminal.answer("Your address: ", "shop@levi.example")
        terminal.answer("What to call it in the config [levi]: ", "")
        terminal.answer("Password: ", mailbox.server.password)
        terminal.answer("Write that? [Y/n]: ", "y")
        terminal.answer("take it up now (systemctl --user reload crickets.service)? [Y/n]: ", "")
        rest = terminal.rest()
    assert terminal.code == 0, rest
    assert systemd.diary == RELOADS


def test_no_unit(first: Home, mailbox: OwnersMailbox, server: tuple[str, ...]) -> None:
    """A daemon that was started in another way is sent the signal by hand."""
    options = ("init", "--add", "--yes", "--address", "shop@levi.example", *server, "--password-stdin")

    assert "sent SIGHUP or started anew" in first(*options, stdin=f"{mailbox.server.password}\n").err

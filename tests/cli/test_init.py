"""`init`, on a real server."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from crickets.config.load import load
from crickets.config.secrets import secret_of
from crickets.errors import LedgerUnusable
from crickets.mailbox import Password, Tls
from crickets.setup.discovery import NoServerFound, sign_in
from crickets.setup.first_config import env_text, first_place, write_new
from crickets.setup.providers import Guess, guesses_for
from crickets.setup.whereabouts import country_of, zone_name
from crickets.writing import TEMPLATE_NAMES
from tests.cli.home import Home, days_ago
from tests.cli.terminal import Terminal
from tests.servers.mail import CLIENT, OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer


@pytest.fixture
def mailbox(pymap_server: ImapServer) -> OwnersMailbox:
    """A mailbox whose client has been silent for six days."""
    mailbox = OwnersMailbox(pymap_server, pymap_server.user())
    asked = a_message(at=days_ago(10))
    mailbox.put("INBOX", asked)
    mailbox.put("Sent", a_message(OWNER, CLIENT, at=days_ago(6), reply_to=asked))
    return mailbox


@pytest.fixture
def answers(home: Home, mailbox: OwnersMailbox) -> tuple[str, ...]:
    """Everything that is asked, as options; no config is there yet."""
    home.config.unlink()
    (home.folder / ".env").unlink()
    return (
        *("init", "--yes", "--name", 'Dana "D" Levi', "--address", "dana@studio.example"),
        *("--host", "127.0.0.1", "--port", str(mailbox.server.port), "--tls", "none"),
        *("--username", mailbox.user, "--timezone", "Europe/Rome", "--country", "it", "--password-stdin"),
    )


def test_all_answers_given(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """The config loads and says what was answered; who is silent is shown, and nothing was touched."""
    before = mailbox.snapshot(without=())

    told = home(*answers, stdin=f"{mailbox.server.password}\n")

    assert told.code == 0, told.err
    settings = load(home.config, {}, templates=TEMPLATE_NAMES)
    (account,) = settings.accounts
    assert (account.name, account.host, account.username) == ("mail", "127.0.0.1", mailbox.user)
    assert (settings.policy.owner.name, settings.policy.owner.zone.key) == ('Dana "D" Levi', "Europe/Rome")
    assert settings.policy.owner.phone_region == "IT"
    assert settings.warnings == ()
    assert "Anna Rossi" in told.out
    assert mailbox.server.password not in told.out + told.err + home.config.read_text()
    assert mailbox.snapshot(without=()) == before
    assert home("check").code == 0


def test_the_files_that_are_written(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """Only their owner may read them, and nothing else is left behind."""
    home(*answers, stdin=f"{mailbox.server.password}\n")

    written = sorted(path.name for path in home.folder.iterdir() if path.is_file())
    assert written == [".env", "config.toml"]
    assert {stat.S_IMODE((home.folder / name).stat().st_mode) for name in written} == {0o600}


def test_as_json(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """The document names the files, the server, the folders and the first status."""
    document = home(*answers, "--json", stdin=f"{mailbox.server.password}\n").json

    assert document["config"] == str(home.config)
    assert document["server"]["username"] == mailbox.user
    assert {"name": "Sent", "role": "sent", "why": "its name says so (en)"} in document["folders"]
    assert [t["contact"]["address"] for t in document["status"]["threads"]] == ["anna@client.example"]


def test_a_config_that_is_there(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """It's never overwritten, unless the owner insists."""
    home.config.write_text("# mine\n")

    refused = home(*answers, stdin=f"{mailbox.server.password}\n")
    kept = home.config.read_text()
    forced = home(*answers, "--force", stdin=f"{mailbox.server.password}\n")

    assert (refused.code, kept) == (2, "# mine\n")
    assert "--force" in refused.err
    assert forced.code == 0
    assert home("check").code == 0


def test_a_wrong_password(home: Home, answers: tuple[str, ...]) -> None:
    """Nothing is written."""
    told = home(*answers, stdin="not-it-77\n")

    assert told.code == 77
    assert "not-it-77" not in told.err
    assert not home.config.exists()
    assert not (home.folder / ".env").exists()


def test_a_password_from_the_environment(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """It's kept under the same name, for the daemon will not have this environment."""
    home.monkeypatch.setenv("MY_MAIL", mailbox.server.password)

    told = home(*(a for a in answers if a != "--password-stdin"), "--password-env", "MY_MAIL")

    assert told.code == 0, told.err
    assert "MY_MAIL=" in (home.folder / ".env").read_text()


def test_a_server_that_is_away(home: Home, answers: tuple[str, ...]) -> None:
    """It's told as such; nothing is written."""
    told = home(*(a if not a.isdigit() else "1" for a in answers), stdin="x\n")

    assert told.code == 75
    assert not home.config.exists()


@pytest.mark.parametrize(
    ("instead", "option"),
    [
        (("--timezone", "Europe/Rom"), "--timezone"),
        (("--country", "XX"), "--country"),
        (("--address", "dana"), "--address"),
        (("--tls", "maybe"), "--tls"),
        (("--host", "imap.example.org"), "--tls"),
        (("--account", "my mail"), "--account"),
    ],
)
def test_a_wrong_answer(home: Home, answers: tuple[str, ...], instead: tuple[str, str], option: str) -> None:
    """It's wrong usage, told before anything is tried."""
    told = home(*answers, *instead, stdin="x\n")

    assert told.code == 2
    assert option in told.err


def test_on_a_terminal(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """What was not given is asked for, the guesses are offered, and the password is not shown."""
    with Terminal(home, "init", *answers[answers.index("--host") : answers.index("--timezone")]) as terminal:
        terminal.answer("Your address: ", "dana@studio.example")
        terminal.answer("Your name, as your mail shows it: ", "Dana Levi")
        terminal.answer("Your time zone [Europe/Rome]: ", "")
        terminal.answer("[IT]: ", "-")
        terminal.answer("Password: ", mailbox.server.password)
        seen = terminal.rest()

    assert terminal.code == 0, seen
    assert "Anna Rossi" in seen
    assert mailbox.server.password not in seen
    (account,) = load(home.config, {}, templates=TEMPLATE_NAMES).accounts
    assert account.username == mailbox.user


def test_slips_on_a_terminal(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """What is wrong is told and asked for once more; a zone is known in any case; nothing answered is lost."""
    with Terminal(home, "init", *answers[answers.index("--host") : answers.index("--timezone")]) as terminal:
        terminal.answer("Your address: ", "dana")
        terminal.answer("must be an address", "dana@studio.example")
        terminal.answer("Your name, as your mail shows it: ", "Dana Levi")
        terminal.answer("Your time zone [Europe/Rome]: ", "europe/rom")
        terminal.answer("did you mean Europe/Rome?", "europe/rome")
        terminal.answer("[IT]: ", "Italia")
        terminal.answer("[IT]: ", "it")
        terminal.answer("Password: ", "not-it-77")
        terminal.answer("Password: ", mailbox.server.password)
        seen = terminal.rest()

    assert terminal.code == 0, seen
    settings = load(home.config, {}, templates=TEMPLATE_NAMES)
    assert (settings.policy.owner.zone.key, settings.policy.owner.phone_region) == ("Europe/Rome", "IT")
    assert secret_of(settings.accounts[0], config=home.config, environment={}) == mailbox.server.password


def test_a_password_that_stays_wrong(home: Home, answers: tuple[str, ...]) -> None:
    """After three it ends, and nothing is written."""
    with Terminal(home, *(a for a in answers if a not in {"--yes", "--password-stdin"})) as terminal:
        for _ in range(3):
            terminal.answer("Password: ", "not-it-77")
        seen = terminal.rest()

    assert terminal.code == 77, seen
    assert not home.config.exists()


def test_a_server_that_is_asked_for(home: Home, answers: tuple[str, ...]) -> None:
    """Where none is found it's asked for, before any password; the same may be tried once more."""
    wrong = (a if not a.isdigit() else "1" for a in answers if a not in {"--yes", "--password-stdin"})
    with Terminal(home, *wrong) as terminal:
        terminal.answer("Your IMAP server [127.0.0.1]: ", "")
        terminal.answer("127.0.0.1:1 could not be reached", "not a host")
        terminal.answer("must be a bare host name", "nobody.invalid")
        terminal.answer("nobody.invalid:993, nobody.invalid:143: ", "")


def test_the_example(home: Home) -> None:
    """It's shown as it comes with the program, and nothing else is done."""
    home.config.unlink()

    told = home("init", "--example")

    assert told.code == 0
    assert "[plans." in told.out
    assert "[drafts]" in told.out
    assert not home.config.exists()


def test_nobody_to_ask(home: Home, answers: tuple[str, ...]) -> None:
    """What is missing is named."""
    told = home("init")

    assert told.code == 2
    assert "--address" in told.err


@pytest.mark.parametrize("secret", ["plain", "it's", 'a "b" $HOME `x` \\ #!', "żółć\\'"])
def test_any_password(tmp_path: Path, home: Home, secret: str) -> None:
    """What is written is what is read."""
    (home.folder / ".env").write_text(env_text("WORK_IMAP_PASSWORD", secret))
    (account,) = load(home.config, {}, templates=TEMPLATE_NAMES).accounts

    assert secret_of(account, config=home.config, environment={}) == secret


def test_well_known_and_other_domains() -> None:
    """A provider's server is known; of any other domain the usual names are tried, encrypted all."""
    assert [g.host for g in guesses_for("me@GMail.com")] == ["imap.gmail.com"]
    others = guesses_for("dana@studio.example")
    assert [g.host for g in others[:3]] == ["imap.studio.example", "mail.studio.example", "studio.example"]
    assert {g.tls.value for g in others} == {"implicit", "starttls"}


def test_where_the_machine_is(tmp_path: Path) -> None:
    """TZ comes before the link; what is no zone is passed over; the country is that of the zone."""
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Warsaw")
    (tmp_path / "zone.tab").write_text("# code\nIT\t+4154+01229\tEurope/Rome\nPL\t+5215+02100\tEurope/Warsaw\n")

    assert zone_name({"TZ": ":Europe/Rome"}, link) == "Europe/Rome"
    assert zone_name({"TZ": "CET-1CEST"}, link) == "Europe/Warsaw"
    assert zone_name({}, tmp_path / "none") == ""
    assert country_of("Europe/Warsaw", (str(tmp_path),)) == "PL"
    assert country_of("Mars/Base", (str(tmp_path),)) == ""


def test_where_a_first_config_goes(tmp_path: Path) -> None:
    """Where it was said; else where the environment says; else into the user's config folder."""
    named, home = tmp_path / "mine.toml", {"HOME": "/home/dana"}

    assert first_place(named, home) == named
    assert first_place(None, home | {"CRICKETS_CONFIG": str(named)}) == named
    assert first_place(None, home | {"XDG_CONFIG_HOME": "/cfg"}) == Path("/cfg/crickets/config.toml")
    assert first_place(None, home | {"XDG_CONFIG_HOME": "cfg"}) == Path("/home/dana/.config/crickets/config.toml")
    assert first_place(None, home) == Path("/home/dana/.config/crickets/config.toml")


def test_no_server_under_any_name() -> None:
    """Every name that was tried is told, what failed alike together; and what to do."""
    tried: list[Guess] = []
    guesses = (Guess(host="127.0.0.1", port=1, tls=Tls.NONE), Guess(host="localhost", port=1, tls=Tls.NONE))

    with pytest.raises(NoServerFound) as nowhere:
        sign_in("mail", guesses, ("dana",), Password(secret="x"), tried.append)

    assert tuple(tried) == guesses
    assert nowhere.value.what.splitlines()[1:] == ["  127.0.0.1:1, localhost:1: Connection refused"]
    assert "--host" in nowhere.value.remedy


def test_the_login_is_not_the_address(mailbox: OwnersMailbox) -> None:
    """Names are tried in turn; the one that is let in goes into the config."""
    guess = Guess(host="127.0.0.1", port=mailbox.server.port, tls=Tls.NONE)
    password = Password(secret=mailbox.server.password)

    signed_in = sign_in("mail", (guess,), ("dana@studio.example", mailbox.user), password, lambda _: None)

    assert signed_in.server.username == mailbox.user


def test_a_config_that_cannot_be_written(tmp_path: Path) -> None:
    """It's told as a file that can't be used, and nothing is left behind."""
    (tmp_path / "file").write_text("")

    with pytest.raises(LedgerUnusable, match="can't be written"):
        write_new(tmp_path / "file" / "config.toml", "x")

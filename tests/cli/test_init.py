"""`init`, on real servers: what is asked, what is found, and that nothing is written before its owner says so."""

from __future__ import annotations

import stat
from collections import UserDict
from collections.abc import Iterator

import pytest

from crickets.cli.given import Given
from crickets.cli.setting_up import set_up
from crickets.config.environment import environment
from crickets.config.load import load
from crickets.config.secrets import secret_of
from crickets.config.settings import Settings
from crickets.writing import TEMPLATE_NAMES
from tests.cli.home import Home, days_ago
from tests.cli.terminal import Terminal
from tests.servers.mail import CLIENT, OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.recorder import Recorder
from tests.servers.server import ImapServer


def a_silence(mailbox: OwnersMailbox) -> OwnersMailbox:
    """A mailbox whose client has been silent for six days."""
    asked = a_message(at=days_ago(10))
    mailbox.put("INBOX", asked)
    mailbox.put("Sent", a_message(OWNER, CLIENT, at=days_ago(6), reply_to=asked))
    return mailbox


@pytest.fixture
def mailbox(pymap_server: ImapServer) -> OwnersMailbox:
    """One with a silence in it."""
    return a_silence(OwnersMailbox(pymap_server, pymap_server.user()))


@pytest.fixture
def bare(home: Home) -> Home:
    """A home without config, where what is left behind would be seen."""
    home.config.unlink()
    (home.folder / ".env").unlink()
    (home.folder / "tmp").mkdir()
    home.monkeypatch.setenv("TMPDIR", str(home.folder / "tmp"))
    return home


@pytest.fixture
def server(mailbox: OwnersMailbox) -> tuple[str, ...]:
    """Where the mailbox is, as options."""
    return ("--host", "127.0.0.1", "--port", str(mailbox.server.port), "--tls", "none", "--username", mailbox.user)


@pytest.fixture
def answers(bare: Home, server: tuple[str, ...]) -> tuple[str, ...]:
    """Everything that is asked, as options."""
    return (
        *("init", "--yes", "--name", 'Dana "D" Levi', "--address", "dana@studio.example", *server),
        *("--timezone", "Europe/Rome", "--country", "it", "--password-stdin"),
    )


def settings_of(home: Home) -> Settings:
    """What the config that was written says."""
    return load(home.config, {}, templates=TEMPLATE_NAMES)


def files(home: Home) -> list[str]:
    """All that lies in a home, logs of the shell and the like there are none."""
    return sorted(str(path.relative_to(home.folder)) for path in home.folder.rglob("*") if path.is_file())


WRITTEN = [".env", "config.toml", "state/crickets/ledger.sqlite3"]


def test_all_answers_given(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """The config loads and says what was answered; who is silent is counted and shown, and nothing was touched."""
    before = mailbox.snapshot(without=())

    told = home(*answers, stdin=f"{mailbox.server.password}\n")

    assert told.code == 0, told.err
    settings = settings_of(home)
    (account,) = settings.accounts
    assert (account.name, account.host, account.username) == ("mail", "127.0.0.1", mailbox.user)
    assert (settings.policy.owner.name, settings.policy.owner.zone.key) == ('Dana "D" Levi', "Europe/Rome")
    assert settings.policy.owner.phone_region == "IT"
    assert settings.warnings == ()
    assert "Silent now: 1 thread. Your turn: 0." in told.out
    assert "Anna Rossi" in told.out
    assert mailbox.server.password not in told.out + told.err + home.config.read_text()
    assert mailbox.snapshot(without=()) == before
    assert home("check").code == 0


def test_the_files_that_are_written(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """Only their owner may read them, nothing else is left behind, and what was read needn't be read again."""
    home(*answers, stdin=f"{mailbox.server.password}\n")

    assert files(home) == WRITTEN
    assert {stat.S_IMODE((home.folder / name).stat().st_mode) for name in WRITTEN} == {0o600}
    assert "Anna Rossi" in home("status").out


def test_a_ledger_that_is_there(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """It stays as it is: it may know more than a first look."""
    with home.ledger() as ledger:
        ledger.note_login("mail", f"{mailbox.user} at 127.0.0.1")
    before = home.state.read_bytes()

    told = home(*answers, stdin=f"{mailbox.server.password}\n")

    assert told.code == 0, told.err
    assert home.state.read_bytes() == before


def test_a_ledger_that_is_none(home: Home, answers: tuple[str, ...]) -> None:
    """With it no command would run: that is told before anything is asked, and nothing is written."""
    home.state.parent.mkdir(parents=True)
    home.state.write_bytes(b"mine")

    told = home(*answers, stdin="x\n")

    assert told.code == 74
    assert "Move that file away" in told.err
    assert files(home) == ["state/crickets/ledger.sqlite3"]


class TestALedgerOfAnothersMailbox:
    """By the account's name the ledger knows another's: what was written would be refused by every command."""

    @pytest.fixture(autouse=True)
    def _known(self, bare: Home) -> None:
        with bare.ledger() as ledger:
            ledger.note_login("mail", "shop@studio.example")
            ledger.note_login("studio", "old@studio.example")

    def test_nobody_to_ask(self, bare: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
        """Both ways on are told, nothing is written; and they are ways on."""
        refused = bare(*answers, stdin=f"{mailbox.server.password}\n")
        before = files(bare)
        told = bare(*answers, "--account", "dana", stdin=f"{mailbox.server.password}\n")

        assert refused.code == 2
        assert "knows 'mail' as the mailbox of shop@studio.example" in refused.err
        assert "--account dana" in refused.err
        assert "--formerly shop@studio.example" in refused.err
        assert [name for name in before if "ledger" not in name] == []
        assert told.code == 0, told.err
        assert settings_of(bare).accounts[0].name == "dana"
        assert bare("status").code == 0

    def test_the_same_mailbox(self, bare: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
        """By its owner's word it goes on under its name."""
        told = bare(*answers, "--formerly", "shop@studio.example", stdin=f"{mailbox.server.password}\n")

        assert told.code == 0, told.err
        (account,) = settings_of(bare).accounts
        assert (account.name, account.formerly) == ("mail", "shop@studio.example")
        assert bare("status").code == 0

    @pytest.mark.parametrize(("said", "name", "formerly"), [("mail", "mail", "shop@studio.example"), ("", "dana", "")])
    def test_on_a_terminal(
        self, bare: Home, mailbox: OwnersMailbox, asked: tuple[str, ...], said: str, name: str, formerly: str
    ) -> None:
        """It's asked for another name, which isn't another's either."""
        with Terminal(bare, *asked, "--no-service") as terminal:
            terminal.answer("Password: ", mailbox.server.password)
            terminal.answer("if it's the same under a new name) [dana]: ", "studio")
            terminal.answer("is the mailbox of old@studio.example", said)
            terminal.answer("Write that? [Y/n]: ", "y")
            seen = terminal.rest()

        assert terminal.code == 0, seen
        (account,) = settings_of(bare).accounts
        assert (account.name, account.formerly) == (name, formerly)
        assert bare("status").code == 0


def test_as_json(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """The document names the files, the server, the folders and the first status."""
    document = home(*answers, "--json", stdin=f"{mailbox.server.password}\n").json

    assert document["config"] == str(home.config)
    assert document["env"] == str(home.folder / ".env")
    assert document["oauth"] is None
    assert document["server"]["username"] == mailbox.user
    assert {"name": "Sent", "role": "sent", "why": "its name says so (en)"} in document["folders"]
    assert [t["contact"]["address"] for t in document["status"]["threads"]] == ["anna@client.example"]


def test_a_config_that_is_there(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """It's never written over: how another mailbox goes into it is told; --force keeps it under another name."""
    home.config.write_text("# mine\n")

    refused = home(*answers, stdin=f"{mailbox.server.password}\n")
    kept = home.config.read_text()
    forced = home(*answers, "--force", stdin=f"{mailbox.server.password}\n")

    assert (refused.code, kept) == (2, "# mine\n")
    assert f"{home.command} init --add" in refused.err
    assert "--force" in refused.err
    assert forced.code == 0, forced.err
    assert (home.folder / "config.toml.old").read_text() == "# mine\n"
    assert home("check").code == 0


def test_a_wrong_password(home: Home, answers: tuple[str, ...]) -> None:
    """Nothing is written."""
    told = home(*answers, stdin="not-it-77\n")

    assert told.code == 77
    assert "not-it-77" not in told.err
    assert files(home) == []


def test_a_password_from_the_environment(home: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """It's kept under the same name, for the daemon will not have this environment."""
    home.monkeypatch.setenv("MY_MAIL", mailbox.server.password)

    told = home(*(a for a in answers if a != "--password-stdin"), "--password-env", "MY_MAIL")

    assert told.code == 0, told.err
    assert (home.folder / ".env").read_text() == f"MY_MAIL='{mailbox.server.password}'\n"


@pytest.mark.parametrize("where", [("--password-stdin",), ("--password-env", "NOT_SET")])
def test_a_password_that_is_not_there(home: Home, answers: tuple[str, ...], where: tuple[str, ...]) -> None:
    """It's told by the option that points to it."""
    told = home(*(a for a in answers if a != "--password-stdin"), *where, stdin="\n")

    assert told.code == 2
    assert where[0] in told.err
    assert files(home) == []


def test_a_server_that_is_away(home: Home, answers: tuple[str, ...]) -> None:
    """It's told as such; nothing is written."""
    told = home(*(a if not a.isdigit() else "1" for a in answers), stdin="x\n")

    assert told.code == 75
    assert files(home) == []


@pytest.mark.parametrize(
    ("instead", "option"),
    [
        (("--timezone", "Europe/Rom"), "--timezone"),
        (("--country", "XX"), "--country"),
        (("--address", "dana"), "--address"),
        (("--address", "*@studio.example"), "--address"),
        (("--tls", "maybe"), "--tls"),
        (("--host", "imap.example.org"), "--tls"),
        (("--host", "imap example"), "--host"),
        (("--account", "my mail"), "--account"),
        (("--tls-ca-file", "nowhere.pem"), "--tls-ca-file"),
        (("--oauth", "apple"), "--oauth"),
        (("--authority", "http://login.example.org"), "--authority"),
        (("--paste", "--browser"), "--paste"),
    ],
)
def test_a_wrong_answer(home: Home, answers: tuple[str, ...], instead: tuple[str, str], option: str) -> None:
    """It's wrong usage, told before anything is tried."""
    told = home(*answers, *instead, stdin="x\n")

    assert told.code == 2
    assert option in told.err


def test_nobody_to_ask(bare: Home) -> None:
    """All that is missing is named at once, and nothing is asked or tried."""
    told = bare("init", "--timezone", "Europe/Rome")

    assert told.code == 2
    missing = [line.split()[0] for line in told.err.splitlines() if line.startswith("  --")]
    assert missing == ["--address", "--name", "--password-stdin,", "--yes:"]
    assert files(bare) == []


def test_nobody_to_ask_who_signs_in(bare: Home) -> None:
    """Of one who signs in no password is wanted, but how Crickets is registered."""
    told = bare("init", "--yes", "--address", "d@gmail.com", "--name", "D", "--timezone", "UTC", "--oauth", "google")

    assert told.code == 2
    missing = [line.split()[0] for line in told.err.splitlines() if line.startswith("  --")]
    assert missing == ["--client-id", "--client-secret-env"]


def test_on_a_terminal(bare: Home, mailbox: OwnersMailbox, server: tuple[str, ...]) -> None:
    """What was not given is asked for, the guesses are offered, the password is not shown, and all is confirmed."""
    with Terminal(bare, "init", "--no-service", *server) as terminal:
        terminal.answer("Your address: ", "dana@studio.example")
        terminal.answer("Your name, as your mail shows it", "Dana Levi")
        terminal.answer("Your time zone [Europe/Rome]: ", "")
        terminal.answer("[IT]: ", "-")
        terminal.answer("Password: ", mailbox.server.password)
        seen = terminal.answer("Write that? [Y/n]: ", "")
        assert files(bare) == [name for name in files(bare) if name.startswith("tmp/")]
        rest = terminal.rest()

    assert terminal.code == 0, rest
    assert "Anna Rossi" in seen
    assert mailbox.server.password not in seen + rest
    assert files(bare) == WRITTEN
    assert settings_of(bare).accounts[0].username == mailbox.user


def test_slips_on_a_terminal(bare: Home, mailbox: OwnersMailbox, server: tuple[str, ...]) -> None:
    """What is wrong is told and asked for once more; a zone is known in any case; nothing answered is lost."""
    with Terminal(bare, "init", "--no-service", *server) as terminal:
        terminal.answer("Your address: ", "dana")
        terminal.answer('"dana" must be an address, such as "dana@studio.example"', "dana@studio.example")
        terminal.answer("Your name, as your mail shows it", "Dana Levi")
        terminal.answer("Your time zone [Europe/Rome]: ", "europe/rom")
        terminal.answer("did you mean Europe/Rome?", "rome")
        terminal.answer("[IT]: ", "Italia")
        terminal.answer("the code of a country, such as IT", "XX")
        terminal.answer("[IT]: ", "it")
        terminal.answer("Password: ", "not-it-77")
        terminal.answer("Password: ", mailbox.server.password)
        terminal.answer("Write that? [Y/n]: ", "maybe")
        terminal.answer("Write that? [Y/n]: ", "y")
        seen = terminal.rest()

    assert terminal.code == 0, seen
    settings = settings_of(bare)
    assert (settings.policy.owner.zone.key, settings.policy.owner.phone_region) == ("Europe/Rome", "IT")
    assert secret_of(settings.accounts[0], config=bare.config, environment={}) == mailbox.server.password


def test_no_room_for_what_was_read(bare: Home, mailbox: OwnersMailbox, answers: tuple[str, ...]) -> None:
    """Config and `.env` are written and good; that it's read again is told, and nothing more is wrong."""
    (bare.folder / "state").write_text("in its place")

    told = bare(*answers, stdin=f"{mailbox.server.password}\n")

    assert told.code == 0, told.err
    assert "the first pass reads it again" in told.err
    assert settings_of(bare).accounts[0].username == mailbox.user


def test_ctrl_c_once_all_is_written(bare: Home, mailbox: OwnersMailbox) -> None:
    """While what was read is put in its place: it isn't told that nothing was written, and all of it is there."""

    class Interrupted(UserDict[str, str]):
        def __getitem__(self, name: str) -> str:
            if name == "XDG_STATE_HOME" and bare.config.exists():
                raise KeyboardInterrupt
            return super().__getitem__(name)

    given = Given(
        name="Dana", address="dana@studio.example", timezone="Europe/Rome", country="", quiet=True,
        host="127.0.0.1", port=mailbox.server.port, tls="none", username=mailbox.user, password_env="THE_PASSWORD",
    )  # fmt: skip
    with pytest.raises(KeyboardInterrupt):
        set_up(given, bare.config, Interrupted(environment(), THE_PASSWORD=mailbox.server.password), as_json=False)

    told = bare.capsys.readouterr().err
    assert ("Written: " in told, "Nothing was written." in told) == (True, False)
    assert files(bare) == [".env", "config.toml"]


@pytest.fixture
def asked(answers: tuple[str, ...]) -> tuple[str, ...]:
    """All answers but the password and the last word."""
    return tuple(a for a in answers if a not in {"--yes", "--password-stdin"})


def test_a_no_at_the_end(bare: Home, mailbox: OwnersMailbox, asked: tuple[str, ...]) -> None:
    """Nothing was written, and nothing is left behind."""
    with Terminal(bare, *asked) as terminal:
        terminal.answer("Password: ", mailbox.server.password)
        terminal.answer("Write that? [Y/n]: ", "n")
        seen = terminal.rest()

    assert terminal.code == 1
    assert "Nothing was written." in seen
    assert files(bare) == []


@pytest.mark.parametrize("question", ["Your address: ", "Password: ", "Write that? [Y/n]: "])
def test_ctrl_c_at_a_question(bare: Home, mailbox: OwnersMailbox, server: tuple[str, ...], question: str) -> None:
    """It ends there; nothing was written, and nothing is left behind."""
    replies = {
        "Your address: ": "dana@studio.example",
        "Your name, as your mail shows it": "Dana Levi",
        "Your time zone": "",
        "public holidays": "",
        "Password: ": mailbox.server.password,
    }
    with Terminal(bare, "init", *server) as terminal:
        for asked, reply in replies.items():
            if asked == question:
                break
            terminal.answer(asked, reply)
        seen = terminal.interrupt(question)

    assert terminal.code != 0
    assert "Traceback" not in seen
    assert "Nothing was written." in seen
    assert list(bare.folder.rglob("*")) == [bare.folder / "tmp"]


def test_a_password_that_stays_wrong(bare: Home, asked: tuple[str, ...]) -> None:
    """After three it ends, and nothing is written."""
    with Terminal(bare, *asked) as terminal:
        for _ in range(3):
            terminal.answer("Password: ", "not-it-77")
        seen = terminal.rest()

    assert terminal.code == 77, seen
    assert files(bare) == []


@pytest.fixture
def recorded(mailbox: OwnersMailbox) -> Iterator[Recorder]:
    """The mailbox's server, and what is said to it."""
    recorder = Recorder(mailbox.server)
    yield recorder
    recorder.stop()


def logins(recorder: Recorder) -> int:
    """How often somebody wanted to come in."""
    return sum(verb in {"LOGIN", "AUTHENTICATE"} for verb, _ in recorder.commands)


class TestALoginThatIsNotTheAddress:
    """At a server that is nobody's we know; each password is one login, as many shut out who errs five times."""

    @pytest.fixture
    def given(self, recorded: Recorder) -> tuple[str, ...]:
        """Everything but the user name and the password."""
        return (
            *(
                "init",
                "--no-service",
                "--name",
                "Dana",
                "--address",
                "dana@studio.example",
                "--timezone",
                "Europe/Rome",
            ),
            *("--country", "it", "--host", "127.0.0.1", "--port", str(recorded.port), "--tls", "none"),
        )

    def test_it_is_asked_for(
        self, bare: Home, mailbox: OwnersMailbox, recorded: Recorder, given: tuple[str, ...]
    ) -> None:
        """Once the address was refused; what was answered is the next guess, and is kept in the config."""
        with Terminal(bare, *given) as terminal:
            terminal.answer("Password: ", mailbox.server.password)
            terminal.answer("(perhaps dana) [dana@studio.example]: ", mailbox.user)
            terminal.answer("Password: ", "not-it-77")
            terminal.answer(f"[{mailbox.user}]: ", "")
            terminal.answer("Password: ", mailbox.server.password)
            terminal.answer("Write that? [Y/n]: ", "")
            seen = terminal.rest()

        assert terminal.code == 0, seen
        assert settings_of(bare).accounts[0].username == mailbox.user

    def test_three_wrong_passwords(self, bare: Home, recorded: Recorder, given: tuple[str, ...]) -> None:
        """They are three logins."""
        with Terminal(bare, *given) as terminal:
            terminal.answer("Password: ", "not-it-77")
            for _ in range(2):
                terminal.answer("[dana@studio.example]: ", "")
                terminal.answer("Password: ", "not-it-77")
            terminal.rest()

        assert (terminal.code, logins(recorded)) == (77, 3)

    def test_nobody_to_ask(self, bare: Home, recorded: Recorder, given: tuple[str, ...]) -> None:
        """It's one login, and told how the name is said."""
        told = bare(*given, "--yes", "--password-stdin", stdin="not-it-77\n")

        assert (told.code, logins(recorded)) == (77, 1)
        assert "--username dana" in told.err


def test_a_server_that_is_asked_for(bare: Home, asked: tuple[str, ...]) -> None:
    """Where none is found it's asked for, before any password; the same may be tried once more."""
    with Terminal(bare, *(a if not a.isdigit() else "1" for a in asked)) as terminal:
        terminal.answer("Your IMAP server, or your address if that was wrong [127.0.0.1]: ", "")
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


def test_slips_at_the_end(bare: Home, mailbox: OwnersMailbox, server: tuple[str, ...]) -> None:
    """All that was answered is shown, and what is wrong asked for once more; another address is looked by anew."""
    wrong = ("--address", "dana@studoi.example", "--name", "Dan", "--timezone", "Europe/Rome", "--country", "it")
    with Terminal(bare, "init", "--no-service", *wrong, *server) as terminal:
        terminal.answer("Password: ", mailbox.server.password)
        first = terminal.answer("Write that? [Y/n]: ", "adress")
        terminal.answer("Write that? [Y/n]: ", "address")
        terminal.answer("Your address [dana@studoi.example]: ", "dana")
        terminal.answer("Your address [dana@studoi.example]: ", "dana@studio.example")
        second = terminal.answer("Write that? [Y/n]: ", "Name")
        terminal.answer("Your name, as your mail shows it [Dan]: ", "Dana Levi")
        third = terminal.answer("Write that? [Y/n]: ", "timezone")
        terminal.answer("Your time zone [Europe/Rome]: ", "europe/warsaw")
        terminal.answer("Write that? [Y/n]: ", "holidays")
        terminal.answer("[IT]: ", "-")
        last = terminal.answer("Write that? [Y/n]: ", "y")
        rest = terminal.rest()

    assert terminal.code == 0, rest
    assert ["Silent now" in each for each in (first, second, third)] == [True, True, False]
    assert ["holidays", "-"] in [line.split() for line in last.splitlines()]
    owner = settings_of(bare).policy.owner
    assert (owner.name, owner.addresses) == ("Dana Levi", ("dana@studio.example",))
    assert (owner.zone.key, owner.phone_region) == ("Europe/Warsaw", "")
    assert "Anna Rossi" in bare("status").out

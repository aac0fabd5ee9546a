"""Where a secret is sought, and that none is ever told."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from crickets.config.command_output import CommandFailed, first_line
from crickets.config.secrets import healthcheck_url_of, secret_of, secret_of_client, secret_of_smtp, secret_of_tasks
from crickets.config.settings import (
    Command,
    Credential,
    HealthcheckUrl,
    Keyring,
    OAuthClient,
    Provider,
    SecretFile,
    SecretSource,
    SmtpServer,
    TaskServer,
    Tls,
    TokenCommand,
    Variable,
)
from crickets.errors import ConfigError, ExitCode
from tests.config.builders import NO_ENVIRONMENT, WORK, a_file, an_account, settings_of

pytestmark = pytest.mark.secrets_in("secret", "work-imap", "google", "ours.py", "__pycache__")

SECRET = "hunter2"


def _secret(folder: Path, source: SecretSource, environment: Mapping[str, str] = NO_ENVIRONMENT) -> str:
    return secret_of(an_account(source), config=folder / "config.toml", environment=environment)


def _refusal(folder: Path, source: SecretSource, environment: Mapping[str, str] = NO_ENVIRONMENT) -> str:
    """What is told in place of a secret, without the folder's name."""
    with pytest.raises(ConfigError) as caught:
        _secret(folder, source, environment)
    assert caught.value.exit_code is ExitCode.CONFIG
    assert SECRET not in str(caught.value)
    return str(caught.value).replace(f"{folder}/", "")


def _printing(program: str) -> Command:
    return Command(argv=(sys.executable, "-c", program))


def test_the_secret_of_a_task_list(tmp_path: Path) -> None:
    """It's sought as that of an account, and what is missing is told of its own key."""
    tasks = TaskServer(url="https://cal.example.org/", username="dana", secret=Variable(name="IT"))
    path = tmp_path / "config.toml"

    assert secret_of_tasks(tasks, config=path, environment={"IT": SECRET}) == SECRET
    with pytest.raises(ConfigError, match=r"tasks\.password_env: IT is set neither in the environment nor in "):
        secret_of_tasks(tasks, config=path, environment={})


def test_the_secret_for_sending(tmp_path: Path) -> None:
    """It's found as that of an account; there is none where nobody logs in."""
    smtp = SmtpServer(host="a.example", port=465, tls=Tls.IMPLICIT, username="dana", secret=Variable(name="IT"))
    relay = SmtpServer(host="localhost", port=25, tls=Tls.NONE)
    path = tmp_path / "config.toml"

    assert secret_of_smtp(smtp, config=path, environment={"IT": SECRET}) == SECRET
    assert secret_of_smtp(relay, config=path, environment={}) == ""
    with pytest.raises(ConfigError, match=r"smtp\.password_env: IT is set neither in the environment nor in "):
        secret_of_smtp(smtp, config=path, environment={})


def test_a_variable(tmp_path: Path) -> None:
    """The environment goes before the `.env`."""
    (tmp_path / ".env").write_text("IT=other")

    assert _secret(tmp_path, Variable(name="IT"), {"IT": SECRET}) == SECRET


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        (f"IT={SECRET}", SECRET),
        (f"export IT='{SECRET}'", SECRET),
        ("IT='pa${HOME}ss'", "pa${HOME}ss"),
        ("IT=pa${HOME}ss", "pa${HOME}ss"),
        ("IT='a # b'", "a # b"),
        ("OTHER=1\n\n# a word\nIT=é\n", "é"),
    ],
)
def test_a_line_of_the_env_file(tmp_path: Path, line: str, secret: str) -> None:
    """Nothing is expanded in it, and the process's own environment stays as it is."""
    (tmp_path / ".env").write_text(line, "utf-8")

    assert _secret(tmp_path, Variable(name="IT"), {"HOME": "/home/dana"}) == secret
    assert "IT" not in os.environ


@pytest.mark.parametrize("line", ["", "IT=", "IT", "it=x"])
def test_a_variable_that_is_not_set(tmp_path: Path, line: str) -> None:
    """Its name is told, the places searched, and what to do."""
    (tmp_path / ".env").write_text(line)

    assert _refusal(tmp_path, Variable(name="IT"), {"IT": ""}) == (
        "config.toml: accounts.work.password_env: IT is set neither in the environment nor in .env\n"
        "Put a line IT='…' into .env, then chmod 600 .env."
    )


def test_no_env_file(tmp_path: Path) -> None:
    """It's told as one in which nothing is set."""
    assert "IT is set neither in the environment nor in .env" in _refusal(tmp_path, Variable(name="IT"))


def test_an_env_file_that_is_none(tmp_path: Path) -> None:
    """A folder in its place is told of."""
    (tmp_path / ".env").mkdir()

    assert _refusal(tmp_path, Variable(name="IT")) == (
        "config.toml: accounts.work.password_env: .env can't be read: Is a directory\nMend it, or write .env anew."
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"IT=hunter2\xff", "it is not UTF-8"),
        (b"IT=hunter2\n" * 10_000, "it is larger than 64 KiB"),
    ],
)
def test_an_env_file_that_is_no_text(tmp_path: Path, content: bytes, why: str) -> None:
    """It's told why it can't be used, and nothing of what it holds."""
    (tmp_path / ".env").write_bytes(content)

    assert _refusal(tmp_path, Variable(name="IT")) == (
        f"config.toml: accounts.work.password_env: .env can't be read: {why}\nMend it, or write .env anew."
    )


@pytest.mark.parametrize("content", [SECRET, f"{SECRET}\n", f"{SECRET}\r\n", f"\ufeff{SECRET}"])
def test_a_secret_file(tmp_path: Path, content: str) -> None:
    """All of it is the secret, but for the line break that editors put at the end."""
    (tmp_path / "secret").write_bytes(content.encode())

    assert _secret(tmp_path, SecretFile(path=tmp_path / "secret")) == SECRET


def test_a_secret_file_that_is_not_there(tmp_path: Path) -> None:
    """Its place is told."""
    assert _refusal(tmp_path, SecretFile(path=tmp_path / "secret")) == (
        "config.toml: accounts.work.password_file: secret can't be read: No such file or directory\n"
        "Put the secret, and nothing else, into that file."
    )


def test_a_credential(tmp_path: Path) -> None:
    """Systemd lays it into a folder of its own."""
    (tmp_path / "work-imap").write_text(SECRET)

    assert _secret(tmp_path, Credential(name="work-imap"), {"CREDENTIALS_DIRECTORY": str(tmp_path)}) == SECRET


def test_a_credential_outside_systemd(tmp_path: Path) -> None:
    """Without its folder there are no credentials."""
    assert _refusal(tmp_path, Credential(name="work-imap")) == (
        "config.toml: accounts.work.credential: there is no credential work-imap: $CREDENTIALS_DIRECTORY is not set\n"
        "Add LoadCredential=work-imap:/path/of/the/secret to the systemd unit."
    )


def test_a_credential_that_was_not_passed_in(tmp_path: Path) -> None:
    """The unit is what must be mended."""
    assert _refusal(tmp_path, Credential(name="work-imap"), {"CREDENTIALS_DIRECTORY": str(tmp_path)}) == (
        "config.toml: accounts.work.credential: work-imap can't be read: No such file or directory\n"
        "Add LoadCredential=work-imap:/path/of/the/secret to the systemd unit."
    )


@pytest.mark.parametrize(
    "program",
    [
        f"print('{SECRET}')",
        f"print('{SECRET}', end='')",
        f"print('{SECRET}', end='\\r\\n')",
        f"print('{SECRET}\\nuser: dana\\n' + 'x' * 10_000_000)",
    ],
    ids=["a line", "no line break", "a line of another system", "more than a line"],
)
def test_a_command(tmp_path: Path, program: str) -> None:
    """The first line it prints is the secret, however much follows."""
    assert _secret(tmp_path, _printing(program)) == SECRET


def test_what_a_command_sees(tmp_path: Path) -> None:
    """It has the environment it was given, and nobody to ask."""
    program = "import os, sys; print(os.environ['IT'] + sys.stdin.read())"

    assert _secret(tmp_path, _printing(program), {"IT": SECRET}) == SECRET


def test_no_shell(tmp_path: Path) -> None:
    """A command is split as a shell would, and nothing in it is expanded or run."""
    path = a_file(
        tmp_path,
        work=WORK.replace('password_env = "WORK_IMAP_PASSWORD"', "password_command = '''\necho '$HOME' ; `id`'''"),
    )
    (account,) = settings_of(path).accounts

    assert secret_of(account, config=path, environment={"PATH": os.defpath}) == "$HOME ; `id`"


@pytest.mark.parametrize(
    ("program", "told"),
    [
        (f"print('{SECRET}'); exit('{SECRET}')", "failed with exit code 1"),
        (f"print('{SECRET}', flush=True); import os; os.kill(os.getpid(), 9)", "was ended by signal 9"),
        (r"import sys; sys.stdout.buffer.write(b'hunter2\xff\n')", "prints something that is not UTF-8"),
    ],
)
def test_a_command_that_fails(tmp_path: Path, program: str, told: str) -> None:
    """Why is told, and nothing of what it printed."""
    assert _refusal(tmp_path, _printing(program)) == (
        f"config.toml: accounts.work.password_command: {told}\nRun the command by hand to see why."
    )


def test_a_command_that_is_not_there(tmp_path: Path) -> None:
    """Its name isn't told: it may be the secret, put in the wrong place."""
    assert _refusal(tmp_path, Command(argv=(f"/nowhere/{SECRET}",))) == (
        "config.toml: accounts.work.password_command: can't be run: No such file or directory\n"
        "Run the command by hand to see why."
    )


def test_a_token_command(tmp_path: Path) -> None:
    """It's run as one for a password is, and told of by its own key."""
    account = an_account(TokenCommand(argv=_printing(f"print('{SECRET}')").argv))
    failing = an_account(TokenCommand(argv=_printing("exit(1)").argv))

    assert secret_of(account, config=tmp_path / "config.toml", environment=NO_ENVIRONMENT) == SECRET
    with pytest.raises(ConfigError, match=r"accounts\.work\.token_command: failed with exit code 1"):
        secret_of(failing, config=tmp_path / "config.toml", environment=NO_ENVIRONMENT)


def _a_client(secret: SecretSource | None) -> OAuthClient:
    return OAuthClient(provider=Provider.GOOGLE, client_id="a", scope="mail", auth_url="", token_url="", secret=secret)


def test_the_secret_of_a_client(tmp_path: Path) -> None:
    """It's sought as others are, and what is missing is told of its own key; there may be none."""
    (tmp_path / "google").write_text(SECRET)
    there, gone = SecretFile(path=tmp_path / "google"), Credential(name="google")

    assert secret_of_client(_a_client(None), config=tmp_path / "c.toml", environment={}) == ""
    assert secret_of_client(_a_client(there), config=tmp_path / "c.toml", environment={}) == SECRET
    with pytest.raises(ConfigError, match=r"oauth\.google\.client_secret_credential: there is no credential"):
        secret_of_client(_a_client(gone), config=tmp_path / "c.toml", environment={})


AN_ENTRY = Keyring(service="crickets", username="dana")
A_BACKEND = """
import keyring.backend, keyring.errors

class Ours(keyring.backend.KeyringBackend):
    priority = 9

    def get_password(self, service, username):
        {act}

    def set_password(self, service, username, password):
        raise NotImplementedError
"""


def _with_a_keyring(folder: Path, act: str) -> Mapping[str, str]:
    """The environment of a desktop whose keyring acts so."""
    (folder / "ours.py").write_text(A_BACKEND.format(act=act))
    return {"PYTHONPATH": os.pathsep.join([str(folder), *sys.path]), "PYTHON_KEYRING_BACKEND": "ours.Ours"}


def test_the_address_of_a_healthcheck(tmp_path: Path) -> None:
    """It's in the config itself, or where a variable says."""
    path, url = tmp_path / "config.toml", "https://a.example/ping/s3cret"

    assert healthcheck_url_of(HealthcheckUrl(url=url), config=path, environment={}) == url
    there = HealthcheckUrl(url=Variable(name="URL"))
    assert healthcheck_url_of(there, config=path, environment={"URL": url}) == url
    (tmp_path / ".env").write_text(f"URL='{url}'\n", "utf-8")
    assert healthcheck_url_of(there, config=path, environment={}) == url


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("", "URL is set neither in the environment nor in "),
        (SECRET, "what URL holds must be an address to be asked for, such as "),
        (f"http://a.example/{SECRET}", "what URL holds must begin with https://, as "),
    ],
)
def test_no_address_of_a_healthcheck(tmp_path: Path, found: str, told: str) -> None:
    """What is wrong with it is told, and never what it is."""
    there = HealthcheckUrl(url=Variable(name="URL"))

    with pytest.raises(ConfigError) as caught:
        healthcheck_url_of(there, config=tmp_path / "config.toml", environment={"URL": found})

    assert f"health.healthcheck_url_env: {told}" in str(caught.value)
    assert SECRET not in str(caught.value)


def test_a_keyring(tmp_path: Path) -> None:
    """It's asked for the service and the user that the config names."""
    environment = _with_a_keyring(tmp_path, "return f'{service}:{username}:é'")

    assert _secret(tmp_path, AN_ENTRY, environment) == "crickets:dana:é"


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (
            "return None",
            "the keyring has nothing under that name\nPut it there with: keyring set crickets dana",
        ),
        (
            "raise keyring.errors.KeyringLocked('hunter2')",
            "the keyring is locked, or refuses\nUnlock it, and try again.",
        ),
        ("raise RuntimeError('hunter2')", "the keyring is locked, or refuses\nUnlock it, and try again."),
        ("raise KeyError('hunter2')", "failed with exit code 1\nUnlock the keyring, and try again."),
        (
            "raise keyring.errors.NoKeyringError('hunter2')",
            (
                "there is no keyring on this machine that could be used\n`keyring --list-backends` shows those there "
                "are; on a server, use password_command or credential."
            ),
        ),
    ],
)
def test_a_keyring_that_gives_nothing(tmp_path: Path, act: str, told: str) -> None:
    """Why is told, and what to do."""
    assert _refusal(tmp_path, AN_ENTRY, _with_a_keyring(tmp_path, act)) == (
        f"config.toml: accounts.work.password_keyring: {told}"
    )


def test_an_entry_with_blanks_in_it(tmp_path: Path) -> None:
    """The command that puts a secret there can be copied as it stands."""
    environment = _with_a_keyring(tmp_path, "return None")
    entry = Keyring(service="my mail", username="dana")

    assert _refusal(tmp_path, entry, environment).endswith("\nPut it there with: keyring set 'my mail' dana")


def test_a_folder_with_programs_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever Crickets is called from, nothing that lies there is run in place of the keyring."""
    environment = _with_a_keyring(tmp_path, "return 'its own'")
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads/keyring.py").write_text("print('somebody else'); raise SystemExit(0)")
    monkeypatch.chdir(tmp_path / "downloads")

    assert _secret(tmp_path, AN_ENTRY, environment) == "its own"


def test_a_machine_without_the_library(tmp_path: Path) -> None:
    """It's told how to install it."""
    (tmp_path / "keyring.py").write_text("raise ImportError")
    environment = {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}

    assert "the library keyring isn't installed\nInstall it with Crickets: pipx inject crickets keyring" in _refusal(
        tmp_path, AN_ENTRY, environment
    )


@pytest.mark.parametrize(
    "program",
    [
        "input_from_nobody = __import__('threading').Event().wait()",
        "import os; os.close(1); __import__('threading').Event().wait()",
    ],
    ids=["silent", "silent with its output closed"],
)
def test_a_command_that_does_not_end(program: str) -> None:
    """It's given up, and ended."""
    with pytest.raises(CommandFailed, match=r"^was still running after 0\.5 seconds$"):
        first_line((sys.executable, "-c", program), NO_ENVIRONMENT, patience=0.5)


def test_a_command_that_prints_for_ever() -> None:
    """It's given up, and its output does not fill the memory."""
    program = "while True: print('x' * 10_000)"

    with pytest.raises(CommandFailed, match=r"^was still running after 0\.5 seconds$"):
        first_line((sys.executable, "-c", program), NO_ENVIRONMENT, patience=0.5)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the secret is empty\nPut the secret there."),
        (b"\n", "the secret is empty\nPut the secret there."),
        (b"hunter2\n\n", "the secret holds a line break or a NUL\nIt must be one line: put it there anew."),
        (b"hunter2\rx", "the secret holds a line break or a NUL\nIt must be one line: put it there anew."),
        (b"hunter2\0", "the secret holds a line break or a NUL\nIt must be one line: put it there anew."),
    ],
)
def test_a_secret_that_no_server_could_take(tmp_path: Path, content: bytes, told: str) -> None:
    """It's refused here: on the wire it would end a command early."""
    (tmp_path / "secret").write_bytes(content)

    assert _refusal(tmp_path, SecretFile(path=tmp_path / "secret")) == (
        f"config.toml: accounts.work.password_file: {told}"
    )


def test_a_secret_of_undecodable_bytes(tmp_path: Path) -> None:
    """Python keeps such bytes of the environment as lone surrogates, which no wire can carry."""
    assert _refusal(tmp_path, Variable(name="IT"), {"IT": "hunter2\udcff"}) == (
        "config.toml: accounts.work.password_env: the secret is not UTF-8\nPut it there anew."
    )


def test_an_account_as_text() -> None:
    """Neither an account nor where its secret is gives a secret away."""
    assert SECRET not in repr(an_account(Command(argv=("echo", SECRET))))

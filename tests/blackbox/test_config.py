"""A config that is wrong: every mistake is told with its place, the exit code is 78, and nothing is begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.blackbox.mailboxes import Mailbox
from tests.blackbox.user import User

MEND = "Mend what is named above, then run `crickets check`."
CODE = 78


def told(user: User, *arguments: str) -> list[str]:
    """The lines on stderr of a command that ended with 78, with the config's path cut off."""
    ran = user(*arguments)
    assert (ran.code, ran.out) == (CODE, "")
    return [line.removeprefix(f"{user.config}: ") for line in ran.trouble]


SLIPS = [
    ("port =", "port = =", "line 8, column 8: there is no value here; a text must stand in quotes"),
    ('"Dana Levi"', "Dana", "line 2, column 8: there is no value here; a text must stand in quotes"),
    ('"Europe/Rome"', '"Europe/Rome', "line 4, column 24: a string isn't closed on its line"),
    ('"365 days"', '"\\d"', "line 14, column 12: a backslash in double quotes; write it twice, or use single quotes"),
]


@pytest.mark.parametrize(("right", "wrong", "words"), SLIPS)
def test_broken_toml(user: User, mailbox: Mailbox, right: str, wrong: str, words: str) -> None:
    """Line and column are told, in words for who knows no grammar."""
    user.configure(mailbox.config.replace(right, wrong, 1))

    assert told(user, "check") == [words, MEND]


def test_unknown_keys(user: User, mailbox: Mailbox) -> None:
    """The nearest known one is named."""
    user.configure(mailbox.config.replace("username", "usrename").replace("draft_at", "draft_hour"))

    assert told(user, "once") == [
        "accounts.work.usrename: is not a known key; did you mean username?",
        "accounts.work.username: is missing",
        "calendar.draft_hour: is not a known key; did you mean draft_at?",
        MEND,
    ]


def test_several_mistakes(user: User, mailbox: Mailbox) -> None:
    """All are told at once, in the order of the file."""
    wrong = mailbox.config.replace("Europe/Rome", "Europe/Roma").replace('"mon"', '"mondy"') + "[drfts]\nquote = 1\n"
    user.configure(wrong)

    assert told(user, "status", "--json") == [
        'me.timezone: is not a time zone of the IANA list; did you mean Europe/Rome? (got "Europe/Roma")',
        'calendar.working_days[1]: is not a weekday; did you mean mon? (got "mondy")',
        "drfts: is not a known key; did you mean drafts?",
        MEND,
    ]


def test_plaintext_beyond_this_machine(user: User, mailbox: Mailbox) -> None:
    """The password would be readable on its way: refused before anybody is asked for anything."""
    user.configure(mailbox.config.replace("127.0.0.1", "imap.example.org"))

    words = 'accounts.work.tls: is for hosts on this machine only: localhost, 127.0.0.1 or ::1 (got "none")'
    assert told(user, "check") == [words, MEND]


@pytest.mark.secrets_in("config.toml")
def test_a_secret_in_the_config(user: User, mailbox: Mailbox) -> None:
    """It's told where secrets belong, and the secret isn't repeated."""
    user.configure(mailbox.config.replace('password_env = "WORK_IMAP_PASSWORD"', 'password = "hunter2-hunter2"'))

    words = told(user, "check")

    assert "did you mean password_env" in words[-2]
    assert "hunter2" not in "".join(words)


NOT_UTF_8 = "line 1: is not UTF-8, the encoding of TOML; save the file in it"
UNREADABLE = [
    pytest.param("name = 'Dàna'".encode("latin-1"), NOT_UTF_8, id="Latin-1"),
    pytest.param("[me]".encode("utf-16"), NOT_UTF_8, id="UTF-16"),
    pytest.param(b"# " + b"x" * 1_000_000, "is larger than 512 KiB, too large for a config", id="1 MB"),
    pytest.param(b"\0", "line 1, column 1: neither a key, nor a table, nor a comment begins here", id="NUL"),
]


@pytest.mark.parametrize(("content", "words"), UNREADABLE)
def test_what_is_no_toml(user: User, content: bytes, words: str) -> None:
    """It's told what it is instead."""
    user.configure(content)

    assert told(user, "status") == [words, MEND]


def test_no_config(user: User) -> None:
    """It's told where it was sought, and what makes one."""
    [where, what_to_do] = told(user, "status")

    assert str(user.config) in where
    assert what_to_do == "Run `crickets init` to make one, or name one with --config."


def test_a_config_that_is_not_there(user: User) -> None:
    """The path is told as it was understood."""
    assert told(user, "--config", "nowhere.toml", "once") == [
        f"{user.home}/nowhere.toml: there is no such file",
        f"Run `crickets --config {user.home}/nowhere.toml init` to make one, or name another with --config.",
    ]


@pytest.mark.parametrize(("path", "why"), [(".", "Is a directory"), ("x" * 300, "File name too long")])
def test_a_config_that_can_not_be_read(user: User, path: str, why: str) -> None:
    """A folder, say, or a name that no disk holds."""
    [what, what_to_do] = told(user, "--config", path, "status")

    assert what.endswith(f": can't be read: {why}")
    assert what_to_do == "See to it that it is a file which the user who runs Crickets may read."


def test_no_secret(dana: User) -> None:
    """Where it was sought and where it belongs are told; no server is asked."""
    dana.env_file.unlink()

    ran = dana("once")

    where = dana.env_file
    [what, what_to_do] = ran.trouble
    assert ran.code == CODE
    assert what.startswith(f"work: {dana.config}: accounts.work.password_env: WORK_IMAP_PASSWORD is set neither in")
    assert what_to_do == (f"Put a line WORK_IMAP_PASSWORD='…' into {where}, then chmod 600 {where}.")


@pytest.mark.parametrize("arguments", [("once",), ("once", "--json")])
def test_secrets_that_others_may_read(dana: User, arguments: tuple[str, ...]) -> None:
    """A warning says how to mend it, and all goes on."""
    dana.env_file.chmod(0o644)

    ran = dana(*arguments)

    assert ran.code == 0
    assert ran.trouble == [
        f"{dana.env_file} can be read by others on this machine; mend it with: chmod 600 {dana.env_file}"
    ]


def test_authorities_that_are_none(user: User, mailbox: Mailbox, tmp_path: Path) -> None:
    """A file without certificates is told as one."""
    (tmp_path / "ca.pem").write_text("no certificate")
    over_tls = mailbox.config.replace('tls = "none"', 'tls = "implicit"')
    user.configure(over_tls.replace("[track]", f'tls_ca_file = "{tmp_path}/ca.pem"\n[track]'))

    ran = user("once")

    assert ran.code == CODE
    assert "no certificates could be read" in ran.trouble[0]
    assert ran.trouble[-1] == "Give a file of certificates in PEM form."

"""Another account in a config as people write it: nothing of theirs is lost, and what can't be done is told."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest

from crickets.config.load import load
from crickets.errors import ConfigError, LedgerUnusable
from crickets.mailbox import Server, Tls
from crickets.setup.first_config import Answers
from crickets.setup.second_account import rewrite, with_account, with_secrets
from crickets.writing import TEMPLATE_NAMES

SHOP = Answers(
    name="Dana",
    address="shop@levi.example",
    timezone="Europe/Rome",
    country="",
    server=Server(account="shop", host="imap.levi.example", port=993, tls=Tls.IMPLICIT, username="shop@levi.example"),
    variable="SHOP_IMAP_PASSWORD",
)
REST = """
[accounts.work] # ours
host = "imap.example.org"
username = "dana"
password_env = "WORK_IMAP_PASSWORD"
"""
BY_HAND = {
    "on one line": '[me] # I\nname = "Dana"\naddresses = ["dana@a.example"] # mine ]\ntimezone = "Europe/Rome"\n',
    "with a comma behind": '[me]\nname = "Dana"\naddresses = [ "dana@a.example", ]\ntimezone = "Europe/Rome"\n',
    "on lines of their own": (
        '[me]\nname = "Dana"\ntimezone = "Europe/Rome"\n'
        'addresses = [\n    "dana@a.example", # not [this]\n    "d@b.example",\n]\n'
    ),
    "without a comma behind": '[me]\nname = "D"\naddresses = [\n  "dana@a.example" # ]\n]\ntimezone = "Europe/Rome"\n',
    "with the line ends of another system": (
        '[me]\r\nname = "D"\r\naddresses = [\r\n  "dana@a.example",\r\n]\r\ntimezone = "Europe/Rome"\r\n'
    ),
    "dotted": 'me.name = "Dana"\nme.addresses = ["dana@a.example"]\nme.timezone = "Europe/Rome"\n',
}


def written(folder: Path, text: str) -> Path:
    """A config that says this."""
    path = folder / "config.toml"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("how", sorted(BY_HAND))
def test_a_config_as_people_write_it(tmp_path: Path, how: str) -> None:
    """All lines stay as they were but the one with the addresses, and it says what it said, with one account more."""
    path = written(tmp_path, BY_HAND[how] + REST)
    text = with_account(path, SHOP, own=False)
    settings = load(written(tmp_path / "..", text), {}, templates=TEMPLATE_NAMES)

    assert [account.name for account in settings.accounts] == ["work", "shop"]
    assert settings.policy.owner.addresses[-1] == "shop@levi.example"
    lost = [line for line in (BY_HAND[how] + REST).splitlines() if line not in text.splitlines()]
    assert len(lost) <= 1
    assert text.count("dana@a.example") == 1
    assert text.count("\r\n") == BY_HAND[how].count("\r\n")


def test_an_address_that_is_the_owners_already(tmp_path: Path) -> None:
    """Only the table comes along; it's the whole of the old file that stands before it."""
    text = BY_HAND["on one line"] + REST

    assert with_account(written(tmp_path, text), SHOP, own=True).startswith(text)


@pytest.mark.parametrize("more", ["accounts = 7\n", 'accounts.shop = {}\nme = { addresses = ["dana@a.example"] }\n'])
def test_a_config_that_no_program_can_add_to(tmp_path: Path, more: str) -> None:
    """It's left alone; what is to be added by hand is told where it's a config at all."""
    with pytest.raises(ConfigError) as told:
        with_account(written(tmp_path, more), SHOP, own=False)

    assert ("Add by hand" in told.value.remedy) is ("me" in tomllib.loads(more))


def test_the_secrets_of_both(tmp_path: Path) -> None:
    """A last line without its end gets one."""
    path = written(tmp_path, "")
    (tmp_path / ".env").write_text("A='1'")

    assert with_secrets(path, {"B": "2"}) == "A='1'\nB='2'\n"
    (tmp_path / ".env").write_bytes(b"A='\xff'")
    with pytest.raises(LedgerUnusable, match="not UTF-8"):
        with_secrets(path, {"B": "2"})
    (tmp_path / ".env").unlink()
    assert with_secrets(path, {"B": "2"}) == "B='2'\n"


def test_a_file_that_is_written_anew(tmp_path: Path) -> None:
    """Its readers stay those that it had; behind a link it's the file itself; nothing else lies there afterwards."""
    path = tmp_path / "real" / "config.toml"
    path.parent.mkdir()
    path.write_text("old")
    path.chmod(0o640)
    (tmp_path / "config.toml").symlink_to(path)
    rewrite(tmp_path / "config.toml", "new")
    rewrite(tmp_path / "real" / ".env", "secret")

    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", 0o640)
    assert (tmp_path / "config.toml").is_symlink()
    assert stat.S_IMODE((tmp_path / "real" / ".env").stat().st_mode) == 0o600
    assert sorted(each.name for each in path.parent.iterdir()) == [".env", "config.toml"]


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    """It's told, with what to do."""
    with pytest.raises(LedgerUnusable, match=r"can't be written.*\n.*may write there"):
        rewrite(tmp_path / "gone" / "config.toml", "new")

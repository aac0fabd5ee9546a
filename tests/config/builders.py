"""Configs to load: what every file must have, with one thing in it as a test wants it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from crickets.config.load import load
from crickets.config.settings import Account, OAuthClient, SecretSource, Settings, Tls, TokenCommand
from crickets.errors import ConfigError

TEMPLATES = ("check-in", "check-in-short", "closing-the-loop", "referral")
NO_ENVIRONMENT: Mapping[str, str] = {}

ME = """\
[me]
name = "Dana Levi"
addresses = ["dana@studio.example"]
timezone = "Europe/Rome"
"""
WORK = """\
[accounts.work]
host = "imap.example.org"
username = "dana@studio.example"
password_env = "WORK_IMAP_PASSWORD"
"""


def a_file(folder: Path, text: str = "", *, me: str = ME, work: str = WORK) -> Path:
    """A config file: what must be there, and the text behind it."""
    path = folder / "config.toml"
    path.write_text(me + work + text, "utf-8")
    return path


def settings_of(path: Path, environment: Mapping[str, str] = NO_ENVIRONMENT) -> Settings:
    """What a file says, with the templates of these tests."""
    return load(path, environment, templates=TEMPLATES)


def problems_of(path: Path) -> tuple[str, ...]:
    """What is told of a file, without its name in front of each line."""
    with pytest.raises(ConfigError) as caught:
        settings_of(path)
    return tuple(problem.removeprefix(f"{path}: ") for problem in caught.value.problems)


def an_account(secret: SecretSource | TokenCommand | OAuthClient) -> Account:
    """An account whose secret is kept there."""
    return Account(
        name="work",
        host="imap.example.org",
        port=993,
        tls=Tls.IMPLICIT,
        username="dana@studio.example",
        secret=secret,
    )

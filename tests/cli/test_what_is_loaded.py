"""What a command loads: of the libraries that take their time, none that it has no use for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.home import Home, a_silence

_HEAVY = frozenset(
    """
    aiosmtplib alembic apscheduler babel holidays icalendar imapclient jinja2 nh3 numpy phonenumbers
    prometheus_client py3langid pymap pypdf stamina structlog tzlocal urllib3
    """.split()
)
"""Every library of ours but typer, rich, pydantic, dotenv and SQLAlchemy, and two that come along with some."""

_SIGNING_IN = frozenset({"crickets.service.sign_in", "crickets.signin", "crickets.web", "urllib3", "keyring"})
"""What accounts with a password have no use for."""

_DEAR = _SIGNING_IN | {"crickets.mailbox", "crickets.reading.whole", "crickets.service.cycle", "sqlalchemy.orm"}
"""Parts of what is loaded, and rooms of our own, that take as long."""

_TOLD = """
import sys
from crickets.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as ended:
    print(ended.code, *sorted(sys.modules), file=sys.stderr)
"""


def loaded(*arguments: str, code: int = 0) -> set[str]:
    """The modules that are there when a command has ended, well unless another code is told."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-c", _TOLD, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    ended, *modules = ran.stderr.splitlines()[-1].split()  # what was noted stands above
    assert ended == str(code)
    return set(modules)


@pytest.mark.parametrize(
    "command",
    [
        "--version",
        "--help",
        "status",
        "status --json",
        "show rossi",
        "show rossi --json",
        "preview",
        "clients",
        "invoice list",
        "snooze rossi tomorrow",
        "stop rossi",
    ],
)
def test_a_command_on_the_ledger(home: Home, command: str) -> None:
    """It asks no server, reads no mail and writes no draft; nothing is loaded that would."""
    home.remember(*a_silence(1))

    assert loaded("--config", str(home.config), *command.split()) & (_HEAVY | _DEAR) == set()


@pytest.mark.parametrize(("command", "code"), [("check", 75), ("auth status", 0)])
def test_accounts_with_a_password(home: Home, command: str, code: int) -> None:
    """Nothing is loaded by which others sign in; `auth` itself loads no library for it before somebody does."""
    there = loaded("--config", str(home.config), *command.split(), code=code)

    assert there & (_SIGNING_IN if command == "check" else {"keyring", "imapclient", "sqlalchemy.orm"}) == set()

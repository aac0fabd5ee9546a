"""What a command loads: of the libraries that take their time, none that it has no use for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.home import Home, a_silence

_HEAVY = frozenset(
    """
    aiosmtplib alembic apscheduler babel holidays icalendar imapclient jinja2 nh3 numpy phonenumbers py3langid pymap
    pypdf stamina structlog tzlocal urllib3
    """.split()
)
"""Every library of ours but typer, rich, pydantic, dotenv and SQLAlchemy, and two that come along with some."""

_DEAR = frozenset({"crickets.mailbox", "crickets.reading.whole", "crickets.service.cycle", "sqlalchemy.orm"})
"""Parts of what is loaded, and rooms of our own, that take as long."""

_TOLD = """
import sys
from crickets.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as ended:
    print(ended.code, *sorted(sys.modules), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The modules that are there when a command has ended well."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-c", _TOLD, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    code, *modules = ran.stderr.splitlines()[-1].split()  # what was noted stands above
    assert code == "0"
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

"""
Crickets as a user runs it: a config and a ledger of its own, and its commands.

Knows the command line and the config; must not know how they work.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.people import OWNER
from benchmarks.speed.runs import Failed, Program
from benchmarks.speed.server import Line

_ROOT = Path(__file__).parents[2]
PASSWORD = "BENCH_IMAP_PASSWORD"  # noqa: S105 - the name of a variable

# Every day is a working day, from midnight on: a table must not hang on the hour at which it's made.
_CONFIG = """
[me]
name = "Dana Levi"
addresses = ["{address}"]
timezone = "Europe/Rome"

[accounts.work]
host = "{line.host}"
port = {line.port}
tls = "none"
username = "{line.login}"
password_env = "{password}"

[calendar]
working_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
draft_at = "00:00"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A user's folder: the config of the one account on a line, and the ledger."""

    folder: Path
    line: Line

    def configure(self) -> None:
        """Write the config."""
        self.folder.mkdir(parents=True, exist_ok=True)
        text = _CONFIG.format(address=OWNER.address, line=self.line, password=PASSWORD)
        self.config.write_text(text, "utf-8")

    @property
    def config(self) -> Path:
        """The config's path."""
        return self.folder / "config.toml"

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables by which Crickets finds all of it; its code is that of this source tree."""
        return {
            "HOME": str(self.folder),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "STATE_DIRECTORY": "",
            "CRICKETS_CONFIG": str(self.config),
            "NO_COLOR": "1",
            "PYTHONPATH": f"{_ROOT / 'src'}:{_ROOT}",
            PASSWORD: self.line.password,
        }

    def forget(self) -> None:
        """No ledger any more."""
        shutil.rmtree(self.folder / "state", ignore_errors=True)

    def command(self, who: str, *words: str, fresh: bool = False) -> Program:
        """One of the commands; a `fresh` one begins without a ledger."""
        return Program(
            who=who,
            words=(sys.executable, "-m", "crickets", *words),
            environment=self.environment,
            before=self.forget if fresh else _nothing,
        )

    def module(self, name: str) -> Program:
        """A module of ours that works on this home."""
        return Program(who=name, words=(sys.executable, "-m", name, str(self.config)), environment=self.environment)


def require_complete(status: str) -> None:
    """Nothing, if a `status --json` tells of a mailbox that was read to its end; else Failed."""
    accounts = json.loads(status)["accounts"]
    if not accounts or not all(account["complete"] for account in accounts):
        raise Failed(f"the mailbox was not read to its end: {accounts}")


def _nothing() -> None:
    """Nothing is to be done before."""

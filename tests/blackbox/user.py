"""Somebody who uses the command: a home with config, `.env` and ledger of its own, and a mailbox on a real server.

Runs `crickets` as a process and looks at nothing but what a user sees: exit code, stdout, stderr, the files, the mail.
"""

from __future__ import annotations

import contextlib
import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.no_secret import tells_a_secret
from tests.servers.server import PASSWORD, ImapServer

CRICKETS = (sys.executable, "-m", "crickets")

CONFIG = """\
[me]
name = "Dana Levi"
addresses = ["dana@studio.example"]
timezone = "Europe/Rome"

[accounts.work]
host = "{host}"
port = {port}
tls = "{tls}"
username = "{login}"
password_env = "WORK_IMAP_PASSWORD"
{more}
[track]
since = "365 days"
max_new_drafts_per_day = 100

[calendar]
working_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
holidays = ""
draft_at = "00:00"
"""

_PATIENCE = 110
"""Seconds for any command: `once` itself gives up on a silent server within two minutes."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command answered; making one fails where no user should ever see such an answer."""

    code: int
    out: str
    err: str

    def __post_init__(self) -> None:
        """No traceback, no secret, nothing that rewrites a terminal."""
        for told in (self.out, self.err):
            assert "Traceback" not in told, told
            assert not tells_a_secret(told), "a secret was printed"
            assert _CONTROLS.findall(told) == [], told

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """The document on stdout, which holds nothing else."""
        return json.loads(self.out)

    @property
    def trouble(self) -> list[str]:
        """The lines on stderr: what is wrong, and last what to do next."""
        return self.err.splitlines()


@dataclass(slots=True, kw_only=True)
class User:
    """One user's machine; called with arguments, it runs the command there."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)
    preexec: Callable[[], None] | None = None

    @property
    def config(self) -> Path:
        """The config file, where it's sought without being named."""
        return self.home / ".config" / "crickets" / "config.toml"

    @property
    def env_file(self) -> Path:
        """The `.env` beside it."""
        return self.config.with_name(".env")

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return self.home / ".local" / "state" / "crickets" / "ledger.sqlite3"

    def configure(self, text: str | bytes, *, password: str = PASSWORD, mode: int = 0o600) -> None:
        """Write the config and the `.env`."""
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.env_file.write_text(f"WORK_IMAP_PASSWORD='{password}'\n")
        self.env_file.chmod(mode)

    def __call__(self, *arguments: str, **environment: str) -> Ran:
        """Run `crickets` to its end."""
        with self.running(*arguments, **environment) as process:
            return ended(process)

    @contextlib.contextmanager
    def running(self, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
        """`crickets` at work; it doesn't outlive the block."""
        process = subprocess.Popen(
            (*CRICKETS, *arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.home,
            env=self.surroundings(**environment),
            preexec_fn=self.preexec,  # noqa: PLW1509 - it calls into the kernel alone, and takes no lock of a thread
        )
        try:
            with process:
                yield process
        finally:
            if process.poll() is None:
                process.kill()

    def surroundings(self, **more: str) -> dict[str, str]:
        """The environment of a command."""
        usual = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        return {**usual, **self.environment, **more}


def ended(process: subprocess.Popen[bytes], *, within: float = _PATIENCE) -> Ran:
    """What a process answered when it had ended."""
    out, err = process.communicate(timeout=within)
    return Ran(code=process.returncode, out=_text(out), err=_text(err))


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Ctrl-C."""
    process.send_signal(signal.SIGINT)


def a_config(server: ImapServer, login: str, *, host: str = "", more: str = "") -> str:
    """The config of a user with this mailbox; `more` are further keys of the account."""
    return CONFIG.format(host=host or server.host, port=server.port, tls=server.tls.value, login=login, more=more)


def _text(octets: bytes) -> str:
    return octets.decode("utf-8")

"""
neomutt opening every folder of a mailbox, with its header cache: the nearest program that does comparable work.

It reads the same header fields, sorts into threads, and keeps what it has read. Knows neomutt's config.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.packages import found
from benchmarks.speed.runs import Program
from benchmarks.speed.server import Line

_CONFIG = """
set folder = "imap://{line.login}@{line.host}:{line.port}/"
set spoolfile = "+INBOX"
set imap_user = "{line.login}"
set imap_pass = "{line.password}"
set ssl_starttls = no
set ssl_force_tls = no
set header_cache = "{cache}"
set sort = threads
set quit = yes
set mark_old = no
set wait_key = no
set read_inc = 0
set sleep_time = 0
set imap_check_subscribed = no
push "{keys}"
"""


class Neomutt:
    """neomutt, with a folder for its config and its cache; raises Unavailable where it can't be had."""

    def __init__(self, folder: Path, line: Line, folders: Sequence[str]) -> None:
        self._program, self._libraries = found("neomutt", "neomutt")
        self._cache = folder / "cache"
        self._config = folder / "neomuttrc"
        folder.mkdir(parents=True, exist_ok=True)
        rest = "".join(f"<change-folder>+{name}<enter>" for name in folders if name != "INBOX")
        text = _CONFIG.format(line=line, cache=self._cache, keys=f"{rest}<quit>")
        self._config.write_text(text, "utf-8")
        self._forget()

    def opening(self, who: str, *, fresh: bool) -> Program:
        """Every folder opened in turn; a `fresh` one begins with nothing in the cache."""
        return Program(
            who=who,
            words=(self._program, "-n", "-F", str(self._config)),
            environment={"TERM": "xterm", "HOME": str(self._config.parent), "LD_LIBRARY_PATH": self._libraries},
            before=self._forget if fresh else lambda: None,
            terminal=True,
        )

    def _forget(self) -> None:
        shutil.rmtree(self._cache, ignore_errors=True)
        self._cache.mkdir()

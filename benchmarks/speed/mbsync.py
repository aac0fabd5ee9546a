"""
mbsync (of isync): every folder copied to files of its own, whole messages, nothing sorted into threads.

Knows mbsync's config. It's kept from compressing, as nobody else compresses on loopback.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.packages import found
from benchmarks.speed.runs import Program
from benchmarks.speed.server import Line

_CONFIG = """
IMAPAccount bench
Host {line.host}
Port {line.port}
User {line.login}
Pass {line.password}
SSLType None
AuthMechs LOGIN
DisableExtension COMPRESS=DEFLATE

IMAPStore far
Account bench

MaildirStore near
Path {mail}/
Inbox {mail}/INBOX
SubFolders Verbatim

Channel all
Far :far:
Near :near:
Patterns {folders}
Create Near
Sync Pull
SyncState *
"""


class Mbsync:
    """mbsync, with a folder for its config and the mail that it copies; raises Unavailable where it can't be had."""

    def __init__(self, folder: Path, line: Line, folders: Sequence[str]) -> None:
        self._program, self._libraries = found("mbsync", "isync")
        self._mail = folder / "mail"
        self._config = folder / "mbsyncrc"
        folder.mkdir(parents=True, exist_ok=True)
        self._config.write_text(_CONFIG.format(line=line, mail=self._mail, folders=" ".join(folders)), "utf-8")

    def copying(self, who: str, *, fresh: bool) -> Program:
        """All folders copied; a `fresh` one begins with no mail."""
        return Program(
            who=who,
            words=(self._program, "-c", str(self._config), "-q", "all"),
            environment={"HOME": str(self._config.parent), "LD_LIBRARY_PATH": self._libraries},
            before=self._forget if fresh else lambda: None,
        )

    def _forget(self) -> None:
        shutil.rmtree(self._mail, ignore_errors=True)
        self._mail.mkdir()

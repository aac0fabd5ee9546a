"""
notmuch: local files indexed, every word of them, and sorted into threads. It knows no server.

Knows notmuch's config. Its index lies apart from the mail, which it only reads.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.speed.packages import found
from benchmarks.speed.people import OWNER
from benchmarks.speed.runs import Program

_CONFIG = """
[database]
path={index}
mail_root={mail}

[user]
name=Dana Levi
primary_email={address}

[new]
tags=new
ignore=/^dovecot/

[maildir]
synchronize_flags=false
"""


class Notmuch:
    """notmuch, with a folder for its config and its index; raises Unavailable where it can't be had."""

    def __init__(self, folder: Path, mail: Path) -> None:
        self._program, self._libraries = found("notmuch", "notmuch")
        self._index = folder / "index"
        self._config = folder / "notmuch-config"
        folder.mkdir(parents=True, exist_ok=True)
        text = _CONFIG.format(index=self._index, mail=mail.absolute(), address=OWNER.address)
        self._config.write_text(text, "utf-8")

    def indexing(self, who: str, *, fresh: bool) -> Program:
        """All mail indexed; a `fresh` one begins with no index."""
        return Program(
            who=who,
            words=(self._program, "new", "--quiet"),
            environment={
                "HOME": str(self._config.parent),
                "NOTMUCH_CONFIG": str(self._config),
                "LD_LIBRARY_PATH": self._libraries,
            },
            before=self._forget if fresh else lambda: None,
        )

    def _forget(self) -> None:
        shutil.rmtree(self._index, ignore_errors=True)
        self._index.mkdir()

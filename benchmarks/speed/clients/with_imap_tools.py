"""
Headers by imap_tools, a thousand messages at a time.

It can't be told which fields to ask for: it reads whole headers, and parses them.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from benchmarks.speed.clients.called import Asked, run

_BATCH = 1_000


def read(asked: Asked) -> int:
    """Fetch every folder; the number of messages."""
    imap_tools: Any = import_module("imap_tools")
    with imap_tools.MailBoxUnencrypted(asked.host, asked.port).login(asked.login, asked.password) as mailbox:
        return sum(_folder(mailbox, folder) for folder in asked.folders)


def _folder(mailbox: Any, folder: str) -> int:  # noqa: ANN401 - imap_tools is in requirements/bench.txt alone
    mailbox.folder.set(folder, readonly=True)
    fetched = mailbox.fetch(headers_only=True, mark_seen=False, bulk=_BATCH)
    return sum(1 for message in fetched if message.uid)


if __name__ == "__main__":
    run(read)

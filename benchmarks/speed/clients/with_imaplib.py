"""The same by the standard library's imaplib, a thousand messages at a time."""

from __future__ import annotations

import imaplib

from benchmarks.speed.clients.called import Asked, run

_BATCH = 1_000


def read(asked: Asked) -> int:
    """Fetch every folder; the number of messages."""
    with imaplib.IMAP4(asked.host, asked.port) as client:
        client.login(asked.login, asked.password)
        return sum(_folder(client, folder, asked.items) for folder in asked.folders)


def _folder(client: imaplib.IMAP4, folder: str, items: str) -> int:
    _, [exists] = client.select(folder, readonly=True)
    messages = int(exists or 0)
    for first in range(1, messages + 1, _BATCH):
        client.fetch(f"{first}:{min(first + _BATCH - 1, messages)}", items)
    return messages


if __name__ == "__main__":
    run(read)

"""The same by imapclient's own `fetch`, a thousand UIDs at a time."""

from __future__ import annotations

from typing import Any

from imapclient import IMAPClient

from benchmarks.speed.clients.called import Asked, run

_BATCH = 1_000


def read(asked: Asked) -> int:
    """Fetch every folder; the number of messages."""
    with IMAPClient(asked.host, port=asked.port, ssl=False) as client:
        client.login(asked.login, asked.password)
        return sum(_folder(client, folder, asked.items) for folder in asked.folders)


def _folder(client: Any, folder: str, items: str) -> int:  # noqa: ANN401 - imapclient is untyped
    client.select_folder(folder, readonly=True)
    uids = client.search("ALL")
    told = (client.fetch(uids[at : at + _BATCH], [items.strip("()")]) for at in range(0, len(uids), _BATCH))
    return sum(len(messages) for messages in told)


if __name__ == "__main__":
    run(read)

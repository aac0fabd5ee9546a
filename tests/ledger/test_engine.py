"""Many who ask the ledger at the same time."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from crickets.ledger.engine import Store

_MANY = 40
_PATIENCE = 10.0


def test_many_who_read_at_once(tmp_path: Path) -> None:
    """None waits for another: mail may come to every account of an agency in one moment."""
    all_in = threading.Barrier(_MANY)

    def read(store: Store) -> None:
        with store.reading():
            all_in.wait(_PATIENCE)

    with closing(Store(tmp_path / "ledger.sqlite3")) as store, ThreadPoolExecutor(_MANY) as pool:
        reading = [pool.submit(read, store) for _ in range(_MANY)]
        for each in reading:
            each.result(_PATIENCE)

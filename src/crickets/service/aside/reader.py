"""
`python -m crickets.service.aside.reader`: reads the headers that come on stdin, and tells their facts on stdout.

Ends when nothing more can come. Must not know who asks.
"""

from __future__ import annotations

import gc
import sys
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from crickets.domain.mailbox import RawHeader
from crickets.reading import message_of
from crickets.service.aside.parcels import put_together, received, send, taken_apart

_THRESHOLDS = (50_000, 20, 100)
"""How many objects are made before they're looked through: those of a batch go at once, none refers to itself."""


def main() -> None:
    """Answer each batch, in the order in which they come."""
    gc.set_threshold(*_THRESHOLDS)
    batches: SimpleQueue[Any] = SimpleQueue()
    # Taken by a thread, so that whoever asks need never wait until an answer was taken from here.
    Thread(target=_take, args=(sys.stdin.buffer, batches), daemon=True).start()
    while (asked := batches.get()) is not None:
        role, values = asked
        read = (message_of(raw, role=role) for raw in put_together(RawHeader, values))
        send(taken_apart(read), sys.stdout.buffer)


def _take(line: IO[bytes], batches: SimpleQueue[Any]) -> None:
    try:
        while True:
            batches.put(received(line))
    except EOFError:
        batches.put(None)


if __name__ == "__main__":
    main()

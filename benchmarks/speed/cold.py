"""
A server that has never been asked about a mailbox: Dovecot without its indexes and caches.

The mail's files stay in the machine's memory: what is cold is what the server has worked out of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.speed.runs import Program


def forget_indexes(store: Path) -> None:
    """All that Dovecot made of a mailbox is gone, but the UIDs, which were written with the mail."""
    for index in store.rglob("dovecot*index*"):
        index.unlink(missing_ok=True)


def on_a_cold_server(program: Program, store: Path) -> Program:
    """The same program; before each run the server forgets what it knows."""
    return replace(program, before=_in_turn(program.before, lambda: forget_indexes(store)))


def _in_turn(*deeds: Callable[[], None]) -> Callable[[], None]:
    def all_of_them() -> None:
        for deed in deeds:
            deed()

    return all_of_them

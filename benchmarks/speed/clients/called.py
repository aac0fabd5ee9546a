"""
How each of the clients is called, and what it prints: the number of messages that it has read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Where to connect to, and what to read there; `items` are those of a FETCH, in parentheses."""

    host: str
    port: int
    login: str
    password: str
    items: str
    folders: tuple[str, ...]


def run(read: Callable[[Asked], int]) -> None:
    """Read as the command line says."""
    host, port, login, password, items, *folders = sys.argv[1:]
    asked = Asked(host=host, port=int(port), login=login, password=password, items=items, folders=tuple(folders))
    print(read(asked))

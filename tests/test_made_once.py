"""What is made when it's first asked for."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from crickets.made_once import made_once

_ASKING = 8
_PATIENCE = 10.0
_A_WHILE = 0.3


def test_many_ask_at_once() -> None:
    """All are given the very same, made once, though others asked before it was done."""
    all_ask, another_is_made, makings = threading.Barrier(_ASKING), threading.Event(), []

    @made_once
    def book() -> object:
        makings.append("a book")
        if len(makings) > 1:
            another_is_made.set()
        another_is_made.wait(_A_WHILE)
        return object()

    def asked(_: int) -> object:
        all_ask.wait(_PATIENCE)
        return book()

    with ThreadPoolExecutor(_ASKING) as pool:
        books = set(pool.map(asked, range(_ASKING)))

    assert len(books) == 1
    assert makings == ["a book"]


def test_one_of_each() -> None:
    """For each argument one is made; one may be made of another."""

    @made_once
    def nested(depth: int) -> list[object]:
        return [nested(depth - 1)] if depth else []

    assert nested(2) == [[[]]]
    assert nested(1) is nested(2)[0]


def test_one_that_cannot_be_made() -> None:
    """What went wrong is told, and it's tried again when it's asked for again."""
    tries = []

    @made_once
    def book() -> str:
        tries.append("try")
        if len(tries) == 1:
            raise OSError("no room")
        return "a book"

    with pytest.raises(OSError, match="no room"):
        book()
    assert book() == "a book"
